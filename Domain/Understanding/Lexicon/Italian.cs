namespace Restaurant.Domain.Understanding.Lexicon;

internal static class Italian
{
    public const string Cues = """
        request: vorrei, voglio, vorremmo, prendo, prendiamo, prenderei, mi dia, mi da, dammi, mi porti, mi porta, ci porti, posso avere, potrei avere, possiamo avere, mi fa, per me, ho bisogno di, vorrei ordinare, posso ordinare, mi puo portare, mi piacerebbe, ci porta, mi fai, mi dai, mi date, mi porti, portatemi, portateci, mi mandate, mi mandi, mi manda, ci fa, ci fate, ci dia, ci da, vorrei prendere, prendero, prenderemo, volevo ordinare, volevo, volevamo, vorremmo ordinare, possiamo ordinare, potrei ordinare, mi prepari, mi preparate, fammi, fatemi, datemi, dateci, ordino, ordiniamo, per noi, mi serve, mi servono, ci servono, mi fate, mi potete fare, mi potete portare, potete portarmi, potete mandarmi, puo portarmi, potrebbe portarmi, mi metta, mettimi, ci piacerebbe, potremmo avere, desidero, desideriamo, aggiungete, potete aggiungere
        with: su, all, alla, allo, alle, al, ai, agli, con, piu, aggiungi, aggiungere, con aggiunta di
        and: e, ed, anche, inoltre
        or: o, oppure, ne
        respectively: rispettivamente
        but: ma, pero
        remove: tranne, eccetto, senza, togli, togliere, niente, non mettere, senza la, senza il
        extra: doppia, doppio, molto, molta, tanto, tanta, extra, piu, abbondante
        onthe: sulla, sul, sullo, sulle, sui, sugli, nella, nel, nello, nelle, nei
        filler: senza niente, senza nulla
        light: poco, poca, un po di, un po d, meno
        lightafter: ma non troppo, ma non troppa, ma poco, ma poca
        sideafter: a parte, di lato, come contorno
        sideof: contorno di
        insteadof: invece di, al posto di, al posto del, al posto della, invece del, invece della, anziche
        swap: sostituisci, sostituire, cambia, cambiare
        for: per
        forperson: per mio figlio, per mia figlia, per mia moglie, per mio marito, per lui, per lei
        half: meta
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
        filler: con tutto, per favore, per piacere, grazie, grazie mille, ciao, buongiorno, buonasera, salve, da portare via, da asporto, da bere, da mangiare, adesso, ora, solo, si, va bene, basta cosi, e tutto, signore, signora
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
        descriptor: nero, neri, normale, normali
        size 1: piccolo, piccola, piccoli, piccole
        size 2: medio, media, medi, medie
        size 3: grande, grandi
        request: vorrei avere, mi farebbe, mi potrebbe portare, mi puo fare, mi puo dare, puo darmi, puo farmi, potrei prendere, metta, mettete, mi metti, mi mettete, aggiungiamo, vogliamo, voglio ordinare, vogliamo ordinare, avrei bisogno di, avremmo bisogno di, avrei voglia di, ho voglia di, gradirei, gradiremmo, portami, portaci, mandatemi, mandateci, mi prepara, preparami, preparatemi, preparateci, ci prepara, ci preparate, mi segni, segnami, segnate, facci, ci fai, ci dai, ci date, dacci
        remove: senza lo, senza le, senza i, senza gli, senza l, togliete, tolga, non metta, non mettete, non voglio, nessun, nessuna, salvo
        light: pochissimo, pochissima, non troppo, non troppa, solo un po di, un pochino di, un filo di, un goccio di, pochi, poche
        extra: un extra di, doppia porzione di, doppia dose di, molti, molte, tanti, tante, con extra, aggiunta di, con doppio, con doppia
        sideafter: separato, separata, separatamente
        filler: a nome, a nome di, mi chiamo, il nome e, nome
        swap: scambia, scambiate, sostituite, cambiate, sostituisca
        forperson: per mia madre, per mio padre, per mia mamma, per mio papa, per mia sorella, per mio fratello, per il mio amico, per la mia amica, per il mio ragazzo, per la mia ragazza, per i bambini, per il bambino, per la bambina, per il piccolo, per la piccola, per il mio collega, per la mia collega, per loro, mia moglie, mio marito, mio figlio, mia figlia, mia madre, mio padre, mia sorella, mio fratello, il mio ragazzo, la mia ragazza, il mio amico, la mia amica
        both: su entrambi, su entrambe, per entrambi, per entrambe, in entrambi, in entrambe, su tutti e due, per tutti e due
        all: su tutti, su tutte, per tutti, per tutte, tutti e tre, tutte e tre, tutti e quattro, tutte e quattro, ognuna, ciascuna, ogni
        ofthem: di cui, dei quali, delle quali, tra questi, tra cui
        sameagain: idem, stessa cosa
        anotherone: ancora uno, ancora una
        correction: no scusa, no scusi, no anzi, ah no, mi correggo, piuttosto, intendevo
        cancel: cancella, annullate, lasciamo stare, lasciate stare, dimenticate
        container: bottiglie d, bicchieri d, tazze d, tazza d, caraffe di, caraffa d, brocche di, brocca d, boccali di, bicchieri di, tazze di, bottiglie di, porzioni di, fette di, piatti di, lattine di, caraffa di, brocca di, boccale di, calice di, calici di, trancio di, tranci di, vaschetta di, pezzo di, pezzi di
        filler: ehm, allora, dunque, quindi, ecco, cioe, buona sera, buon giorno, buon pomeriggio, un saluto, saluti, cordiali saluti, a presto, a dopo, arrivederci, grazie infinite, x favore, perfavore, per cortesia, se possibile, gentilmente, e basta, sarebbe tutto
        quantity 6: mezza dozzina
        quantity 11: undici
        quantity 12: una dozzina, dozzina di
        quantity 13: tredici
        quantity 14: quattordici
        quantity 15: quindici
        quantity 16: sedici
        quantity 20: venti
        quantity 24: due dozzine di
        quantity 30: trenta
        """;
}
