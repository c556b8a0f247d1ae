using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using Restaurant.Domain.Learning;
using Restaurant.Domain.Menu;
using Restaurant.Pipeline.Learning;
using Restaurant.Pipeline.Menu;
using Restaurant.Testing;

namespace Restaurant.Pipeline.Tests.Learning;

public sealed class ModelFollowerTests
{
    [Fact]
    public async Task A_look_that_failed_is_made_again_though_nobody_signals_anything()
    {
        var clock = new FakeClock();
        var (learning, menus, current) = (Substitute.For<ILearning>(), Substitute.For<IMenuStore>(), new CurrentIntentModel());
        menus.LoadAsync(Arg.Any<CancellationToken>()).Returns(new RestaurantMenu("Test", [], [], 1));
        learning.VerdictsAsync(Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>()).Returns([]);
        var looks = 0;
        learning.InUseAsync(Arg.Any<CancellationToken>()).Returns(_ => Interlocked.Increment(ref looks) == 1
            ? throw new InvalidOperationException("the database is away")
            : new Training { StartedBy = "nightly", Summary = "", Replaced = true });
        using var menu = new MenuCache(menus, new(clock), NullLogger<MenuCache>.Instance);
        await menu.ReadyAsync(default);
        using var training = new IntentTraining(learning, current, menu, clock);
        using var follower = new ModelFollower(training, new(clock), NullLogger<ModelFollower>.Instance);

        await follower.StartAsync(default);
        await Poll.UntilAsync(
            () =>
            {
                clock.Advance(TimeSpan.FromSeconds(1));
                return current.IsLearned;
            },
            "the model in use has been taken over");
        await follower.StopAsync(default);

        looks.ShouldBeGreaterThan(1);
    }
}
