namespace Negotiations.Tests.Laws;

/// <summary>
/// A planted fault: an offer displaces a schedule, a number names, and a schedule talks that were held.
/// </summary>
internal sealed class TheLastAlwaysDisplaces : PlainRules
{
    public override bool Displaces(PlainClaim next, PlainClaim current) => true;
}
