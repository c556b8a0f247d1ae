namespace Restaurant.Pipeline.Footprint;

/// <summary>
/// Gives memory back while nobody uses the program. What an idle program looks after leaves some hundred KB a second behind, and by itself the collector
/// comes when hundreds of MB have gathered; after a rush they would stay for as long as it is quiet.
/// </summary>
/// <param name="look">How many bytes were ever taken, and how many are held, garbage included.</param>
internal sealed class QuietTidying(Func<(long Taken, long Held)> look, Action giveBack, TimeProvider clock, TimeSpan glance)
{
    // An idle program takes about half of it between two glances; one that takes in a message now and then takes more.
    private const long Quiet = 3 << 20;

    // A collection of everything stops everybody for tens of milliseconds: not for less than this, which gathers in more than half a minute. A schedule that
    // is due for the first time leaves as much behind at once.
    private const long Worthwhile = 10 << 20;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (taken, least) = look();
        while (true)
        {
            await Task.Delay(glance, clock, cancellationToken);
            var (now, held) = look();
            var isQuiet = now - taken < Quiet;
            taken = now;
            least = Math.Min(least, held);
            if (!isQuiet || held - least < Worthwhile)
                continue;
            giveBack();
            (taken, least) = look();
        }
    }
}
