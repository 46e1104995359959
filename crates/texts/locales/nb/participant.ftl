### Det som deltakere leser på sidene. Korte setninger: lesbarhetstall (LIX) på høyst 30.

erase-everything = Slett alt om meg
state-waiting = Venter på flere
news-letter = Vi skriver til deg når det er noe nytt.
news-code = Du har en kode, så vi skriver ikke til deg. Se etter nytt her hver mandag.
news-code-meeting = Du har en kode, så vi skriver ikke til deg. Se her før hvert møte, i tilfelle noe er endret.

## Forsiden

home-title = Velkommen
home-what = Oppstart hjelper folk med å møtes i små grupper. Du sier hvor og når det passer, og får et brev når det er nok til å begynne.
home-code = Har du en kode fra en plakat?
home-code-hint = Koden har seks bokstaver og tall.
home-before = Har du vært her før?
home-find = Finn ønskene dine med e-post
home-look-up = Se svaret ditt med en kvitteringskode
fault-code = Skriv koden på seks bokstaver og tall. Den har aldri O, I, L, 0 eller 1
home-staff = Er du medarbeider?
home-desk = Til oppgavene dine

## Interesselappen

note-title = Vil du fortsette sammen med andre?
note-what = En gruppe på fem til åtte som møtes jevnlig og kan ha ulike utfordringer. En igangsetter er med de første gangene. Det er gratis, og det som blir sagt i gruppen, blir i gruppen.
note-voluntary = Det er frivillig. Kontaktpunktet ser tider og steder, men ikke hvem du er.
note-planned = Det er satt av en tid
note-planned-yes = Ja, jeg vil være med { $when } på { $place }.
note-planned-by = { $name } er igangsetter.
note-planned-optional = Vil du være med da? Så trenger du ikke velge steder og tider under. Men gjør det gjerne. Blir gruppen full, leter vi etter en annen.
note-places = Hvor kan du møtes?
note-several = Velg gjerne flere
note-neighbours = I nabokommunene
note-remote = På telefon eller nett
note-times = Når kan du møtes?
note-answer = Hvordan vil du få svar?
note-email = E-post
note-email-hint = Vi sender en lenke
note-no-email = Vil du ikke bruke e-post?
note-code = Jeg vil heller ha en kode
note-code-hint = Da lagrer vi ingen adresse. Du ser svaret her på siden. Deler dere en e-post? Da må én av dere ha kode.
note-consent-title = Samtykke
note-consent = Jeg samtykker til at { $body }, sammen med { $points }, lagrer valgene mine og e-postadressen min for å sette sammen en gruppe. Dette kan vise at jeg har gått på kurs. Igangsetteren ser kallenavnet mitt hvis jeg takker ja. Jeg kan trekke samtykket når som helst.
note-privacy = Les mer om personvern
fault-places = Velg minst ett sted
fault-places-changed = Stedene er endret. Velg på nytt
fault-times = Velg minst én tid
fault-consent = Kryss av hvis du samtykker. Uten det kan vi ikke lagre noe
fault-planned-gone = Denne tiden er ikke ledig lenger. Velg steder og tider
fault-reach-both = Velg e-post eller kode, ikke begge
fault-reach-none = Skriv e-postadressen din, eller velg kode

## Lappen er levert

received-title = Takk!
received-check = Sjekk e-posten din. Åpne siden og bekreft innen 7 dager.
next-title = Hva skjer nå?
received-next-letter = Først når du har bekreftet, er du med.
received-next-erase = Bekrefter du ikke, sletter vi alt etter 7 dager.
received-next-spam = Kom det ikke noe brev? Se i søppelposten. Du kan også svare en gang til.
received-code-yours = Dette er koden din:
received-code-keep = Skriv den ned, eller ta et bilde. Vi kan ikke finne den igjen for deg.
received-code-first = Skriv inn koden innen 7 dager. Først da er du med.
received-code-address = Skriv den inn på { $address }.
received-code-look = Se etter svar hver mandag, eller ring { $phone }.
received-code-now = Skriv inn koden nå
received-over = Lappen din er levert. Denne siden viser den bare en liten stund.

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
confirmed-more = Vil du si mer?
confirmed-more-text = Du kan si hva som passer best, og velge språk i brevene. Det er frivillig.
confirmed-more-link = Si hva som passer best

## Invitasjonen

