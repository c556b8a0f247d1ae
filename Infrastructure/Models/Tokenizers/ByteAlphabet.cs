using System.Text;

namespace Restaurant.Infrastructure.Models.Tokenizers;

/// <summary>Writes every byte as one printable character, so that byte-pair encoding never meets an unknown symbol (GPT-2's alphabet).</summary>
internal static class ByteAlphabet
{
    private static readonly char[] Letters = Build();

    public static string Encode(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return string.Create(bytes.Length, bytes, (span, source) =>
        {
            for (var index = 0; index < span.Length; index++)
                span[index] = Letters[source[index]];
        });
    }

    private static char[] Build()
    {
        var letters = new char[256];
        var next = 256;
        for (var value = 0; value < 256; value++)
        {
            var printable = value is (>= '!' and <= '~') or (>= 0xA1 and <= 0xAC) or (>= 0xAE and <= 0xFF);
            letters[value] = (char)(printable ? value : next++);
        }

        return letters;
    }
}
