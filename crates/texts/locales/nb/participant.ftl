### Det som deltakere leser på sidene. Korte setninger: lesbarhetstall (LIX) på høyst 30.

erase-everything = Slett alt om meg
state-waiting = Venter på flere

## Forsiden

home-title = Velkommen
home-what = Oppstart hjelper folk med å møtes i små grupper. Du sier hvor og når det passer, og får et brev når det er nok til å begynne.
home-code = Har du en kode?
home-code-hint = Koden har seks bokstaver og tall.
fault-code = Skriv koden på seks bokstaver og tall
home-staff = Er du medarbeider?
