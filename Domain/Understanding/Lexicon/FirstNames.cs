using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Lexicon;

/// <summary>
/// Names of people that are a letter or two away from something to eat, or mean it in some language: "Joyce" at the end of a message is no juice, "Ali" no wings.
/// Only where the name stands as one does, in a sentence of its own or behind "for": "tina mayo sandwich" is tuna.
/// </summary>
internal static class FirstNames
{
    private static readonly HashSet<string> All =
    [
        .. """
           ali alice anita anna barry basil becky bella ben betty bill billy blake bob bobby bonnie brad brandy brenda brian bruce bryan bryce callum camille candice candy carl carla carlos
           carol carrie casey chen cher chloe claire clara coco cody colin cora corey cory craig daisy dale dan dana danny dave dean debbie della dina dolly donna doris drew earl ella elsie
           emma erin estelle faye fran franco frank frankie fred gemma gina ginger glen grace greg greta gwen hana hannah harry hazel heidi helen herb holly hugo ian ida ingrid irene iris ivy jack
           jade jake jamie jan jane jasmine jay jean jenny jess jill jim joan joe john jon jose josh joyce juan judy julia june kara karen karl kate katie kay kelly ken kerry kim kyle
           lara lars laura leah lee len lena leo leon lily linda lisa liz lola lorna lou louis luca lucas lucia lucy luke maggie maisie mandy marco margaret marge maria marie mario mark
           marta martin mary mateo matt matteo maura max may mei mel mia mike millie milly ming miriam molly mona myra nancy naomi nate neil nell nick nico nicola nina nora norma olga
           olive olivia orla oscar otis owen pablo pam pat patty paul pearl pedro penny pete peter petra phil pippa polly poppy rachel raj ralph ravi ray remy rhys rick ricky rita rob robin
           rory rosa rose rosie ross rowan roy ruby russ ruth ryan sally sam sandra sandy sara sarah sean shelly sherry sid simon sofia sonia sophie stan stella steve stu stuart sue
           susan tamara tamsin tania tanya tara ted terry tess tia tim tina toby todd tom tony tracy trish troy tyler val vera vic vicky wanda wei wendy wes will zack zara zoe
           """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries),
    ];

    private static readonly HashSet<string> Before = ["for", "from", "thanks", "thank", "thx", "cheers", "ta", "name", "is", "its", "im", "under", "love", "regards", "mr", "mrs", "ms"];

    public static bool IsNamed(Wording wording, int at) =>
        at > 0 && (at + 1 == wording.Count || wording.Tokens[at + 1].Kind is TokenKind.Stop or TokenKind.Line)
        && (wording.Tokens[at - 1].Kind is TokenKind.Stop or TokenKind.Line || Before.Contains(wording.Tokens[at - 1].Key))
        && All.Contains(wording.Tokens[at].Key);
}
