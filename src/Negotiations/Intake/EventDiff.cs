using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations;

/// <summary>Compares a coded event with the stored one, field by field, as they were written.</summary>
/// <remarks>
/// What names were resolved to plays no part: the negotiation's file may have changed since, and that is no edit of the
/// article's coding. Nor does who proposed it.
/// </remarks>
internal static class EventDiff
{
    public static IEnumerable<CodingDifference> Between(DomainEvent stored, DomainEvent coded, string where)
    {
        if (stored.GetType() != coded.GetType())
        {
            yield return new(where, "type", stored.GetType().Name, coded.GetType().Name);
            yield break;
        }

        var before = ListFields(stored);
        var after = ListFields(coded);
        // Nor does a standing that follows from them on both sides.
        if (stored is Report { StandingIsDerived: true } && coded is Report { StandingIsDerived: true })
        {
            before.Remove("standing");
            after.Remove("standing");
        }

        foreach (var field in before.Keys.Union(after.Keys, StringComparer.Ordinal))
        {
            var (was, now) = (before.GetValueOrDefault(field), after.GetValueOrDefault(field));
            if (was != now)
                yield return new(where, field, was, now);
        }
    }

    private static Dictionary<string, string> ListFields(DomainEvent @event)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        Flatten(JsonSerializer.SerializeToNode(@event, @event.GetType(), EventJson.Options), "", fields);
        fields.Remove("format");
        foreach (var name in fields.Keys.Where(name => name.StartsWith("proposed.", StringComparison.Ordinal)).ToList())
            fields.Remove(name);
        return fields;
    }

    private static void Flatten(JsonNode? node, string path, Dictionary<string, string> fields)
    {
        switch (node)
        {
            case JsonObject name when name.Count == 2 && name.ContainsKey("written") && name.ContainsKey("id"):
                // A side that nobody wrote follows from the negotiation's file.
                if (name["written"]!.GetValue<string>().Length > 0)
                    fields[path] = name["written"]!.ToJsonString(EventJson.Options);
                break;
            case JsonObject members:
                foreach (var (key, value) in members)
                {
                    if (key != "speaksFor")
                        Flatten(value, path.Length == 0 ? key : $"{path}.{key}", fields);
                }

                break;
            case JsonArray items:
                for (var i = 0; i < items.Count; i++)
                    Flatten(items[i], $"{path}[{i}]", fields);
                break;
            case not null:
                fields[path] = node.ToJsonString(EventJson.Options);
                break;
        }
    }
}
