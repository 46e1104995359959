### What participants read on the pages. Short sentences: a readability index (LIX) of at most 30.

erase-everything = Erase everything about me
state-waiting = Waiting for more
