namespace Negotiations.Coding.Tests;

public class AuditOfSeeds
{
    private static readonly string Folder = Repository.ResolvePath("seeds");

    [TextsFact]
    public async Task With_their_texts_every_report_is_anchored()
    {
        foreach (var (log, question) in await LogsAsync())
        {
            var audit = Audit.Run(log, question, ArticleFiles.Read([TextsFactAttribute.Folder], log.Timeline.Versions));

            Assert.True(audit.IsSound);
            Assert.NotEmpty(audit.Versions);
            Assert.All(audit.Versions, version => Assert.Equal(TextStatus.Held, version.Status));
            Assert.All(audit.Versions.SelectMany(version => version.Reports), report =>
                Assert.Equal(AnchorStatus.Anchored, report.Status)
            );
        }
    }

    [Fact]
    public async Task Without_them_nothing_is_said_of_a_report_and_the_sourcing_is_weighed_all_the_same()
    {
        foreach (var (log, question) in await LogsAsync())
        {
            var audit = Audit.Run(log, question, ArticleTextIndex.None);

            Assert.True(audit.IsSound);
            Assert.All(audit.Versions, version => Assert.Equal(TextStatus.NotHeld, version.Status));
            Assert.NotEmpty(audit.SourcingIssues);
            // What the reader of coded files refuses cannot come up.
            Assert.DoesNotContain(audit.SourcingIssues, spot =>
                spot.Kind is SourcingIssueKind.UnsourcedLink or SourcingIssueKind.CircularChain
            );
        }
    }

    [Fact]
    public async Task No_value_is_listed_under_two_bases()
    {
        SourcingIssueKind[] bases =
        [
            SourcingIssueKind.UnnamedOnly,
            SourcingIssueKind.OutletOnly,
            SourcingIssueKind.SingleSource,
            SourcingIssueKind.SingleOutlet,
        ];
        foreach (var (log, question) in await LogsAsync())
        {
            var audit = Audit.Run(log, question, ArticleTextIndex.None);
            var listed = audit
                .SourcingIssues.Where(spot => bases.Contains(spot.Kind))
                .SelectMany(spot => spot.Facts)
                .ToList();

            Assert.Equal(listed.Count, listed.Distinct().Count());
            Assert.All(audit.Facts.Where(fact => !listed.Contains(fact.Key)), fact =>
                Assert.True(fact.Independent > 1 || fact.Hearers.Count > 1)
            );
        }
    }

    private static async Task<IReadOnlyList<(NegotiationLog Log, Question Question)>> LogsAsync()
    {
        var store = new InMemoryEventStore();
        await Replay.RunAsync(store, [Folder]);
        var logs = new List<(NegotiationLog, Question)>();
        foreach (var negotiation in await store.ReadNegotiationsAsync())
            logs.Add((await store.ReadLogAsync(negotiation, recordedBy: null), new(negotiation)));
        Assert.NotEmpty(logs);
        return logs;
    }
}
