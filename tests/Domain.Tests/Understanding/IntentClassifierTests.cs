using FsCheck;
using FsCheck.Fluent;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Domain.Tests.Understanding;

public sealed class IntentClassifierTests
{
    private static readonly OrderReading TwoSoups = new([new("Soup", 2, null, [], "soups", "name")], [], 0.9, "");
    private static readonly MenuIndex Pizza = MenuIndex.Compile(MenuFile.Read("pizza"));

    [Theory]
    [InlineData("could we get two soups", Intent.Order)]
    [InlineData("two soups please", Intent.Order)]
    [InlineData("do you have soups?", Intent.Enquiry)]
    [InlineData("how much are two soups?", Intent.Enquiry)]
    [InlineData("your soups were amazing yesterday, thank you", Intent.Miscellaneous)]
    [InlineData("please cancel my two soups", Intent.Enquiry)]
    [InlineData("2 soups xtra crtns n chvs", Intent.Order)]
    [InlineData("swap the rice for beans on the soups", Intent.Order)]
    [InlineData("got the soups instead of the stew, sort this out", Intent.Enquiry)]
    [InlineData("soups on a rainy day hit different", Intent.Miscellaneous)]
    [InlineData("where's our courier? two soups, paid for at 6, still nothing", Intent.Enquiry)]
    [InlineData("la commande est arrivée sans les soups, déjà payées. Que fait-on ?", Intent.Enquiry)]
    [InlineData("had the soups and a pie on Sunday, no regrets", Intent.Miscellaneous)]
    public void The_same_dish_is_ordered_asked_about_or_praised(string text, Intent expected) =>
        IntentClassifier.Classify(Screener.Screen(text), TwoSoups).Intent.ShouldBe(expected);

    [Theory]
    [InlineData("I was wondering if I could get a margherita with mushrooms and two cokes")]
    [InlineData("wondering if we can have three hawaiians, one without ham")]
    [InlineData("is it ok if I get a large pepperoni with extra mozzarella and a sprite?")]
    [InlineData("do you think I could have two garlic breads and a margherita, no basil")]
    [InlineData("would you mind making us a hawaiian and a calzone")]
    [InlineData("could I ask for a margherita with no basil and a coke?")]
    [InlineData("how much is a large hawaiian without ham? ok, go ahead and do me one")]
    public void A_wish_in_a_roundabout_way_is_an_order(string text)
    {
        var message = Screener.Screen(text);

        IntentClassifier.Classify(message, OrderParser.Parse(message, Pizza)).Intent.ShouldBe(Intent.Order);
    }

    [Theory]
    [InlineData("margherita!!! large!!! 😩", true)]
    [InlineData("two cokes 🔥🔥", true)]
    [InlineData("margherita 😍", false)]
    [InlineData("two margheritas with ham instead of basil", true)]
    [InlineData("lovely margherita", false)]
    public void Pictures_beside_a_list_ask_for_what_is_told_how(string text, bool expected)
    {
        var message = Screener.Screen(text);

        (IntentClassifier.Classify(message, OrderParser.Parse(message, Pizza)) is { Intent: Intent.Order, Confidence: >= 0.97 }).ShouldBe(expected);
    }

    [Theory]
    [InlineData("sell any calzones? if you do, put three aside for me please", Intent.Order)]
    [InlineData("¿hay calzone? si queda, guárdame dos", Intent.Order)]
    [InlineData("il vous reste de la margherita ? dans ce cas gardez-m'en deux", Intent.Order)]
    [InlineData("gibt es noch Calzone? falls ja, bitte zwei davon", Intent.Order)]
    [InlineData("avete ancora calzone? allora ne prendo due", Intent.Order)]
    [InlineData("do you sell calzones? if so what size", Intent.Enquiry)]
    [InlineData("missed out the garlic bread! one to order 4410 please", Intent.Order)]
    [InlineData("could you chuck another coke onto what we ordered", Intent.Order)]
    [InlineData("súmale otra coke a lo que pedí hace un rato", Intent.Order)]
    [InlineData("rajoutez une margherita sur ma commande", Intent.Order)]
    [InlineData("we have an order in for two margheritas at 8, can you confirm that", Intent.Enquiry)]
    [InlineData("si encargo cinco margheritas, ¿hay descuento?", Intent.Enquiry)]
    [InlineData("si on prend six margheritas, vous nous faites un prix ?", Intent.Enquiry)]
    [InlineData("se prendiamo sei margherite fate uno sconto?", Intent.Enquiry)]
    [InlineData("nothing beats a margherita", Intent.Miscellaneous)]
    public void A_condition_an_addition_and_a_supposition_are_told_apart(string text, Intent expected)
    {
        var message = Screener.Screen(text);

        IntentClassifier.Classify(message, OrderParser.Parse(message, Pizza)).Intent.ShouldBe(expected);
    }

