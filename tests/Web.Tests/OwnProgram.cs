namespace Restaurant.Web.Tests;

/// <summary>A program for one class of tests, whose acts would disturb the others.</summary>
public sealed class OwnProgram : IAsyncLifetime
{
    public TheProgram Program { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Program = await TheProgram.StartAsync(settings: ("Api:PerSecond", "100000"));

    public ValueTask DisposeAsync() => Program.DisposeAsync();
}

/// <summary>The same on a real line.</summary>
public sealed class OwnServer : IAsyncLifetime
{
    public const string MetricsToken = "scrape me";

    public RunningProgram Program { get; private set; } = null!;

    public async ValueTask InitializeAsync() =>
        Program = await RunningProgram.StartAsync(settings: [("Metrics:Token", MetricsToken), ("Logging:LogLevel:Default", "Error")]);

    public ValueTask DisposeAsync() => Program.DisposeAsync();
}
