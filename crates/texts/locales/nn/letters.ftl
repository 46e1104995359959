### Breva. Ingenting her seier kva møtet handlar om, og ingen andre menneske er nemnde.
### Eit emne (subject) står i innboksen, eit kall (call) på knappen.

## I alle brev

letter-greeting = Hei.
letter-phone = Lurer du på noko? Ring { $phone }.
letter-sign-off = Helsing { $sender }

## I alle brev til deltakarar

letter-words = Kjenneorda dine er { $words }. Dei står i alle brev frå oss.
letter-my-note = Sjå eller slett det vi har om deg
# Når knappen går til same sida.
letter-same-page = På same sida kan du slette det vi har om deg.

## Møtet

letter-first-meeting = Første møte: { $when }, { $place }.

## Stadfest adressa

letter-confirm-note-subject = Stadfest e-postadressa di
letter-confirm-note-was-it-you =
    Nokon skreiv inn denne adressa hos { $sender }. Var det deg? { $days ->
        [one] Opne sida og stadfest innan { $days } dag.
       *[other] Opne sida og stadfest innan { $days } dagar.
    }
letter-confirm-note-otherwise = Om ikkje, treng du ikkje gjere noko. Då slettar vi adressa.
letter-confirm-note-call = Opne sida og stadfest

## Invitasjon

letter-invitation-subject = Tid for første møte
letter-invitation-found = Vi har funne ein stad og ei tid som kan passe.
letter-invitation-answer-by = Svar innan { $date }.
letter-invitation-choices = Du kan seie ja eller nei, eller vente på ei anna tid. Du vel sjølv.
letter-invitation-call = Opne sida og svar

## Det blir møte

letter-meeting-on-subject = Det blir møte
letter-meeting-on-when = No er det klart: Det blir møte.
letter-meeting-on-way = Velkomen! Her finn du fram.
letter-meeting-on-call = Opne sida

## Det blir ikkje noko møte

letter-meeting-off-subject = Det blir ikkje noko møte
letter-meeting-off-why = Det vart for få denne gongen. Derfor blir det ikkje noko av dette møtet: { $when }, { $place }.
letter-meeting-off-next = Du står framleis i køen og beheld ventetida di. Du treng ikkje gjere noko.
letter-meeting-off-more = Det kan gå raskare om du kan fleire dagar eller stader.
letter-meeting-off-call = Opne sida

## Framleis interessert?

letter-still-interested-subject = Framleis interessert?
letter-still-interested-ask = Vi har ikkje høyrt frå deg. Vil du framleis vere med? Opne sida og sei ja innan { $date }.
letter-still-interested-otherwise = Om ikkje, treng du ikkje gjere noko. Etter den dagen slettar vi alt om deg.
letter-still-interested-call = Opne sida og sei ja

## Til igangsetjarar

letter-asked-to-lead-subject = Kan du ta ei ny gruppe?
letter-asked-to-lead-ask = Kan du ta ei ny gruppe?
letter-asked-to-lead-answer = Svar ja eller nei på sida, helst innan to døgn. Vi inviterer ingen før du har sagt ja.
letter-asked-to-lead-call = Opne sida og svar

letter-participants-ready-subject = Deltakarane er klare
letter-participants-ready-count =
    { $count ->
        [one] { $count } deltakar er klar.
       *[other] { $count } deltakarar er klare.
    }
letter-participants-ready-names = Namna står berre på sida.
letter-participants-ready-call = Opne sida og sjå gruppa

letter-group-off-subject = Det blir ikkje noko av gruppa
letter-group-off-why = Det vart for få denne gongen. Derfor blir det ikkje noko av dette møtet: { $when }, { $place }.
letter-group-off-next = Du treng ikkje gjere noko. Takk for at du ville!
letter-group-off-call = Opne sida

## Koden til å logge inn med

letter-sign-in-code-subject = Koden din er { $code }
letter-sign-in-code-lead = Her er koden din:
letter-sign-in-code-use =
    Skriv han på sida der du bad om han, og gi han ikkje til nokon. { $minutes ->
        [one] Han verkar i { $minutes } minutt.
       *[other] Han verkar i { $minutes } minutt.
    }
letter-sign-in-code-otherwise = Har du ikkje bede om ein kode? Då treng du ikkje gjere noko.
