using Restaurant.Domain.Menu;
using Restaurant.Domain.Understanding;

namespace Restaurant.Domain.Orders;

/// <summary>A line while it is edited. The key stays the same through every change, so that a page keeps its place.</summary>
public sealed record DraftLine(int Key, ReadLine Line);

/// <summary>A line with what the menu says about it now.</summary>
/// <param name="Priced">Null when the item is not on the menu.</param>
public sealed record PricedDraftLine(DraftLine Draft, OrderLine? Priced, IReadOnlyList<string> Problems);

/// <summary>An order while a person edits it: every change can be undone and done again. Prices are read anew from the menu each time.</summary>
public sealed class OrderDraft
{
    private const int MaxSteps = 200;
    private const int MaxTaken = 100;
    private const int MaxModifiers = 20;
    private readonly List<State> past = [];
    private readonly Stack<State> future = new();
    private State now = new([], []);
    private int lastKey;

    public OrderDraft(IEnumerable<OrderLine>? lines = null, IEnumerable<UnmatchedPhrase>? unmatched = null) =>
        now = new([.. (lines ?? []).Select(line => new DraftLine(++lastKey, line.AsRead()))], [.. unmatched ?? []]);

    public IReadOnlyList<DraftLine> Lines => now.Lines;

    /// <summary>What the customer asked for and nobody has dealt with yet.</summary>
    public IReadOnlyList<UnmatchedPhrase> Unmatched => now.Unmatched;

    public bool CanUndo => past.Count > 0;

    public bool CanRedo => future.Count > 0;

    public bool IsChanged => past.Count > 0;

    /// <summary>Null while nothing is changed.</summary>
    public KeptOrder? Kept => IsChanged ? new([.. now.Lines.Select(line => line.Line)], [.. now.Unmatched.Select(phrase => phrase.Words)]) : null;

    /// <summary>As somebody had left it; one step, which can be undone. What it says is checked as if it had been entered by hand.</summary>
    public void Take(KeptOrder kept) => Go(new(
        [.. kept.Lines.OfType<ReadLine>().Take(MaxTaken).Select(line => new DraftLine(++lastKey, line with
        {
            Quantity = Math.Clamp(line.Quantity, 1, Pricing.MaxQuantity),
            Modifiers = [.. line.Modifiers.OfType<ReadModifier>().Select(modifier => modifier with { Quantity = Math.Clamp(modifier.Quantity, 1, MaxModifiers) })],
        }))],
        [.. now.Unmatched.Where(phrase => kept.Unmatched.Contains(phrase.Words))]));

    public int Add(string item, string words = "", string why = "entered by hand", int quantity = 1)
    {
        var line = new DraftLine(++lastKey, new(item, quantity, null, [], words, why));
        Go(now with { Lines = [.. now.Lines, line] });
        return line.Key;
    }

    /// <summary>The person says what a phrase means; the phrase is settled by it.</summary>
    public int Settle(UnmatchedPhrase phrase, string item)
    {
        var line = new DraftLine(++lastKey, new(item, 1, null, [], phrase.Words, $"chosen by hand for “{phrase.Words}”"));
        Go(new([.. now.Lines, line], [.. now.Unmatched.Where(other => !ReferenceEquals(other, phrase))]));
        return line.Key;
    }

    /// <summary>The phrase asks for nothing we have to make.</summary>
    public void Dismiss(UnmatchedPhrase phrase) =>
        Go(now with { Unmatched = [.. now.Unmatched.Where(other => !ReferenceEquals(other, phrase))] });

    public void Remove(int key) => Go(now with { Lines = [.. now.Lines.Where(line => line.Key != key)] });

    public void SetQuantity(int key, int quantity) =>
        Change(key, line => line with { Quantity = Math.Clamp(quantity, 1, Pricing.MaxQuantity) });

    public void SetSize(int key, string? size) => Change(key, line => line with { Size = string.IsNullOrEmpty(size) ? null : size });

    /// <summary>Another item in the same place; size and modifiers belonged to the old one and go, but the customer's words stay.</summary>
    public void Replace(int key, string item) =>
        Change(key, line => new ReadLine(item, line.Quantity, null, [], line.Words, $"{line.Item} replaced by hand"));

    /// <summary>Null takes the modifier off the line.</summary>
    public void SetModifier(int key, string modifier, ModifierAction? action, int quantity = 1) => Change(key, line =>
    {
        var at = line.Modifiers.ToList().FindIndex(each => Same(each.Modifier, modifier));
        var kept = line.Modifiers.Where(each => !Same(each.Modifier, modifier)).ToList();
        if (action is { } wanted)
            kept.Insert(at < 0 ? kept.Count : at, new(modifier, wanted, Math.Clamp(quantity, 1, MaxModifiers)));
        return line with { Modifiers = kept };
    });

    public void Undo()
    {
        if (!CanUndo)
            return;
        future.Push(now);
        now = past[^1];
        past.RemoveAt(past.Count - 1);
    }

    public void Redo()
    {
        if (!future.TryPop(out var next))
            return;
        past.Add(now);
        now = next;
    }

    public IReadOnlyList<PricedDraftLine> Price(RestaurantMenu menu, DateTimeOffset at) => [.. now.Lines.Select(line =>
    {
        var priced = Pricing.Price([line.Line], menu, at);
        return new PricedDraftLine(line, priced.Lines.Count > 0 ? priced.Lines[0] : null, priced.Problems);
    })];

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private void Change(int key, Func<ReadLine, ReadLine> change)
    {
        var lines = now.Lines.Select(line => line.Key == key ? line with { Line = change(line.Line) } : line).ToArray();
        if (!lines.SequenceEqual(now.Lines))
            Go(now with { Lines = lines });
    }

    private void Go(State next)
    {
        past.Add(now);
        if (past.Count > MaxSteps)
            past.RemoveAt(0);
        now = next;
        future.Clear();
    }

    private sealed record State(IReadOnlyList<DraftLine> Lines, IReadOnlyList<UnmatchedPhrase> Unmatched);
}
