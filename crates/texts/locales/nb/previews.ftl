### Brevene, slik koordinatoren kan se på dem. Når hvert brev går ut, står under «when».

previews-title = Brev
previews-see = Se alle brevene
previews-how = Slik ser brevene ut. Tider, steder og lenker er oppdiktet, og ingenting blir sendt herfra.
previews-closing = Brevene til deltakerne slutter med deres egne ord:
previews-closing-none = Brevene til deltakerne kan slutte med deres egne ord. Dere har ikke skrevet noe ennå.
previews-change = Skriv egne ord i brevene
previews-to-participant = Til deltakerne
previews-to-igangsetter = Til igangsettere
previews-to-staff = Til medarbeidere
previews-one = Slik ser brevet ut
previews-made-up = Tider, steder og lenker her er oppdiktet.
previews-languages = Språket i brevet
previews-nth =
    { $count ->
        [1] Brevet
       *[other] Eksempel { $number } av { $count }
    }
previews-sender = Avsender
previews-subject = Emne
previews-text = Teksten
previews-look = Se brevet slik mottakeren ser det
previews-all = Alle brev

when-confirm-note = Når noen har meldt interesse med e-post.
when-confirm-reminder = Etter tre dager, til den som ikke har bekreftet.
when-invitation = Når noen får en plass i en gruppe.
when-answer-reminder = Dagen før svarfristen.
when-meeting-on = Når nok har takket ja.
when-meeting-off = Når gruppen ikke blir noe av.
when-meeting-tomorrow = Dagen før det første møtet.
when-meeting-cancelled = Når igangsetteren avlyser et møte.
when-meeting-moved = Når igangsetteren flytter et møte.
when-practical-message = Når igangsetteren gir en fast beskjed.
when-no-igangsetter = Dagen før et møte uten igangsetter.
when-still-looking = Etter tre uker uten gruppe.
when-still-interested = Når noen ikke har svart, eller har ventet i fem måneder.
when-new-link = Når noen ber om en ny lenke.
when-notice = Når andre kan ha sett opplysninger. Egne ord er ikke med i dette brevet.
when-asked-to-lead = Når du har godkjent en gruppe, eller har spurt noen om å ta over.
when-set-to-lead = Når du har godkjent en gruppe, til den som ikke vil bli spurt først.
when-participants-ready = Når nok har takket ja.
when-group-changed = Når noe er endret i en gruppe som er klar.
when-absence = Når noen sier fra om at de ikke kan komme.
when-group-off = Når gruppen ikke blir noe av.
when-sign-in-code = Når noen vil logge inn.
when-welcome = Når noen blir lagt til.
when-tasks = Når noe venter på en koordinator.
when-staff-notice = Når andre kan ha sett opplysninger.
