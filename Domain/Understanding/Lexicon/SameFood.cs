using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>
/// One food, several words: regional English and the natural translations of menu words.
/// A line is one food; a message may use any word of it where the menu uses another.
/// </summary>
internal static class SameFood
{
    private const string Lines = """
        cilantro coriander koriander coriandolo coriandre
        eggplant aubergine berenjena melanzana melanzane
        zucchini courgette calabacin courgettes
        shrimp prawn garnele garnelen crevette crevettes gamba gambas gambero gamberi camaron camarones エビ えび 海老 langostino
        arugula rocket rucola roquette
        mayo mayonnaise mayonesa maionese マヨネーズ マヨ
        guac guacamole
        veggie vegetable veg gemuse legume verdura verduras verdure 野菜 vegetarian vegetarien vegetarienne vegetarisch vegetarische vegetarischen vegetariano vegetariana vegetal vegetale
        bbq barbecue barbeque
        chili chilli chile
        donut doughnut
        yogurt yoghurt joghurt yaourt
        parmesan parmigiano parm
        mozzarella mozz
        pepperoni pepperonis peperoni ペパロニ
        coke cola kola coca コーラ
        ketchup catsup ケチャップ
        cheese queso fromage kase kaese formaggio チーズ
        chicken pollo poulet hahnchen haehnchen huhn huhnchen チキン 鶏肉 鶏 hendl
        beef carne res boeuf rind rindfleisch manzo bovino ビーフ 牛肉 牛 ternera vaca
        pork cerdo porc schwein schweinefleisch maiale 豚肉 豚 ポーク
        ham jamon jambon schinken prosciutto ハム
        bacon speck tocino ベーコン
        fish pescado poisson fisch pesce 魚 フィッシュ
        tuna atun thon thunfisch tonno ツナ マグロ まぐろ
        salmon lachs saumon salmone サーモン 鮭
        egg huevo oeuf ei eier uovo uova 卵 たまご 玉子
        burger hamburguesa hamburger ハンバーガー バーガー burguer
        pizza ピザ
        sandwich bocadillo panino sandwiche サンドイッチ サンド bocata emparedado
        salad ensalada salade salat insalata サラダ
        soup sopa soupe suppe zuppa スープ
        rice arroz riz reis riso ライス ご飯 ごはん
        noodle fideo nouille nudel nudeln 麺
        ramen ラーメン らーめん
        bread pan pain brot pane パン
        butter mantequilla beurre burro バター
        fry frite patata papa pommes patatine ポテト フライドポテト fritas frituur
        potato papa patatas kartoffel kartoffeln patate pommedeterre 
        tomato tomate pomodoro pomodori tomaten トマト
        onion cebolla oignon zwiebel zwiebeln cipolla cipolle 玉ねぎ たまねぎ オニオン ciboule
        garlic ajo ail knoblauch aglio にんにく ニンニク ガーリック
        lettuce lechuga laitue lattuga kopfsalat レタス
        mushroom champinon champignon pilz pilze fungo funghi seta setas キノコ きのこ マッシュルーム champinones pilzen
        pepper pimiento poivron paprika peperone peperoni ピーマン
        olive aceituna oliven oliva ulive オリーブ
        cucumber pepino concombre gurke gurken cetriolo cetrioli キュウリ きゅうり
        avocado aguacate avocat アボカド
        spinach espinaca epinard spinat spinaci ほうれん草
        corn maiz mais コーン
        bean frijol haricot bohne bohnen fagiolo fagioli 豆 judia alubia fasoi
        carrot zanahoria carotte karotte karotten mohre carota carote にんじん キャロット
        pickle pepinillo cornichon gewurzgurke ピクルス gurke gurken
        lemon limon citron zitrone limone レモン
        orange naranja arancia オレンジ
        apple manzana pomme apfel mela mele りんご リンゴ アップル
        strawberry fresa fraise erdbeere erdbeeren fragola fragole いちご イチゴ ストロベリー
        banana platano banane バナナ
        pineapple pina ananas パイナップル
        mushroom champi
        coffee cafe kaffee caffe コーヒー 珈琲
        tea te the tee お茶 ティー 紅茶 緑茶
        ~ iced helado helada glace eis アイス アイスド
        milk leche lait milch 牛乳 ミルク 
        water agua eau wasser acqua 水
        juice jugo zumo jus saft succo ジュース
        beer cerveza biere bier birra ビール 生ビール
        wine vino vin wein ワイン
        ~ red rojo tinto rouge rot roter rosso 赤 roten roter rotem roja rossa
        ~ white blanco blanca blanc weiss weisser bianco 白 weisse weissem weissen weise weisem weisen bianca blanche
        sugar azucar sucre zucker zucchero 砂糖
        chocolate chocolat schokolade cioccolato チョコ チョコレート cioccolata
        vanilla vainilla vanille vaniglia バニラ
        cream nata creme sahne panna クリーム crema chantilly schlagsahne schlagobers ホイップ
        cake pastel tarta gateau kuchen torta ケーキ 
        ice hielo glacon ghiaccio 氷 
        sauce salsa sosse sose ソース sugo
        oat avena avoine hafer avena オーツ
        soy soja soia 豆乳
        almond almendra amande mandel mandorla アーモンド アーモンド
        ~ spicy picante epice scharf piccante 辛い scharfe scharfer scharfen piquant piquante スパイシー
        honey miel honig miele はちみつ
        mint menta menthe minze ミント
        basil albahaca basilic basilikum basilico バジル
        foam espuma schaum schiuma mousse
        jam mermelada confiture marmelade marmellata konfiture
        peach melocoton durazno peche pfirsich pesca
        grape uva raisin traube
        cherry cereza cerise kirsche ciliegia
        raspberry frambuesa framboise himbeere lampone
        walnut nuez noix walnuss noce
        hazelnut avellana noisette haselnuss nocciola
        peanut cacahuete cacahuate cacahuete erdnuss arachide
        pasta nudeln pates
        crab cangrejo crabe krabbe granchio カニ
        squid calamar calamari tintenfisch calamaro イカ
        anchovy anchoa anchois sardelle acciuga acciughe
        artichoke alcachofa artichaut artischocke carciofo carciofi
        asparagus esparrago asperge spargel asparago asparagi
        cabbage col repollo chou kohl cavolo キャベツ
        pea guisante arveja erbse pisello piselli
        leek puerro poireau lauch porro
        parsley perejil persil petersilie prezzemolo
        pineapple ananasso
        blueberry arandano myrtille heidelbeere blaubeere mirtillo ブルーベリー
        dressing alino vinaigrette
        steak bistec bifteck bistecca ステーキ
        meatball albondiga boulette fleischballchen polpetta polpette
        seafood marisco mariscos fruitsdemer meeresfruchte
        house casa maison haus
        ~ hot caliente chaud heiss caldo heisse heise heisen heissen heiser chaude calda scharf scharfe scharfer scharfen picante piquant piquante piccante
        ~ cold frio froid kalt freddo
        ~ smoked ahumado fume gerauchert affumicato
        ~ mixed mixta mixto mixte gemischt misto mista
        ginger jengibre gingembre ingwer zenzero 生姜 しょうが
        duck pato canard ente anatra
        lamb cordero agneau lamm agnello
        turkey pavo dinde pute truthahn tacchino
        sausage salchicha saucisse wurst salsiccia ソーセージ
        croissant cornetto cruasan croasan hornchen クロワッサン
        waffle gofre gaufre waffel waffeln ワッフル
        ~ grilled parrilla grille gegrillt gegrillte grigliato grigliata plancha
        ~ fried frito frita frit frites gebraten gebratene fritto fritta 唐揚げ
        ~ green verde vert grun gruner グリーン grune grunen verdi verte
        ~ black negro negra noir schwarz schwarzer nero ブラック schwarze schwarzen schwarzem nera noire
        ~ sparkling gas gazeuse sprudel frizzante gassata 炭酸
        lemonade limonada limonade limonata レモネード
        soda softdrink pop gaseosa
        miso みそ 味噌
        gyoza dumpling 餃子 ギョーザ
        tofu 豆腐
        seaweed nori のり 海苔 alga algue algues alge
        curry カレー
        cookie galleta biscuit keks kekse plaetzchen biscotto biscotti クッキー 
        muffin magdalena マフィン
        bagel ベーグル
        nigiri 握り にぎり
        roll rollo rollito rollitos rouleau rolle rouleaux rollen
        sashimi 刺身 さしみ
        tempura 天ぷら てんぷら
        eel anguila anguille aal anguilla うなぎ 鰻
        edamame 枝豆
        lassi ラッシー
        naan nan ナン
        bento 弁当
        mango マンゴー
        latte ラテ
        cappuccino capuchino capuccino cappucino カプチーノ
        espresso expreso expresso エスプレッソ
        americano アメリカーノ
        mocha moka モカ
        matcha 抹茶
        scone スコーン
        tub tarrina vasito becher coppa coppe coppetta coppette カップ pot
        cone cono cornet hornchen コーン waffelhornchen
        icecream helado gelato glace アイスクリーム
        sundae eisbecher サンデー
        milkshake batido malteada frullato shake ミルクセーキ シェイク
        pistachio pistacho pistache pistazie pistacchio ピスタチオ
        caramel caramelo karamell caramello キャラメル
        nut nueces nusse noci ナッツ noix nussen
        kebab kebap ケバブ
        doner donner doener ドネル
        pitta pita
        hummus houmous humus
        ring aro anneau anello anelli ringe リング rondelle rondelles aros
        wing alas alitas aile flugel ali alette
        lime lima limette ライム
        coconut coco kokos cocco ココナッツ
        cinnamon canela cannelle zimt cannella シナモン
        syrup sirope sirop sirup sciroppo シロップ
        cashew anacardo cajou anacardi
        cider sidra cidre sidro apfelwein
        bottle botella bouteille flasche bottiglia ボトル
        glass copa verre bicchiere calice グラス
        pint pinta pinte
        slice porcion tranche trancio fetta 切れ
        can lata canette dose lattina 缶
        taco タコス
        burrito ブリトー
        jalapeno ハラペーニョ
        pudding budin
        samosa サモサ
        granola muesli
        breakfast desayuno dejeuner fruhstuck colazione
        day dia jour tag giorno tages
        shot chupito
        whiskey whisky ウイスキー
        kappa かっぱ
        falafel ファラフェル
        halloumi ハルミ
        lentil lenteja lentille linse linsen lenticchie
        chickpea garbanzo kichererbsen ceci
        ~ mild suave doux douce milde delicato
        ~ skimmed desnatada desnatado ecreme entrahmt scremato
        ~ whole entera entier vollmilch intero
        ~ decaf descafeinado decafeine entkoffeiniert decaffeinato デカフェ カフェインレス
        ~ brown integral complet vollkorn integrale braun brauner braune braunem braunen dunkel dunkle dunkles dunklem dunklen
        ~ kid infantil enfant kinder bambini キッズ
        ~ double doble doppelt doppelte doppelten doppelter doppio doppia doppi ダブル
        ~ crispy crujiente croustillant knusprig croccante
        ~ salted salado sale gesalzen salato
        margherita margarita margarite margheritta マルゲリータ margherite
        toast tostada tosta トースト
        ~ classic klassisch klassische klassischen clasico clasica classique classico classica クラシック
        mustard mostaza moutarde senf senape マスタード
        crouton crostini picatoste
        ~ curly rizada rizado frisee frisees
        inch pulgada pouce zoll pollice pollici
        salt sal sel salz sale 塩
        ~ sea mar mer meer mare
        ~ hawaiian hawaiana hawaiano hawaienne hawaii ハワイアン
        ~ plain nature natur naturel natura
        toastie toast
        korma コルマ
        tikka ティッカ
        masala マサラ
        biryani ビリヤニ
        brownie ブラウニー
        churro チュロス
        nugget ナゲット
        hotdog ホットドッグ
        tiramisu ティラミス
        wrap ラップ
        quesadilla ケサディーヤ
        ~ set セット
        vinegar vinagre vinaigre essig aceto 酢
        ~ spring primavera printemps fruhling
        cod bacalao cabillaud morue kabeljau dorsch merluzzo タラ
        haddock eglefin schellfisch
        octopus pulpo poulpe polpo krake タコ
        lobster langosta homard hummer aragosta
        mussel mejillon moule muschel muscheln cozza cozze
        oyster ostra huitre auster austern ostrica ostriche
        celery apio celeri sellerie sedano
        cauliflower coliflor choufleur blumenkohl cavolfiore
        broccoli brocoli brokkoli ブロッコリー
        pumpkin calabaza citrouille kurbis zucca かぼちゃ
        watermelon sandia pasteque wassermelone anguria スイカ
        beetroot beet remolacha betterave
        goat cabra chevre ziege ziegen capra
        pear pera poire birne
        rib costilla costillas rippchen costina costine
        gravy bratensosse bratensose
        oil aceite huile olio
        sesame sesamo sesam ごま
        jasmine jazmin jasmin gelsomino ジャスミン
        guava guayaba goyave
        passion maracuya maracuja
        """;

