### The letters, as a coordinator can look at them. When each goes out stands under "when".

previews-title = Letters
previews-see = See all letters
previews-how = This is what the letters look like. Times, places and links are made up, and nothing is sent from here.
previews-closing = Letters to participants end with your own words:
previews-closing-none = Letters to participants can end with your own words. You have not written any yet.
previews-change = Write your own words in the letters
previews-to-participant = To participants
previews-to-igangsetter = To starters
previews-to-staff = To staff
previews-one = What the letter looks like
previews-made-up = Times, places and links here are made up.
previews-languages = The language of the letter
previews-nth =
    { $count ->
        [1] The letter
       *[other] Example { $number } of { $count }
    }
previews-sender = From
previews-subject = Subject
previews-text = The text
previews-look = See the letter as its reader sees it
previews-all = All letters

when-confirm-note = When somebody has left a note by e-mail.
when-confirm-reminder = After three days, to those who have not confirmed.
when-invitation = When somebody gets a seat in a group.
when-answer-reminder = The day before the answer is due.
when-meeting-on = When enough people have accepted.
when-meeting-off = When the group does not come about.
when-meeting-tomorrow = The day before the first meeting.
when-meeting-cancelled = When the starter cancels a meeting.
when-meeting-moved = When the starter moves a meeting.
when-practical-message = When the starter sends a fixed message.
when-no-igangsetter = The day before a meeting without a starter.
when-still-looking = After three weeks without a group.
when-still-interested = When somebody has not answered, or has waited for five months.
when-new-link = When somebody asks for a new link.
when-notice = When others may have seen data. Your own words are not in this letter.
when-asked-to-lead = When you have approved a group, or have asked somebody to take over.
when-set-to-lead = When you have approved a group, to those who want no question first.
when-participants-ready = When enough people have accepted.
when-group-changed = When something has changed in a group that is ready.
when-absence = When somebody tells that they cannot come.
when-group-off = When the group does not come about.
when-sign-in-code = When somebody wants to sign in.
when-welcome = When somebody is added.
when-tasks = When something is waiting for a coordinator.
when-staff-notice = When others may have seen data.
