# Ønske, forslag og grupper: sidene til koordinatoren og igangsetjaren.

## Ønske og forslag

rounds-title = Ønske og forslag
rounds-how = Vi set saman grupper av dei som ventar. Du ser forslaget først. Ingen får brev før du har godkjent det.
rounds-propose = Lag eit forslag
rounds-demand = Kva ønsker folk?
rounds-demand-none = Ingen ventar akkurat no.
rounds-demand-bands = Tala er omtrentlege. Du ser dei nøyaktig medan eit forslag ventar.
rounds-demand-exact = Dette er dei som ikkje står i forslaget. Mange har fleire ønske, og blir talde fleire gonger.
rounds-demand-caption = Ønske, rom og igangsetjarar i veka
rounds-demand-table = Vis det same som tabell
rounds-picture = Ønske for kvar stad og kvar tid, med rom og igangsetjarar. Tabellen under seier det same.
rounds-place-and-time = Stad og tid
rounds-wishes = Ønske
rounds-room = Rom
rounds-starter = Igangsetjarar
rounds-lacking = Her manglar det noko
rounds-lacks-room = { $spot }: mange ønske, men ingen rom.
rounds-lacks-starter = { $spot }: mange ønske, men ingen igangsetjar.
rounds-waiting = Kor lenge har dei venta?
rounds-waiting-short = Under 3 veker
rounds-waiting-long = 3 til 8 veker
rounds-waiting-longest = Over 8 veker
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
rounds-dropped-no-date = Gruppe { $number } er teken ut: rommet er stengt eller igangsetjaren borte dei neste månadene.
rounds-dropped-settled = Gruppe { $number } er teken ut: ho tek ikkje imot fleire.

rounds-so-far = Kva det har vorte til
rounds-so-far-how = Tala kjem når kvartalet er over. Dei er runda av til næraste fem.
rounds-so-far-quarter = Kvartal
rounds-so-far-started = Deltakarar i grupper som har starta
rounds-so-far-yes = Svarte ja
rounds-so-far-no = Svarte nei, eller svarte ikkje
rounds-quarter = { $number }. kvartal { $year }

round-title = Forslag
round-how = Ta bort krysset ved ei gruppe som må vente.
round-none = Det vart ingen grupper denne gongen.
round-before = Ventar før forslaget
round-seated = Får plass no
round-after = Ventar vidare
round-groups = Kva grupper skal starte?
round-group = Gruppe { $number }
round-fill = Gruppe { $number }: fleire til ei gruppe som er invitert
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

help-title = Kva ville hjelpe?
help-how = Vi har rekna ut eitt tillegg om gongen. Legg det inn, forkast forslaget og lag eit nytt.
help-room =
    { $people ->
        [one] Med eit rom til på { $place }, { $time }, får éin til ei gruppe.
       *[other] Med eit rom til på { $place }, { $time }, får { $people } fleire ei gruppe.
    }
help-igangsetter =
    { $people ->
        [one] Med ein igangsetjar til på { $place }, { $time }, får éin til ei gruppe.
       *[other] Med ein igangsetjar til på { $place }, { $time }, får { $people } fleire ei gruppe.
    }
help-notes =
    { $more ->
        [one] Viss éin til ønskjer { $place }, { $time },
       *[other] Viss { $more } til ønskjer { $place }, { $time },
    } { $people ->
        [one] får éin av dei som ventar ei gruppe.
       *[other] får { $people } av dei som ventar ei gruppe.
    }

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
group-print = Skriv ut sida, så får du berre dette kortet. Namna kjem ikkje med.
group-open-until = Du ser denne sida til og med { $date }. Så blir ho sletta.
group-dissolved-title = Det vart ikkje noko av gruppa
group-dissolved = Det vart inga gruppe denne gongen. Du treng ikkje gjere noko.
group-open-title = Gruppa di tek imot deltakarar
group-open = Deltakarane på kurset kan melde seg på denne gruppa.
group-asked-later = Gruppa har mista igangsetjaren sin, og deltakarane er inviterte. Svar helst innan to døgn.
group-started-title = Gruppa di har starta
group-small = De er færre enn fem. Du kan gå vidare med dei som kjem, eller avlyse gruppa.
group-next-meeting = Neste møte
group-meeting-moved = { $when } (flytta)
group-meeting-cancelled = { $date }: avlyst
group-meeting-holiday = { $date }: stengt, ikkje noko møte
group-tell = Sei frå til gruppa
group-told =
    { $codes ->
        [0] { $sent } av { $all } sende
       *[other] { $sent } av { $all } sende, { $codes } har kode
    }
