namespace Negotiations.Formats;

/// <summary>An act with its codes.</summary>
/// <param name="Act">The act.</param>
/// <param name="Report">The report that gives the code: the one with a code, then the strongest standing, then what was
/// known first.</param>
/// <param name="Code">The codes.</param>
public sealed record CodedAct(Act Act, VisibleReport Report, EventCode Code)
{
    /// <summary>The acts of an answer, in the order in which they happened.</summary>
    public static IReadOnlyList<CodedAct> From(Answer answer) =>
        [
            .. new ActsAsOf(
                answer.Reports,
                new HappenedBound(answer.Asked.HappenedBy?.InZone(answer.Zone).Date)
            ).Order.Ordered.Select(From),
        ];

    /// <summary>An act with its codes.</summary>
    public static CodedAct From(Act act) =>
        act
            .Reports.Select(report => new CodedAct(act, report, EventCodes.Find(report.Report)))
            .OrderBy(coded => coded.Code.Fit == CodeFit.None)
            .ThenBy(coded => coded.Report.Report.Standing)
            .ThenBy(coded => coded.Report, VisibleReport.ByKnown)
            .First();

    /// <summary>Those who act with each other, where nobody does it to another: talks, meetings, agreements.</summary>
    public IReadOnlyList<Name> Participants =>
        Report.Report switch
        {
            TalksHeld held => held.Parties ?? [],
            AgreementReached reached => reached.Parties ?? [],
            MeetingHeld held => held.Participants ?? [],
            _ => [],
        };

    /// <summary>The reports that do not deny the act.</summary>
    public IEnumerable<VisibleReport> Affirming =>
        Act.Reports.Where(report => report.Report.Modality != Modality.Denied);
}
