namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: the act that happened last decides, also where it is an earlier stage.</summary>
internal sealed class StagesByTheirOrder : PlainRules
{
    public override bool IsEarlierStage(PlainClaim claim, PlainClaim stage) => false;
}
