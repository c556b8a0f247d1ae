using System.Globalization;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Settings;

namespace Restaurant.Web.Components.Pages.Schedules;

/// <summary>Which runs the list shows, as it stands in the page's address.</summary>
public sealed record RunChoice(string? Search, string? State, string? Job, string? Argument, string? Error, string? Took, string? Since, string? Until, string? Node)
{
    public static IReadOnlyList<string> Names { get; } = ["q", "state", "job", "argument", "error", "took", "since", "until", "node"];

    public static IReadOnlyList<(string Key, string Text)> States { get; } =
    [
        ("running", "Running"), ("waiting", "Waiting"), ("succeeded", "Succeeded"), ("failed", "Failed"), ("cancelled", "Cancelled"), ("skipped", "Skipped"),
    ];

    public static IReadOnlyList<(string Key, string Text)> Durations { get; } =
        [("", "Any duration"), ("1s", "Over 1 s"), ("10s", "Over 10 s"), ("1min", "Over 1 min"), ("10min", "Over 10 min"), ("short", "Under 1 s")];

    public static IReadOnlyList<(string Key, string Text)> Times { get; } = [("", "Any time"), ("1h", "Last hour"), ("24h", "Last 24 hours"), ("7d", "Last 7 days"), ("30d", "Last 30 days")];

    public bool IsNarrow => this != new RunChoice(null, null, null, null, null, null, null, null, null);

    /// <summary>Filters beside the words; a stretch of time is one.</summary>
    public int SetCount => new[] { State, Job, Argument, Error, Took, Since ?? Until, Node }.Count(filter => filter is not null);

    public RunFilter ToFilter(RestaurantSettings settings, DateTimeOffset now) => new(Search, StatesOf(State), Job, null, Argument, Error, Moment(Since, settings, now), Moment(Until, settings, now))
    {
        MinMilliseconds = Took switch { "1s" => 1000, "10s" => 10_000, "1min" => 60_000, "10min" => 600_000, _ => null },
        MaxMilliseconds = Took == "short" ? 999 : null,
        Node = Node,
    };

    private static IReadOnlyList<JobRunState>? StatesOf(string? word) => word switch
    {
        "running" => [JobRunState.Running],
        "waiting" => [JobRunState.Queued, JobRunState.Waiting, JobRunState.Retrying],
        "succeeded" => [JobRunState.Succeeded],
        "failed" => [JobRunState.Dead, JobRunState.Lost],
        "cancelled" => [JobRunState.Cancelled],
        "skipped" => [JobRunState.Skipped],
        _ => null,
    };

    // A stretch that ends now, or a moment: with its zone as links say it, without one by the restaurant's clock.
    private static DateTimeOffset? Moment(string? word, RestaurantSettings settings, DateTimeOffset now) => word switch
    {
        null or "" => null,
        "1h" => now.AddHours(-1),
        "24h" => now.AddDays(-1),
        "7d" => now.AddDays(-7),
        "30d" => now.AddDays(-30),
        [.., 'Z'] when DateTimeOffset.TryParse(word, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var exact) && exact.Year is > 2000 and < 9000 => exact,
        _ when DateTime.TryParse(word, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is > 2000 and < 9000 =>
            settings.FromLocal(local).ToUniversalTime(),
        _ => null,
    };
}
