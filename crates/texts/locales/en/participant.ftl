### What participants read on the pages. Short sentences: a readability index (LIX) of at most 30.

erase-everything = Erase everything about me
state-waiting = Waiting for more

## The front page

home-title = Welcome
home-what = Oppstart helps people to meet in small groups. You say where and when it suits you, and get a letter when there are enough to begin.
home-code = Do you have a code?
home-code-hint = The code has six letters and digits.
fault-code = Write the code of six letters and digits. It never has O, I, L, 0 or 1
home-staff = Do you work here?
home-desk = To your tasks

## The interest note

note-title = Would you like to go on together with others?
note-what = A group of five to eight who meet regularly and may have different challenges. A starter is there for the first meetings. It is free of charge, and what is said in the group stays in the group.
note-voluntary = It is voluntary. The contact point sees times and places, but not who you are.
note-places = Where can you meet?
note-several = Please choose several if you can
note-neighbours = In the neighbouring municipalities
note-times = When can you meet?
note-answer = How would you like to get an answer?
note-email = E-mail
note-email-hint = We send a link
note-consent-title = Consent
note-consent = I consent that { $body }, together with { $points }, stores my choices and my e-mail address to put together a group. This can show that I have been to a course. The starter sees my nickname if I say yes. I can withdraw my consent at any time.
note-privacy = Read more about privacy
fault-places = Choose at least one place
fault-places-changed = The places have changed. Choose again
fault-times = Choose at least one time
fault-consent = Tick this if you consent. Without it we can't store anything

## The note was left

received-title = Thank you!
received-check = Check your e-mail. Open the page and confirm within 7 days.
next-title = What happens next?
received-next-letter = Only when you have confirmed are you in.
received-next-erase = If you don't confirm, we erase everything after 7 days.
received-next-spam = Did no letter come? Look in your spam folder. You can also answer once more.

## Confirm

confirm-title = Confirm your e-mail address
confirm-what = Someone typed in this address at Oppstart. Was it you?
confirm-yes = Yes, confirm
confirm-not-me = It was not me – erase
confirmed-title = Thank you, now you are in
confirmed-waiting = Your e-mail address is confirmed.
confirmed-next-letter = We look for a place and a time. Then you get a letter.
confirmed-next-choose = You say yes or no then. It is your choice.
confirmed-next-link = In every letter there is a link. There you can see and erase what we have about you.

## The invitation

answer-title = Time for a first meeting
answer-by = Answer by { $date }.
answer-nickname = What should the others call you?
answer-nickname-hint = Use your first name or a name you make up
answer-yes = Yes, I will come
answer-not-this-date = Not this date
answer-not-this-time = I wait for another time
answer-accepted = You have said yes
answer-accepted-text = How nice that you will come! You get a letter when it is certain that the meeting is on.
answer-cannot = Can't you come after all? Call { $phone }.
answer-declined = Your answer is stored
answer-declined-text = You have said no this time. You are still in line, and we write when we find something else.
answer-late = The time to answer is over
answer-late-text = You can no longer answer for this meeting. We will write to you about what comes next.
answer-none = Nothing to answer now
answer-none-text = You are still in line. We write when we find a place and a time.

meeting-when = When
meeting-where = Where
meeting-way = How to find it
meeting-igangsetter = Starter

## My note

mine-title = Your wishes
state-unconfirmed = Not confirmed yet
state-invited = Invited
state-joined = Accepted
state-ready = The meeting is on
state-begun = The group has begun
state-paused = Do you still want to join?
mine-unconfirmed-text = Open the link in the first letter and confirm. If you don't, we erase everything after { $date }.
mine-waiting-text = We write to you when we have found a place and a time.
mine-faster = It may go faster if you can come on more days.
mine-change = Do you want to change something? Leave a new note, and it replaces this one.
mine-kept-until = If we find nothing before { $date }, we erase everything after that day.
mine-invited-text = We have found a place and a time that may suit you.
mine-joined-text = We are waiting for some more answers. You get a letter when it is certain.
mine-ready-text = Welcome! Here is how to find it.
mine-begun-text = The group has had its first meeting.
mine-nickname = The others call you { $name }.
mine-seat-kept-until = We erase everything about you after { $date }.
mine-paused-text = We have not heard from you. If you don't say yes, we erase everything after { $date }.
mine-still-interested = Yes, I still want to join
mine-answer = Answer the invitation
mine-chosen = This is what you chose
mine-places = Places
mine-times = Times

## Erase everything

erase-what = This erases your wishes, your seat and letters that have not been sent. It can't be undone.
erase-yes = Yes, erase everything about me
erased-title = Everything about you is erased here
erased-counts = This much was erased:
erased-notes = Notes
erased-wishes = Wishes
erased-seats = Seats in groups
erased-letters = Letters
erased-thanks = You are welcome back at any time.
erased-note-title = This note is erased
erased-before = What belonged to this link has been erased.
erased-newer = Have you answered again since? Use the link in the newest letter from us.

## What was answered, on the page that follows

told-date-declined = We may ask you about the same time on another date.
told-time-declined = We will not ask you about this time again.
