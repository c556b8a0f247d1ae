namespace Restaurant.Domain.Understanding.Lexicon;

internal static class Spanish
{
    public const string Cues = """
        request: quiero, quisiera, queria, me gustaria, nos gustaria, dame, deme, denos, ponme, pongame, me pones, me pone, me da, me das, me trae, me traes, traeme, traiganos, nos trae, podria darme, podria traerme, puede darme, puedes darme, puedo pedir, podria pedir, puedo tener, necesito, queremos, voy a querer, para mi, me gustaria pedir, quiero pedir, quisiera pedir, queria pedir, quisieramos, mandame, me manda, me mandas, nos gustaria pedir, quisieramos pedir, queremos pedir, queriamos pedir, queriamos, me gustaria encargar, quiero encargar, podemos pedir, podriamos pedir, me puedes poner, me puede poner, nos puede poner, nos puedes poner, me podrias poner, me podria poner, nos pone, nos pones, me pondrias, ponnos, ponganos, tomare, tomaremos, voy a tomar, vamos a tomar, voy a pedir, vamos a pedir, me apetece, nos apetece, nos gustaria tomar, traenos, nos traes, envienme, enviadme, mandenme, mandadme, me mandais, me enviais, pido, pedimos, encargo, para nosotros, me preparas, me prepara, preparame, me haces, hazme, me puedes preparar, me puede preparar, me puedes traer, me puede traer, nos puede traer, puedes anadir, pueden anadir, podeis anadir, podrias ponerme, me llevo, nos llevamos, deseo, deseamos, quiero hacer un pedido de, voy a llevar, me das, nos das, nos da
        with: con, mas, anade, agrega, anadir, agregar, añade
        and: y, e, tambien, ademas
        or: o, ni
        respectively: respectivamente
        but: pero
        remove: excepto, menos, sin, quita, quitar, quitale, sin nada de, no le pongas, no ponga
        extra: extra de, harto, harta, hartos, hartas, mucho, mucha, muchos, muchas, doble, extra, bastante, con extra
        filler: sin nada
        light: poco, poca, pocos, pocas, un poco de, un poquito de
        sideafter: aparte, al lado, a un lado, por separado
        sideof: de guarnicion, guarnicion de, una guarnicion de, acompanado de
        insteadof: en lugar de, en vez de, en lugar del, en vez del
        swap: cambia, cambiar, sustituye, reemplaza
        for: por, para
        forperson: para mi hijo, para mi hija, para mi esposa, para mi esposo, para mi mujer, para mi marido, para mi amigo, para ella, para el
        both: ambos, ambas, los dos, las dos
        all: todos, todas, cada uno, cada una
        ofthem: de ellos, de ellas
        sameagain: lo mismo, igual
        rest: el otro, la otra, los otros, las otras, el segundo, la segunda
        anotherone: otro mas, otra mas
        correction: perdon, no espera, espera, mejor dicho, digo, mejor, en realidad
        makethat: mejor que sean, mejor que sea, que sean, que sea, cambialo a, hazlo
        cancel: cancela, olvida, olvidate de, quita el, quita la
        container: vaso de, copa de, taza de, botella de, porcion de, racion de, plato de, lata de, orden de, ordenes de, órdenes de, copas de, vasos de, tazas de, botellas de, porciones de, raciones de, platos de, latas de
        article: el, la, los, las, un, una, unos, unas, de, del, al
        descriptor: caliente, fria, frio, fresco, fresca, casero, casera, rico, rica
        generic: plato, postre, bebida, menu, combo
        vague: algo
        filler: por favor, porfa, porfavor, gracias, muchas gracias, hola, buenas, buenos dias, buenas tardes, buenas noches, para llevar, para tomar, para beber, para comer, ahora, hoy, solo, solamente, vale, si, bueno, eso es todo, nada mas, senor, senora, amigo
        question: tienen, tiene, tienes, hay, cuanto, cuanto cuesta, cuanto vale, cuanto es, que, cual, cuales, donde, cuando, como, a que hora, es, esta, puede decirme, quiero saber, quisiera saber, aceptan, hacen, entregan, sirven, lleva, contiene, se puede, pueden, abren, cierran, estan, abierto
        story: estaba, estuvo, me encanto, nos encanto, comi, ayer, la ultima vez, llego, falta, me encanta, delicioso, pedi, pedimos, mi favorito
        topic: pago con, pagare con, pagamos con, voy a pagar con, quiero pagar con
        topic: reserva, reservar, mesa, cuenta, factura, reembolso, direccion, horario, ayuda, pedido, queja
        quantity 1: uno, una, un, otro, otra
        quantity 2: dos, un par de, par de
        quantity 3: tres
        quantity 4: cuatro
        quantity 5: cinco
        quantity 6: seis, media docena de, media docena
        quantity 7: siete
        quantity 8: ocho
        quantity 9: nueve
        quantity 10: diez
        quantity 12: doce, una docena de, docena de, una docena
        size 1: pequeno, pequena, pequenos, pequenas, chico, chica
        size 2: mediano, mediana, medianos, medianas
        size 3: grande, grandes
        """;
}
