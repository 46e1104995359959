### What staff read on the pages: a readability index (LIX) of at most 40.

role-coordinator = coordinator
role-leader = course leader
role-igangsetter = starter
seat-accepted = Accepted
seat-declined = Declined
seat-silent = No answer

## Around the pages

staff-nav = Way back
staff-desk = To your tasks
staff-back = Back

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
desk-steps = Getting started
desk-steps-how = Take one step at a time. You can stop when you like and go on later.
desk-step-is-done = done
step-at = Step { $number } of { $count }: { $what }
step-done = Step { $number } of { $count } is done.
step-next = Next step: { $what }
desk-step = Next step: { $number } of { $count }
desk-step-controller = Say who is responsible
desk-step-controller-why = First, participants must know who looks after their data.
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
desk-enough = Five or more wish for the same
desk-enough-more = Maybe that is enough for a group.
desk-vacant = A group has no starter
desk-vacant-until = Find somebody by { $date }.
desk-vacant-asked = { $name } has been asked, and has not answered yet.
desk-vacant-call = Find a starter
desk-unreached = Letters to { $name } don’t arrive
desk-unreached-more = The e-mail is refused. The address may be mistyped.
desk-unreached-call = See the address
desk-silent = When and where can you?
desk-silent-more = Tell us, and we can ask you when there are enough for a group.
desk-silent-call = Choose places and times
desk-open = The collection is open
desk-open-call = Show the code
desk-asked = A new group?
desk-inviting = We are waiting for answers
desk-ready = Your group is ready
desk-group-open = Your group is open
desk-started = Your group has started
desk-dissolved = A group did not come about
desk-group-call = Open the page
desk-under-way = The groups
desk-waits-igangsetter = The starter has not answered yet.
desk-is-vacant = Has no starter.
desk-is-open = Open to the course. First meeting: { $date }.
desk-is-started = The group has started.
desk-is-ready = Ready. First meeting: { $date }.
desk-is-dissolved = The group did not come about. Those who wanted to are waiting for another.
desk-waits-answers =
    { $answers ->
        [0] We wait for no more answers now.
        [one] { $answers } answer is missing.
       *[other] { $answers } answers are missing.
    }
desk-pages = Everything else
desk-rounds = Wishes and proposals
desk-courses = Courses and collections
desk-places = Places and rooms
desk-people = Staff
desk-contact-point = The contact point
desk-caller = Look up a code for a caller
desk-availability = When and where you can

## Places and rooms

places-title = Places
places-none = There are no places yet.
places-rooms =
    { $rooms ->
        [0] No rooms yet
        [one] One room
       *[other] { $rooms } rooms
    }
places-new = A new place
places-kind = What kind of place is it?
places-physical = A house with an address
places-telephone = Telephone
places-online = Online meeting
places-name = What do you call the place?
places-name-hint = Such as "The Library". Participants see it when they choose.
places-address = Street address
places-address-hint = Such as "Storgata 1". Not for telephone and online.
places-letter-name = What do letters call the place?
places-letter-name-hint = Leave it empty, and letters show the street address. Others may see the letter. So it can't say what the meeting is about.
places-no-letter-name = Write a street address, or what letters should call the place
places-entrance = Entrance
places-entrance-hint = Which door, which floor? Those who are going there see it on their page.
places-step-free = Is there a way in without steps?
places-step-free-yes = Yes, without steps
places-step-free-no = No, there are steps
places-step-free-unknown = Don't know
places-key = Key
places-key-hint = Where is the key? Only the starter sees it.
places-dial-in = Telephone number or link to the meeting
places-dial-in-hint = Only for telephone and online. Those who take part see it on their page.
places-add = Add the place
places-neighbours = The neighbours
places-neighbours-text = These places belong to other contact points of the region. Participants can choose them too.
places-neighbours-none = No places yet
place-in-letters = Name in letters
place-address = Address
place-edit = Change the place
place-edit-how = Groups that already meet here keep what they were told.
place-not-offered = The place is not in use now.
place-use = Use of the place
place-use-how = When the place is not in use, nobody can choose it, and no new group meets there. Groups that already meet there go on.
place-stop = Stop using the place
place-again = Use the place again
place-rooms = Rooms
place-no-rooms = There are no rooms here yet.
place-taken = Taken by groups that go on by themselves
place-taken-how = Does the group no longer meet? Then the time can be used again.
place-free = Free again
place-new-room = A new room
place-add-room = Add the room
place-all = See all places
room-name = What is the room called?
room-name-hint = Such as "The Fireside Room".
room-times = When is the room free?
room-times-hint = Enter when a meeting can begin. A meeting lasts two hours. Leave the rest empty. There is space for two times each day.
room-second-time = { $day }, one more time
room-no-time = Enter at least one time
room-hours = Meetings can begin from 06:00 to 22:00
room-from = Free from
room-from-hint = Leave the dates empty if the room is free all year.
room-until = Free until
room-is-from = from { $date }
room-is-until = until { $date }
room-edit-how = Groups that already meet here stay here.
room-not-offered = The room is not in use now.
room-use = Use of the room
room-stop = Stop using the room
room-again = Use the room again
room-times-overlap = There must be two hours between the times
fault-date-far = See if the year is right
fault-until-early = The last day can't be before the first

