using System.Linq.Expressions;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Restaurant.Infrastructure.Database;

/// <summary>One column of a bulk insert: how its value is read from an entity and stored, compiled once, so that no value is boxed on its way.</summary>
internal abstract class BulkField<T>(string column, string storeType)
{
    public string Column => column;

    public string StoreType => storeType;

    public abstract Task CopyAsync(NpgsqlBinaryImporter copy, T row, CancellationToken cancellationToken);

    public abstract object? Read(T row);

    public static BulkField<T> Of(IProperty property, string column)
    {
        var row = Expression.Parameter(typeof(T), "row");
        Expression value = Expression.Property(row, property.PropertyInfo ?? throw new InvalidOperationException($"{property.Name} has no property."));
        Expression? isNull = null;
        if (property.IsNullable)
        {
            isNull = Expression.Equal(value, Expression.Constant(null, value.Type));
            if (Nullable.GetUnderlyingType(value.Type) is not null)
                value = Expression.Property(value, nameof(Nullable<>.Value));
        }

        if (property.GetTypeMapping().Converter?.ConvertToProviderExpression is { } convert)
            value = Expression.Invoke(convert, value);
        var method = typeof(BulkField<T>).GetMethod(nameof(Make), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(value.Type);
        return (BulkField<T>)method.Invoke(null, [column, property.GetRelationalTypeMapping().StoreTypeNameBase, row, value, isNull])!;
    }

    private static Typed<TValue> Make<TValue>(string column, string storeType, ParameterExpression row, Expression value, Expression? isNull)
        where TValue : notnull => new(
            column, storeType, Expression.Lambda<Func<T, TValue>>(value, row).Compile(),
            isNull is null ? null : Expression.Lambda<Func<T, bool>>(isNull, row).Compile());

    private sealed class Typed<TValue>(string column, string storeType, Func<T, TValue> value, Func<T, bool>? isNull) : BulkField<T>(column, storeType)
        where TValue : notnull
    {
        public override Task CopyAsync(NpgsqlBinaryImporter copy, T row, CancellationToken cancellationToken) => isNull?.Invoke(row) == true
            ? copy.WriteNullAsync(cancellationToken)
            : copy.WriteAsync(value(row), StoreType, cancellationToken);

        public override object? Read(T row) => isNull?.Invoke(row) == true ? null : value(row);
    }
}
