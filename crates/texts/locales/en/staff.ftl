### What staff read on the pages: a readability index (LIX) of at most 40.

role-coordinator = coordinator
role-leader = course leader
role-igangsetter = starter
seat-invited = Invited
seat-accepted = Accepted
seat-declined = Declined
seat-silent = No answer
