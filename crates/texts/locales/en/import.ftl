### Adding many places from a spreadsheet: a readability index (LIX) of at most 40.

import-title = Add many places at once
import-open = Do you have a list in a spreadsheet? Then you can add all of it at once.
import-how = Do you have places and rooms in a spreadsheet? Select the rows, copy them, and paste them here.
import-safe = Nothing is stored before you have looked it over and said yes.
import-text = The list
import-text-hint = The first line has the headings. Paste at most 100 lines at a time.
import-look = Look it over
import-look-again = Look it over again
import-preview = What becomes of each line
import-line = Line
import-column-place = Place
import-column-room = Room
import-column-time = Time
import-becomes = What happens
import-sum-wrong = Nothing is stored yet. Put the lines right that are wrong, and look it over again.
import-sum-nothing = All that is on the list is there already. There is nothing to add.
import-sum = This is new: { $list }. Nothing is stored yet.
import-sum-places =
    { $places ->
        [one] one place
       *[other] { $places } places
    }
import-sum-rooms =
    { $rooms ->
        [one] one room
       *[other] { $rooms } rooms
    }
import-sum-times =
    { $times ->
        [one] one time
       *[other] { $times } times
    }
import-unused = We don't use these columns: { $columns }.
import-adds-place = new place
import-adds-room = new room
import-adds-time = new time
import-is-wrong = must be put right
import-adds-nothing = is there already
import-store-how = Is that right? Then we add all of it at once.
import-store = Add all of it
import-mend = Do you want to change the list?

## An example, and the columns

import-example = What the list can look like
import-example-how = Each room and each time has a line of its own. If the place is the same, write the same name. You can copy the example and try it.
import-columns = The columns
import-columns-how = Only the first is needed. Their order does not matter.

# Headings that we know. The first is shown on the page.
import-place = Place, name of place
import-place-text = What you call the place.
import-address = Address, street address
import-address-text = Street and number. Not for telephone and online.
import-room = Room, meeting room
import-room-text = What you call the room. Leave it empty if you want to add rooms later.
import-weekday = Weekday, day
import-weekday-text = Such as Tuesday.
import-starts = Starts, time, from, start
import-starts-text = When a meeting can begin, such as 18:00.
import-ends = Ends, to, end
import-ends-text = When the room must be empty again. A meeting takes two hours.
import-letter-name = Name in letters
import-letter-name-text = If there is none, we use the address. It can't tell what the meeting is about.
import-entrance = Entrance
import-entrance-text = Which door, which floor.
import-step-free = Without steps, step-free
import-step-free-text = Yes, no or not known.
import-key = Key
import-key-text = Where the key is. Only the starter sees it.
import-kind = Kind of place, kind, type
import-kind-text = House, telephone or online. If there is nothing, it is a house.
import-dial-in = Telephone number or link, telephone number, link
import-dial-in-text = Only for telephone and online.
import-from = First day, from date
import-from-text = The first day on which the room is free, if it is not all year.
import-until = Last day, to date
import-until-text = The last day on which the room is free.

# Words that can stand in the columns.
import-yes = yes
import-no = no
import-unknown = not known
import-physical = house
import-telephone = telephone
import-online = online

## Faults in the list

import-empty = Paste a list with headings and at least one line
import-no-headings = The first line must have headings. One of them must be "place"
import-heading-twice = Two of the headings mean the same. Take one away
import-too-many =
    { $max ->
        [one] Paste only one line at a time
       *[other] Paste at most { $max } lines at a time. Take the rest afterwards
    }
import-wrong =
    { $lines ->
        [one] Put the line right that is wrong. It stands below
       *[other] Put the { $lines } lines right that are wrong. They stand below
    }
# The column, what stands there, and what is right.
import-fault = { $column } ("{ $found }"): { $what }
import-fault-empty = { $column } (empty): { $what }
import-fault-line = Line { $line }: { $fault }
import-no-place = Write what the place is called
import-no-room = Write which room the time is for
import-weekday-fault = Write a day of the week, such as Tuesday
import-too-short = There must be at least two hours from when the meeting begins
import-kind-fault = Write house, telephone or online
import-step-free-fault = Write yes, no or not known
import-said = Line { $line } says "{ $value }". Write the same, or leave it empty
import-stored = It is stored as "{ $value }" already. Leave it empty, or change it on the page of the place
import-stored-empty = Nothing is stored here. Leave it empty, or change it on the page of the place
import-stored-other = Something else is stored already. Leave it empty, or change it on the page of the place
import-more-cells = The line has more cells than there are headings. Put quotation marks around text with a comma or semicolon
import-line-break = There is a line break here. Maybe a quotation mark is missing
import-formula = This is a formula. Write what should stand there
import-too-narrow = The column is too narrow in the spreadsheet. Make it wider and copy again
import-letters = The letters have become wrong. Copy them straight from the spreadsheet
