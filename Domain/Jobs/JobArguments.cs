using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Restaurant.Domain.Jobs;

/// <summary>Arguments between their two forms: JSON, as it is kept and typed, and the record a job reads.</summary>
public static class JobArguments
{
    public const int MaxLength = 8000;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        // A mistyped name must not pass as "not given".
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<JobParameter>> Known = [];

    public static string Write(object arguments) => JsonSerializer.Serialize(arguments, arguments.GetType(), Options);

    /// <exception cref="GiveUpException">They cannot be read or break a limit; the message says which.</exception>
    public static T Read<T>(string? json)
        where T : class, new()
    {
        var (arguments, problem) = TryRead(typeof(T), json);
        return arguments as T ?? throw new GiveUpException($"{problem} Replay the run with other arguments.");
    }

    /// <summary>Why arguments cannot be used, for people; null when they can. Null arguments are all defaults.</summary>
    public static string? Problem(JobDefinition job, string? json) => TryRead(job.Arguments, json).Problem;

    public static IReadOnlyList<JobParameter> Parameters(Type arguments) => Known.GetOrAdd(arguments, type =>
    {
        var defaults = Activator.CreateInstance(type)!;
        return [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(property => Describe(property, defaults))];
    });

    private static (object? Arguments, string? Problem) TryRead(Type type, string? json)
    {
        if (json?.Length > MaxLength)
            return (null, string.Create(CultureInfo.InvariantCulture, $"The arguments are longer than {MaxLength} characters."));
        object arguments;
        try
        {
            arguments = (string.IsNullOrWhiteSpace(json) ? null : JsonSerializer.Deserialize(json, type, Options)) ?? Activator.CreateInstance(type)!;
        }
        catch (JsonException exception)
        {
            var where = exception.Path is { Length: > 2 } path ? $" at {path[2..]}" : "";
            return (null, $"The arguments cannot be read{where}: {(json!.TrimStart().StartsWith('{') ? "a name or a value does not fit." : "they must be a JSON object.")}");
        }

        var problems = new List<ValidationResult>();
        return Validator.TryValidateObject(arguments, new(arguments), problems, validateAllProperties: true)
            ? (arguments, null)
            : (null, string.Join(' ', problems.Select(problem => problem.ErrorMessage)));
    }

    private static JobParameter Describe(PropertyInfo property, object defaults)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        var display = property.GetCustomAttribute<DisplayAttribute>();
        var kind = type switch
        {
            { IsEnum: true } => JobParameterKind.Choice,
            _ when type == typeof(bool) => JobParameterKind.Flag,
            _ when type == typeof(DateOnly) || type == typeof(DateTimeOffset) => JobParameterKind.Date,
            _ when type == typeof(int) || type == typeof(long) || type == typeof(double) || type == typeof(decimal) => JobParameterKind.Number,
            _ => JobParameterKind.Text,
        };
        return new(
            JsonNamingPolicy.CamelCase.ConvertName(property.Name), display?.Name ?? Words(property.Name), kind,
            JsonSerializer.Serialize(property.GetValue(defaults), property.PropertyType, Options), property.GetCustomAttribute<RequiredAttribute>() is not null,
            display?.Description ?? "", Limits(property), type.IsEnum ? Enum.GetNames(type) : []);
    }

    private static string Limits(PropertyInfo property) => string.Join(", ", property.GetCustomAttributes<ValidationAttribute>().Select(limit => limit switch
    {
        RangeAttribute range => string.Create(CultureInfo.InvariantCulture, $"{range.Minimum} to {range.Maximum}"),
        MaxLengthAttribute longest => string.Create(CultureInfo.InvariantCulture, $"at most {longest.Length} characters"),
        StringLengthAttribute longest => string.Create(CultureInfo.InvariantCulture, $"at most {longest.MaximumLength} characters"),
        _ => "",
    }).Where(limit => limit.Length > 0));

    // "DaysToKeep" becomes "Days to keep".
    private static string Words(string name)
    {
        var words = new StringBuilder();
        foreach (var letter in name)
            words.Append(char.IsUpper(letter) && words.Length > 0 ? $" {char.ToLowerInvariant(letter)}" : $"{letter}");
        return words.ToString();
    }
}