## Staff

people-title = Staff
people-availability = When and where
people-new = A new member of staff
people-name = Name
people-name-hint = The name that others will see. A first name will do.
people-email = E-mail address
people-email-hint = This is where we send codes and letters. Nobody can see the address afterwards.
people-address-taken = Somebody on the staff has this address already
people-roles = What will they do?
people-coordinator = Coordinator: looks after places, courses and proposals
people-leader = Course leader: opens collections at courses
people-igangsetter = Starter: is with groups for the first meetings
people-no-role = Choose at least one role
people-add = Add the person
person-all = See all staff
person-address = The e-mail address
person-address-how = Was the address wrong? Write the new one. The person is then signed out everywhere and gets a new letter.
person-email = New e-mail address
person-address-change = Change the address
person-leaving = Sign out or remove
person-sign-out-how = Has a phone been lost? Sign the person out everywhere.
person-remove-how = Is somebody leaving? Then we delete name and address. If they have a group, a coordinator must find a new starter.
person-sign-out = Sign out everywhere
person-remove = Remove this person
person-last-coordinator = The contact point needs at least one coordinator. Add another first

## When and where

availability-title = When and where?
availability-own = Say where and when you can be a starter. You can change it whenever you like.
availability-of = Say where and when { $name } can be a starter.
availability-none = There are no rooms to choose from yet. A coordinator must add them first.
availability-cells = Places and times
availability-cells-hint = Choose all that may suit. Is now not a good time? Untick everything.
availability-changed = The times have changed. Choose again
availability-from = From which date?
availability-from-hint = No new group has its first meeting before this date.
availability-groups = How many groups at once?
availability-groups-hint = When the starter has left a group, there is room for a new one.
availability-ask = Before we invite
availability-ask-hint = If we ask first, the starter gets a letter and says yes or no. If not, the invitations go out at once.
availability-ask-yes = Ask first
availability-ask-no = Just set the group up, without asking
away-title = When are you away?
away-how = No new group first meets on these days. Save what you have chosen above first.
spans-none = No days have been added.
spans-days = { $first } to { $last }
spans-first = First day
spans-last = Last day
spans-last-hint = Leave it empty if it is one day only.
spans-add = Add the days
spans-drop = Remove

## The contact point

point-title = The contact point
point-sign-up = Permanent sign-up page
point-sign-up-how = Here people can leave a note all year, without a code. Use the address on posters and web pages.
point-supported = How many meetings is the starter there for?
point-supported-hint = Five is usual. The change holds for new groups.
point-supported-fault = Write a number from 0 to { $max }
point-supported-count =
    { $meetings ->
        [0] The starter is not at the meetings.
        [one] The starter is there for the first meeting.
       *[other] The starter is there for the first { $meetings } meetings.
    }
point-edit = Change name, address, number of meetings and words in letters
point-name = What is the contact point called?
point-slug = Name in the address
point-slug-hint = Small letters a to z, digits and hyphens. If you change it, old posters stop working.
point-slug-fault = Write 2 to 40 characters: a to z, digits and hyphens
point-slug-taken = Another contact point has this name
point-closing = Your own words in letters to participants
point-closing-hint = Three lines at most, in Norwegian, at the end of the letter. We do not translate your words, so they are the same in every language. No links, and nothing of what the meetings are about.
point-closing-lines = Write { $max } lines at most
point-closing-control = Write with ordinary characters
point-closing-address = Write without web and e-mail addresses, and with a space after each full stop
point-closing-telling = Take out "{ $word }". Others can read the letter, so it must not tell what the meetings are about
point-neighbours = Other contact points in the region
point-neighbours-none = There are no others yet.
point-new = Add a contact point
point-new-how = The new contact point helps put groups together in the region. Its coordinator gets a letter and fills in the rest.
point-new-coordinator = What is the coordinator's name?
point-new-add = Add the contact point
controller-title = Who is responsible for the data?
controller-how = Participants see this before they consent. No collection can be opened before all of it is filled in.
controller-body = Responsible body
controller-body-hint = Such as "Storvik kommune".
controller-contact = Where can people ask about privacy?
controller-contact-hint = An e-mail address or a telephone number. It stands on the privacy page.
controller-phone = Telephone number
controller-phone-hint = It stands in every letter to participants.
controller-change = Change who is responsible
controller-missing = Nobody has filled in who is responsible for the data. So nobody can leave a note yet.
controller-fill-in = Fill it in now
closed-title = When is it closed?
closed-how = No new group first meets on these days. Public holidays are always left out.
closed-see = See and change the days
closed-new = More days

