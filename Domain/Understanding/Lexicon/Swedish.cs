namespace Restaurant.Domain.Understanding.Lexicon;

internal static class Swedish
{
    public const string Cues = """
        request: jag vill ha, jag skulle vilja ha, jag skulle vilja bestalla, skulle vilja ha, vill ha, vi vill ha, vi skulle vilja ha, vill bestalla, jag vill bestalla, vi vill bestalla, jag tar, vi tar, tar, kan jag fa, kan vi fa, kan du gora, kan ni gora, kan ni gora klart, kan ni fixa, far jag, skulle jag kunna fa, ge mig, bestaller, jag bestaller, jag behover, vi behover, for min del, lagg till, jag onskar
        with: med, plus, m, tillsammans med, pa
        and: och, samt, ocksa, o
        or: eller
        but: men
        remove: utan, ingen, inga, inget, inte, ta bort, skippa, hoppa over, ej
        extra: extra, mer, dubbel, dubbelt, dubbla, mycket, rikligt med
        light: lite, mindre, litet, bara lite
        filler: utan nagot, utan tillbehor
        sideafter: vid sidan av, vid sidan om, bredvid, separat, for sig
        sideof: en sida av
        insteadof: istallet for, i stallet for
        swap: byt, byt ut, byta
        for: till, for
        forperson: till mig, till min son, till min dotter, till min fru, till min man, till min sambo, till brorsan, till min bror, till min syster, till grabben, till syrran, till mamma, till pappa, till henne, till honom, till barnen, till oss, namn, i namnet
        both: bada, pa bada, till bada, bada tva, i bada
        all: allt, alla, pa alla, varje, samtliga, allihop
        ofthem: av dem, av dom, av de
        sameagain: samma, samma sak, likadan, likadant, samma igen
        rest: den andra, det andra, de andra, den andre
        anotherone: en till, ett till, en likadan
        correction: nej vanta, vanta, forlat, ursakta, eller nej, faktiskt, jag menar
        makethat: andra till, gor det till
        cancel: stryk, glom, avbestall
        container: glas, ett glas, kopp, en kopp, flaska, en flaska, burk, en burk, portion, en portion, bit, en bit
        article: en, ett, den, det, de, av
        descriptor: varm, varmt, varma, kall, kallt, kalla, farsk
        generic: ratt, dryck, efterratt, meny
        vague: nagot, nagonting
        filler: tack, tack sa mycket, snalla, hej, hejsan, hej hej, tja, tjena, god morgon, god dag, god kvall, att ta med, ta med, for avhamtning, att dela, att dricka, att ata, nu, bara, ja, mvh, det var allt, det ar allt, om det gar, garna, vi ar, kl, klockan, klart
        question: har ni, har du, finns det, finns, vad, hur, hur mycket, vad kostar, hur lange, vilken, vilka, vilket, nar, var, ar det, ar, innehaller, levererar ni, tar ni, kan man, gar det att
        story: var, igar, forra veckan, sist, jag bestallde, vi bestallde, saknas, saknades, alskar, jattegott, gott
        topic: reservera, boka, bord, notan, kvitto, adress, oppettider, hjalp, reklamation
        quantity 1: en, ett, en till, ett till
        quantity 2: tva, ett par
        quantity 3: tre
        quantity 4: fyra
        quantity 5: fem
        quantity 6: sex, ett halvt dussin
        quantity 7: sju
        quantity 8: atta
        quantity 9: nio
        quantity 10: tio
        quantity 12: tolv, ett dussin
        size 1: liten, litet, sma, lilla
        size 2: mellan, mellanstor, medium
        size 3: stor, stort, stora
        """;
}
