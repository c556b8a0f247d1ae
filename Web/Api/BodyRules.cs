using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;

namespace Restaurant.Web.Api;

/// <summary>
/// What the types of a body say and a reader of JSON does not check: that what is not optional is there, that lists hold no null, and that
/// no text holds a NUL, which no database stores. Runs before the handler, for every body of the API.
/// </summary>
internal static class BodyRules
{
    private static readonly ConcurrentDictionary<Type, Field[]> Known = new();

    public static TGroup WithBodyRules<TGroup>(this TGroup group)
        where TGroup : IEndpointConventionBuilder => group.AddEndpointFilterFactory(static (endpoint, next) =>
    {
        var body = Array.FindIndex(endpoint.MethodInfo.GetParameters(), parameter => IsBody(parameter.ParameterType));
        return body < 0 ? next : context => context.Arguments[body] is { } value && Check(value) is { Count: > 0 } problems
            ? ValueTask.FromResult<object?>(TypedResults.ValidationProblem(problems))
            : next(context);
    });

    public static Dictionary<string, string[]> Check(object body)
    {
        var problems = new Dictionary<string, string[]>(StringComparer.Ordinal);
        Look(body, "", problems);
        return problems;
    }

    private static void Look(object value, string path, Dictionary<string, string[]> problems)
    {
        if (value is string text)
        {
            if (text.Contains('\0', StringComparison.Ordinal))
                problems[path] = ["The text must not hold a NUL character."];
        }
        else if (value is IEnumerable list)
        {
            var at = 0;
            foreach (var item in list)
                Inside(item, $"{path}[{at++}]", false, problems);
        }
        else if (IsBody(value.GetType()))
        {
            foreach (var field in Known.GetOrAdd(value.GetType(), FieldsOf))
                Inside(field.Property.GetValue(value), path.Length == 0 ? field.Name : $"{path}.{field.Name}", field.MayBeNull, problems);
        }
    }

    private static void Inside(object? value, string path, bool mayBeNull, Dictionary<string, string[]> problems)
    {
        if (value is not null)
            Look(value, path, problems);
        else if (!mayBeNull)
            problems[path] = [$"The field {path} must not be missing or null."];
    }

    private static Field[] FieldsOf(Type type)
    {
        var nullability = new NullabilityInfoContext();
        return [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.GetIndexParameters().Length == 0 && (!property.PropertyType.IsValueType || Nullable.GetUnderlyingType(property.PropertyType) is not null))
            .Select(property => new Field(
                property, JsonNamingPolicy.CamelCase.ConvertName(property.Name), nullability.Create(property).WriteState == NullabilityState.Nullable))];
    }

    // Our own records, in this project or the Domain; never a stream, a request or a service.
    private static bool IsBody(Type type) => type is { IsClass: true, IsAbstract: false }
        && type.Namespace?.StartsWith("Restaurant.", StringComparison.Ordinal) == true && type.GetMethod("<Clone>$") is not null;

    private sealed record Field(PropertyInfo Property, string Name, bool MayBeNull);
}
