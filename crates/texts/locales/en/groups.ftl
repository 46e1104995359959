# A group as its starter sees it, and what can be done with it.

group-open-title = Your group takes sign-ups
group-open = People on the course can join this group.
group-started-title = Your group has begun
group-small = You are fewer than five. You can go on with those who come, or call the group off.
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
message-hint = Everybody who comes gets a letter. You see no addresses. Those who have a code see it on their page.
message-ring-the-bell = Please ring the bell. The door is locked.
message-meet-outside = We meet outside the entrance ten minutes early.
message-indoor-shoes = Please bring indoor shoes.
message-bring-a-drink = Please bring something to drink.
message-see-the-page = See the page for how to find the way.
message-send = Send to everybody
message-none = Choose a message
message-enough = The group has had three messages today. Try again tomorrow

## Cancel and move

meetings-title = Cancel or move a meeting
meetings-text = Everybody who comes is written to at once. Call the contact point about those with a code if it is urgent.
meetings-which = Which meeting?
meetings-date = New date
meetings-date-hint = Only when you move it. At most six days before or after.
meetings-time = New time
meetings-move = Move the meeting
meetings-cancel = Cancel the meeting
meetings-none = Choose a meeting
meetings-bad-date = Choose a coming date, at most six days from the meeting, between 06.00 and 22.00
meetings-room-taken = The room is taken then. Choose another time
meetings-off-title = Call the whole group off
meetings-off-text = Then there will be no group. The participants are written to and are first in line next time.
meetings-call-off = Call the group off

## Step back

step-back-title = I can’t do it after all
step-back-text = The coordinator is told at once and looks for somebody else. If nobody is found in time, there will be no group.
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
caller-code-hint = Twelve letters and digits. The code never has O, I, L, 0 or 1.
caller-look-up = Look up
caller-code-wrong = Type the twelve characters of the code
caller-code-unknown = Nobody has this code. Ask to have it read once more
caller-next = Next caller
caller-done = It is done.
caller-erased = Everything is erased.
caller-too-late = It is too late to answer this.
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
rounds-dropped-no-date = Group { $number } was taken out: the room is closed or the starter away for the coming months.
rounds-dropped-settled = Group { $number } was taken out: it takes nobody any more.
round-fill = Group { $number }: more people for a group that has been invited

told-message-sent = The message is on its way.
told-meeting-cancelled = The meeting is cancelled. Everybody is being written to.
told-meeting-moved = The meeting has been moved. Everybody is being written to.
told-group-called-off = The group has been called off. Everybody is being written to.
told-stepped-back = Thank you for telling us. The coordinator will find a way.
told-lead-found = The starter is being written to.
