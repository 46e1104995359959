### Det som gjeld for alle: personvern, tilgjengelegheit og kven ein ringer.

## Personvern

privacy-title = Personvern
privacy-short = Vi lagrar så lite vi kan. Du kan slette alt når du vil.
privacy-who-title = Kven har ansvaret?
privacy-who = { $body } har ansvaret for opplysningane. Spørsmål om personvern: { $contact }.
privacy-who-unset = Den som driv tenesta, har ikkje skrive inn dette enno. Derfor kan ingen melde interesse her no.
privacy-what-title = Kva lagrar vi?
privacy-what = Stadene og tidene du vel. Språket ditt. To kjenneord. E-postadressa di. At du samtykte. Seinare, om du vil: eit kallenamn og ein avstandskode. Ikkje noko meir.
privacy-code = Vil du heller ha ein kode, lagrar vi inga adresse. Av koden lagrar vi berre eit avtrykk.
privacy-sealed = Adressa er kryptert. Berre den delen av tenesta som sender brev, kan opne ho.
privacy-consent-title = Kvifor har vi lov?
privacy-consent = Fordi du samtykker. Det er frivillig. Opplysningane kan vise at du har gått på kurs. Derfor passar vi ekstra godt på dei.
privacy-rights = Du kan sjå, endre og slette alt sjølv. Lenka står i alle brev frå oss. Du kan òg klage til Datatilsynet. Har du mista lenka?
privacy-see-title = Kven ser kva?
privacy-see-leader = Kursleiaren ser ikkje kven som svarte. Etterpå får kursleiaren berre vite om det var færre enn fem.
privacy-see-coordinator = Koordinatoren ser ønske utan namn. Når vi set saman grupper, ser koordinatoren òg nøyaktige tal.
privacy-see-igangsetter = Igangsetjaren ser kallenamnet ditt om du takkar ja. Ingen ser adressa di.
privacy-see-caller = Les du opp koden din når du ringer, ser vi det same som du.
privacy-long-title = Kor lenge?
privacy-long-unconfirmed = Stadfestar du ikkje, slettar vi alt etter 7 dagar.
privacy-long-waiting = Ventar du på ei gruppe, slettar vi alt etter 6 månader. Vi spør deg ein månad før.
privacy-long-paused = Svarer du ikkje på ein invitasjon, spør vi ein gong til. Så slettar vi alt etter 14 dagar.
privacy-long-group = Er du med i ei gruppe, slettar vi alt 7 dagar etter det siste møtet med igangsetjar.
privacy-long-letters = Vi hugsar at eit brev er sendt, i eitt døgn. Kom det ikkje fram, hugsar vi det i 7 dagar.
privacy-long-staff = Ein medarbeidar er logga inn i 12 timar. Den som ikkje loggar inn på 12 månader, slettar vi.
privacy-long-copies = Det du slettar, kan ligge i sikkerheitskopiar. Etter høgst 66 dagar kan ingen lese det.
privacy-count-title = Kva tel vi?
privacy-count = Vi tel to ting for kvar region og kvart kvartal. Det eine er folk i grupper som har starta. Det andre er svar med ja og nei. Vi rundar av til næraste fem.
privacy-cookies-title = Informasjonskapslar
privacy-cookies = Vi bruker berre dei som sida treng for å verke. Ingen følger med på deg.

## Tilgjengelegheit

accessibility-title = Tilgjengelegheit
accessibility-aim = Alle skal kunne bruke desse sidene. Målet er krava i WCAG 2.2, nivå AA.
accessibility-how = Sidene verkar med tastatur, skjermlesar og stor skrift. Dei verkar på gamle telefonar og utan skript.
accessibility-other = Vil du heller ringe? Med ein kode kan du få svaret på telefon.
accessibility-tell = Er det noko som ikkje verkar for deg? Sei frå til oss.
accessibility-complain = Får du ikkje hjelp av oss? Då kan du klage til Tilsynet for universell utforming av ikt.

## Kontakt

contact-title = Kontakt
contact-call = Ring { $body }:
contact-privacy = Spørsmål om personvern:
contact-unset = Den som driv tenesta, har ikkje skrive inn eit telefonnummer enno.
