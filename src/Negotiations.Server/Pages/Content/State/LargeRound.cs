namespace Negotiations.Server.Pages;

/// <summary>
/// Rounds of which so much is recorded that their pages cannot wait for all their reports to be weighed: they are shown
/// from the facts that are kept ready.
/// </summary>
internal static class LargeRound
{
    // About a second of weighing. The reports of a round are not counted beforehand, so they are estimated.
    private const int MostReports = 1_500;

    /// <summary>Whether a round is one.</summary>
    public static bool Is(State state, string round) => IsTooMuch(state, key => KeptState.FindRound(key) == round);

    /// <summary>Whether so much bears on some of the facts of a state.</summary>
    public static bool IsTooMuch(State state, Func<string, bool> has)
    {
        var facts = state.Facts.Count(fact => has(fact.Key));
        return facts > 0 && (long)state.Answered.Reports * facts / state.Facts.Count > MostReports;
    }

    /// <summary>Refuses a page that needs the reports themselves.</summary>
    /// <exception cref="UnknownPageException">There is no such page of a round as large as this.</exception>
    public static void Refuse(PageContext context, State state, string round)
    {
        if (!Is(state, round))
            return;
        throw new UnknownPageException(
            $"the round '{round}' has more reports than this page can weigh while somebody waits; the command line can "
                + "(negotiations reports, audit)"
        )
        {
            Nearest = [("the state of the round", context.Address.To(PageView.Round, round).Path)],
        };
    }
}
