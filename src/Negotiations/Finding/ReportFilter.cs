namespace Negotiations;

/// <summary>Which reports are asked for; null is no condition.</summary>
/// <param name="Type">Simple name of the type of report, such as <c>TalksOffered</c>, whatever the case.</param>
/// <param name="Actor">Name, spelling or identifier of somebody who takes part, or a part of a form in the
/// articles.</param>
/// <param name="Round">Identifier of the round.</param>
/// <param name="Act">Key of the act.</param>
/// <param name="Text">Words, in any order and whatever their case, in what a report says and names, in
/// the title of its article, and in the key of its act.</param>
public sealed record ReportFilter(
    string? Type = null,
    string? Actor = null,
    string? Round = null,
    string? Act = null,
    string? Text = null
)
{
    /// <summary>Name, spelling or identifier of the side of those who did the act.</summary>
    public string? Side { get; init; }

    /// <summary>Name, spelling or identifier of the issue on which a report bears.</summary>
    public string? Issue { get; init; }

    /// <summary>Whether reports are asked for as well that corrections took back or later versions replaced.</summary>
    public bool Withdrawn { get; init; }

    /// <summary>Whether words are the only condition.</summary>
    public bool IsOfWordsAlone => Text is not null && this == new ReportFilter(Text: Text) { Withdrawn = Withdrawn };

    /// <summary>The reports of an answer that fit, by what was known first.</summary>
    /// <remarks>A bound on the happened clock leaves out the reports of the acts that it leaves out.</remarks>
    /// <param name="answer">The answer.</param>
    /// <param name="log">The log from which it was given.</param>
    /// <exception cref="UnknownFilterException">A condition names what the answer does not know.</exception>
    public IReadOnlyList<FoundReport> Apply(Answer answer, NegotiationLog log)
    {
        var withdrawn = Withdrawn || Act is not null ? FoundReport.FindWithdrawn(answer, log) : [];
        var conditions = Prepare(answer, withdrawn);
        return
        [
            .. FoundReport
                .FindVisible(answer)
                .Concat(Withdrawn ? withdrawn : [])
                .Where(found => conditions.TrueForAll(condition => condition(found.Visible)))
                .OrderBy(found => found.Visible, VisibleReport.ByKnown),
        ];
    }

    private List<Predicate<VisibleReport>> Prepare(Answer answer, IReadOnlyList<FoundReport> withdrawn)
    {
        var known = new KnownNames(answer);
        var conditions = new List<Predicate<VisibleReport>>();
        if (Type is not null)
        {
            KnownNames.RequireType(Type);
            conditions.Add(visible => visible.Report.GetType().Name.Equals(Type, StringComparison.OrdinalIgnoreCase));
        }

        if (Round is not null)
        {
            known.RequireRound(Round);
            conditions.Add(visible =>
                visible.Report.Round == Round || visible.Report.FurtherRounds?.Contains(Round) == true
            );
        }

        if (Act is not null)
        {
            var acts = answer
                .Reports.Concat(withdrawn.Select(found => found.Visible))
                .Select(visible => visible.Report.Act)
                .ToHashSet(StringComparer.Ordinal);
            if (!acts.Contains(Act))
                throw KnownNames.Unknown("act", $"there is no act '{Act}'", Act, acts);
            conditions.Add(visible => visible.Report.Act == Act);
        }

        if (Actor is not null)
        {
            var actor = known.FindActor(Actor);
            conditions.Add(visible =>
                actor.IsAmong(ReportContent.ListParticipants(visible.Report)) || actor.IsWrittenIn(visible.Report)
            );
        }

        if (Side is not null)
        {
            var side = known.FindSide(Side);
            conditions.Add(visible => ReportContent.ListSides(visible.Report).Any(name => name.Id == side));
        }

        if (Issue is not null)
        {
            var issue = known.FindIssue(Issue);
            conditions.Add(visible => visible.Report.Issue?.Id == issue);
        }

        if (Text is not null)
        {
            var search = new WordSearch(Text, known.Index);
            conditions.Add(visible => search.Finds(visible.Report, visible.Version.Title, visible.Report.Act));
        }

        return conditions;
    }
}
