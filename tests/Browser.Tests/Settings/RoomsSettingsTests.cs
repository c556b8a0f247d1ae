using Microsoft.Playwright;
using Restaurant.Domain.Team;

namespace Restaurant.Browser.Tests.Settings;

public sealed class RoomsSettingsTests(TheApp app) : BrowserTest(app)
{
    [Fact]
    public async Task A_room_gets_its_address_is_tested_and_loses_it_again()
    {
        var page = await OpenAsync(Role.Owner, "/settings?tab=rooms");
        await Assertions.Expect(page.GetByRole(AriaRole.Form, new() { Name = "Jobs" })).ToContainTextAsync("Background work");
        var room = page.GetByRole(AriaRole.Form, new() { Name = "Miscellaneous" });
        var address = room.GetByLabel("address");

        await address.FillAsync("https://elsewhere.example/hook");
        await room.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(room).ToContainTextAsync("elsewhere.example is not Discord");

        await address.FillAsync(App.Rooms.Address("miscellaneous"));
        await room.GetByRole(AriaRole.Button, new() { Name = "Test" }).ClickAsync();
        await Assertions.Expect(room).ToContainTextAsync("The test arrived");
        App.Rooms.Received.ShouldContain(sent => sent.Path.Contains("miscellaneous-secret", StringComparison.Ordinal) && sent.Body.Contains("Test from", StringComparison.Ordinal));

        await room.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(room).ToContainTextAsync("Set, ends with");
        (await page.ContentAsync()).ShouldNotContain("miscellaneous-secret");

        await room.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Assertions.Expect(room).ToContainTextAsync("Not set");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo", Exact = true }).ClickAsync();
        await Assertions.Expect(room).ToContainTextAsync("Set, ends with");
        await room.GetByRole(AriaRole.Button, new() { Name = "Remove" }).ClickAsync();
        await Assertions.Expect(room).ToContainTextAsync("Not set");
    }
}
