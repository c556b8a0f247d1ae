namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>How many messages of each whole percent of confidence were right and wrong, each judged by a fit that had not seen its restaurant.</summary>
public sealed class ConfidenceSteps
{
    private const double Rounding = 1e-9;
    private readonly List<(double At, int Right, int Wrong)> steps = [];

    /// <param name="at">The lower end of the step, 0 to 0.99.</param>
    internal void Add(double at, int right, int wrong) => steps.Add((at, right, wrong));

    /// <summary>How many are at least this sure, and how many of these are wrong.</summary>
    public (int Accepted, int Wrong) From(double threshold)
    {
        var (accepted, wrong) = (0, 0);
        foreach (var step in steps)
        {
            if (step.At < threshold - Rounding)
                continue;
            accepted += step.Right + step.Wrong;
            wrong += step.Wrong;
        }

        return (accepted, wrong);
    }
}
