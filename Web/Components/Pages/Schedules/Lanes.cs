using System.Globalization;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Settings;
using Restaurant.Web.Components.Shared;

namespace Restaurant.Web.Components.Pages.Schedules;

/// <summary>A stretch of time in which a job ran or will run; shares of the whole width, 0 to 1.</summary>
public sealed record LaneBar(double Start, double Length, Tone Tone, bool IsPlanned, string Title, string Href);

/// <param name="Summary">The lane in words, for those who cannot see it.</param>
public sealed record Lane(string JobKey, string Name, string Summary, IReadOnlyList<LaneBar> Bars);

/// <summary>The past and the next 24 hours of all jobs, one lane a job, now in the middle. Pure.</summary>
internal static class Lanes
{
    public static readonly TimeSpan Cell = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan NowsPlace = TimeSpan.FromHours(2.5);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static DateTimeOffset From(DateTimeOffset now) => new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Cell.Ticks), TimeSpan.Zero) - Day;

    public static IReadOnlyList<Lane> Of(
        IReadOnlyList<TimelineCell> ran, IReadOnlyList<ScheduleView> schedules, Func<string, string> nameOf, RestaurantSettings settings, DateTimeOffset now)
    {
        var past = ran.ToLookup(cell => cell.JobKey);
        var plans = schedules.Where(view => view.Schedule.NextAt is not null).ToLookup(view => view.Schedule.JobKey);
        return
        [
            .. past.Select(cells => cells.Key).Union(plans.Select(plan => plan.Key)).Select(key => (Key: key, Name: nameOf(key))).OrderBy(job => job.Name, StringComparer.Ordinal)
                .Select(job => new Lane(job.Key, job.Name, Summary([.. past[job.Key]], [.. plans[job.Key]], settings), [.. Past(past[job.Key], now, settings), .. Planned(plans[job.Key], now, settings)])),
        ];
    }

    /// <summary>Every sixth hour of the restaurant's clock.</summary>
    public static IEnumerable<(double Start, string Text)> Marks(DateTimeOffset now, RestaurantSettings settings)
    {
        var from = From(now);
        for (var at = from; at < from + Day + Day; at += Cell)
        {
            // The word "now" stands in the middle and needs its place.
            if (settings.ToLocal(at) is { Minute: 0 } local && local.Hour % 6 == 0 && (at - now).Duration() > NowsPlace)
                yield return (Share(at, now), local.Hour == 0 ? local.ToString("ddd", CultureInfo.InvariantCulture) : local.ToString("HH:mm", CultureInfo.InvariantCulture));
        }
    }

    public static double Share(DateTimeOffset at, DateTimeOffset now) => (at - From(now)) / (Day + Day);

    // Cells beside each other that went alike are one bar: a job of every minute is one stripe, not a hundred.
    private static IEnumerable<LaneBar> Past(IEnumerable<TimelineCell> cells, DateTimeOffset now, RestaurantSettings settings)
    {
        var open = new List<TimelineCell>();
        foreach (var cell in cells.OrderBy(cell => cell.At))
        {
            if (open.Count > 0 && (ToneOf(open[^1]) != ToneOf(cell) || cell.At - open[^1].At > Cell))
            {
                yield return Bar(open, now, settings);
                open.Clear();
            }

            open.Add(cell);
        }

        if (open.Count > 0)
            yield return Bar(open, now, settings);
    }

    private static LaneBar Bar(List<TimelineCell> cells, DateTimeOffset now, RestaurantSettings settings)
    {
        var (from, until) = (cells[0].At, cells[^1].At + Cell);
        var (runs, failed) = (cells.Sum(cell => cell.Runs), cells.Sum(cell => cell.Failed));
        if (runs == 1 && from.AddMilliseconds(cells[0].Milliseconds) is var end && end > until)
            until = end;
        if (until > now)
            until = now;
        var href = runs == 1
            ? $"/schedules/runs/{cells[0].NewestRun}"
            : $"/schedules?tab=runs&job={Uri.EscapeDataString(cells[0].JobKey)}&since={from.UtcDateTime:yyyy-MM-ddTHH:mm}Z&until={until.UtcDateTime:yyyy-MM-ddTHH:mm}Z";
        var how = cells.Sum(cell => cell.UnderWay) > 0 ? "under way" : failed > 0 ? $"{failed} failed" : "all well";
        return new(Share(from, now), (until - from) / (Day + Day), ToneOf(cells[0]), false, $"{Clock(from, settings)} to {Clock(until, settings)}: {JobLook.Count(runs, "run", "runs")}, {how}", href);
    }

    private static Tone ToneOf(TimelineCell cell) => cell.UnderWay > 0 ? Tone.Accent : cell.Failed > 0 ? Tone.Failed : Tone.Done;

    private static IEnumerable<LaneBar> Planned(IEnumerable<ScheduleView> plans, DateTimeOffset now, RestaurantSettings settings)
    {
        foreach (var view in plans)
        {
            DateTimeOffset? open = null;
            var (last, until) = (now, From(now) + Day + Day);
            for (var at = Next(view.Schedule, now, settings); at < until; at = Next(view.Schedule, NextCell(at.Value).AddTicks(-1), settings))
            {
                if (open is { } start && at - last > Cell + Cell)
                {
                    yield return Bar(view, start, last, now, settings);
                    open = null;
                }

                open ??= at;
                last = at.Value;
            }

            if (open is { } begun)
                yield return Bar(view, begun, last, now, settings);
        }
    }

    private static DateTimeOffset? Next(Schedule schedule, DateTimeOffset after, RestaurantSettings settings) =>
        schedule.Timetable.Next(after, schedule.CreatedAt, settings.Zone);

    private static DateTimeOffset NextCell(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % Cell.Ticks) + Cell.Ticks, TimeSpan.Zero);

    private static LaneBar Bar(ScheduleView view, DateTimeOffset from, DateTimeOffset last, DateTimeOffset now, RestaurantSettings settings)
    {
        // Half a cell wide where it is one firing, so that it can be seen and hit.
        var length = Math.Max((last - from) / (Day + Day), Cell / (Day + Day) / 2);
        var when = from == last ? Clock(from, settings) : $"{Clock(from, settings)} to {Clock(last, settings)}";
        return new(Share(from, now), length, Tone.Neutral, true, $"{when} planned: {view.Words}", $"/schedules/{view.Schedule.Id}");
    }

    private static string Summary(IReadOnlyList<TimelineCell> past, IReadOnlyList<ScheduleView> plans, RestaurantSettings settings)
    {
        var failed = past.Sum(cell => cell.Failed);
        var said = $"{JobLook.Count(past.Sum(cell => cell.Runs), "run", "runs")} in the past 24 hours, {(failed == 0 ? "none" : failed)} failed";
        return plans.Min(plan => plan.Schedule.NextAt) is { } next ? $"{said}; next at {Clock(next, settings)}" : $"{said}; nothing planned";
    }

    private static string Clock(DateTimeOffset at, RestaurantSettings settings) => settings.ToLocal(at).ToString("ddd HH:mm", CultureInfo.InvariantCulture);
}
