namespace Negotiations;

/// <summary>Which opposing claims contradict a value.</summary>
internal static class Contradiction
{
    /// <summary>Whether a claim against a value contradicts it.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="winner">The claim that decides.</param>
    /// <param name="isLater">Whether what the claim says happened after what the winner says.</param>
    /// <param name="comparison">Tells what can both be true.</param>
    public static bool Exists(Claim claim, Claim winner, bool isLater, ValueComparison comparison)
    {
        // Who says the same more precisely, or less, does not deny it; nor who says that an answer is outstanding.
        if (claim.Act != winner.Act && claim.SaysTheSameAs(winner, comparison))
            return false;
        if (StatusProgression.AreCompatible(claim.Status, winner.Status))
            return false;
        // Who says that a plan has come about does not deny the plan.
        if ((isLater || claim.Act == winner.Act) && StatusProgression.Leads(winner.Status, claim.Status))
            return false;
        // Who announced something and then did otherwise is not denied by those who saw what he did.
        if (!isLater && claim.Act != winner.Act && winner.Assertion.TookPlace && !claim.Assertion.TookPlace)
            return false;
        return !RoundStatus.IsOfSomethingElse(claim, winner, isLater);
    }
}
