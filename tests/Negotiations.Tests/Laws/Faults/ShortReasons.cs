namespace Negotiations.Tests.Laws;

/// <summary>Planted faults: the product's answers with too few reasons.</summary>
internal static class ShortReasons
{
    /// <summary>Only the report whose details are shown.</summary>
    public static Answered OnlyThePrimaryReport(IReadOnlyList<RecordedEvent> log, Question question) =>
        Shortened(log, question, fact =>
            fact with
            {
                Because = [fact.Resolution.Winner.Primary.EventId],
                DatedBy = [],
            }
        );

    /// <summary>Without the reports that date the acts.</summary>
    public static Answered WithoutAnchors(IReadOnlyList<RecordedEvent> log, Question question) =>
        Shortened(log, question, fact => fact with { DatedBy = [] });

    /// <summary>Without the reports that put the acts in their order.</summary>
    public static Answered WithoutTextOrder(IReadOnlyList<RecordedEvent> log, Question question) =>
        Shortened(log, question, fact =>
            fact with
            {
                DatedBy =
                [
                    .. Identify(
                            fact.Resolution.Because.Concat(fact.Resolution.Against)
                                .SelectMany(claim => claim.Act.Anchors)
                        )
                        .Intersect(fact.DatedBy),
                ],
            }
        );

    /// <summary>Without the reports that date the acts of the claims against a value.</summary>
    public static Answered AgainstWithoutAnchors(IReadOnlyList<RecordedEvent> log, Question question) =>
        Shortened(log, question, fact =>
            fact with
            {
                DatedBy =
                [
                    .. fact.DatedBy.Except(Identify(fact.Resolution.Against.SelectMany(claim => claim.Act.Anchors))),
                ],
            }
        );

    /// <summary>Without the corrections of the reports.</summary>
    public static Answered WithoutCorrections(IReadOnlyList<RecordedEvent> log, Question question) =>
        Shortened(log, question, fact => fact with { Corrections = [] });

    private static Answered Shortened(IReadOnlyList<RecordedEvent> log, Question question, Func<Fact, Fact> shorten)
    {
        var answer = Product.AnswerTo(log, question);
        return Product.Convert(answer with { Facts = [.. answer.Facts.Select(shorten)] });
    }

    private static List<Guid> Identify(IEnumerable<VisibleReport> reports) =>
        [.. reports.Select(report => report.EventId).Distinct()];
}
