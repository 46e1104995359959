### Det som medarbeidarar les på sidene: lesbarheitstal (LIX) på høgst 40.

role-coordinator = koordinator
role-leader = kursleiar
role-igangsetter = igangsetjar
seat-accepted = Takka ja
seat-declined = Takka nei
seat-silent = Ikkje svart

## Rundt sidene

staff-nav = Vegen tilbake
staff-desk = Til oppgåvene
staff-back = Tilbake

## Logg inn

sign-in-title = Logg inn
sign-in-how = Vi sender deg ein kode. Du treng ikkje noko passord.
sign-in-email = E-postadressa di
sign-in-email-hint = Den som kontaktpunktet har skrive inn for deg.
sign-in-ask = Send meg ein kode

code-title = Skriv koden
code-sent = Er adressa kjend hos oss, har vi sendt deg eit brev. Koden verkar i 30 minutt.
code-code = Koden frå brevet
code-code-hint = Seks tal. Skriv dei her, i nettlesaren der du bad om koden.
code-digits = Skriv dei seks tala frå brevet
code-wrong =
    { $tries ->
        [one] Koden er feil. Du har eitt forsøk att
       *[other] Koden er feil. Du har { $tries } forsøk att
    }
code-none = Kom det ikkje noko brev?
code-again = Be om ein ny kode
code-ended-title = Koden verkar ikkje lenger
code-ended-text = Han er brukt, for gammal eller skriven feil for mange gonger. Be om ein ny, så er du snart inne.

## Første oppsett

set-up-title = Velkomen til Oppstart
set-up-how = Skriv inn kven de er. Det tek eitt minutt. Resten kan du gjere etterpå, når det passar.
set-up-region = Kva heiter regionen?
set-up-region-hint = Kontaktpunkt i same region set saman grupper i lag. Berre medarbeidarar ser namnet.
set-up-contact-point = Kva heiter kontaktpunktet?
set-up-contact-point-hint = Til dømes «Frivilligsentralen». Det blir vist i brev og kan ikkje seie kva møta handlar om.
set-up-name = Kva heiter du?
set-up-name-hint = Namnet som andre skal sjå. Fornamn er nok.
set-up-email = E-postadressa di
set-up-email-hint = Hit sender vi koden du loggar inn med.
set-up-used-title = Lenka verkar ikkje lenger
set-up-used-done = Er kontaktpunktet sett opp? Då kan du logge inn.
set-up-used-new = Er det ikkje sett opp enno? Start tenesta på nytt. Då viser ho ei ny lenke, som verkar i 30 minutt.

## Oppgåvene