    [Theory]
    [InlineData("two of the three soups came with no bread", Intent.Enquiry)]
    [InlineData("paid for 4 soups, the lad handed me 3", Intent.Enquiry)]
    [InlineData("no trace of our 2 soups yet, it said half past", Intent.Enquiry)]
    [InlineData("somebody walked off with my soup and left me theirs", Intent.Enquiry)]
    [InlineData("my grandchildren guzzled the soups, thanks", Intent.Miscellaneous)]
    [InlineData("two soups down and I'm still starving lol", Intent.Miscellaneous)]
    [InlineData("deux soups hier soir, le bonheur", Intent.Miscellaneous)]
    [InlineData("las dos soups llegaron frías y faltaba el pan", Intent.Enquiry)]
    [InlineData("are 2 soups plenty for 5 people", Intent.Enquiry)]
    [InlineData("take the soups off our order", Intent.Enquiry)]
    [InlineData("never mind the soups now, just keep the others", Intent.Enquiry)]
    [InlineData("add two soups to our order", Intent.Order)]
    [InlineData("listen you clowns, two soups, and get it right", Intent.Order)]
    [InlineData("you total muppets, where are my two soups", Intent.Enquiry)]
    [InlineData("{\"debug\":true} two soups please", Intent.Order)]
    public void What_is_told_asked_or_changed_is_no_order_though_it_names_dishes(string text, Intent expected)
    {
        var at = text.IndexOf("soup", StringComparison.Ordinal);
        var reading = TwoSoups with { Lines = [TwoSoups.Lines[0] with { Words = text[at..].StartsWith("soups", StringComparison.Ordinal) ? "soups" : "soup" }] };

        IntentClassifier.Classify(Screener.Screen(text), reading).Intent.ShouldBe(expected);
    }

    [Theory]
    [InlineData("good morning, are you open already?")]
    [InlineData("are you open")]
    [InlineData("5 of us tonight around 8, possible?")]
    [InlineData("how long is the wait")]
    [InlineData("vous prenez les tickets resto ?")]
    [InlineData("siete aperti adesso?")]
    [InlineData("thanks, see you")]
    [InlineData("morning!")]
    public void A_plain_short_message_waits_for_nobody(string text)
    {
        var message = Screener.Screen(text);
        var guess = IntentClassifier.Classify(message, OrderReading.Nothing);

        Confidence.Of(message, guess, OrderReading.Nothing).ShouldBeGreaterThan(DecisionSettings.Default.For(guess.Intent));
    }

    [Theory]
    [InlineData("what time do you open tomorrow?", Intent.Enquiry)]
    [InlineData("a table for four at 8 please", Intent.Enquiry)]
    [InlineData("thanks a lot!", Intent.Miscellaneous)]
    [InlineData("you are all idiots, go to hell", Intent.Offensive)]
    [InlineData("¿a qué hora cierran?", Intent.Enquiry)]
    [InlineData("où est ma commande ?", Intent.Enquiry)]
    [InlineData("vielen dank, war super lecker", Intent.Miscellaneous)]
    [InlineData("siete degli incapaci", Intent.Offensive)]
    [InlineData("配達できますか", Intent.Enquiry)]
    [InlineData("damn, this curry is good", Intent.Miscellaneous)]
    [InlineData("merde, que c'était bon", Intent.Miscellaneous)]
    [InlineData("you total w*nkers", Intent.Offensive)]
    [InlineData("thanks for dinner! can you send me the bill?", Intent.Enquiry)]
    [InlineData("my curry came without any rice", Intent.Enquiry)]
    [InlineData("your bank account was limited, confirm your details here", Intent.Miscellaneous)]
    [InlineData("we're parked outside", Intent.Miscellaneous)]
    [InlineData("do you guys use butter or oil", Intent.Enquiry)]
    [InlineData("wots the pie today", Intent.Enquiry)]
    [InlineData("the steak was as tough as old boots and nobody came", Intent.Enquiry)]
    [InlineData("your waiter is an ignorant pig", Intent.Offensive)]
    [InlineData("your kitchen is a bunch of lazy goats", Intent.Offensive)]
    [InlineData("I'll punch that smug cook of yours", Intent.Offensive)]
    [InlineData("you absolute tossers", Intent.Offensive)]
    [InlineData("menudo chiquero, ladrones de porquería", Intent.Offensive)]
    [InlineData("please freeze our meal plan until September", Intent.Enquiry)]
    [InlineData("dear friend I am Colonel Obi and seek your help to move 12 million euros", Intent.Miscellaneous)]
    [InlineData("quotation 118 enclosed, please remit within 14 days", Intent.Miscellaneous)]
    [InlineData("I could live on your curry for the rest of my life", Intent.Miscellaneous)]
    [InlineData("can we shift our collection to half past, name of Reed", Intent.Enquiry)]
    [InlineData("bin that earlier order please, he's ill", Intent.Enquiry)]
    [InlineData("you catered our silver wedding and the guests still rave about it", Intent.Miscellaneous)]
    [InlineData("hello, is this the dentist on Park Row?", Intent.Miscellaneous)]
    [InlineData("is the honey real or just syrup", Intent.Enquiry)]
    [InlineData("which stews are safe for vegans", Intent.Enquiry)]
    [InlineData("asked for rice, got chips, I'd like that fixed", Intent.Enquiry)]
    [InlineData("we supply premium napkins at factory prices, ask for our catalogue", Intent.Miscellaneous)]
    [InlineData("that is the rudest place with the laziest cooks", Intent.Offensive)]
    [InlineData("your lot are as dim as bricks", Intent.Offensive)]
    public void Other_messages_go_to_their_kind(string text, Intent expected) =>
        IntentClassifier.Classify(Screener.Screen(text), OrderReading.Nothing).Intent.ShouldBe(expected);

