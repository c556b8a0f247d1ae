using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Restaurant.Browser.Tests.Live;
using Restaurant.Browser.Tests.Orders;
using Restaurant.Domain.Jobs;
using Restaurant.Domain.Team;
using Restaurant.Domain.Understanding;

namespace Restaurant.Browser.Tests.Shell;

/// <summary>On every page and every screen each control can be seen whole, and on a phone a finger hits it.</summary>
public sealed class RoomTests(TheApp app) : BrowserTest(app)
{
    private static readonly string[] Parts =
    [
        "/menu?tab=groups", "/menu?tab=categories", "/menu?tab=history", "/menu?tab=import", "/menu?item=new",
        "/settings?tab=rooms", "/settings?tab=people", "/settings?tab=keys", "/settings?tab=appearance", "/settings?tab=audit",
        "/schedules?tab=schedules", "/schedules?tab=runs", "/schedules?tab=dead", "/miscellaneous?tab=quarantined", "/miscellaneous?tab=muted", "/review?tab=decided",
    ];

    [Theory]
    [InlineData(1440)]
    [InlineData(1024)]
    [InlineData(390)]
    public async Task No_control_is_cut_off(int width)
    {
        await FillAsync();
        var page = await NewPageAsync(Role.Owner, width == 390 ? Phone : new() { ViewportSize = new() { Width = width, Height = 768 } });

        await EachAsync(page, """
            () => [...document.querySelectorAll(':is(main, dialog) :is(a, button, select, input, textarea, summary)')].filter(control => {
                const box = control.getBoundingClientRect();
                if (box.width < 2 || box.height < 2 || control.closest('.visually-hidden, .skip-link'))
                    return false;
                if (control.matches('input:not([type=checkbox], [type=radio], [type=file])') && box.width < 36)
                    return true;
                for (let frame = control.parentElement; frame; frame = frame.parentElement) {
                    const style = getComputedStyle(frame);
                    if (/auto|scroll/.test(style.overflowX))
                        return false;
                    const edge = frame === document.body ? innerWidth : frame.getBoundingClientRect().right;
                    if ((frame === document.body || style.overflowX === 'hidden') && box.right > edge + 1)
                        return !style.textOverflow.includes('ellipsis');
                }
                return false;
            }).map(control => control.outerHTML.slice(0, 120))
            """);
    }

    [Fact]
    public async Task A_finger_hits_every_control_of_a_phone()
    {
        await FillAsync();
        var page = await NewPageAsync(Role.Owner, Phone);

        // Links within a sentence are as high as its lines; the bars of a chart lead where the name beside them leads.
        await EachAsync(page, """
            () => [...document.querySelectorAll('main :is(a, button, select, input, textarea, summary)')].filter(control => {
                const target = control.matches('[type=checkbox], [type=radio], [type=file]') ? control.closest('label') ?? control : control;
                if (control.closest('.visually-hidden, .lane-track, .table .choose') || getComputedStyle(control).visibility === 'hidden')
                    return false;
                if (control.matches('p a, .callout a') && control.parentElement.textContent.trim() !== control.textContent.trim())
                    return false;
                target.scrollIntoView({ block: 'center', inline: 'center' });
                const box = target.getBoundingClientRect();
                if (box.width < 2 || box.height < 2 || box.right < 0 || box.left > innerWidth)
                    return false;
                const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
                const hits = (dx, dy) => target.contains(document.elementFromPoint(x + dx, y + dy));
                const reach = (sx, sy) => { let far = 0; while (far < 44 && hits(sx * far, sy * far)) far++; return far; };
                return (box.height < 43.5 && reach(0, -1) + reach(0, 1) < 44) || (box.width < 36 && reach(-1, 0) + reach(1, 0) < 44);
            }).map(control => `${Math.round(control.getBoundingClientRect().width)} x ${Math.round(control.getBoundingClientRect().height)}: ${control.outerHTML.slice(0, 120)}`)
            """);
    }

    private static async Task EachAsync(IPage page, string find)
    {
        var found = new List<string>();

        // The page of all parts shows some that nobody meets: one that waits for ever, one that is far too long.
        foreach (var path in Routes.Interactive.Concat(Parts).Where(path => path != "/styles"))
        {
            await page.OpenAsync(path);
            await Assertions.Expect(page.Locator("main .skeleton")).ToHaveCountAsync(0);
            found.AddRange((await page.EvaluateAsync<string[]>(find)).Distinct().Take(5).Select(control => $"{path}: {control}"));
        }

        found.ShouldBeEmpty();
    }

    private async Task FillAsync()
    {
        var seed = new Seed(App);
        await seed.MenuAsync();
        await seed.OrderAsync("Roomy", Seed.Line("Copper Classic", 2, "grill"));
        await seed.ReviewAsync(Customers.NewSender(), "a classic and moon soup", [new("Copper Classic", 1, null, [], "a classic", "name")]);
        await seed.EnquiryAsync(Customers.NewSender(), "are you open?", "asks for opening hours", "Until ten.");
        await seed.FiledAsync(Customers.NewSender(), "thanks", Intent.Miscellaneous);
        await seed.FiledAsync(Customers.NewSender(), "you turnip", Intent.Offensive);
        await seed.CorrectedAsync(Customers.NewSender(), "a barn, ta");
        await seed.TeachAsync("one roomy byre please", "roomy byre");
        await seed.TeachAsync("a roomy byre for me", "roomy byre");
        await seed.JobAsync("test/pack", JobRunState.Running);
        await seed.JobAsync("test/moody", JobRunState.Dead);

        // An address that breaks nowhere, in the log of what was changed.
        var people = App.Services.GetRequiredService<IPeople>();
        var address = $"{Guid.NewGuid():n}@{Guid.NewGuid():n}.example.com";
        await people.AddAsync(address, Role.Kitchen, address, default);
        await people.ChangeRoleAsync((await people.ListAsync(default)).Single(person => person.Email == address).Id, Role.Manager, address, default);
    }
}
