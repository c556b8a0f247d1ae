using Restaurant.Domain.Runs;

namespace Restaurant.Pipeline.Engine;

/// <summary>Sees steps while they happen.</summary>
public interface IStepWatcher
{
    void Starting(string step);

    void Finished(RunStep step);
}
