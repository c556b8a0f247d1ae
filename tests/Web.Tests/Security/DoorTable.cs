using Restaurant.Domain.Team;
using Restaurant.Web.Security;

namespace Restaurant.Web.Tests.Security;

/// <summary>
/// Every way in, and who may take it. A new route, hub method or command without a row fails a test: whoever opens a door says here for whom.
/// </summary>
internal static class DoorTable
{
    public const string Anybody = nameof(Anybody);

    /// <summary>Any role, by the fallback policy.</summary>
    public const string AnyRole = nameof(AnyRole);

    private const string Rows = """
        /api/auth/me                                 GET          Look
        /api/auth/token                              POST         Anybody   the password is in the request
        /api/enquiries                               GET          Front
        /api/enquiries/{id:guid}                     GET          Front
        /api/enquiries/{id:guid}/answer              POST         Front
        /api/enquiries/{id:guid}/done                POST         Front
        /api/enquiries/{id:guid}/reopen              POST         Front
        /api/filed                                   GET          Front
        /api/filed/{id:guid}                         GET          Front
        /api/filed/{id:guid}/enquiry                 POST         Front
        /api/filed/{id:guid}/move                    POST         Front
        /api/jobs                                    GET          Look
        /api/jobs/status                             GET          Look
        /api/learning                                GET          Manage
        /api/learning/train                          POST         Manage
        /api/menu                                    GET          Look
        /api/menu/export                             GET          Look
        /api/menu/history                            GET          Look
        /api/menu/history/{id:guid}/undo             POST         Manage
        /api/menu/import                             POST         Manage
        /api/menu/items                              GET          Look
        /api/menu/items                              POST         Manage
        /api/menu/items/{id:guid}                    GET          Look
        /api/menu/items/{id:guid}                    PUT,DELETE   Manage
        /api/menu/items/{id:guid}/sold-out           PUT          Kitchen
        /api/messages                                GET,POST     Front
        /api/messages/{number:long}                  GET          Front
        /api/messages/{number:long}/intent           POST         Front
        /api/messages/{number:long}/replay           POST         Front
        /api/orders                                  GET          Kitchen
        /api/orders                                  POST         Front
        /api/orders/day                              GET          Kitchen
        /api/orders/day.csv                          GET          Kitchen
        /api/orders/exports                          GET          Front
        /api/orders/exports/{day}                    GET          Front
        /api/orders/{id:guid}                        GET          Kitchen
        /api/orders/{id:guid}/acknowledge            POST         Kitchen
        /api/orders/{id:guid}/cancel                 POST         Front
        /api/orders/{id:guid}/lines                  PUT          Front
        /api/orders/{id:guid}/move                   POST         Kitchen
        /api/outbox                                  GET          Front
        /api/outbox/figures                          GET          Front
        /api/outbox/retry                            POST         Manage
        /api/outbox/{id:guid}                        GET          Front
        /api/outbox/{id:guid}/retry                  POST         Manage
        /api/reviews                                 GET          Front
        /api/reviews/{id:guid}                       GET          Front
        /api/reviews/{id:guid}/accept                POST         Front
        /api/reviews/{id:guid}/decide                POST         Front
        /api/reviews/{id:guid}/take-back             POST         Front
        /api/runs                                    GET          Look
        /api/runs                                    POST         Manage
        /api/runs/replay                             POST         Manage
        /api/runs/{id:guid}                          GET          Look
        /api/runs/{id:guid}/cancel                   POST         Manage
        /api/runs/{id:guid}/replay                   POST         Manage
        /api/schedules                               GET          Look
        /api/schedules                               POST         Manage
        /api/schedules/pause                         POST         Manage
        /api/schedules/preview                       POST         Look
        /api/schedules/resume                        POST         Manage
        /api/schedules/{id:guid}                     GET          Look
        /api/schedules/{id:guid}                     PUT,DELETE   Manage
        /api/schedules/{id:guid}/pause               POST         Manage
        /api/schedules/{id:guid}/reset               POST         Manage
        /api/schedules/{id:guid}/restore             POST         Manage
        /api/schedules/{id:guid}/resume              POST         Manage
        /api/schedules/{id:guid}/run                 POST         Manage
        /api/simulation                              GET          Look
        /api/simulation/datasets                     GET          Look
        /api/simulation/datasets                     POST         Manage
        /api/simulation/datasets/{id:guid}           DELETE       Manage
        /api/simulation/datasets/{id:guid}/messages  GET          Look
        /api/simulation/pause                        POST         Manage
        /api/simulation/resume                       POST         Manage
        /api/simulation/start                        POST         Manage
        /api/simulation/stop                         POST         Manage
        /api/webhooks/{channel}                      POST         Anybody   the signature is in the request
        /hubs/live                                   *            Look
        /hubs/live/negotiate                         *            Look
        /health/live                                 GET          Anybody   orchestrators have no account
        /health/ready                                GET          Anybody   orchestrators have no account
        /metrics                                     GET          AnyRole   or the token of Metrics:Token
        /openapi/{documentName}.json                 GET          Look
        /sign-out                                    POST         Look
        /                                            GET,POST     Look
        /change-password                             GET,POST     Look
        /enquiries                                   GET,POST     Front
        /enquiries/{Id:guid}                         GET,POST     Front
        /error                                       GET,POST     Anybody   says nothing but that something went wrong
        /forbidden                                   GET,POST     Look
        /inbox                                       GET,POST     Front
        /inbox/{Number:long}                         GET,POST     Front
        /kitchen                                     GET,POST     Kitchen
        /learning                                    GET,POST     Manage
        /menu                                        GET,POST     Look
        /miscellaneous                               GET,POST     Front
        /not-found                                   GET,POST     Anybody   says nothing but that there is nothing
        /orders                                      GET,POST     Kitchen
        /orders/new                                  GET,POST     Front
        /orders/{Id:guid}                            GET,POST     Kitchen
        /outbox                                      GET,POST     Front
        /playground                                  GET,POST     Look
        /review                                      GET,POST     Front
        /review/{Id:guid}                            GET,POST     Front
        /schedules                                   GET,POST     Look
        /schedules/limits                            GET,POST     Manage
        /schedules/new                               GET,POST     Manage
        /schedules/runs/{Id:guid}                    GET,POST     Look
        /schedules/{Id:guid}                         GET,POST     Look
        /settings                                    GET,POST     Look
        /sign-in                                     GET,POST     Anybody   this is where one comes in
        /styles                                      GET,POST     Own
        /welcome                                     GET,POST     Anybody   the one-time link is in the address
        /_blazor                                     *            AnyRole
        /_blazor/disconnect                          *            AnyRole
        /_blazor/initializers                        *            AnyRole
        /_blazor/negotiate                           *            AnyRole
        /_framework/opaque-redirect                  GET          AnyRole
        /{**path:file}                               GET,HEAD     AnyRole
        """;

