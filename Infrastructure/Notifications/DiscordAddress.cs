using Restaurant.Infrastructure.Http;

namespace Restaurant.Infrastructure.Notifications;

/// <summary>Only a webhook of Discord's is called, and only encrypted, unless who runs the program allows another host.</summary>
internal static class DiscordAddress
{
    private static readonly string[] Hosts = ["discord.com", "canary.discord.com", "ptb.discord.com", "discordapp.com"];

    /// <returns>Why the address cannot be used, without repeating it; null when it can.</returns>
    public static string? Problem(string address, OutboundRules rules)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
            return "This is not a web address. Copy the whole webhook URL from Discord; it begins with https://discord.com/api/webhooks/.";
        if (rules.Allows(uri.Host, uri.Port))
            return null;
        if (uri.Scheme != Uri.UriSchemeHttps || uri.UserInfo.Length > 0)
            return "The address must begin with https:// and hold no name or password.";
        if (!Hosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase) || !uri.IsDefaultPort)
            return $"{uri.Host} is not Discord. A webhook's address begins with https://discord.com/api/webhooks/; another host must be in Outbound:Allow.";
        return IsWebhook(uri.Segments) ? null : "The address is Discord's, but not of a webhook: it should go on with /api/webhooks/, a number and a token.";
    }

    /// <summary>Whether the address is one of Discord's, good or not.</summary>
    public static bool IsDiscord(string address) => Uri.TryCreate(address, UriKind.Absolute, out var uri) && Hosts.Contains(uri.Host, StringComparer.OrdinalIgnoreCase);

    // "/", "api/", perhaps "v10/", "webhooks/", the number, the token
    private static bool IsWebhook(string[] segments)
    {
        var parts = segments.Select(segment => segment.Trim('/')).Where(part => part.Length > 0).ToList();
        if (parts.Count == 5 && parts[1] is ['v', .. var version] && version.All(char.IsAsciiDigit))
            parts.RemoveAt(1);
        return parts is ["api", "webhooks", var id, { Length: > 0 }] && id.All(char.IsAsciiDigit);
    }
}
