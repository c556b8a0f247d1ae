using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Restaurant.Domain.Team;

namespace Restaurant.Web.Security;

/// <summary>Programs that call the API with a key from Settings.</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "ApiKey";
    public const string Header = "X-Api-Key";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header].ToString() is not { Length: > 0 and < 200 } sent)
            return AuthenticateResult.NoResult();
        if (await keys.FindAsync(sent, Context.RequestAborted) is not { } key)
            return AuthenticateResult.Fail("This API key is unknown, revoked or has ended.");

        var identity = new ClaimsIdentity(
            [
                new(ClaimTypes.NameIdentifier, key.Id.ToString()),
                new(ClaimTypes.Name, $"key {key.Name}"),
                new(ClaimTypes.Role, key.Role),
            ], Scheme);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme));
    }
}
