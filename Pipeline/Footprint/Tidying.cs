namespace Restaurant.Pipeline.Footprint;

/// <summary>Gives back the memory that nobody needs: twice after a start, and whenever it is quiet from then on. Under load it keeps what passes from gathering.</summary>
internal static class Tidying
{
    // When no more is compiled the start is over; if that never comes, a minute is enough.
    private const int Few = 50;
    private const int Glances = 30;
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan QuietGlance = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PassingGlance = TimeSpan.FromSeconds(1);
    private static bool begun;

    /// <summary>Once for the process: of several nodes in it the first one tidies.</summary>
    public static async Task RunAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref begun, true))
            return;
        var passing = new PassingTidying(() => GC.GetGCMemoryInfo(GCKind.Any).GenerationInfo[1].SizeAfterBytes, () => GC.Collect(1), clock, PassingGlance);
        await Task.WhenAll(passing.RunAsync(cancellationToken), GiveBackAsync(clock, cancellationToken));
    }

    private static async Task GiveBackAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        GiveBack();

        // The schedules begin beside the training, and what is used often is compiled once more: that leaves something behind, too.
        await Compilation.SettledAsync(clock, Glance, Few, Glances, cancellationToken);
        GiveBack();
        await new QuietTidying(() => (GC.GetTotalAllocatedBytes(), GC.GetTotalMemory(forceFullCollection: false)), GiveBack, clock, QuietGlance).RunAsync(cancellationToken);
    }

    private static void GiveBack()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        NativeMemory.GiveBack();
        MappedFiles.LetGo();
    }
}
