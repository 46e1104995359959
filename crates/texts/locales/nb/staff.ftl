### Det som medarbeidere leser på sidene: lesbarhetstall (LIX) på høyst 40.

role-coordinator = koordinator
role-leader = kursleder
role-igangsetter = igangsetter
seat-accepted = Takket ja
seat-declined = Takket nei
seat-silent = Ikke svart

## Rundt sidene

staff-nav = Vei tilbake
staff-desk = Til oppgavene
staff-back = Tilbake

## Logg inn

sign-in-title = Logg inn
sign-in-how = Vi sender deg en kode. Du trenger ikke noe passord.
sign-in-email = E-postadressen din
sign-in-email-hint = Den som kontaktpunktet har skrevet inn for deg.
sign-in-ask = Send meg en kode

code-title = Skriv koden
code-sent = Er adressen kjent hos oss, har vi sendt deg et brev. Koden virker i 30 minutter.
code-code = Koden fra brevet
code-code-hint = Seks tall. Skriv dem her, i nettleseren der du ba om koden.
code-digits = Skriv de seks tallene fra brevet
code-wrong =
    { $tries ->
        [one] Koden er feil. Du har ett forsøk igjen
       *[other] Koden er feil. Du har { $tries } forsøk igjen
    }
code-none = Kom det ikke noe brev?
code-again = Be om en ny kode
code-ended-title = Koden virker ikke lenger
code-ended-text = Den er brukt, for gammel eller skrevet feil for mange ganger. Be om en ny, så er du snart inne.

## Første oppsett

set-up-title = Velkommen til Oppstart
set-up-how = Skriv inn hvem dere er. Det tar ett minutt. Resten kan du gjøre etterpå, når det passer.
set-up-region = Hva heter regionen?
set-up-region-hint = Kontaktpunkter i samme region setter sammen grupper sammen. Bare medarbeidere ser navnet.
set-up-contact-point = Hva heter kontaktpunktet?
set-up-contact-point-hint = For eksempel «Frivilligsentralen». Det vises i brev og kan ikke si hva møtene handler om.
set-up-name = Hva heter du?
set-up-name-hint = Navnet som andre skal se. Fornavn er nok.
set-up-email = E-postadressen din
set-up-email-hint = Hit sender vi koden du logger inn med.
set-up-used-title = Lenken virker ikke lenger
set-up-used-done = Er kontaktpunktet satt opp? Da kan du logge inn.
set-up-used-new = Er det ikke satt opp ennå? Start tjenesten på nytt. Da viser den en ny lenke, som virker i 30 minutter.

## Oppgavene

