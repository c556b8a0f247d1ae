namespace Restaurant.Domain.Jobs;

public enum JobRunState
{
    /// <summary>Waits for its time or for a free place.</summary>
    Queued,

    /// <summary>Could begin, but the gate holds it back; the run's reason says why.</summary>
    Waiting,

    Running,

    /// <summary>Failed, and will be tried again when it is due.</summary>
    Retrying,

    Succeeded,

    /// <summary>A dead letter: failed for the last time and waits for a person.</summary>
    Dead,

    Cancelled,

    /// <summary>Its node died and the job may not be repeated: a person decides.</summary>
    Lost,

    /// <summary>Never begun: missed while nobody was there to run it, or the gate held it back for too long.</summary>
    Skipped,
}

public static class JobRunStates
{
    extension(JobRunState state)
    {
        public bool IsOver => state >= JobRunState.Succeeded;

        /// <summary>Ended otherwise than hoped: what a person may want to replay.</summary>
        public bool IsBad => state is JobRunState.Dead or JobRunState.Lost;
    }
}

/// <summary>Who or what started a run.</summary>
public enum JobCause
{
    Schedule,
    Person,
    Chain,
    Replay,

    /// <summary>The product itself, in the course of other work.</summary>
    Product,
}
