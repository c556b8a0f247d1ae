using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Restaurant.Domain.Jobs;

namespace Restaurant.Pipeline.Jobs;

/// <summary>Keeps the database quick.</summary>
public sealed class DatabaseUpkeepJob(IDatabaseUpkeep upkeep) : Job<DatabaseUpkeepJob.How>, IDefinedJob
{
    private const double Megabyte = 1024 * 1024;

    public static JobDefinition Definition { get; } = new(
        "database/upkeep", "Database upkeep", "Brings the database's statistics up to date, cleans up after deleted rows and empties its log.")
    {
        Schedule = Timetable.Weekly(),
        IsHeavy = true,
        Arguments = typeof(How),
        SoftLimit = TimeSpan.FromHours(2),
        HardLimit = TimeSpan.FromMinutes(125),
    };

    public enum Rewriting
    {
        WhenWorthIt,
        Always,
        Never,
    }

    public override async Task<string> RunAsync(How arguments, IJobProgress progress, CancellationToken cancellationToken)
    {
        var rewrite = arguments.Rewrite switch
        {
            Rewriting.Always => true,
            Rewriting.Never => false,
            _ => (bool?)null,
        };
        var result = await upkeep.RunAsync(rewrite, progress, cancellationToken);
        return string.Create(CultureInfo.InvariantCulture, $"{result.Done}; {result.BytesBefore / Megabyte:0.0} MB before, {result.BytesAfter / Megabyte:0.0} MB now");
    }

    public sealed record How
    {
        [Display(Name = "Rewrite the file", Description = "SQLite only: gives empty space back to the disk; nobody can write meanwhile.")]
        public Rewriting Rewrite { get; init; }
    }
}