desk-title = Oppgaver
desk-signed-in-as = Du er logget inn som { $name }.
desk-nothing = Det er ikke noe å gjøre akkurat nå.
desk-steps = Kom i gang
desk-steps-how = Ta ett steg om gangen. Du kan stoppe når du vil og fortsette senere.
desk-step-is-done = gjort
step-at = Steg { $number } av { $count }: { $what }
step-done = Steg { $number } av { $count } er gjort.
step-next = Neste steg: { $what }
desk-step = Neste steg: { $number } av { $count }
desk-step-controller = Si hvem som har ansvaret
desk-step-controller-why = Først må deltakerne få vite hvem som passer på opplysningene.
desk-step-place = Legg inn et sted
desk-step-place-why = Først trenger vi et sted der grupper kan møtes.
desk-step-room = Legg inn et rom
desk-step-room-why = Nå trenger stedet et rom, og tidene det er ledig.
desk-step-igangsetter = Legg inn en igangsetter
desk-step-igangsetter-why = Hver gruppe trenger en igangsetter de første gangene.
desk-step-availability = Velg sted og tid
desk-step-availability-why = Nå må minst én igangsetter ha sagt hvor og når det passer.
desk-step-course = Legg inn et kurs
desk-step-course-why = Til slutt: et kurs der deltakerne kan melde interesse.
desk-round = Ett forslag venter
desk-round-more = Det tar to minutter.
desk-round-call = Se forslaget
desk-enough = Fem eller flere ønsker det samme
desk-enough-more = Kanskje er det nok til en gruppe.
desk-vacant = En gruppe mangler igangsetter
desk-vacant-until = Finn noen innen { $date }.
desk-vacant-asked = { $name } er spurt og har ikke svart ennå.
desk-vacant-call = Finn en igangsetter
desk-unreached = Brev til { $name } kommer ikke fram
desk-unreached-more = E-posten blir avvist. Kanskje er adressen skrevet feil.
desk-unreached-call = Se adressen
desk-silent = Når og hvor kan du?
desk-silent-more = Si fra, så kan vi spørre deg når det er nok til en gruppe.
desk-silent-call = Velg sted og tid
desk-open = Innsamlingen er åpen
desk-open-call = Vis koden
desk-asked = En ny gruppe?
desk-inviting = Vi venter på svar
desk-ready = Gruppen din er klar
desk-group-open = Gruppen din tar imot deltakere
desk-started = Gruppen din har begynt
desk-dissolved = En gruppe ble ikke noe av
desk-group-call = Åpne siden
desk-under-way = Gruppene
desk-waits-igangsetter = Igangsetteren har ikke svart ennå.
desk-is-vacant = Mangler igangsetter.
desk-is-open = Åpen for kurset. Første møte: { $date }.
desk-is-started = Gruppen har begynt.
desk-is-ready = Klar. Første møte: { $date }.
desk-is-dissolved = Gruppen ble ikke noe av. De som ville, venter på en annen.
desk-waits-answers =
    { $answers ->
        [0] Vi venter ikke på flere svar nå.
        [one] { $answers } svar mangler.
       *[other] { $answers } svar mangler.
    }
desk-pages = Alt annet
desk-rounds = Ønsker og forslag
desk-courses = Kurs og innsamlinger
desk-places = Steder og rom
desk-people = Medarbeidere
desk-contact-point = Kontaktpunktet
desk-caller = Slå opp en kode for en som ringer
desk-availability = Når og hvor du kan

## Steder og rom

places-title = Steder
places-none = Det er ingen steder ennå.
places-rooms =
    { $rooms ->
        [0] Ingen rom ennå
        [one] Ett rom
       *[other] { $rooms } rom
    }
places-new = Et nytt sted
places-kind = Hva slags sted er det?
places-physical = Et hus med adresse
places-telephone = Telefon
places-online = Møte på nett
places-name = Hva kaller dere stedet?
places-name-hint = For eksempel «Biblioteket». Deltakerne ser det når de velger.
places-address = Gateadresse
places-address-hint = For eksempel «Storgata 1». Ikke for telefon og nett.
places-letter-name = Hva skal stedet hete i brev?
places-letter-name-hint = La det stå tomt, så bruker vi gateadressen. Andre kan se brevet. Derfor kan det ikke stå noe her som sier hva møtet handler om.
places-no-letter-name = Skriv en gateadresse, eller hva stedet skal hete i brev
places-entrance = Inngang
places-entrance-hint = Hvilken dør, hvilken etasje? Det står på siden til dem som skal dit.
places-step-free = Kan man komme inn uten trapper?
places-step-free-yes = Ja, uten trapper
places-step-free-no = Nei, det er trapper
places-step-free-unknown = Vet ikke
places-key = Nøkkel
places-key-hint = Hvor er nøkkelen? Bare igangsetteren ser det.
places-dial-in = Telefonnummer eller lenke til møtet
places-dial-in-hint = Bare for telefon og nett. De som skal være med, ser det på siden sin.
places-add = Legg til stedet
places-neighbours = Naboene
places-neighbours-text = Disse stedene hører til andre kontaktpunkter i regionen. Deltakerne kan velge dem også.
places-neighbours-none = Ingen steder ennå
place-in-letters = Navn i brev
place-address = Adresse
place-edit = Endre stedet
place-edit-how = Grupper som alt møtes her, beholder det de har fått vite.
place-not-offered = Stedet er ikke i bruk nå.
place-use = Bruk av stedet
place-use-how = Er stedet ikke i bruk, kan ingen velge det, og ingen nye grupper møtes der. Grupper som alt møtes der, fortsetter.
place-stop = Ikke bruk stedet lenger
place-again = Bruk stedet igjen
place-rooms = Rom
place-no-rooms = Det er ingen rom her ennå.
place-taken = Tatt av grupper som går videre selv
place-taken-how = Møtes gruppen ikke lenger? Da kan dere bruke tiden på nytt.
place-free = Ledig igjen
place-new-room = Et nytt rom
place-add-room = Legg til rommet
place-all = Se alle steder
room-name = Hva heter rommet?
room-name-hint = For eksempel «Peisestua».
room-times = Når er rommet ledig?
room-times-hint = Skriv når et møte kan begynne. Et møte varer i to timer. La resten stå tomt. Det er plass til to tider for hver dag.
room-second-time = { $day }, en tid til
room-no-time = Skriv minst én tid
room-hours = Møter kan begynne fra 06.00 til 22.00
room-from = Ledig fra og med
room-from-hint = La datoene stå tomme hvis rommet er ledig hele året.
room-until = Ledig til og med
room-is-from = fra og med { $date }
room-is-until = til og med { $date }
room-edit-how = Grupper som alt møtes her, blir her.
room-not-offered = Rommet er ikke i bruk nå.
room-use = Bruk av rommet
room-stop = Ikke bruk rommet lenger
room-again = Bruk rommet igjen
room-times-overlap = Det må være to timer mellom tidene
fault-date-far = Se om året er riktig
fault-until-early = Den siste dagen kan ikke være før den første

