### Brevene. Ingenting her sier hva møtet handler om, og ingen andre mennesker nevnes.
### Et emne (subject) står i innboksen, et kall (call) på knappen.

## I alle brev

letter-greeting = Hei.
letter-phone = Lurer du på noe? Ring { $phone }.
letter-sign-off = Hilsen { $sender }

## I alle brev til deltakere

letter-words = Kjenneordene dine er { $words }. De står i alle brev fra oss.
letter-my-note = Se eller slett det vi har om deg
# Når knappen går til samme side.
letter-same-page = På samme side kan du slette det vi har om deg.

## Møtet

letter-first-meeting = Første møte: { $when }, { $place }.

## Bekreft adressen

letter-confirm-note-subject = Bekreft e-postadressen din
letter-confirm-note-was-it-you =
    Noen skrev inn denne adressen hos { $sender }. Var det deg? { $days ->
        [one] Åpne siden og bekreft innen { $days } dag.
       *[other] Åpne siden og bekreft innen { $days } dager.
    }
letter-confirm-note-otherwise = Hvis ikke, trenger du ikke gjøre noe. Da sletter vi den.
letter-confirm-note-call = Åpne siden og bekreft

## Invitasjon

letter-invitation-subject = Tid for første møte
letter-invitation-found = Vi har funnet et sted og en tid som kan passe.
letter-invitation-answer-by = Svar innen { $date }.
letter-invitation-choices = Du kan si ja eller nei, eller vente på en annen tid. Du velger selv.
letter-invitation-call = Åpne siden og svar

## Møtet blir noe av

letter-meeting-on-subject = Møtet blir noe av
letter-meeting-on-when = Nå er det klart: Møtet blir noe av.
letter-meeting-on-way = Velkommen! Her finner du fram.
letter-meeting-on-call = Åpne siden

## Møtet blir ikke noe av

letter-meeting-off-subject = Møtet blir ikke noe av
letter-meeting-off-why = Det ble for få denne gangen. Derfor blir dette møtet ikke noe av: { $when }, { $place }.
letter-meeting-off-next = Du står fortsatt i køen, og beholder ventetiden din. Du trenger ikke gjøre noe.
letter-meeting-off-more = Det kan gå raskere hvis du kan flere dager eller steder.
letter-meeting-off-call = Åpne siden

## Fortsatt interessert?

letter-still-interested-subject = Fortsatt interessert?
letter-still-interested-ask = Vi har ikke hørt fra deg. Vil du fortsatt være med? Åpne siden og si ja innen { $date }.
letter-still-interested-otherwise = Hvis ikke, trenger du ikke gjøre noe. Etter den dagen sletter vi alt om deg.
letter-still-interested-call = Åpne siden og si ja

## Til igangsettere

letter-asked-to-lead-subject = Kan du ta en ny gruppe?
letter-asked-to-lead-ask = Kan du ta en ny gruppe?
letter-asked-to-lead-answer = Svar ja eller nei på siden, helst innen to døgn. Vi inviterer ingen før du har sagt ja.
letter-asked-to-lead-call = Åpne siden og svar

letter-participants-ready-subject = Deltakerne er klare
letter-participants-ready-count =
    { $count ->
        [one] { $count } deltaker er klar.
       *[other] { $count } deltakere er klare.
    }
letter-participants-ready-names = Navnene står bare på siden.
letter-participants-ready-call = Åpne siden og se gruppen

letter-group-off-subject = Gruppen blir ikke noe av
letter-group-off-why = Det ble for få denne gangen. Derfor blir dette møtet ikke noe av: { $when }, { $place }.
letter-group-off-next = Du trenger ikke gjøre noe. Takk for at du ville!
letter-group-off-call = Åpne siden

## Koden til å logge inn med

letter-sign-in-code-subject = Koden din er { $code }
letter-sign-in-code-lead = Her er koden din:
letter-sign-in-code-use =
    Skriv den på siden der du ba om den, og gi den ikke til noen. { $minutes ->
        [one] Den virker i { $minutes } minutt.
       *[other] Den virker i { $minutes } minutter.
    }
letter-sign-in-code-otherwise = Har du ikke bedt om en kode? Da trenger du ikke gjøre noe.
