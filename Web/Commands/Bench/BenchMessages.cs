using System.Globalization;
using Restaurant.Domain.Messages;
using Restaurant.Infrastructure.Menu;
using Restaurant.Infrastructure.Simulation;

namespace Restaurant.Web.Commands.Bench;

/// <summary>
/// Messages as guests of the sample restaurant write them: half from the sample datasets, half put together from the sample menu.
/// The same count and seed always give the same messages.
/// </summary>
internal static class BenchMessages
{
    private static readonly string[] Channels = ["web", "whatsapp", "sms", "instagram"];
    private static readonly string[] Greetings = ["", "", "Hi! ", "hello, ", "Good evening, "];
    private static readonly string[] Verbs = ["", "can I get ", "I'd like ", "please send ", "we'll take "];
    private static readonly string[] Counts = ["a ", "one ", "two ", "3 ", "2x "];
    private static readonly string[] Closings = ["", "", " please", ", thanks!", " for pick up at 7"];

    public static async Task<IReadOnlyList<NewMessage>> MakeAsync(string name, int count, int seed, CancellationToken cancellationToken)
    {
        var sample = new List<string>();
        foreach (var file in (string[])["mixed-day.csv", "lunch-rush.csv"])
            sample.AddRange((await SampleDatasets.ReadAsync(file, cancellationToken)).Messages.Select(message => message.Text));
        var dishes = (await SampleMenu.ReadAsync(cancellationToken)).Menu.Items.Select(item => item.Name).ToList();
        var random = new Random(seed);
        var start = new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero);
        return
        [
            .. Enumerable.Range(0, count).Select(at => new NewMessage(
                Channels[random.Next(Channels.Length)],
                string.Create(CultureInfo.InvariantCulture, $"{name}/{at}"),
                string.Create(CultureInfo.InvariantCulture, $"guest {random.Next(Math.Max(50, count / 3))}"),
                random.Next(2) == 0 ? One(sample) : Order(),
                start.AddSeconds(at))
            { Immediately = true }),
        ];

        string Order()
        {
            var lines = string.Join(" and ", Enumerable.Range(0, random.Next(1, 4)).Select(_ => One(Counts) + One(dishes)));
            return One(Greetings) + One(Verbs) + lines + One(Closings);
        }

        string One(IReadOnlyList<string> of) => of[random.Next(of.Count)];
    }
}
