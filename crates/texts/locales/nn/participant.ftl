### Det som deltakarar les på sidene. Korte setningar: lesbarheitstal (LIX) på høgst 30.

erase-everything = Slett alt om meg
state-waiting = Ventar på fleire
news-letter = Vi skriv til deg når det er noko nytt.
news-code = Du har ein kode, så vi skriv ikkje til deg. Sjå etter nytt her kvar måndag.
news-code-meeting = Du har ein kode, så vi skriv ikkje til deg. Sjå her før kvart møte, i tilfelle noko er endra.

## Forsida

home-title = Velkomen
home-what = Oppstart hjelper folk med å møtast i små grupper. Du seier kvar og når det passar, og får eit brev når det er mange nok til å starte.
home-code = Har du ein kode frå ein plakat?
home-code-hint = Koden har seks bokstavar og tal.
home-before = Har du vore her før?
home-find = Finn ønska dine med e-post
home-look-up = Sjå svaret ditt med ein kvitteringskode
fault-code = Skriv koden på seks bokstavar og tal. Han har aldri O, I, L, 0 eller 1
home-staff = Er du medarbeidar?
home-desk = Til oppgåvene dine

## Interesselappen

note-title = Vil du halde fram saman med andre?
note-what = Ei gruppe på fem til åtte som møtest jamleg og kan ha ulike utfordringar. Ein igangsetjar er med dei første gongene. Det er gratis, og det som blir sagt i gruppa, blir i gruppa.
note-voluntary = Det er frivillig. Kontaktpunktet ser tider og stader, men ikkje kven du er.
note-planned = Det er sett av ei tid
note-planned-yes = Ja, eg vil vere med { $when } på { $place }.
note-planned-by = { $name } er igangsetjar.
note-planned-optional = Vil du vere med då? Så treng du ikkje velje stader og tider under. Men gjer det gjerne. Blir gruppa full, leitar vi etter ei anna.
note-places = Kvar kan du møtast?
note-several = Vel gjerne fleire
note-neighbours = I nabokommunane
note-remote = På telefon eller nett
note-times = Når kan du møtast?
note-answer = Korleis vil du få svar?
note-email = E-post
note-email-hint = Vi sender ei lenke
note-no-email = Vil du ikkje bruke e-post?
note-code = Eg vil heller ha ein kode
note-code-hint = Då lagrar vi inga adresse. Du ser svaret her på sida. Deler de ein e-post? Då må ein av dykk ha kode.
note-consent-title = Samtykke
note-consent = Eg samtykker til at { $body }, saman med { $points }, lagrar vala mine og e-postadressa mi for å setje saman ei gruppe. Dette kan vise at eg har gått på kurs. Igangsetjaren ser kallenamnet mitt om eg takkar ja. Eg kan trekke samtykket når som helst.
note-privacy = Les meir om personvern
fault-places = Vel minst éin stad
fault-places-changed = Stadene er endra. Vel på nytt
fault-times = Vel minst éi tid
fault-consent = Kryss av om du samtykker. Utan det kan vi ikkje lagre noko
fault-planned-gone = Denne tida er ikkje ledig lenger. Vel stader og tider
fault-reach-both = Vel e-post eller kode, ikkje begge
fault-reach-none = Skriv e-postadressa di, eller vel kode

## Lappen er levert

received-title = Takk!
received-check = Sjekk e-posten din. Opne sida og stadfest innan 7 dagar.
next-title = Kva skjer no?
received-next-letter = Først når du har stadfesta, er du med.
received-next-erase = Stadfestar du ikkje, slettar vi alt etter 7 dagar.
received-next-spam = Kom det ikkje noko brev? Sjå i søppelposten. Du kan òg svare ein gong til.
received-code-yours = Dette er koden din:
received-code-keep = Skriv han ned, eller ta eit bilete. Vi kan ikkje finne han att for deg.
received-code-first = Skriv inn koden innan 7 dagar. Først då er du med.
received-code-address = Skriv han inn på { $address }.
received-code-look = Sjå etter svar kvar måndag, eller ring { $phone }.
received-code-now = Skriv inn koden no
received-over = Lappen din er levert. Denne sida viser han berre ei lita stund.

## Stadfest

confirm-title = Stadfest e-postadressa di
confirm-what = Nokon skreiv inn denne adressa hos Oppstart. Var det deg?
confirm-yes = Ja, stadfest
confirm-not-me = Det var ikkje meg – slett
confirmed-title = Takk, no er du med
confirmed-waiting = E-postadressa di er stadfesta.
confirmed-next-letter = Vi leitar etter ein stad og ei tid. Så får du eit brev.
confirmed-next-choose = Då seier du ja eller nei. Du vel sjølv.
confirmed-next-link = I alle brev er det ei lenke. Der kan du sjå og slette det vi har om deg.
confirmed-more = Vil du seie meir?
confirmed-more-text = Du kan seie kva som passar best, og velje språk i breva. Det er frivillig.
confirmed-more-link = Sei kva som passar best

