### Breva. Ingenting her seier kva møtet handlar om. Andre menneske er nemnde berre i beskjeden om at ein deltakar ikkje kan komme.
### Eit emne (subject) står i innboksen, eit kall (call) på knappen.

## I alle brev

letter-greeting = Hei.
letter-phone = Lurer du på noko? Ring { $phone }.
letter-sign-off = Helsing { $sender }
# Berre i den delen som har ein knapp.
letter-address = Verkar ikkje knappen? Kopier denne adressa:

## I alle brev til deltakarar

letter-words = Kjenneorda dine er { $words }. Dei står i alle brev frå oss.
letter-my-note = Sjå, endre eller slett det vi har om deg
# Når knappen går til same sida.
letter-same-page = På sida kan du òg endre eller slette det vi har om deg.

## Møtet

letter-first-meeting = Første møte: { $when }, { $place }.
letter-next-meeting = Neste møte: { $when }, { $place }.
letter-cannot-come = Kan du ikkje komme? Sei frå på sida.

## Knappar i fleire brev

letter-open-call = Opne sida
letter-answer-call = Opne sida og svar
letter-group-call = Opne sida og sjå gruppa

## Råd i fleire brev

letter-faster = Det kan gå raskare om du kan fleire dagar eller stader.

## Stadfest adressa

letter-confirm-note-subject = Stadfest e-postadressa di
letter-confirm-note-was-it-you =
    Nokon skreiv inn denne adressa hos { $sender }. Var det deg? { $days ->
        [one] Opne sida og stadfest innan { $days } dag.
       *[other] Opne sida og stadfest innan { $days } dagar.
    }
letter-confirm-note-otherwise = Om ikkje, treng du ikkje gjere noko. Då slettar vi adressa.
letter-confirm-note-call = Opne sida og stadfest

letter-confirm-reminder-subject = Hugs å stadfeste
letter-confirm-reminder-was-it-you =
    For nokre dagar sidan skreiv nokon inn denne adressa hos { $sender }. Var det deg? { $days ->
        [one] Opne sida og stadfest innan { $days } dag.
       *[other] Opne sida og stadfest innan { $days } dagar.
    }

## Invitasjon

letter-invitation-subject = Tid for første møte
letter-invitation-found = Vi har funne ein stad og ei tid som kan passe.
letter-invitation-answer-by = Svar innan { $date }.
letter-invitation-choices = Du kan seie ja eller nei, eller vente på ei anna tid. Du vel sjølv.

## Påminning om svar

letter-answer-reminder-subject = Hugs å svare
letter-answer-reminder-tomorrow = Vi manglar svaret ditt. Fristen er i morgon.
letter-answer-reminder-by = Vi manglar svaret ditt. Svar innan { $date }.
letter-answer-reminder-otherwise = Svarar du ikkje, kan ein annan få plassen.

## Det blir møte

letter-meeting-on-subject = Det blir møte
letter-meeting-on-when = No er det klart: Det blir møte.
letter-meeting-on-way = Velkomen! På sida ser du korleis du finn fram.

## Møte i morgon

letter-meeting-tomorrow-subject = Møte i morgon kl. { $time }
letter-meeting-tomorrow-welcome = Velkomen i morgon! På sida ser du korleis du finn fram.

## Avlyst

letter-meeting-cancelled-today-subject = Avlyst: møtet i dag kl. { $time }
letter-meeting-cancelled-subject = Avlyst: møtet { $date } kl. { $time }
letter-meeting-cancelled-what = Dette møtet er avlyst: { $when }, { $place }.
letter-meeting-cancelled-next = Du treng ikkje møte opp denne gongen. Neste møte står på sida.

## Flytta

letter-meeting-moved-subject = Flytta: ny tid for møtet
letter-meeting-moved-what = Møtet { $date } er flytta.
letter-meeting-moved-new = Ny tid: { $when }, { $place }.

## Faste beskjedar

letter-practical-subject = Beskjed om neste møte
letter-practical-ring-the-bell = Døra er låst. Ring på klokka når du kjem.
letter-practical-meet-outside = Vi møtest utanfor, ti minutt før møtet.
letter-practical-indoor-shoes = Ta med innesko.
letter-practical-bring-a-drink = Ta med noko å drikke.
letter-practical-see-the-page = Vegen inn er endra. Sjå på sida før du går.

## Møtet er utan igangsetjar

letter-no-igangsetter-subject = Om neste møte
letter-no-igangsetter-what = Det blir møte som planlagt. Men den som har teke imot dykk, kan ikkje kome meir. Vi leitar etter ein ny.
letter-no-igangsetter-key = Ring oss om de treng nøkkel.

## Det blir ikkje noko møte

letter-meeting-off-subject = Det blir ikkje noko møte
letter-meeting-off-what = Det blir diverre ikkje noko av dette møtet: { $when }, { $place }.
letter-meeting-off-next = Du står framleis i køen og beheld ventetida di. Du treng ikkje gjere noko.

## Vi leitar framleis

