### Det som berre står i demonstrasjonen.

demo-notice = Dette er ein demonstrasjon. Alle namn og stader er oppdikta.
demo-back = Startsida for demonstrasjonen
demo-title = Spel alle rollene
demo-what = Regionen er oppdikta. Han har tre kontaktpunkt og grupper i kvar sin fase, og fleire enn tretti personar ventar. Ingen brev går ut frå denne maskina.
demo-try = Prøv dette
demo-try-leave = Meld interesse som deltakar. Les brevet og stadfest.
demo-try-planned = Sei ja til datoen som kurset i Storvik tilbyr.
demo-try-code = Slå opp den første kvitteringskoden, og svar på invitasjonen.
demo-try-leader = Spel Eva: vis QR-koden på kurset, og skriv ut lappar.
demo-try-asked = Spel Anne: sei ja til gruppa. Spel så Kari: finn ein ny igangsetjar etter Bjørn.
demo-try-propose = Spel Kari: lag eit forslag, sjå kven som ikkje får plass og kvifor, og godkjenn.
demo-try-group = Spel Cecilie og David: sjå gruppene deira. I ei av dei har éin falle frå. Flytt eller avlys eit møte.
demo-try-clock = Flytt klokka ein dag om gongen. Sjå at påminningar går ut, at fristar går ut og at alt blir sletta.
demo-participant = Som deltakar
demo-leave = Meld interesse: { $course } (kode { $code })
demo-receipts = Slå opp ein kvitteringskode
demo-letters = Alle brev
demo-letters-count =
    { $letters ->
        [0] Alle brev (ingen enno)
        [one] Alle brev (eitt)
       *[other] Alle brev ({ $letters })
    }
demo-no-letters = Ingen brev er sende enno.
demo-staff = Som medarbeidar
demo-clock = Klokka
demo-today = I demonstrasjonen er det { $date }.
demo-days =
    { $days ->
        [one] Flytt éin dag fram
       *[other] Flytt { $days } dagar fram
    }

components-title = Komponentar
components-what = Alt som sidene er bygde av, i alle tilstandar.
components-fields = Felt og knappar
components-told = Kort, lister og boksar
components-pictures = Bilete
