namespace Restaurant.Domain.Understanding.Lexicon;

internal static class Spanish
{
    public const string Cues = """
        request: quiero, quisiera, queria, me gustaria, nos gustaria, dame, deme, denos, ponme, pongame, me pones, me pone, me da, me das, me trae, me traes, traeme, traiganos, nos trae, podria darme, podria traerme, puede darme, puedes darme, puedo pedir, podria pedir, puedo tener, necesito, queremos, voy a querer, para mi, me gustaria pedir, quiero pedir, quisiera pedir, queria pedir, quisieramos, mandame, me manda, me mandas, nos gustaria pedir, quisieramos pedir, queremos pedir, queriamos pedir, queriamos, me gustaria encargar, quiero encargar, podemos pedir, podriamos pedir, me puedes poner, me puede poner, nos puede poner, nos puedes poner, me podrias poner, me podria poner, nos pone, nos pones, me pondrias, ponnos, ponganos, tomare, tomaremos, voy a tomar, vamos a tomar, voy a pedir, vamos a pedir, me apetece, nos apetece, nos gustaria tomar, traenos, nos traes, envienme, enviadme, mandenme, mandadme, me mandais, me enviais, pido, pedimos, encargo, para nosotros, me preparas, me prepara, preparame, me haces, hazme, me puedes preparar, me puede preparar, me puedes traer, me puede traer, nos puede traer, puedes anadir, pueden anadir, podeis anadir, podrias ponerme, me llevo, nos llevamos, deseo, deseamos, quiero hacer un pedido de, voy a llevar, me das, nos das, nos da
        with: sobre, con, mas, anade, agrega, anadir, agregar, añade
        and: y, e, tambien, ademas
        or: o, ni
        respectively: respectivamente
        but: pero
        remove: excepto, menos, sin, quita, quitar, quitale, sin nada de, no le pongas, no ponga
        extra: extra de, harto, harta, hartos, hartas, mucho, mucha, muchos, muchas, doble, extra, bastante, con extra
        onthe: en la, en el, en los, en las, sobre la, sobre el, a la de, al de
        filler: sin nada
        light: poco, poca, pocos, pocas, un poco de, un poquito de
        lightafter: pero no mucho, pero no mucha, pero poco, pero poca
        sideafter: aparte, al lado, a un lado, por separado
        sideof: de guarnicion, guarnicion de, una guarnicion de, acompanado de
        insteadof: en lugar de, en vez de, en lugar del, en vez del
        swap: cambia, cambiar, sustituye, reemplaza
        for: por, para
        forperson: para mi hijo, para mi hija, para mi esposa, para mi esposo, para mi mujer, para mi marido, para mi amigo, para ella, para el
        half: mitad, la mitad
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
        filler: con todo, con todos los ingredientes, por favor, porfa, porfavor, gracias, muchas gracias, hola, buenas, buenos dias, buenas tardes, buenas noches, para llevar, para tomar, para beber, para comer, ahora, hoy, solo, solamente, vale, si, bueno, eso es todo, nada mas, senor, senora, amigo
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
        descriptor: negro, negros, normal, normales
        size 1: pequeno, pequena, pequenos, pequenas, chico, chica
        size 2: mediano, mediana, medianos, medianas
        size 3: grande, grandes
        request: quisiera encargar, me gustaria ordenar, quiero ordenar, quisiera ordenar, voy a ordenar, vamos a ordenar, me regala, me regalas, regalame, preparenme, me pueden dar, me puede dar, me puedes dar, me podria dar, me podrias dar, me podrian dar, me pueden traer, me pueden mandar, me puede mandar, podrian traerme, podrian mandarme, pueden mandarme, pueden traerme, me mandan, nos mandan, mandanos, envieme, enviame, se me antoja, se me antojan, yo quiero, apuntame, apunteme, anotame, anoteme, hagame, haganme, necesitamos, necesitaria, necesitariamos, desearia, agregame, agregueme, me agregas, me agrega
        remove: que no lleve, que no tenga, salvo, a excepcion de, quitando, quiten, quitenle, quitame, sin la, sin el, sin los, sin las, nada de, no quiero
        light: muy poco, muy poca, no mucho, no mucha, apenas, solo un poco de, un toque de, un poquitin de
        extra: bien de, con mas, porcion extra de, racion extra de, doble de, el doble de, un extra de, adicional
        sideafter: por aparte, en un recipiente aparte
        swap: cambie, cambien, cambiame, cambieme, sustituyan, sustituir, reemplace, reemplazar
        forperson: para mi novia, para mi novio, para mi madre, para mi padre, para mi hermana, para mi hermano, para mi mama, para mi papa, para mi amiga, para mis hijos, para los ninos, para el nino, para la nina, para mi companero, para mi companera, para mi jefe, para mi abuela, para mi abuelo, para ellos, mi hijo, mi hija, mi mujer, mi marido, mi esposa, mi esposo, mi novia, mi novio, mi hermano, mi hermana, mi madre, mi padre
        both: en los dos, en las dos, en ambos, en ambas, para los dos, para las dos
        all: en todos, en todas, los tres, las tres, los cuatro, las cuatro, para todos, para todas, cada
        ofthem: de esos, de esas, de estos, de estas, de los cuales, de las cuales
        sameagain: idem, el mismo, la misma
        anotherone: uno mas, una mas
        correction: ah no, ay no, no mejor, perdona, perdone, me equivoque, o mejor, bueno no, corrijo, quise decir, quiero decir
        cancel: cancele, cancelen, olvide, mejor no, ya no quiero
        container: jarra de, jarras de, tarro de, tarros de, tazon de, tazones de, trozo de, trozos de, rebanada de, rebanadas de, pedazo de, pedazos de, bolsa de, bolsas de
        filler: soy, me llamo, mi nombre es, a nombre de, al nombre de, nombre, eh, pues, entonces, mira, mire, oiga, oye, disculpe, disculpa, hola buenas, saludos, un saludo, mil gracias, porfis, plis, xfa, en total, seria todo, es todo, eso seria todo, eso es, buen dia, si es posible, si se puede
        quantity 11: once
        quantity 13: trece
        quantity 14: catorce
        quantity 15: quince
        quantity 16: dieciseis
        quantity 20: veinte
        quantity 24: dos docenas de, dos docenas
        quantity 30: treinta
        size 1: chiquito, chiquita, chiquitos, chiquitas, chicos, chicas, tamano pequeno
        size 2: tamano normal, de tamano normal
        size 2: tamano mediano, tamano regular
        size 3: tamano grande
        """;
}
