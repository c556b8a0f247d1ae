using System.Globalization;
using System.Text;

namespace Restaurant.Domain.Understanding.Opinions;

/// <summary>The words a customer wrote, to ask whether a name can have been meant by them.</summary>
internal sealed class SaidWords
{
    // Words that say nothing about which dish is meant.
    private static readonly HashSet<string> Empty = ["the", "a", "an", "of", "with", "and", "in", "on", "our", "style"];

    private static readonly Dictionary<string, int> Numbers = """
        2 two couple both pair double dos deux zwei due 二
        3 three tres trois drei tre 三
        4 four cuatro quatre vier quattro 四
        5 five cinco cinq fuenf cinque 五
        6 six half seis sechs sei 六
        7 seven
        8 eight
        9 nine
        10 ten
        11 eleven
        12 twelve dozen
        """.Split('\n').Select(line => line.Split(' '))
        .SelectMany(line => line.Skip(1).Select(word => (Word: word, Number: int.Parse(line[0], CultureInfo.InvariantCulture))))
        .ToDictionary(pair => pair.Word, pair => pair.Number);

    private readonly HashSet<string> words;
    private readonly HashSet<int> numbers;

    private SaidWords(List<string> all)
    {
        words = [.. all];
        numbers = [.. all.Select(NumberIn).OfType<int>()];
    }

    public static SaidWords Of(string text) => new(Split(text));

    /// <summary>One needs no word, and many dishes named one by one may add up; so only a number above all that was said is refused.</summary>
    public bool SupportsNumber(int number) => number == 1 || numbers.Contains(number) || number <= numbers.Sum();

    /// <summary>At least half of the name's telling words were written, typing slips allowed.</summary>
    public bool Supports(string name)
    {
        var telling = Split(name).Where(word => !Empty.Contains(word)).ToList();
        return telling.Count > 0 && telling.Count(WasWritten) * 2 >= telling.Count;
    }

    private bool WasWritten(string word) => words.Contains(word) || words.Any(said => IsNear(said, word));

    // "avacado" for "avocado", "burgers" for "burger": one slip in short words, two in long ones, none in very short ones.
    private static bool IsNear(string said, string word)
    {
        var slips = word.Length switch { < 4 => 0, < 8 => 1, _ => 2 };
        return Math.Abs(said.Length - word.Length) <= slips && Distance(said, word) <= slips;
    }

    private static int Distance(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
                (diagonal, row[j]) = (row[j], Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (left[i - 1] == right[j - 1] ? 0 : 1)));
        }

        return row[^1];
    }

    private static int? NumberIn(string word) =>
        int.TryParse(word.Trim('x'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : Numbers.TryGetValue(word, out number) ? number : null;

    private static List<string> Split(string text)
    {
        var found = new List<string>();
        var word = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD).Append(' '))
        {
            if (char.IsLetterOrDigit(letter))
            {
                word.Append(char.ToLowerInvariant(letter));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && word.Length > 0)
            {
                found.Add(word.ToString());
                word.Clear();
            }
        }

        return found;
    }
}
