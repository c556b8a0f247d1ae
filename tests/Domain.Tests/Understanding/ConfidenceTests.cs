using System.Runtime.CompilerServices;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Tests.Understanding.Calibration;
using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Calibration;

namespace Restaurant.Domain.Tests.Understanding;

/// <summary>Whether confidence.txt says how often we are right; .ci/confidence writes it anew.</summary>
public sealed class ConfidenceTests(ITestOutputHelper output)
{
    private const string Write = "WRITE_CONFIDENCE";

    // A better reader makes other weights; the file need not follow every step of it.
    private const double Drift = 0.04;

    private static readonly Lazy<IReadOnlyList<Sample>> Unseen = new(Sample.Unseen);
    private static readonly Lazy<IReadOnlyList<Sample>> AtFirst = new(Sample.AtFirst);
    private static readonly Lazy<IReadOnlyList<(Sample Sample, double Confidence)>> Judged = new(() => ConfidenceFit.Judge(Unseen.Value, AtFirst.Value));

    [Fact]
    public void There_are_enough_messages_to_tell() => Unseen.Value.Count.ShouldBeGreaterThanOrEqualTo(1900);

    [Fact]
    public void Confidence_says_how_often_we_are_right_on_restaurants_that_the_fit_has_not_seen()
    {
        var error = Judged.Value.GroupBy(judged => Math.Min(9, (int)(judged.Confidence * 10)))
            .Sum(step => Math.Abs(step.Sum(judged => judged.Confidence - (judged.Sample.IsRight ? 1 : 0)))) / Judged.Value.Count;
        var orders = Judged.Value.Where(judged => judged.Sample.Kind == JudgedKind.Cookable).OrderByDescending(judged => judged.Confidence).ToList();
        output.WriteLine($"expected calibration error {error:0.000}; {orders.Count} orders that could be cooked, {orders.Count(order => !order.Sample.IsRight)} wrong");
        foreach (var threshold in new[] { 0.8, 0.85, 0.9, 0.93, 0.95, 0.97, 0.98 })
            output.WriteLine($"{threshold:P0}: {Confidence.AutomaticShare(threshold):P1} accepted, {Confidence.ExpectedError(threshold):P1} of them wrong");
        foreach (var share in new[] { 0.005, 0.01, 0.02, 0.03, 0.05 })
            output.WriteLine($"{share:P1} wrong: {MostAccepted(orders, share):P1} accepted");

        error.ShouldBeLessThanOrEqualTo(0.03);
    }

    [Fact]
    public void The_file_is_that_of_a_fit_to_the_present_reader()
    {
        if (Environment.GetEnvironmentVariable(Write) is not null)
        {
            var path = File();
            System.IO.File.WriteAllLines(path, [.. System.IO.File.ReadLines(path).TakeWhile(line => line.StartsWith('#')), "", .. ConfidenceFit.Weights([.. Unseen.Value, .. AtFirst.Value]), "", .. ConfidenceFit.Steps(Judged.Value)]);
            return;
        }

        var fresh = ConfidenceFit.Model([.. Unseen.Value, .. AtFirst.Value]);
        var drift = Unseen.Value.Average(sample => Math.Abs(fresh.Of(sample.Kind, sample.Figures) - ConfidenceModel.Default.Of(sample.Kind, sample.Figures)));

        drift.ShouldBeLessThan(Drift, "The reader has become another than the one that the confidence was fitted to: run .ci/confidence and look at what changes.");
    }

    [Fact]
    public void A_second_fit_is_the_same_fit() => ConfidenceFit.Weights(Unseen.Value).ShouldBe(ConfidenceFit.Weights(Unseen.Value));

    [Fact]
    public void A_higher_threshold_lets_fewer_orders_through_and_fewer_wrong_ones()
    {
        Confidence.AutomaticShare(0.9).ShouldBeLessThan(Confidence.AutomaticShare(0.5));
        Confidence.AutomaticShare(0).ShouldBe(1);
        Confidence.AutomaticShare(1).ShouldBe(0);
        Confidence.ExpectedError(0.9).ShouldBeLessThan(Confidence.ExpectedError(0.5));
        Confidence.ExpectedError(0.5).ShouldBeInRange(0.001, 0.3);
    }

    [Fact]
    public void A_clear_order_is_surer_than_one_with_something_unknown_in_it()
    {
        var clear = Judged.Value.Where(judged => judged.Sample.Kind == JudgedKind.Cookable).Average(judged => judged.Confidence);
        var unclear = Judged.Value.Where(judged => judged.Sample.Kind == JudgedKind.Open).Average(judged => judged.Confidence);

        clear.ShouldBeGreaterThan(unclear);
    }

