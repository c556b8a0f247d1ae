using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Team;

namespace Restaurant.Web.Security;

/// <summary>While nobody owns the restaurant, each start prints a link that makes the owner. To the console only: a log is kept and read by others.</summary>
internal sealed partial class FirstOwnerLink(OneTimeLinks links, IServer server, NodeRole role, ILogger<FirstOwnerLink> logger) : IHostedLifecycleService
{
    /// <summary>What was printed; null where there is an owner.</summary>
    public string? Printed { get; private set; }

    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        // A link to a node without pages would lead nowhere.
        if (!role.Serves || await links.FirstOwnerAsync(cancellationToken) is not { } token)
            return;
        Printed = $"{Address()}/welcome?token={token}";
        Log.NoOwner(logger);
        Console.WriteLine($"""

              Welcome. Open this link to become the owner (it works once, for 24 hours):

                {Printed}

            """);
    }

    // Whatever it listens on, a browser on this machine reaches it as localhost.
    private string Address()
    {
        var address = server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "http://localhost";
        return address.Replace("//[::]", "//localhost", StringComparison.Ordinal)
            .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
            .Replace("//*", "//localhost", StringComparison.Ordinal)
            .Replace("//+", "//localhost", StringComparison.Ordinal)
            .TrimEnd('/');
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Nobody owns this restaurant yet: a one-time link was printed to the console")]
        public static partial void NoOwner(ILogger logger);
    }
}
