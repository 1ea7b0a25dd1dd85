namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: what a text looks back on counts as if it had just happened.</summary>
internal sealed class BackgroundAsNews : PlainAnswers
{
    public override bool IsLater(PlainAct act, PlainAct other) =>
        act.Date.Latest != other.Date.Latest ? act.Date.Latest > other.Date.Latest : base.IsLater(act, other);
}
