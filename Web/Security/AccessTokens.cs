using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Restaurant.Infrastructure.Team;

namespace Restaurant.Web.Security;

/// <summary>Short-lived tokens for programs that act for a person. A token ends with the person's security stamp.</summary>
internal sealed class AccessTokens(SigningKey signingKey, TimeProvider clock)
{
    public const string Issuer = "restaurant";
    public const string Stamp = "stamp";
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(60);

    public async Task<(string Token, DateTimeOffset ExpiresAt)> IssueAsync(Person person, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var token = new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Issuer,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + Life).UtcDateTime,
            Subject = new ClaimsIdentity(
                [
                    new(ClaimTypes.NameIdentifier, person.Id.ToString()),
                    new(ClaimTypes.Name, person.Email ?? ""),
                    new(ClaimTypes.Role, person.Role),
                    new(Stamp, person.SecurityStamp ?? ""),
                ]),
            SigningCredentials = new(await signingKey.GetAsync(cancellationToken), SecurityAlgorithms.HmacSha256),
        });
        return (token, now + Life);
    }
}
