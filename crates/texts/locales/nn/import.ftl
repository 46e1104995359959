### Å leggje inn mange stader frå eit rekneark: lesbarheitstal (LIX) på høgst 40.

import-title = Legg inn mange stader på ein gong
import-open = Har de ei liste i eit rekneark? Då kan de leggje inn alt på ein gong.
import-how = Har de stader og rom i eit rekneark? Merk radene, kopier dei og lim dei inn her.
import-safe = Ingenting blir lagra før du har sett over alt og sagt ja.
import-text = Lista
import-text-hint = Den første linja har overskriftene. Lim inn høgst 100 linjer om gongen.
import-look = Sjå over
import-look-again = Sjå over på nytt
import-preview = Dette skjer med kvar linje
import-line = Linje
import-column-place = Stad
import-column-room = Rom
import-column-time = Tid
import-becomes = Kva skjer
import-sum-wrong = Ingenting er lagra enno. Rett linjene som er feil, og sjå over på nytt.
import-sum-nothing = Alt på lista finst frå før. Det er ikkje noko å leggje til.
import-sum = Dette er nytt: { $list }. Ingenting er lagra enno.
import-sum-places =
    { $places ->
        [one] éin stad
       *[other] { $places } stader
    }
import-sum-rooms =
    { $rooms ->
        [one] eitt rom
       *[other] { $rooms } rom
    }
import-sum-times =
    { $times ->
        [one] éi tid
       *[other] { $times } tider
    }
import-unused = Vi brukar ikkje desse kolonnane: { $columns }.
import-adds-place = ny stad
import-adds-room = nytt rom
import-adds-time = ny tid
import-is-wrong = må rettast
import-adds-nothing = finst frå før
import-store-how = Stemmer det? Då legg vi til alt på ein gong.
import-store = Legg til alt
import-mend = Vil du endre lista?

## Eit døme, og kolonnane

import-example = Slik kan lista sjå ut
import-example-how = Kvart rom og kvar tid har si eiga linje. Er staden den same, skriv du det same namnet. Du kan kopiere dømet og prøve.
import-columns = Kolonnane
import-columns-how = Berre det første er nødvendig. Rekkjefølgja har ikkje noko å seie.

# Overskrifter som vi kjenner att. Den første blir vist på sida.
import-place = Stad, namn på stad
import-place-text = Det de kallar staden.
import-address = Adresse, gateadresse
import-address-text = Gate og nummer. Ikkje for telefon og nett.
import-room = Rom, møterom, møtelokale
import-room-text = Det de kallar rommet. La det stå tomt om du vil leggje inn rom seinare.
import-weekday = Vekedag, dag
import-weekday-text = Til dømes tysdag.
import-starts = Klokkeslett, klokka, frå, frå kl., start
import-starts-text = Når eit møte kan byrje, som 18.00.
import-ends = Til, til kl., slutt
import-ends-text = Når rommet må vere tomt att. Eit møte varer i to timar.
import-letter-name = Namn i brev
import-letter-name-text = Står det ingenting, brukar vi adressa. Det kan ikkje røpe kva møtet handlar om.
import-entrance = Inngang
import-entrance-text = Kva for dør, kva for etasje.
import-step-free = Utan trapper, utan trinn
import-step-free-text = Ja, nei eller veit ikkje.
import-key = Nøkkel
import-key-text = Kvar nøkkelen er. Berre igangsetjaren ser det.
import-kind = Slags stad, slags, type
import-kind-text = Hus, telefon eller nett. Står det ingenting, er det eit hus.
import-dial-in = Telefonnummer eller lenkje, telefonnummer, lenkje
import-dial-in-text = Berre for telefon og nett.
import-from = Første dag, frå dato
import-from-text = Den første dagen rommet er ledig, om det ikkje er heile året.
import-until = Siste dag, til dato
import-until-text = Den siste dagen rommet er ledig.

# Ord som kan stå i kolonnane.
import-yes = ja
import-no = nei
import-unknown = veit ikkje
import-physical = hus
import-telephone = telefon
import-online = nett, på nett

## Feil i lista

import-empty = Lim inn ei liste med overskrifter og minst éi linje
import-no-headings = Den første linja må ha overskrifter. Éi av dei må vere «stad»
import-heading-twice = To av overskriftene tyder det same. Ta bort den eine
import-too-many =
    { $max ->
        [one] Lim inn berre éi linje om gongen
       *[other] Lim inn høgst { $max } linjer om gongen. Ta resten etterpå
    }
import-wrong =
    { $lines ->
        [one] Rett linja som er feil. Ho står nedanfor
       *[other] Rett dei { $lines } linjene som er feil. Dei står nedanfor
    }
# Kolonnen, det som står der, og kva som er rett.
import-fault = { $column } («{ $found }»): { $what }
import-fault-empty = { $column } (tomt): { $what }
import-fault-line = Linje { $line }: { $fault }
import-no-place = Skriv kva staden heiter
import-no-room = Skriv kva for eit rom tida gjeld
import-weekday-fault = Skriv ein vekedag, som tysdag
import-too-short = Det må vere minst to timar frå møtet byrjar
import-kind-fault = Skriv hus, telefon eller nett
import-step-free-fault = Skriv ja, nei eller veit ikkje
import-said = Linje { $line } seier «{ $value }». Skriv det same, eller la det stå tomt
import-stored = Det er lagra «{ $value }» frå før. La det stå tomt, eller endre det på sida til staden
import-stored-empty = Ingenting er lagra her frå før. La det stå tomt, eller endre det på sida til staden
import-stored-other = Noko anna er lagra frå før. La det stå tomt, eller endre det på sida til staden
import-more-cells = Linja har fleire felt enn overskriftene. Set hermeteikn rundt tekst med komma eller semikolon
import-line-break = Her er det eit linjeskift. Kanskje manglar det eit hermeteikn
import-formula = Dette er ein formel. Skriv det som skal stå der
import-too-narrow = Kolonnen er for smal i reknearket. Gjer han breiare og kopier på nytt
import-letters = Bokstavane er blitt feil. Kopier dei rett frå reknearket
