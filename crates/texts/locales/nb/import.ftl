### Å legge inn mange steder fra et regneark: lesbarhetstall (LIX) på høyst 40.

import-title = Legg inn mange steder på en gang
import-open = Har dere en liste i et regneark? Da kan dere legge inn alt på en gang.
import-how = Har dere steder og rom i et regneark? Merk radene, kopier dem og lim dem inn her.
import-safe = Ingenting blir lagret før du har sett over alt og sagt ja.
import-text = Listen
import-text-hint = Den første linjen har overskriftene. Lim inn høyst 100 linjer om gangen.
import-look = Se over
import-look-again = Se over på nytt
import-preview = Dette skjer med hver linje
import-line = Linje
import-column-place = Sted
import-column-room = Rom
import-column-time = Tid
import-becomes = Hva skjer
import-sum-wrong = Ingenting er lagret ennå. Rett linjene som er feil, og se over på nytt.
import-sum-nothing = Alt på listen finnes fra før. Det er ikke noe å legge til.
import-sum = Dette er nytt: { $list }. Ingenting er lagret ennå.
import-sum-places =
    { $places ->
        [one] ett sted
       *[other] { $places } steder
    }
import-sum-rooms =
    { $rooms ->
        [one] ett rom
       *[other] { $rooms } rom
    }
import-sum-times =
    { $times ->
        [one] én tid
       *[other] { $times } tider
    }
import-unused = Vi bruker ikke disse kolonnene: { $columns }.
import-adds-place = nytt sted
import-adds-room = nytt rom
import-adds-time = ny tid
import-is-wrong = må rettes
import-adds-nothing = finnes fra før
import-store-how = Stemmer det? Da legger vi til alt på en gang.
import-store = Legg til alt
import-mend = Vil du endre listen?

## Et eksempel, og kolonnene

import-example = Slik kan listen se ut
import-example-how = Hvert rom og hver tid har sin egen linje. Er stedet det samme, skriver du det samme navnet. Du kan kopiere eksempelet og prøve.
import-columns = Kolonnene
import-columns-how = Bare det første er nødvendig. Rekkefølgen er uten betydning.

# Overskrifter som vi kjenner igjen. Den første vises på siden.
import-place = Sted, stedsnavn, navn på sted
import-place-text = Det dere kaller stedet.
import-address = Adresse, gateadresse
import-address-text = Gate og nummer. Ikke for telefon og nett.
import-room = Rom, møterom, møtelokale
import-room-text = Det dere kaller rommet. La det stå tomt hvis du vil legge inn rom senere.
import-weekday = Ukedag, dag
import-weekday-text = For eksempel tirsdag.
import-starts = Klokkeslett, klokken, fra, fra kl., start
import-starts-text = Når et møte kan begynne, som 18.00.
import-ends = Til, til kl., slutt
import-ends-text = Når rommet må være tomt igjen. Et møte varer i to timer.
import-letter-name = Navn i brev
import-letter-name-text = Står det ingenting, bruker vi adressen. Det kan ikke røpe hva møtet handler om.
import-entrance = Inngang
import-entrance-text = Hvilken dør, hvilken etasje.
import-step-free = Uten trapper, trinnfritt
import-step-free-text = Ja, nei eller vet ikke.
import-key = Nøkkel
import-key-text = Hvor nøkkelen er. Bare igangsetteren ser det.
import-kind = Slags sted, slags, type
import-kind-text = Hus, telefon eller nett. Står det ingenting, er det et hus.
import-dial-in = Telefonnummer eller lenke, telefonnummer, lenke
import-dial-in-text = Bare for telefon og nett.
import-from = Første dag, fra dato
import-from-text = Den første dagen rommet er ledig, hvis det ikke er hele året.
import-until = Siste dag, til dato
import-until-text = Den siste dagen rommet er ledig.

# Ord som kan stå i kolonnene.
import-yes = ja
import-no = nei
import-unknown = vet ikke
import-physical = hus
import-telephone = telefon
import-online = nett, på nett

## Feil i listen

import-empty = Lim inn en liste med overskrifter og minst én linje
import-no-headings = Den første linjen må ha overskrifter. Én av dem må være «sted»
import-heading-twice = To av overskriftene betyr det samme. Ta bort den ene
import-too-many =
    { $max ->
        [one] Lim inn bare én linje om gangen
       *[other] Lim inn høyst { $max } linjer om gangen. Ta resten etterpå
    }
import-wrong =
    { $lines ->
        [one] Rett linjen som er feil. Den står nedenfor
       *[other] Rett de { $lines } linjene som er feil. De står nedenfor
    }
# Kolonnen, det som står der, og hva som er riktig.
import-fault = { $column } («{ $found }»): { $what }
import-fault-empty = { $column } (tomt): { $what }
import-fault-line = Linje { $line }: { $fault }
import-no-place = Skriv hva stedet heter
import-no-room = Skriv hvilket rom tiden gjelder
import-weekday-fault = Skriv en ukedag, som tirsdag
import-too-short = Det må være minst to timer fra møtet begynner
import-kind-fault = Skriv hus, telefon eller nett
import-step-free-fault = Skriv ja, nei eller vet ikke
import-said = Linje { $line } sier «{ $value }». Skriv det samme, eller la det stå tomt
import-stored = Det er lagret «{ $value }» fra før. La det stå tomt, eller endre det på siden til stedet
import-stored-empty = Ingenting er lagret her fra før. La det stå tomt, eller endre det på siden til stedet
import-stored-other = Noe annet er lagret fra før. La det stå tomt, eller endre det på siden til stedet
import-more-cells = Linjen har flere felt enn overskriftene. Sett hermetegn rundt tekst med komma eller semikolon
import-line-break = Her er det et linjeskift. Kanskje mangler det et hermetegn
import-formula = Dette er en formel. Skriv det som skal stå der
import-too-narrow = Kolonnen er for smal i regnearket. Gjør den bredere og kopier på nytt
import-letters = Bokstavene er blitt feil. Kopier dem rett fra regnearket
