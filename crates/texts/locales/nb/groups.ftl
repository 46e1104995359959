# Ønsker, forslag og grupper: koordinatorens og igangsetterens sider.

## Ønsker og forslag

rounds-title = Ønsker og forslag
rounds-how = Vi setter sammen grupper av dem som venter. Du ser forslaget først. Ingen får brev før du har godkjent det.
rounds-propose = Lag et forslag
rounds-demand = Hva ønsker folk?
rounds-demand-none = Ingen venter akkurat nå.
rounds-demand-bands = Tallene er omtrentlige. Du ser dem nøyaktig mens et forslag venter.
rounds-demand-exact = Dette er de som ikke står i forslaget. Mange har flere ønsker, og telles flere ganger.
rounds-demand-caption = Ønsker, rom og igangsettere i uken
rounds-demand-table = Vis det samme som tabell
rounds-picture = Ønsker for hvert sted og hver tid, med rom og igangsettere. Tabellen under sier det samme.
rounds-place-and-time = Sted og tid
rounds-wishes = Ønsker
rounds-room = Rom
rounds-starter = Igangsettere
rounds-lacking = Her mangler det noe
rounds-lacks-room = { $spot }: mange ønsker, men ingen rom.
rounds-lacks-starter = { $spot }: mange ønsker, men ingen igangsetter.
rounds-waiting = Hvor lenge har de ventet?
rounds-waiting-short = Under 3 uker
rounds-waiting-long = 3 til 8 uker
rounds-waiting-longest = Over 8 uker
rounds-under-five = under 5
rounds-approved =
    { $groups ->
        [one] Én gruppe er godkjent.
       *[other] { $groups } grupper er godkjent.
    }
rounds-dropped-note = Gruppe { $number } er tatt ut: noen endret svaret sitt.
rounds-dropped-room = Gruppe { $number } er tatt ut: rommet er ikke ledig lenger.
rounds-dropped-igangsetter = Gruppe { $number } er tatt ut: igangsetteren kan ikke ta den lenger.
rounds-dropped-date = Gruppe { $number } er tatt ut: det første møtet fikk en ny dato, og den passer ikke for alle.
rounds-dropped-no-date = Gruppe { $number } er tatt ut: rommet er stengt eller igangsetteren borte de neste månedene.
rounds-dropped-settled = Gruppe { $number } er tatt ut: den tar ikke imot flere.

rounds-so-far = Hva det er blitt til
rounds-so-far-how = Tallene kommer når kvartalet er over. De er rundet av til nærmeste fem.
rounds-so-far-quarter = Kvartal
rounds-so-far-started = Deltakere i grupper som har begynt
rounds-so-far-yes = Svarte ja
rounds-so-far-no = Svarte nei, eller svarte ikke
rounds-quarter = { $number }. kvartal { $year }

round-title = Forslag
round-how = Ta bort krysset ved en gruppe som må vente.
round-none = Det ble ingen grupper denne gangen.
round-before = Venter før forslaget
round-seated = Får plass nå
round-after = Venter videre
round-groups = Hvilke grupper skal begynne?
round-group = Gruppe { $number }
round-fill = Gruppe { $number }: flere til en gruppe som er invitert
round-first-meeting = Første møte
round-people = Deltakere
round-asks-first = Vi spør først
round-asks-not = Vi inviterer uten å spørre
round-no-group = Velg minst én gruppe
round-changed = Forslaget er endret i mellomtiden. Se på det igjen
round-check = Gå videre
round-discard = Forkast forslaget
round-discard-how = Ingen har fått brev om forslaget. Alle venter videre.
round-discard-yes = Ja, forkast forslaget

check-title = Stemmer dette?
check-all =
    { $people ->
        [one] Dette sender e-post til én person.
       *[other] Dette sender e-post til { $people } personer.
    }
check-asked =
    { $igangsettere ->
        [one] Først spør vi én igangsetter.
       *[other] Først spør vi { $igangsettere } igangsettere.
    } { $people ->
        [one] Én deltaker får brev når vi har fått ja.
       *[other] { $people } deltakere får brev når vi har fått ja.
    }
check-at-once =
    { $people ->
        [one] Én deltaker får brev med en gang.
       *[other] { $people } deltakere får brev med en gang.
    }
check-send = Godkjenn og send
check-back = Tilbake til forslaget

