using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Identity;
using Restaurant.Infrastructure.Team;

namespace Restaurant.Web.Security;

internal static class SecurityRegistration
{
    public const string CookieName = "restaurant";
    private const string AnyScheme = "Any";

    /// <summary>Pages sign in with a cookie, programs with a token or an API key; whatever names no policy is closed to strangers.</summary>
    public static IServiceCollection AddSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication(AnyScheme)
            .AddPolicyScheme(AnyScheme, null, options => options.ForwardDefaultSelector = SchemeOf)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.Scheme, null)
            .AddJwtBearer()
            .AddIdentityCookies();
        services.ConfigureApplicationCookie(SetCookie);
        services.AddSingleton<SigningKey>();
        services.AddHostedService(provider => provider.GetRequiredService<SigningKey>());
        services.AddSingleton<AccessTokens>();
        services.ConfigureOptions<AccessTokenValidation>();

        new IdentityBuilder(typeof(Person), services).AddSignInManager().AddClaimsPrincipalFactory<PersonClaims>();
        services.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.FromSeconds(30));
        services.AddScoped<AuthenticationStateProvider, CircuitAuthentication>();
        services.AddScoped<PasswordCheck>();
        services.AddSingleton<SignInLimits>();
        services.AddSingleton<FirstOwnerLink>();
        services.AddHostedService(provider => provider.GetRequiredService<FirstOwnerLink>());

        services.AddAuthorizationBuilder().AddPolicies();
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "restaurant.form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddApiLimits(configuration);
        services.AddCors(options => options.AddDefaultPolicy(policy => policy
            .WithOrigins(configuration.GetSection("Cors:Origins").Get<string[]>() ?? [])
            .AllowAnyHeader()
            .AllowAnyMethod()));
        return services;
    }

    private static string SchemeOf(HttpContext context) =>
        context.Request.Headers.ContainsKey(ApiKeyAuthentication.Header) ? ApiKeyAuthentication.Scheme
        : context.Request.Headers.Authorization.ToString().StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            || (IsHub(context.Request) && context.Request.Query.ContainsKey("access_token")) ? JwtBearerDefaults.AuthenticationScheme
        : IdentityConstants.ApplicationScheme;

    internal static bool IsHub(HttpRequest request) => request.Path.StartsWithSegments("/hubs");

    /// <summary>Asked by a program, not by somebody at a browser: answered with a status, never with a page.</summary>
    internal static bool IsForPrograms(HttpRequest request) =>
        IsHub(request) || request.Headers.ContainsKey(ApiKeyAuthentication.Header) || request.Headers.ContainsKey("Authorization")
        || new[] { "/api", "/mcp", "/openapi", "/metrics", "/health", "/_blazor" }.Any(start => request.Path.StartsWithSegments(start));

    private static void SetCookie(Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = CookieName;
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = TimeSpan.FromDays(14);
        cookie.LoginPath = "/sign-in";
        cookie.LogoutPath = "/sign-out";
        cookie.AccessDeniedPath = "/forbidden";
        cookie.ReturnUrlParameter = "returnUrl";
        cookie.Events.OnRedirectToLogin = Answer(HttpStatusCode.Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = Answer(HttpStatusCode.Forbidden);
    }

    private static Func<RedirectContext<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions>, Task> Answer(HttpStatusCode status) => context =>
    {
        if (IsForPrograms(context.Request))
            context.Response.StatusCode = (int)status;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    };
}
