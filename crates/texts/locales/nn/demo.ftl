### Det som berre står i demonstrasjonen.

demo-notice = Dette er ein demonstrasjon. Alle namn og stader er oppdikta.
demo-back = Startsida for demonstrasjonen
demo-title = Spel alle rollene
demo-what = Regionen er oppdikta. Tretti personar ventar alt på ei gruppe. Ingen brev går ut frå denne maskina.
demo-step-leave = Meld interesse som deltakar.
demo-step-confirm = Les brevet og stadfest.
demo-step-propose = Spel koordinator: lag eit forslag og godkjenn det.
demo-step-lead = Spel igangsetjar: sei ja til gruppa.
demo-step-answer = Les invitasjonane og svar. Når fem seier ja og alle har svart, blir gruppa klar.
demo-step-clock = Flytt klokka og sjå at svarfristar går ut og at alt blir sletta.
demo-participant = Som deltakar
demo-leave = Meld interesse med koden { $code }
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
