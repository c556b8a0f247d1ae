using System.Globalization;
using Restaurant.Domain.Jobs;

namespace Restaurant.Pipeline.Jobs;

/// <summary>Long work in short steps: each is a transaction of its own, so that nobody waits behind it and a stop in the middle loses nothing.</summary>
internal static class Steps
{
    private const int Most = 2000;

    /// <param name="step">Gets how much to do at most, and returns how much it did; 0 ends the work.</param>
    /// <param name="what">For people: "traces forgotten".</param>
    public static async Task<int> UntilNothingAsync(Func<int, Task<int>> step, string what, IJobProgress progress)
    {
        var done = 0;
        for (int now; (now = await step(Most)) > 0;)
        {
            done += now;

            // How much is left is not known before it is done: the bar approaches the end without reaching it.
            progress.Report((int)(95 * (1 - Math.Pow(0.9, done / (double)Most))), string.Create(CultureInfo.InvariantCulture, $"{done} {what}"));
        }

        return done;
    }
}
