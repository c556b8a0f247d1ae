using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Restaurant.Domain.Shared;

namespace Restaurant.Domain.Messages;

/// <summary>
/// The one trace in which everything stands that happens because of a message, on whatever node and however much later: its id follows from the
/// message's number, so nothing has to be carried along or stored.
/// </summary>
public static class MessageTrace
{
    private const string InKey = "/message/";

    /// <summary>Keeps the traces of two restaurants apart that send to one collector; set once at start.</summary>
    public static string Place { get; set; } = "restaurant";

    public static ActivityContext Of(long number)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Place} message {number}")), hash);

        // No id may be all zero; that of a hash never is, as far as anybody has seen, but a bit costs nothing.
        hash[0] |= 1;
        BinaryPrimitives.WriteInt64BigEndian(hash[16..], BinaryPrimitives.ReadInt64BigEndian(hash[16..]) | 1);
        return new(
            ActivityTraceId.CreateFromBytes(hash[..16]), ActivitySpanId.CreateFromBytes(hash[16..24]), ActivityTraceFlags.Recorded, isRemote: true);
    }

    /// <summary>Begins a span in the message's trace, linked to the request or the work it happens in; null where nobody listens.</summary>
    public static Activity? Start(string name, ActivityKind kind, long number)
    {
        if (!Telemetry.Activities.HasListeners())
            return null;
        ActivityLink[]? here = Activity.Current is { } current ? [new(current.Context)] : null;
        return Telemetry.Activities.StartActivity(name, kind, Of(number), links: here)?.SetTag("message.number", number);
    }

    /// <summary>The message that a notice is about, by its key; null where it is about none.</summary>
    public static long? NumberIn(string outboxKey)
    {
        var at = outboxKey.IndexOf(InKey, StringComparison.Ordinal);
        if (at < 0)
            return null;
        var rest = outboxKey.AsSpan(at + InKey.Length);
        var end = rest.IndexOf('/');
        return long.TryParse(end < 0 ? rest : rest[..end], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