letter-still-looking-subject = Vi leitar framleis
letter-still-looking-told = Vi har ikkje funne ei tid som passar enno. Du treng ikkje gjere noko. Vi leitar vidare.
letter-still-looking-choices = På sida ser du kva meir du kan gjere.

## Framleis interessert?

letter-still-interested-subject = Framleis interessert?
# Ei av dei to første står først i brevet.
letter-still-interested-silent = Vi har ikkje høyrt frå deg.
letter-still-interested-waited = Du har venta lenge, og vi har ikkje funne ei tid enno.
letter-still-interested-ask = Vil du framleis vere med? Opne sida og sei ja innan { $date }.
letter-still-interested-otherwise = Om ikkje, treng du ikkje gjere noko. Etter den dagen slettar vi alt om deg.
letter-still-interested-call = Opne sida og sei ja

## Ny lenkje

letter-new-link-subject = Her er lenkja di
letter-new-link-here = Her er ei ny lenkje til sida di. Dei gamle lenkjene verkar ikkje lenger.
letter-new-link-otherwise = Har du ikkje bede om ho? Då treng du ikkje gjere noko.

## Til igangsetjarar

letter-asked-to-lead-subject = Kan du ta ei ny gruppe?
letter-asked-to-lead-ask = Kan du ta ei ny gruppe?
letter-asked-to-lead-answer = Svar ja eller nei på sida, helst innan to døgn. Vi inviterer ingen før du har sagt ja.
# Når ein annan trekkjer seg.
letter-asked-to-lead-soon = Svar ja eller nei på sida så snart du kan. Deltakarane kjenner tida og staden.

# Til den som ikkje vil bli spurd først.
letter-set-to-lead-subject = Du får ei ny gruppe
letter-set-to-lead-what = Du får ei ny gruppe. Vi spør ikkje først, fordi du har sagt at vi kan setje deg opp.
letter-set-to-lead-next = Vi samlar deltakarar no. Du får eit brev til når dei er klare, eller om dei blir for få. Passar det ikkje? Sei frå på sida så snart du kan.

letter-participants-ready-subject = Deltakarane er klare
letter-participants-ready-count =
    { $count ->
        [one] { $count } deltakar er klar.
       *[other] { $count } deltakarar er klare.
    }
letter-participants-ready-names = Namna står berre på sida.

letter-group-changed-subject = Endring
letter-group-changed-count =
    { $count ->
        [one] Noko er endra. No er det { $count } deltakar i gruppa.
       *[other] Noko er endra. No er det { $count } deltakarar i gruppa.
    }
letter-group-changed-short = De er få no. Vel sjølv om gruppa skal starte.
letter-group-changed-more = På sida ser du kven som er med.

letter-absence-subject = Beskjed frå ein deltakar
letter-absence-what = { $who } kan ikkje komme { $date }.
letter-absence-participant = Deltakar { $number }
letter-absence-next = Du treng ikkje gjere noko. Vi lagrar ikkje beskjeden. Slett gjerne dette brevet.

letter-group-off-subject = Det blir ikkje noko av gruppa
letter-group-off-next = Du treng ikkje gjere noko. Takk for at du ville!

## Til nye medarbeidarar

letter-welcome-subject = Velkomen til { $sender }
letter-welcome-who = { $contact } har lagt deg til hos { $sender }.
letter-welcome-how = Logg inn med denne e-postadressa. Då får du ein kode i eit nytt brev.
letter-welcome-otherwise = Kjenner du ikkje til dette? Då treng du ikkje gjere noko.
letter-welcome-call = Opne sida og logg inn

## Til koordinatorar

letter-tasks-subject = Oppgåver: { $count }
letter-tasks-count =
    { $count ->
        [one] Det er { $count } oppgåve som ventar på deg.
       *[other] Det er { $count } oppgåver som ventar på deg.
    }
letter-tasks-call = Opne sida og sjå oppgåvene

## Koden til å logge inn med

letter-sign-in-code-subject = Koden din er { $code }
letter-sign-in-code-lead = Her er koden din:
letter-sign-in-code-use =
    Skriv han på sida der du bad om han, og gi han ikkje til nokon. { $minutes ->
        [one] Han verkar i { $minutes } minutt.
       *[other] Han verkar i { $minutes } minutt.
    }
letter-sign-in-code-otherwise = Har du ikkje bede om ein kode? Då treng du ikkje gjere noko.

## Når andre kan ha sett opplysningar. Det som har skjedd, skriv den som driv tenesta, i eigne avsnitt.

letter-notice-subject = Viktig melding om opplysningane dine
letter-notice-why = Denne meldinga går til alle som det kan gjelde. Ho handlar om det vi har lagra om deg.
letter-notice-responsible = Ansvarleg: { $body }. Spør om personvern: { $contact }.
letter-notice-responsible-elsewhere = På sida om personvern står det kven som er ansvarleg, og kven du kan spørje.
letter-notice-privacy = Les om personvern
letter-notice-staff = Vil du endre eller slette det vi har om deg? Sei frå til ein koordinator.
