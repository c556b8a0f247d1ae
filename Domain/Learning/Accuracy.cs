using Restaurant.Domain.Reviews;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Learning;

/// <summary>How often people agreed with us, by week and by intent. Only what a person looked at is counted.</summary>
/// <param name="Confusion">How many messages that we took for the first intent a person took for the second.</param>
public sealed record Accuracy(IReadOnlyList<WeekOfVerdicts> Weeks, IReadOnlyDictionary<(Intent Understood, Intent Decided), int> Confusion)
{
    public int Judged => Weeks.Sum(week => week.Judged);

    public int Right => Weeks.Sum(week => week.Right);

    public static Accuracy Of(IEnumerable<Verdict> verdicts, RestaurantSettings settings)
    {
        var all = verdicts.ToList();
        var weeks = all.GroupBy(verdict => Monday(settings.DayOf(verdict.DecidedAt))).OrderBy(week => week.Key)
            .Select(week => new WeekOfVerdicts(week.Key, week.Count(), week.Count(verdict => !verdict.Corrected)));
        var confusion = all.GroupBy(verdict => (verdict.UnderstoodIntent, verdict.DecidedIntent)).ToDictionary(cell => cell.Key, cell => cell.Count());
        return new([.. weeks], confusion);
    }

    private static DateOnly Monday(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
}

/// <param name="Monday">The first day of the week, in the restaurant's time zone.</param>
/// <param name="Right">Left as it was understood.</param>
public sealed record WeekOfVerdicts(DateOnly Monday, int Judged, int Right)
{
    public double Share => Judged == 0 ? 0 : (double)Right / Judged;
}