answer-title = Tid for første møte
answer-by = Svar innen { $date }.
answer-nickname = Hva skal de andre kalle deg?
answer-nickname-hint = Bruk fornavn eller et navn du finner på
answer-nickname-save = Lagre navnet
answer-yes = Ja, jeg kommer
answer-not-this-date = Ikke denne datoen
answer-not-this-time = Jeg venter på en annen tid
answer-accepted = Du har svart ja
answer-accepted-text = Så fint at du kommer! Vi venter på svar fra noen flere.
answer-planned-text = Så fint at du kommer! Du har en plass.
answer-regret = Jeg kan ikke likevel
answer-regret-text = Da gir du fra deg plassen. Du kan vente på en annen dato eller en annen tid.
answer-call = Lurer du på noe? Ring
answer-cannot = Kan du ikke komme likevel? Ring { $phone }.
answer-declined = Svaret ditt er lagret
answer-declined-text = Du har takket nei denne gangen. Du står fortsatt i køen.
answer-late = Fristen er ute
answer-late-text = Det går ikke å svare på dette møtet lenger.
answer-none = Ingenting å svare på nå
answer-none-text = Du står fortsatt i køen. Vi leter etter et sted og en tid som passer.

meeting-when = Når
meeting-where = Hvor
meeting-way = Slik finner du fram
meeting-steps = Adkomst
meeting-step-free = Uten trapper
meeting-not-step-free = Det er trapper
meeting-dial-in = Slik blir du med
meeting-igangsetter = Igangsetter
meeting-no-igangsetter = Vi finner en ny
meeting-message = Beskjed fra igangsetteren
meeting-moved = { $when } (flyttet)
meeting-cancelled = { $when }: avlyst
meeting-holiday = { $when }: ikke møte
meeting-file = Legg i kalenderen
meeting-file-cancelled = Ta ut av kalenderen
meeting-file-summary = Møte

## Min lapp

mine-title = Ønskene dine
mine-nav = Tilbake
state-unconfirmed = Ikke bekreftet ennå
state-invited = Invitert
state-joined = Takket ja
state-ready = Møtet blir noe av
state-begun = Gruppen er i gang
state-paused = Vil du fortsatt være med?
mine-unconfirmed-text = Åpne lenken i det første brevet og bekreft. Gjør du ikke det, sletter vi alt etter { $date }.
mine-waiting-text = Vi leter etter et sted og en tid som passer.
mine-why = En gruppe må ha minst fem som kan på samme sted og tid.
mine-ways = Hva kan hjelpe?
mine-long-wait = Vi leter fortsatt. Dette kan du gjøre
mine-faster = Det kan gå raskere hvis du kan flere dager.
mine-way-neighbours = Kan du reise til en nabokommune? Legg til flere steder.
mine-way-remote = Kan du møtes på telefon eller nett? Legg det til.
mine-way-yourselves = Dere kan starte selv. Ring kontaktpunktet, så får du en veiledning.
mine-way-wait = Du kan vente videre. Da trenger du ikke gjøre noe.
mine-way-erase = Vil du ikke vente mer? Nederst på siden kan du slette alt.
mine-change = Endre
mine-apart = Er det noen du ikke vil møte her?
mine-first-choice = { $time } (passer best)
mine-meetings = Møtene
mine-give-up = Gi fra meg plassen
mine-kept-until = Finner vi ikke noe før { $date }, sletter vi alt etter den dagen.
mine-invited-text = Vi har funnet et sted og en tid som kan passe.
mine-joined-text = Vi venter på svar fra noen flere.
mine-ready-text = Velkommen! Her finner du fram.
mine-begun-text = Gruppen har hatt det første møtet.
mine-nickname = De andre kaller deg { $name }.
mine-number = I gruppen er du deltaker { $number }.
mine-seat-kept-until = Vi sletter alt om deg etter { $date }.
mine-paused-text = Vi har ikke hørt fra deg. Sier du ikke ja, sletter vi alt etter { $date }.
mine-still-interested = Ja, jeg vil fortsatt være med
mine-answer = Svar på invitasjonen
mine-chosen = Dette valgte du

## Slett alt

