namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: a stronger claim that was displaced is forgotten.</summary>
internal sealed class EarlierNeverStandsAgainst : PlainRules
{
    public override bool StandsAgainst(
        PlainClaim claim,
        PlainClaim winner,
        IReadOnlyList<PlainClaim> because,
        bool isLater,
        bool isRepeat
    ) => isLater && base.StandsAgainst(claim, winner, because, isLater, isRepeat);
}
