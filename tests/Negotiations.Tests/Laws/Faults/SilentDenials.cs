namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: what is denied leaves no trace.</summary>
internal sealed class SilentDenials : PlainRules
{
    public override IEnumerable<PlainClaim> Denials(PlainAct act) => [];
}