unplaced-title = De som ikke fikk plass
unplaced-notes =
    { $notes ->
        [one] Én person
       *[other] { $notes } personer
    }
unplaced-no-common-time = tidene passer ikke
unplaced-no-common-time-next = Ingen rom er ledige når disse kan. Legg inn flere steder eller tider.
unplaced-no-igangsetter = ingen igangsetter
unplaced-no-igangsetter-next = Spør om noen kan ta flere tider eller flere grupper.
unplaced-no-room = ingen rom
unplaced-no-room-next = Legg inn et rom til, eller flere tider.
unplaced-too-few = for få ({ $have } av { $need })
unplaced-too-few-next = De venter til flere vil det samme.
unplaced-apart = holdes fra noen andre
unplaced-apart-next = De har bedt om ikke å møte hverandre. De venter på en annen gruppe.
unplaced-outweighed = et annet forslag hjelper flere
unplaced-outweighed-next = Den som har ventet lengst, går foran neste gang.

help-title = Hva ville hjelpe?
help-how = Vi har regnet ut ett tillegg om gangen. Legg det inn, forkast forslaget og lag et nytt.
help-room =
    { $people ->
        [one] Med et rom til på { $place }, { $time }, får én til en gruppe.
       *[other] Med et rom til på { $place }, { $time }, får { $people } flere en gruppe.
    }
help-igangsetter =
    { $people ->
        [one] Med en igangsetter til på { $place }, { $time }, får én til en gruppe.
       *[other] Med en igangsetter til på { $place }, { $time }, får { $people } flere en gruppe.
    }
help-notes =
    { $more ->
        [one] Hvis én til ønsker { $place }, { $time },
       *[other] Hvis { $more } til ønsker { $place }, { $time },
    } { $people ->
        [one] får én av dem som venter en gruppe.
       *[other] får { $people } av dem som venter en gruppe.
    }

## Gruppen, for igangsetteren

group-asked-title = En ny gruppe?
group-asked = Kan du være igangsetter for denne gruppen?
group-asked-more = Svar helst innen to døgn. Vi inviterer ingen før du har sagt ja.
group-yes = Ja, jeg tar den
group-no = Nei, ikke nå
group-inviting-title = Vi venter på svar
group-inviting = Takk for at du tar den! Invitasjonene er sendt.
group-waits-until = Vi venter på svar til { $date }. Så får du et brev om hvordan det gikk.
group-ready-title = Gruppen din er klar
group-names = De som kommer
group-participant = Deltaker { $number }
group-no-attendance = Vi fører ikke oppmøte. Ikke skriv opp hvem som kommer.
group-first-meeting = Det første møtet
group-meetings = De første møtene
group-first-hint = Bytt telefonnummer hvis dere vil. Avtal hvem som har nøkkelen.
group-then = Etter det siste går gruppen videre alene.
group-print = Skriv ut siden, så får du bare dette kortet. Navnene kommer ikke med.
group-open-until = Du ser denne siden til og med { $date }. Så sletter vi den.
group-dissolved-title = Gruppen ble ikke noe av
group-dissolved = Det ble ikke noen gruppe denne gangen. Du trenger ikke gjøre noe.
group-open-title = Gruppen din tar imot deltakere
group-open = Deltakerne på kurset kan melde seg på denne gruppen.
group-asked-later = Gruppen har mistet igangsetteren sin, og deltakerne er invitert. Svar helst innen to døgn.
group-started-title = Gruppen din har begynt
group-small = Dere er færre enn fem. Du kan gå videre med dem som kommer, eller avlyse gruppen.
group-next-meeting = Neste møte
group-meeting-moved = { $when } (flyttet)
group-meeting-cancelled = { $date }: avlyst
group-meeting-holiday = { $date }: stengt, ikke noe møte
group-tell = Si fra til gruppen
group-told =
    { $codes ->
        [0] { $sent } av { $all } sendt
       *[other] { $sent } av { $all } sendt, { $codes } har kode
    }
group-told-meeting-cancelled = Avlysning
group-told-meeting-moved = Ny tid
group-told-practical-message = Beskjed
group-told-meeting-off = Avlysning av gruppen
group-back = Tilbake til gruppen

## Beskjeder

