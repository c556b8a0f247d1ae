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
            return key ??= new(Convert.FromBase64String(await ReadOrMakeAsync(cancellationToken)));
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<string> ReadOrMakeAsync(CancellationToken cancellationToken)
    {
        // One that a lost master key had sealed is made anew: the tokens it signed end, as they would soon have anyway.
        var state = await settings.SecretStateAsync(Name, cancellationToken);
        if (state.Source != SecretSource.Unreadable && await settings.SecretAsync(Name, cancellationToken) is { } kept)
            return kept;
        await settings.SaveSecretAsync(Name, Convert.ToBase64String(RandomNumberGenerator.GetBytes(64)), "start-up", cancellationToken);

        // Read again: where two nodes started together, the later one's key is everybody's.
        return await settings.SecretAsync(Name, cancellationToken)
            ?? throw new InvalidOperationException("The key for access tokens could not be kept. Check that the database can be written.");
    }

    public void Dispose() => gate.Dispose();
}
