namespace Restaurant.Pipeline.Footprint;

/// <summary>Gives back the memory that nobody needs: twice after a start, and whenever it is quiet from then on. Under load it keeps what passes from gathering.</summary>
internal static class Tidying
{
    // When so little is compiled the start is over, and what is used often is still being compiled once more: of 2,000 methods at first 100 to 250 are left after
    // eight seconds, and 50 after twenty. If that never comes, a minute is enough.
    private const int Few = 300;
    private const int Glances = 30;
    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan QuietGlance = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan PassingGlance = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan FreedGlance = TimeSpan.FromMinutes(1);
    private static bool begun;

    /// <summary>Once for the process: of several nodes in it the first one tidies.</summary>
    public static async Task RunAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Interlocked.Exchange(ref begun, true))
            return;
        var passing = new PassingTidying(() => GC.GetGCMemoryInfo(GCKind.Any).GenerationInfo[1].SizeAfterBytes, () => GC.Collect(1), clock, PassingGlance);
        await Task.WhenAll(passing.RunAsync(cancellationToken), GiveBackFreedAsync(clock, cancellationToken), GiveBackAsync(clock, cancellationToken));
    }

    /// <summary>Under load, too: what the compiler frees goes on growing for as long as it goes on compiling.</summary>
    private static async Task GiveBackFreedAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        while (true)
        {
            await Task.Delay(FreedGlance, clock, cancellationToken);
            NativeMemory.GiveBack();
        }
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