## Medarbeidere

people-title = Medarbeidere
people-availability = Når og hvor
people-new = En ny medarbeider
people-name = Navn
people-name-hint = Navnet som andre skal se. Fornavn er nok.
people-email = E-postadresse
people-email-hint = Hit sender vi koder og brev. Ingen kan se adressen etterpå.
people-address-taken = En medarbeider har denne adressen allerede
people-roles = Hva skal medarbeideren gjøre?
people-coordinator = Koordinator: tar seg av steder, kurs og forslag
people-leader = Kursleder: åpner innsamlinger på kurs
people-igangsetter = Igangsetter: er med i grupper de første gangene
people-no-role = Velg minst én rolle
people-add = Legg til medarbeideren
person-all = Se alle medarbeidere
person-address = E-postadressen
person-address-how = Ble adressen skrevet feil? Skriv den nye. Da blir personen logget ut overalt og får et nytt brev.
person-email = Ny e-postadresse
person-address-change = Bytt adresse
person-leaving = Logg ut eller fjern
person-sign-out-how = Er en telefon mistet? Logg ut personen overalt.
person-remove-how = Slutter noen? Da sletter vi navn og adresse. Har de en gruppe, må en koordinator finne en ny igangsetter.
person-sign-out = Logg ut overalt
person-remove = Fjern medarbeideren
person-last-coordinator = Kontaktpunktet må ha minst én koordinator. Legg inn en til først

## Når og hvor

availability-title = Når og hvor?
availability-own = Si hvor og når du kan være igangsetter. Du kan endre det når du vil.
availability-of = Si hvor og når { $name } kan være igangsetter.
availability-none = Det er ingen rom å velge ennå. En koordinator må legge dem inn først.
availability-cells = Steder og tider
availability-cells-hint = Velg alt som kan passe. Passer det ikke nå? Ta bort alle kryss.
availability-changed = Tidene er endret. Velg på nytt
availability-from = Fra hvilken dato?
availability-from-hint = Ingen ny gruppe har sitt første møte før denne datoen.
availability-groups = Hvor mange grupper på en gang?
availability-groups-hint = Når igangsetteren ikke er med i en gruppe lenger, blir det plass til en ny.
availability-ask = Før vi inviterer
availability-ask-hint = Spør vi først, får igangsetteren et brev og sier ja eller nei. Ellers går invitasjonene ut med en gang.
availability-ask-yes = Spør først
availability-ask-no = Bare sett opp gruppen, uten å spørre
away-title = Når er du borte?
away-how = Ingen ny gruppe har sitt første møte disse dagene. Lagre det du har valgt ovenfor, først.
spans-none = Ingen dager er lagt inn.
spans-days = { $first } til { $last }
spans-first = Første dag
spans-last = Siste dag
spans-last-hint = La den stå tom hvis det er bare én dag.
spans-add = Legg til dagene
spans-drop = Ta bort

