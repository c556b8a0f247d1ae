using Restaurant.Domain.Shared;

namespace Restaurant.Web.Telemetry;

/// <summary>Where a trace can be looked at, when the owner has a viewer for what the collector keeps.</summary>
public sealed class TraceViewer
{
    private readonly string? address;

    private TraceViewer(string? address) => this.address = address;

    /// <summary>From Telemetry:TraceLink, the viewer's address of one trace with {id} for its id.</summary>
    public static TraceViewer From(IConfiguration configuration)
    {
        if (configuration["Telemetry:TraceLink"] is not { Length: > 0 } address)
            return new(null);
        var isUsable = address.Contains("{id}", StringComparison.Ordinal)
            && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");
        return isUsable
            ? new(address)
            : throw new UnusableSettingException($"Telemetry:TraceLink is not the address of a trace: {address}. Write for example https://traces.example.com/trace/{{id}}.");
    }

    /// <returns>Null where no viewer is configured.</returns>
    public string? LinkTo(string traceId) => address?.Replace("{id}", Uri.EscapeDataString(traceId), StringComparison.Ordinal);
}
