### What every page shares, and how days and times are written.

## Around every page

skip-link = Skip to the content
language-choice = Language
footer-privacy = Privacy
footer-accessibility = Accessibility
footer-contact = Contact
crisis-line = Danger to life: 113. Urgent medical help: 116 117. Someone to talk to: 116 123.

## Faults in a form

# The heading above the list of faults.
faults-heading = Put this right before you go on
# The title of a page with something to put right.
fault-title = Error: { $title }
# Stands before the fault at its field, for those who don't see the colour.
fault-prefix = Error:
fault-choose = Choose one answer
fault-empty = Write something here
fault-too-long =
    { $max ->
        [one] Write only one character
       *[other] Write at most { $max } characters
    }
fault-control = Write on one line, with ordinary characters
fault-not-neutral = Letters show this. Write something that does not say what the meeting is about
fault-email = Write an e-mail address, such as name@example.com
fault-date = Write a date, such as 12.01.2027
fault-time = Write a time, such as 18:00

## Buttons

button-continue = Continue
button-back = Back
button-save = Save
button-add = Add
button-change = Change
button-delete = Delete
button-cancel = Cancel
button-send = Send
button-close = Close
button-yes = Yes
button-no = No
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

## The recognition words: eight colours and 32 things, in the same order in every language.

recognition-words = { $colour } { $thing }
recognition-colours = blue, green, yellow, red, white, brown, purple, orange
recognition-things =
    lantern, boat, bicycle, cup, chair, book, hat, mitten,
    horse, fox, bridge, door, bench, basket, stone, feather,
    tulip, car, cushion, balloon, guitar, flute, umbrella, rucksack,
    key, vase, owl, moose, pear, cake, canoe, tractor
