using System.Text.Json;

namespace Negotiations;

/// <summary>The value of a fact: what is compared, and all that is shown.</summary>
/// <param name="Status">What is compared: two values of one status are the same value, whatever their details.</param>
/// <param name="Json">The whole value, a JSON object.</param>
/// <param name="Fullness">How many details it has.</param>
public sealed record FactValue(string Status, string Json, int Fullness)
{
    /// <summary>Whether the value is a place as it is written, of which one can be within another.</summary>
    public bool IsPlace { get; init; }

    /// <summary>
    /// Whether the values are places of which the words of the one are among those of the other: a town, and a house in
    /// that town.
    /// </summary>
    public bool IsSamePlaceAs(FactValue other)
    {
        if (!IsPlace || !other.IsPlace)
            return false;
        var (words, others) = (Status.Split('-').ToHashSet(), other.Status.Split('-').ToHashSet());
        return words.IsSubsetOf(others) || others.IsSubsetOf(words);
    }

    /// <summary>A value with a <c>status</c>, which is what is compared.</summary>
    public static FactValue WithStatus(string status, params ReadOnlySpan<(string Name, object? Value)> details) =>
        Create(status, [("status", status), .. details]);

    /// <summary>A value without a <c>status</c>; something else, such as the names in a list, is compared.</summary>
    public static FactValue Comparing(string compared, params ReadOnlySpan<(string Name, object? Value)> details) =>
        Create(compared, details);

    /// <summary>A list of names: the order in which they are written plays no part in a comparison.</summary>
    public static FactValue FromNames(IEnumerable<Name> names)
    {
        var ids = names.Select(name => name.Id).Distinct().ToList();
        return Comparing(string.Join('+', ids.Order(StringComparer.Ordinal)), ("names", ids));
    }

    // A null or empty detail asserts nothing.
    private static FactValue Create(string status, ReadOnlySpan<(string Name, object? Value)> details)
    {
        var value = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var (name, detail) in details)
        {
            switch (detail)
            {
                case null or "":
                    break;
                case Name entity:
                    value[name] = entity.Id;
                    break;
                case IEnumerable<Name> entities when entities.Any():
                    value[name] = entities.Select(entity => entity.Id).ToList();
                    break;
                case System.Collections.IEnumerable list and not string when !list.Cast<object>().Any():
                    break;
                default:
                    value[name] = detail;
                    break;
            }
        }

        return new(status, JsonSerializer.Serialize(value, EventJson.Options), value.Count);
    }
}
