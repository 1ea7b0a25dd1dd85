namespace Negotiations;

/// <summary>Which of the visible reports are asked for; null is no condition.</summary>
/// <param name="Type">Simple name of the type of report, such as <c>TalksOffered</c>, whatever the case.</param>
/// <param name="Actor">Name, spelling or identifier of who acted or spoke, or the form in the article.</param>
/// <param name="Round">Identifier of the round.</param>
/// <param name="Act">Key of the act.</param>
/// <param name="Text">What the summary or a detail contains, whatever the case.</param>
public sealed record ReportFilter(
    string? Type = null,
    string? Actor = null,
    string? Round = null,
    string? Act = null,
    string? Text = null
)
{
    /// <summary>The reports that an answer stands on and that fit, by what was known first.</summary>
    /// <remarks>A bound on the happened clock leaves out the reports of the acts that it leaves out.</remarks>
    public IEnumerable<VisibleReport> Apply(Answer answer)
    {
        var happenedBy = new HappenedBound(answer.Asked.HappenedBy?.InZone(answer.Zone).Date);
        var actor = Actor is null ? null : new NameIndex(answer.Definition).Find(Actor)?.Id;
        return new ActsAsOf(answer.Reports, happenedBy)
            .Acts.SelectMany(act => act.Reports)
            .Where(visible => Admits(visible.Report, actor))
            .Order(VisibleReport.ByKnown);
    }

    /// <summary>
    /// A condition that no report of a negotiation can meet: which (<c>type</c>, <c>round</c>), and what there is; null
    /// where there is none.
    /// </summary>
    public (string Field, string Message)? FindProblem(NegotiationDefined definition)
    {
        var types = ReportTypes.All.Select(known => known.Name).ToList();
        if (Type is not null && !types.Contains(Type, StringComparer.OrdinalIgnoreCase))
            return ("type", $"there is no type of report '{Type}'; there are {string.Join(", ", types)}");
        var rounds = definition.Rounds.Select(defined => defined.Id).Append(Negotiations.Round.General).ToList();
        return Round is not null && !rounds.Contains(Round)
            ? ("round", $"there is no round '{Round}'; there are {string.Join(", ", rounds)}")
            : null;
    }

    private bool Admits(Report report, string? actor) =>
        (Type is null || report.GetType().Name.Equals(Type, StringComparison.OrdinalIgnoreCase))
        && (
            Actor is null
            || (
                actor is null
                    ? report.Written is { } written
                        && NameForm.Fold(written).Contains(NameForm.Fold(Actor), StringComparison.OrdinalIgnoreCase)
                    : report.Actor?.Id == actor
            )
        )
        && (Round is null || report.Round == Round)
        && (Act is null || report.Act == Act)
        && (Text is null || Contains(report, Text));

    private static bool Contains(Report report, string text) =>
        report.Summary.Contains(text, StringComparison.OrdinalIgnoreCase)
        || ReportDetails
            .Extract(report)
            .Any(detail =>
                detail.Value!.ToJsonString(EventJson.Options).Contains(text, StringComparison.OrdinalIgnoreCase)
            );
}
