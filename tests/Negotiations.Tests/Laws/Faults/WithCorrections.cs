namespace Negotiations.Tests.Laws;

/// <summary>The oracle with corrections that are read with a planted fault.</summary>
internal abstract class WithCorrections : PlainAnswers
{
    public override PlainRecord Read(IReadOnlyList<RecordedEvent> recorded) => new(recorded, ReadCorrections);

    protected abstract PlainCorrections ReadCorrections(IReadOnlyList<RecordedEvent> log);
}
