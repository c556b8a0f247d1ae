namespace Restaurant.Web.Api;

internal static class RestaurantApi
{
    /// <summary>The REST API, one file a group.</summary>
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        routes.MapEnquiries();
        routes.MapFiled();
        routes.MapMessages();
        routes.MapOrders();
        routes.MapOutbox();
        routes.MapReviews();
        routes.MapLearning();
        routes.MapWebhooks();
        routes.MapMenu();
        routes.MapOrders();
        routes.MapOutbox();
        routes.MapReviews();
        routes.MapSimulation();
        routes.MapAuth();
    }
}
