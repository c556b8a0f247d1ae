namespace Restaurant.Domain.Jobs;

public static class Chain
{
    /// <summary>Whether the end of one job, over any number of "after" schedules, starts another.</summary>
    /// <param name="followers">From a job's key to the keys of the jobs that run after it.</param>
    public static bool Reaches(ILookup<string, string> followers, string from, string to)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([from]);
        while (open.TryPop(out var job))
        {
            if (job == to)
                return true;
            if (seen.Add(job))
            {
                foreach (var next in followers[job])
                    open.Push(next);
            }
        }

        return false;
    }
}
