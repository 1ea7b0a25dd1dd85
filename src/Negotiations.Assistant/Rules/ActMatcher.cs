namespace Negotiations.Assistant.Rules;

/// <summary>Finds the acts of the store that a proposal may be a report of.</summary>
internal static class ActMatcher
{
    private const int Most = 3;

    // The same type, and besides the actor or the date and the round.
    private const int Enough = 5;

    public static IReadOnlyList<string> Find(Proposal proposal, IEnumerable<KnownAct> acts)
    {
        var happened = proposal.Happened is { } text ? Edtf.Parse(text) : null;
        return
        [
            .. acts.Where(act => act.Type == proposal.Type)
                .Select(act => (act.Key, Score: Score(proposal, happened, act)))
                .Where(act => act.Score >= Enough)
                .OrderByDescending(act => act.Score)
                .ThenBy(act => act.Key, StringComparer.Ordinal)
                .Take(Most)
                .Select(act => act.Key),
        ];
    }

    private static int Score(Proposal proposal, Edtf? happened, KnownAct act)
    {
        var score = 3 + (act.Round == proposal.Round ? 1 : -2);
        if (proposal.Actors.Count > 0 && act.Actors.Count > 0)
            score += proposal.Actors.Intersect(act.Actors).Any() ? 3 : -2;
        var others = ListNames(proposal).ToList();
        if (others.Count > 0 && act.Others.Count > 0)
            score += others.Intersect(act.Others).Any() ? 2 : -2;
        if (happened is not null && act.Happened is { } known)
            score += Overlap(happened, known) ? 2 : -3;
        return score;
    }

    // Everybody whom the details name, and the target.
    private static IEnumerable<string> ListNames(Proposal proposal) =>
        proposal
            .Details.SelectMany(pair =>
                pair.Value is System.Text.Json.Nodes.JsonArray list
                    ? list.Select(one => one?.ToString())
                    : [pair.Value?.ToString()]
            )
            .Append(proposal.Target)
            .Concat(proposal.Others)
            .OfType<string>();

    private static bool Overlap(Edtf one, Edtf other) =>
        !(one.Bounds.Latest is { } last && other.Bounds.Earliest is { } first && last < first)
        && !(other.Bounds.Latest is { } end && one.Bounds.Earliest is { } begin && end < begin);
}
