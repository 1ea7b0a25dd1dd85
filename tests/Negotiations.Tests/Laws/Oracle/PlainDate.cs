using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>The date of an act, found by trying each day.</summary>
/// <param name="Days">The days on which the act can have happened.</param>
/// <param name="Text">The date to show.</param>
/// <param name="Disputed">Whether the reports contradict each other.</param>
internal sealed record PlainDate(IReadOnlyList<LocalDate> Days, string Text, bool Disputed)
{
    // A date that admits the first or the last of these days is open on that side: no random date begins or ends there.
    private static readonly LocalDate[] AllDays =
    [
        .. Enumerable.Range(0, 180).Select(new LocalDate(2025, 2, 1).PlusDays),
    ];

    public LocalDate? Earliest => Days[0] == AllDays[0] ? null : Days[0];

    public LocalDate? Latest => Days[^1] == AllDays[^1] ? null : Days[^1];

    public bool IsDay => Days.Count == 1;

    /// <summary>Whether only the days whose news the articles tell date the act.</summary>
    public bool ByCoverage { get; init; }

    /// <summary>What denies an act does not date it, unless there is nothing else.</summary>
    public static IReadOnlyList<Sighting> ListTelling(IReadOnlyList<Sighting> sightings)
    {
        var telling = sightings.Where(sighting => sighting.Report.Modality != Modality.Denied).ToList();
        return telling.Count > 0 ? telling : sightings;
    }

    public static PlainDate Combine(IReadOnlyList<Sighting> sightings)
    {
        var first = Sighting.FindFirst(sightings);
        var dated = sightings.Where(sighting => sighting.Report.Happened is not null).ToList();
        if (dated.Count == 0 && CombineCoverage(sightings, first) is { } covered)
            return covered;
        var agreed = AllDays
            .Where(day => day <= first.KnownDay && dated.All(sighting => Admits(sighting, day)))
            .ToList();
        if (agreed.Count > 0)
            return Shown(agreed, dated, disputed: false);

        var chosen = dated.Single(sighting => dated.All(other => other == sighting || IsBetter(sighting, other)));
        var whole = AllDays.Where(day => Admits(chosen, day)).ToList();
        var cut = whole.Where(day => day <= first.KnownDay).ToList();
        return Shown(cut.Count > 0 ? cut : whole, [chosen], disputed: true);
    }

    private static PlainDate? CombineCoverage(IReadOnlyList<Sighting> sightings, Sighting first)
    {
        var covering = sightings.Where(one => one.Report is { LookingBack: false, Covers: not null }).ToList();
        if (covering.Count == 0)
            return null;
        var covers = Sighting.FindFirst(covering).Report.Covers!;
        var whole = AllDays.Where(day => Within(covers, day)).ToList();
        var days = whole.Where(day => day <= first.KnownDay).ToList();
        if (days.Count == 0)
            days = whole;

        var date = new PlainDate(days, "", Disputed: false) { ByCoverage = true };
        return date with { Text = Edtf.From(new(date.Earliest, date.Latest)).Text };
    }

    private static bool IsBetter(Sighting a, Sighting b)
    {
        if (a.Report.Standing != b.Report.Standing)
            return a.Report.Standing < b.Report.Standing;
        var (widthOfA, widthOfB) = (Width(a), Width(b));
        return widthOfA != widthOfB ? widthOfA < widthOfB : a.IsKnownBefore(b);
    }

    private static int Width(Sighting sighting)
    {
        var days = AllDays.Where(day => Admits(sighting, day)).ToList();
        return days[0] == AllDays[0] || days[^1] == AllDays[^1] ? int.MaxValue : days.Count;
    }

    // In the words of a report that says just this, the shortest and then the first; else in our own.
    private static PlainDate Shown(List<LocalDate> days, List<Sighting> dated, bool disputed)
    {
        var date = new PlainDate(days, "", disputed);
        var saysIt = dated.Where(sighting => AllDays.Where(day => Admits(sighting, day)).SequenceEqual(days)).ToList();
        var text =
            saysIt.Count == 0
                ? Edtf.From(new(date.Earliest, date.Latest)).Text
                : saysIt
                    .Single(sighting => saysIt.All(other => other == sighting || IsShorter(sighting, other)))
                    .Report.Happened!.Text;
        return date with { Text = text };
    }

    private static bool IsShorter(Sighting a, Sighting b)
    {
        var (lengthOfA, lengthOfB) = (a.Report.Happened!.Text.Length, b.Report.Happened!.Text.Length);
        return lengthOfA != lengthOfB ? lengthOfA < lengthOfB : a.IsKnownBefore(b);
    }

    private static bool Admits(Sighting sighting, LocalDate day) => Within(sighting.Report.Happened!, day);

    private static bool Within(Edtf date, LocalDate day) =>
        !(day < date.Bounds.Earliest) && !(day > date.Bounds.Latest);
}
