using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Restaurant.Infrastructure.Team;

namespace Restaurant.Web.Security;

/// <summary>A token counts while its signature and time do, and while its person still has the same security stamp.</summary>
internal sealed class AccessTokenValidation(SigningKey signingKey) : IConfigureNamedOptions<JwtBearerOptions>
{
    public void Configure(JwtBearerOptions options) => Configure(JwtBearerDefaults.AuthenticationScheme, options);

    public void Configure(string? name, JwtBearerOptions options)
    {
        options.MapInboundClaims = false;
        options.TokenValidationParameters = new()
        {
            ValidIssuer = AccessTokens.Issuer,
            ValidAudience = AccessTokens.Issuer,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            NameClaimType = ClaimTypes.Name,
            RoleClaimType = ClaimTypes.Role,
            ClockSkew = TimeSpan.FromSeconds(30),
        };
        options.Events = new() { OnMessageReceived = PrepareAsync, OnTokenValidated = CheckPersonAsync };
    }

    private async Task PrepareAsync(MessageReceivedContext context)
    {
        context.Options.TokenValidationParameters.IssuerSigningKey = await signingKey.GetAsync(context.HttpContext.RequestAborted);

        // A browser's WebSocket cannot send headers.
        if (SecurityRegistration.IsHub(context.Request) && context.Request.Query["access_token"].ToString() is { Length: > 0 } token)
            context.Token = token;
    }

    private static async Task CheckPersonAsync(TokenValidatedContext context)
    {
        var people = context.HttpContext.RequestServices.GetRequiredService<UserManager<Person>>();
        var id = context.Principal?.FindFirstValue(ClaimTypes.NameIdentifier);
        if (id is null || await people.FindByIdAsync(id) is not { Disabled: false } person
            || person.SecurityStamp != context.Principal?.FindFirstValue(AccessTokens.Stamp))
        {
            context.Fail("This token has been revoked. Ask for a new one.");
        }
    }
}
