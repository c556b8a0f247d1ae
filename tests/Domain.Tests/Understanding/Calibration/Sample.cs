using System.Globalization;
using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Calibration;

namespace Restaurant.Domain.Tests.Understanding.Calibration;

/// <summary>A message as the confidence sees it.</summary>
/// <param name="Restaurant">Messages about one menu are judged by fits that have seen none of them.</param>
/// <param name="Weight">How much it counts beside the others.</param>
internal sealed record Sample(string Restaurant, JudgedKind Kind, bool IsRight, double[] Figures, double Weight)
{
    // People who work on the reading look at these: they are read better than what is to come.
    private const double SeenWeight = 0.15;

    /// <summary>Read as a stranger's message is read today.</summary>
    public bool IsFresh => Weight >= 1;

    /// <summary>Messages of strangers that nobody who works on the reading looks at, as they are read today.</summary>
    public static IReadOnlyList<Sample> Unseen() =>
        [.. new[] { "calibration-1.txt", "calibration-2.txt", "calibration-3.txt" }.SelectMany(StrangersMessage.Read).AsParallel().AsOrdered().Select(entry => Of(entry.MenuName, entry.Message, 1))];

    /// <summary>The held-back messages, as they are read today.</summary>
    public static IReadOnlyList<Sample> Seen() => [.. HeldBackMessage.Own.AsParallel().AsOrdered().Select(message => Of("", message, SeenWeight))];

    /// <summary>Messages of strangers as they were read before anybody looked at them: what that says does not wear out.</summary>
    public static IReadOnlyList<Sample> AtFirst() =>
        [.. File.ReadLines(Path.Combine(MenuFile.Folder, "first-readings.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(Parse)];

    private static Sample Of(string menu, HeldBackMessage message, double weight)
    {
        var reading = message.Read();
        var guess = IntentClassifier.Classify(message.Message, reading);
        var kind = ConfidenceFigures.KindOf(guess, reading);
        var figures = new double[ConfidenceFigures.For(kind).Count];
        ConfidenceFigures.Of(message.Message, guess, reading, figures);
        return new(menu, kind, message.IsRight(guess, reading), figures, weight);
    }

    private static Sample Parse(string line)
    {
        var words = line.Split(' ');
        var kind = Enum.Parse<JudgedKind>(words[2], ignoreCase: true);
        var said = words[4..].Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => double.Parse(pair[1], CultureInfo.InvariantCulture));
        return new(words[0], kind, words[3] == "right", [.. ConfidenceFigures.For(kind).Select(figure => said.GetValueOrDefault(figure.Name))], double.Parse(words[1], CultureInfo.InvariantCulture));
    }
}
