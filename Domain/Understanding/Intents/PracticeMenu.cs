using Restaurant.Domain.Menu;

namespace Restaurant.Domain.Understanding.Intents;

/// <summary>An invented menu from a text file, and what people ask for that it does not have.</summary>
internal sealed record PracticeMenu(string Language, RestaurantMenu Menu, MenuIndex Index, IReadOnlyList<string> Others)
{
    /// <summary>How people call the dishes: names and other names, each once.</summary>
    public IReadOnlyList<string> Spoken { get; } =
        Menu.Items.SelectMany(item => item.Aliases.Prepend(item.Name)).Select(name => name.ToLowerInvariant()).Distinct().ToList();

    public IReadOnlyList<string> Sizes { get; } = Menu.Items.SelectMany(item => item.Sizes).Select(size => size.Name).Distinct().ToList();

    public IReadOnlyList<string> Extras { get; } =
        Menu.ModifierGroups.SelectMany(group => group.Modifiers).Select(modifier => modifier.Name.ToLowerInvariant()).Distinct().ToList();

    public static IReadOnlyList<PracticeMenu> Read(string file)
    {
        var menus = new List<PracticeMenu>();
        Draft? draft = null;
        foreach (var line in EmbeddedText.Lines(file))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            var (key, rest) = colon < 0 ? ("", line) : (line[..colon], line[(colon + 1)..].Trim());
            if (key == "menu")
            {
                if (draft is not null)
                    menus.Add(draft.Finish());
                var comma = rest.IndexOf(',', StringComparison.Ordinal);
                draft = new(rest[..comma], rest[(comma + 1)..].Trim());
            }
            else if (draft is null)
            {
                throw new FormatException($"{file}: a menu begins with \"menu: language, name\", not with \"{line}\".");
            }
            else
            {
                draft.Take(key, rest);
            }
        }

        if (draft is not null)
            menus.Add(draft.Finish());
        return menus;
    }

    private sealed class Draft(string language, string name)
    {
        private readonly List<MenuItem> items = [];
        private readonly List<ModifierGroup> groups = [];
        private List<MenuSize> sizes = [];
        private List<string> others = [];

        public void Take(string key, string rest)
        {
            if (key == "sizes")
                sizes = Split(rest).Select(Names).Select(size => new MenuSize(size[0], 100) { Aliases = size[1..] }).ToList();
            else if (key == "extras")
                groups.Add(new($"extras {groups.Count + 1}", Split(rest).Select(Names).Select(extra => new Modifier(extra[0], 50) { Aliases = extra[1..] }).ToList()));
            else if (key == "other")
                others = Split(rest);
            else
                items.Add(Item(rest));
        }

        public PracticeMenu Finish()
        {
            var menu = new RestaurantMenu(name, [new("All", "main", items)], groups);
            return new(language, menu, MenuIndex.Compile(menu), others);
        }

        private MenuItem Item(string line)
        {
            var sides = line.Split('=');
            return new()
            {
                Name = sides[0].Trim(),
                PriceMinor = 900,
                Aliases = sides.Length > 1 ? Split(sides[1]) : [],
                Sizes = sizes,
                ModifierGroups = groups.Count > 0 ? [groups[^1].Name] : [],
            };
        }

        private static string[] Names(string names) => names.Split('=', StringSplitOptions.TrimEntries);

        private static List<string> Split(string list) =>
            list.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(entry => entry != "none").ToList();
    }
}
