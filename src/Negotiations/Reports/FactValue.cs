using System.Text.Json;

namespace Negotiations;

/// <summary>The value of a fact: what is compared, and all that is shown.</summary>
/// <param name="Status">What is compared: two values of one status are the same value, whatever their details.</param>
/// <param name="Json">The whole value, a JSON object.</param>
/// <param name="Fullness">How many details it has.</param>
public sealed record FactValue(string Status, string Json, int Fullness)
{
    /// <summary>The details in their order, names as their identifiers.</summary>
    internal IReadOnlyList<(string Name, object Value)> Details { get; init; } = [];

    /// <summary>The detail that is compared, where the value has no status; else null.</summary>
    internal string? Compared { get; init; }

    /// <summary>A detail of the value, or null.</summary>
    internal object? Find(string detail)
    {
        // Values are compared with each other more often than anything else is done, so nothing is made for it.
        for (var place = 0; place < Details.Count; place++)
        {
            if (Details[place].Name == detail)
                return Details[place].Value;
        }

        return null;
    }

    /// <summary>The value with other details.</summary>
    internal FactValue With(string status, IReadOnlyList<(string Name, object Value)> details) =>
        Write(status, details) with
        {
            Compared = Compared,
        };

    /// <summary>The value with another status, in place of its own or before its details.</summary>
    internal FactValue WithStatus(string status) =>
        Write(status, [("status", status), .. Details.Where(detail => detail.Name != "status")]);

    /// <inheritdoc/>
    public bool Equals(FactValue? other) => Status == other?.Status && Json == other.Json;

    /// <inheritdoc/>
    public override int GetHashCode() => Json.GetHashCode(StringComparison.Ordinal);

    /// <summary>A value with a <c>status</c>, which is what is compared.</summary>
    public static FactValue WithStatus(string status, params ReadOnlySpan<(string Name, object? Value)> details) =>
        Create(status, [("status", status), .. details]);

    /// <summary>A value without a <c>status</c>; something else, such as the names in a list, is compared.</summary>
    public static FactValue Comparing(string compared, params ReadOnlySpan<(string Name, object? Value)> details) =>
        Create(compared, details) is var value && value.Details.Count > 0
            ? value with
            {
                Compared = value.Details[0].Name,
            }
            : value;

    /// <summary>A value of words with a status that is compared and is not among what is shown.</summary>
    public static FactValue InWords(string status, params ReadOnlySpan<(string Name, object? Value)> details) =>
        Create(status, details);

    /// <summary>A list of names: the order in which they are written plays no part in a comparison.</summary>
    public static FactValue FromNames(IEnumerable<Name> names)
    {
        var ids = names.Select(name => name.Id).Distinct().ToList();
        return Comparing(string.Join('+', ids.Order(StringComparer.Ordinal)), ("names", ids));
    }

    // A null or empty detail asserts nothing.
    private static FactValue Create(string status, ReadOnlySpan<(string Name, object? Value)> details)
    {
        var value = new List<(string Name, object Value)>();
        foreach (var (name, detail) in details)
        {
            switch (detail)
            {
                case null or "":
                    break;
                case Name entity:
                    value.Add((name, entity.Id));
                    break;
                case IEnumerable<Name> entities when entities.Any():
                    value.Add((name, entities.Select(entity => entity.Id).ToList()));
                    break;
                case IEnumerable<string> texts when texts.Any():
                    value.Add((name, texts.ToList()));
                    break;
                case System.Collections.IEnumerable list and not string when !list.Cast<object>().Any():
                    break;
                default:
                    value.Add((name, detail));
                    break;
            }
        }

        return Write(status, value);
    }

    private static FactValue Write(string status, IReadOnlyList<(string Name, object Value)> details) =>
        new(
            status,
            JsonSerializer.Serialize(
                details.ToDictionary(detail => detail.Name, detail => detail.Value, StringComparer.Ordinal),
                EventJson.Options
            ),
            details.Count
        )
        {
            Details = details,
        };
}