## Invitasjonen

answer-title = Tid for første møte
answer-by = Svar innan { $date }.
answer-nickname = Kva skal dei andre kalle deg?
answer-nickname-hint = Bruk fornamn eller eit namn du finn på
answer-nickname-save = Lagre namnet
answer-yes = Ja, eg kjem
answer-not-this-date = Ikkje denne datoen
answer-not-this-time = Eg ventar på ei anna tid
answer-accepted = Du har svart ja
answer-accepted-text = Så fint at du kjem! Vi ventar på svar frå nokre fleire.
answer-planned-text = Så fint at du kjem! Du har ein plass.
answer-regret = Eg kan ikkje likevel
answer-regret-text = Då gir du frå deg plassen. Du kan vente på ein annan dato eller ei anna tid.
answer-call = Lurer du på noko? Ring
answer-cannot = Kan du ikkje komme likevel? Ring { $phone }.
answer-declined = Svaret ditt er lagra
answer-declined-text = Du har takka nei denne gongen. Du står framleis i køen.
answer-late = Fristen er ute
answer-late-text = Det går ikkje lenger an å svare på dette møtet.
answer-none = Ingenting å svare på no
answer-none-text = Du står framleis i køen. Vi leitar etter ein stad og ei tid som passar.

meeting-when = Når
meeting-where = Kvar
meeting-way = Slik finn du fram
meeting-steps = Tilkomst
meeting-step-free = Utan trapper
meeting-not-step-free = Det er trapper
meeting-dial-in = Slik blir du med
meeting-igangsetter = Igangsetjar
meeting-no-igangsetter = Vi finn ein ny
meeting-message = Melding frå igangsetjaren
meeting-moved = { $when } (flytta)
meeting-cancelled = { $when }: avlyst
meeting-holiday = { $when }: ikkje møte
meeting-file = Legg i kalenderen
meeting-file-cancelled = Ta ut av kalenderen
meeting-file-summary = Møte

## Lappen min

mine-title = Ønska dine
mine-nav = Tilbake
state-unconfirmed = Ikkje stadfesta enno
state-invited = Invitert
state-joined = Takka ja
state-ready = Det blir møte
state-begun = Gruppa er i gang
state-paused = Vil du framleis vere med?
mine-unconfirmed-text = Opne lenka i det første brevet og stadfest. Gjer du ikkje det, slettar vi alt etter { $date }.
mine-waiting-text = Vi leitar etter ein stad og ei tid som passar.
mine-why = Ei gruppe må ha minst fem som kan på same stad og tid.
mine-ways = Kva kan hjelpe?
mine-long-wait = Vi leitar framleis. Dette kan du gjere
mine-faster = Det kan gå raskare om du kan fleire dagar.
mine-way-neighbours = Kan du reise til ein nabokommune? Legg til fleire stader.
mine-way-remote = Kan du møtast på telefon eller nett? Legg det til.
mine-way-yourselves = De kan starte sjølve. Ring kontaktpunktet, så får du ei rettleiing.
mine-way-wait = Du kan vente vidare. Då treng du ikkje gjere noko.
mine-way-erase = Vil du ikkje vente meir? Nedst på sida kan du slette alt.
mine-change = Endre
mine-apart = Er det nokon du ikkje vil møte her?
mine-first-choice = { $time } (passar best)
mine-meetings = Møta
mine-give-up = Gi frå meg plassen
mine-kept-until = Finn vi ikkje noko før { $date }, slettar vi alt etter den dagen.
mine-invited-text = Vi har funne ein stad og ei tid som kan passe.
mine-joined-text = Vi ventar på svar frå nokre fleire.
mine-ready-text = Velkomen! Her finn du fram.
mine-begun-text = Gruppa har hatt det første møtet.
mine-nickname = Dei andre kallar deg { $name }.
mine-number = I gruppa er du deltakar { $number }.
mine-seat-kept-until = Vi slettar alt om deg etter { $date }.
mine-paused-text = Vi har ikkje høyrt frå deg. Seier du ikkje ja, slettar vi alt etter { $date }.
mine-still-interested = Ja, eg vil framleis vere med
mine-answer = Svar på invitasjonen
mine-chosen = Dette valde du

## Slett alt

