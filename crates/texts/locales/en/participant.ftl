### What participants read on the pages. Short sentences: a readability index (LIX) of at most 30.

erase-everything = Erase everything about me
state-waiting = Waiting for more
news-letter = We write to you when there is news.
news-code = You have a code, so we don't write to you. Look for news here every Monday.
news-code-meeting = You have a code, so we don't write to you. Look here before each meeting, in case something has changed.

## The front page

home-title = Welcome
home-what = Oppstart helps people to meet in small groups. You say where and when it suits you, and get a letter when there are enough to begin.
home-code = Do you have a code from a poster?
home-code-hint = The code has six letters and digits.
home-before = Have you been here before?
home-find = Find your wishes by e-mail
home-look-up = See your answer with a receipt code
fault-code = Write the code of six letters and digits. It never has O, I, L, 0 or 1
home-staff = Do you work here?
home-desk = To your tasks

## The interest note

note-title = Would you like to go on together with others?
note-what = A group of five to eight who meet regularly and may have different challenges. A starter is there for the first meetings. It is free of charge, and what is said in the group stays in the group.
note-voluntary = It is voluntary. The contact point sees times and places, but not who you are.
note-planned = A time has been set
note-planned-yes = Yes, I want to join on { $when } at { $place }.
note-planned-by = { $name } is the starter.
note-planned-optional = Do you want to join then? Then you need not choose places and times below. But please do. If the group is full, we look for another one.
note-places = Where can you meet?
note-several = Please choose several if you can
note-neighbours = In the neighbouring municipalities
note-remote = By telephone or online
note-times = When can you meet?
note-answer = How would you like to get an answer?
note-email = E-mail
note-email-hint = We send a link
note-no-email = Would you rather not use e-mail?
note-code = I would rather have a code
note-code-hint = Then we store no address. You see the answer on this site. Do you share an e-mail address? Then one of you needs a code.
note-consent-title = Consent
note-consent = I consent that { $body }, together with { $points }, stores my choices and my e-mail address to put together a group. This can show that I have been to a course. The starter sees my nickname if I say yes. I can withdraw my consent at any time.
note-privacy = Read more about privacy
fault-places = Choose at least one place
fault-places-changed = The places have changed. Choose again
fault-times = Choose at least one time
fault-consent = Tick this if you consent. Without it we can't store anything
fault-planned-gone = This time is no longer free. Choose places and times
fault-reach-both = Choose e-mail or a code, not both
fault-reach-none = Write your e-mail address, or choose a code

## The note was left

received-title = Thank you!
received-check = Check your e-mail. Open the page and confirm within 7 days.
next-title = What happens next?
received-next-letter = Only when you have confirmed are you in.
received-next-erase = If you don't confirm, we erase everything after 7 days.
received-next-spam = Did no letter come? Look in your spam folder. You can also answer once more.
received-code-yours = This is your code:
received-code-keep = Write it down, or take a picture. We can't find it again for you.
received-code-first = Type in the code within 7 days. Only then are you in.
received-code-address = Type it in at { $address }.
received-code-look = Look for an answer every Monday, or call { $phone }.
received-code-now = Type in the code now
received-over = Your note was left. This page shows it for a short while only.

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
confirmed-more = Would you like to say more?
confirmed-more-text = You can say what suits you best, and choose the language of the letters. It is voluntary.
confirmed-more-link = Say what suits you best

## The invitation

answer-title = Time for a first meeting
answer-by = Answer by { $date }.
answer-nickname = What should the others call you?
answer-nickname-hint = Use your first name or a name you make up
answer-nickname-save = Save the name
answer-yes = Yes, I will come
answer-not-this-date = Not this date
answer-not-this-time = I wait for another time
answer-accepted = You have said yes
answer-accepted-text = How nice that you will come! We are waiting for some more answers.
answer-planned-text = How nice that you will come! You have a seat.
answer-regret = I can't come after all
answer-regret-text = Then you give up your seat. You can wait for another date or another time.
answer-call = Do you have a question? Call
answer-cannot = Can't you come after all? Call { $phone }.
answer-declined = Your answer is stored
answer-declined-text = You have said no this time. You are still in line.
answer-late = The time to answer is over
answer-late-text = You can no longer answer for this meeting.
answer-none = Nothing to answer now
answer-none-text = You are still in line. We are looking for a place and a time that suit you.

meeting-when = When
meeting-where = Where
meeting-way = How to find it
meeting-steps = Access
meeting-step-free = Without stairs
meeting-not-step-free = There are stairs
meeting-dial-in = How to join
meeting-igangsetter = Starter
meeting-no-igangsetter = We are finding a new one
meeting-message = Message from the starter
meeting-moved = { $when } (moved)
meeting-cancelled = { $when }: cancelled
meeting-holiday = { $when }: no meeting
meeting-file = Add to calendar
meeting-file-cancelled = Remove from calendar
meeting-file-summary = Meeting

## My note

