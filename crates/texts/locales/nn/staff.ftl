### Det som medarbeidarar les på sidene: lesbarheitstal (LIX) på høgst 40.

role-coordinator = koordinator
role-leader = kursleiar
role-igangsetter = igangsetjar
seat-accepted = Takka ja
seat-declined = Takka nei
seat-silent = Ikkje svart

## Rundt sidene

staff-nav = Vegen tilbake
staff-desk = ‹ Til oppgåvene

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
desk-step = Neste steg: { $number } av { $count }
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
desk-silent = Når og kvar kan du?
desk-silent-more = Sei frå, så kan vi spørje deg når det er nok til ei gruppe.
desk-silent-call = Vel stad og tid
desk-open = Innsamlinga er open
desk-open-call = Vis koden
desk-asked = Ei ny gruppe?
desk-inviting = Vi ventar på svar
desk-ready = Gruppa di er klar
desk-dissolved = Det vart ikkje noko av gruppa
desk-group-call = Opne sida
desk-under-way = Gruppene
desk-waits-igangsetter = Igangsetjaren har ikkje svart enno.
desk-is-ready = Klar. Første møte: { $date }.
desk-is-dissolved = Det vart ikkje noko av gruppa. Dei som ville, ventar på ei anna.
desk-waits-answers =
    { $answers ->
        [0] Alle har svart.
        [one] { $answers } svar manglar.
       *[other] { $answers } svar manglar.
    }
desk-pages = Alt anna
desk-rounds = Ønske og forslag
desk-courses = Kurs og innsamlingar
desk-places = Stader og rom
desk-people = Medarbeidarar
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
places-name = Kva kallar de staden?
places-name-hint = Til dømes «Biblioteket». Deltakarane ser det når dei vel.
places-letter-name = Kva skal staden heite i brev?
places-letter-name-hint = Bruk helst gateadressa, som «Storgata 1». Andre kan sjå brevet. Derfor kan det ikkje stå noko her som seier kva møtet handlar om.
places-how-to-find = Korleis finn ein fram?
places-how-to-find-hint = Inngang, heis, nøkkel. Det blir berre vist på sidene, til dei som skal dit.
places-add = Legg til staden
places-neighbours = Naboane
places-neighbours-text = Desse stadene høyrer til andre kontaktpunkt i regionen. Deltakarane kan velje dei òg.
places-neighbours-none = Ingen stader enno
place-in-letters = Namn i brev
place-way = Slik finn de fram
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
room-times-overlap = Det må vere to timar mellom tidene
fault-date-far = Sjå om året er rett

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

## Når og kvar

availability-title = Når og kvar?
availability-own = Sei kvar og når du kan vere igangsetjar. Du kan endre det når du vil.
availability-of = Sei kvar og når { $name } kan vere igangsetjar.
availability-none = Det er ingen rom å velje enno. Ein koordinator må legge dei inn først.
availability-cells = Stader og tider
availability-cells-hint = Vel alt som kan passe. Passar det ikkje no? Ta bort alle kryss.
availability-changed = Tidene er endra. Vel på nytt
availability-from = Frå kva dato?
availability-groups = Kor mange grupper på ein gong?
availability-ask = Før vi inviterer
availability-ask-yes = Spør først
availability-ask-no = Berre set opp gruppa, utan å spørje

## Kurs

courses-title = Kurs
courses-none = Det er ingen kurs enno.
courses-ends = Siste samling: { $date }
courses-new = Eit nytt kurs
courses-name = Kva heiter kurset?
courses-name-hint = Berre kursleiaren og kontaktpunktet ser det.
courses-leader = Kursleiar
courses-last-session = Siste samling
courses-participants = Talet på deltakarar
courses-participants-hint = Då veit vi når alle har svart.
courses-participants-fault = Skriv eit tal frå 1 til { $max }
courses-add = Legg til kurset
courses-no-leader = Ingen er kursleiar enno. Legg inn ein kursleiar først.
course-collections = Innsamlingar
course-is-open = Open: vis koden
course-is-closed = Lukka: sjå korleis det gjekk
course-new = Ny innsamling
course-how = Opne innsamlinga på siste samling. Då får du ein kode som deltakarane kan skanne. Han er open i ei veke.
course-open = Opne innsamling
course-no-controller = Innsamlinga kan ikkje opnast. Tenesta veit ikkje kven som har ansvaret for opplysningane.
course-settings = Den som driv tenesta, må fylle ut desse innstillingane:
course-all = Sjå alle kurs

## Innsamlinga. Denne sida kan deltakarane sjå.

collection-is-open = Innsamlinga er open.
collection-open-until = Ho stenger etter { $date }.
collection-scan = Skann koden med kameraet på telefonen.
collection-qr = QR-kode til sida der du melder interesse
collection-or = Eller gå til
collection-code = og skriv koden
collection-close = Lukk innsamlinga
collection-close-how = Har alle fått svare? Etterpå verkar ikkje koden lenger. Ei ny innsamling får ein ny kode.
collection-close-yes = Ja, lukk innsamlinga
collection-closed-title = Innsamlinga er lukka
collection-thanks = Takk. Kontaktpunktet tek det vidare.
collection-fewer = Færre enn fem har meldt interesse.
collection-more = Fem eller fleire har meldt interesse.
collection-course = Til kurset

## Ønske og forslag

