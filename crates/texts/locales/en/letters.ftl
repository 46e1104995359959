### The letters. Nothing here says what the meeting is about, and no other people are named.
### A subject stands in the inbox, a call on the button.

## In every letter

letter-greeting = Hello.
letter-phone = Questions? Call { $phone }.
letter-sign-off = Best wishes, { $sender }

## In every letter to participants

letter-words = Your recognition words are { $words }. They are in every letter from us.
letter-my-note = See or erase what we have about you
# Where the button leads to the same page.
letter-same-page = On the same page you can erase what we have about you.

## The meeting

letter-first-meeting = First meeting: { $when }, { $place }.

## Confirm the address

letter-confirm-note-subject = Confirm your e-mail address
letter-confirm-note-was-it-you =
    Somebody typed in this address at { $sender }. Was it you? { $days ->
        [one] Open the page and confirm within { $days } day.
       *[other] Open the page and confirm within { $days } days.
    }
letter-confirm-note-otherwise = If not, you need not do anything. We will then delete it.
letter-confirm-note-call = Open the page and confirm

## Invitation

letter-invitation-subject = Time for a first meeting
letter-invitation-found = We have found a place and a time that may suit you.
letter-invitation-answer-by = Answer by { $date }.
letter-invitation-choices = You can say yes or no, or wait for another time. It is your choice.
letter-invitation-call = Open the page and answer

## The meeting is on

letter-meeting-on-subject = The meeting is on
letter-meeting-on-when = Now it is certain: The meeting is on.
letter-meeting-on-way = Welcome! Here is how to find it.
letter-meeting-on-call = Open the page

## The meeting is off

letter-meeting-off-subject = The meeting is off
letter-meeting-off-why = There were too few this time. So this meeting is off: { $when }, { $place }.
letter-meeting-off-next = You are still in line, and keep your waiting time. You need not do anything.
letter-meeting-off-more = It may go faster if you can come on more days or to more places.
letter-meeting-off-call = Open the page

## Still interested?

letter-still-interested-subject = Still interested?
letter-still-interested-ask = We have not heard from you. Do you still want to join? Open the page and say yes by { $date }.
letter-still-interested-otherwise = If not, you need not do anything. After that day we erase everything about you.
letter-still-interested-call = Open the page and say yes

## To starters

letter-asked-to-lead-subject = Can you take a new group?
letter-asked-to-lead-ask = Can you take a new group?
letter-asked-to-lead-answer = Answer yes or no on the page, if you can within two days. We invite nobody before you have said yes.
letter-asked-to-lead-call = Open the page and answer

letter-participants-ready-subject = The participants are ready
letter-participants-ready-count =
    { $count ->
        [one] { $count } participant is ready.
       *[other] { $count } participants are ready.
    }
letter-participants-ready-names = The names are on the page only.
letter-participants-ready-call = Open the page and see the group

letter-group-off-subject = The group is off
letter-group-off-why = There were too few this time. So this meeting is off: { $when }, { $place }.
letter-group-off-next = You need not do anything. Thank you for being willing!
letter-group-off-call = Open the page

## The code to sign in with

letter-sign-in-code-subject = Your code is { $code }
letter-sign-in-code-lead = Here is your code:
letter-sign-in-code-use =
    Type it on the page where you asked for it, and give it to nobody. { $minutes ->
        [one] It works for { $minutes } minute.
       *[other] It works for { $minutes } minutes.
    }
letter-sign-in-code-otherwise = Did you not ask for a code? Then you need not do anything.
