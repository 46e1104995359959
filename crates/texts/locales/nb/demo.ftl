### Det som bare står i demonstrasjonen.

demo-notice = Dette er en demonstrasjon. Alle navn og steder er oppdiktet.
demo-back = Startsiden for demonstrasjonen
demo-title = Spill alle rollene
demo-what = Regionen er oppdiktet. Den har tre kontaktpunkter og grupper i hver sin fase, og flere enn tretti personer venter. Ingen brev forlater denne maskinen.
demo-try = Prøv dette
demo-try-leave = Meld interesse som deltaker. Les brevet og bekreft.
demo-try-planned = Si ja til datoen som kurset i Storvik tilbyr.
demo-try-code = Slå opp den første kvitteringskoden, og svar på invitasjonen.
demo-try-leader = Spill Eva: vis QR-koden på kurset, og skriv ut lapper.
demo-try-asked = Spill Anne: si ja til gruppen. Spill så Kari: finn en ny igangsetter etter Bjørn.
demo-try-propose = Spill Kari: lag et forslag, se hvem som ikke får plass og hvorfor, og godkjenn.
demo-try-group = Spill Cecilie og David: se gruppene deres. I en av dem har én falt fra. Flytt eller avlys et møte.
demo-try-clock = Flytt klokka en dag om gangen. Se at påminnelser går ut, at frister løper ut og at alt blir slettet.
demo-participant = Som deltaker
demo-leave = Meld interesse: { $course } (kode { $code })
demo-receipts = Slå opp en kvitteringskode
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

components-title = Komponenter
components-what = Alt som sidene er bygd av, i alle tilstander.
components-fields = Felt og knapper
components-told = Kort, lister og bokser
components-pictures = Bilder
