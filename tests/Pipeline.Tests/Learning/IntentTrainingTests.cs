using Microsoft.Extensions.Logging.Abstractions;
using NSubstitute;
using Restaurant.Domain.Learning;
using Restaurant.Domain.Live;
using Restaurant.Domain.Menu;
using Restaurant.Domain.Reviews;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Intents;
using Restaurant.Pipeline.Learning;
using Restaurant.Pipeline.Menu;

namespace Restaurant.Pipeline.Tests.Learning;

public sealed class IntentTrainingTests : IAsyncLifetime
{
    private readonly ILearning learning = Substitute.For<ILearning>();
    private readonly IMenuStore menus = Substitute.For<IMenuStore>();
    private readonly CurrentIntentModel current = new();
    private MenuCache menu = null!;
    private IntentTraining training = null!;

    public async ValueTask InitializeAsync()
    {
        menus.LoadAsync(Arg.Any<CancellationToken>()).Returns(new RestaurantMenu("Test", [new("Bowls", "main", [new MenuItem { Name = "Rainbow Bowl", PriceMinor = 1200 }])], [], 1));
        menu = new(menus, new ChangeFeed(TimeProvider.System), NullLogger<MenuCache>.Instance);
        await menu.ReadyAsync(CancellationToken.None);
        learning.AddTrainingAsync(Arg.Any<Training>(), Arg.Any<string>(), Arg.Any<CancellationToken>())
            .Returns(call => Change.Done(call.Arg<Training>(), ""));
        training = new(learning, current, menu, TimeProvider.System);
    }

    public ValueTask DisposeAsync()
    {
        training.Dispose();
        menu.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Without_a_decision_to_learn_from_the_present_model_stays()
    {
        Decided();

        var done = await training.RetrainAsync("ann@example.com", CancellationToken.None);

        done.Replaced.ShouldBeFalse(done.Summary);
        done.HeldBack.ShouldBeGreaterThan(100);
        current.IsLearned.ShouldBeFalse();
        await learning.Received(1).AddTrainingAsync(done, "ann@example.com", Arg.Any<CancellationToken>());
    }

    [Fact]
    public async Task What_people_say_again_and_again_is_learned_when_it_is_better_on_what_was_held_back()
    {
        // A habit of this restaurant's guests that no general example knows.
        Decided([.. Enumerable.Range(1, 60).Select(table => ($"blorp {table} zing", Intent.Enquiry))]);
        current.Value.ShouldBe(IntentModel.Default);

        var done = await training.RetrainAsync("nightly", CancellationToken.None);

        done.Replaced.ShouldBeTrue(done.Summary);
        done.CandidateRight.ShouldBeGreaterThan(done.CurrentRight);
        Says("blorp 77 zing").ShouldBe(Intent.Enquiry);
    }

    [Fact]
    public async Task After_a_restart_the_model_in_use_is_made_again()
    {
        Decided([.. Enumerable.Range(1, 60).Select(table => ($"blorp {table} zing", Intent.Enquiry))]);
        learning.InUseAsync(Arg.Any<CancellationToken>()).Returns(new Training { StartedBy = "nightly", Summary = "", Replaced = true, Until = DateTimeOffset.MaxValue });

        await training.CatchUpAsync(CancellationToken.None);

        current.IsLearned.ShouldBeTrue();
        Says("blorp 77 zing").ShouldBe(Intent.Enquiry);
    }

    [Fact]
    public async Task What_this_node_has_trained_itself_is_not_trained_again()
    {
        Decided([.. Enumerable.Range(1, 60).Select(table => ($"blorp {table} zing", Intent.Enquiry))]);
        var done = await training.RetrainAsync("nightly", CancellationToken.None);
        learning.InUseAsync(Arg.Any<CancellationToken>()).Returns(done);
        var trained = current.Value;

        await training.CatchUpAsync(CancellationToken.None);

        current.Value.ShouldBeSameAs(trained);
    }

    private Intent Says(string text)
    {
        var screened = Screener.Screen(text);
        return IntentClassifier.Classify(screened, OrderParser.Parse(screened, menu.Current), current.Value).Intent;
    }

    private void Decided(params (string Words, Intent Intent)[] decisions) =>
        learning.VerdictsAsync(Arg.Any<DateTimeOffset>(), Arg.Any<CancellationToken>()).Returns([.. decisions.Select(decision => new Verdict
        {
            Words = decision.Words,
            UnderstoodIntent = Intent.Miscellaneous,
            DecidedIntent = decision.Intent,
            DecidedBy = "ann@example.com",
            Corrected = true,
        })]);
}
