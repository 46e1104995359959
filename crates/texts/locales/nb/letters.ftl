### Brevene. Ingenting her sier hva møtet handler om. Andre mennesker nevnes bare i beskjeden om at en deltaker ikke kan komme.
### Et emne (subject) står i innboksen, et kall (call) på knappen.

## I alle brev

letter-greeting = Hei.
letter-phone = Lurer du på noe? Ring { $phone }.
letter-sign-off = Hilsen { $sender }
# Bare i den delen som har en knapp.
letter-address = Virker ikke knappen? Kopier denne adressen:

## I alle brev til deltakere

letter-words = Kjenneordene dine er { $words }. De står i alle brev fra oss.
letter-my-note = Se, endre eller slett det vi har om deg
# Når knappen går til samme side.
letter-same-page = På siden kan du også endre eller slette det vi har om deg.

## Møtet

letter-first-meeting = Første møte: { $when }, { $place }.
letter-next-meeting = Neste møte: { $when }, { $place }.
letter-cannot-come = Kan du ikke komme? Si fra på siden.

## Knapper i flere brev

letter-open-call = Åpne siden
letter-answer-call = Åpne siden og svar
letter-group-call = Åpne siden og se gruppen

## Råd i flere brev

letter-faster = Det kan gå raskere hvis du kan flere dager eller steder.

## Bekreft adressen

letter-confirm-note-subject = Bekreft e-postadressen din
letter-confirm-note-was-it-you =
    Noen skrev inn denne adressen hos { $sender }. Var det deg? { $days ->
        [one] Åpne siden og bekreft innen { $days } dag.
       *[other] Åpne siden og bekreft innen { $days } dager.
    }
letter-confirm-note-otherwise = Hvis ikke, trenger du ikke gjøre noe. Da sletter vi den.
letter-confirm-note-call = Åpne siden og bekreft

letter-confirm-reminder-subject = Husk å bekrefte
letter-confirm-reminder-was-it-you =
    For noen dager siden skrev noen inn denne adressen hos { $sender }. Var det deg? { $days ->
        [one] Åpne siden og bekreft innen { $days } dag.
       *[other] Åpne siden og bekreft innen { $days } dager.
    }

## Invitasjon

letter-invitation-subject = Tid for første møte
letter-invitation-found = Vi har funnet et sted og en tid som kan passe.
letter-invitation-answer-by = Svar innen { $date }.
letter-invitation-choices = Du kan si ja eller nei, eller vente på en annen tid. Du velger selv.

## Påminnelse om svar

letter-answer-reminder-subject = Husk å svare
letter-answer-reminder-tomorrow = Vi mangler svaret ditt. Fristen er i morgen.
letter-answer-reminder-by = Vi mangler svaret ditt. Svar innen { $date }.
letter-answer-reminder-otherwise = Svarer du ikke, kan en annen få plassen.

## Møtet blir noe av

letter-meeting-on-subject = Møtet blir noe av
letter-meeting-on-when = Nå er det klart: Møtet blir noe av.
letter-meeting-on-way = Velkommen! På siden ser du hvordan du finner fram.

## Møte i morgen

letter-meeting-tomorrow-subject = Møte i morgen kl. { $time }
letter-meeting-tomorrow-welcome = Velkommen i morgen! På siden ser du hvordan du finner fram.

## Avlyst

letter-meeting-cancelled-today-subject = Avlyst: møtet i dag kl. { $time }
letter-meeting-cancelled-subject = Avlyst: møtet { $date } kl. { $time }
letter-meeting-cancelled-what = Dette møtet er avlyst: { $when }, { $place }.
letter-meeting-cancelled-next = Du trenger ikke møte opp denne gangen. Neste møte står på siden.

## Flyttet

letter-meeting-moved-subject = Flyttet: ny tid for møtet
letter-meeting-moved-what = Møtet { $date } er flyttet.
letter-meeting-moved-new = Ny tid: { $when }, { $place }.

## Faste beskjeder

letter-practical-subject = Beskjed om neste møte
letter-practical-ring-the-bell = Døren er låst. Ring på klokken når du kommer.
letter-practical-meet-outside = Vi møtes utenfor, ti minutter før møtet.
letter-practical-indoor-shoes = Ta med innesko.
letter-practical-bring-a-drink = Ta med noe å drikke.
letter-practical-see-the-page = Veien inn er endret. Se på siden før du går.

## Møtet er uten igangsetter

letter-no-igangsetter-subject = Om neste møte
letter-no-igangsetter-what = Det blir møte som planlagt. Men den som har tatt imot dere, kan ikke komme mer. Vi leter etter en ny.
letter-no-igangsetter-key = Ring oss hvis dere trenger nøkkel.

## Møtet blir ikke noe av

letter-meeting-off-subject = Møtet blir ikke noe av
letter-meeting-off-what = Dette møtet blir dessverre ikke noe av: { $when }, { $place }.
letter-meeting-off-next = Du står fortsatt i køen, og beholder ventetiden din. Du trenger ikke gjøre noe.

