using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Restaurant.Infrastructure.Team;

/// <summary>Random tokens and their hashes. 256 random bits cannot be guessed, so one round of SHA-256 is enough.</summary>
internal static class Secrets
{
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
