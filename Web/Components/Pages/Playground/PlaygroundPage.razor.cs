using Restaurant.Domain.Menu;

namespace Restaurant.Web.Components.Pages.Playground;

public sealed partial class PlaygroundPage
{
    // Made from the menu of the house, so that an example always names something that is there.
    private IReadOnlyList<(string Name, string Text)> Examples
    {
        get
        {
            var items = Menu.Current.Menu.Items.Take(40).ToList();
            var main = Named(items, 0);
            var second = Named(items, items.Count / 2);
            return
            [
                ("An order", $"Hi, two {main} and one {second} please"),
                ("A correction", $"one {main}... actually make that three, and a {second}"),
                ("Not on the menu", $"a {main} and a plate of pierogi for 7 pm"),
                ("A typo", $"can i get a {Misspelt(main)}"),
                ("A question", "Are you open on Sunday, and do you have anything without nuts?"),
                ("A complaint", "The delivery was an hour late and the food was cold. I want my money back."),
                ("Thanks", "That was delicious, thank you so much!"),
                ("Spam", "You have won a free cruise, click here now"),
            ];
        }
    }

    private static string Named(List<MenuItem> items, int at) => items.Count == 0 ? "veggie burger" : items[at].Name;

    // Two neighbouring letters change places: what fingers do most often.
    private static string Misspelt(string name) => name.Length < 5 ? name : $"{name[..2]}{name[3]}{name[2]}{name[4..]}".ToLowerInvariant();
}
