using System.Buffers.Binary;
using System.Text;

namespace Restaurant.Testing.Circuits;

/// <summary>As much of MessagePack as a server says to a page: null, flags, whole numbers, texts, bytes (their length alone), lists and maps.</summary>
internal ref struct PackReader(ReadOnlySpan<byte> message)
{
    private ReadOnlySpan<byte> rest = message;

    public object? Read() => Take(1)[0] switch
    {
        < 0x80 and var small => (long)small,
        <= 0x8f and var map => Map(map & 0x0f),
        <= 0x9f and var list => List(list & 0x0f),
        <= 0xbf and var text => Text(text & 0x1f),
        0xc0 => null,
        0xc2 => false,
        0xc3 => true,
        0xc4 => Bytes((int)Number(1)),
        0xc5 => Bytes((int)Number(2)),
        0xc6 => Bytes((int)Number(4)),
        0xcc or 0xd0 => Number(1),
        0xcd or 0xd1 => Number(2),
        0xce or 0xd2 => Number(4),
        0xcf or 0xd3 => Number(8),
        0xd9 => Text((int)Number(1)),
        0xda => Text((int)Number(2)),
        0xdb => Text((int)Number(4)),
        0xdc => List((int)Number(2)),
        0xde => Map((int)Number(2)),
        >= 0xe0 and var negative => (long)(sbyte)negative,
        var other => throw new InvalidDataException($"A page is told no 0x{other:x2}."),
    };

    private long Number(int size)
    {
        Span<byte> wide = stackalloc byte[8];
        Take(size).CopyTo(wide[(8 - size)..]);
        return BinaryPrimitives.ReadInt64BigEndian(wide);
    }

    private string Text(int length) => Encoding.UTF8.GetString(Take(length));

    private int Bytes(int length)
    {
        Take(length);
        return length;
    }

    private object?[] List(int length)
    {
        var items = new object?[length];
        for (var at = 0; at < length; at++)
            items[at] = Read();
        return items;
    }

    private object?[] Map(int length) => List(2 * length);

    private ReadOnlySpan<byte> Take(int length)
    {
        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }
}
