using System.Buffers.Binary;

namespace Restaurant.Infrastructure.Database;

/// <summary>Version 7 ids begin with their time, so a stretch of time is a stretch of the primary key.</summary>
internal static class TimedIds
{
    /// <summary>The least id that something of this moment can have.</summary>
    public static Guid FirstOf(DateTimeOffset time)
    {
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, time.ToUnixTimeMilliseconds() << 16);
        bytes[8..].Clear();
        return new(bytes, bigEndian: true);
    }
}
