namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>
/// English words a letter or two away from something on menus: "gate code" is no coke, "the door chain" no chai. Left out are those that are
/// more often a slip than meant, in an order: "leak soup", "sore cream".
/// </summary>
internal static class EverydayWords
{
    public const string All = """
        able allow apply aside awake aware bang bank banner bare basis bath battery battle beard belt billed bind birth blank block blocks blood bond booked booker boot bore
        bother brain brave breath brief broke build camp chair champion character chart chase cheer click clock cloth clothes clue coach coal code codes coin collar comb compete
        completely complex core counter court courts crash credit crime criminal crisis crown cruise cycle daily damp dare data dated deaf death delay diary dirt dive drama dream
        drift drill drug drum drunk dull earn ease east enter entire especially essay express failed faint fake fete field file fire flag flame flash float form fort foul freezer fuel
        fully function gamble glance goal golf grade grass grave grew grin grip ground grown hall handy hang harm harsh hated haul heal heap herd horse ideal injure injury insist
        itch jewel juggle knife knit lamp land lane lanes laser layer leaf lease legal litter load lower lung lying magic maintain manage mark marry mask mass mayor meant medal
        merry messy metal method mile miles mill misery missed mode mood needle neither noble noise noisy originally oven pace packed packet page paint palace pale panic pants
        paper papers passed path paying peace peak penny personal piano pile pillow pilot pipe pity planet plug pocket police polite pose poster power praise presence press print prison
        publish pure pushed puzzle race rang range rank rate reach realise remain remains reserved rich ride ripe robot rock romantic roof rough route sack safe safely sample saving
        savings scale scare scene score scout scrape screw secure seek session settle shade shallow shame shape share sheet shiny shirt shoot shore shut site sites skill slightly
        smile soldier soul south spark speed spelt spent spider spill spite sport spray stage stare steer stem stock stone stood stool strap straw string studying summary support
        survey sweep swift swim sword tape taste tasted teach teacher teachers teeth temper tempt tenner tested thick throw thunder tightly timing tiny tough tour tower towers tree
        tribe trip trips trunk twist victory waited wander warmer warmth warn warned wheel wide wider wind winner wipe wire wise womens wonder wondered wood woods wool worn wrist
        """;
}
