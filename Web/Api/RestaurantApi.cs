namespace Restaurant.Web.Api;

internal static class RestaurantApi
{
    /// <summary>The REST API, one file a group.</summary>
    public static void MapApi(this IEndpointRouteBuilder app)
    {
        var routes = app.MapGroup("").WithBodyRules();
        routes.MapAuth();
        routes.MapEnquiries();
        routes.MapFiled();
        routes.MapJobs();
        routes.MapLearning();
        routes.MapMenu();
        routes.MapMessages();
        routes.MapOrders();
        routes.MapOrderExports();
        routes.MapOutbox();
        routes.MapReviews();
        routes.MapRuns();
        routes.MapSchedules();
        routes.MapSimulation();
        routes.MapWebhooks();
    }
}
