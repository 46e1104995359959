### Det som deltakere leser på sidene. Korte setninger: lesbarhetstall (LIX) på høyst 30.

erase-everything = Slett alt om meg
state-waiting = Venter på flere

## Forsiden

home-title = Velkommen
home-what = Oppstart hjelper folk med å møtes i små grupper. Du sier hvor og når det passer, og får et brev når det er nok til å begynne.
home-code = Har du en kode?
home-code-hint = Koden har seks bokstaver og tall.
fault-code = Skriv koden på seks bokstaver og tall. Den har aldri O, I, L, 0 eller 1
home-staff = Er du medarbeider?
home-desk = Til oppgavene dine

## Interesselappen

note-title = Vil du fortsette sammen med andre?
note-what = En gruppe på fem til åtte som møtes jevnlig og kan ha ulike utfordringer. En igangsetter er med de første gangene. Det er gratis, og det som blir sagt i gruppen, blir i gruppen.
note-voluntary = Det er frivillig. Kontaktpunktet ser tider og steder, men ikke hvem du er.
note-places = Hvor kan du møtes?
note-several = Velg gjerne flere
note-neighbours = I nabokommunene
note-times = Når kan du møtes?
note-answer = Hvordan vil du få svar?
note-email = E-post
note-email-hint = Vi sender en lenke
note-consent-title = Samtykke
note-consent = Jeg samtykker til at { $body }, sammen med { $points }, lagrer valgene mine og e-postadressen min for å sette sammen en gruppe. Dette kan vise at jeg har gått på kurs. Igangsetteren ser kallenavnet mitt hvis jeg takker ja. Jeg kan trekke samtykket når som helst.
note-privacy = Les mer om personvern
fault-places = Velg minst ett sted
fault-places-changed = Stedene er endret. Velg på nytt
fault-times = Velg minst én tid
fault-consent = Kryss av hvis du samtykker. Uten det kan vi ikke lagre noe

## Lappen er levert

received-title = Takk!
received-check = Sjekk e-posten din. Åpne siden og bekreft innen 7 dager.
next-title = Hva skjer nå?
received-next-letter = Først når du har bekreftet, er du med.
received-next-erase = Bekrefter du ikke, sletter vi alt etter 7 dager.
received-next-spam = Kom det ikke noe brev? Se i søppelposten. Du kan også svare en gang til.

## Bekreft

confirm-title = Bekreft e-postadressen din
confirm-what = Noen skrev inn denne adressen hos Oppstart. Var det deg?
confirm-yes = Ja, bekreft
confirm-not-me = Det var ikke meg – slett
confirmed-title = Takk, nå er du med
confirmed-waiting = E-postadressen din er bekreftet.
confirmed-next-letter = Vi leter etter et sted og en tid. Så får du et brev.
confirmed-next-choose = Du sier ja eller nei da. Du velger selv.
confirmed-next-link = I alle brev er det en lenke. Der kan du se og slette det vi har om deg.

## Invitasjonen

answer-title = Tid for første møte
answer-by = Svar innen { $date }.
answer-nickname = Hva skal de andre kalle deg?
answer-nickname-hint = Bruk fornavn eller et navn du finner på
answer-yes = Ja, jeg kommer
answer-not-this-date = Ikke denne datoen
answer-not-this-time = Jeg venter på en annen tid
answer-accepted = Du har svart ja
answer-accepted-text = Så fint at du kommer! Du får et brev når det er klart at møtet blir noe av.
answer-cannot = Kan du ikke komme likevel? Ring { $phone }.
answer-declined = Svaret ditt er lagret
answer-declined-text = Du har takket nei denne gangen. Du står fortsatt i køen, og vi skriver når vi finner noe annet.
answer-late = Fristen er ute
answer-late-text = Det går ikke å svare på dette møtet lenger. Vi skriver til deg om hvordan det går videre.
answer-none = Ingenting å svare på nå
answer-none-text = Du står fortsatt i køen. Vi skriver når vi finner et sted og en tid.

meeting-when = Når
meeting-where = Hvor
meeting-way = Slik finner du fram
meeting-igangsetter = Igangsetter

## Min lapp

mine-title = Ønskene dine
state-unconfirmed = Ikke bekreftet ennå
state-invited = Invitert
state-joined = Takket ja
state-ready = Møtet blir noe av
state-begun = Gruppen er i gang
state-paused = Vil du fortsatt være med?
mine-unconfirmed-text = Åpne lenken i det første brevet og bekreft. Gjør du ikke det, sletter vi alt etter { $date }.
mine-waiting-text = Vi skriver til deg når vi har funnet et sted og en tid.
mine-faster = Det kan gå raskere hvis du kan flere dager.
mine-change = Vil du endre noe? Meld interesse på nytt, så erstatter den nye lappen denne.
mine-kept-until = Finner vi ikke noe før { $date }, sletter vi alt etter den dagen.
mine-invited-text = Vi har funnet et sted og en tid som kan passe.
mine-joined-text = Vi venter på svar fra noen flere. Du får et brev når det er klart.
mine-ready-text = Velkommen! Her finner du fram.
mine-begun-text = Gruppen har hatt det første møtet.
mine-nickname = De andre kaller deg { $name }.
mine-seat-kept-until = Vi sletter alt om deg etter { $date }.
mine-paused-text = Vi har ikke hørt fra deg. Sier du ikke ja, sletter vi alt etter { $date }.
mine-still-interested = Ja, jeg vil fortsatt være med
mine-answer = Svar på invitasjonen
mine-chosen = Dette valgte du
mine-places = Steder
mine-times = Tider

## Slett alt

erase-what = Da slettes ønskene dine, plassen din og brev som ikke er sendt. Du kan ikke angre.
erase-yes = Ja, slett alt om meg
erased-title = Alt om deg er slettet her
erased-counts = Så mye ble slettet:
erased-notes = Lapper
erased-wishes = Ønsker
erased-seats = Plasser i grupper
erased-letters = Brev
erased-thanks = Du kan komme tilbake når du vil.
erased-note-title = Denne lappen er slettet
erased-before = Det som hørte til denne lenken, er slettet.
erased-newer = Har du svart på nytt siden? Bruk lenken i det nyeste brevet fra oss.

## Det som ble svart, på siden etterpå

told-date-declined = Vi kan spørre deg om den samme tiden en annen dato.
told-time-declined = Vi spør deg ikke om denne tiden igjen.
