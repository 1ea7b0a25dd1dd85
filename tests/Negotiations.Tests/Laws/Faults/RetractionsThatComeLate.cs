namespace Negotiations.Tests.Laws;

/// <summary>
/// A planted fault: of the corrections of a coder's chain the first counts, so that a later retraction does not.
/// </summary>
internal sealed class RetractionsThatComeLate : WithCorrections
{
    protected override PlainCorrections ReadCorrections(IReadOnlyList<RecordedEvent> log) => new Firsts(log);

    private sealed class Firsts(IReadOnlyList<RecordedEvent> log) : PlainCorrections(log)
    {
        public override IEnumerable<Correction> FindCoders(Guid target) => base.FindCoders(target).Take(1);
    }
}
