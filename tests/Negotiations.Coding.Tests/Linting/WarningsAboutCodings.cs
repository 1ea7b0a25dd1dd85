namespace Negotiations.Coding.Tests;

/// <summary>What can be taken in and is mostly a mistake.</summary>
public class WarningsAboutCodings
{
    private const string Covers = "coder: a tester\ncovers: 2031-04-02";

    private static readonly string Clean = LakeTalks.Article.With("coder: a tester", Covers);

    [Fact]
    public async Task A_report_without_a_date_is_warned_of_unless_the_article_says_what_it_covers()
    {
        var found = await FindAsync(LakeTalks.Negotiation, LakeTalks.Article);

        Assert.Equal(LintKind.ReportWithoutDate, Assert.Single(found.Select(warning => warning.Kind).Distinct()));
        Assert.Equal("events[2].happened", found[0].Field);
        Assert.Equal(LakeTalks.Article.FindLine("  - id: pause"), found[0].Line);
        Assert.Empty(await FindAsync(LakeTalks.Negotiation, Clean));
    }

    [Fact]
    public async Task An_act_with_several_actors_is_warned_of()
    {
        var article = Clean.With("act: merin-proposes-pause", "act: varland-offers-talks");

        var warning = Assert.Single(await FindAsync(LakeTalks.Negotiation, article));

        Assert.Equal((LintKind.ActWithSeveralActors, "events[2].act"), (warning.Kind, warning.Field));
        Assert.Equal(article.FindLine("certainty: 4") + 1, warning.Line);
        Assert.Contains("merin here, and by ada-brill in herald-1#offer", warning.Message);
    }

    [Fact]
    public async Task An_act_with_dates_that_exclude_each_other_is_warned_of()
    {
        var article = Clean
            .With("actor: Merin\n    round: general", "actor: Brill\n    happened: 2031-03\n    round: general")
            .With("act: merin-proposes-pause", "act: varland-offers-talks");

        var warning = Assert.Single(await FindAsync(LakeTalks.Negotiation, article));

        Assert.Equal((LintKind.ActWithSeveralDates, "events[2].happened"), (warning.Kind, warning.Field));
    }

    [Fact]
    public async Task A_denial_with_the_day_on_which_it_was_made_is_warned_of()
    {
        var article = Clean
            .With("actor: Merin\n    round: general", "actor: Brill\n    happened: 2031-03\n    round: general")
            .With("act: merin-proposes-pause", "act: varland-offers-talks")
            .With("standing: observed\n    modality: asserted", "standing: other\n    modality: denied");

        var warning = Assert.Single(await FindAsync(LakeTalks.Negotiation, article));

        Assert.Equal((LintKind.DenialWithAnotherDate, "events[2].happened"), (warning.Kind, warning.Field));
        Assert.Contains("herald-1#offer", warning.Message);
        Assert.Empty(await FindAsync(LakeTalks.Negotiation, article.With("    happened: 2031-03\n", "")));
    }

    [Fact]
    public async Task Two_keys_for_one_act_are_warned_of_across_articles()
    {
        var warning = Assert.Single(
            await FindAsync(
                LakeTalks.Negotiation,
                Clean,
                Other.With("act: varland-offers-talks", "act: brill-offers-talks")
            ),
            warning => warning.Kind == LintKind.ActWithSeveralKeys
        );

        Assert.Contains("'varland-offers-talks' in herald-1#offer", warning.Message);
        Assert.Equal("events[0].act", warning.Field);
    }

    [Fact]
    public async Task Two_articles_with_one_text_are_warned_of_until_they_are_linked()
    {
        var same = Other.With($"sha256: {LakeTalks.B}", $"sha256: {LakeTalks.A}");
        const string Link = "corrections:\n  - {id: one-text, by: coder, reason: one wire, link: herald-1}\n";

        var warning = Assert.Single(await FindAsync(LakeTalks.Negotiation, Clean, same));

        Assert.Equal((LintKind.SameText, "text.sha256"), (warning.Kind, warning.Field));
        Assert.Contains("link: herald-1", warning.Message);
        Assert.Empty(await FindAsync(LakeTalks.Negotiation, Clean, same + Link));
    }