desk-title = Oppgåver
desk-signed-in-as = Du er logga inn som { $name }.
desk-nothing = Det er ingenting å gjere akkurat no.
desk-steps = Kom i gang
desk-steps-how = Ta eitt steg om gongen. Du kan stoppe når du vil og halde fram seinare.
desk-step-is-done = gjort
step-at = Steg { $number } av { $count }: { $what }
step-done = Steg { $number } av { $count } er gjort.
step-next = Neste steg: { $what }
desk-step = Neste steg: { $number } av { $count }
desk-step-controller = Sei kven som har ansvaret
desk-step-controller-why = Først må deltakarane få vite kven som passar på opplysningane.
desk-step-place = Legg inn ein stad
desk-step-place-why = Først treng vi ein stad der grupper kan møtast.
desk-step-room = Legg inn eit rom
desk-step-room-why = No treng staden eit rom, og tidene det er ledig.
desk-step-igangsetter = Legg inn ein igangsetjar
desk-step-igangsetter-why = Kvar gruppe treng ein igangsetjar dei første gongene.
desk-step-availability = Vel stad og tid
desk-step-availability-why = No må minst éin igangsetjar ha sagt kvar og når det passar.
desk-step-course = Legg inn eit kurs
desk-step-course-why = Til slutt: eit kurs der deltakarane kan melde interesse.
desk-round = Eitt forslag ventar
desk-round-more = Det tek to minutt.
desk-round-call = Sjå forslaget
desk-enough = Fem eller fleire ønsker det same
desk-enough-more = Kanskje er det nok til ei gruppe.
desk-vacant = Ei gruppe manglar igangsetjar
desk-vacant-until = Finn nokon innan { $date }.
desk-vacant-asked = { $name } er spurd og har ikkje svart enno.
desk-vacant-call = Finn ein igangsetjar
desk-unreached = Brev til { $name } kjem ikkje fram
desk-unreached-more = E-posten blir avvist. Kanskje er adressa skriven feil.
desk-unreached-call = Sjå adressa
desk-silent = Når og kvar kan du?
desk-silent-more = Sei frå, så kan vi spørje deg når det er nok til ei gruppe.
desk-silent-call = Vel stad og tid
desk-open = Innsamlinga er open
desk-open-call = Vis koden
desk-asked = Ei ny gruppe?
desk-inviting = Vi ventar på svar
desk-ready = Gruppa di er klar
desk-group-open = Gruppa di tek imot deltakarar
desk-started = Gruppa di har byrja
desk-dissolved = Det vart ikkje noko av gruppa
desk-group-call = Opne sida
desk-under-way = Gruppene
desk-waits-igangsetter = Igangsetjaren har ikkje svart enno.
desk-is-vacant = Manglar igangsetjar.
desk-is-open = Open for kurset. Første møte: { $date }.
desk-is-started = Gruppa har byrja.
desk-is-ready = Klar. Første møte: { $date }.
desk-is-dissolved = Det vart ikkje noko av gruppa. Dei som ville, ventar på ei anna.
desk-waits-answers =
    { $answers ->
        [0] Vi ventar ikkje på fleire svar no.
        [one] { $answers } svar manglar.
       *[other] { $answers } svar manglar.
    }
desk-pages = Alt anna
desk-rounds = Ønske og forslag
desk-courses = Kurs og innsamlingar
desk-places = Stader og rom
desk-people = Medarbeidarar
desk-contact-point = Kontaktpunktet
desk-caller = Slå opp ein kode for ein som ringjer
desk-availability = Når og kvar du kan

## Stader og rom

places-title = Stader
places-none = Det er ingen stader enno.
places-rooms =
    { $rooms ->
        [0] Ingen rom enno
        [one] Eitt rom
       *[other] { $rooms } rom
    }
places-new = Ein ny stad
places-kind = Kva slags stad er det?
places-physical = Eit hus med adresse
places-telephone = Telefon
places-online = Møte på nett
places-name = Kva kallar de staden?
places-name-hint = Til dømes «Biblioteket». Deltakarane ser det når dei vel.
places-address = Gateadresse
places-address-hint = Til dømes «Storgata 1». Ikkje for telefon og nett.
places-letter-name = Kva skal staden heite i brev?
places-letter-name-hint = La det stå tomt, så bruker vi gateadressa. Andre kan sjå brevet. Derfor kan det ikkje stå noko her som seier kva møtet handlar om.
places-no-letter-name = Skriv ei gateadresse, eller kva staden skal heite i brev
places-entrance = Inngang
places-entrance-hint = Kva dør, kva etasje? Det står på sida til dei som skal dit.
places-step-free = Kan ein kome inn utan trapper?
places-step-free-yes = Ja, utan trapper
places-step-free-no = Nei, det er trapper
places-step-free-unknown = Veit ikkje
places-key = Nøkkel
places-key-hint = Kvar er nøkkelen? Berre igangsetjaren ser det.
places-dial-in = Telefonnummer eller lenkje til møtet
places-dial-in-hint = Berre for telefon og nett. Dei som skal vere med, ser det på sida si.
places-add = Legg til staden
places-neighbours = Naboane
places-neighbours-text = Desse stadene høyrer til andre kontaktpunkt i regionen. Deltakarane kan velje dei òg.
places-neighbours-none = Ingen stader enno
place-in-letters = Namn i brev
place-address = Adresse
place-edit = Endre staden
place-edit-how = Grupper som alt møtest her, held på det dei har fått vite.
place-not-offered = Staden er ikkje i bruk no.
place-use = Bruk av staden
place-use-how = Er staden ikkje i bruk, kan ingen velje han, og ingen nye grupper møtest der. Grupper som alt møtest der, held fram.
place-stop = Ikkje bruk staden lenger
place-again = Bruk staden igjen
place-rooms = Rom
place-no-rooms = Det er ingen rom her enno.
place-taken = Tekne av grupper som går vidare sjølve
place-taken-how = Møtest ikkje gruppa lenger? Då kan de bruke tida på nytt.
place-free = Ledig igjen
place-new-room = Eit nytt rom
place-add-room = Legg til rommet
place-all = Sjå alle stader
room-name = Kva heiter rommet?
room-name-hint = Til dømes «Peisestova».
room-times = Når er rommet ledig?
room-times-hint = Skriv når eit møte kan starte. Eit møte varer i to timar. La resten stå tomt. Det er plass til to tider for kvar dag.
room-second-time = { $day }, ei tid til
room-no-time = Skriv minst éi tid
room-hours = Møte kan starte frå 06.00 til 22.00
room-from = Ledig frå og med
room-from-hint = La datoane stå tomme om rommet er ledig heile året.
room-until = Ledig til og med
room-is-from = frå og med { $date }
room-is-until = til og med { $date }
room-edit-how = Grupper som alt møtest her, blir her.
room-not-offered = Rommet er ikkje i bruk no.
room-use = Bruk av rommet
room-stop = Ikkje bruk rommet lenger
room-again = Bruk rommet igjen
room-times-overlap = Det må vere to timar mellom tidene
fault-date-far = Sjå om året er rett
fault-until-early = Den siste dagen kan ikkje vere før den første