rounds-title = Ønske og forslag
rounds-how = Vi set saman grupper av dei som ventar. Du ser forslaget først. Ingen får brev før du har godkjent det.
rounds-propose = Lag eit forslag
rounds-demand = Kva ønsker folk?
rounds-demand-none = Ingen ventar akkurat no.
rounds-demand-bands = Tala er omtrentlege. Du ser dei nøyaktig medan eit forslag ventar.
rounds-demand-exact = Dette er dei som ikkje står i forslaget. Mange har fleire ønske, og blir talde fleire gonger.
rounds-demand-caption = Ønske for kvar stad og kvar tid
rounds-time = Tid
rounds-under-five = under 5
rounds-approved =
    { $groups ->
        [one] Éi gruppe er godkjend.
       *[other] { $groups } grupper er godkjende.
    }
rounds-dropped-note = Gruppe { $number } er teken ut: nokon endra svaret sitt.
rounds-dropped-room = Gruppe { $number } er teken ut: rommet er ikkje ledig lenger.
rounds-dropped-igangsetter = Gruppe { $number } er teken ut: igangsetjaren kan ikkje ta gruppa lenger.
rounds-dropped-date = Gruppe { $number } er teken ut: det første møtet fekk ein ny dato, og han passar ikkje for alle.

round-title = Forslag
round-how = Ta bort krysset ved ei gruppe som må vente.
round-none = Det vart ingen grupper denne gongen.
round-groups = Kva grupper skal starte?
round-group = Gruppe { $number }
round-first-meeting = Første møte
round-people = Deltakarar
round-asks-first = Vi spør først
round-asks-not = Vi inviterer utan å spørje
round-no-group = Vel minst éi gruppe
round-changed = Forslaget er endra i mellomtida. Sjå på det igjen
round-check = Gå vidare
round-discard = Forkast forslaget
round-discard-how = Ingen har fått brev om forslaget. Alle ventar vidare.
round-discard-yes = Ja, forkast forslaget

check-title = Stemmer dette?
check-all =
    { $people ->
        [one] Dette sender e-post til éin person.
       *[other] Dette sender e-post til { $people } personar.
    }
check-asked =
    { $igangsettere ->
        [one] Først spør vi éin igangsetjar.
       *[other] Først spør vi { $igangsettere } igangsetjarar.
    } { $people ->
        [one] Éin deltakar får brev når vi har fått ja.
       *[other] { $people } deltakarar får brev når vi har fått ja.
    }
check-at-once =
    { $people ->
        [one] Éin deltakar får brev med ein gong.
       *[other] { $people } deltakarar får brev med ein gong.
    }
check-send = Godkjenn og send
check-back = Tilbake til forslaget

unplaced-title = Dei som ikkje fekk plass
unplaced-notes =
    { $notes ->
        [one] Éin person
       *[other] { $notes } personar
    }
unplaced-no-common-time = tidene passar ikkje
unplaced-no-common-time-next = Ingen rom er ledige når desse kan. Legg inn fleire stader eller tider.
unplaced-no-igangsetter = ingen igangsetjar
unplaced-no-igangsetter-next = Spør om nokon kan ta fleire tider eller fleire grupper.
unplaced-no-room = ingen rom
unplaced-no-room-next = Legg inn eit rom til, eller fleire tider.
unplaced-too-few = for få ({ $have } av { $need })
unplaced-too-few-next = Dei ventar til fleire vil det same.
unplaced-apart = skal haldast frå nokon andre
unplaced-apart-next = Dei har bede om ikkje å møte kvarandre. Dei ventar på ei anna gruppe.
unplaced-outweighed = eit anna forslag hjelper fleire
unplaced-outweighed-next = Den som har venta lengst, går føre neste gong.

## Gruppa, for igangsetjaren

group-asked-title = Ei ny gruppe?
group-asked = Kan du vere igangsetjar for denne gruppa?
group-asked-more = Svar helst innan to døgn. Vi inviterer ingen før du har sagt ja.
group-yes = Ja, eg tek gruppa
group-no = Nei, ikkje no
group-inviting-title = Vi ventar på svar
group-inviting = Takk for at du tek gruppa! Invitasjonane er sende.
group-waits-until = Vi ventar på svar til { $date }. Så får du eit brev om korleis det gjekk.
group-ready-title = Gruppa di er klar
group-names = Dei som kjem
group-participant = Deltakar { $number }
group-no-attendance = Vi fører ikkje oppmøte. Ikkje skriv opp kven som kjem.
group-first-meeting = Det første møtet
group-meetings = Dei første møta
group-first-hint = Byt telefonnummer om de vil. Avtal kven som har nøkkelen.
group-then = Etter det siste går gruppa vidare åleine.
group-open-until = Du ser denne sida til og med { $date }. Så blir ho sletta.
group-dissolved-title = Det vart ikkje noko av gruppa
group-dissolved = Det vart inga gruppe denne gongen. Du treng ikkje gjere noko.

## Det som er gjort, på sida etterpå

told-set-up = Kontaktpunktet er sett opp. Vi sender deg ein kode no.
told-person-added = Medarbeidaren er lagd til.
told-place-added = Staden er lagd til.
told-room-added = Rommet er lagt til.
told-room-freed = Rommet er ledig igjen.
told-course-added = Kurset er lagt til.
told-availability-saved = Tidene er lagra.
told-draft-discarded = Forslaget er forkasta. Alle ventar vidare.
told-group-refused = Du har svart nei. Takk for svaret.
