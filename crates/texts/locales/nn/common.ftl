### Det som alle sider deler, og korleis dagar og tider blir skrivne.

## Rundt alle sider

skip-link = Hopp til innhaldet
language-choice = Språk
footer-privacy = Personvern
footer-accessibility = Tilgjengelegheit
footer-contact = Kontakt
crisis-line = Fare for liv: 113. Legevakt: 116 117. Nokon å snakke med: 116 123.

## Feil i eit skjema

# Overskrifta over lista av feil.
faults-heading = Rett dette før du går vidare
# Tittelen på sida når noko må rettast.
fault-title = Feil: { $title }
# Står framfor feilen ved feltet, for den som ikkje ser fargen.
fault-prefix = Feil:
fault-button = Trykk på ein av knappane
fault-choose = Vel eitt svar
fault-empty = Skriv noko under «{ $label }»
fault-too-long =
    { $max ->
        [one] Skriv berre eitt teikn
       *[other] Skriv høgst { $max } teikn
    }
fault-control = Skriv på éi linje, med vanlege teikn
fault-not-neutral = Dette blir vist i brev. Skriv noko som ikkje seier kva møtet handlar om
fault-email = Skriv ei e-postadresse, som namn@eksempel.no
fault-email-too-long = E-postadressa er for lang
fault-email-letters = Før krøllalfaen kan det ikkje stå bokstavar som æ, ø og å
fault-date = Skriv ein dato, som 12.01.2027
fault-time = Skriv eit klokkeslett, som 18.00

## Når noko ikkje går. Overskrift, og det som står under.

wrong-home = Gå til forsida
wrong-contact = Få hjelp
wrong-not-found = Vi finn ikkje sida
wrong-not-found-text = Sjå om adressa er rett skriven. Sida kan òg vere borte.
wrong-no-such-link = Lenka verkar ikkje
wrong-no-such-link-text = Kanskje vart ho delt i to. Opne lenka i brevet på nytt. Eller kopier heile.
wrong-no-such-code = Vi kjenner ikkje koden
wrong-no-such-code-text = Sjå på plakaten eller lappen, og skriv koden ein gong til på forsida. Han har aldri O, I, L, 0 eller 1.
wrong-old-link = Lenka verkar ikkje lenger
wrong-old-link-text = Bruk lenka i det nyaste brevet frå oss.
wrong-closed = Her er det stengt
wrong-closed-text = Det går ikkje lenger an å melde interesse med denne koden. Ring kontaktpunktet, så finn de ut av det.
wrong-full = Det er fullt her no
wrong-full-text = Vi har fått så mange svar som det er plass til. Ring kontaktpunktet, så finn de ut av det.
wrong-changed = Noko har endra seg
wrong-changed-text = Derfor går ikkje dette no.
wrong-look-again = Sjå korleis det står til
wrong-no-link = Opne lenka i brevet
wrong-no-link-text = Denne sida er berre open ein time om gongen. Opne lenka i brevet frå oss ein gong til.
wrong-forbidden = Sida er for gammal
wrong-forbidden-text = Ingenting er endra. Gå tilbake, last sida på nytt og prøv igjen. Kom du frå eit brev? Opne lenka i brevet ein gong til.
wrong-method = Dette går ikkje her
wrong-method-text = Ingenting er endra. Gå tilbake og prøv igjen.
wrong-too-slow = Det tok for lang tid
wrong-too-slow-text = Vi veit ikkje om alt kom fram. Gå tilbake og prøv igjen.
wrong-too-often = Det gjekk litt fort
wrong-too-often-text = Det kom veldig mange svar på ein gong. Ingenting er lagra. Vent eit minutt, gå tilbake og prøv igjen.
wrong-too-large = Det var for mykje å sende
wrong-too-large-text = Ingenting er lagra. Gå tilbake, skriv kortare og prøv igjen.
wrong-unreadable = Vi kan ikkje lese skjemaet
wrong-unreadable-text = Ingenting er endra. Gå tilbake, last sida på nytt og prøv igjen.
wrong-broken = Noko gjekk gale hos oss
wrong-broken-text = Feilen er ikkje din. Prøv igjen om litt.
wrong-busy = Vi får ikkje svart no
wrong-busy-text = Feilen er ikkje din. Prøv igjen om nokre minutt.

## Knappar

button-continue = Gå vidare
button-save = Lagre
button-send = Send
button-sign-in = Logg inn
button-sign-out = Logg ut
optional = valfritt

## Veka

weekday-mon = måndag
weekday-tue = tysdag
weekday-wed = onsdag
weekday-thu = torsdag
weekday-fri = fredag
weekday-sat = laurdag
weekday-sun = sundag

weekdays-mon = måndagar
weekdays-tue = tysdagar
weekdays-wed = onsdagar
weekdays-thu = torsdagar
weekdays-fri = fredagar
weekdays-sat = laurdagar
weekdays-sun = sundagar

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

## Dato og klokkeslett. Punktumet etter dagen skal vere der.

date-short = { $weekday } { $day }. { $month }
date-with-year = { $date } { $year }
date-and-time = { $date } kl. { $time }
time = { $hour }.{ $minute }
weekly-time = { $days } kl. { $time }

# Fleire ting på rad: «A, B og C».
list-and = { $others } og { $last }

## Kjenneord: åtte fargar og 32 ting, i same rekkefølge i alle språk.
## Tinga må vere hankjønn eller hokjønn, så fargen ikkje må bøyast.

recognition-words = { $colour } { $thing }
recognition-colours = blå, grøn, gul, raud, kvit, brun, lilla, oransje
recognition-things =
    lykt, båt, sykkel, kopp, stol, bok, hatt, vott,
    hest, rev, bru, dør, benk, korg, stein, fjør,
    tulipan, bil, pute, ballong, gitar, fløyte, paraply, ryggsekk,
    nøkkel, vase, ugle, elg, pære, kake, kano, traktor

## Det som er gjort, på sida etterpå

told-session-ended = Du vart logga ut. Logg inn igjen.
