using System.Collections.Concurrent;

namespace Negotiations;

/// <summary>Says which places lie in which, by the negotiation's file and by the words of their names.</summary>
public sealed class PlaceIndex(NegotiationDefined negotiation)
{
    // Two places are compared again and again, with each report of them.
    private readonly ConcurrentDictionary<(string Place, string Other), bool> known = new();

    private readonly FormIndex<Place> index = new(negotiation.Places, place => place.ListForms());

    /// <summary>The place that a name or spelling means, or null.</summary>
    public Place? Find(string form) => index.Find(form);

    /// <summary>
    /// Whether a place lies in another or is the same, both as a text writes them: the negotiation's file says so, or
    /// the words of the other are among the words of the one (a house in a town, with the name of the town).
    /// </summary>
    public bool LiesIn(string place, string other) =>
        // A file in which places lie in each other is refused, but what is recorded may be older.
        known.GetOrAdd((place, other), pair =>
            LiesIn(pair.Place, ListForms(pair.Other), new(ReferenceEqualityComparer.Instance))
        );

    /// <summary>Whether one of two places lies in the other, so that they do not contradict each other.</summary>
    public bool AreCompatible(string one, string other) => LiesIn(one, other) || LiesIn(other, one);

    /// <summary>The forms that mean two places of a negotiation, each with both.</summary>
    public static IEnumerable<(string Form, Place First, Place Second)> FindClashes(IEnumerable<Place> places) =>
        FormIndex<Place>.FindClashes(places, place => place.ListForms());

    private bool LiesIn(string place, IReadOnlyList<HashSet<string>> others, HashSet<Place> seen)
    {
        var words = Words(place);
        if (words.Count == 0)
            return false;
        return others.Any(other => other.IsSubsetOf(words))
            || ListNamed(place, words)
                .Where(seen.Add)
                .Any(named =>
                    named.ListForms().Any(form => others.Any(other => other.IsSubsetOf(Words(form))))
                    || (named.In is { } around && LiesIn(around, others, seen))
                );
    }

    // What the file knows by this form; else whatever it knows whose words stand in the text.
    private IEnumerable<Place> ListNamed(string place, HashSet<string> words) =>
        Find(place) is { } found
            ? [found]
            : negotiation.Places.Where(known => known.ListForms().Any(form => Words(form).IsSubsetOf(words)));

    private List<HashSet<string>> ListForms(string place) =>
        [.. (Find(place)?.ListForms() ?? []).Prepend(place).Select(Words).Where(words => words.Count > 0)];

    private static HashSet<string> Words(string text) =>
        [.. Slug.From(text).Split('-', StringSplitOptions.RemoveEmptyEntries)];
}