    [Fact]
    public void The_intent_is_right_on_held_back_messages()
    {
        var guesses = HeldBackMessage.Own.AsParallel().AsOrdered().Select(message => (message, Intent: IntentClassifier.Classify(message.Message, message.Read()).Intent)).ToList();
        var wrong = guesses.Where(guess => !guess.message.Intents.Contains(guess.Intent)).ToList();

        (1 - ((double)wrong.Count / guesses.Count)).ShouldBeGreaterThanOrEqualTo(
            0.96, string.Join('\n', wrong.Select(guess => $"{guess.message.Message.Text} -> {guess.Intent}")));
    }

    [Fact]
    public void What_speaks_against_a_reading_is_said_in_words()
    {
        var reading = new OrderReading([new("Soup", 1, null, [], "a soup", "by its name")], [], 0.9, "") { Margin = 3, Score = 4, Spans = [new(2, 4, SpanKind.Dish, "Soup")] };
        var guess = new IntentGuess(Intent.Order, 0.99, "", Intent.Enquiry, 0.01);

        ConfidenceModel.Default.Against(Screener.Screen("a soup without"), guess, reading).ShouldContain("a number or a \"with\" found no place (\u201cwithout\u201d)");
        ConfidenceModel.Default.Against(Screener.Screen("a soup for each of us"), guess, reading).ShouldContain("it speaks of each, both or all (\u201cus\u201d)");
        ConfidenceModel.Default.Against(Screener.Screen("a soup"), guess, reading).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("two soups, one hot", 2, "a \"one\" found no place")]
    [InlineData("the famous soup", 1, "a word right before a dish was not used (\u201cfamous soup\u201d)")]
    [InlineData("soup in a small bowl", 1, "a dish has no size though one is named (\u201csmall\u201d)")]
    public void What_is_odd_about_the_lines_is_said(string text, int quantity, string reason)
    {
        var at = text.IndexOf("soup", StringComparison.Ordinal);
        var reading = new OrderReading([new("Soup", quantity, null, [], "soup", "by its name")], [], 0.9, "") { Margin = 3, Score = 4, Spans = [new(at, 4, SpanKind.Dish, "Soup")], Sizeless = 1 };

        Confidence.Against(Screener.Screen(text), new(Intent.Order, 0.99, "", Intent.Enquiry, 0.01), reading).ShouldContain(reason);
    }

