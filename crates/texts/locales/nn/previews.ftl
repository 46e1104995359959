### Breva, slik koordinatoren kan sjå på dei. Når kvart brev går ut, står under «when».

previews-title = Brev
previews-see = Sjå alle breva
previews-how = Slik ser breva ut. Tider, stader og lenkjer er oppdikta, og ingenting blir sendt herfrå.
previews-closing = Breva til deltakarane sluttar med dykkar eigne ord:
previews-closing-none = Breva til deltakarane kan slutte med dykkar eigne ord. De har ikkje skrive noko enno.
previews-change = Skriv eigne ord i breva
previews-to-participant = Til deltakarane
previews-to-igangsetter = Til igangsetjarar
previews-to-staff = Til medarbeidarar
previews-one = Slik ser brevet ut
previews-made-up = Tider, stader og lenkjer her er oppdikta.
previews-languages = Språket i brevet
previews-nth =
    { $count ->
        [1] Brevet
       *[other] Døme { $number } av { $count }
    }
previews-sender = Avsendar
previews-subject = Emne
previews-text = Teksten
previews-look = Sjå brevet slik mottakaren ser det
previews-all = Alle brev

when-confirm-note = Når nokon har meldt interesse med e-post.
when-confirm-reminder = Etter tre dagar, til den som ikkje har stadfesta.
when-invitation = Når nokon får ein plass i ei gruppe.
when-answer-reminder = Dagen før svarfristen.
when-meeting-on = Når nok har takka ja.
when-meeting-off = Når gruppa ikkje blir noko av.
when-meeting-tomorrow = Dagen før det første møtet.
when-meeting-cancelled = Når igangsetjaren avlyser eit møte.
when-meeting-moved = Når igangsetjaren flyttar eit møte.
when-practical-message = Når igangsetjaren gir ein fast beskjed.
when-no-igangsetter = Dagen før eit møte utan igangsetjar.
when-still-looking = Etter tre veker utan gruppe.
when-still-interested = Når nokon ikkje har svart, eller har venta i fem månader.
when-new-link = Når nokon ber om ei ny lenkje.
when-notice = Når andre kan ha sett opplysningar. Eigne ord er ikkje med i dette brevet.
when-asked-to-lead = Når du har godkjent ei gruppe, eller har spurt nokon om å ta over.
when-set-to-lead = Når du har godkjent ei gruppe, til den som ikkje vil bli spurd først.
when-participants-ready = Når nok har takka ja.
when-group-changed = Når noko er endra i ei gruppe som er klar.
when-absence = Når nokon seier frå om at dei ikkje kan komme.
when-group-off = Når gruppa ikkje blir noko av.
when-sign-in-code = Når nokon vil logge inn.
when-welcome = Når nokon blir lagd til.
when-tasks = Når noko ventar på ein koordinator.
when-staff-notice = Når andre kan ha sett opplysningar.
