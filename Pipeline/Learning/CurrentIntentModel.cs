using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Pipeline.Learning;

/// <summary>The classifier that reads messages right now. Replaced in one step; a message under way goes on with the one it began with.</summary>
public sealed class CurrentIntentModel
{
    private volatile IntentModel? learned;

    public IntentModel Value => learned ?? IntentModel.Default;

    public bool IsLearned => learned is not null;

    public void Use(IntentModel model) => learned = model;
}
