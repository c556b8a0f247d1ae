using System.Globalization;
using System.Text.RegularExpressions;
using Restaurant.Domain.Menu;

namespace Restaurant.Domain.Understanding.Compile;

/// <summary>
/// "23. Kung Po Chicken", or "23" as another name: where a menu numbers its dishes, the number counts something as long as anything else explains it.
/// </summary>
internal sealed partial class NumberedNames
{
    private const int Fewest = 3;

    public static readonly NumberedNames None = new(null, false);

    private readonly Regex? form;
    private readonly bool isLettered;

    private NumberedNames(Regex? form, bool isLettered) => (this.form, this.isLettered) = (form, isLettered);

    public static NumberedNames Of(RestaurantMenu menu)
    {
        // "7 Up" and "6 Wings" are names; numbers of a menu go through most of it, each once.
        var marked = menu.Items.Select(item => Marked().Match(item.Name)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToList();
        if (marked.Count >= Fewest && marked.Distinct().Count() == marked.Count)
            return new(Marked(), false);
        var lettered = menu.Items.Select(item => Lettered().Match(item.Name)).Where(match => match.Success).Select(match => Folded(match)).ToList();
        if (lettered.Count >= Fewest && lettered.Distinct().Count() == lettered.Count)
            return new(Lettered(), true);
        var bare = menu.Items.Select(item => Bare().Match(item.Name)).Where(match => match.Success).Select(match => match.Groups[1].Value).ToList();
        return bare.Count >= Fewest && bare.Count * 2 > menu.Items.Count() && bare.Distinct().Count() == bare.Count ? new(Bare(), false) : None;
    }

    public int? NumberOf(string name) =>
        !isLettered && form?.Match(name) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>"B12 Egg Tart": the code before the name, small.</summary>
    public string? CodeOf(string name) => isLettered && form?.Match(name) is { Success: true } match ? Folded(match) : null;

    /// <summary>An other name that is nothing but a number: "27", "no. 27".</summary>
    public static int? NumberIn(string alias) =>
        Alone().Match(alias) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    public string WithoutNumber(string name) => form is null ? name : form.Replace(name, "");

    [GeneratedRegex(@"^\s*(?:no\.?|nr\.?|#)?\s*(\d{1,3})\s*[.):\-–]\s*(?=\D)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Marked();

    [GeneratedRegex(@"^\s*(?:no\.?|nr\.?|#)?\s*(\d{1,3})\.?\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    private static string Folded(Match match) => match.Groups[1].Value.ToLowerInvariant();

    [GeneratedRegex(@"^\s*([A-Za-z]{1,2}\d{1,2})[.):]?\s+(?=\D)", RegexOptions.CultureInvariant)]
    private static partial Regex Lettered();

    [GeneratedRegex(@"^\s*(?:no\.?|nr\.?|#)?\s*(\d{1,3})\s+(?=\D)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