## Medarbeidarar

people-title = Medarbeidarar
people-availability = Når og kvar
people-new = Ein ny medarbeidar
people-name = Namn
people-name-hint = Namnet som andre skal sjå. Fornamn er nok.
people-email = E-postadresse
people-email-hint = Hit sender vi kodar og brev. Ingen kan sjå adressa etterpå.
people-address-taken = Ein medarbeidar har alt denne adressa
people-roles = Kva skal medarbeidaren gjere?
people-coordinator = Koordinator: tek seg av stader, kurs og forslag
people-leader = Kursleiar: opnar innsamlingar på kurs
people-igangsetter = Igangsetjar: er med i grupper dei første gongene
people-no-role = Vel minst éi rolle
people-add = Legg til medarbeidaren
person-all = Sjå alle medarbeidarar
person-address = E-postadressa
person-address-how = Vart adressa skriven feil? Skriv den nye. Då blir personen logga ut overalt og får eit nytt brev.
person-email = Ny e-postadresse
person-address-change = Byt adresse
person-leaving = Logg ut eller fjern
person-sign-out-how = Er ein telefon mista? Logg ut personen overalt.
person-remove-how = Sluttar nokon? Då slettar vi namn og adresse. Har dei ei gruppe, må ein koordinator finne ein ny igangsetjar.
person-sign-out = Logg ut overalt
person-remove = Fjern medarbeidaren
person-last-coordinator = Kontaktpunktet må ha minst éin koordinator. Legg inn ein til først

## Når og kvar

availability-title = Når og kvar?
availability-own = Sei kvar og når du kan vere igangsetjar. Du kan endre det når du vil.
availability-of = Sei kvar og når { $name } kan vere igangsetjar.
availability-none = Det er ingen rom å velje enno. Ein koordinator må legge dei inn først.
availability-cells = Stader og tider
availability-cells-hint = Vel alt som kan passe. Passar det ikkje no? Ta bort alle kryss.
availability-changed = Tidene er endra. Vel på nytt
availability-from = Frå kva dato?
availability-from-hint = Inga ny gruppe har det første møtet sitt før denne datoen.
availability-groups = Kor mange grupper på ein gong?
availability-groups-hint = Når igangsetjaren ikkje er med i ei gruppe lenger, blir det plass til ei ny.
availability-ask = Før vi inviterer
availability-ask-hint = Spør vi først, får igangsetjaren eit brev og seier ja eller nei. Elles går invitasjonane ut med ein gong.
availability-ask-yes = Spør først
availability-ask-no = Berre set opp gruppa, utan å spørje
away-title = Når er du borte?
away-how = Inga ny gruppe har det første møtet sitt desse dagane. Lagre det du har valt ovanfor, først.
spans-none = Ingen dagar er lagde inn.
spans-days = { $first } til { $last }
spans-first = Første dag
spans-last = Siste dag
spans-last-hint = La han stå tom om det er berre éin dag.
spans-add = Legg til dagane
spans-drop = Ta bort

