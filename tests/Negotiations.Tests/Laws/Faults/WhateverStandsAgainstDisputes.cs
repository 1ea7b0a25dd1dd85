namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: also what can be true beside a value disputes it.</summary>
internal sealed class WhateverStandsAgainstDisputes : PlainRules
{
    public override bool Contradicts(PlainClaim claim, PlainClaim winner, bool isLater) => true;
}
