using Restaurant.Domain.Understanding;
using Restaurant.Domain.Understanding.Calibration;
using Restaurant.Domain.Understanding.Intents;

namespace Restaurant.Domain.Learning;

/// <summary>Two models on the same held-back messages, and whether the new one may take the old one's place.</summary>
/// <param name="CurrentRight">How many intents the present model has right.</param>
/// <param name="CurrentRisk">Orders that were none: what the present model would have cooked unasked.</param>
public sealed record LearningComparison(int Messages, int CurrentRight, int CandidateRight, int CurrentRisk, int CandidateRisk)
{
    /// <summary>Only if it is right more often and does not see more orders where there are none; a draw changes nothing.</summary>
    public bool IsBetter => CandidateRight > CurrentRight && CandidateRisk <= CurrentRisk;

    /// <summary>One sentence for people.</summary>
    public string Summary =>
        $"{CandidateRight} of {Messages} right instead of {CurrentRight}, {CandidateRisk} false orders instead of {CurrentRisk}: "
        + (IsBetter ? "the new model replaces the old one." : "the old model stays.");

    public static LearningComparison Compare(IntentModel current, IntentModel candidate, IReadOnlyList<HeldBackMessage> heldBack)
    {
        var (right, risk) = (new int[2], new int[2]);
        foreach (var message in heldBack)
        {
            var reading = message.Read();
            Count(0, IntentClassifier.Classify(message.Message, reading, current).Intent);
            Count(1, IntentClassifier.Classify(message.Message, reading, candidate).Intent);

            void Count(int model, Intent intent)
            {
                if (message.Intents.Contains(intent))
                    right[model]++;
                else if (intent == Intent.Order)
                    risk[model]++;
            }
        }

        return new(heldBack.Count, right[0], right[1], risk[0], risk[1]);
    }
}
