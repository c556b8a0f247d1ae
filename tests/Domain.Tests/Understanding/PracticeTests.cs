using System.Runtime.CompilerServices;
using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Calibration;

namespace Restaurant.Domain.Tests.Understanding;

/// <summary>
/// Messages by people who had not seen the reader, which the reader is built on since. PRACTICE_SHOW=1 lists those that it misreads,
/// PRACTICE_FILE names another file of the same form.
/// </summary>
public sealed class PracticeTests(ITestOutputHelper output)
{
    [Fact]
    public void Nearly_every_message_is_understood_exactly()
    {
        var isShown = Environment.GetEnvironmentVariable("PRACTICE_SHOW") == "1";
        var (count, right) = (0, 0);
        foreach (var (line, message) in Read(Environment.GetEnvironmentVariable("PRACTICE_FILE") ?? "practice.txt"))
        {
            var reading = message.Read();
            var guess = IntentClassifier.Classify(message.Message, reading);
            var isRight = message.IsRight(guess, reading);
            (count, right) = (count + 1, right + (isRight ? 1 : 0));
            if (isShown && !isRight)
                output.WriteLine($"{line}\n    {guess.Intent}: {OrderSentence.Show(reading)}");
        }

        output.WriteLine($"exact: {right} of {count}, {100.0 * right / count:0.0} %");
        ((double)right / count).ShouldBeGreaterThanOrEqualTo(0.88);
    }

    [Fact]
    public void The_intent_is_learned_from_every_message()
    {
        var path = MessagesFile();
        if (Environment.GetEnvironmentVariable("WRITE_MESSAGES") is not null)
        {
            var lines = Read("practice.txt").Select(entry => MessageSlots.Line(entry.Message.Intents[0], entry.Message.Message, entry.Message.Read()));
            File.WriteAllLines(path, [.. File.ReadLines(path).TakeWhile(line => line.StartsWith('#')), "", .. lines]);
            return;
        }

        var learned = File.ReadLines(path).Where(line => line.Length > 0 && line[0] != '#').Select(line => line[..line.IndexOf(' ', StringComparison.Ordinal)]);

        // Said in a word: showing where thousands of lines differ takes minutes.
        learned.SequenceEqual(Read("practice.txt").Select(entry => entry.Message.Intents[0].ToString().ToLowerInvariant())).ShouldBeTrue("practice.txt has other messages: run .ci/messages.");
    }

    private static string MessagesFile([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "../../../Domain/Understanding/Intents/messages.txt");

    internal static IEnumerable<(string Line, HeldBackMessage Message)> Read(string file) => Restaurants(file).SelectMany(messages => messages);

    /// <summary>The messages of each restaurant.</summary>
    internal static IEnumerable<List<(string Line, HeldBackMessage Message)>> Restaurants(string file)
    {
        MenuIndex? menu = null;
        var messages = new List<(string, HeldBackMessage)>();
        foreach (var line in File.ReadLines(Path.Combine(MenuFile.Folder, file)))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
            {
                if (messages.Count > 0)
                    yield return messages;
                messages = [];
                menu = MenuIndex.Compile(MenuFile.Read(line[3..]));
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                messages.Add((line, HeldBackFile.ReadMessage(line, menu ?? throw new FormatException($"{file}: the first line must name the menu."))));
            }
        }

        yield return messages;
    }
}
