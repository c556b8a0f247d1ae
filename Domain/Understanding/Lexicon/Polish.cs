namespace Restaurant.Domain.Understanding.Lexicon;

internal static class Polish
{
    public const string Cues = """
        request: poprosze, prosze, prosze o, poprosimy, prosimy, prosimy o, chcialbym, chcialabym, chcielibysmy, chce, chcemy, chcialbym zamowic, chcialabym zamowic, chce zamowic, wezme, wezmiemy, biore, bierzemy, dla mnie, moge prosic, mozna prosic, moge zamowic, zamawiam, zamawiamy, zamowic, potrzebuje, dodaj, dorzuc, dorzuccie, podajcie, daj, dajcie
        with: z, ze, plus, i do tego, dodatkowo
        and: i, oraz, a, a takze, tez, takze, do tego
        or: lub, albo, czy
        but: ale
        remove: bez, nie, zadnych, zadnego, oprocz, poza, prosze bez
        extra: ekstra, extra, podwojny, podwojna, podwojne, podwojnie, wiecej, duzo, dodatkowy, dodatkowa, dodatkowe, z dodatkowym, z dodatkowa
        light: malo, mniej, troche, odrobina, odrobine
        filler: bez niczego, bez dodatkow
        sideafter: osobno, obok, na boku, oddzielnie
        insteadof: zamiast
        swap: zamien, wymien
        for: dla, na, za
        forperson: dla mnie, dla syna, dla corki, dla zony, dla meza, dla niego, dla niej, dla dziecka, dla dzieci, dla nas, dla mamy, dla taty, dla kolegi, dla kolezanki, na nazwisko, na imie
        both: oba, obie, oboje, na obu, do obu
        all: wszystkie, wszystko, kazdy, kazda, kazde, do wszystkich
        ofthem: z nich, z tych
        sameagain: to samo, tak samo, taki sam, taka sama, jeszcze raz to samo
        rest: drugi, druga, drugie, pozostale, reszta
        anotherone: jeszcze jeden, jeszcze jedna, jeszcze jedno
        correction: nie czekaj, czekaj, przepraszam, jednak, wlasciwie, to znaczy, sorry
        makethat: zmien na, zrob z tego
        cancel: anuluj, skresl, zapomnij
        container: szklanka, szklanke, szklanki, kubek, butelka, butelke, butelki, puszka, puszke, porcja, porcje, porcji, kawalek, talerz, miska, miske
        descriptor: gorace, goraca, goracy, zimne, zimna, zimny, swieze, swieza, ciepla, cieple, cieply
        generic: danie, deser, napoj, menu, zestaw
        vague: cos
        filler: dziekuje, dzieki, z gory dziekuje, dzien dobry, dobry wieczor, czesc, hej, witam, na wynos, do picia, do jedzenia, teraz, tylko, tak, to wszystko, to tyle, pozdrawiam, milego dnia, prosze pana, prosze pani, bardzo
        question: czy macie, macie, czy jest, czy sa, czy, ile, ile kosztuje, ile kosztuja, jaki, jaka, jakie, ktory, ktora, ktore, kiedy, gdzie, jak, co, czy mozna, o ktorej, do ktorej, czy dowozicie, zawiera
        story: byl, byla, byly, bylo, wczoraj, ostatnio, w zeszlym tygodniu, zamowilem, zamowilam, zamowilismy, brakuje, brakowalo, pyszne, pyszna, pyszny, uwielbiam
        topic: rezerwacja, rezerwacje, zarezerwowac, stolik, rachunek, adres, godziny otwarcia, pomoc, reklamacja
        quantity 1: jeden, jedna, jedno, jedne, raz
        quantity 2: dwa, dwie, dwoje, pare, dwa razy
        quantity 3: trzy, troje, trzy razy
        quantity 4: cztery
        quantity 5: piec
        quantity 6: szesc, pol tuzina
        quantity 7: siedem
        quantity 8: osiem
        quantity 9: dziewiec
        quantity 10: dziesiec
        quantity 12: dwanascie, tuzin
        size 1: maly, mala, male, malego, malej
        size 2: sredni, srednia, srednie, sredniego
        size 3: duzy, duza, duze, duzego, duzej
        """;
}
