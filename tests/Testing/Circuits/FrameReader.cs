namespace Restaurant.Testing.Circuits;

/// <summary>Cuts what comes in into messages: first the answer to the handshake, which ends with a mark of its own, then each behind its length.</summary>
internal sealed class FrameReader
{
    private const byte EndOfHandshake = 0x1e;
    private readonly List<byte> pending = [];
    private bool greeted;

    public IReadOnlyList<byte[]> Add(ReadOnlySpan<byte> piece)
    {
        pending.AddRange(piece);
        var messages = new List<byte[]>();
        if (!greeted)
        {
            var end = pending.IndexOf(EndOfHandshake);
            if (end < 0)
                return messages;
            pending.RemoveRange(0, end + 1);
            greeted = true;
        }

        while (TryLength(out var start, out var length) && pending.Count >= start + length)
        {
            messages.Add([.. pending.GetRange(start, length)]);
            pending.RemoveRange(0, start + length);
        }

        return messages;
    }

    private bool TryLength(out int start, out int length)
    {
        (start, length) = (0, 0);
        while (start < pending.Count)
        {
            var part = pending[start];
            length |= (part & 0x7f) << (7 * start++);
            if (part < 0x80)
                return true;
        }

        return false;
    }
}
