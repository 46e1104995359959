# Wishes, proposals and groups: the pages of coordinators and starters.

## Wishes and proposals

rounds-title = Wishes and proposals
rounds-how = We put together groups of those who wait. You see the proposal first. Nobody gets a letter before you have approved it.
rounds-propose = Make a proposal
rounds-demand = What do people wish for?
rounds-demand-none = Nobody is waiting right now.
rounds-demand-bands = The numbers are rough. You see exact ones while a proposal is waiting.
rounds-demand-exact = These are the people who are not in the proposal. Many have several wishes, and are counted several times.
rounds-demand-caption = Wishes, rooms and starters in the week
rounds-demand-table = Show the same as a table
rounds-picture = Wishes for each place and time, with rooms and starters. The table below says the same.
rounds-place-and-time = Place and time
rounds-wishes = Wishes
rounds-room = Rooms
rounds-starter = Starters
rounds-lacking = Something is missing here
rounds-lacks-room = { $spot }: many wishes, but no room.
rounds-lacks-starter = { $spot }: many wishes, but no starter.
rounds-waiting = How long have they waited?
rounds-waiting-short = Less than 3 weeks
rounds-waiting-long = 3 to 8 weeks
rounds-waiting-longest = More than 8 weeks
rounds-under-five = under 5
rounds-approved =
    { $groups ->
        [one] One group is approved.
       *[other] { $groups } groups are approved.
    }
rounds-dropped-note = Group { $number } was taken out: somebody changed their answer.
rounds-dropped-room = Group { $number } was taken out: the room is no longer free.
rounds-dropped-igangsetter = Group { $number } was taken out: the starter can no longer take it.
rounds-dropped-date = Group { $number } was taken out: the first meeting got a new date, which does not suit everybody.
rounds-dropped-no-date = Group { $number } was taken out: the room is closed or the starter away for the coming months.
rounds-dropped-settled = Group { $number } was taken out: it takes nobody any more.

rounds-so-far = What has come of it
rounds-so-far-how = The numbers come when the quarter is over. They are rounded to the nearest five.
rounds-so-far-quarter = Quarter
rounds-so-far-started = People in groups that have begun
rounds-so-far-yes = Said yes
rounds-so-far-no = Said no, or did not answer
rounds-quarter = Quarter { $number } of { $year }

round-title = Proposal
round-how = Untick a group that must wait.
round-none = There are no groups this time.
round-before = Waiting before the proposal
round-seated = Get a seat now
round-after = Go on waiting
round-groups = Which groups shall begin?
round-group = Group { $number }
round-fill = Group { $number }: more people for a group that has been invited
round-first-meeting = First meeting
round-people = Participants
round-asks-first = We ask first
round-asks-not = We invite without asking
round-no-group = Choose at least one group
round-changed = The proposal has changed in the meantime. Look at it again
round-check = Continue
round-discard = Discard the proposal
round-discard-how = Nobody has got a letter about the proposal. Everybody goes on waiting.
round-discard-yes = Yes, discard the proposal

check-title = Is this right?
check-all =
    { $people ->
        [one] This sends e-mail to one person.
       *[other] This sends e-mail to { $people } people.
    }
check-asked =
    { $igangsettere ->
        [one] First we ask one starter.
       *[other] First we ask { $igangsettere } starters.
    } { $people ->
        [one] One participant gets a letter once we have a yes.
       *[other] { $people } participants get a letter once we have a yes.
    }
check-at-once =
    { $people ->
        [one] One participant gets a letter at once.
       *[other] { $people } participants get a letter at once.
    }
check-send = Approve and send
check-back = Back to the proposal

unplaced-title = Those without a seat
unplaced-notes =
    { $notes ->
        [one] One person
       *[other] { $notes } people
    }
unplaced-no-common-time = the times don't fit
unplaced-no-common-time-next = No room is free when these people can. Add more places or times.
unplaced-no-igangsetter = no starter
unplaced-no-igangsetter-next = Ask if somebody can take more times or more groups.
unplaced-no-room = no room
unplaced-no-room-next = Add one more room, or more times.
unplaced-too-few = too few ({ $have } of { $need })
unplaced-too-few-next = They wait until more people want the same.
unplaced-apart = kept apart from somebody
unplaced-apart-next = They have asked not to meet each other. They wait for another group.
unplaced-outweighed = another proposal helps more people
unplaced-outweighed-next = Whoever has waited longest comes first next time.

help-title = What would help?
help-how = We have worked out one addition at a time. Add it, discard the proposal and make a new one.
help-room =
    { $people ->
        [one] With one more room at { $place }, { $time }, one more person gets a group.
       *[other] With one more room at { $place }, { $time }, { $people } more people get a group.
    }
help-igangsetter =
    { $people ->
        [one] With one more starter at { $place }, { $time }, one more person gets a group.
       *[other] With one more starter at { $place }, { $time }, { $people } more people get a group.
    }
help-notes =
    { $more ->
        [one] If one more person wants { $place }, { $time },
       *[other] If { $more } more people want { $place }, { $time },
    } { $people ->
        [one] one of those who wait gets a group.
       *[other] { $people } of those who wait get a group.
    }

## The group, for its starter