    [Theory]
    [InlineData("soup, 6 pieces", "6 pieces")]
    [InlineData("Je prends soup", null)]
    public void What_has_its_place_speaks_against_nothing(string text, string? size)
    {
        var at = text.IndexOf("soup", StringComparison.Ordinal);
        var reading = new OrderReading([new("Soup", 1, size, [], "soup", "by its name")], [], 0.9, "") { Margin = 3, Score = 4, Spans = [new(at, 4, SpanKind.Dish, "Soup")] };

        var reasons = Confidence.Against(Screener.Screen(text), new(Intent.Order, 0.99, "", Intent.Enquiry, 0.01), reading);

        reasons.ShouldNotContain(reason => reason.Contains("found no place", StringComparison.Ordinal) || reason.Contains("each, both", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2 (two) soups")]
    [InlineData("one soup, and one more soup")]
    [InlineData("two soups, and make the hot one quick")]
    public void A_number_that_is_said_again_or_only_points_has_its_place(string text)
    {
        List<ReadSpan> spans = [.. System.Text.RegularExpressions.Regex.Matches(text, "soup").Select(soup => new ReadSpan(soup.Index, soup.Length, SpanKind.Dish, "Soup"))];
        var reading = new OrderReading([new("Soup", 2, null, [], "soup", "by its name")], [], 0.9, "") { Margin = 3, Score = 4, Spans = spans };

        Confidence.Against(Screener.Screen(text), new(Intent.Order, 0.99, "", Intent.Enquiry, 0.01), reading).ShouldNotContain(reason => reason.Contains("found no place", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("two soups with four hundred croutons", 400)]
    [InlineData("a soup with croutons", 1)]
    public void A_heap_of_one_extra_is_for_a_person(string text, int croutons)
    {
        List<ReadSpan> spans = [new(text.IndexOf("soup", StringComparison.Ordinal), 4, SpanKind.Dish, "Soup"), new(text.IndexOf("croutons", StringComparison.Ordinal), 8, SpanKind.Modifier, "croutons")];
        var reading = new OrderReading([new("Soup", 1, null, [new("croutons", ModifierAction.Add, croutons)], "soup", "by its name")], [], 0.9, "") { Margin = 3, Score = 9, Spans = spans };

        (Confidence.Of(Screener.Screen(text), new(Intent.Order, 0.99, "", Intent.Enquiry, 0.01), reading) < Confidence.DefaultKitchenThreshold).ShouldBe(croutons > 1);
    }

    [Theory]
    [InlineData("two burgers please", 2)]
    [InlineData("two cheese burgers please", 0)]
    [InlineData("two lattes please", 1)]
    [InlineData("two muffins please", 0)]
    [InlineData("do you make the burgers here, and a muffin please", 0)]
    public void A_dish_that_is_named_by_one_word_which_others_have_too_is_less_sure(string text, int rivals)
    {
        string[] dishes = ["Burger", "Cheese Burger", "Bacon Burger", "Latte", "Oat Latte", "Muffin"];
        var menu = MenuIndex.Compile(new("Corner", [new("All", "main", [.. dishes.Select(dish => new MenuItem { Name = dish, PriceMinor = 500 })])], []));
        var message = Screener.Screen(text);
        var reading = OrderParser.Parse(message, menu);
        var guess = new IntentGuess(Intent.Order, 0.99, "", Intent.Enquiry, 0.01);

        reading.Rivals.ShouldBe(rivals);
        (Confidence.Of(message, guess, reading) < Confidence.Of(message, guess, reading with { Rivals = 0 })).ShouldBe(rivals > 0);
        Confidence.Against(message, guess, reading).Contains("the word that names a dish stands in other dishes, too").ShouldBe(rivals > 0);
    }

    [Theory]
    [InlineData("a muffin please, full", "full")]
    [InlineData("a muffin, instead of the full one", null)]
    [InlineData("a bacon burger, the bacon crispy", null)]
    [InlineData("a muffin please", null)]
    public void A_word_of_the_menu_that_was_not_used_makes_it_less_sure(string text, string? unused)
    {
        string[] dishes = ["Bacon Burger", "Full Rack", "Half Rack", "Muffin"];
        var menu = MenuIndex.Compile(new("Corner", [new("All", "main", [.. dishes.Select(dish => new MenuItem { Name = dish, PriceMinor = 500 })])], []));
        var message = Screener.Screen(text);
        var reading = OrderParser.Parse(message, menu);
        var guess = new IntentGuess(Intent.Order, 0.99, "", Intent.Enquiry, 0.01);

        reading.Unused.Select(word => text.Substring(word.Start, word.Length)).ShouldBe(unused is null ? [] : [unused]);
        (Confidence.Of(message, guess, reading) < Confidence.Of(message, guess, reading with { Unused = [] })).ShouldBe(unused is not null);
        Confidence.Against(message, guess, reading).Contains("a word of the menu was not used (\u201cfull\u201d)").ShouldBe(unused is not null);
    }

    [Fact]
    public void Another_reading_that_is_as_good_is_said()
    {
        var reading = new OrderReading([new("Soup", 1, null, [], "a soup", "by its name")], [], 0.9, "") { Margin = 0.05, Score = 4, Spans = [new(2, 4, SpanKind.Dish, "Soup")], RunnerUp = new("2 Soup", "behind") };

        Confidence.Against(Screener.Screen("a soup"), new(Intent.Order, 0.99, "", Intent.Enquiry, 0.01), reading).ShouldBe(["another reading is about as good (2 Soup)"]);
    }

    [Fact]
    public void What_can_be_meant_in_two_ways_is_the_first_reason()
    {
        var reading = new OrderReading([new("Soup", 1, null, [], "a soup", "by its name")], [], 0.9, "") { Margin = 3, Score = 4, Spans = [new(2, 4, SpanKind.Dish, "Soup")], Doubts = ["a number that counts nothing"] };

        Confidence.Against(Screener.Screen("a soup for each of us"), new(Intent.Order, 0.99, "", Intent.Enquiry, 0.01), reading)[0].ShouldBe("a number that counts nothing");
    }

    [Fact]
    public void A_line_of_the_file_that_says_nothing_is_named() =>
        Should.Throw<FormatException>(() => ConfidenceModel.Read(["cookable moon: 1"])).Message.ShouldContain("moon");

    /// <summary>The largest share that can be accepted, the surest first, with at most so many of them wrong.</summary>
    private static double MostAccepted(List<(Sample Sample, double Confidence)> surestFirst, double share)
    {
        var (wrong, most) = (0, 0);
        for (var i = 0; i < surestFirst.Count; i++)
        {
            wrong += surestFirst[i].Sample.IsRight ? 0 : 1;
            most = wrong <= share * (i + 1) ? i + 1 : most;
        }

        return (double)most / surestFirst.Count;
    }

    private static string File([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../Domain/Understanding/Calibration/confidence.txt");
}
