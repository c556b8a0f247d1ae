using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Restaurant.Domain.Orders;
using Restaurant.Infrastructure.Shared;

namespace Restaurant.Infrastructure.Orders;

public static class OrderRegistration
{
    public static IServiceCollection AddOrders(this IServiceCollection services)
    {
        services.TryAddSingleton<Acts>();
        services.AddSingleton<OrderPlacing>();
        services.AddSingleton<OrderNotices>();
        services.AddSingleton<IOrderExports, OrderExports>();
        return services.AddSingleton<IOrders, OrderStore>();
    }
}
