namespace Restaurant.Domain.Understanding.Lexicon;

internal static class German
{
    public const string Cues = """
        request: mach mir, mach uns, mach bitte, ich mochte, ich moechte, ich hatte gern, ich hatte gerne, ich haette gern, ich haette gerne, ich nehme, ich will, ich brauche, wir mochten, wir moechten, wir hatten gern, wir hatten gerne, wir nehmen, geben sie mir, gib mir, bringen sie mir, bring mir, bringen sie uns, kann ich, konnte ich, konnten wir, kann ich bitte, darf ich, ich bekomme, fur mich, hatte gern, hatte gerne, ich wurde gerne, ich wurde gern, mochte gern, mochte gerne, ich bestelle, wir bestellen, konnen wir, machen sie mir, ich nehm, ich mochte gerne, ich mochte bestellen, ich krieg, ich kriege, wir kriegen, wir bekommen, kann ich noch, konnen wir noch, konnten sie mir, konnten sie uns, konnt ihr mir, konnt ihr uns, konntet ihr mir, konntet ihr uns, kannst du mir, konntest du mir, macht mir, macht uns, machen sie mir, schickt mir, schickt uns, schicken sie mir, bringt uns, bringt mir, fur uns, wir brauchen, ich wurd gern, wir wurden gern, wir wurden gerne, dann nehme ich, nehme ich, nehmen wir, hatten gern, hatten gerne, ich brauchte, wir brauchten, ich hol, ich hole ab, ich mocht, ich mochte bestellen, ich mochte gern, ich mochte gerne, ich wollte, wir wollten, wir wollen, bitte einmal, bitte zweimal, gebt mir, gebt uns, ich bestell, zum abholen, wir nehmen noch, ich nehm, packt mir, fugt bitte, noch dazu bitte
        with: auf, mit, dazu, plus, dafur, dafur mit, dafur lieber, dafur bitte, dafur aber
        and: und, auch, sowie, ausserdem, noch
        or: oder
        but: aber
        remove: ausser, ohne, kein, keine, keinen, weglassen ohne, bitte ohne
        removeafter: weglassen, weg
        extra: extra, mehr, doppelt, doppelte, doppelten, viel, viele, extra viel
        topic: ich zahle mit, zahle mit, wir zahlen mit, zahlung mit, bezahle mit, ich bezahle mit, zahlen mit
        topic: halb eins, halb zwei, halb drei, halb vier, halb funf, halb sechs, halb sieben, halb acht, halb neun, halb zehn, halb elf, halb zwolf
        asitcomes: ohne alles, ohne was, ohne irgendwas
        light: wenig, weniger, ein bisschen, etwas weniger, nicht zu viel
        lightafter: aber nicht zu viel, aber nicht viel, aber nur wenig
        sideafter: extra dazu, separat, an der seite, auf der seite, auf die seite, extra auf die seite, extra auf der seite, an die seite, als beilage
        sideof: beilage
        insteadof: statt, anstatt, anstelle von, an stelle von
        swap: ersetzen sie, tauschen sie, ersetze, tausche
        for: fur, gegen, durch
        forperson: fur meinen sohn, fur meine tochter, fur meine frau, fur meinen mann, fur meinen freund, fur meine freundin, fur ihn, fur sie
        half: halfte, die halfte, eine halfte, die andere halfte, halb
        both: beide, beides, bei beiden
        all: alle, jeweils, jede, jedes, jeder
        ofthem: davon, von denen
        sameagain: das gleiche, dasselbe, nochmal das gleiche, das selbe
        rest: die andere, der andere, das andere, den anderen, die anderen, der zweite, die zweite, das zweite
        anotherone: noch eins, noch einen, noch eine, noch ein
        correction: ach nee, nee, ach ne, nein warte, warte, moment, doch lieber, entschuldigung, ach nein, eigentlich, quatsch, lieber, ich meine
        makethat: mach, mach mal, mach lieber, mach doch, machen wir, macht lieber, mach draus, mach daraus, machen sie daraus
        cancel: streichen sie, vergiss, vergessen sie, streiche
        container: glas, tasse, portion, portionen, stuck, kugel, kugeln, teller, scheibe, ein glas, eine tasse
        article: der, die, das, den, dem, des, ein, eine, einen, einem, einer, vom, von
        descriptor: heiss, heisse, heissen, kalt, kalte, kalten, frisch, frische, frischen, lecker, leckere
        onthe: auf dem, auf der, auf die, auf den, auf das, aufs, beim, bei dem, bei der, bei den
        filler: auf jeden fall, möglich, bei euch, bei ihnen, draus, daraus, auf namen, auf den namen, auf name, mein name ist, name ist, ich heisse, zur bestellung, zu der bestellung, zu meiner bestellung, zu unserer bestellung, zur bestellung von, zu der bestellung von, dazulegen, dazupacken, dazugeben, hinzufugen
        generic: gericht, nachtisch, getrank, menu, hauptspeise, vorspeise
        vague: etwas, irgendwas
        filler: mit allem, mit allem drum und dran, mit alles, bitte, danke, danke schon, dankeschon, vielen dank, hallo, guten tag, guten morgen, guten abend, zum mitnehmen, mitnehmen, zum trinken, zum essen, jetzt, nur, ja, gerne, gern, moin, servus, das war s, das wars, das ist alles, mal, bestellen, haben, bekommen
        question: haben sie, habt ihr, gibt es, was, wie viel, wieviel, wie lange, was kostet, wie, welche, welcher, welches, wann, wo, ist das, ist der, ist die, sind die, sind, konnen sie mir sagen, ich mochte wissen, enthalt, liefern sie, liefert ihr, nehmen sie, akzeptieren sie, kann man
        story: war, waren, hatte, gestern, letztes mal, letzte woche, ich habe bestellt, wir haben bestellt, fehlt, geliebt, ich liebe, mein lieblings
        topic: halb eins, halb zwei, halb drei, halb vier, halb funf, halb sechs, halb sieben, halb acht, halb neun, halb zehn, halb elf, halb zwolf, reservierung, reservieren, tisch, rechnung, adresse, offnungszeiten, hilfe, bestellung, beschwerde
        quantity 1: ein, eine, einen, eins, einmal
        quantity 2: zwei, zweimal, zwo, ein paar
        quantity 3: drei, dreimal
        quantity 4: vier, viermal
        quantity 5: funf, funfmal
        quantity 6: sechs, ein halbes dutzend
        quantity 7: sieben
        quantity 8: acht
        quantity 9: neun
        quantity 10: zehn
        quantity 12: zwolf, ein dutzend
        descriptor: pur, puren, schwarz, schwarze, schwarzer, schwarzen, normal, normale, normalen, normaler, normales
        size 1: klein, kleine, kleinen, kleiner, kleines
        size 2: normale grosse, normal gross, normalgross, in normaler grosse
        size 2: mittel, mittlere, mittleren, mittelgross, mittelgrosse, mittlerer
        size 3: gross, grosse, grossen, grosser, grosses, gros, grose, grosen, groser, groses
        request: ich nehme noch, ich brauch, konnte ich bitte, konnten wir bitte, durfte ich, durften wir, ich moecht, machst du mir, machste mir, pack mir, packen sie mir, geben sie uns, gib uns, schick mir, schick uns, liefert mir, liefern sie mir, liefern sie uns, nehm ich, hatte ich gern, hatte ich gerne, hatten wir gern, hatten wir gerne, ich wunsche, wir wunschen, ich hatte noch gern, ich hatte noch gerne
        remove: bitte kein, bitte keine, bitte keinen, bis auf, keinerlei, nicht mit
        light: nicht so viel, nicht viel, nur ein wenig, nur ein bisschen, nur wenig, ein wenig, bisschen, kaum, nur etwas
        extra: reichlich, ordentlich, eine extra portion, extra portion, zusatzlich, zusatzliche, zusatzlichen, besonders viel, jede menge
        swap: tauschen, austauschen, wechseln sie
        forperson: fur meine mutter, fur meinen vater, fur meinen bruder, fur meine schwester, fur meinen kollegen, fur meine kollegin, fur die kinder, fur meine kinder, fur den kleinen, fur die kleine, fur das kind, meine frau, mein mann, mein sohn, meine tochter, mein freund, meine freundin, mein kollege, meine kollegin, meine mutter, mein vater, mein bruder, meine schwester
        both: fur beide, alle beide, auf beiden, auf beide, in beiden
        all: bei allen, fur alle, auf alle, auf allen, alle drei, alle vier, uberall, allesamt
        ofthem: darunter, hiervon
        sameagain: das gleiche nochmal, nochmal dasselbe, dasselbe nochmal, genau das gleiche
        anotherone: ein weiteres, einen weiteren, eine weitere
        correction: halt, stopp, nein quatsch, sorry nein, korrektur, oder doch lieber, oder nein, nee warte, ne warte, ich korrigiere, vielmehr
        cancel: streich, vergesst, doch kein, doch keine, doch keinen
        container: becher, flasche, flaschen, glaser, tassen, schale, schalen, kanne, dose, dosen, stucke, scheiben, schussel
        filler: ah, ahm, aeh, aehm, ahem, also, und zwar, naja, liebe grusse, lg, vg, mfg, viele grusse, beste grusse, mit freundlichen grussen, schonen tag, schonen tag noch, schonen abend, einen schonen abend, gruss, grusse, bis gleich, bis spater, tschuss, hallochen, gruss gott, gruezi, tach, nabend, das ware alles, das ware s, das ware es, das ist dann alles, wenn moglich, falls moglich
        quantity 6: sechsmal, halbes dutzend
        quantity 7: siebenmal
        quantity 8: achtmal
        quantity 9: neunmal
        quantity 10: zehnmal
        quantity 11: elf
        quantity 12: dutzend, zwolfmal
        quantity 13: dreizehn
        quantity 14: vierzehn
        quantity 15: funfzehn
        quantity 16: sechzehn
        quantity 20: zwanzig
        quantity 24: zwei dutzend
        quantity 30: dreissig
        """;
}
