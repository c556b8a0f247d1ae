using System.Globalization;
using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Calibration;

namespace Restaurant.Domain.Tests.Understanding.Calibration;

/// <summary>A message of somebody who had never seen the reader, as the confidence sees it.</summary>
/// <param name="Restaurant">Messages about one menu are judged by fits that have seen none of them.</param>
/// <param name="IsFirstReading">Read long ago, by a reader that went wrong more often.</param>
internal sealed record Sample(string Restaurant, JudgedKind Kind, bool IsRight, double[] Figures, bool IsFirstReading)
{
    /// <summary>Messages that nobody who works on the reading looks at, as they are read today.</summary>
    public static IReadOnlyList<Sample> Unseen() =>
        [.. Enumerable.Range(1, 5).SelectMany(set => StrangersMessage.Read($"calibration-{set}.txt")).AsParallel().AsOrdered().Select(entry => Of(entry.MenuName, entry.Message))];

    /// <summary>Messages as they were read before anybody looked at them: what that says does not wear out.</summary>
    public static IReadOnlyList<Sample> AtFirst() =>
        [.. File.ReadLines(Path.Combine(MenuFile.Folder, "first-readings.txt")).Where(line => line.Length > 0 && line[0] != '#').Select(Parse)];

    private static Sample Of(string menu, HeldBackMessage message)
    {
        var reading = message.Read();
        var guess = IntentClassifier.Classify(message.Message, reading);
        var kind = ConfidenceFigures.KindOf(guess, reading);
        var figures = new double[ConfidenceFigures.For(kind).Count];
        ConfidenceFigures.Of(message.Message, guess, reading, figures);
        return new(menu, kind, message.IsRight(guess, reading), figures, false);
    }

    private static Sample Parse(string line)
    {
        var words = line.Split(' ');
        var kind = Enum.Parse<JudgedKind>(words[1], ignoreCase: true);
        var said = words[3..].Select(word => word.Split('=')).ToDictionary(pair => pair[0], pair => double.Parse(pair[1], CultureInfo.InvariantCulture));
        return new(words[0], kind, words[2] == "right", [.. ConfidenceFigures.For(kind).Select(figure => said.GetValueOrDefault(figure.Name))], true);
    }
}
