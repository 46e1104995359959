### Det som bare står i demonstrasjonen.

demo-notice = Dette er en demonstrasjon. Alle navn og steder er oppdiktet.
demo-back = Startsiden for demonstrasjonen
demo-title = Spill alle rollene
demo-what = Regionen er oppdiktet. Tretti personer venter alt på en gruppe. Ingen brev forlater denne maskinen.
demo-step-leave = Meld interesse som deltaker.
demo-step-confirm = Les brevet og bekreft.
demo-step-propose = Spill koordinator: lag et forslag og godkjenn det.
demo-step-lead = Spill igangsetter: si ja til gruppen.
demo-step-answer = Les invitasjonene og svar. Når fem sier ja og alle har svart, blir gruppen klar.
demo-step-clock = Flytt klokka og se at svarfrister går ut og at alt blir slettet.
demo-participant = Som deltaker
demo-leave = Meld interesse med koden { $code }
demo-letters = Alle brev
demo-letters-count =
    { $letters ->
        [0] Alle brev (ingen ennå)
        [one] Alle brev (ett)
       *[other] Alle brev ({ $letters })
    }
demo-no-letters = Ingen brev er sendt ennå.
demo-staff = Som medarbeider
demo-clock = Klokka
demo-today = I demonstrasjonen er det { $date }.
demo-days =
    { $days ->
        [one] Flytt én dag fram
       *[other] Flytt { $days } dager fram
    }
