using System.Collections.Frozen;
using NodaTime.Text;

namespace Negotiations;

/// <summary>Whether two values of one fact say the same, or what cannot both be true.</summary>
/// <remarks>
/// Days, numbers, places and clock times can contradict each other; what is said in words cannot, for nobody can tell.
/// A value that says the same more precisely contradicts nothing.
/// </remarks>
/// <param name="liesIn">Whether a place lies in another or is the same.</param>
public sealed class ValueComparison(Func<string, string, bool> liesIn)
{
    private static readonly FrozenSet<string> Places = FrozenSet.Create("venue", "destination", "place", "at");

    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>A comparison that knows of places only what their words tell.</summary>
    public static ValueComparison ByWords { get; } = new((place, other) => Words(place).IsSupersetOf(Words(other)));

    /// <summary>A comparison that knows the places of a negotiation's file.</summary>
    public static ValueComparison For(NegotiationDefined? definition) =>
        definition is { Places.Count: > 0 } ? new(new PlaceIndex(definition).LiesIn) : ByWords;

    /// <summary>
    /// Whether values of different acts are the same value: they have one status, or one is the other more precisely.
    /// </summary>
    /// <remarks>A list of names replaces another; it is never the same list more precisely.</remarks>
    public bool AreSame(FactValue a, FactValue b) =>
        a.Status == b.Status
        || (
            a.Compared is { } compared
            && compared == b.Compared
            && a.Find(compared) is not IEnumerable<string>
            && SaysOne(RelateCompared(a, b))
        );

    /// <summary>Whether a value of a fact without a status says what another says, more precisely.</summary>
    public bool IsMorePrecise(FactValue value, FactValue other) =>
        value.Compared is { } compared
        && compared == other.Compared
        && value.Find(compared) is not IEnumerable<string>
        && RelateCompared(value, other) == DetailRelation.MorePrecise;

    /// <summary>Whether what two reports of one act say can both be true, so that together they say one
    /// thing.</summary>
    public bool AreOne(FactValue a, FactValue b) =>
        (a.Status == b.Status || (a.Compared is not null && a.Compared == b.Compared && SaysOne(RelateCompared(a, b))))
        && !Contradict(a, b);

    /// <summary>Whether a detail of two values cannot be true of one act.</summary>
    public bool Contradict(FactValue a, FactValue b)
    {
        for (var place = 0; place < a.Details.Count; place++)
        {
            var (name, value) = a.Details[place];
            if (
                b.Find(name) is { } other
                && Relate(name, value, other, isCompared: name == a.Compared && a.Compared == b.Compared)
                    == DetailRelation.Contradicts
            )
                return true;
        }

        return false;
    }

    /// <summary>How a detail stands to the same detail of another value.</summary>
    internal DetailRelation Relate(string name, object a, object b, bool isCompared) =>
        (a, b) switch
        {
            (Edtf one, Edtf other) => RelateDays(one.Bounds, other.Bounds),
            (int one, int other) => one == other ? DetailRelation.Same : DetailRelation.Contradicts,
            (List<string> one, List<string> other) => one.SequenceEqual(other)
                ? DetailRelation.Same
                : RelateNames(one.ToHashSet(), other, isCompared),
            (string one, string other) when one == other => DetailRelation.Same,
            (string one, string other) when Places.Contains(name) => RelatePlaces(one, other),
            (string one, string other) when name == "time" => RelateTimes(one, other),
            (string, string) when isCompared => DetailRelation.Contradicts,
            _ => a.Equals(b) ? DetailRelation.Same : DetailRelation.Compatible,
        };

    private static bool SaysOne(DetailRelation relation) =>
        relation is DetailRelation.Same or DetailRelation.LessPrecise or DetailRelation.MorePrecise;

    private DetailRelation RelateCompared(FactValue a, FactValue b) =>
        Relate(a.Compared!, a.Find(a.Compared!)!, b.Find(a.Compared!)!, isCompared: true);

    private static DetailRelation RelateDays(DayBounds a, DayBounds b)
    {
        var both = a.Intersect(b);
        return a == b ? DetailRelation.Same
            : both.IsEmpty ? DetailRelation.Contradicts
            : both == a ? DetailRelation.MorePrecise
            : both == b ? DetailRelation.LessPrecise
            : DetailRelation.Compatible;
    }

    private static DetailRelation RelateNames(HashSet<string> a, List<string> b, bool isCompared) =>
        a.SetEquals(b) ? DetailRelation.Same
        : a.IsSubsetOf(b) ? DetailRelation.LessPrecise
        : a.IsSupersetOf(b) ? DetailRelation.MorePrecise
        : isCompared ? DetailRelation.Contradicts
        : DetailRelation.Compatible;

    private DetailRelation RelatePlaces(string a, string b) =>
        (liesIn(a, b), liesIn(b, a)) switch
        {
            (true, true) => DetailRelation.Same,
            (true, false) => DetailRelation.MorePrecise,
            (false, true) => DetailRelation.LessPrecise,
            _ => DetailRelation.Contradicts,
        };

    private static HashSet<string> Words(string place) => [.. Slug.From(place).Split('-')];

    // The words for parts of a day have no sharp ends: only two clock times contradict each other.
    private static DetailRelation RelateTimes(string a, string b) =>
        (Clock.Parse(a).Success, Clock.Parse(b).Success) switch
        {
            (true, true) => DetailRelation.Contradicts,
            (true, false) => DetailRelation.MorePrecise,
            (false, true) => DetailRelation.LessPrecise,
            _ => DetailRelation.Compatible,
        };
}