## Kontaktpunktet

point-title = Kontaktpunktet
point-sign-up = Fast side for å melde interesse
point-sign-up-how = Her kan folk melde interesse hele året, uten kode. Bruk adressen på plakater og nettsider.
point-supported = Hvor mange møter er igangsetteren med på?
point-supported-hint = Fem er vanlig. Endringen gjelder nye grupper.
point-supported-fault = Skriv et tall fra 0 til { $max }
point-supported-count =
    { $meetings ->
        [0] Igangsetteren er ikke med på møtene.
        [one] Igangsetteren er med på det første møtet.
       *[other] Igangsetteren er med på de { $meetings } første møtene.
    }
point-edit = Endre navn, adresse, antall møter og ord i brev
point-name = Hva heter kontaktpunktet?
point-slug = Navn i adressen
point-slug-hint = Små bokstaver uten æ, ø og å, tall og bindestrek. Endrer du det, virker ikke gamle plakater lenger.
point-slug-fault = Skriv 2 til 40 tegn: a til z, tall og bindestrek
point-slug-taken = Et annet kontaktpunkt har dette navnet
point-closing = Egne ord i brevene til deltakerne
point-closing-hint = Høyst tre linjer på norsk, nederst i brevet. Vi oversetter ikke ordene deres, så de står likt på alle språk. Ingen lenker, og ingenting om hva møtene handler om.
point-closing-lines = Skriv høyst { $max } linjer
point-closing-control = Skriv med vanlige tegn
point-closing-address = Skriv uten nettadresser og e-postadresser, og med mellomrom etter punktum
point-closing-telling = Ta bort «{ $word }». Andre kan lese brevet, så det må ikke røpe hva møtene handler om
point-neighbours = Andre kontaktpunkter i regionen
point-neighbours-none = Det er ingen andre ennå.
point-new = Legg til et kontaktpunkt
point-new-how = Det nye kontaktpunktet er med på å sette sammen grupper i regionen. Koordinatoren får et brev og legger inn resten selv.
point-new-coordinator = Hva heter koordinatoren?
point-new-add = Legg til kontaktpunktet
controller-title = Hvem har ansvaret for opplysningene?
controller-how = Deltakerne ser dette før de samtykker. Ingen innsamling kan åpnes før alt er fylt ut.
controller-body = Ansvarlig virksomhet
controller-body-hint = For eksempel «Storvik kommune».
controller-contact = Hvor kan folk spørre om personvern?
controller-contact-hint = En e-postadresse eller et telefonnummer. Det står på siden om personvern.
controller-phone = Telefonnummer
controller-phone-hint = Det står i alle brev til deltakerne.
controller-change = Endre hvem som har ansvaret
controller-missing = Ingen har skrevet inn hvem som har ansvaret for opplysningene. Derfor kan ingen melde interesse ennå.
controller-fill-in = Fyll ut nå
closed-title = Når er det stengt?
closed-how = Ingen ny gruppe har sitt første møte disse dagene. Helligdager er alltid unntatt.
closed-see = Se og endre dagene
closed-new = Flere dager

## Kurs

