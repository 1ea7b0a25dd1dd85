namespace Negotiations.Assistant;

/// <summary>Puts together what two coders propose for the same article.</summary>
public static class CombinedDraft
{
    /// <summary>
    /// Every proposal of both, in reading order. Where both propose the same type at words that overlap it is one
    /// proposal, that of the first, and likelier than either.
    /// </summary>
    /// <param name="first">The coder whose details count where both agree.</param>
    /// <param name="second">The other.</param>
    public static Draft Combine(Draft first, Draft second)
    {
        var others = second.Proposals.ToList();
        var combined = new List<Proposal>();
        foreach (var proposal in first.Proposals)
        {
            var agreeing = others.FirstOrDefault(other => other.Type == proposal.Type && Overlap(other, proposal));
            if (agreeing is null)
            {
                combined.Add(proposal);
                continue;
            }

            others.Remove(agreeing);
            combined.Add(
                proposal with
                {
                    By = $"{proposal.By} and {agreeing.By}",
                    // As if both were wrong independently of each other, which is the best that can be said unmeasured.
                    Confidence = 1 - ((1 - proposal.Confidence) * (1 - agreeing.Confidence)),
                }
            );
        }

        return first with
        {
            Proposals = [.. combined.Concat(others).OrderBy(proposal => proposal.Evidence[0].Start)],
            Dropped =
            [
                .. first
                    .Dropped.Concat(second.Dropped)
                    .GroupBy(dropped => dropped.Reason, StringComparer.Ordinal)
                    .Select(reason => new DroppedProposals(reason.Key, reason.Sum(dropped => dropped.Count)))
                    .OrderByDescending(dropped => dropped.Count)
                    .ThenBy(dropped => dropped.Reason, StringComparer.Ordinal),
            ],
        };
    }

    private static bool Overlap(Proposal one, Proposal other) =>
        one.Evidence.Any(span => other.Evidence.Any(place => span.Start < place.End && place.Start < span.End));
}
