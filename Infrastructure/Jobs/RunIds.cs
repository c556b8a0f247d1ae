using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Restaurant.Infrastructure.Jobs;

/// <summary>
/// Version 7 ids that grow even within a millisecond, so that runs asked for together keep their order: the twelve bits after the time count on.
/// </summary>
internal static class RunIds
{
    private static long last;

    public static Guid Next(DateTimeOffset now)
    {
        var wanted = now.ToUnixTimeMilliseconds() << 12;
        long before, next;
        do
        {
            before = Volatile.Read(ref last);

            // A clock that is set back far must not make new runs look old for long: then time wins over order.
            next = wanted > before || before - wanted > 60_000L << 12 ? wanted : before + 1;
        }
        while (Interlocked.CompareExchange(ref last, next, before) != before);

        Span<byte> bytes = stackalloc byte[16];
        RandomNumberGenerator.Fill(bytes[8..]);
        BinaryPrimitives.WriteInt64BigEndian(bytes, ((next >> 12) << 16) | 0x7000 | (next & 0xFFF));
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }
}
