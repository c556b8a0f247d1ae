using System.Linq.Expressions;

namespace Restaurant.Infrastructure.Database;

internal static class TextSearch
{
    /// <summary>Rows of which one of the columns contains the words, whatever the case; all rows when there are no words.</summary>
    public static IQueryable<T> Containing<T>(this IQueryable<T> rows, string? words, params Expression<Func<T, string>>[] columns)
    {
        if (words?.Trim().ToLowerInvariant() is not { Length: > 0 } lowered)
            return rows;

        // Read through a property, the words become a parameter of the query instead of a part of it.
        var needle = Expression.Property(Expression.Constant(new Needle(lowered)), nameof(Needle.Words));
        var row = Expression.Parameter(typeof(T), "row");
        var any = columns
            .Select(column => new Rename(column.Parameters[0], row).Visit(column.Body))
            .Select(column => (Expression)Expression.Call(
                Expression.Call(column, nameof(string.ToLower), null), nameof(string.Contains), null, needle))
            .Aggregate(Expression.OrElse);
        return rows.Where(Expression.Lambda<Func<T, bool>>(any, row));
    }

    private sealed record Needle(string Words);

    private sealed class Rename(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
