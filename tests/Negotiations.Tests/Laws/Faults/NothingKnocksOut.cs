namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: a denial on the record leaves standing what unnamed sources said.</summary>
internal sealed class NothingKnocksOut : PlainRules
{
    public override bool KnocksOut(PlainClaim denial, PlainClaim claim) => false;
}
