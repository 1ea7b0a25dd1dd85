namespace Negotiations.Tests.Laws;

/// <summary>The oracle by rules that have a planted fault.</summary>
internal sealed class WithRules(PlainRules rules) : PlainAnswers
{
    public override PlainRules Rules { get; } = rules;
}
