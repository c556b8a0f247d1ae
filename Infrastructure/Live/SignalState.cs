namespace Restaurant.Infrastructure.Live;

/// <summary>How signals travel between nodes, and whether they do, for the readiness page.</summary>
public sealed class SignalState
{
    /// <summary>Null where there is one node only.</summary>
    public string? Carrier { get; private set; }

    /// <summary>Null while all is well.</summary>
    public string? Problem { get; private set; }

    internal void Works(string carrier) => (Carrier, Problem) = (carrier, null);

    internal void Failed(string problem) => Problem = problem;
}
