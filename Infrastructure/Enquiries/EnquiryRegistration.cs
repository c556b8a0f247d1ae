using Microsoft.Extensions.DependencyInjection;
using Restaurant.Domain.Enquiries;

namespace Restaurant.Infrastructure.Enquiries;

public static class EnquiryRegistration
{
    public static IServiceCollection AddEnquiries(this IServiceCollection services) => services.AddSingleton<IEnquiries, EnquiryStore>();
}
