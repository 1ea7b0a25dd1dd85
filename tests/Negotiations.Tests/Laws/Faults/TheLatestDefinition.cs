namespace Negotiations.Tests.Laws;

/// <summary>
/// A planted fault: days begin and end where the latest definition says, not the one that was recorded by then.
/// </summary>
internal sealed class TheLatestDefinition : PlainAnswers
{
    public override NegotiationDefined Definition(
        IReadOnlyList<RecordedEvent> log,
        IReadOnlyList<RecordedEvent> recorded
    ) => base.Definition(log, log);
}