    [Fact]
    public async Task A_position_without_an_issue_is_warned_of_where_there_are_issues()
    {
        var article = Clean.With(
            """
                type: CeasefireProposed
                actor: Merin
                round: general
                details:
                  durationDays: 10
                  unconditional: true
                  scope: null
                standing: observed
            """,
            """
                type: PositionStated
                actor: Merin
                round: general
                details:
                  topic: fishing
                  position: no nets in spring
                standing: other
            """
        );
        const string Issues = "issues:\n  - {name: Fishing rights, id: fishing}\n";

        Assert.Empty(await FindAsync(LakeTalks.Negotiation, article));
        var warning = Assert.Single(await FindAsync(LakeTalks.Negotiation + Issues, article));
        Assert.Equal((LintKind.PositionWithoutIssue, "events[2].issue"), (warning.Kind, warning.Field));
        Assert.Empty(
            await FindAsync(
                LakeTalks.Negotiation + Issues,
                article.With("round: general", "round: general\n    issue: fishing")
            )
        );
    }

    [Fact]
    public async Task A_party_where_a_person_is_meant_is_warned_of()
    {
        var article = Clean.With("person: Tomas Keel", "person: Ostrelia");

        var warning = Assert.Single(await FindAsync(LakeTalks.Negotiation, article));

        Assert.Equal((LintKind.PartyAsPerson, "events[1].details.person"), (warning.Kind, warning.Field));
        Assert.Equal(article.FindLine("person: Ostrelia"), warning.Line);
    }

    [Fact]
    public async Task An_act_of_saying_that_somebody_else_tells_is_warned_of()
    {
        var article = Clean
            .With("{name: Arno, kind: person,", "{name: Keel, kind: person,")
            .With("    standing: own\n", "");

        var warning = Assert.Single(await FindAsync(LakeTalks.Negotiation, article));

        Assert.Equal((LintKind.ActorIsNotOrigin, "events[0].actor"), (warning.Kind, warning.Field));
    }

    [Fact]
    public async Task Reports_of_the_store_are_compared_with_as_corrections_leave_them()
    {
        var store = new InMemoryEventStore();
        using var folder = new TemporaryFolder();
        await Replay.RunAsync(
            store,
            [folder.Write("lake.yaml", LakeTalks.Negotiation), folder.Write("herald.yaml", Clean)]
        );

        var found = await Replay.RunAsync(
            store,
            [folder.Write("ledger.yaml", Other.With("act: varland-offers-talks", "act: brill-offers-talks"))]
        );

        Assert.Equal([LintKind.ActWithSeveralKeys], found.Warnings.Select(warning => warning.Kind));
    }

    // One report of the same offer, by another outlet on the same day.
    private static string Other =>
        Clean[..Clean.IndexOf("  - id: keel-stays-away", StringComparison.Ordinal)]
            .With("article: herald-1", "article: ledger-1")
            .With("outlet: The Herald", "outlet: Daily Ledger")
            .With($"sha256: {LakeTalks.A}\n  length", $"sha256: {LakeTalks.B}\n  length");

    private static async Task<IReadOnlyList<LintWarning>> FindAsync(string negotiation, params string[] articles)
    {
        using var folder = new TemporaryFolder();
        List<string> paths = [folder.Write("lake.yaml", negotiation)];
        foreach (var (number, article) in articles.Index())
            paths.Add(folder.Write($"{number}.yaml", article));
        var batch = await Coded.ReadFilesAsync([.. paths]);
        return Linter.FindWarnings(batch.Definitions[0].Definition, batch.Articles);
    }
}
