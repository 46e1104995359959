### Det som bare står i demonstrasjonen.

demo-notice = Dette er en demonstrasjon. Alle navn og steder er oppdiktet.
