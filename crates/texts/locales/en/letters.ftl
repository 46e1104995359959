### The letters. Nothing here says what the meeting is about. Other people are named only where a participant can't come.
### A subject stands in the inbox, a call on the button.

## In every letter

letter-greeting = Hello.
letter-phone = Questions? Call { $phone }.
letter-sign-off = Best wishes, { $sender }
# Only in the part that has a button.
letter-address = Does the button not work? Copy this address:

## In every letter to participants

letter-words = Your recognition words are { $words }. They are in every letter from us.
letter-my-note = See, change or erase what we have about you
# Where the button leads to the same page.
letter-same-page = On the page you can also change or erase what we have about you.

## The meeting

letter-first-meeting = First meeting: { $when }, { $place }.
letter-next-meeting = Next meeting: { $when }, { $place }.
letter-cannot-come = Can you not come? Tell us on the page.

## Buttons in several letters

letter-open-call = Open the page
letter-answer-call = Open the page and answer
letter-group-call = Open the page and see the group

## Advice in several letters

letter-faster = It may go faster if you can come on more days or to more places.

## Confirm the address

letter-confirm-note-subject = Confirm your e-mail address
letter-confirm-note-was-it-you =
    Somebody typed in this address at { $sender }. Was it you? { $days ->
        [one] Open the page and confirm within { $days } day.
       *[other] Open the page and confirm within { $days } days.
    }
letter-confirm-note-otherwise = If not, you need not do anything. We will then delete it.
letter-confirm-note-call = Open the page and confirm

letter-confirm-reminder-subject = Remember to confirm
letter-confirm-reminder-was-it-you =
    A few days ago somebody typed in this address at { $sender }. Was it you? { $days ->
        [one] Open the page and confirm within { $days } day.
       *[other] Open the page and confirm within { $days } days.
    }

## Invitation

letter-invitation-subject = Time for a first meeting
letter-invitation-found = We have found a place and a time that may suit you.
letter-invitation-answer-by = Answer by { $date }.
letter-invitation-choices = You can say yes or no, or wait for another time. It is your choice.

## Reminder of the answer

letter-answer-reminder-subject = Remember to answer
letter-answer-reminder-tomorrow = Your answer is missing. It is due tomorrow.
letter-answer-reminder-by = Your answer is missing. Answer by { $date }.
letter-answer-reminder-otherwise = If you do not answer, somebody else may get the seat.

## The meeting is on

letter-meeting-on-subject = The meeting is on
letter-meeting-on-when = Now it is certain: The meeting is on.
letter-meeting-on-way = Welcome! The page shows how to find the way.

## Meeting tomorrow

letter-meeting-tomorrow-subject = Meeting tomorrow at { $time }
letter-meeting-tomorrow-welcome = Welcome tomorrow! The page shows how to find it.

## Cancelled

letter-meeting-cancelled-today-subject = Cancelled: the meeting today at { $time }
letter-meeting-cancelled-subject = Cancelled: the meeting on { $date } at { $time }
letter-meeting-cancelled-what = This meeting is cancelled: { $when }, { $place }.
letter-meeting-cancelled-next = You need not come this time. The page shows the next meeting.

## Moved

letter-meeting-moved-subject = Moved: a new time for the meeting
letter-meeting-moved-what = The meeting on { $date } has been moved.
letter-meeting-moved-new = New time: { $when }, { $place }.

## Fixed messages

letter-practical-subject = About the next meeting
letter-practical-ring-the-bell = The door is locked. Please ring the bell when you come.
letter-practical-meet-outside = We meet outside, ten minutes before the meeting.
letter-practical-indoor-shoes = Please bring indoor shoes.
letter-practical-bring-a-drink = Please bring something to drink.
letter-practical-see-the-page = The way in has changed. Please look at the page before you leave.

## No starter at the meeting

letter-no-igangsetter-subject = About the next meeting
letter-no-igangsetter-what = The meeting takes place as planned. But the person who has welcomed you cannot come any more. We are looking for somebody new.
letter-no-igangsetter-key = Call us if you need a key.

## The meeting is off

