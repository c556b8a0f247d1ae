namespace Restaurant.Domain.Understanding.Calibration;

/// <summary>Logistic regression on a handful of figures, fitted by Newton's method with a pull towards zero: no chance, no order.</summary>
internal sealed class LogisticFit
{
    private const int Rounds = 40;
    private const double Pull = 0.5;
    private const double Never = 1e9;
    private const double Settled = 1e-9;
    private readonly double[] weights;

    private LogisticFit(double[] weights) => this.weights = weights;

    public double Of(ReadOnlySpan<double> figures)
    {
        var sum = weights[^1];
        for (var i = 0; i < figures.Length; i++)
            sum += weights[i] * figures[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    /// <param name="signs">
    /// What each figure may say: 1 only good, -1 only bad, 0 either. With a few hundred samples a figure can seem to help by chance alone;
    /// one that comes out against its sign is left out.
    /// </param>
    public static LogisticFit To(IReadOnlyList<(double[] Figures, bool IsRight)> samples, ReadOnlySpan<sbyte> signs)
    {
        var left = new bool[signs.Length];
        while (true)
        {
            var fit = To(samples, left);
            var again = false;
            for (var i = 0; i < signs.Length; i++)
            {
                if (!left[i] && fit.weights[i] * signs[i] < 0)
                    again = left[i] = true;
            }

            if (!again)
                return fit;
        }
    }

    private static LogisticFit To(IReadOnlyList<(double[] Figures, bool IsRight)> samples, bool[] left)
    {
        var size = left.Length;
        var fit = new LogisticFit(new double[size + 1]);
        for (var round = 0; round < Rounds; round++)
        {
            var slope = new double[size + 1];
            var bend = new double[size + 1, size + 1];
            for (var i = 0; i <= size; i++)
            {
                // The constant is free to say how often we are right at all.
                var pull = i == size ? 0.01 : left[i] ? Never : Pull;
                (slope[i], bend[i, i]) = (-pull * fit.weights[i], pull);
            }

            foreach (var (figures, isRight) in samples)
                Add(figures, isRight, fit.Of(figures), slope, bend);
            var step = Solve(bend, slope);
            for (var i = 0; i <= size; i++)
                fit.weights[i] += Math.Clamp(step[i], -2, 2);
            if (step.Max(Math.Abs) < Settled)
                break;
        }

        return fit;
    }

    private static void Add(double[] figures, bool isRight, double chance, double[] slope, double[,] bend)
    {
        var size = figures.Length;
        for (var i = 0; i <= size; i++)
        {
            var left = i == size ? 1 : figures[i];
            slope[i] += ((isRight ? 1 : 0) - chance) * left;
            for (var j = 0; j <= size; j++)
                bend[i, j] += chance * (1 - chance) * left * (j == size ? 1 : figures[j]);
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
