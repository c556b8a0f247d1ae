using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Restaurant.Domain.Settings;

namespace Restaurant.Web.Security;

/// <summary>The key that access tokens are signed with: made once, kept encrypted with the other secrets, the same on every node.</summary>
internal sealed class SigningKey(ISettings settings) : IDisposable
{
    private const string Name = "Tokens:SigningKey";
    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile SymmetricSecurityKey? key;

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
        if (await settings.SecretAsync(Name, cancellationToken) is { } kept)
            return kept;
        await settings.SaveSecretAsync(Name, Convert.ToBase64String(RandomNumberGenerator.GetBytes(64)), "start-up", cancellationToken);

        // Read again: where two nodes started together, the later one's key is everybody's.
        return await settings.SecretAsync(Name, cancellationToken)
            ?? throw new InvalidOperationException("The key for access tokens could not be kept. Check that the database can be written.");
    }

    public void Dispose() => gate.Dispose();
}