group-asked-title = A new group?
group-asked = Can you be the starter of this group?
group-asked-more = Best answer within two days. We invite nobody before you have said yes.
group-yes = Yes, I'll take it
group-no = No, not now
group-inviting-title = We are waiting for answers
group-inviting = Thank you for taking it! The invitations have been sent.
group-waits-until = We wait for answers until { $date }. Then you get a letter about how it went.
group-ready-title = Your group is ready
group-names = Those who are coming
group-participant = Participant { $number }
group-no-attendance = We keep no record of attendance. Don't write down who comes.
group-first-meeting = The first meeting
group-meetings = The first meetings
group-first-hint = Exchange telephone numbers if you like. Agree on who has the key.
group-then = After the last one the group goes on by itself.
group-print = Print this page to get this card alone. The names are left out.
group-open-until = You can see this page until { $date }. Then we erase it.
group-dissolved-title = The group did not come about
group-dissolved = There was no group this time. You don't need to do anything.
group-open-title = Your group takes sign-ups
group-open = People on the course can join this group.
group-asked-later = The group has lost its starter, and people have been invited. Best answer within two days.
group-started-title = Your group has begun
group-small = You are fewer than five. You can go on with those who come, or call the group off.
group-next-meeting = The next meeting
group-meeting-moved = { $when } (moved)
group-meeting-cancelled = { $date }: cancelled
group-meeting-holiday = { $date }: closed, no meeting
group-tell = Tell the group
group-told =
    { $codes ->
        [0] { $sent } of { $all } sent
       *[other] { $sent } of { $all } sent, { $codes } with a code
    }
group-told-meeting-cancelled = Cancellation
group-told-meeting-moved = New time
group-told-practical-message = Message
group-told-meeting-off = Calling off the group
group-back = Back to the group

## Messages

message-title = Send a message
message-what = What do you want to say?
message-hint = Everybody who comes gets a letter of their own. You see no addresses. Those who have a code see the message on their page.
message-send = Send to everybody
message-none = Choose a message
message-enough = The group has had three messages today. Try again tomorrow

## Cancel and move

meetings-title = Cancel or move a meeting
meetings-text = Everybody who comes is written to at once. Those who have a code get no letter. They see it when they look up their code.
meetings-over = All the meetings are over.
meetings-which = Which meeting?
meetings-date = New date
meetings-date-hint = Only when you move it. At most six days before or after.
meetings-time = New time
meetings-time-hint = Only when you move it. Write it also if it is the same as before.
meetings-move = Move the meeting
meetings-cancel = Cancel the meeting
meetings-none = Choose a meeting
meetings-bad-date = Choose a coming date, at most six days from the meeting, between 06.00 and 22.00, when you are not with another group
meetings-room-taken = The room is taken then. Choose another time
meetings-off-title = Call the whole group off
meetings-off-text = Then there will be no group. The participants are written to and are first in line next time.
meetings-call-off = Call the group off

## Step back

step-back-title = I can’t do it after all
step-back-text = The coordinator sees it among the tasks at once and looks for somebody else. If nobody is found in time, there will be no group.
step-back-started = The coordinator sees it among the tasks at once and looks for somebody else. The group meets all the same. Cancel the next meeting first if nobody can unlock the door. If we find nobody, the participants get a letter the day before the next meeting.
step-back-yes = I can’t be the starter of this group

## A new starter

lead-title = Find a starter
lead-until = Somebody must have said yes by { $when }.
lead-asked = { $name } has been asked and has not answered yet.
lead-who = Who can take over?
lead-who-hint = These can come then and are free. We ask those who want to be asked first.
lead-ask = Ask
lead-none = Choose a starter
lead-cant = This starter can no longer take the group. Choose another
lead-nobody = Nobody can take over as things stand. Ask somebody, and add when and where they can.

## Somebody who calls

caller-title = Look up a code
caller-text = Ask the caller to read out the code. Press what they say, and nothing else.
caller-code = Code
caller-code-hint = Twelve letters and digits. The code never has O, I, 0 or 1.
caller-look-up = Look up
caller-code-wrong = Type the twelve characters of the code
caller-code-unknown = Nobody has this code. Ask to have it read once more
caller-notices = Read this to the caller
caller-next = Next caller
caller-done = It is done.
caller-absence-told = The starter is told.
caller-erased = Everything is erased.
caller-too-late = That is no longer possible. Read out what it says now.
caller-is-gone = Nothing is kept under this code
caller-is-waiting = Waiting for more
caller-is-paused = Paused
caller-is-invited = Invited, has not answered
caller-has-accepted = Has said yes, the meeting is not settled yet
caller-is-ready = The meeting takes place
caller-absent = Can’t come to the next meeting
caller-leave = Does not want to be in this group after all
caller-go-on = Wants to keep waiting
caller-erase = Erase everything
caller-erase-what = Read out: This erases the wishes, the seat and everything else of this code. It can't be undone.
caller-erase-yes = Yes, erase everything of this code

## What was done, on the page after it

told-message-sent = The message is on its way.
told-meeting-cancelled = The meeting is cancelled. The letters are on their way.
told-meeting-moved = The meeting has been moved. The letters are on their way.
told-group-called-off = The group has been called off. The letters are on their way.
told-stepped-back = Thank you for telling us. The coordinator will find a way.
told-lead-found = It is done. A starter who wants to be asked first is being written to.
