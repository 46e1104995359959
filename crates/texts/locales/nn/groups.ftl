# Gruppa slik igangsetjaren ser henne, og det som kan gjerast med henne.

group-open-title = Gruppa di tek imot deltakarar
group-open = Deltakarane på kurset kan melde seg på denne gruppa.
group-started-title = Gruppa di har starta
group-small = De er færre enn fem. Du kan gå vidare med dei som kjem, eller avlyse gruppa.
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
message-ring-the-bell = Ring på. Døra er låst.
message-meet-outside = Vi møtest ute ved inngangen ti minutt før.
message-indoor-shoes = Ta med innesko.
message-bring-a-drink = Ta gjerne med noko å drikke.
message-see-the-page = Sjå sida for korleis du finn fram.
message-send = Send til alle
message-none = Vel ei melding
message-enough = Gruppa har fått tre meldingar i dag. Prøv igjen i morgon

## Avlyse og flytte

meetings-title = Avlys eller flytt eit møte
meetings-text = Alle som kjem, får brev med ein gong. Ring kontaktpunktet om dei som har kode, dersom det hastar.
meetings-which = Kva møte?
meetings-date = Ny dato
meetings-date-hint = Berre når du flyttar. Høgst seks dagar før eller etter.
meetings-time = Nytt klokkeslett
meetings-move = Flytt møtet
meetings-cancel = Avlys møtet
meetings-none = Vel eit møte
meetings-bad-date = Vel ein dato som kjem, høgst seks dagar frå møtet, mellom 06.00 og 22.00
meetings-room-taken = Rommet er oppteke då. Vel ei anna tid
meetings-off-title = Avlys heile gruppa
meetings-off-text = Då blir det inga gruppe. Deltakarane får brev og står først i køen neste gong.
meetings-call-off = Avlys gruppa

## Gå av

step-back-title = Eg kan ikkje likevel
step-back-text = Koordinatoren får beskjed med ein gong og leitar etter ein annan. Finn vi ingen i tide, blir det ikkje noko av gruppa.
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
caller-code-hint = Tolv bokstavar og tal. Koden har aldri O, I, L, 0 eller 1.
caller-look-up = Slå opp
caller-code-wrong = Skriv dei tolv teikna i koden
caller-code-unknown = Ingen har denne koden. Be om å få han lesen éin gong til
caller-next = Neste som ringjer
caller-done = Det er gjort.
caller-erased = Alt er sletta.
caller-too-late = Det er for seint å svare på dette.
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
rounds-dropped-no-date = Gruppe { $number } er teken ut: rommet er stengt eller igangsetjaren borte dei neste månadene.
rounds-dropped-settled = Gruppe { $number } er teken ut: ho tek ikkje imot fleire.
round-fill = Gruppe { $number }: fleire til ei gruppe som er invitert

told-message-sent = Meldinga er send.
told-meeting-cancelled = Møtet er avlyst. Alle får brev no.
told-meeting-moved = Møtet er flytta. Alle får brev no.
told-group-called-off = Gruppa er avlyst. Alle får brev no.
told-stepped-back = Takk for at du sa frå. Koordinatoren finn ei løysing.
told-lead-found = Igangsetjaren får brev no.
