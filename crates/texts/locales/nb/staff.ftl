### Det som medarbeidere leser på sidene: lesbarhetstall (LIX) på høyst 40.

role-coordinator = koordinator
role-leader = kursleder
role-igangsetter = igangsetter
seat-invited = Invitert
seat-accepted = Takket ja
seat-declined = Takket nei
seat-silent = Ikke svart

## Rundt sidene

staff-nav = Vei tilbake
staff-desk = ‹ Til oppgavene

## Logg inn

sign-in-title = Logg inn
sign-in-how = Vi sender deg en kode. Du trenger ikke noe passord.
sign-in-email = E-postadressen din
sign-in-email-hint = Den som kontaktpunktet har skrevet inn for deg.
sign-in-ask = Send meg en kode

code-title = Skriv koden
code-sent = Er adressen kjent hos oss, har vi sendt deg et brev. Koden virker i 30 minutter.
code-code = Koden fra brevet
code-code-hint = Seks tall. Skriv dem her, i nettleseren der du ba om koden.
code-digits = Skriv de seks tallene fra brevet
code-wrong =
    { $tries ->
        [one] Koden er feil. Du har ett forsøk igjen
       *[other] Koden er feil. Du har { $tries } forsøk igjen
    }
code-none = Kom det ikke noe brev?
code-again = Be om en ny kode
code-ended-title = Koden virker ikke lenger
code-ended-text = Den er brukt, for gammel eller skrevet feil for mange ganger. Be om en ny, så er du snart inne.

## Første oppsett

set-up-title = Velkommen til Oppstart
set-up-how = Skriv inn hvem dere er. Det tar ett minutt. Resten kan du gjøre etterpå, når det passer.
set-up-region = Hva heter regionen?
set-up-region-hint = Kontaktpunkter i samme region setter sammen grupper sammen. Bare medarbeidere ser navnet.
set-up-contact-point = Hva heter kontaktpunktet?
set-up-contact-point-hint = For eksempel «Frivilligsentralen». Det vises i brev og kan ikke si hva møtene handler om.
set-up-name = Hva heter du?
set-up-name-hint = Navnet som andre skal se. Fornavn er nok.
set-up-email = E-postadressen din
set-up-email-hint = Hit sender vi koden du logger inn med.
set-up-used-title = Lenken virker ikke lenger
set-up-used-done = Er kontaktpunktet satt opp? Da kan du logge inn.
set-up-used-new = Er det ikke satt opp ennå? Start tjenesten på nytt. Da viser den en ny lenke, som virker i 30 minutter.

## Oppgavene

desk-title = Oppgaver
desk-signed-in-as = Du er logget inn som { $name }.
desk-nothing = Det er ikke noe å gjøre akkurat nå.
desk-step = Neste steg: { $number } av { $count }
desk-step-place = Legg inn et sted
desk-step-place-why = Først trenger vi et sted der grupper kan møtes.
desk-step-room = Legg inn et rom
desk-step-room-why = Nå trenger stedet et rom, og tidene det er ledig.
desk-step-igangsetter = Legg inn en igangsetter
desk-step-igangsetter-why = Hver gruppe trenger en igangsetter de første gangene.
desk-step-availability = Velg sted og tid
desk-step-availability-why = Nå må minst én igangsetter ha sagt hvor og når det passer.
desk-step-course = Legg inn et kurs
desk-step-course-why = Til slutt: et kurs der deltakerne kan melde interesse.
desk-round = Ett forslag venter
desk-round-more = Det tar to minutter.
desk-round-call = Se forslaget
desk-silent = Når og hvor kan du?
desk-silent-more = Si fra, så kan vi spørre deg når det er nok til en gruppe.
desk-silent-call = Velg sted og tid
desk-open = Innsamlingen er åpen
desk-open-call = Vis koden
desk-asked = En ny gruppe?
desk-inviting = Vi venter på svar
desk-ready = Gruppen din er klar
desk-dissolved = En gruppe ble ikke noe av
desk-group-call = Åpne siden
desk-under-way = Grupper som venter på svar
desk-waits-igangsetter = Igangsetteren har ikke svart ennå.
desk-waits-answers =
    { $answers ->
        [0] Alle har svart.
        [one] { $answers } svar mangler.
       *[other] { $answers } svar mangler.
    }
desk-pages = Alt annet
desk-rounds = Ønsker og forslag
desk-courses = Kurs og innsamlinger
desk-places = Steder og rom
desk-people = Medarbeidere
desk-availability = Når og hvor du kan
