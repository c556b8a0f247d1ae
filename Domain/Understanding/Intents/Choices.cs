namespace Restaurant.Domain.Understanding.Intents;

/// <summary>A text with choices, "(can|could) I have", nested where needed; the alternatives may be empty.</summary>
internal static class Choices
{
    /// <summary>Every text that the choices allow, in order.</summary>
    public static IEnumerable<string> All(string template)
    {
        if (!Split(template, out var before, out var alternatives, out var after))
            return [template];
        return alternatives.SelectMany(alternative => All(alternative + after)).Select(rest => before + rest);
    }

    /// <summary>One of the texts; the same numbers choose the same text.</summary>
    public static string One(string template, Random random)
    {
        while (Split(template, out var before, out var alternatives, out var after))
            template = before + alternatives[random.Next(alternatives.Count)] + after;
        return template;
    }

    private static bool Split(string template, out string before, out List<string> alternatives, out string after)
    {
        (before, alternatives, after) = (template, [], "");
        var open = template.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
            return false;

        var depth = 0;
        var start = open + 1;
        for (var i = open; i < template.Length; i++)
        {
            if (template[i] == '(')
                depth++;
            if (template[i] == ')')
                depth--;
            if ((depth != 1 || template[i] != '|') && depth != 0)
                continue;
            alternatives.Add(template[start..i]);
            start = i + 1;
            if (depth == 0)
            {
                (before, after) = (template[..open], template[start..]);
                return true;
            }
        }

        throw new FormatException($"A bracket is not closed in: {template}");
    }
}
