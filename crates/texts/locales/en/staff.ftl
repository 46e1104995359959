### What staff read on the pages: a readability index (LIX) of at most 40.

role-coordinator = coordinator
role-leader = course leader
role-igangsetter = starter
seat-invited = Invited
seat-accepted = Accepted
seat-declined = Declined
seat-silent = No answer

## Around the pages

staff-nav = Way back
staff-desk = ‹ To your tasks

## Sign in

sign-in-title = Sign in
sign-in-how = We send you a code. You need no password.
sign-in-email = Your e-mail address
sign-in-email-hint = The one that the contact point has entered for you.
sign-in-ask = Send me a code

code-title = Enter the code
code-sent = If we know the address, we have sent you a letter. The code works for 30 minutes.
code-code = The code from the letter
code-code-hint = Six digits. Enter them here, in the browser in which you asked for the code.
code-digits = Enter the six digits from the letter
code-wrong =
    { $tries ->
        [one] The code is wrong. You have one try left
       *[other] The code is wrong. You have { $tries } tries left
    }
code-none = Did no letter come?
code-again = Ask for a new code
code-ended-title = The code does not work any more
code-ended-text = It has been used, is too old, or was typed wrong too often. Ask for a new one, and you will soon be in.

## First set-up

set-up-title = Welcome to Oppstart
set-up-how = Tell us who you are. It takes a minute. You can do the rest later, whenever it suits you.
set-up-region = What is the region called?
set-up-region-hint = Contact points of one region put groups together as one. Only staff see the name.
set-up-contact-point = What is the contact point called?
set-up-contact-point-hint = Such as "The Volunteer Centre". Letters show it, and it can't say what the meetings are about.
set-up-name = What is your name?
set-up-name-hint = The name that others will see. A first name will do.
set-up-email = Your e-mail address
set-up-email-hint = This is where we send the code you sign in with.
set-up-used-title = The link does not work any more
set-up-used-done = Has the contact point been set up? Then you can sign in.
set-up-used-new = Has it not been set up yet? Start the service again. It then shows a new link, which works for 30 minutes.

## Tasks

desk-title = Tasks
desk-signed-in-as = You are signed in as { $name }.
desk-nothing = There is nothing to do right now.
desk-step = Next step: { $number } of { $count }
desk-step-place = Add a place
desk-step-place-why = First we need a place where groups can meet.
desk-step-room = Add a room
desk-step-room-why = Now the place needs a room, and the times when it is free.
desk-step-igangsetter = Add a starter
desk-step-igangsetter-why = Every group needs a starter for the first meetings.
desk-step-availability = Choose places and times
desk-step-availability-why = Now at least one starter must have said where and when it suits.
desk-step-course = Add a course
desk-step-course-why = Last of all: a course where people can leave a note.
desk-round = One proposal is waiting
desk-round-more = It takes two minutes.
desk-round-call = See the proposal
desk-silent = When and where can you?
desk-silent-more = Tell us, and we can ask you when there are enough for a group.
desk-silent-call = Choose places and times
desk-open = The collection is open
desk-open-call = Show the code
desk-asked = A new group?
desk-inviting = We are waiting for answers
desk-ready = Your group is ready
desk-dissolved = A group did not come about
desk-group-call = Open the page
desk-under-way = Groups that wait for answers
desk-waits-igangsetter = The starter has not answered yet.
desk-waits-answers =
    { $answers ->
        [0] Everybody has answered.
        [one] { $answers } answer is missing.
       *[other] { $answers } answers are missing.
    }
desk-pages = Everything else
desk-rounds = Wishes and proposals
desk-courses = Courses and collections
desk-places = Places and rooms
desk-people = Staff
desk-availability = When and where you can
