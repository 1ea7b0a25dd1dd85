namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: what anyone else says displaces what the side itself says.</summary>
internal sealed class OtherDisplaces : PlainRules
{
    public override List<PlainClaim> Contestants(List<PlainClaim> claims) => claims;
}
