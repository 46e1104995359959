### What stands in the demonstration only.

demo-notice = This is a demonstration. All names and places are made up.
demo-back = The demonstration's start page
demo-title = Play all roles
demo-what = The region is made up. Thirty people are waiting for a group already. No letter leaves this machine.
demo-step-leave = Leave a note as a participant.
demo-step-confirm = Read the letter and confirm.
demo-step-propose = Play the coordinator: make a proposal and approve it.
demo-step-lead = Play the starter: say yes to the group.
demo-step-answer = Read the invitations and answer. When five say yes and all have answered, the group is ready.
demo-step-clock = Move the clock and see deadlines pass and everything erased.
demo-participant = As a participant
demo-leave = Leave a note with the code { $code }
demo-letters = All letters
demo-letters-count =
    { $letters ->
        [0] All letters (none yet)
        [one] All letters (one)
       *[other] All letters ({ $letters })
    }
demo-no-letters = No letter has been sent yet.
demo-staff = As staff
demo-clock = The clock
demo-today = In the demonstration it is { $date }.
demo-days =
    { $days ->
        [one] Move one day on
       *[other] Move { $days } days on
    }
