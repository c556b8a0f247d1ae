using Microsoft.Playwright;

namespace Restaurant.Browser.Tests.Orders;

internal static class NewOrder
{
    /// <summary>Adds one item in the order editor and places the order.</summary>
    public static async Task PlaceAsync(this IPage page, string item)
    {
        await page.GetByRole(AriaRole.Combobox, new() { Name = "Add an item" }).FillAsync(item);
        await page.GetByRole(AriaRole.Option, new() { Name = item }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Place the order" }).ClickAsync();
        await page.WaitForURLAsync("**/orders");
    }
}