mine-title = Your wishes
mine-nav = Back
state-unconfirmed = Not confirmed yet
state-invited = Invited
state-joined = Accepted
state-ready = The meeting is on
state-begun = The group has begun
state-paused = Do you still want to join?
mine-unconfirmed-text = Open the link in the first letter and confirm. If you don't, we erase everything after { $date }.
mine-waiting-text = We are looking for a place and a time that suit you.
mine-why = A group needs at least five who can come to the same place at the same time.
mine-ways = What can help?
mine-long-wait = We are still looking. You can do this
mine-faster = It may go faster if you can come on more days.
mine-way-neighbours = Can you go to a neighbouring municipality? Add more places.
mine-way-remote = Can you meet by telephone or online? Add it.
mine-way-yourselves = You can start by yourselves. Call the contact point to get a guide.
mine-way-wait = You can go on waiting. Then you need not do anything.
mine-way-erase = Would you rather not wait any more? At the end of the page you can erase everything.
mine-change = Change
mine-apart = Is there somebody you would rather not meet here?
mine-first-choice = { $time } (suits best)
mine-meetings = The meetings
mine-give-up = Give up my seat
mine-kept-until = If we find nothing before { $date }, we erase everything after that day.
mine-invited-text = We have found a place and a time that may suit you.
mine-joined-text = We are waiting for some more answers.
mine-ready-text = Welcome! Here is how to find it.
mine-begun-text = The group has had its first meeting.
mine-nickname = The others call you { $name }.
mine-number = In the group you are participant { $number }.
mine-seat-kept-until = We erase everything about you after { $date }.
mine-paused-text = We have not heard from you. If you don't say yes, we erase everything after { $date }.
mine-still-interested = Yes, I still want to join
mine-answer = Answer the invitation
mine-chosen = This is what you chose

## Erase everything

erase-what = This erases your wishes, your seat and letters that have not been sent. It can't be undone.
erase-yes = Yes, erase everything about me
erased-title = Everything about you is erased here
erased-counts = This much was erased:
erased-notes = Notes
erased-wishes = Wishes
erased-seats = Seats in groups
erased-letters = Letters
erased-backups = Backups become unreadable by { $date }.
erased-thanks = You are welcome back at any time.
erased-note-title = This note is erased
erased-before = What belonged to this link has been erased.
erased-newer = Have you answered again since? Use the link in the newest letter from us.

## What was answered, on the page that follows

told-date-declined = We may ask you about the same time on another date.
told-time-declined = We will not ask you about this time again.
told-resumed = How nice! We go on looking.
told-link-too-old = The link is too old. Ask for a new one here.
told-link-sent = Look in your e-mail. If you have a wish with us, we send a new link.
told-code-confirmed = Thank you, now you are in.
told-group-full = The group is full. You are waiting for the next one.
told-newer-note = You have confirmed a newer note. That is the one that counts. Here it is.
told-note-changed = The change is stored.
told-absence = Thank you for telling us. The starter gets a message.
told-absence-enough = The starter has heard from you today. You need not do more. Is there something else? Call us.
told-apart-made = The code is made. Give it to the other person.
told-apart-shared = Thank you. We will not put you together.
told-apart-dropped = The code no longer counts for you.

## The tablet that goes round

tablet-title = Thank you. Pass on the tablet.
tablet-next = Next person
tablet-code-title = Thank you. Write down the code.
tablet-written-down = I have written down the code
tablet-anew = Begin again

## Back with a code or an e-mail address

look-up-title = See your answer
look-up-what = Write the code that you got when you left your note. When you use the code for the first time, you say yes to joining. Do you have a slip of paper? Write the code that stands on it.
look-up-code = Your code
look-up-code-hint = Twelve letters and digits
look-up-look = See the answer
look-up-lost = Have you lost the code? Call us
fault-receipt-code = Write the code of twelve letters and digits. It never has O, I, 0 or 1
fault-receipt-code-unknown = We can't find the code. See whether it is right. It may also have been erased
find-title = Find your wishes
find-what = Write your e-mail address. If you have a wish with us, we send a new link.
wrong-slip-used = The slip has been used
wrong-slip-used-text = Every slip of paper works once. Call the contact point, and they will help you.

## Change

change-title = Change your wishes
change-what = Take away what no longer suits you, or add something new.
change-wishes = This is what you wished for
change-wishes-hint = Untick what you want to erase.
change-first = Suits best
change-places = Add places
change-times = Add times
change-language = Language of letters and pages
fault-wishes = Keep at least one wish, or add a new one

## Tell

absence-title = I can't come
absence-which = The next meeting is on { $when }.
absence-what = Press the button, and the starter gets a message. You need not say why.
absence-tell = Tell the starter
absence-nobody = You can't tell us here now. Please call us.

## Apart code

apart-title = Apart code
apart-what = Sometimes it is best not to be in the same group, as for two who know each other well. Share a code, and we never put you together, and nobody asks why.
apart-own = Your codes
apart-give = Give the code to the other person. It counts once they have typed it in on their page.
apart-drop = Let go of the code
apart-share-title = Did you get a code?
apart-code = The code you got
apart-code-hint = Eight letters and digits
apart-share = Use the code
apart-make-title = Do you need a new code?
apart-make = Make a code
fault-apart-code = Write the code of eight letters and digits
fault-apart-unknown = We don't know the code. Ask for it once more
fault-apart-taken = This code is in use. Make a new one
fault-apart-many = You can have three codes at most. Let go of one first
