namespace Restaurant.Domain.Understanding.Lexicon;

internal static class Italian
{
    public const string Cues = """
        request: vorrei, voglio, vorremmo, prendo, prendiamo, prenderei, mi dia, mi da, dammi, mi porti, mi porta, ci porti, posso avere, potrei avere, possiamo avere, mi fa, per me, ho bisogno di, vorrei ordinare, posso ordinare, mi puo portare, mi piacerebbe, ci porta, mi fai, mi dai, mi date, mi porti, portatemi, portateci, mi mandate, mi mandi, mi manda, ci fa, ci fate, ci dia, ci da, vorrei prendere, prendero, prenderemo, volevo ordinare, volevo, volevamo, vorremmo ordinare, possiamo ordinare, potrei ordinare, mi prepari, mi preparate, fammi, fatemi, datemi, dateci, ordino, ordiniamo, per noi, mi serve, mi servono, ci servono, mi fate, mi potete fare, mi potete portare, potete portarmi, potete mandarmi, puo portarmi, potrebbe portarmi, mi metta, mettimi, ci piacerebbe, potremmo avere, desidero, desideriamo, aggiungete, potete aggiungere
        with: all, alla, allo, alle, al, ai, agli, con, piu, aggiungi, aggiungere, con aggiunta di
        and: e, ed, anche, inoltre
        or: o, oppure, ne
        respectively: rispettivamente
        but: ma, pero
        remove: tranne, eccetto, senza, togli, togliere, niente, non mettere, senza la, senza il
        extra: doppia, doppio, molto, molta, tanto, tanta, extra, piu, abbondante
        filler: senza niente, senza nulla
        light: poco, poca, un po di, un po d, meno
        sideafter: a parte, di lato, come contorno
        sideof: contorno di
        insteadof: invece di, al posto di, al posto del, al posto della, invece del, invece della, anziche
        swap: sostituisci, sostituire, cambia, cambiare
        for: per
        forperson: per mio figlio, per mia figlia, per mia moglie, per mio marito, per lui, per lei
        both: entrambi, entrambe, tutti e due, tutte e due
        all: tutti, tutte, ciascuno, ognuno
        ofthem: di loro, di questi, di queste
        sameagain: lo stesso, la stessa cosa, uguale
        rest: l altro, l altra, gli altri, le altre, il secondo, la seconda
        anotherone: un altro, un altra
        correction: no aspetta, aspetta, scusa, scusi, anzi, in realta, volevo dire
        makethat: facciamo, fai
        cancel: annulla, dimentica, lascia stare
        container: bicchiere di, tazza di, bottiglia di, porzione di, fetta di, piatto di, lattina di, bottiglia d, bicchiere d
        article: il, lo, la, i, gli, le, un, uno, una, di, del, della, dei, delle, dell
        descriptor: caldo, calda, freddo, fredda, fresco, fresca, buono, buona
        generic: piatto, dolce, bevanda, primo, secondo
        vague: qualcosa, qualcosa di
        filler: per favore, per piacere, grazie, grazie mille, ciao, buongiorno, buonasera, salve, da portare via, da asporto, da bere, da mangiare, adesso, ora, solo, si, va bene, basta cosi, e tutto, signore, signora
        question: avete, c e, ci sono, quanto, quanto costa, quanto costano, quale, quali, dove, quando, come, a che ora, cosa, che cosa, mi puo dire, vorrei sapere, contiene, accettate, fate, consegnate, siete, e possibile sapere, si puo
        story: era, erano, mi e piaciuto, mi e piaciuta, ieri, l ultima volta, ho ordinato, abbiamo ordinato, manca, adoro, ottimo, ottima, buonissimo, buonissima
        topic: pago con, paghiamo con, pago tramite, pagamento con
        topic: prenotazione, prenotare, tavolo, conto, fattura, rimborso, indirizzo, orari, aiuto, ordine, reclamo
        quantity 1: un, uno, una, un altro, un altra
        quantity 2: due, un paio di, paio di
        quantity 3: tre
        quantity 4: quattro
        quantity 5: cinque
        quantity 6: sei, mezza dozzina di
        quantity 7: sette
        quantity 8: otto
        quantity 9: nove
        quantity 10: dieci
        quantity 12: dodici, una dozzina di
        size 1: piccolo, piccola, piccoli, piccole
        size 2: medio, media, medi, medie
        size 3: grande, grandi
        """;
}
