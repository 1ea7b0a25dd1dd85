namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: the order of the text plays no part.</summary>
internal sealed class NoTextOrder : PlainAnswers
{
    public override bool Follows(PlainAct later, PlainAct earlier, IReadOnlyList<Sighting> all) => false;
}
