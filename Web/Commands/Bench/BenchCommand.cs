using System.CommandLine;

namespace Restaurant.Web.Commands.Bench;

/// <summary>Measures the product on this machine, on a throw-away database, so that anyone can repeat a figure beside another product.</summary>
internal static class BenchCommand
{
    private static readonly Option<string> Database = new("--database") { Description = "A PostgreSQL server, as \"Host=…;Username=…\"; the run makes and drops a database of its own there. Without it, a throw-away SQLite file." };
    private static readonly Option<int?> Count = new("--count") { Description = "How much to measure; each benchmark has its own default." };
    private static readonly Option<int> Stored = new("--stored") { Description = "Messages that are to be in the database before the measuring begins." };
    private static readonly Option<int> Senders = new("--senders") { Description = "How many senders the waiting messages are of; for bench backlog.", DefaultValueFactory = _ => 24 };
    private static readonly Option<bool> Json = new("--json") { Description = "Print one JSON object." };

    public static void AddTo(RootCommand root)
    {
        var bench = new Command("bench", "Measures the product on this machine and says under which conditions.");
        Add(bench, "messages", "The whole way of messages: inbox, understanding, registration.", 50_000, MessagesBench.RunAsync);
        Add(bench, "backlog", "Waiting messages of a few senders, worked off by a worker that starts.", 100_000, BacklogBench.RunAsync);
        Add(bench, "ingest", "Messages over HTTP, each committed before its answer; and one message alone, from request to registered.", 50_000, IngestBench.RunAsync);
        Add(bench, "live", "Events to 100 listeners of the live hub.", 20_000, LiveBench.RunAsync);
        Add(bench, "understanding", "The understanding alone, without a database.", 50_000, UnderstandingBench.RunAsync);
        Add(bench, "jobs", "Runs of a job that does nothing, history included; and one at low load, from asking to its first line.", 50_000, JobsBench.RunAsync);
        root.Add(bench);
    }

    private static void Add(
        Command bench, string name, string what, int count, Func<BenchRun, CancellationToken, Task<IReadOnlyList<Figure>>> measure)
    {
        var command = new Command(name, what) { Database, Count, Stored, Senders, Json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            await using var database = await BenchDatabase.CreateAsync(arguments.GetValue(Database), cancellationToken);
            var run = new BenchRun(database, arguments.GetValue(Count) ?? count, arguments.GetValue(Stored), arguments.GetValue(Senders));
            var before = Conditions.Load();
            var figures = await measure(run, cancellationToken);
            var conditions = await Conditions.OfAsync(run, before, cancellationToken);
            Console.WriteLine(arguments.GetValue(Json) ? Report.AsJson(name, figures, conditions) : Report.AsText(name, figures, conditions));
            return 0;
        });
        bench.Add(command);
    }
}

internal sealed record BenchRun(BenchDatabase Database, int Count, int Stored, int Senders = 24);