## Kontaktpunktet

point-title = Kontaktpunktet
point-sign-up = Fast side for å melde interesse
point-sign-up-how = Her kan folk melde interesse heile året, utan kode. Bruk adressa på plakatar og nettsider.
point-supported = Kor mange møte er igangsetjaren med på?
point-supported-hint = Fem er vanleg. Endringa gjeld nye grupper.
point-supported-fault = Skriv eit tal frå 0 til { $max }
point-supported-count =
    { $meetings ->
        [0] Igangsetjaren er ikkje med på møta.
        [one] Igangsetjaren er med på det første møtet.
       *[other] Igangsetjaren er med på dei { $meetings } første møta.
    }
point-edit = Endre namn, adresse, talet på møte og ord i brev
point-name = Kva heiter kontaktpunktet?
point-slug = Namn i adressa
point-slug-hint = Små bokstavar utan æ, ø og å, tal og bindestrek. Endrar du det, verkar ikkje gamle plakatar lenger.
point-slug-fault = Skriv 2 til 40 teikn: a til z, tal og bindestrek
point-slug-taken = Eit anna kontaktpunkt har dette namnet
point-closing = Eigne ord i breva til deltakarane
point-closing-hint = Høgst tre linjer på norsk, nedst i brevet. Vi set ikkje om orda dykkar, så dei står likt på alle språk. Ingen lenkjer, og ingenting om kva møta handlar om.
point-closing-lines = Skriv høgst { $max } linjer
point-closing-control = Skriv med vanlege teikn
point-closing-address = Skriv utan nettadresser og e-postadresser, og med mellomrom etter punktum
point-closing-telling = Ta bort «{ $word }». Andre kan lese brevet, så det må ikkje røpe kva møta handlar om
point-neighbours = Andre kontaktpunkt i regionen
point-neighbours-none = Det er ingen andre enno.
point-new = Legg til eit kontaktpunkt
point-new-how = Det nye kontaktpunktet er med på å setje saman grupper i regionen. Koordinatoren får eit brev og legg inn resten sjølv.
point-new-coordinator = Kva heiter koordinatoren?
point-new-add = Legg til kontaktpunktet
controller-title = Kven har ansvaret for opplysningane?
controller-how = Deltakarane ser dette før dei samtykkjer. Inga innsamling kan opnast før alt er fylt ut.
controller-body = Ansvarleg verksemd
controller-body-hint = Til dømes «Storvik kommune».
controller-contact = Kvar kan folk spørje om personvern?
controller-contact-hint = Ei e-postadresse eller eit telefonnummer. Det står på sida om personvern.
controller-phone = Telefonnummer
controller-phone-hint = Det står i alle brev til deltakarane.
controller-change = Endre kven som har ansvaret
controller-missing = Ingen har skrive inn kven som har ansvaret for opplysningane. Derfor kan ingen melde interesse enno.
controller-fill-in = Fyll ut no
closed-title = Når er det stengt?
closed-how = Inga ny gruppe har det første møtet sitt desse dagane. Heilagdagar er alltid unnatekne.
closed-see = Sjå og endre dagane
closed-new = Fleire dagar

## Kurs

