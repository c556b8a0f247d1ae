using System.Runtime.InteropServices;

namespace Restaurant.Domain.Understanding.Tokens;

/// <summary>Accents are lost where words are looked up; which words had one is kept.</summary>
internal static class ForeignLetters
{
    private const char FirstLetter = '\u00C0';

    public static void Mark(ReadOnlySpan<char> text, List<Token> tokens)
    {
        foreach (ref var token in CollectionsMarshal.AsSpan(tokens))
        {
            if (token.Kind == TokenKind.Word && HasAny(text.Slice(token.Start, token.Length)))
                token = token with { IsForeign = true };
        }
    }

    private static bool HasAny(ReadOnlySpan<char> word)
    {
        foreach (var letter in word)
        {
            if (letter >= FirstLetter && char.IsLetter(letter))
                return true;
        }

        return false;
    }
}
