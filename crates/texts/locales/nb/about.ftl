### Det som gjelder for alle: personvern, tilgjengelighet og hvem man ringer.

## Personvern

privacy-title = Personvern
privacy-short = Vi lagrer så lite vi kan. Du kan slette alt når du vil.
privacy-who-title = Hvem har ansvaret?
privacy-who = { $body } har ansvaret for opplysningene. Spørsmål om personvern: { $contact }.
privacy-who-unset = Den som driver tjenesten, har ikke skrevet inn dette ennå. Derfor kan ingen melde interesse her nå.
privacy-what-title = Hva lagrer vi?
privacy-what = Stedene og tidene du velger. Språket ditt. To kjenneord. E-postadressen din. At du samtykket. Senere, hvis du vil: et kallenavn og en avstandskode. Ikke noe mer.
privacy-code = Vil du heller ha en kode, lagrer vi ingen adresse. Av koden lagrer vi bare et avtrykk.
privacy-sealed = Adressen er kryptert. Bare den delen av tjenesten som sender brev, kan åpne den.
privacy-consent-title = Hvorfor har vi lov?
privacy-consent = Fordi du samtykker. Det er frivillig. Opplysningene kan vise at du har gått på kurs. Derfor passer vi ekstra godt på dem.
privacy-rights = Du kan se, endre og slette alt selv. Lenken står i alle brev fra oss. Du kan også klage til Datatilsynet. Har du mistet lenken?
privacy-see-title = Hvem ser hva?
privacy-see-leader = Kurslederen ser ikke hvem som svarte. Etterpå får kurslederen bare vite om det var færre enn fem.
privacy-see-coordinator = Koordinatoren ser ønsker uten navn. Når grupper settes sammen, ser koordinatoren også nøyaktige antall.
privacy-see-igangsetter = Igangsetteren ser kallenavnet ditt hvis du takker ja. Ingen ser adressen din.
privacy-see-caller = Leser du opp koden din når du ringer, ser vi det samme som du.
privacy-long-title = Hvor lenge?
privacy-long-unconfirmed = Bekrefter du ikke, sletter vi alt etter 7 dager.
privacy-long-waiting = Venter du på en gruppe, sletter vi alt etter 6 måneder. Vi spør deg en måned før.
privacy-long-paused = Svarer du ikke på en invitasjon, spør vi en gang til. Så sletter vi alt etter 14 dager.
privacy-long-group = Er du med i en gruppe, sletter vi alt 7 dager etter det siste møtet med igangsetter.
privacy-long-letters = Vi husker at et brev er sendt, i ett døgn. Kom det ikke fram, husker vi det i 7 dager.
privacy-long-staff = En medarbeider er logget inn i 12 timer. Den som ikke logger inn på 12 måneder, sletter vi.
privacy-long-copies = Det du sletter, kan ligge i sikkerhetskopier. Etter høyst 66 dager kan ingen lese det.
privacy-count-title = Hva teller vi?
privacy-count = Vi teller to ting for hver region og hvert kvartal. Det ene er folk i grupper som har startet. Det andre er svar med ja og nei. Vi runder av til nærmeste fem.
privacy-cookies-title = Informasjonskapsler
privacy-cookies = Vi bruker bare dem som siden trenger for å virke. Ingen følger med på deg.

## Tilgjengelighet

accessibility-title = Tilgjengelighet
accessibility-aim = Alle skal kunne bruke disse sidene. Målet er kravene i WCAG 2.2, nivå AA.
accessibility-how = Sidene virker med tastatur, skjermleser og stor skrift. De virker på gamle telefoner og uten skript.
accessibility-other = Vil du heller ringe? Med en kode kan du få svaret på telefon.
accessibility-tell = Er det noe som ikke virker for deg? Si fra til oss.
accessibility-complain = Får du ikke hjelp av oss? Da kan du klage til Tilsynet for universell utforming av ikt.

## Kontakt

contact-title = Kontakt
contact-call = Ring { $body }:
contact-privacy = Spørsmål om personvern:
contact-unset = Den som driver tjenesten, har ikke skrevet inn et telefonnummer ennå.
