using FsCheck;
using FsCheck.Fluent;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Tests.Understanding;

/// <summary>What holds for any text at all.</summary>
public sealed class OrderParserProperties
{
    private static readonly MenuIndex Menu = MenuIndex.Compile(MenuFile.Read("pizza"));

    // The same texts in every run: what fails for one fails for all.
    private static readonly Config Same = Config.QuickThrowOnFailure.WithReplay(20, 71);

    private static readonly string[] Pieces =
    [
        "pizza", "pepperoni", "two", "3", "x2", "no", "extra", "with", "and", ",", "\n", "instead of", "one of them", "make that", "cancel", "the same", "large",
        "cheese", "ranch", "wings", "🍕", "actually", "both", "swap", "for", "lasagne", "?", "please", "ピザ", "'", "\ud83c", "12:30", "the rest", "on the side",
    ];

    [Fact]
    public void Reads_any_string_without_failing() =>
        Check.One(Same.WithMaxTest(300), Prop.ForAll<string>(text => Holds(text ?? "")));

    [Fact]
    public void Reads_any_mix_of_its_own_words_without_failing()
    {
        var mixes = Gen.Elements(Pieces).ArrayOf().Select(pieces => string.Join(' ', pieces)).ToArbitrary();

        Check.One(Same.WithMaxTest(1500), Prop.ForAll(mixes, Holds));
    }

    [Fact]
    public void Reads_capitals_like_small_letters()
    {
        var mixes = Gen.Elements(Pieces.Where(piece => piece.All(char.IsAscii)).ToArray()).ArrayOf().Select(pieces => string.Join(' ', pieces)).ToArbitrary();

        Check.One(
            Same.WithMaxTest(300),
            Prop.ForAll(mixes, text => string.Equals(OrderSentence.Show(Read(text.ToUpperInvariant())), OrderSentence.Show(Read(text)), StringComparison.OrdinalIgnoreCase)));
    }

    [Theory]
    [InlineData("3 wings one of them cancel the wings cancel the wings wings")]
    [InlineData("two pepperoni one of them cancel everything ranch pepperoni")]
    public void Reads_on_when_a_cancellation_leaves_nothing_to_split(string text) => Holds(text).ShouldBeTrue();

    // Memory stands for work: unlike a clock it shows the same figure on a machine that is busy. On threads of their own, because a thread
    // uses most of what it made for one message again for the next.
    [Fact]
    public void Does_twice_the_work_for_twice_the_words()
    {
        var once = WorkFor(50);
        var twice = WorkFor(100);

        ((double)twice / once).ShouldBeInRange(1.5, 2.5);

        static long WorkFor(int sentences)
        {
            var text = string.Concat(Enumerable.Repeat("two pepperoni pizzas with extra cheese and no onions ", sentences));
            Read(text).Lines.ShouldNotBeEmpty();
            var work = 0L;
            var fresh = new Thread(() =>
            {
                Read(text);
                work = GC.GetAllocatedBytesForCurrentThread();
            });
            fresh.Start();
            fresh.Join();
            return work;
        }
    }

    private static bool Holds(string text)
    {
        var reading = Read(text);
        var again = Read(text);
        return OrderSentence.Show(reading) == OrderSentence.Show(again)
            && reading.Confidence is > 0 and <= 1
            && reading.Lines.All(line => line.Quantity >= 1 && Menu.Menu.Items.Any(item => item.Name == line.Item))
            && reading.Lines.All(IsOffered);
    }

    private static bool IsOffered(ReadLine line)
    {
        var item = Menu.Menu.Items.Single(item => item.Name == line.Item);
        var offered = Menu.Menu.ModifierGroups.Where(group => item.ModifierGroups.Contains(group.Name)).SelectMany(group => group.Modifiers).Select(modifier => modifier.Name);
        return (line.Size is null || item.Sizes.Any(size => size.Name == line.Size)) && line.Modifiers.All(modifier => modifier.Quantity >= 1 && offered.Contains(modifier.Modifier));
    }

    private static OrderReading Read(string text) => OrderMatcher.Match(OrderParser.Parse(Screener.Screen(text), Menu), Menu);
}