courses-title = Kurs
courses-none = Det er ingen kurs enno.
courses-ends = Siste samling: { $date }
courses-new = Eit nytt kurs
courses-name = Kva heiter kurset?
courses-name-hint = Berre kursleiaren og kontaktpunktet ser det.
courses-leader = Kursleiar
courses-leader-hint = Den som opnar innsamlinga på kurset.
courses-last-session = Siste samling
courses-last-session-hint = Den siste gongen kurset møtest. Som regel blir innsamlinga opna då.
courses-participants = Talet på deltakarar
courses-participants-hint = Då veit vi når alle har svart.
courses-participants-fault = Skriv eit tal frå 1 til { $max }
courses-add = Legg til kurset
courses-no-leader = Ingen er kursleiar enno. Legg inn ein kursleiar først.
course-edit = Endre kurset
course-nobody = Ingen
course-collections = Innsamlingar
course-is-open = Open: vis koden
course-is-closed = Lukka: sjå korleis det gjekk
course-new = Ny innsamling
course-how = Opne innsamlinga på siste samling. Då får du ein kode som deltakarane kan skanne. Han er open i opptil ei veke.
course-start = Korleis skal gruppa byrje?
course-start-hint = Med stad og dato kan deltakarane seie ja med ein gong. Då blir det oftare ei gruppe.
course-planned = Med stad og dato
course-unplanned = Utan dato
course-collect = Samle ønske først. Kontaktpunktet finn stad og tid etterpå.
course-option = { $when }, { $place }, { $room }. Igangsetjar: { $name }
course-start-changed = Den tida er ikkje ledig lenger. Vel ei anna
course-open = Opne innsamling
course-no-controller = Innsamlinga kan ikkje opnast. Tenesta veit ikkje kven som har ansvaret for opplysningane.
course-ask-coordinator = Be ein koordinator ved kontaktpunktet om å skrive det inn.
course-all = Sjå alle kurs

## Innsamlinga. Denne sida kan deltakarane sjå.

collection-is-open = Innsamlinga er open.
collection-open-until = Ho stenger etter { $date }.
collection-scan = Skann koden med kameraet på telefonen.
collection-qr = QR-kode til sida der du melder interesse
collection-or = Eller gå til
collection-code = og skriv koden
collection-tablet = Bruk dette nettbrettet
collection-slips = Skriv ut lappar
collection-poster = Skriv ut ein plakat
collection-close = Lukk innsamlinga
collection-close-how = Har alle fått svare? Etterpå verkar ikkje koden lenger. Ei ny innsamling får ein ny kode.
collection-close-yes = Ja, lukk innsamlinga
collection-closed-title = Innsamlinga er lukka
collection-thanks = Takk. Kontaktpunktet tek det vidare.
collection-fewer = Færre enn fem har meldt interesse.
collection-more = Fem eller fleire har meldt interesse.
collection-course = Til kurset
poster-print = Skriv ut sida frå nettlesaren. Denne linja kjem ikkje med.
poster-until = Ope til og med { $date }.
slips-title = Lappar
slips-how = Lappar er for dei som vil svare heime. Kvar lapp har sin eigen kode, som verkar éin gong.
slips-last = Lappane verkar til 14 dagar etter at innsamlinga er lukka.
slips-count = Kor mange lappar?
slips-make = Lag lappane
slips-print = Skriv ut sida no. Kodane blir viste berre denne eine gongen.
slips-what = Fem til åtte personar møtest jamleg. Det er gratis og frivillig.
slips-scan = Skann koden med telefonen. Eller skriv adressa i nettlesaren, med koden bak:
slips-once = Koden verkar éin gong. Ikkje gi han til andre.

## Det som er gjort, på sida etterpå

told-set-up = Kontaktpunktet er sett opp. Vi sender deg ein kode no.
told-person-added = Medarbeidaren er lagd til.
told-place-added = Staden er lagd til.
told-list-added = Alt på lista er lagt til.
told-room-added = Rommet er lagt til.
told-room-freed = Rommet er ledig igjen.
told-course-added = Kurset er lagt til.
told-course-saved = Kurset er lagra.
told-place-saved = Staden er lagra.
told-room-saved = Rommet er lagra.
told-point-saved = Det er lagra.
told-point-added = Kontaktpunktet er lagt til. Koordinatoren får eit brev.
told-days-saved = Dagane er lagra.
told-person-saved = Endringane er lagra.
told-address-changed = Adressa er bytt. Vi sender eit brev til den nye.
told-signed-out = Medarbeidaren er logga ut overalt.
told-person-removed = Medarbeidaren er fjerna.
told-availability-saved = Tidene er lagra.
told-draft-discarded = Forslaget er forkasta. Alle ventar vidare.
told-group-refused = Du har svart nei. Takk for svaret.