message-title = Send en beskjed
message-what = Hva vil du si?
message-hint = Alle som kommer, får et brev hver. Du ser ingen adresser. De som har kode, ser beskjeden på siden sin.
message-send = Send til alle
message-none = Velg en beskjed
message-enough = Gruppen har fått tre beskjeder i dag. Prøv igjen i morgen

## Avlyse og flytte

meetings-title = Avlys eller flytt et møte
meetings-text = Alle som kommer, får brev med en gang. De som har kode, får ikke brev. De ser det når de slår opp koden sin.
meetings-over = Alle møtene er over.
meetings-which = Hvilket møte?
meetings-date = Ny dato
meetings-date-hint = Bare når du flytter. Høyst seks dager før eller etter.
meetings-time = Nytt klokkeslett
meetings-time-hint = Bare når du flytter. Skriv det også om det er det samme som før.
meetings-move = Flytt møtet
meetings-cancel = Avlys møtet
meetings-none = Velg et møte
meetings-bad-date = Velg en dato som kommer, høyst seks dager fra møtet, mellom 06.00 og 22.00, når du ikke er med en annen gruppe
meetings-room-taken = Rommet er opptatt da. Velg en annen tid
meetings-off-title = Avlys hele gruppen
meetings-off-text = Da blir det ingen gruppe. Deltakerne får brev og står først i køen neste gang.
meetings-call-off = Avlys gruppen

## Gå av

step-back-title = Jeg kan ikke likevel
step-back-text = Koordinatoren ser det i oppgavene sine med en gang og leter etter en annen. Finner vi ingen i tide, blir gruppen ikke noe av.
step-back-started = Koordinatoren ser det i oppgavene sine med en gang og leter etter en annen. Gruppen møtes uansett. Avlys neste møte først hvis ingen kan låse opp. Finner vi ingen, får deltakerne et brev dagen før neste møte.
step-back-yes = Jeg kan ikke være igangsetter for denne gruppen

## En ny igangsetter

lead-title = Finn en igangsetter
lead-until = Noen må ha sagt ja innen { $when }.
lead-asked = { $name } er spurt og har ikke svart ennå.
lead-who = Hvem kan ta over?
lead-who-hint = Disse kan møte da og er ledige. Vi spør dem som vil bli spurt først.
lead-ask = Spør
lead-none = Velg en igangsetter
lead-cant = Igangsetteren kan ikke lenger ta gruppen. Velg en annen
lead-nobody = Ingen kan ta over slik det er lagt inn nå. Spør noen, og legg inn når og hvor de kan.

## En som ringer

caller-title = Slå opp en kode
caller-text = Be den som ringer, lese opp koden sin. Trykk det som blir sagt, og ikke noe annet.
caller-code = Kode
caller-code-hint = Tolv bokstaver og tall. Koden har aldri O, I, 0 eller 1.
caller-look-up = Slå opp
caller-code-wrong = Skriv de tolv tegnene i koden
caller-code-unknown = Ingen har denne koden. Be om å få den lest én gang til
caller-notices = Les dette for den som ringer
caller-next = Neste som ringer
caller-done = Det er gjort.
caller-absence-told = Igangsetteren får beskjed.
caller-erased = Alt er slettet.
caller-too-late = Det går ikke lenger. Les opp det som står nå.
caller-is-gone = Det er ikke lagret noe på denne koden
caller-is-waiting = Venter på flere
caller-is-paused = På pause
caller-is-invited = Invitert, har ikke svart
caller-has-accepted = Har svart ja, møtet er ikke avgjort ennå
caller-is-ready = Møtet blir noe av
caller-absent = Kan ikke komme på neste møte
caller-leave = Vil ikke være med i denne gruppen likevel
caller-go-on = Vil fortsatt vente
caller-erase = Slett alt
caller-erase-what = Les opp: Da slettes ønskene, plassen og alt annet på denne koden. Det kan ikke angres.
caller-erase-yes = Ja, slett alt på denne koden

## Det som er gjort, på siden etterpå

told-message-sent = Beskjeden er sendt.
told-meeting-cancelled = Møtet er avlyst. Brevene er på vei.
told-meeting-moved = Møtet er flyttet. Brevene er på vei.
told-group-called-off = Gruppen er avlyst. Brevene er på vei.
told-stepped-back = Takk for at du sa fra. Koordinatoren finner en løsning.
told-lead-found = Det er gjort. Den som vil bli spurt først, får brev om det nå.
