namespace Restaurant.Domain.Jobs;

/// <summary>All jobs this program knows, by their keys.</summary>
public sealed class JobCatalog
{
    private readonly Dictionary<string, JobDefinition> jobs;

    /// <exception cref="InvalidOperationException">Two jobs have the same key, or one has none that can be kept.</exception>
    public JobCatalog(IEnumerable<JobDefinition> definitions)
    {
        jobs = new(StringComparer.Ordinal);
        foreach (var job in definitions)
        {
            if (job.Key.Length is 0 or > JobDefinition.MaxKey || !jobs.TryAdd(job.Key, job))
                throw new InvalidOperationException($"The job key \"{job.Key}\" is used twice, is empty or is too long. Give every job a key of its own.");
        }
    }

    public IReadOnlyList<JobDefinition> All => [.. jobs.Values.OrderBy(job => job.Name, StringComparer.Ordinal)];

    /// <summary>Null for a job of another version of the program.</summary>
    public JobDefinition? Find(string key) => jobs.GetValueOrDefault(key);

    /// <summary>The name for people; the key where the job is not known any more.</summary>
    public string NameOf(string key) => Find(key)?.Name ?? key;
}
