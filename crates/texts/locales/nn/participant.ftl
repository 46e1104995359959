### Det som deltakarar les på sidene. Korte setningar: lesbarheitstal (LIX) på høgst 30.

erase-everything = Slett alt om meg
state-waiting = Ventar på fleire

## Forsida

home-title = Velkomen
home-what = Oppstart hjelper folk med å møtast i små grupper. Du seier kvar og når det passar, og får eit brev når det er mange nok til å starte.
home-code = Har du ein kode?
home-code-hint = Koden har seks bokstavar og tal.
fault-code = Skriv koden på seks bokstavar og tal. Han har aldri O, I, L, 0 eller 1
home-staff = Er du medarbeidar?
home-desk = Til oppgåvene dine

## Interesselappen

note-title = Vil du halde fram saman med andre?
note-what = Ei gruppe på fem til åtte som møtest jamleg og kan ha ulike utfordringar. Ein igangsetjar er med dei første gongene. Det er gratis, og det som blir sagt i gruppa, blir i gruppa.
note-voluntary = Det er frivillig. Kontaktpunktet ser tider og stader, men ikkje kven du er.
note-places = Kvar kan du møtast?
note-several = Vel gjerne fleire
note-neighbours = I nabokommunane
note-times = Når kan du møtast?
note-answer = Korleis vil du få svar?
note-email = E-post
note-email-hint = Vi sender ei lenke
note-consent-title = Samtykke
note-consent = Eg samtykker til at { $body }, saman med { $points }, lagrar vala mine og e-postadressa mi for å setje saman ei gruppe. Dette kan vise at eg har gått på kurs. Igangsetjaren ser kallenamnet mitt om eg takkar ja. Eg kan trekke samtykket når som helst.
note-privacy = Les meir om personvern
fault-places = Vel minst éin stad
fault-places-changed = Stadene er endra. Vel på nytt
fault-times = Vel minst éi tid
fault-consent = Kryss av om du samtykker. Utan det kan vi ikkje lagre noko

## Lappen er levert

received-title = Takk!
received-check = Sjekk e-posten din. Opne sida og stadfest innan 7 dagar.
next-title = Kva skjer no?
received-next-letter = Først når du har stadfesta, er du med.
received-next-erase = Stadfestar du ikkje, slettar vi alt etter 7 dagar.
received-next-spam = Kom det ikkje noko brev? Sjå i søppelposten. Du kan òg svare ein gong til.

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

## Invitasjonen

answer-title = Tid for første møte
answer-by = Svar innan { $date }.
answer-nickname = Kva skal dei andre kalle deg?
answer-nickname-hint = Bruk fornamn eller eit namn du finn på
answer-yes = Ja, eg kjem
answer-not-this-date = Ikkje denne datoen
answer-not-this-time = Eg ventar på ei anna tid
answer-accepted = Du har svart ja
answer-accepted-text = Så fint at du kjem! Du får eit brev når det er klart at det blir møte.
answer-cannot = Kan du ikkje komme likevel? Ring { $phone }.
answer-declined = Svaret ditt er lagra
answer-declined-text = Du har takka nei denne gongen. Du står framleis i køen, og vi skriv når vi finn noko anna.
answer-late = Fristen er ute
answer-late-text = Det går ikkje lenger an å svare på dette møtet. Vi skriv til deg om korleis det går vidare.
answer-none = Ingenting å svare på no
answer-none-text = Du står framleis i køen. Vi skriv når vi finn ein stad og ei tid.

meeting-when = Når
meeting-where = Kvar
meeting-way = Slik finn du fram
meeting-igangsetter = Igangsetjar

## Lappen min

mine-title = Ønska dine
state-unconfirmed = Ikkje stadfesta enno
state-invited = Invitert
state-joined = Takka ja
state-ready = Det blir møte
state-begun = Gruppa er i gang
state-paused = Vil du framleis vere med?
mine-unconfirmed-text = Opne lenka i det første brevet og stadfest. Gjer du ikkje det, slettar vi alt etter { $date }.
mine-waiting-text = Vi skriv til deg når vi har funne ein stad og ei tid.
mine-faster = Det kan gå raskare om du kan fleire dagar.
mine-change = Vil du endre noko? Meld interesse på nytt, så tek den nye lappen plassen til denne.
mine-kept-until = Finn vi ikkje noko før { $date }, slettar vi alt etter den dagen.
mine-invited-text = Vi har funne ein stad og ei tid som kan passe.
mine-joined-text = Vi ventar på svar frå nokre fleire. Du får eit brev når det er klart.
mine-ready-text = Velkomen! Her finn du fram.
mine-begun-text = Gruppa har hatt det første møtet.
mine-nickname = Dei andre kallar deg { $name }.
mine-seat-kept-until = Vi slettar alt om deg etter { $date }.
mine-paused-text = Vi har ikkje høyrt frå deg. Seier du ikkje ja, slettar vi alt etter { $date }.
mine-still-interested = Ja, eg vil framleis vere med
mine-answer = Svar på invitasjonen
mine-chosen = Dette valde du
mine-places = Stader
mine-times = Tider

## Slett alt

erase-what = Då slettar vi ønska dine, plassen din og brev som ikkje er sende. Du kan ikkje angre.
erase-yes = Ja, slett alt om meg
erased-title = Alt om deg er sletta her
erased-counts = Så mykje vart sletta:
erased-notes = Lappar
erased-wishes = Ønske
erased-seats = Plassar i grupper
erased-letters = Brev
erased-thanks = Du kan komme tilbake når du vil.
erased-note-title = Denne lappen er sletta
erased-before = Det som høyrde til denne lenka, er sletta.
erased-newer = Har du svart på nytt sidan? Bruk lenka i det nyaste brevet frå oss.

## Det som vart svart, på sida etterpå

told-date-declined = Vi kan spørje deg om den same tida ein annan dato.
told-time-declined = Vi spør deg ikkje om denne tida igjen.