group-told-meeting-cancelled = Avlysing
group-told-meeting-moved = Ny tid
group-told-practical-message = Melding
group-told-meeting-off = Avlysing av gruppa
group-back = Tilbake til gruppa

## Meldingar

message-title = Send ei melding
message-what = Kva vil du seie?
message-hint = Alle som kjem, får eit brev kvar. Du ser ingen adresser. Dei som har kode, ser meldinga på sida si.
message-send = Send til alle
message-none = Vel ei melding
message-enough = Gruppa har fått tre meldingar i dag. Prøv igjen i morgon

## Avlyse og flytte

meetings-title = Avlys eller flytt eit møte
meetings-text = Alle som kjem, får brev med ein gong. Dei som har kode, får ikkje brev. Dei ser det når dei slår opp koden sin.
meetings-over = Alle møta er over.
meetings-which = Kva møte?
meetings-date = Ny dato
meetings-date-hint = Berre når du flyttar. Høgst seks dagar før eller etter.
meetings-time = Nytt klokkeslett
meetings-time-hint = Berre når du flyttar. Skriv det òg om det er det same som før.
meetings-move = Flytt møtet
meetings-cancel = Avlys møtet
meetings-none = Vel eit møte
meetings-bad-date = Vel ein dato som kjem, høgst seks dagar frå møtet, mellom 06.00 og 22.00, når du ikkje er med ei anna gruppe
meetings-room-taken = Rommet er oppteke då. Vel ei anna tid
meetings-off-title = Avlys heile gruppa
meetings-off-text = Då blir det inga gruppe. Deltakarane får brev og står først i køen neste gong.
meetings-call-off = Avlys gruppa

## Gå av

step-back-title = Eg kan ikkje likevel
step-back-text = Koordinatoren ser det i oppgåvene sine med ein gong og leitar etter ein annan. Finn vi ingen i tide, blir det ikkje noko av gruppa.
step-back-started = Koordinatoren ser det i oppgåvene sine med ein gong og leitar etter ein annan. Gruppa møtest uansett. Avlys neste møte først om ingen kan låse opp. Finn vi ingen, får deltakarane eit brev dagen før neste møte.
step-back-yes = Eg kan ikkje vere igangsetjar for denne gruppa

## Ein ny igangsetjar

lead-title = Finn ein igangsetjar
lead-until = Nokon må ha sagt ja innan { $when }.
lead-asked = { $name } er spurd og har ikkje svart enno.
lead-who = Kven kan ta over?
lead-who-hint = Desse kan møte då og er ledige. Vi spør dei som vil bli spurde først.
lead-ask = Spør
lead-none = Vel ein igangsetjar
lead-cant = Igangsetjaren kan ikkje lenger ta gruppa. Vel ein annan
lead-nobody = Ingen kan ta over slik det er lagt inn no. Spør nokon, og legg inn når og kvar dei kan.

## Ein som ringjer

caller-title = Slå opp ein kode
caller-text = Be den som ringjer, lese opp koden sin. Trykk det som blir sagt, og ikkje noko anna.
caller-code = Kode
caller-code-hint = Tolv bokstavar og tal. Koden har aldri O, I, 0 eller 1.
caller-look-up = Slå opp
caller-code-wrong = Skriv dei tolv teikna i koden
caller-code-unknown = Ingen har denne koden. Be om å få han lesen éin gong til
caller-notices = Les dette for den som ringjer
caller-next = Neste som ringjer
caller-done = Det er gjort.
caller-absence-told = Igangsetjaren får beskjed.
caller-erased = Alt er sletta.
caller-too-late = Det går ikkje lenger. Les opp det som står no.
caller-is-gone = Det er ikkje lagra noko på denne koden
caller-is-waiting = Ventar på fleire
caller-is-paused = På pause
caller-is-invited = Invitert, har ikkje svart
caller-has-accepted = Har svart ja, møtet er ikkje avgjort enno
caller-is-ready = Det blir møte
caller-absent = Kan ikkje komme på neste møte
caller-leave = Vil ikkje vere med i denne gruppa likevel
caller-go-on = Vil framleis vente
caller-erase = Slett alt
caller-erase-what = Les opp: Då blir ønska, plassen og alt anna på denne koden sletta. Det kan ikkje angrast.
caller-erase-yes = Ja, slett alt på denne koden

## Det som er gjort, på sida etterpå

told-message-sent = Meldinga er send.
told-meeting-cancelled = Møtet er avlyst. Breva er på veg.
told-meeting-moved = Møtet er flytta. Breva er på veg.
told-group-called-off = Gruppa er avlyst. Breva er på veg.
told-stepped-back = Takk for at du sa frå. Koordinatoren finn ei løysing.
told-lead-found = Det er gjort. Den som vil bli spurd først, får brev om det no.