erase-what = Då slettar vi ønska dine, plassen din og brev som ikkje er sende. Du kan ikkje angre.
erase-yes = Ja, slett alt om meg
erased-title = Alt om deg er sletta her
erased-counts = Så mykje vart sletta:
erased-notes = Lappar
erased-wishes = Ønske
erased-seats = Plassar i grupper
erased-letters = Brev
erased-backups = Sikkerheitskopiar blir uleselege innan { $date }.
erased-thanks = Du kan komme tilbake når du vil.
erased-note-title = Denne lappen er sletta
erased-before = Det som høyrde til denne lenka, er sletta.
erased-newer = Har du svart på nytt sidan? Bruk lenka i det nyaste brevet frå oss.

## Det som vart svart, på sida etterpå

told-date-declined = Vi kan spørje deg om den same tida ein annan dato.
told-time-declined = Vi spør deg ikkje om denne tida igjen.
told-resumed = Så fint! Vi leitar vidare.
told-link-too-old = Lenkja er for gammal. Be om ei ny her.
told-link-sent = Sjå i e-posten din. Har du eit ønske hos oss, sender vi ei ny lenke.
told-code-confirmed = Takk, no er du med.
told-group-full = Gruppa er full. Du ventar på neste.
told-newer-note = Du har stadfesta eit nyare ønske. Det er det som gjeld. Her er det.
told-note-changed = Endringa er lagra.
told-absence = Takk for at du sa frå. Igangsetjaren får beskjed.
told-absence-enough = Igangsetjaren har fått beskjed frå deg i dag. Du treng ikkje gjere meir. Er det noko anna? Ring oss.
told-apart-made = Koden er laga. Gi han til den andre.
told-apart-shared = Takk. Vi set dykk ikkje saman.
told-apart-dropped = Koden gjeld ikkje for deg lenger.

## Nettbrettet som går rundt

tablet-title = Takk. Gi nettbrettet vidare.
tablet-next = Neste person
tablet-code-title = Takk. Skriv ned koden.
tablet-written-down = Eg har skrive ned koden
tablet-anew = Start på nytt

## Tilbake med ein kode eller ei e-postadresse

look-up-title = Sjå svaret ditt
look-up-what = Skriv koden du fekk då du melde interesse. Når du bruker koden første gong, seier du ja til å vere med. Har du ein lapp av papir? Skriv koden som står på han.
look-up-code = Koden din
look-up-code-hint = Tolv bokstavar og tal
look-up-look = Sjå svaret
look-up-lost = Har du mista koden? Ring oss
fault-receipt-code = Skriv koden på tolv bokstavar og tal. Han har aldri O, I, 0 eller 1
fault-receipt-code-unknown = Vi finn ikkje koden. Sjå om han er rett. Han kan òg vere sletta
find-title = Finn ønska dine
find-what = Skriv e-postadressa di. Har du eit ønske hos oss, sender vi ei ny lenke.
wrong-slip-used = Lappen er brukt
wrong-slip-used-text = Kvar lapp av papir verkar éin gong. Ring kontaktpunktet, så finn de ut av det.

## Endre

change-title = Endre ønska dine
change-what = Ta bort det som ikkje passar lenger, eller legg til noko nytt.
change-wishes = Dette har du ønskt
change-wishes-hint = Ta bort krysset ved det du vil slette.
change-first = Passar best
change-places = Legg til stader
change-times = Legg til tider
change-language = Språk i brev og på sider
fault-wishes = La minst eitt ønske stå, eller legg til eit nytt

## Sei frå

absence-title = Eg kan ikkje komme
absence-which = Neste møte er { $when }.
absence-what = Trykk på knappen, så får igangsetjaren beskjed. Du treng ikkje seie kvifor.
absence-tell = Sei frå til igangsetjaren
absence-nobody = Det går ikkje an å seie frå her no. Ring oss i staden.

## Avstandskode

apart-title = Avstandskode
apart-what = Nokre gonger er det best å ikkje vere i same gruppe, som for to som kjenner kvarandre godt. Del ein kode, så set vi dykk aldri saman, og ingen spør kvifor.
apart-own = Kodane dine
apart-give = Gi koden til den andre. Han gjeld når den andre har skrive han inn på si side.
apart-drop = Slepp koden
apart-share-title = Har du fått ein kode?
apart-code = Koden du fekk
apart-code-hint = Åtte bokstavar og tal
apart-share = Bruk koden
apart-make-title = Treng du ein ny kode?
apart-make = Lag ein kode
fault-apart-code = Skriv koden på åtte bokstavar og tal
fault-apart-unknown = Vi kjenner ikkje koden. Be om å få han ein gong til
fault-apart-taken = Denne koden er i bruk. Lag ein ny
fault-apart-many = Du kan ha høgst tre kodar. Slepp ein først
