### Det som alle sider deler, og hvordan dager og tider skrives.

## Rundt alle sider

skip-link = Hopp til innholdet
language-choice = Språk
footer-privacy = Personvern
footer-accessibility = Tilgjengelighet
footer-contact = Kontakt
crisis-line = Fare for liv: 113. Legevakt: 116 117. Noen å snakke med: 116 123.

## Feil i et skjema

# Overskriften over listen av feil.
faults-heading = Rett dette før du går videre
# Sidens tittel når noe må rettes.
fault-title = Feil: { $title }
# Står foran feilen ved feltet, for den som ikke ser fargen.
fault-prefix = Feil:
fault-choose = Velg ett svar
fault-empty = Skriv noe her
fault-too-long =
    { $max ->
        [one] Skriv bare ett tegn
       *[other] Skriv høyst { $max } tegn
    }
fault-control = Skriv på én linje, med vanlige tegn
fault-not-neutral = Dette vises i brev. Skriv noe som ikke sier hva møtet handler om
fault-email = Skriv en e-postadresse, som navn@eksempel.no
fault-date = Skriv en dato, som 12.01.2027
fault-time = Skriv et klokkeslett, som 18.00

## Knapper

button-continue = Gå videre
button-back = Tilbake
button-save = Lagre
button-add = Legg til
button-change = Endre
button-delete = Slett
button-cancel = Avbryt
button-send = Send
button-close = Lukk
button-yes = Ja
button-no = Nei
button-sign-in = Logg inn
button-sign-out = Logg ut
optional = valgfritt

## Uken

weekday-mon = mandag
weekday-tue = tirsdag
weekday-wed = onsdag
weekday-thu = torsdag
weekday-fri = fredag
weekday-sat = lørdag
weekday-sun = søndag

weekdays-mon = mandager
weekdays-tue = tirsdager
weekdays-wed = onsdager
weekdays-thu = torsdager
weekdays-fri = fredager
weekdays-sat = lørdager
weekdays-sun = søndager

band-morning = formiddag
band-afternoon = ettermiddag
band-evening = kveld

## Året

month-1 = januar
month-2 = februar
month-3 = mars
month-4 = april
month-5 = mai
month-6 = juni
month-7 = juli
month-8 = august
month-9 = september
month-10 = oktober
month-11 = november
month-12 = desember

## Dato og klokkeslett. Punktumet etter dagen skal være der.

date-short = { $weekday } { $day }. { $month }
date-with-year = { $date } { $year }
date-and-time = { $date } kl. { $time }
time = { $hour }.{ $minute }
weekly-time = { $days } kl. { $time }

## Kjenneordene: åtte farger og 32 ting, i samme rekkefølge i alle språk.
## Tingene må være hankjønn eller hunkjønn, så fargen ikke må bøyes.

recognition-words = { $colour } { $thing }
recognition-colours = blå, grønn, gul, rød, hvit, brun, lilla, oransje
recognition-things =
    lykt, båt, sykkel, kopp, stol, bok, hatt, vott,
    hest, rev, bro, dør, benk, kurv, stein, fjær,
    tulipan, bil, pute, ballong, gitar, fløyte, paraply, ryggsekk,
    nøkkel, vase, ugle, elg, pære, kake, kano, traktor
