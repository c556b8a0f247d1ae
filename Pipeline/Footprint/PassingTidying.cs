namespace Restaurant.Pipeline.Footprint;

/// <summary>
/// Collects what lived through one collection and no longer. What is under way when the collector comes, a page's picture or a message that waits for its
/// turn to end, stays behind each time, and by itself the collector looks at it only when hundreds of MB of it have gathered.
/// </summary>
/// <param name="look">How many bytes of it there are.</param>
internal sealed class PassingTidying(Func<long> look, Action collect, TimeProvider clock, TimeSpan glance)
{
    // Two to four collections' worth in a stream: to collect it costs as much as one more of these.
    private const long Worthwhile = 64 << 20;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(glance, clock, cancellationToken);
            if (look() >= Worthwhile)
                collect();
        }
    }
}
