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

    internal static IEnumerable<(string Line, HeldBackMessage Message)> Read(string file)
    {
        MenuIndex? menu = null;
        foreach (var line in File.ReadLines(Path.Combine(MenuFile.Folder, file)))
        {
            if (line.StartsWith("## ", StringComparison.Ordinal))
                menu = MenuIndex.Compile(MenuFile.Read(line[3..]));
            else if (line.Length > 0 && line[0] != '#')
                yield return (line, HeldBackFile.ReadMessage(line, menu ?? throw new FormatException($"{file}: the first line must name the menu.")));
        }
    }
}
