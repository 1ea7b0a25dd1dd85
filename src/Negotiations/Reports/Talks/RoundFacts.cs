namespace Negotiations;

/// <summary>The facts of a round itself: <c>round/status</c>, <c>round/date</c>, <c>round/venue</c> and <c>round/host</c>.</summary>
internal static class RoundFacts
{
    public const string Status = "round/status";

    public const string Host = "round/host";

    private const string DateSubject = "round/date";

    private const string VenueSubject = "round/venue";

    /// <summary>A third party's proposal of talks; it never displaces what is scheduled.</summary>
    public static Assertion Proposed(Name? by, Edtf? date) =>
        new(Status, FactValue.WithStatus("proposed", ("by", by), ("date", date)), Rank.Yielding);

    /// <summary>An offer of talks; it never displaces what is scheduled.</summary>
    public static Assertion Offered(Name? by, Edtf? date) =>
        new(Status, FactValue.WithStatus("offered", ("by", by), ("date", date)), Rank.Yielding);

    /// <summary>A schedule of talks.</summary>
    public static IEnumerable<Assertion> Scheduled(Edtf? date, string? time, string? venue, IReadOnlyList<Name>? parties)
    {
        yield return new(Status, FactValue.WithStatus("scheduled", ("date", date), ("time", time), ("venue", venue), ("parties", parties)));
        if (date is not null) yield return Date(date, time);
        if (!string.IsNullOrEmpty(venue)) yield return Venue(venue);
    }

    /// <summary>Talks that took place.</summary>
    public static IEnumerable<Assertion> Held(
        Edtf? happened, string? venue, IReadOnlyList<Name>? parties, params ReadOnlySpan<(string Name, object? Value)> details)
    {
        List<Assertion> facts =
        [
            new(Status, FactValue.WithStatus("held", [("date", happened), ("venue", venue), ("parties", parties), .. details]), Rank.Final),
        ];
        if (happened is not null) facts.Add(Date(happened, time: null));
        if (!string.IsNullOrEmpty(venue)) facts.Add(Venue(venue));
        return facts;
    }

    // A vague date never replaces a day.
    private static Assertion Date(Edtf date, string? time) =>
        new(DateSubject, FactValue.Comparing(date.Text, ("date", date), ("time", time)), date.Bounds.IsDay ? Rank.Ordinary : Rank.Yielding);

    private static Assertion Venue(string venue) => new(VenueSubject, FactValue.Comparing(Slug.Of(venue), ("venue", venue)));
}
