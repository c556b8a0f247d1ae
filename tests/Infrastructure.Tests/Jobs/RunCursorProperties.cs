using FsCheck;
using FsCheck.Fluent;
using Restaurant.Domain.Jobs;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Jobs;

/// <summary>The list of runs goes on after the last run of the page before: whatever the sizes of the pages, each run is seen once, and any id is a place to go on from.</summary>
public sealed class RunCursorProperties
{
    private const int Count = 37;

    public static TheoryData<DatabaseKind> Kinds => [DatabaseKind.Sqlite, DatabaseKind.Postgres];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Pages_of_any_sizes_show_each_run_once_newest_first(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        var all = await SeedAsync(node);
        var runs = node.Get<IJobRuns>();

        Check.One(
            Config.QuickThrowOnFailure.WithReplay(5, 9).WithMaxTest(40),
            Prop.ForAll(Gen.Choose(1, 12).NonEmptyListOf().ToArbitrary(), sizes => Walk(runs, sizes).ShouldBe(all)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Any_id_is_a_place_to_go_on_from(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        await using var node = Node.On(database);
        var all = await SeedAsync(node);
        var runs = node.Get<IJobRuns>();

        Check.One(
            Config.QuickThrowOnFailure.WithReplay(5, 9).WithMaxTest(60),
            Prop.ForAll<Guid, int>((after, size) =>
            {
                var page = runs.PageAsync(new(), after, Math.Clamp(size, 1, 200), default).GetAwaiter().GetResult();
                page.Rows.Select(run => run.Id).ShouldBe(all.Where(id => page.Rows.Any(run => run.Id == id)), "in order, none twice");
            }));
    }

    private static List<Guid> Walk(IJobRuns runs, IList<int> sizes)
    {
        var seen = new List<Guid>();
        Guid? after = null;
        for (var at = 0; ; at++)
        {
            var page = runs.PageAsync(new(), after, sizes[at % sizes.Count], default).GetAwaiter().GetResult();
            seen.AddRange(page.Rows.Select(run => run.Id));
            if (!page.More)
                return seen;
            after = page.Rows[^1].Id;
        }
    }

    // Several of one moment: the moment alone would not tell them apart.
    private static async Task<List<Guid>> SeedAsync(Node node)
    {
        var now = TimeProvider.System.GetUtcNow();
        var all = Enumerable.Range(0, Count).Select(at => Guid.CreateVersion7(now.AddMilliseconds(at / 5))).ToList();
        await using var context = node.Open();
        context.JobRuns.AddRange(all.Select(id => new JobRun { Id = id, JobKey = "test/any", StartedBy = "test", QueuedAt = now, DueAt = now, State = JobRunState.Succeeded }));
        await context.SaveChangesAsync();
        return [.. (await node.Get<IJobRuns>().PageAsync(new(), null, Count, default)).Rows.Select(run => run.Id)];
    }
}
