namespace Negotiations;

/// <summary>
/// The facts of a round itself: <c>round/status</c>, and a fact for each detail that every report of the round can
/// give, such as <c>round/date</c> and <c>round/venue</c>.
/// </summary>
/// <remarks>
/// A detail has one home: what has a fact of its own is not repeated in the status. Talks that belong to no round have
/// none of these: each is one fact of its own act, <c>other-talks/{act}</c>, with all details.
/// </remarks>
internal static class RoundFacts
{
    /// <summary>What a report says of its round.</summary>
    /// <param name="report">The report.</param>
    /// <param name="status">The status.</param>
    /// <param name="rank">Which other statuses it can displace.</param>
    /// <param name="round">The details that have a fact of their own.</param>
    /// <param name="details">The details that belong to the status.</param>
    public static IEnumerable<Assertion> Create(
        Report report,
        string status,
        Precedence rank,
        RoundDetails round,
        params ReadOnlySpan<(string Name, object? Value)> details
    ) =>
        report.Round == Round.General
            ? [new($"other-talks/{report.Act}", FactValue.WithStatus(status, [.. round.ListAll(), .. details]), rank)]
            : [new("round/status", FactValue.WithStatus(status, details), rank), .. CreateDetails(round)];

    /// <summary>The host that a report gives its round.</summary>
    public static IEnumerable<Assertion> CreateHost(Report report, Name? host) =>
        host is null || report.Round == Round.General
            ? []
            : [new("round/host", FactValue.Comparing(host.Id, ("host", host)))];

    private static IEnumerable<Assertion> CreateDetails(RoundDetails round)
    {
        if (round.Date is { } date)
            yield return new(
                "round/date",
                FactValue.Comparing(date.Text, ("date", date), ("time", round.Time)),
                // A date that is no day, nor the days of talks that last longer, never displaces one that is.
                date.Precision
                    is DatePrecision.Day
                        or DatePrecision.Interval
                    ? Precedence.Ordinary
                    : Precedence.Yielding
            );
        if (!string.IsNullOrEmpty(round.Venue))
            yield return new("round/venue", FactValue.Comparing(Slug.From(round.Venue), ("venue", round.Venue)));
        foreach (var (list, names) in round.Lists.Where(list => list.Names is { Count: > 0 }))
            yield return new($"round/{list}", FactValue.FromNames(names!));
        if (round.Form is { } form)
            yield return new("round/form", FactValue.Comparing(EnumText.Format(form), ("form", form)));
        if (!string.IsNullOrEmpty(round.Level))
            yield return new("round/level", FactValue.Comparing(Slug.From(round.Level), ("level", round.Level)));
    }
}

/// <summary>The details of talks that have a fact of their own in a round.</summary>
internal sealed record RoundDetails
{
    public Edtf? Date { get; init; }

    public string? Time { get; init; }

    public string? Venue { get; init; }

    public IReadOnlyList<Name>? Parties { get; init; }

    public IReadOnlyList<Name>? Heads { get; init; }

    public IReadOnlyList<Name>? Participants { get; init; }

    public IReadOnlyList<Name>? Mediators { get; init; }

    public TalksForm? Form { get; init; }

    public string? Level { get; init; }

    /// <summary>The lists of names, each with the name of its fact.</summary>
    public IEnumerable<(string List, IReadOnlyList<Name>? Names)> Lists =>
        [("parties", Parties), ("heads", Heads), ("participants", Participants), ("mediators", Mediators)];

    /// <summary>All details, for one value.</summary>
    public IEnumerable<(string Name, object? Value)> ListAll() =>
        [
            ("date", Date),
            ("time", Time),
            ("venue", Venue),
            .. Lists.Select(list => (list.List, (object?)list.Names)),
            ("form", Form),
            ("level", Level),
        ];
}