erase-what = Da slettes ønskene dine, plassen din og brev som ikke er sendt. Du kan ikke angre.
erase-yes = Ja, slett alt om meg
erased-title = Alt om deg er slettet her
erased-counts = Så mye ble slettet:
erased-notes = Lapper
erased-wishes = Ønsker
erased-seats = Plasser i grupper
erased-letters = Brev
erased-backups = Sikkerhetskopier blir uleselige innen { $date }.
erased-thanks = Du kan komme tilbake når du vil.
erased-note-title = Denne lappen er slettet
erased-before = Det som hørte til denne lenken, er slettet.
erased-newer = Har du svart på nytt siden? Bruk lenken i det nyeste brevet fra oss.

## Det som ble svart, på siden etterpå

told-date-declined = Vi kan spørre deg om den samme tiden en annen dato.
told-time-declined = Vi spør deg ikke om denne tiden igjen.
told-resumed = Så fint! Vi leter videre.
told-link-too-old = Lenken er for gammel. Be om en ny her.
told-link-sent = Se i e-posten din. Har du et ønske hos oss, sender vi en ny lenke.
told-code-confirmed = Takk, nå er du med.
told-group-full = Gruppen er full. Du venter på neste.
told-newer-note = Du har bekreftet et nyere ønske. Det er det som gjelder. Her er det.
told-note-changed = Endringen er lagret.
told-absence = Takk for at du sa fra. Igangsetteren får beskjed.
told-absence-enough = Igangsetteren har fått beskjed fra deg i dag. Du trenger ikke gjøre mer. Er det noe annet? Ring oss.
told-apart-made = Koden er laget. Gi den til den andre.
told-apart-shared = Takk. Vi setter dere ikke sammen.
told-apart-dropped = Koden gjelder ikke for deg lenger.

## Nettbrettet som går rundt

tablet-title = Takk. Gi nettbrettet videre.
tablet-next = Neste person
tablet-code-title = Takk. Skriv ned koden.
tablet-written-down = Jeg har skrevet ned koden
tablet-anew = Begynn på nytt

## Tilbake med en kode eller en e-postadresse

look-up-title = Se svaret ditt
look-up-what = Skriv koden du fikk da du meldte interesse. Når du bruker koden første gang, sier du ja til å være med. Har du en lapp av papir? Skriv koden som står på den.
look-up-code = Koden din
look-up-code-hint = Tolv bokstaver og tall
look-up-look = Se svaret
look-up-lost = Har du mistet koden? Ring oss
fault-receipt-code = Skriv koden på tolv bokstaver og tall. Den har aldri O, I, 0 eller 1
fault-receipt-code-unknown = Vi finner ikke koden. Se om den er riktig. Den kan også være slettet
find-title = Finn ønskene dine
find-what = Skriv e-postadressen din. Har du et ønske hos oss, sender vi en ny lenke.
wrong-slip-used = Lappen er brukt
wrong-slip-used-text = Hver lapp av papir virker én gang. Ring kontaktpunktet, så finner dere ut av det.

## Endre

change-title = Endre ønskene dine
change-what = Ta bort det som ikke passer lenger, eller legg til noe nytt.
change-wishes = Dette har du ønsket
change-wishes-hint = Ta bort krysset ved det du vil slette.
change-first = Passer best
change-places = Legg til steder
change-times = Legg til tider
change-language = Språk i brev og på sider
fault-wishes = La minst ett ønske stå, eller legg til et nytt

## Si fra

absence-title = Jeg kan ikke komme
absence-which = Neste møte er { $when }.
absence-what = Trykk på knappen, så får igangsetteren beskjed. Du trenger ikke si hvorfor.
absence-tell = Si fra til igangsetteren
absence-nobody = Det går ikke å si fra her nå. Ring oss i stedet.

## Avstandskode

apart-title = Avstandskode
apart-what = Noen ganger er det best å ikke være i samme gruppe, som for to som kjenner hverandre godt. Del en kode, så setter vi dere aldri sammen, og ingen spør hvorfor.
apart-own = Kodene dine
apart-give = Gi koden til den andre. Den gjelder når den andre har skrevet den inn på sin side.
apart-drop = Slipp koden
apart-share-title = Har du fått en kode?
apart-code = Koden du fikk
apart-code-hint = Åtte bokstaver og tall
apart-share = Bruk koden
apart-make-title = Trenger du en ny kode?
apart-make = Lag en kode
fault-apart-code = Skriv koden på åtte bokstaver og tall
fault-apart-unknown = Vi kjenner ikke koden. Be om å få den en gang til
fault-apart-taken = Denne koden er i bruk. Lag en ny
fault-apart-many = Du kan ha høyst tre koder. Slipp en først
