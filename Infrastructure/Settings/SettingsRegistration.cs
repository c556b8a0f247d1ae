using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Restaurant.Domain.Live;
using Restaurant.Domain.Settings;
using Restaurant.Domain.Shared;
using Restaurant.Infrastructure.Database;

namespace Restaurant.Infrastructure.Settings;

public static class SettingsRegistration
{
    public static IServiceCollection AddSettings(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ChangeFeed>();
        services.AddDataProtection().SetApplicationName("Restaurant");
        services.AddSingleton<MasterKey>();
        services.AddSingleton<MasterKeyCheck>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new DataProtectionKeys(provider.GetRequiredService<IDbContextFactory<RestaurantDb>>());
            var key = provider.GetRequiredService<MasterKey>();
            if (key.Exists)
                options.XmlEncryptor = new KeyRingEncryption(key);
        }));
        services.AddSingleton<SettingsStore>();
        services.AddSingleton<ISettings>(provider => provider.GetRequiredService<SettingsStore>());
        return services.AddHostedService<SettingsRefresh>();
    }

    /// <exception cref="UnusableSettingException">The secrets in the database were sealed with another master key.</exception>
    public static Task CheckMasterKeyAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<MasterKeyCheck>().RunAsync(cancellationToken);
}
