namespace Restaurant.Domain.Understanding.Lexicon;

internal static class French
{
    public const string Cues = """
        request: je voudrais, je veux, j aimerais, jaimerais, je prends, je prendrai, je vais prendre, on voudrait, on prend, on va prendre, nous voudrions, nous prendrons, donnez moi, donne moi, mettez moi, apportez moi, je peux avoir, puis je avoir, pourrais je avoir, est ce que je peux avoir, pouvez vous me donner, peut on avoir, il me faut, je souhaite, je souhaiterais, je voudrais commander, j aimerais commander, je souhaiterais commander, ce sera, pour moi, est ce qu on peut avoir, est ce que on peut avoir, on peut avoir, est ce qu on pourrait avoir, est ce que je pourrais avoir, est ce que nous pouvons avoir, est ce que nous pourrions avoir, pourrait on avoir, pourrions nous avoir, on pourrait avoir, je pourrais avoir, est ce que je peux prendre, on peut prendre, on peut commander, est ce qu on peut prendre, est ce qu on peut commander, nous souhaitons, nous souhaiterions, on aimerait, nous aimerions, on veut, nous voulons, on prendra, nous allons prendre, apportez nous, mettez nous, donnez nous, envoyez moi, envoyez nous, preparez moi, preparez nous, faites moi, vous pouvez me mettre, tu peux me mettre, pouvez vous me mettre, pouvez vous me preparer, pouvez vous m apporter, pouvez vous nous apporter, pouvez vous ajouter, vous pouvez ajouter, rajoutez, je commande, on commande, pour nous, j en prends, ca sera, il nous faut, je peux commander, alors je prends, donc je prends
        with: sur, sur du, a l, a la, au, aux, avec, ajoutez, plus, ajouter
        and: et, aussi, puis, egalement
        or: ou, ni
        respectively: respectivement
        but: mais
        remove: sauf, sans, enlevez, retirez, pas de, pas d, sans les, sans le, sans la
        extra: beaucoup de, double, supplement, supplement de, extra, plus de, plein de
        onthe: sur le, sur la, sur l, sur les, dans le, dans la, dans l
        filler: sans rien
        light: peu de, un peu de, un peu d, moins de, moins d
        lightafter: mais pas trop, mais pas beaucoup
        sideafter: a part, a cote, sur le cote
        sideof: en accompagnement, accompagne de
        insteadof: au lieu de, au lieu du, au lieu des, a la place de, a la place du, a la place des, plutot que, au lieu d
        swap: remplacez, remplacer, echangez
        for: pour, par
        forperson: pour mon fils, pour ma fille, pour ma femme, pour mon mari, pour lui, pour elle, pour mon ami
        half: moitie, la moitie, une moitie, l autre moitie
        both: les deux, tous les deux, toutes les deux
        all: tous, toutes, chacun, chacune
        ofthem: d entre eux, d entre elles
        sameagain: la meme chose, le meme, la meme, pareil
        rest: l autre, les autres, le deuxieme, la deuxieme, le second, la seconde
        anotherone: encore un, encore une, un autre, une autre
        correction: pardon, non attendez, attendez, en fait, plutot, finalement, je veux dire
        makethat: mettez en, mets en, plutot mettez en, faites en, mettez en plutot
        cancel: annulez, oubliez, annuler
        container: verre de, tasse de, bouteille de, portion de, part de, assiette de, parts de, verre d, bouteille d
        article: le, la, les, un, une, des, du, de, d, l
        descriptor: the, chaud, chaude, froid, froide, frais, fraiche, maison, bon, bonne
        generic: plat, dessert, boisson, menu, entree, formule
        vague: quelque chose, quelque chose de
        filler: avec tout, s il vous plait, sil vous plait, svp, stp, s il te plait, merci, merci beaucoup, bonjour, bonsoir, salut, a emporter, sur place, a boire, a manger, maintenant, juste, seulement, oui, ok, c est tout, monsieur, madame
        question: avez vous, est ce que, est ce qu, combien, combien coute, combien ca coute, quel, quelle, quels, quelles, ou est, quand, comment, a quelle heure, y a t il, c est quoi, qu est ce que, qu est ce qu, pouvez vous me dire, je voudrais savoir, contient, acceptez vous, livrez vous, etes vous, faites vous, vous avez, vous faites, vous livrez, peut on, ouvert
        story: etait, etaient, j ai adore, j adore, on a adore, hier, la derniere fois, j ai commande, j ai recu, il manque, delicieux, mon prefere
        topic: je paie avec, je paie par, je paye avec, je paye par, on paie avec, on paye avec, je regle avec, je regle par
        topic: reservation, reserver, table, addition, facture, remboursement, adresse, horaires, aide, commande, reclamation
        quantity 1: un, une
        quantity 2: deux, une paire de
        quantity 3: trois
        quantity 4: quatre
        quantity 5: cinq
        quantity 6: six, une demi douzaine de, demi douzaine de
        quantity 7: sept
        quantity 8: huit
        quantity 9: neuf
        quantity 10: dix
        quantity 12: douze, une douzaine de, douzaine de
        filler: livre au, livree au, livrees au, livre a, a livrer, m, mme, mlle, monsieur, madame
        descriptor: noir, noire, noirs, normal, normale, normaux, normales
        size 1: petit, petite, petits, petites
        size 2: moyen, moyenne, moyens, moyennes
        size 3: grand, grande, grands, grandes
        request: je voudrais bien, j aimerais bien, on voudrait commander, je vais commander, on va commander, puis je commander, pouvons nous avoir, pourriez vous me mettre, pourriez vous me preparer, pourriez vous ajouter, il me faudrait, il nous faudrait, mets moi, met moi, mets nous, donne nous, faites nous, rajoute, ce serait, moi je prends, moi je veux, j ai besoin de, nous avons besoin de, j ai envie de, j ai envie d
        remove: sans aucun, sans aucune, surtout pas de, surtout pas d, enleve, retire, hors, a l exception de, a l exception du, a l exception des, excepte, ne mettez pas de, ne mettez pas d, mettez pas de, mets pas de, ne mets pas de, je ne veux pas de, je veux pas de
        light: tres peu de, tres peu d, peu d, pas trop de, pas trop d, juste un peu de, juste un peu d, un petit peu de, un petit peu d, un tout petit peu de, un soupcon de, pas beaucoup de, pas beaucoup d
        extra: beaucoup d, plein d, davantage de, davantage d, un supplement de, avec supplement, double dose de, double portion de, plus d, un max de
        sideafter: separement, de cote
        insteadof: plutot que de, plutot que du, plutot que la
        filler: au nom de, au nom d, a nom de, sous le nom de, sous le nom, je m appelle, nom
        swap: echanger, remplace, changez, changer
        forperson: pour mes enfants, pour les enfants, pour le petit, pour la petite, pour ma copine, pour mon copain, pour ma mere, pour mon pere, pour ma soeur, pour mon frere, pour mon collegue, pour ma collegue, pour mon amie, pour eux, mon copain, ma copine, ma femme, mon mari, mon fils, ma fille, mon collegue, ma collegue, mon frere, ma soeur, mon pere, ma mere, mon ami, mon amie
        both: pour les deux, dans les deux, sur les deux
        all: tous les trois, toutes les trois, tous les quatre, toutes les quatre, sur tous, sur toutes, dans tous, dans toutes, partout, chaque
        ofthem: dont, parmi eux, parmi elles, parmi lesquels, parmi lesquelles
        sameagain: idem, meme chose
        correction: ah non, non plutot, en fait non, oups, je voulais dire, ou plutot, euh non, je me trompe
        cancel: laissez tomber, laisse tomber, oublie, annule, supprimez
        container: verres d, tasses d, tasse d, bouteilles d, bols de, bols d, bol d, carafes de, carafes d, pichets de, pichets d, assiettes d, parts d, verres de, tasses de, bouteilles de, portions de, portion d, part d, canette de, canettes de, canette d, bol de, bols de, assiettes de, carafe de, carafe d, pichet de, pichet d
        filler: euh, alors, donc, voila, coucou, bonne journee, bonne soiree, a bientot, a tout de suite, cordialement, bien cordialement, merci d avance, mille mercis, si possible, ce sera tout, ca sera tout
        quantity 11: onze
        quantity 13: treize
        quantity 14: quatorze
        quantity 15: quinze, une quinzaine de
        quantity 16: seize
        quantity 20: vingt, une vingtaine de
        quantity 24: deux douzaines de
        quantity 30: trente
        size 1: petite taille, taille petite
        size 2: de taille normale
        size 2: taille normale, taille moyenne, regulier, reguliere, reguliers, regulieres
        size 3: grande taille, taille grande
        """;
}
