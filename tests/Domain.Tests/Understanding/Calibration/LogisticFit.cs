namespace Restaurant.Domain.Tests.Understanding.Calibration;

/// <summary>
/// Logistic regression on a handful of figures, fitted by Newton's method with a pull towards zero: no chance, no order. First readings
/// have a constant of their own, because the readers that made them went wrong more often: they say what tells right from wrong, and not
/// how often the present reader is right.
/// </summary>
internal static class LogisticFit
{
    private const int Rounds = 40;
    private const double Pull = 0.05;
    private const double ConstantPull = 0.01;
    private const double Never = 1e9;
    private const double Settled = 1e-9;

    /// <param name="signs">What each figure may say; one that comes out against its sign is left out.</param>
    /// <returns>A weight for each figure and the constant.</returns>
    public static double[] To(IReadOnlyList<Sample> samples, IReadOnlyList<int> signs)
    {
        var pulls = signs.Select(_ => Pull).Append(ConstantPull).Append(ConstantPull).ToArray();
        while (true)
        {
            var weights = To(samples, pulls);
            var again = false;
            for (var i = 0; i < signs.Count; i++)
            {
                if (pulls[i] < Never && weights[i] * signs[i] < 0)
                    (pulls[i], again) = (Never, true);
            }

            if (!again)
                return weights[..^1];
        }
    }

    private static double[] To(IReadOnlyList<Sample> samples, double[] pulls)
    {
        var size = pulls.Length;
        var weights = new double[size];
        for (var round = 0; round < Rounds; round++)
        {
            var slope = new double[size];
            var bend = new double[size, size];
            for (var i = 0; i < size; i++)
                (slope[i], bend[i, i]) = (-pulls[i] * weights[i], pulls[i]);
            foreach (var sample in samples)
                Add(sample, weights, slope, bend);
            var step = Solve(bend, slope);
            for (var i = 0; i < size; i++)
                weights[i] += Math.Clamp(step[i], -2, 2);
            if (step.Max(Math.Abs) < Settled)
                break;
        }

        return weights;
    }

    private static void Add(Sample sample, double[] weights, double[] slope, double[,] bend)
    {
        double[] figures = [.. sample.Figures, 1, sample.IsFirstReading ? 1 : 0];
        var chance = 1 / (1 + Math.Exp(-weights.Zip(figures, (weight, figure) => weight * figure).Sum()));
        var (miss, spread) = ((sample.IsRight ? 1 : 0) - chance, chance * (1 - chance));
        for (var i = 0; i < figures.Length; i++)
        {
            slope[i] += miss * figures[i];
            for (var j = 0; j < figures.Length; j++)
                bend[i, j] += spread * figures[i] * figures[j];
        }
    }

    /// <summary>Gauss with the largest pivot; the matrix is positive definite because of the pull.</summary>
    private static double[] Solve(double[,] matrix, double[] right)
    {
        var size = right.Length;
        for (var column = 0; column < size; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < size; row++)
            {
                if (Math.Abs(matrix[row, column]) > Math.Abs(matrix[pivot, column]))
                    pivot = row;
            }

            for (var k = 0; k < size; k++)
                (matrix[column, k], matrix[pivot, k]) = (matrix[pivot, k], matrix[column, k]);
            (right[column], right[pivot]) = (right[pivot], right[column]);
            for (var row = 0; row < size; row++)
            {
                if (row == column)
                    continue;
                var factor = matrix[row, column] / matrix[column, column];
                for (var k = column; k < size; k++)
                    matrix[row, k] -= factor * matrix[column, k];
                right[row] -= factor * right[column];
            }
        }

        for (var i = 0; i < size; i++)
            right[i] /= matrix[i, i];
        return right;
    }
}