    /// <summary>What a listener of a hub may call, by hub and method. There is nothing: the hub speaks, and listeners ask the API.</summary>
    public static IReadOnlyDictionary<string, string> HubMethods { get; } = new Dictionary<string, string>();

    /// <summary>Commands ask for no sign-in: who may start the program holds the database's key. None of them can be reached over the network.</summary>
    public static IReadOnlyList<string> Commands { get; } = ["backup", "bench", "embeddings", "menu", "restore", "serve", "simulate", "understand", "users"];

    public static IReadOnlyList<Door> Doors { get; } =
    [
        .. from row in Rows.Split('\n')
           let cells = row.Split(' ', 4, StringSplitOptions.RemoveEmptyEntries)
           from method in cells[1].Split(',')
           select new Door(method, cells[0], cells[2].Trim()),
    ];

    private static readonly Dictionary<string, IReadOnlyList<string>> RolesOf = new()
    {
        [AnyRole] = Role.All,
        [Policies.Look] = Role.All,
        [Policies.Kitchen] = Role.All,
        [Policies.Front] = [Role.Owner, Role.Manager, Role.Front],
        [Policies.Manage] = [Role.Owner, Role.Manager],
        [Policies.Own] = [Role.Owner],
    };

    internal sealed record Door(string Method, string Template, string For)
    {
        public bool IsPublic => For == Anybody;

        public bool OpensFor(string role) => IsPublic || RolesOf[For].Contains(role);

        /// <summary>A request that reaches the door; its body says nothing, so that who may come in changes nothing either.</summary>
        public HttpRequestMessage Knock()
        {
            var request = new HttpRequestMessage(new(Method == "*" ? "POST" : Method), Fill());
            if (Method is not ("GET" or "HEAD"))
                request.Content = new StringContent("{}", null, Template is "/api/simulation/datasets" or "/api/menu/import" ? "text/csv" : "application/json");
            return request;
        }

        public override string ToString() => $"{Method} {Template}";

        private string Fill() => string.Join('/', Template.Split('/').Select(part =>
            !part.Contains('{', StringComparison.Ordinal) ? part
            : part.Contains("file", StringComparison.Ordinal) ? "x.y"
            : part.Contains("long", StringComparison.Ordinal) ? "999999999"
            : part.Contains("guid", StringComparison.Ordinal) ? Guid.Empty.ToString()
            : part.EndsWith(".json", StringComparison.Ordinal) ? "v1.json" : "x"));
    }
}
