namespace Restaurant.Domain.Understanding.Lexicon;

internal static class Portuguese
{
    public const string Cues = """
        request: quero, queria, queriamos, queremos, eu quero, eu queria, gostaria de, gostava de, gostariamos de, gostavamos de, gostaria, vou querer, vamos querer, vou tomar, pode trazer, podem trazer, traga, tragam, traga me, pode ser, pode me ver, me ve, me da, da me, de me, manda, mande, mandem, me manda, posso pedir, podia pedir, podiamos pedir, posso ter, podia ter, queria pedir, quero pedir, queria encomendar, quero encomendar, gostaria de encomendar, gostava de encomendar, encomendar, preciso de, precisamos de, para mim, era, seria, sao, poe, ponha, ponham, podem por, pode por, arranja me, fazem me, faz me, ve ai, faz favor de trazer, adiciona, adicione, acrescenta, acrescente
        with: com, mais, adicional de, acompanhado de, recheado com
        and: e, tambem, e tambem, alem de
        or: ou
        but: mas
        remove: sem, nao ponha, nao poe, nao por, tira, tire, tirar, retira, retire, menos o, menos a, exceto, excepto, nada de, sem a, sem o, sem nenhum, sem nenhuma
        extra: extra, bem, muito, muita, bastante, dobro de, duplo, dupla, reforco de, com extra, porcao extra de
        light: pouco, pouca, um pouco de, um bocadinho de, so um pouco de, um fio de
        filler: sem nada, simples
        sideafter: a parte, separado, separada, ao lado
        sideof: acompanhamento de
        insteadof: em vez de, em vez do, em vez da, no lugar de, no lugar do, no lugar da, ao inves de
        swap: troca, troque, trocar, substitui, substitua
        for: para, por
        forperson: para o meu filho, para a minha filha, para a minha mulher, para o meu marido, para ele, para ela, para mim, para nos, para o meu pai, para a minha mae, em nome de, nome
        both: os dois, as duas, ambos, ambas, nos dois, nas duas, em ambos, em ambas, tudo com
        all: todos, todas, cada um, cada uma, cada, em todos, em todas
        ofthem: deles, delas, destes, destas, desses, dessas
        sameagain: o mesmo, a mesma coisa, igual, o mesmo para, a mesma
        rest: o outro, a outra, e outro, e outra, os outros, as outras, o segundo, a segunda
        anotherone: mais um igual, mais uma igual
        correction: nao espera, espera, espere, alias, desculpe, desculpa, afinal, quer dizer, melhor
        makethat: muda para, mude para
        cancel: cancela, cancele, esquece, esqueca
        container: copo de, chavena de, xicara de, garrafa de, fatia de, dose de, prato de, lata de, porcao de
        article: o, a, os, as, um, uma, uns, umas, de, do, da, dos, das
        descriptor: quente, quentes, frio, fria, frios, frias, gelado, gelada, geladas, gelados, fresco, fresca, bem passado, mal passado
        generic: prato, sobremesa, bebida, menu
        vague: alguma coisa, qualquer coisa
        filler: por favor, se faz favor, faz favor, sff, pf, pff, obrigado, obrigada, muito obrigado, ola, oi, bom dia, boa tarde, boa noite, para levar, para viagem, para comer, para beber, agora, so, apenas, sim, e tudo, e so, e so isso, mais nada, ta bom, esta bem, passo, passo as, passamos, cumprimentos, abraco
        question: tem, voces tem, ha, quanto, quanto custa, quanto custam, qual, quais, onde, quando, como, a que horas, que horas, o que, que tipo de, pode me dizer, podem me dizer, fazem, aceitam, entregam, estao abertos, abrem, fecham, e possivel saber, leva, contem, posso saber
        story: estava, estavam, adorei, adoramos, ontem, a ultima vez, pedi, pedimos, faltou, faltam, falta, faltava, so vinham, so vieram, otimo, otima, delicioso, deliciosa, gostei, gostamos
        topic: reserva, reservar, mesa, conta, fatura, reembolso, morada, endereco, horario, ajuda, reclamacao
        quantity 1: um, uma, outro, outra, mais um, mais uma
        quantity 2: dois, duas, um par de
        quantity 3: tres
        quantity 4: quatro
        quantity 5: cinco
        quantity 6: seis, meia duzia de, meia duzia
        quantity 7: sete
        quantity 8: oito
        quantity 9: nove
        quantity 10: dez
        quantity 12: doze, uma duzia de, uma duzia, duzia de
        quantity 24: duas duzias de, duas duzias
        size 1: pequeno, pequena, pequenos, pequenas, individual
        size 2: medio, media, medios, medias
        size 3: grande, grandes
        """;
}