## Courses

courses-title = Courses
courses-none = There are no courses yet.
courses-ends = Last session: { $date }
courses-new = A new course
courses-name = What is the course called?
courses-name-hint = Only the course leader and the contact point see it.
courses-leader = Course leader
courses-leader-hint = Who opens the collection at the course.
courses-last-session = Last session
courses-last-session-hint = The last time the course meets. As a rule the collection is opened then.
courses-participants = Number of participants
courses-participants-hint = It tells us when everybody has answered.
courses-participants-fault = Enter a number from 1 to { $max }
courses-add = Add the course
courses-no-leader = Nobody is a course leader yet. Add one first.
course-edit = Change the course
course-nobody = Nobody
course-collections = Collections
course-is-open = Open: show the code
course-is-closed = Closed: see how it went
course-new = A new collection
course-how = Open the collection at the last session. You get a code that participants can scan. It is open for up to a week.
course-start = How should the group start?
course-start-hint = With a place and a date, participants can say yes at once. Then there is more often a group.
course-planned = With a place and a date
course-unplanned = Without a date
course-collect = Collect wishes first. The contact point finds a place and a time later.
course-option = { $when }, { $place }, { $room }. Starter: { $name }
course-start-changed = That time is no longer free. Choose another
course-open = Open a collection
course-no-controller = The collection can't be opened. The service does not know who is responsible for the data.
course-ask-coordinator = Ask a coordinator of the contact point to fill it in.
course-all = See all courses

## The collection. Participants can see this page.

collection-is-open = The collection is open.
collection-open-until = It closes after { $date }.
collection-scan = Scan the code with the camera of your phone.
collection-qr = QR code that leads to the page on which you leave a note
collection-or = Or go to
collection-code = and enter the code
collection-tablet = Use this tablet
collection-slips = Print slips
collection-poster = Print a poster
collection-close = Close the collection
collection-close-how = Has everybody been able to answer? Afterwards the code does not work any more. A new collection gets a new code.
collection-close-yes = Yes, close the collection
collection-closed-title = The collection is closed
collection-thanks = Thank you. The contact point takes it from here.
collection-fewer = Fewer than five have left a note.
collection-more = Five or more have left a note.
collection-course = To the course
poster-print = Print the page from the browser. This line is left out.
poster-until = Open until { $date }.
slips-title = Slips
slips-how = Slips are for those who want to answer at home. Each has a code of its own, which works once.
slips-last = The slips work until 14 days after the collection is closed.
slips-count = How many slips?
slips-make = Make the slips
slips-print = Print the page now. The codes are shown this once only.
slips-what = Five to eight people meet regularly. It is free and voluntary.
slips-scan = Scan the code with your phone. Or type the address in a browser, followed by the code:
slips-once = The code works once. Don't give it to others.

## What was done, on the page that follows

told-set-up = The contact point is set up. We are sending you a code now.
told-person-added = The person is added.
told-place-added = The place is added.
told-list-added = All of the list has been added.
told-room-added = The room is added.
told-room-freed = The room is free again.
told-course-added = The course is added.
told-course-saved = The course is saved.
told-place-saved = The place is saved.
told-room-saved = The room is saved.
told-point-saved = It is saved.
told-point-added = The contact point is added. Its coordinator gets a letter.
told-days-saved = The days are saved.
told-person-saved = The changes are saved.
told-address-changed = The address is changed. We send a letter to the new one.
told-signed-out = The person is signed out everywhere.
told-person-removed = The person is removed.
told-availability-saved = The times are stored.
told-draft-discarded = The proposal is discarded. Everybody goes on waiting.
told-group-refused = You have said no. Thank you for the answer.
