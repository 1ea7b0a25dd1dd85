namespace Negotiations.Assistant;

/// <summary>The acts of a negotiation that a store has, as a coder looks at them.</summary>
public static class KnownActs
{
    /// <summary>The acts of the reports that an answer shows, in the order of their keys.</summary>
    public static IReadOnlyList<KnownAct> Read(Answer answer)
    {
        var names = new NameIndex(answer.Definition);
        return
        [
            .. answer
                .Reports.Select(visible => visible.Report)
                .GroupBy(report => report.Act, StringComparer.Ordinal)
                .OrderBy(act => act.Key, StringComparer.Ordinal)
                .Select(act => Read(act.Key, [.. act], names)),
        ];
    }

    // What most of its reports say; of as many the first.
    private static KnownAct Read(string key, IReadOnlyList<Report> reports, NameIndex names)
    {
        var type = reports.GroupBy(report => report.GetType().Name).MaxBy(group => group.Count())!.Key;
        var first = reports.First(report => report.GetType().Name == type);
        return new(
            key,
            type,
            [
                .. reports
                    .SelectMany(report => report.Doers)
                    .Select(name => names.DisplayName(name.Id))
                    .Distinct(StringComparer.Ordinal),
            ],
            first.Round
        )
        {
            Happened = reports.Select(report => report.Happened).OfType<Edtf>().MinBy(date => date.Precision),
            Others =
            [
                .. reports
                    .SelectMany(report => (report.Others ?? []).Append(report.Target))
                    .OfType<Name>()
                    .Select(name => names.DisplayName(name.Id))
                    .Distinct(StringComparer.Ordinal),
            ],
            Summary = first.Summary,
        };
    }
}
