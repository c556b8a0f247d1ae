using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Restaurant.Testing.Circuits;

/// <summary>As much of MessagePack as a page says to its server.</summary>
internal sealed class PackWriter
{
    private readonly ArrayBufferWriter<byte> written = new();

    /// <summary>The message behind its length, as the wire has it.</summary>
    public byte[] Framed()
    {
        var framed = new ArrayBufferWriter<byte>();
        for (var rest = (uint)written.WrittenCount; ; rest >>= 7)
        {
            framed.Write([(byte)(rest < 0x80 ? rest : rest | 0x80)]);
            if (rest < 0x80)
                break;
        }

        framed.Write(written.WrittenSpan);
        return framed.WrittenSpan.ToArray();
    }

    public PackWriter Array(int length) => Byte((byte)(0x90 | length));

    public PackWriter EmptyMap() => Byte(0x80);

    public PackWriter Value(object? value) => value switch
    {
        null => Byte(0xc0),
        bool flag => Byte(flag ? (byte)0xc3 : (byte)0xc2),
        int number => Long(number),
        long number => Long(number),
        string text => Text(text),
        _ => throw new ArgumentException($"A page says no {value.GetType().Name}.", nameof(value)),
    };

    private PackWriter Long(long value)
    {
        Byte(0xd3);
        BinaryPrimitives.WriteInt64BigEndian(written.GetSpan(8), value);
        written.Advance(8);
        return this;
    }

    private PackWriter Text(string text)
    {
        Byte(0xdb);
        BinaryPrimitives.WriteInt32BigEndian(written.GetSpan(4), Encoding.UTF8.GetByteCount(text));
        written.Advance(4);
        written.Write(Encoding.UTF8.GetBytes(text));
        return this;
    }

    private PackWriter Byte(byte value)
    {
        written.Write([value]);
        return this;
    }
}
