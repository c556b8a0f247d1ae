namespace Restaurant.Domain.Understanding.Lexicon;

internal static class French
{
    public const string Cues = """
        request: je voudrais, je veux, j aimerais, jaimerais, je prends, je prendrai, je vais prendre, on voudrait, on prend, on va prendre, nous voudrions, nous prendrons, donnez moi, donne moi, mettez moi, apportez moi, je peux avoir, puis je avoir, pourrais je avoir, est ce que je peux avoir, pouvez vous me donner, peut on avoir, il me faut, je souhaite, je souhaiterais, je voudrais commander, j aimerais commander, je souhaiterais commander, ce sera, pour moi, est ce qu on peut avoir, est ce que on peut avoir, on peut avoir, est ce qu on pourrait avoir, est ce que je pourrais avoir, est ce que nous pouvons avoir, est ce que nous pourrions avoir, pourrait on avoir, pourrions nous avoir, on pourrait avoir, je pourrais avoir, est ce que je peux prendre, on peut prendre, on peut commander, est ce qu on peut prendre, est ce qu on peut commander, nous souhaitons, nous souhaiterions, on aimerait, nous aimerions, on veut, nous voulons, on prendra, nous allons prendre, apportez nous, mettez nous, donnez nous, envoyez moi, envoyez nous, preparez moi, preparez nous, faites moi, vous pouvez me mettre, tu peux me mettre, pouvez vous me mettre, pouvez vous me preparer, pouvez vous m apporter, pouvez vous nous apporter, pouvez vous ajouter, vous pouvez ajouter, rajoutez, je commande, on commande, pour nous, j en prends, ca sera, il nous faut, je peux commander, alors je prends, donc je prends
        with: a l, a la, au, aux, avec, ajoutez, plus, ajouter
        and: et, aussi, puis, egalement
        or: ou, ni
        respectively: respectivement
        but: mais
        remove: sauf, sans, enlevez, retirez, pas de, pas d, sans les, sans le, sans la
        extra: beaucoup de, double, supplement, supplement de, extra, plus de, plein de
        filler: sans rien
        light: peu de, un peu de, un peu d, moins de, moins d
        sideafter: a part, a cote, sur le cote
        sideof: en accompagnement, accompagne de
        insteadof: au lieu de, au lieu du, au lieu des, a la place de, a la place du, a la place des, plutot que, au lieu d
        swap: remplacez, remplacer, echangez
        for: pour, par
        forperson: pour mon fils, pour ma fille, pour ma femme, pour mon mari, pour lui, pour elle, pour mon ami
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
        filler: s il vous plait, sil vous plait, svp, stp, s il te plait, merci, merci beaucoup, bonjour, bonsoir, salut, a emporter, sur place, a boire, a manger, maintenant, juste, seulement, oui, ok, c est tout, monsieur, madame
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
        size 1: petit, petite, petits, petites
        size 2: moyen, moyenne, moyens, moyennes
        size 3: grand, grande, grands, grandes
        """;
}