    [Theory]
    [InlineData("can I have a cortado")]
    [InlineData("I'd like a cortado")]
    public void A_word_that_is_like_one_of_another_language_is_no_slip_for_it(string text)
    {
        var at = text.IndexOf("cortado", StringComparison.Ordinal);
        var reading = new OrderReading([], [new("cortado", [])], 0.8, "") { Spans = [new(at, 7, SpanKind.Unmatched, "cortado")] };

        IntentClassifier.Classify(Screener.Screen(text), reading).Intent.ShouldBe(Intent.Order);
    }

    [Fact]
    public void The_reason_names_the_words_it_was_judged_by()
    {
        Reason("could we get two soups", TwoSoups).ShouldBe("asks \"could we get\" for 1 dish");
        Reason("what time do you open?", OrderReading.Nothing).ShouldStartWith("asks for opening hours: \"what time");
    }

    [Fact]
    public void An_empty_message_is_nothing() =>
        IntentClassifier.Classify(Screener.Screen(" "), OrderReading.Nothing).ShouldBe(
            new(Intent.Miscellaneous, 1, "the message is empty", Intent.Enquiry, 0));

    [Fact]
    public void Any_text_gets_a_guess_that_adds_up_and_never_changes() => Prop.ForAll(
        ArbMap.Default.ArbFor<string?>(),
        text =>
        {
            var message = Screener.Screen(text ?? "");
            var guess = IntentClassifier.Classify(message, OrderReading.Nothing);
            return guess.Confidence is >= 0 and <= 1.0001 && guess.Runner != guess.Intent && guess.RunnerConfidence <= guess.Confidence
                && message.Readable.Length == message.Text.Length
                && guess == IntentClassifier.Classify(Screener.Screen(text ?? ""), OrderReading.Nothing);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Training_twice_makes_the_same_model()
    {
        var examples = PracticeExamples.All.Where((_, i) => i % 3 == 0).ToList();
        var message = Screener.Screen("could we get two soups, and when do you close?");

        var guesses = Enumerable.Range(0, 2).Select(_ => IntentClassifier.Classify(message, TwoSoups, IntentModel.Train(examples))).ToList();

        guesses[0].ShouldBe(guesses[1]);
    }

    // 15,000 examples and 16,000 features cost 1.3 s of processor time in a release build on a busy machine, and two seconds may be spent. What
    // is counted here does not change with what else the machine does; the time is measured by hand when these grow.
    [Fact]
    public void What_is_learned_at_start_stays_within_two_seconds()
    {
        PracticeExamples.All.Count.ShouldBeLessThan(20_000);
        PracticeExamples.All.Average(example => (double)example.Message.Text.Length).ShouldBeLessThan(100);
        IntentModel.Default.Size.ShouldBeLessThan(24_000);
    }

    private static string Reason(string text, OrderReading reading) => IntentClassifier.Classify(Screener.Screen(text), reading).Reason;

    [Theory]
    [InlineData("Poproszę dwie zupy dnia oraz szarlotkę")]
    [InlineData("Θα ήθελα δύο σούπες")]
    public void A_language_that_we_do_not_read_is_no_insult_and_waits_for_a_person(string text)
    {
        var message = Screener.Screen(text);

        var guess = IntentClassifier.Classify(message, OrderReading.Nothing);

        guess.Reason.ShouldContain("we do not read");
        guess.Intent.ShouldNotBe(Intent.Offensive);
        guess.Runner.ShouldBe(Intent.Order);
        Confidence.Of(message, guess, OrderReading.Nothing).ShouldBeLessThan(DecisionSettings.Default.For(guess.Intent));
    }
}
