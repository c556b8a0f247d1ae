using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Shared;

namespace Restaurant.Web.Security;

/// <summary>
/// The key that access tokens are signed with: made once, at the first start, kept encrypted with the other secrets, the same on every node.
/// </summary>
internal sealed class SigningKey(ISettings settings, IOutages outages) : IHostedService, IDisposable
{
    private const string Name = "Tokens:SigningKey";
    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile SymmetricSecurityKey? key;

    // Before anybody asks for a token: by then the disk may be full, and to sign in must not need room.
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await GetAsync(cancellationToken);
        }
        catch (Exception exception) when (outages.IsOutage(exception))
        {
            // Made by the first who asks for a token.
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask<SecurityKey> GetAsync(CancellationToken cancellationToken)
    {
        if (key is { } known)
            return known;
        await gate.WaitAsync(cancellationToken);
        try
        {
            // One that a lost master key had sealed is made anew: the tokens it signed end, as they would soon have anyway.
            return key ??= new(Convert.FromBase64String(await settings.SecretOrNewAsync(Name, New, "start-up", cancellationToken)));
        }
        finally
        {
            gate.Release();
        }
    }

    private static string New() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(64));

    public void Dispose() => gate.Dispose();
}
