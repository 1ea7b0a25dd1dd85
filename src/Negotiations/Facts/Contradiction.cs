namespace Negotiations;

/// <summary>Which opposing claims contradict a value.</summary>
internal static class Contradiction
{
    /// <summary>Whether a claim against a value contradicts it.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="winner">The claim that decides.</param>
    /// <param name="isLater">Whether what the claim says happened after what the winner says.</param>
    public static bool Exists(Claim claim, Claim winner, bool isLater)
    {
        // A house in a town is in that town.
        if (winner.Assertion.Value.IsSamePlaceAs(claim.Assertion.Value))
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
