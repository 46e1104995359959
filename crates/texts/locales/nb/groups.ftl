# Gruppen slik igangsetteren ser den, og det som kan gjøres med den.

group-open-title = Gruppen din tar imot deltakere
group-open = Deltakerne på kurset kan melde seg på denne gruppen.
group-started-title = Gruppen din har begynt
group-small = Dere er færre enn fem. Du kan gå videre med dem som kommer, eller avlyse gruppen.
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
message-ring-the-bell = Ring på. Døren er låst.
message-meet-outside = Vi møtes ute ved inngangen ti minutter før.
message-indoor-shoes = Ta med innesko.
message-bring-a-drink = Ta gjerne med noe å drikke.
message-see-the-page = Se siden for hvordan du finner fram.
message-send = Send til alle
message-none = Velg en beskjed
message-enough = Gruppen har fått tre beskjeder i dag. Prøv igjen i morgen

## Avlyse og flytte

meetings-title = Avlys eller flytt et møte
meetings-text = Alle som kommer, får brev med en gang. Ring kontaktpunktet om dem som har kode, hvis det haster.
meetings-which = Hvilket møte?
meetings-date = Ny dato
meetings-date-hint = Bare når du flytter. Høyst seks dager før eller etter.
meetings-time = Nytt klokkeslett
meetings-move = Flytt møtet
meetings-cancel = Avlys møtet
meetings-none = Velg et møte
meetings-bad-date = Velg en dato som kommer, høyst seks dager fra møtet, mellom 06.00 og 22.00
meetings-room-taken = Rommet er opptatt da. Velg en annen tid
meetings-off-title = Avlys hele gruppen
meetings-off-text = Da blir det ingen gruppe. Deltakerne får brev og står først i køen neste gang.
meetings-call-off = Avlys gruppen

## Gå av

step-back-title = Jeg kan ikke likevel
step-back-text = Koordinatoren får beskjed med en gang og leter etter en annen. Finner vi ingen i tide, blir gruppen ikke noe av.
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
caller-code-hint = Tolv bokstaver og tall. Koden har aldri O, I, L, 0 eller 1.
caller-look-up = Slå opp
caller-code-wrong = Skriv de tolv tegnene i koden
caller-code-unknown = Ingen har denne koden. Be om å få den lest én gang til
caller-next = Neste som ringer
caller-done = Det er gjort.
caller-erased = Alt er slettet.
caller-too-late = Det er for sent å svare på dette.
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
rounds-dropped-no-date = Gruppe { $number } er tatt ut: rommet er stengt eller igangsetteren borte de neste månedene.
rounds-dropped-settled = Gruppe { $number } er tatt ut: den tar ikke imot flere.
round-fill = Gruppe { $number }: flere til en gruppe som er invitert

told-message-sent = Beskjeden er sendt.
told-meeting-cancelled = Møtet er avlyst. Alle får brev nå.
told-meeting-moved = Møtet er flyttet. Alle får brev nå.
told-group-called-off = Gruppen er avlyst. Alle får brev nå.
told-stepped-back = Takk for at du sa fra. Koordinatoren finner en løsning.
told-lead-found = Igangsetteren får brev nå.
