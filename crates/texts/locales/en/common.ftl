### What every page shares, and how days and times are written.

## Around every page

skip-link = Skip to the content
language-choice = Language
footer-privacy = Privacy
footer-accessibility = Accessibility
footer-contact = Contact
crisis-line = Danger to life: 113. Urgent medical help: 116 117. Someone to talk to: 116 123.

## Faults in a form

# The heading above the list of faults.
faults-heading = Put this right before you go on
# The title of a page with something to put right.
fault-title = Error: { $title }
# Stands before the fault at its field, for those who don't see the colour.
fault-prefix = Error:
fault-button = Press one of the buttons
fault-choose = Choose one answer
fault-empty = Write something under "{ $label }"
fault-too-long =
    { $max ->
        [one] Write only one character
       *[other] Write at most { $max } characters
    }
fault-control = Write on one line, with ordinary characters
fault-not-neutral = Letters show this. Write something that does not say what the meeting is about
fault-email = Write an e-mail address, such as name@example.com
fault-email-too-long = The e-mail address is too long
fault-email-letters = Before the at sign there can be no letters such as æ, ø and å
fault-date = Write a date, such as 12.01.2027
fault-time = Write a time, such as 18:00

## When something does not work. A heading, and what stands below it.

wrong-home = Go to the front page
wrong-contact = Get help
wrong-not-found = We can't find the page
wrong-not-found-text = See if the address is right. The page may also be gone.
wrong-no-such-link = The link does not work
wrong-no-such-link-text = Maybe it was cut in two. Open the link in the letter again. Or copy all of it.
wrong-no-such-code = We don't know the code
wrong-no-such-code-text = Look at the poster or the slip, and write the code again on the front page. It never has O, I, L, 0 or 1.
wrong-old-link = The link does not work any more
wrong-old-link-text = Use the link in the newest letter from us.
wrong-closed = This is closed
wrong-closed-text = You can no longer leave a note with this code. Call the contact point, and you will find a way.
wrong-full = This is full now
wrong-full-text = We have got as many answers as there is room for. Call the contact point, and you will find a way.
wrong-changed = Something has changed
wrong-changed-text = So this is not possible now.
wrong-look-again = See how things are
wrong-no-link = Open the link in the letter
wrong-no-link-text = This page is only open for an hour at a time. Open the link in the letter from us once more.
wrong-forbidden = The page is too old
wrong-forbidden-text = Nothing has been changed. Go back, load the page again and try once more. Did you come from a letter? Open the link in the letter again.
wrong-method = This does not work here
wrong-method-text = Nothing has been changed. Go back and try again.
wrong-too-slow = It took too long
wrong-too-slow-text = We don't know if all of it arrived. Go back and try again.
wrong-too-often = That was a bit fast
wrong-too-often-text = Very many answers came at once. Nothing has been stored. Wait a minute, go back and try again.
wrong-too-large = That was too much to send
wrong-too-large-text = Nothing has been stored. Go back, write less and try again.
wrong-unreadable = We can't read the form
wrong-unreadable-text = Nothing has been changed. Go back, load the page again and try once more.
wrong-broken = Something went wrong here
wrong-broken-text = It is not your fault. Try again in a while.
wrong-busy = We can't answer now
wrong-busy-text = It is not your fault. Try again in some minutes.

## Buttons

button-continue = Continue
button-save = Save
button-send = Send
button-sign-in = Sign in
button-sign-out = Sign out
optional = optional

## The week

weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
weekday-sat = Saturday
weekday-sun = Sunday

weekdays-mon = Mondays
weekdays-tue = Tuesdays
weekdays-wed = Wednesdays
weekdays-thu = Thursdays
weekdays-fri = Fridays
weekdays-sat = Saturdays
weekdays-sun = Sundays

band-morning = morning
band-afternoon = afternoon
band-evening = evening

## The year

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

## Dates and times

date-short = { $weekday } { $day } { $month }
date-with-year = { $date } { $year }
date-and-time = { $date } at { $time }
time = { $hour }:{ $minute }
weekly-time = { $days } at { $time }

# Several things in a row: "A, B and C".
list-and = { $others } and { $last }

## The recognition words: eight colours and 32 things, in the same order in every language.

recognition-words = { $colour } { $thing }
recognition-colours = blue, green, yellow, red, white, brown, purple, orange
recognition-things =
    lantern, boat, bicycle, cup, chair, book, hat, mitten,
    horse, fox, bridge, door, bench, basket, stone, feather,
    tulip, car, cushion, balloon, guitar, flute, umbrella, rucksack,
    key, vase, owl, moose, pear, cake, canoe, tractor

## What was done, on the page that follows

told-session-ended = You were signed out. Sign in again.
