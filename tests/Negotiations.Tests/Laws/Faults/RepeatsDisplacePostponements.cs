namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: the repeat of an old schedule undoes a postponement.</summary>
internal sealed class RepeatsDisplacePostponements : PlainRules
{
    public override bool OnlyRepeats(TalksScheduled next, TalksScheduled postponed) => false;
}
