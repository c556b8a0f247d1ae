using System.Collections.Frozen;

namespace Restaurant.Web.Components.Shared;

/// <summary>Our own line icons on a 24 × 24 grid, drawn with one stroke; inline, so that no icon font has to load.</summary>
internal static class Icons
{
    public static string Markup(string name) => All.TryGetValue(name, out var markup)
        ? markup
        : throw new ArgumentException($"There is no icon '{name}'. Take one of: {string.Join(", ", All.Keys.Order())}.", nameof(name));

    public static IEnumerable<string> Names => All.Keys.Order();

    private static readonly FrozenDictionary<string, string> All = new Dictionary<string, string>
    {
        // Places
        ["live"] = P("M3 12h4l3-8 4 16 3-8h4"),
        ["inbox"] = P("M3 13.5 5.6 5h12.8L21 13.5V19H3zM3 13.5h5.5l1.5 2.5h4l1.5-2.5H21"),
        ["orders"] = P("M6 3h12v18l-2.5-1.8L12 21l-3.5-1.8L6 21zM9.5 8h5M9.5 12h5"),
        ["kitchen"] = P("M12 3c.6 3.4 5.5 5.6 5.5 10.4A5.5 5.5 0 0 1 12 19a5.5 5.5 0 0 1-5.5-5.6c0-2 1-3.4 2-4.4.3 1.4 1 2.2 1.9 2.6C10 8.5 10.5 5.5 12 3zM8 21.5h8"),
        ["review"] = P("M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z") + C(12, 12, 3),
        ["enquiry"] = P("M4 5h16v11.5h-8.5L7 20.5v-4H4zM10 9.2a2 2 0 1 1 2.7 1.9c-.5.2-.7.5-.7 1M12 14v.01"),
        ["miscellaneous"] = P("M3.5 5h17v4h-17zM5 9v10h14V9M10 13h4"),
        ["menu"] = P("M7 3v7.5M4.5 3v5a2.5 2.5 0 0 0 5 0V3M7 10.5V21M17 21v-7M17 14V3c-2.5 1-3.5 4-3.5 7.5V14z"),
        ["outbox"] = P("M21 3 10.5 13.5M21 3l-6.5 18-4-7.5L3 9.5z"),
        ["schedules"] = P("M4 6h16v14H4zM4 10.5h16M8.5 3.5V6M15.5 3.5V6M12 13v2.5l2 1"),
        ["playground"] = P("M9.5 3h5M10.5 3v6L5 18.5A1.6 1.6 0 0 0 6.4 21h11.2a1.6 1.6 0 0 0 1.4-2.5L13.5 9V3M7.5 15h9"),
        ["settings"] = P("M4 7h9M19 7h1M4 17h1M11 17h9") + C(16, 7, 2.5) + C(8, 17, 2.5),
        ["knowledge"] = P("M5 4.5A1.5 1.5 0 0 1 6.5 3H19v15H6.5A1.5 1.5 0 0 0 5 19.5zM5 19.5A1.5 1.5 0 0 0 6.5 21H19v-3M9 7.5h6"),
        ["memory"] = C(12, 12, 2.5) + C(5, 6, 1.8) + C(19, 6, 1.8) + C(6, 19, 1.8) + C(18.5, 18.5, 1.8) + P("M6.5 7.2 10 10.3M17.5 7.2 14 10.3M7.2 17.7 10.2 14M17.3 17.2 13.9 13.8"),
        ["tasks"] = P("M4 6.5 5.5 8 8.5 5M4 13l1.5 1.5 3-3M12 7h8M12 13.5h8M12 19.5h8M4.5 19.5H8"),
        ["simulation"] = P("M4 12a8 8 0 0 1 14-5.3M20 12a8 8 0 0 1-14 5.3M18 3v4h-4M6 21v-4h4M10.5 9.5v5l4-2.5z"),
        ["station"] = P("M4 14h16M6 14a6 6 0 0 1 12 0M12 8V6M3.5 17.5h17"),

        // Acts
        ["search"] = C(10.5, 10.5, 6) + P("M15 15l5.5 5.5"),
        ["close"] = P("M6 6l12 12M18 6 6 18"),
        ["check"] = P("M5 12.5l4.5 4.5L19 7"),
        ["check-all"] = P("M2.5 12.5 7 17l4-4.7M10.5 16l1 1L21 7M15 7l-2 2.3"),
        ["plus"] = P("M12 5v14M5 12h14"),
        ["minus"] = P("M5 12h14"),
        ["edit"] = P("M4 20l1-4.5L16 4.5l3.5 3.5-11 11zM13.5 7l3.5 3.5"),
        ["delete"] = P("M4.5 6.5h15M9.5 6.5V4h5v2.5M6.5 6.5l1 13.5h9l1-13.5M10.5 10.5v6M13.5 10.5v6"),
        ["copy"] = P("M9 9h11v11H9zM5.5 15H4V4h11v1.5"),
        ["undo"] = P("M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11h-4"),
        ["redo"] = P("M16 5l4 4-4 4M20 9H10a5.5 5.5 0 0 0 0 11h4"),
        ["refresh"] = P("M19.5 11A7.6 7.6 0 0 0 5.7 7.7L4 9.5M4 5v4.5h4.5M4.5 13a7.6 7.6 0 0 0 13.8 3.3l1.7-1.8M20 19v-4.5h-4.5"),
        ["play"] = P("M7 4.5v15l12-7.5z"),
        ["pause"] = P("M8 5v14M16 5v14"),
        ["stop"] = P("M6 6h12v12H6z"),
        ["skip"] = P("M5 5v14l9-7zM18 5v14"),
        ["download"] = P("M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4 20h16"),
        ["upload"] = P("M12 15.5v-11M7.5 9 12 4.5 16.5 9M4 20h16"),
        ["filter"] = P("M4 5h16l-6.5 7.5V20l-3-2v-5.5z"),
        ["sort"] = P("M8 5v14M4.5 15.5 8 19l3.5-3.5M16 19V5M12.5 8.5 16 5l3.5 3.5"),
        ["more"] = C(5, 12, 0.8) + C(12, 12, 0.8) + C(19, 12, 0.8),
        ["external"] = P("M14 4h6v6M20 4l-9 9M17 14v6H4V7h6"),
        ["link"] = P("M10 13.5a4 4 0 0 0 5.7.2l3-3a4 4 0 0 0-5.7-5.7l-1 1M14 10.5a4 4 0 0 0-5.7-.2l-3 3a4 4 0 0 0 5.7 5.7l1-1"),
        ["send"] = P("M4 12h15M13 6l6 6-6 6"),
        ["pin"] = P("M9 4h6l-.5 6 3 3.5h-11l3-3.5zM12 13.5V21"),
        ["drag"] = C(9, 6, 0.8) + C(15, 6, 0.8) + C(9, 12, 0.8) + C(15, 12, 0.8) + C(9, 18, 0.8) + C(15, 18, 0.8),
        ["print"] = P("M7 8V3.5h10V8M7 17H4V8h16v9h-3M7 14h10v6.5H7z"),
        ["merge"] = P("M7 4v4c0 4 10 4 10 8v4M17 4v4c0 1.5-1.3 2.5-3 3.3M7 20v-4c0-1 .5-1.8 1.3-2.5"),

        // Directions
        ["up"] = P("M6 15l6-6 6 6"),
        ["down"] = P("M6 9l6 6 6-6"),
        ["left"] = P("M15 6l-6 6 6 6"),
        ["right"] = P("M9 6l6 6-6 6"),
        ["top"] = P("M5 4h14M12 20V8.5M7 13l5-5 5 5"),
        ["middle"] = P("M4 12h16M12 3v5M9.5 5.5 12 8l2.5-2.5M12 21v-5M9.5 18.5 12 16l2.5 2.5"),
        ["bottom"] = P("M5 20h14M12 4v11.5M7 11l5 5 5-5"),
        ["expand"] = P("M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5"),
        ["collapse"] = P("M9 4v5H4M15 4v5h5M9 20v-5H4M15 20v-5h5"),
        ["sidebar"] = P("M3.5 5h17v14h-17zM9 5v14"),

        // States
        ["clock"] = C(12, 12, 8.5) + P("M12 7v5.3l3.3 2"),
        ["info"] = C(12, 12, 8.5) + P("M12 11v5.5M12 7.6v.01"),
        ["warning"] = P("M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.01"),
        ["error"] = C(12, 12, 8.5) + P("M9 9l6 6M15 9l-6 6"),
        ["done"] = C(12, 12, 8.5) + P("M8 12.3l3 3 5-6"),
        ["waiting"] = P("M7 3h10M7 21h10M8 3v3.5L12 12l4-5.5V3M8 21v-3.5L12 12l4 5.5V21"),
        ["quarantined"] = C(12, 12, 8.5) + P("M6 6l12 12"),
        ["spark"] = P("M12 3l2 7 7 2-7 2-2 7-2-7-7-2 7-2z"),
        ["dot"] = C(12, 12, 4),
        ["eye"] = P("M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12z") + C(12, 12, 3),
        ["eye-off"] = P("M4 4l16 16M9.5 6A9 9 0 0 1 12 5.5c6 0 9.5 6.5 9.5 6.5a17 17 0 0 1-3 3.7M6.2 7.7A16 16 0 0 0 2.5 12S6 18.5 12 18.5c1.5 0 2.9-.4 4.1-1M9.9 10a3 3 0 0 0 4.1 4.1"),
        ["bell"] = P("M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4"),
        ["mute"] = P("M4 4l16 16M7 8a6 6 0 0 1 11 3v3M6 12v4.5L4.5 18H17M10 20.5h4"),
        ["sound"] = P("M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM15.5 9a4.5 4.5 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"),
        ["sound-off"] = P("M4 9.5v5h3.5L12 18.5v-13L7.5 9.5zM16 9.5l5 5M21 9.5l-5 5"),
        ["offline"] = P("M4 4l16 16M2.5 9.5A14 14 0 0 1 7 6.6M10.5 5.6A14 14 0 0 1 21.5 9.5M5.5 13a9.5 9.5 0 0 1 4-2.4M14 10.7A9.5 9.5 0 0 1 18.5 13M8.8 16.3a4.5 4.5 0 0 1 6.4 0M12 19.5v.01"),
        ["online"] = P("M2.5 9.5a14 14 0 0 1 19 0M5.5 13a9.5 9.5 0 0 1 13 0M8.8 16.3a4.5 4.5 0 0 1 6.4 0M12 19.5v.01"),

        // Things
        ["person"] = C(12, 8, 4) + P("M4.5 20.5c.8-4 3.7-6 7.5-6s6.7 2 7.5 6"),
        ["people"] = C(9, 8.5, 3.5) + P("M2.5 20c.6-3.7 3-5.5 6.5-5.5s5.9 1.8 6.5 5.5M15.5 5.3a3.5 3.5 0 0 1 0 6.4M17.5 14.9c2.2.7 3.6 2.4 4 5.1"),
        ["key"] = C(8, 15.5, 4) + P("M11 12.5 19.5 4M16 7.5l3 3M13.5 10l2 2"),
        ["lock"] = P("M5.5 11h13v9.5h-13zM8.5 11V7.5a3.5 3.5 0 0 1 7 0V11M12 14.5v2.5"),
        ["shield"] = P("M12 3l7.5 3v5.5c0 4.5-3 7.8-7.5 9.5-4.5-1.7-7.5-5-7.5-9.5V6z"),
        ["sign-out"] = P("M14 4H5v16h9M10 12h11M17 8l4 4-4 4"),
        ["keyboard"] = P("M3 6.5h18v11H3zM6.5 10h.01M10 10h.01M13.7 10h.01M17.3 10h.01M7.5 14h9"),
        ["sun"] = C(12, 12, 4) + P("M12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1 1M17.4 17.4l1 1M18.4 5.6l-1 1M6.6 17.4l-1 1"),
        ["moon"] = P("M20 14.5A8.5 8.5 0 0 1 9.5 4 8.5 8.5 0 1 0 20 14.5z"),
        ["neon"] = P("M13 2.5 5 13.5h6L10 21.5l9-12h-6.5z"),
        ["calendar"] = P("M4 6h16v14H4zM4 10.5h16M8.5 3.5V6M15.5 3.5V6"),
        ["tag"] = P("M4 4h8l8.5 8.5-8 8L4 12zM8 8v.01"),
        ["list"] = P("M8.5 6H20M8.5 12H20M8.5 18H20M4 6h.01M4 12h.01M4 18h.01"),
        ["board"] = P("M4 4.5h4.5v15H4zM10 4.5h4.5v10H10zM16 4.5h4v6h-4z"),
        ["history"] = P("M4 5v4.5h4.5M4.3 9.5A8.3 8.3 0 1 1 3.7 13M12 8v4.5l3 1.8"),
        ["message"] = P("M4 5h16v11.5h-8.5L7 20.5v-4H4z"),
        ["phone"] = P("M7.5 3h9v18h-9zM11 18h2"),
        ["globe"] = C(12, 12, 8.5) + P("M3.5 12h17M12 3.5c5 5 5 12 0 17c-5-5-5-12 0-17z"),
        ["room"] = P("M9 4 7 20M17 4l-2 16M4.5 9h15.5M4 15h15.5"),
        ["chart"] = P("M4 4v16h16M8 16v-4M12.5 16V8M17 16v-6"),
        ["file"] = P("M6 3h8l4.5 4.5V21H6zM14 3v5h4.5"),
        ["star"] = P("M12 3.5l2.6 5.6 6 .8-4.4 4.2 1.1 6-5.3-3-5.3 3 1.1-6-4.4-4.2 6-.8z"),
        ["tree"] = P("M5 4v13.5h5M5 9.5h5M13 7.5h7v4h-7zM13 15.5h7v4h-7z"),
        ["question"] = C(12, 12, 8.5) + P("M9.5 9.7a2.5 2.5 0 1 1 3.4 2.3c-.6.3-.9.7-.9 1.5M12 16.5v.01"),
        ["thanks"] = P("M12 20S4 15 4 9.3A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.3C20 15 12 20 12 20z"),
    }.ToFrozenDictionary();

    private static string P(string path) => $"<path d=\"{path}\"/>";

    private static string C(double x, double y, double radius) => FormattableString.Invariant($"<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"/>");
}
