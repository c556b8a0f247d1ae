using Restaurant.Domain.Understanding.Lattice;
using Restaurant.Domain.Understanding.Lexicon;
using Restaurant.Domain.Understanding.Tokens;

namespace Restaurant.Domain.Understanding.Search;

/// <summary>What stands at a place of the message. Any place may be asked for: before the first word and behind the last stands nothing.</summary>
internal static class WordsAt
{
    extension(Reader reader)
    {
        /// <summary>The word at this place; empty where there is none.</summary>
        public string KeyAt(int token) => (uint)token < (uint)reader.Tokens.Count ? reader.Tokens[token].Key : "";

        /// <summary>"The chicken one", "the large ones": stands for a dish.</summary>
        public bool IsOne(int token) => reader.KeyAt(token) is "one" or "ones";

        /// <summary>Whether nothing more is said in this clause.</summary>
        public bool EndsClause(int token) => token >= reader.Tokens.Count || reader.Tokens[token].IsBreak;

        /// <summary>"Chips (large)", "nuggets (6)".</summary>
        public bool IsInBrackets(int start, int end) => reader.KeyAt(start - 1) == Token.Open && reader.KeyAt(end) == Token.Close;

        /// <summary>"12" or "twelve", whatever else the menu calls by it.</summary>
        public bool IsNumber(int token) =>
            (uint)token < (uint)reader.Tokens.Count && (reader.Tokens[token].Kind == TokenKind.Number || reader.MeaningOf(token) is { Cue: Cue.Quantity });

        /// <summary>The value of the number at this place; 0 where there is none.</summary>
        public int NumberAt(int token) =>
            (uint)token >= (uint)reader.Tokens.Count ? 0 : reader.Tokens[token].Kind is TokenKind.Number or TokenKind.Noise ? reader.Tokens[token].Value : reader.MeaningOf(token) is { Cue: Cue.Quantity, Value: var value } ? value : 0;

        /// <summary>Whether a dish is named at this place.</summary>
        public bool NamesDish(int token)
        {
            foreach (var next in reader.From(token))
            {
                if (next.Kind == SegmentKind.Item)
                    return true;
            }

            return false;
        }

        /// <summary>Whether a size is named at this place.</summary>
        public bool NamesSize(int token)
        {
            foreach (var next in reader.From(token))
            {
                if (next.Kind == SegmentKind.Size)
                    return true;
            }

            return false;
        }

        /// <summary>Whether a phrase with this meaning begins here: "for my son", "on the side".</summary>
        public bool Begins(int token, Cue cue)
        {
            foreach (var next in reader.From(token))
            {
                if (next.Kind == SegmentKind.Phrase && next.Cue == cue)
                    return true;
            }

            return false;
        }

        /// <summary>Whether an extra that this dish is had with begins at this place.</summary>
        public bool OffersNext(int item, int token)
        {
            foreach (var next in reader.From(token))
            {
                if (next.Kind == SegmentKind.Modifier && reader.OffersAny(item, next.Modifiers))
                    return true;
            }

            return false;
        }

        /// <summary>"On corn": also by a part of the extra's name.</summary>
        public bool MayOfferNext(int item, int token)
        {
            foreach (var next in reader.From(token))
            {
                if (next.Kind == SegmentKind.Modifier && reader.OffersAny(item, next.PartOfModifiers))
                    return true;
            }

            return false;
        }

        private ReadOnlySpan<Segment> From(int token) => token < reader.Tokens.Count ? reader.Lattice.At(token) : [];
    }
}
