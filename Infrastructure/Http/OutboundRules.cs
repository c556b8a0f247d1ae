using Microsoft.Extensions.Configuration;

namespace Restaurant.Infrastructure.Http;

/// <summary>
/// Outbound:Allow lists hosts, each "name" or "name:port", that may be called although they are not on the internet or not encrypted:
/// a company's own relay, a test's server. What is typed in the browser cannot widen this list; only who runs the program can.
/// </summary>
public sealed class OutboundRules
{
    private readonly HashSet<string> allowed;

    public OutboundRules(IConfiguration configuration)
    {
        var section = configuration.GetSection("Outbound:Allow");
        var hosts = section.GetChildren().Select(child => child.Value ?? "").Append(section.Value ?? "");
        allowed = hosts.SelectMany(value => value.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    public bool Allows(string host, int port) => allowed.Contains(host) || allowed.Contains($"{host}:{port}");
}
