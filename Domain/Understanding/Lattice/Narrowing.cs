using System.Runtime.InteropServices;

namespace Restaurant.Domain.Understanding.Lattice;

/// <summary>The names that have all the words so far: every further word leaves fewer.</summary>
internal sealed class Narrowing
{
    private List<int> left = [];
    private List<int> kept = [];
    private List<int> tried = [];

    public ReadOnlySpan<int> Left => CollectionsMarshal.AsSpan(left);

    /// <summary>Whether any name would be left with these words too.</summary>
    public bool Try(int[][] namesWith, int[] words, bool isFirst)
    {
        tried.Clear();
        if (isFirst)
            tried.AddRange(namesWith[words[0]]);
        else
            AddShared(Left, namesWith[words[0]]);
        foreach (var word in words.AsSpan(1))
            Narrow(namesWith[word]);
        return tried.Count > 0;
    }

    /// <summary>What was just tried is the best so far.</summary>
    public void Keep() => (kept, tried) = (tried, kept);

    /// <summary>Goes on with the best.</summary>
    public void Take() => (left, kept) = (kept, left);

    private void AddShared(ReadOnlySpan<int> one, ReadOnlySpan<int> other)
    {
        for (int i = 0, j = 0; i < one.Length && j < other.Length;)
        {
            if (one[i] == other[j])
            {
                tried.Add(one[i++]);
                j++;
            }
            else if (one[i] < other[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }
    }

    private void Narrow(int[] names) => tried.RemoveAll(name => Array.BinarySearch(names, name) < 0);
}