## Vi leter fortsatt

letter-still-looking-subject = Vi leter fortsatt
letter-still-looking-told = Vi har ikke funnet en tid som passer ennå. Du trenger ikke gjøre noe. Vi leter videre.
letter-still-looking-choices = På siden ser du hva mer du kan gjøre.

## Fortsatt interessert?

letter-still-interested-subject = Fortsatt interessert?
# En av de to første står først i brevet.
letter-still-interested-silent = Vi har ikke hørt fra deg.
letter-still-interested-waited = Du har ventet lenge, og vi har ikke funnet en tid ennå.
letter-still-interested-ask = Vil du fortsatt være med? Åpne siden og si ja innen { $date }.
letter-still-interested-otherwise = Hvis ikke, trenger du ikke gjøre noe. Etter den dagen sletter vi alt om deg.
letter-still-interested-call = Åpne siden og si ja

## Ny lenke

letter-new-link-subject = Her er lenken din
letter-new-link-here = Her er en ny lenke til siden din. De gamle lenkene virker ikke lenger.
letter-new-link-otherwise = Har du ikke bedt om den? Da trenger du ikke gjøre noe.

## Til igangsettere

letter-asked-to-lead-subject = Kan du ta en ny gruppe?
letter-asked-to-lead-ask = Kan du ta en ny gruppe?
letter-asked-to-lead-answer = Svar ja eller nei på siden, helst innen to døgn. Vi inviterer ingen før du har sagt ja.
# Når en annen trekker seg.
letter-asked-to-lead-soon = Svar ja eller nei på siden så snart du kan. Deltakerne kjenner tiden og stedet.

# Til den som ikke vil bli spurt først.
letter-set-to-lead-subject = Du får en ny gruppe
letter-set-to-lead-what = Du får en ny gruppe. Vi spør ikke først, fordi du har sagt at vi kan sette deg opp.
letter-set-to-lead-next = Vi samler deltakere nå. Du får et brev til når de er klare, eller hvis de blir for få. Passer det ikke? Si fra på siden så snart du kan.

letter-participants-ready-subject = Deltakerne er klare
letter-participants-ready-count =
    { $count ->
        [one] { $count } deltaker er klar.
       *[other] { $count } deltakere er klare.
    }
letter-participants-ready-names = Navnene står bare på siden.

letter-group-changed-subject = Endring
letter-group-changed-count =
    { $count ->
        [one] Noe er endret. Nå er det { $count } deltaker i gruppen.
       *[other] Noe er endret. Nå er det { $count } deltakere i gruppen.
    }
letter-group-changed-short = Dere er få nå. Velg selv om gruppen skal starte.
letter-group-changed-more = På siden ser du hvem som er med.

letter-absence-subject = Beskjed fra en deltaker
letter-absence-what = { $who } kan ikke komme { $date }.
letter-absence-participant = Deltaker { $number }
letter-absence-next = Du trenger ikke gjøre noe. Vi lagrer ikke beskjeden. Slett gjerne dette brevet.

letter-group-off-subject = Gruppen blir ikke noe av
letter-group-off-next = Du trenger ikke gjøre noe. Takk for at du ville!

## Til nye medarbeidere

letter-welcome-subject = Velkommen til { $sender }
letter-welcome-who = { $contact } har lagt deg til hos { $sender }.
letter-welcome-how = Logg inn med denne e-postadressen. Da får du en kode i et nytt brev.
letter-welcome-otherwise = Kjenner du ikke til dette? Da trenger du ikke gjøre noe.
letter-welcome-call = Åpne siden og logg inn

## Til koordinatorer

letter-tasks-subject = Oppgaver: { $count }
letter-tasks-count =
    { $count ->
        [one] Det er { $count } oppgave som venter på deg.
       *[other] Det er { $count } oppgaver som venter på deg.
    }
letter-tasks-call = Åpne siden og se oppgavene

## Koden til å logge inn med

letter-sign-in-code-subject = Koden din er { $code }
letter-sign-in-code-lead = Her er koden din:
letter-sign-in-code-use =
    Skriv den på siden der du ba om den, og gi den ikke til noen. { $minutes ->
        [one] Den virker i { $minutes } minutt.
       *[other] Den virker i { $minutes } minutter.
    }
letter-sign-in-code-otherwise = Har du ikke bedt om en kode? Da trenger du ikke gjøre noe.

## Når andre kan ha sett opplysninger. Det som har skjedd, skriver den som driver tjenesten, i egne avsnitt.

letter-notice-subject = Viktig beskjed om opplysningene dine
letter-notice-why = Denne beskjeden går til alle som det kan gjelde. Den handler om det vi har lagret om deg.
letter-notice-responsible = Ansvarlig: { $body }. Spør om personvern: { $contact }.
letter-notice-responsible-elsewhere = På siden om personvern står det hvem som er ansvarlig, og hvem du kan spørre.
letter-notice-privacy = Les om personvern
letter-notice-staff = Vil du endre eller slette det vi har om deg? Si fra til en koordinator.