courses-title = Kurs
courses-none = Det er ingen kurs ennå.
courses-ends = Siste samling: { $date }
courses-new = Et nytt kurs
courses-name = Hva heter kurset?
courses-name-hint = Bare kurslederen og kontaktpunktet ser det.
courses-leader = Kursleder
courses-leader-hint = Den som åpner innsamlingen på kurset.
courses-last-session = Siste samling
courses-last-session-hint = Den siste gangen kurset møtes. Som regel blir innsamlingen åpnet da.
courses-participants = Antall deltakere
courses-participants-hint = Da vet vi når alle har svart.
courses-participants-fault = Skriv et tall fra 1 til { $max }
courses-add = Legg til kurset
courses-no-leader = Ingen er kursleder ennå. Legg inn en kursleder først.
course-edit = Endre kurset
course-nobody = Ingen
course-collections = Innsamlinger
course-is-open = Åpen: vis koden
course-is-closed = Lukket: se hvordan det gikk
course-new = Ny innsamling
course-how = Åpne innsamlingen på siste samling. Da får du en kode som deltakerne kan skanne. Den er åpen i opptil en uke.
course-start = Hvordan skal gruppen begynne?
course-start-hint = Med sted og dato kan deltakerne si ja med en gang. Da blir det oftere en gruppe.
course-planned = Med sted og dato
course-unplanned = Uten dato
course-collect = Samle ønsker først. Kontaktpunktet finner sted og tid etterpå.
course-option = { $when }, { $place }, { $room }. Igangsetter: { $name }
course-start-changed = Den tiden er ikke ledig lenger. Velg en annen
course-open = Åpne innsamling
course-no-controller = Innsamlingen kan ikke åpnes. Tjenesten vet ikke hvem som har ansvaret for opplysningene.
course-ask-coordinator = Be en koordinator ved kontaktpunktet om å skrive det inn.
course-all = Se alle kurs

## Innsamlingen. Denne siden kan deltakerne se.

collection-is-open = Innsamlingen er åpen.
collection-open-until = Den stenger etter { $date }.
collection-scan = Skann koden med kameraet på telefonen.
collection-qr = QR-kode til siden der du melder interesse
collection-or = Eller gå til
collection-code = og skriv koden
collection-tablet = Bruk dette nettbrettet
collection-slips = Skriv ut lapper
collection-poster = Skriv ut en plakat
collection-close = Lukk innsamlingen
collection-close-how = Har alle fått svare? Etterpå virker ikke koden lenger. En ny innsamling får en ny kode.
collection-close-yes = Ja, lukk innsamlingen
collection-closed-title = Innsamlingen er lukket
collection-thanks = Takk. Kontaktpunktet tar det videre.
collection-fewer = Færre enn fem har meldt interesse.
collection-more = Fem eller flere har meldt interesse.
collection-course = Til kurset
poster-print = Skriv ut siden fra nettleseren. Denne linjen kommer ikke med.
poster-until = Åpent til og med { $date }.
slips-title = Lapper
slips-how = Lapper er for dem som vil svare hjemme. Hver lapp har sin egen kode, som virker én gang.
slips-last = Lappene virker til 14 dager etter at innsamlingen er lukket.
slips-count = Hvor mange lapper?
slips-make = Lag lappene
slips-print = Skriv ut siden nå. Kodene vises bare denne ene gangen.
slips-what = Fem til åtte personer møtes jevnlig. Det er gratis og frivillig.
slips-scan = Skann koden med telefonen. Eller skriv adressen i nettleseren, med koden bak:
slips-once = Koden virker én gang. Ikke gi den til andre.

## Det som er gjort, på siden etterpå

told-set-up = Kontaktpunktet er satt opp. Vi sender deg en kode nå.
told-person-added = Medarbeideren er lagt til.
told-place-added = Stedet er lagt til.
told-list-added = Alt på listen er lagt til.
told-room-added = Rommet er lagt til.
told-room-freed = Rommet er ledig igjen.
told-course-added = Kurset er lagt til.
told-course-saved = Kurset er lagret.
told-place-saved = Stedet er lagret.
told-room-saved = Rommet er lagret.
told-point-saved = Det er lagret.
told-point-added = Kontaktpunktet er lagt til. Koordinatoren får et brev.
told-days-saved = Dagene er lagret.
told-person-saved = Endringene er lagret.
told-address-changed = Adressen er byttet. Vi sender et brev til den nye.
told-signed-out = Medarbeideren er logget ut overalt.
told-person-removed = Medarbeideren er fjernet.
told-availability-saved = Tidene er lagret.
told-draft-discarded = Forslaget er forkastet. Alle venter videre.
told-group-refused = Du har svart nei. Takk for svaret.
