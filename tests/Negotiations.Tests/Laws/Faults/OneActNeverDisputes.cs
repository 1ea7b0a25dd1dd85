namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: reports of one act never contradict each other.</summary>
internal sealed class OneActNeverDisputes : PlainRules
{
    public override bool Contradicts(PlainClaim claim, PlainClaim winner, bool isLater) =>
        claim.Act != winner.Act && base.Contradicts(claim, winner, isLater);
}
