using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Restaurant.Domain.Messages;
using Restaurant.Domain.Understanding;
using Restaurant.Pipeline.Engine;

namespace Restaurant.Pipeline.Messages.Steps;

/// <summary>
/// Compares what the menu does not have with its names and descriptions by meaning; only where an embedding model is given.
/// It offers candidates and registers nothing: rules or a person have to agree.
/// </summary>
public sealed class MatchMeaning(IEmbeddingGenerator<string, Embedding<float>> embeddings, MeaningSettings settings) : IMessageStep
{
    private const int Offered = 2;

    // A menu's vectors live exactly as long as its index.
    private readonly ConditionalWeakTable<MenuIndex, Lazy<Task<IReadOnlyList<(string Item, float[] Vector)>>>> menus = [];

    public string Name => nameof(MatchMeaning);

    public async ValueTask<StepResult<MessageContext>> RunAsync(MessageContext context, CancellationToken cancellationToken)
    {
        if (context.Reading.Unmatched.Count == 0)
            return new(context, "Nothing to compare by meaning");

        try
        {
            var menu = await VectorsOf(context.Index).WaitAsync(settings.Timeout, cancellationToken);
            var words = context.Reading.Unmatched.Select(phrase => phrase.Words).ToList();
            var phrases = await GenerateAsync(words).WaitAsync(settings.Timeout, cancellationToken);
            var unmatched = context.Reading.Unmatched.Zip(phrases, (phrase, vector) => WithCandidates(phrase, vector.Vector.Span, menu)).ToList();
            var reading = context.Reading with { Unmatched = unmatched };
            return new(context with { Reading = reading }, string.Join("; ", unmatched.Select(Sentences.Of)), StepDetail.Of(reading));
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            // The model is a help, not a need: whatever is wrong with it, the candidates of the spelling remain.
            menus.Remove(context.Index);
            return new(context, $"The embedding model cannot be asked: {exception.Message}");
        }
    }

    public MessageContext Restore(MessageContext context, string? detail) =>
        detail is null ? context : context with { Reading = JsonSerializer.Deserialize(detail, StepDetail.Default.OrderReading)! };

    private UnmatchedPhrase WithCandidates(UnmatchedPhrase phrase, ReadOnlySpan<float> vector, IReadOnlyList<(string Item, float[] Vector)> menu)
    {
        var near = new Dictionary<string, double>();
        foreach (var (item, itsVector) in menu)
        {
            var score = Dot(vector, itsVector);
            // A score beyond 1 is none: vectors have the length 1, unless they are garbage.
            if (score >= settings.Threshold && score < 1.01 && score > near.GetValueOrDefault(item))
                near[item] = Math.Min(1, score);
        }

        var found = near.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(Offered)
            .Select(pair => new MatchCandidate(pair.Key, pair.Value, "near in meaning"));
        return phrase with { Candidates = [.. phrase.Candidates.Concat(found).DistinctBy(candidate => candidate.Item)] };
    }

    private Task<IReadOnlyList<(string Item, float[] Vector)>> VectorsOf(MenuIndex index) => menus.GetValue(index, _ => new(async () =>
    {
        // Name and description are compared apart: a long description would drown the name.
        var texts = index.Menu.Items.SelectMany(item => new[] { item.Name, item.Description }
            .Where(text => text.Length > 0).Select(text => (item.Name, Text: text))).ToList();
        var vectors = await GenerateAsync([.. texts.Select(text => text.Text)]);
        return [.. texts.Zip(vectors, (text, vector) => (text.Name, vector.Vector.ToArray()))];
    })).Value;

    private async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(IReadOnlyCollection<string> texts)
    {
        var vectors = await embeddings.GenerateAsync(texts);
        return vectors.Count == texts.Count
            ? vectors
            : throw new InvalidOperationException($"it gave {vectors.Count} vectors for {texts.Count} texts.");
    }

    private static double Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        if (left.Length != right.Length)
            throw new InvalidOperationException($"vectors of {left.Length} and {right.Length} numbers cannot be compared.");
        var sum = Vector<float>.Zero;
        var at = 0;
        for (; at <= left.Length - Vector<float>.Count; at += Vector<float>.Count)
            sum += new Vector<float>(left[at..]) * new Vector<float>(right[at..]);
        double dot = Vector.Sum(sum);
        for (; at < left.Length; at++)
            dot += left[at] * right[at];
        return dot;
    }
}

/// <param name="Threshold">Cosine below this (0 to 1) is no candidate.</param>
public sealed record MeaningSettings(double Threshold = 0.7)
{
    /// <summary>After this a message goes on without.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(10);
}