letter-meeting-off-subject = The meeting is off
letter-meeting-off-what = We are sorry that this meeting is off: { $when }, { $place }.
letter-meeting-off-next = You are still in line, and keep your waiting time. You need not do anything.

## We are still looking

letter-still-looking-subject = We are still looking
letter-still-looking-told = We have not found a time that suits you yet. You need not do anything. We go on looking.
letter-still-looking-choices = The page shows what else you can do.

## Still interested?

letter-still-interested-subject = Still interested?
# One of the first two begins the letter.
letter-still-interested-silent = We have not heard from you.
letter-still-interested-waited = You have waited for long, and we have not found a time yet.
letter-still-interested-ask = Do you still want to join? Open the page and say yes by { $date }.
letter-still-interested-otherwise = If not, you need not do anything. After that day we erase everything about you.
letter-still-interested-call = Open the page and say yes

## New link

letter-new-link-subject = Here is your link
letter-new-link-here = Here is a new link to your page. The old links no longer work.
letter-new-link-otherwise = Did you not ask for it? Then you need not do anything.

## To starters

letter-asked-to-lead-subject = Can you take a new group?
letter-asked-to-lead-ask = Can you take a new group?
letter-asked-to-lead-answer = Answer yes or no on the page, if you can within two days. We invite nobody before you have said yes.
# When somebody else steps back.
letter-asked-to-lead-soon = Answer yes or no on the page as soon as you can. The participants know the time and the place.

# To somebody who wants no question first.
letter-set-to-lead-subject = You have a new group
letter-set-to-lead-what = You have a new group. We do not ask first, since you have said that we can just set you up.
letter-set-to-lead-next = We are gathering participants now. You get another letter when they are ready, or if they are too few. If you cannot take it, tell us on the page as soon as you can.

letter-participants-ready-subject = The participants are ready
letter-participants-ready-count =
    { $count ->
        [one] { $count } participant is ready.
       *[other] { $count } participants are ready.
    }
letter-participants-ready-names = The names are on the page only.

letter-group-changed-subject = A change
letter-group-changed-count =
    { $count ->
        [one] Something has changed. There is now { $count } participant in the group.
       *[other] Something has changed. There are now { $count } participants in the group.
    }
letter-group-changed-short = You are few now. You choose whether the group is to start.
letter-group-changed-more = The page shows who is in it.

letter-absence-subject = Message from a participant
letter-absence-what = { $who } cannot come on { $date }.
letter-absence-participant = Participant { $number }
letter-absence-next = You need not do anything. We do not keep the message. Please delete this letter.

letter-group-off-subject = The group is off
letter-group-off-next = You need not do anything. Thank you for being willing!

## To new staff

letter-welcome-subject = Welcome to { $sender }
letter-welcome-who = { $contact } has added you to { $sender }.
letter-welcome-how = Sign in with this e-mail address. You will then get a code in a new letter.
letter-welcome-otherwise = Do you know nothing of this? Then you need not do anything.
letter-welcome-call = Open the page and sign in

## To coordinators

letter-tasks-subject = Tasks: { $count }
letter-tasks-count =
    { $count ->
        [one] There is { $count } task waiting for you.
       *[other] There are { $count } tasks waiting for you.
    }
letter-tasks-call = Open the page and see the tasks

## The code to sign in with

letter-sign-in-code-subject = Your code is { $code }
letter-sign-in-code-lead = Here is your code:
letter-sign-in-code-use =
    Type it on the page where you asked for it, and give it to nobody. { $minutes ->
        [one] It works for { $minutes } minute.
       *[other] It works for { $minutes } minutes.
    }
letter-sign-in-code-otherwise = Did you not ask for a code? Then you need not do anything.

## When others may have seen data. What has happened, whoever runs the service writes, in paragraphs of their own.

letter-notice-subject = Important message about your data
letter-notice-why = This message goes to everybody it may concern. It is about the data that we keep about you.
letter-notice-responsible = Responsible: { $body }. Ask about privacy: { $contact }.
letter-notice-responsible-elsewhere = The page about privacy says who is responsible, and whom you can ask.
letter-notice-privacy = Read about privacy
letter-notice-staff = Do you want to change or erase what we have about you? Tell a coordinator.
