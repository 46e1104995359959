### What stands in the demonstration only.

demo-notice = This is a demonstration. All names and places are made up.
demo-back = The demonstration's start page
demo-title = Play all roles
demo-what = The region is made up. It has three contact points and groups at every stage, and more than thirty people are waiting. No letter leaves this machine.
demo-try = Things to try
demo-try-leave = Leave a note as a participant. Read the letter and confirm.
demo-try-planned = Say yes to the date that the course in Storvik offers.
demo-try-code = Look up the first receipt code, and answer the invitation.
demo-try-leader = Play Eva: show the QR code at the course, and print paper slips.
demo-try-asked = Play Anne: say yes to the group. Then play Kari: find a new starter after Bjørn.
demo-try-propose = Play Kari: make a proposal, see who gets no place and why, and approve.
demo-try-group = Play Cecilie and David: see their groups. In one of them somebody has dropped out. Move or cancel a meeting.
demo-try-clock = Move the clock a day at a time. See reminders go out, deadlines pass and everything erased.
demo-participant = As a participant
demo-leave = Leave a note: { $course } (code { $code })
demo-receipts = Look up a receipt code
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

components-title = Components
components-what = All that pages are made of, in every state.
components-fields = Fields and buttons
components-told = Cards, lists and boxes
components-pictures = Pictures
