using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Shared;
using Restaurant.Domain.Team;
using Restaurant.Infrastructure.Database;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Team;

public static class TeamRegistration
{
    public static IServiceCollection AddTeam(this IServiceCollection services)
    {
        services.AddIdentityCore<Person>(options =>
        {
            // Long rather than crooked: rules about signs make people write passwords down.
            options.Password.RequiredLength = 10;
            options.Password.RequiredUniqueChars = 5;
            options.Password.RequireDigit = options.Password.RequireLowercase = false;
            options.Password.RequireUppercase = options.Password.RequireNonAlphanumeric = false;
            options.User.RequireUniqueEmail = true;
            options.User.AllowedUserNameCharacters = "";
            options.Lockout.MaxFailedAccessAttempts = 5;
            options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
        })
            .AddEntityFrameworkStores<RestaurantDb>()
            .AddErrorDescriber<TeamErrors>()
            .AddDefaultTokenProviders();
        return services
            .AddSingleton<IPeople, People>()
            .AddSingleton<IApiKeys, ApiKeys>()
            .AddSingleton<IAuditLog, AuditLog>()
            .AddSingleton<OneTimeLinks>();
    }

    private sealed class TeamErrors : IdentityErrorDescriber
    {
        public override IdentityError DuplicateEmail(string email) => Error($"{email} belongs to somebody already.");

        // The e-mail is the user name: one sentence about it is enough.
        public override IdentityError DuplicateUserName(string userName) => Error("");

        public override IdentityError InvalidEmail(string? email) => Error("Give a valid e-mail address, for example anna@example.com.");

        public override IdentityError InvalidUserName(string? userName) => Error("");

        public override IdentityError PasswordTooShort(int length) => Error($"Take at least {length} characters; a few words are fine.");

        public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) => Error("Take a password with more different characters.");

        private static IdentityError Error(string words) => new() { Code = "", Description = words };
    }
}
