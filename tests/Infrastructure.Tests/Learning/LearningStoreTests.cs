using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Learning;
using Restaurant.Domain.Live;
using Restaurant.Domain.Orders;
using Restaurant.Domain.Understanding;
using Restaurant.Infrastructure.Learning;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Learning;

public sealed class LearningStoreTests
{
    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task What_a_person_teaches_is_kept_with_who_and_counts_as_a_disagreement(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database);
        var learning = services.GetRequiredService<ILearning>();

        var taught = await learning.TeachAsync(Lesson("any table left?", Intent.Miscellaneous, Intent.Enquiry), "ann@example.com", CancellationToken.None);

        taught.IsDone.ShouldBeTrue();
        var verdict = (await learning.VerdictsAsync(DateTimeOffset.MaxValue, CancellationToken.None)).Single();
        verdict.DecidedBy.ShouldBe("ann@example.com");
        verdict.Corrected.ShouldBeTrue();
        (await learning.DisagreementsAsync(0, 10, CancellationToken.None)).Total.ShouldBe(1);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_example_that_is_taken_back_teaches_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database);
        var learning = services.GetRequiredService<ILearning>();
        var taught = await learning.TeachAsync(Lesson("any table left?", Intent.Miscellaneous, Intent.Enquiry), "ann@example.com", CancellationToken.None);

        (await learning.ForgetExampleAsync(taught.Value!.Id, "ann@example.com", CancellationToken.None)).IsDone.ShouldBeTrue();

        (await learning.VerdictsAsync(DateTimeOffset.MaxValue, CancellationToken.None)).ShouldBeEmpty();
        (await learning.ForgetExampleAsync(taught.Value.Id, "bob@example.com", CancellationToken.None)).Sentence.ShouldContain("forgotten already");
        (await learning.ForgetExampleAsync(Guid.NewGuid(), "bob@example.com", CancellationToken.None)).IsDone.ShouldBeFalse();
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task An_order_without_a_dish_teaches_nothing(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database);
        var learning = services.GetRequiredService<ILearning>();

        var taught = await learning.TeachAsync(Lesson("hm", Intent.Miscellaneous, Intent.Order), "ann@example.com", CancellationToken.None);

        taught.IsDone.ShouldBeFalse();
        taught.Sentence.ShouldContain("at least one line");
        (await learning.VerdictsAsync(DateTimeOffset.MaxValue, CancellationToken.None)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_dismissed_alias_is_dismissed_once(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database);
        var learning = services.GetRequiredService<ILearning>();

        await learning.DismissAsync("Veggie Wrap", "green roll", "ann@example.com", CancellationToken.None);
        await learning.DismissAsync("Veggie Wrap", "green roll", "bob@example.com", CancellationToken.None);

        var dismissed = (await learning.DismissedAsync(CancellationToken.None)).Single();
        dismissed.By.ShouldBe("ann@example.com");

        (await learning.ProposeAgainAsync(dismissed.Id, "ann@example.com", CancellationToken.None)).IsDone.ShouldBeTrue();
        (await learning.DismissedAsync(CancellationToken.None)).ShouldBeEmpty();
        (await learning.ProposeAgainAsync(dismissed.Id, "bob@example.com", CancellationToken.None)).IsDone.ShouldBeFalse();
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task The_training_in_use_is_the_newest_that_took_over(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var services = Services(database);
        var learning = services.GetRequiredService<ILearning>();
        var day = new DateTimeOffset(2026, 3, 1, 3, 0, 0, TimeSpan.Zero);

        foreach (var (at, replaced) in new[] { (day, true), (day.AddDays(1), true), (day.AddDays(2), false) })
            await learning.AddTrainingAsync(new() { At = at, Until = at, StartedBy = "nightly", Summary = "", Replaced = replaced }, "nightly", CancellationToken.None);

        (await learning.InUseAsync(CancellationToken.None))!.At.ShouldBe(day.AddDays(1));
        (await learning.TrainingsAsync(2, CancellationToken.None)).Select(training => training.At).ShouldBe([day.AddDays(2), day.AddDays(1)]);
    }

    private static ServiceProvider Services(TestDatabase database) => database.Services(services => services
        .AddSingleton<ChangeFeed>().AddLearning());

    private static Lesson Lesson(string text, Intent understood, Intent intent) => new(text, understood, 0.5, Array.Empty<OrderLine>(), [], intent, []);
}
