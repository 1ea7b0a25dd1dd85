using Negotiations.Assistant.Reading;

namespace Negotiations.Assistant.Rules;

/// <summary>Finds the places where a text puts the talks.</summary>
internal static class Venues
{
    private const int Nearby = 6;

    /// <summary>The names of the places, with those in which they lie.</summary>
    public static HashSet<string> Find(IEnumerable<SentenceReading> sentences, NegotiationDefined definition)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var elements in sentences.Select(sentence => sentence.Elements))
        {
            for (var i = 0; i < elements.Count; i++)
            {
                if (
                    elements[i].Word
                    is not ("talks" or "negotiations" or "summit" or "round" or "negotiators" or "delegations")
                )
                    continue;
                for (var j = Math.Max(0, i - Nearby); j < Math.Min(elements.Count, i + Nearby); j++)
                {
                    if (elements[j].Mention?.Place is { } place && IsOfTalks(elements, i, j))
                        Add(place, found, definition);
                }
            }
        }

        return found;
    }

    // "Talks … in Halden", "to Halden for talks".
    private static bool IsOfTalks(IReadOnlyList<Element> elements, int talks, int place) =>
        place > talks
            ? elements[place - 1].Word is "in" or "at"
                || elements[place].Mention!.Written.StartsWith("in ", StringComparison.Ordinal)
            : place + 1 < elements.Count
                && elements[place + 1].Word is "for" or "talks" or "summit" or "round" or "meeting";

    private static void Add(Place place, HashSet<string> found, NegotiationDefined definition)
    {
        // A place that is itself a party is where somebody comes from.
        if (definition.Entities.Any(entity => entity.Name == place.Name))
            return;
        found.Add(place.Name);
        if (place.In is { } around && !definition.Entities.Any(entity => entity.Name == around))
            found.Add(around);
    }
}
