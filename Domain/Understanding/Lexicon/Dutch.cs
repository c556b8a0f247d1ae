namespace Restaurant.Domain.Understanding.Lexicon;

internal static class Dutch
{
    public const string Cues = """
        request: ik wil, ik wil graag, ik wou, ik wou graag, ik zou graag, wij willen, we willen, we willen graag, wij willen graag, we zouden graag, ik neem, wij nemen, we nemen, mag ik, mogen wij, mogen we, mag ik bestellen, ik wil bestellen, ik wil graag bestellen, wij willen graag bestellen, we willen bestellen, kan ik, kunnen we, kunnen wij, kan ik bestellen, graag bestellen, doe mij, doe maar, doe, geef mij, geef me, ik krijg, ik heb graag, heb graag, wij hebben graag, voor mij, bestellen, ik lust, ik bestel, we bestellen, ik had graag, we hadden graag, zet erbij, graag
        with: met, plus, m, erbij, met daarbij, belegd met
        and: en, ook, alsmede, en ook, en dan
        or: of
        but: maar
        remove: zonder, geen, niet, laat weg, behalve, haal weg, z
        removeafter: weglaten, weg, eraf, eruit
        extra: extra, meer, dubbel, dubbele, veel
        light: weinig, minder, beetje, een beetje, niet te veel, een klein beetje
        filler: zonder iets, zonder alles
        sideafter: apart, ernaast, los, los erbij, apart erbij
        sideof: een bijgerecht
        insteadof: in plaats van, ipv, inplaats van
        swap: vervang, wissel, ruil
        for: voor, tegen
        forperson: voor mijn zoon, voor mijn dochter, voor mijn vrouw, voor mijn man, voor mijn vriend, voor mijn vriendin, voor hem, voor haar, voor mij, voor ons, voor de kinderen, op naam van, naam
        both: beide, allebei, bij beide, op beide, op allebei
        all: alle, allemaal, elk, elke, ieder, iedere, alledrie
        ofthem: daarvan, ervan, van die
        sameagain: hetzelfde, dezelfde, nog zo een, nog zoiets
        rest: de andere, het andere, de anderen, de tweede, het tweede
        anotherone: nog een, nog eentje
        correction: nee wacht, wacht, oh nee, toch maar, sorry, ik bedoel, eigenlijk, liever
        makethat: maak daar, maak er
        cancel: annuleer, vergeet, schrap
        container: glas, een glas, glaasje, kop, kopje, een kopje, bakje, een bakje, fles, een fles, flesje, blikje, een blikje, portie, een portie, stuk, stukje, schaal
        article: de, het, een, van, t
        descriptor: warm, warme, koud, koude, vers, verse, heet, hete, lekker, lekkere
        generic: gerecht, toetje, nagerecht, drankje, menu
        vague: iets
        filler: alstublieft, alsjeblieft, aub, svp, ajb, dank u, dank je, dankje, dankjewel, bedankt, alvast bedankt, hoi, hallo, hey, goedemorgen, goedemiddag, goedenavond, goedendag, dag, om mee te nemen, meenemen, afhalen, om af te halen, om te drinken, om te eten, nu, alleen, ja, dat was het, dat is alles, groetjes, groet, gr, mvg, doei, maar, even, nog, bestelling, hebben, krijgen
        question: hebben jullie, heeft u, is er, zijn er, wat, hoe, hoeveel, hoe duur, wat kost, hoe lang, welke, welk, wanneer, waar, is het, is de, is dat, zijn de, kunt u zeggen, kunnen jullie zeggen, bevat, bezorgen jullie, leveren jullie, kun je, kan men, zijn jullie
        story: was, waren, gisteren, vorige week, laatst, de vorige keer, ik heb besteld, we hebben besteld, ontbreekt, ontbrak, heerlijk, geweldig
        topic: reserveren, reservering, tafel, rekening, adres, openingstijden, hulp, klacht
        quantity 1: een, 1 keer, eentje
        quantity 2: twee, tweemaal, een paar, 2 keer, twee keer
        quantity 3: drie, driemaal, 3 keer, drie keer
        quantity 4: vier
        quantity 5: vijf
        quantity 6: zes, een half dozijn
        quantity 7: zeven
        quantity 8: acht
        quantity 9: negen
        quantity 10: tien
        quantity 12: twaalf, een dozijn
        size 1: klein, kleine, kleintje
        size 2: middel, middelgroot, middelgrote, medium, normaal, normale
        size 3: groot, grote
        """;
}
