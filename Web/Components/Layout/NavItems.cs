using Restaurant.Domain.Enquiries;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Live;
using Restaurant.Domain.Notifications;
using Restaurant.Domain.Reviews;
using Restaurant.Web.Components.Shared;
using Restaurant.Web.Security;

namespace Restaurant.Web.Components.Layout;

/// <summary>The navigation: a feature with a page adds its line here.</summary>
internal static class NavItems
{
    public static IReadOnlyList<IReadOnlyList<NavItem>> Groups { get; } =
    [
        [
            new("/", "live", "Live", Policies.Look, "l"),
            new("/inbox", "inbox", "Inbox", Policies.Front, "i"),
            new("/orders", "orders", "Orders", Policies.Kitchen, "o"),
            new("/kitchen", "kitchen", "Kitchen", Policies.Kitchen, "k"),
            new("/review", "review", "Review", Policies.Front, "r")
            {
                Watched = Topic.Reviews, Tone = Tone.Review, Counted = "waiting for a decision",
                Count = (services, stop) => services.GetRequiredService<IReviews>().CountOpenAsync(stop),
            },
            new("/enquiries", "enquiry", "Enquiries", Policies.Front, "e")
            {
                Watched = Topic.Enquiries, Tone = Tone.Enquiry, Counted = "waiting for an answer",
                Count = async (services, stop) => (await services.GetRequiredService<IEnquiries>().CountAsync(stop)).Open,
            },
            new("/miscellaneous", "miscellaneous", "Miscellaneous", Policies.Front, "m"),
        ],
        [
            new("/menu", "menu", "Menu", Policies.Look, "n"),
            new("/outbox", "outbox", "Outbox", Policies.Front, "x")
            {
                Watched = Topic.Outbox, Tone = Tone.Failed, Counted = "could not be sent",
                Count = async (services, stop) => (await services.GetRequiredService<IOutboxLog>().BacklogAsync(stop)).DeadLettered,
            },
            new("/schedules", "schedules", "Schedules", Policies.Look, "d")
            {
                Watched = Topic.Jobs, Tone = Tone.Failed, Counted = "failed for the last time",
                Count = (services, stop) => services.GetRequiredService<IJobRuns>().CountAsync(RunFilter.DeadLetters, 1000, stop),
            },
        ],
        [
            new("/learning", "spark", "Learning", Policies.Manage, "w"),
            new("/playground", "playground", "Playground", Policies.Look, "p"),
            new("/settings", "settings", "Settings", Policies.Look, "s"),
        ],
    ];

    public static IEnumerable<NavItem> All => Groups.SelectMany(group => group);

    /// <summary>What the bottom bar of a phone has room for; the rest is behind "More".</summary>
    public static IReadOnlyList<NavItem> Phone { get; } =
        [.. new[] { "/", "/orders", "/review", "/enquiries" }.Select(href => All.First(item => item.Href == href))];
}
