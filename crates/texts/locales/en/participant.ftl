### What participants read on the pages. Short sentences: a readability index (LIX) of at most 30.

erase-everything = Erase everything about me
state-waiting = Waiting for more

## The front page

home-title = Welcome
home-what = Oppstart helps people to meet in small groups. You say where and when it suits you, and get a letter when there are enough to begin.
home-code = Do you have a code?
home-code-hint = The code has six letters and digits.
fault-code = Write the code of six letters and digits
home-staff = Do you work here?
