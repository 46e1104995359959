### Det som alle sider deler, og hvordan dager og tider skrives.

## Rundt alle sider

skip-link = Hopp til innholdet
language-choice = Språk
footer-privacy = Personvern
footer-accessibility = Tilgjengelighet
footer-contact = Kontakt
crisis-line = Fare for liv: 113. Legevakt: 116 117. Noen å snakke med: 116 123.

## Feil i et skjema

# Overskriften over listen av feil.
faults-heading = Rett dette før du går videre
# Sidens tittel når noe må rettes.
fault-title = Feil: { $title }
# Står foran feilen ved feltet, for den som ikke ser fargen.
fault-prefix = Feil:
fault-button = Trykk på en av knappene
fault-choose = Velg ett svar
fault-empty = Skriv noe under «{ $label }»
fault-too-long =
    { $max ->
        [one] Skriv bare ett tegn
       *[other] Skriv høyst { $max } tegn
    }
fault-control = Skriv på én linje, med vanlige tegn
fault-not-neutral = Dette vises i brev. Skriv noe som ikke sier hva møtet handler om
fault-email = Skriv en e-postadresse, som navn@eksempel.no
fault-email-too-long = E-postadressen er for lang
fault-email-letters = Før krøllalfaen kan det ikke stå bokstaver som æ, ø og å
fault-date = Skriv en dato, som 12.01.2027
fault-time = Skriv et klokkeslett, som 18.00

## Når noe ikke går. Overskrift, og det som står under.

wrong-home = Gå til forsiden
wrong-contact = Få hjelp
wrong-not-found = Vi finner ikke siden
wrong-not-found-text = Se om adressen er skrevet riktig. Siden kan også være borte.
wrong-no-such-link = Lenken virker ikke
wrong-no-such-link-text = Kanskje ble den delt i to. Åpne lenken i brevet på nytt. Eller kopier hele.
wrong-no-such-code = Vi kjenner ikke koden
wrong-no-such-code-text = Se på plakaten eller lappen, og skriv koden en gang til på forsiden. Den har aldri O, I, L, 0 eller 1.
wrong-old-link = Lenken virker ikke lenger
wrong-old-link-text = Bruk lenken i det nyeste brevet fra oss.
wrong-closed = Her er det stengt
wrong-closed-text = Det går ikke lenger å melde interesse med denne koden. Ring kontaktpunktet, så finner dere ut av det.
wrong-full = Det er fullt her nå
wrong-full-text = Vi har fått så mange svar som det er plass til. Ring kontaktpunktet, så finner dere ut av det.
wrong-changed = Noe har endret seg
wrong-changed-text = Derfor går ikke dette nå.
wrong-look-again = Se hvordan det står til
wrong-no-link = Åpne lenken i brevet
wrong-no-link-text = Denne siden er bare åpen en time om gangen. Åpne lenken i brevet fra oss en gang til.
wrong-forbidden = Siden er for gammel
wrong-forbidden-text = Ingenting er endret. Gå tilbake, last siden på nytt og prøv igjen. Kom du fra et brev? Åpne lenken i brevet en gang til.
wrong-method = Dette går ikke her
wrong-method-text = Ingenting er endret. Gå tilbake og prøv igjen.
wrong-too-slow = Det tok for lang tid
wrong-too-slow-text = Vi vet ikke om alt kom fram. Gå tilbake og prøv igjen.
wrong-too-often = Det gikk litt fort
wrong-too-often-text = Det kom veldig mange svar på en gang. Ingenting er lagret. Vent et minutt, gå tilbake og prøv igjen.
wrong-too-large = Det var for mye å sende
wrong-too-large-text = Ingenting er lagret. Gå tilbake, skriv kortere og prøv igjen.
wrong-unreadable = Vi kan ikke lese skjemaet
wrong-unreadable-text = Ingenting er endret. Gå tilbake, last siden på nytt og prøv igjen.
wrong-broken = Noe gikk galt hos oss
wrong-broken-text = Feilen er ikke din. Prøv igjen om litt.
wrong-busy = Vi får ikke svart nå
wrong-busy-text = Feilen er ikke din. Prøv igjen om noen minutter.

## Knapper

button-continue = Gå videre
button-save = Lagre
button-send = Send
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

# Flere ting på rad: «A, B og C».
list-and = { $others } og { $last }

## Kjenneordene: åtte farger og 32 ting, i samme rekkefølge i alle språk.
## Tingene må være hankjønn eller hunkjønn, så fargen ikke må bøyes.

recognition-words = { $colour } { $thing }
recognition-colours = blå, grønn, gul, rød, hvit, brun, lilla, oransje
recognition-things =
    lykt, båt, sykkel, kopp, stol, bok, hatt, vott,
    hest, rev, bro, dør, benk, kurv, stein, fjær,
    tulipan, bil, pute, ballong, gitar, fløyte, paraply, ryggsekk,
    nøkkel, vase, ugle, elg, pære, kake, kano, traktor

## Det som er gjort, på siden etterpå

told-session-ended = Du ble logget ut. Logg inn igjen.