    // Lines that begin with ~ say how a food is, not which.
    private static readonly HashSet<string> Adjectives = [];
    private static readonly Dictionary<string, string[]> Groups = Build();

    /// <summary>Other words for the same food, as stems; empty where none is known.</summary>
    public static IReadOnlyList<string> OthersFor(string stem) => Groups.TryGetValue(stem, out var others) ? others : [];

    public static bool Knows(string word) => Groups.ContainsKey(word);

    public static bool IsThing(string stem) => Groups.ContainsKey(stem) && !Adjectives.Contains(stem);

    // Spanish adds a syllable: "frijol", "frijoles".
    private static string[] WithPlural(string word) => word[^1] is 'l' or 'n' or 'r' ? [word, word + "es"] : [word];

    private static Dictionary<string, string[]> Build()
    {
        var groups = new Dictionary<string, string[]>();
        foreach (var line in Lines.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var stems = line.TrimStart('~').Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(WithPlural).Select(word => Stem.Of(Folding.Fold(word))).Distinct().ToArray();
            if (line[0] == '~')
                Adjectives.UnionWith(stems);
            foreach (var stem in stems)
                groups[stem] = [.. groups.GetValueOrDefault(stem, []), .. stems.Where(other => other != stem)];
        }

        return groups;
    }
}
