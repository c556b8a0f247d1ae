using System.Runtime.InteropServices;
using Restaurant.Domain.Understanding.Compile;
using Restaurant.Domain.Understanding.Lexicon;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>What parts of dishes' names and of extras' names have in common: every word narrows down which names are left.</summary>
internal abstract class NameParts(WordReadings readings)
{
    /// <summary>The menu words taken so far.</summary>
    protected List<int> Said { get; } = [];
    protected Narrowing Names { get; } = new();
    protected CompiledMenu Menu { get; private set; } = null!;
    protected MenuTongue Tongue { get; private set; } = null!;
    protected Wording Wording { get; private set; } = null!;
    protected ReadingLattice Lattice { get; private set; } = null!;

    public void Begin(CompiledMenu compiled, MenuTongue heard, Wording words, ReadingLattice target) =>
        (Menu, Tongue, Wording, Lattice) = (compiled, heard, words, target);

    protected bool LacksOnlyCarriers(MenuName name)
    {
        foreach (var stem in name.Stems)
        {
            if (!Said.Contains(stem) && !Tongue.IsCarrier(stem))
                return false;
        }

        return true;
    }

    protected bool AreAllSmall()
    {
        foreach (var stem in Said)
        {
            if (!Tongue.IsSmall(stem))
                return false;
        }

        return true;
    }

    protected bool AreAllEveryday()
    {
        foreach (var stem in Said)
        {
            if (!Tongue.IsEveryday(stem))
                return false;
        }

        return true;
    }

    /// <summary>"Chicken" for the Lean Chicken Box, where nothing else is made of it.</summary>
    protected bool IsOnlyFood()
    {
        if (Said is not [var food] || Menu.ModifiersWith[food].Length > 0 || !SameFood.IsThing(Menu.Words[food]))
            return false;
        foreach (var name in Menu.ItemNamesWith[food])
        {
            if (Menu.ItemNames[name].Id != Menu.ItemNames[Names.Left[0]].Id)
                return false;
        }

        return true;
    }

    protected int[] Stems() => Said.Count == 1 ? Menu.Alone[Said[0]] : CollectionsMarshal.AsSpan(Said).ToArray();

    /// <summary>The words of a name that were taken so far.</summary>
    protected record struct Run(int End, int Words, double Cost, string? Why);

    protected Run Start(int at)
    {
        Said.Clear();
        return new(at, 0, 0, null);
    }

    /// <summary>Takes the next word of a name; false where no name goes on.</summary>
    protected bool GoOn(int[][] namesWith, int before, ref Run run)
    {
        for (var at = run.End; at < Wording.Count && at < before; at++)
        {
            if (TakeWord(namesWith, run.Words == 0, at, out var reading))
            {
                Said.AddRange(reading.Stems);
                run = new(at + reading.Length, run.Words + reading.Length, run.Cost + reading.Cost, reading.Why ?? run.Why);
                return true;
            }

            if (run.Words == 0 || !Wording.At(at).IsJoining || BeginsAnother(at))
                return false;
        }

        return false;
    }

    // "A cheeseburger and a chili dog": the name of one dish does not go on behind "and a".
    private bool BeginsAnother(int at) => Articles.OfOne.Contains(Wording.Tokens[at].Key) && Wording.At(at - 1).Alone is { Cue: Cue.And };

    // The next word narrows the names down; a word that none of them has ends the run.
    private bool TakeWord(int[][] namesWith, bool isFirst, int at, out WordReading taken)
    {
        taken = default;
        var isTaken = false;
        foreach (var reading in readings.At(at))
        {
            if (Said.Contains(reading.Stems[0]) || (reading.IsOfDishes && namesWith == Menu.ModifiersWith) || (isTaken && taken.Cost <= reading.Cost) || !Names.Try(namesWith, reading.Stems, isFirst))
                continue;
            Names.Keep();
            (taken, isTaken) = (reading, true);
        }

        if (isTaken)
            Names.Take();
        return isTaken;
    }
}
