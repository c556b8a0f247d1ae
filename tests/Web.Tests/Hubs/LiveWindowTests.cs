using NSubstitute;
using Restaurant.Domain.Live;
using Restaurant.Web.Hubs;

namespace Restaurant.Web.Tests.Hubs;

public sealed class LiveWindowTests
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);
    private readonly ILiveEvents events = Substitute.For<ILiveEvents>();
    private readonly LiveWindow window;
    private readonly List<PlacedEvent> written = [];

    public LiveWindowTests()
    {
        window = new(events);
        window.Join();
        events.AfterAsync(default, default, default).ReturnsForAnyArgs(call =>
            new LiveBatch([.. written.Where(live => live.Position > call.Arg<LivePosition>()).Take(call.Arg<int>())], false));
    }

    [Fact]
    public async Task Who_keeps_up_is_told_from_one_text_that_is_written_once()
    {
        await WriteAsync(1, 3);
        var place = At(3);
        await WriteAsync(4, 5);

        var (first, second) = (await window.AfterAsync(place, default), await window.AfterAsync(place, default));

        first.End.ShouldBe(At(5));
        first.About(Topic.Orders, new()).ShouldBeSameAs(second.About(Topic.Orders, new()));
        first.About(Topic.Orders, new()).Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 4)]
    [InlineData(4, 1)]
    [InlineData(5, 0)]
    public async Task Who_is_behind_is_told_all_that_follows_its_place(int place, int told)
    {
        await WriteAsync(1, 2);
        await WriteAsync(3, 5);

        var portion = await window.AfterAsync(At(place), default);

        portion.About(Topic.Orders, new()).Count.ShouldBe(told);
        portion.End.ShouldBe(told == 0 ? null : At(5));
    }

    [Fact]
    public async Task Who_is_behind_the_window_reads_from_the_database_and_comes_into_it_without_a_hole()
    {
        for (var at = 1; at <= 2500; at += 100)
            await WriteAsync(at, at + 99);
        var heard = 0;
        var place = At(0);
        while ((await window.AfterAsync(place, default)) is { End: { } end } portion)
        {
            heard += portion.About(Topic.Orders, new()).Count;
            place = end;
        }

        heard.ShouldBe(2500);
        place.ShouldBe(At(2500));
    }

    [Fact]
    public async Task Of_what_concerns_somebody_else_nothing_is_told_and_the_place_moves_on()
    {
        await WriteAsync(1, 3);

        var portion = await window.AfterAsync(At(0), default);

        portion.About(Topic.Menu, new()).Count.ShouldBe(0);
        portion.End.ShouldBe(At(3));
    }

    private async Task WriteAsync(int from, int to)
    {
        written.AddRange(Enumerable.Range(from, to - from + 1).Select(at => new PlacedEvent(At(at), new(at, Topic.Orders, $"{at}", $"event {at}", Now))));
        await window.PullAsync(default);
    }

    // Ten of them in each transaction.
    private static LivePosition At(int number) => new(number / 10, number);
}
