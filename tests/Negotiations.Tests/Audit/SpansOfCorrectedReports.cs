using System.Text.Json;

namespace Negotiations.Tests;

public class SpansOfCorrectedReports
{
    private const string Words = "Varland will come to the pier, said Ada Brill. It rains on the pier.";

    private static readonly TextArticle Article = new TextArticle(Words).Says(
        "comes",
        "Varland will come",
        "Ada Brill"
    );

    private static readonly Guid Target = SampleCorrections.Report("herald", "comes");

    [Fact]
    public void Evidence_that_was_amended_is_checked_as_corrected_and_as_first_recorded()
    {
        var report = Audit(Article.Record().Correct(Amend("rain", Article.FindSpan("It rains"))));

        Assert.Equal((AnchorStatus.Anchored, 3), (report.Status, report.Spans));
    }

    [Fact]
    public void A_correction_to_a_wrong_span_orphans_the_report()
    {
        var report = Audit(Article.Record().Correct(Amend("rain", Article.FindSpan("It rains") with { Start = 1 })));

        Assert.Equal(AnchorStatus.Orphaned, report.Status);
        Assert.Equal(("evidence[0]", false), Single(report.Faults));
    }

    [Fact]
    public void A_wrong_span_that_was_corrected_is_shown_and_orphans_nothing()
    {
        var report = Audit(Wrong().Correct(Amend("right", Article.FindSpan("Varland will come"))));

        Assert.Equal(AnchorStatus.Anchored, report.Status);
        Assert.Equal(("evidence[0]", true), Single(report.Faults));
        Assert.StartsWith(
            "evidence[0] at 1–17, as first recorded; corrected since: other words",
            report.Faults[0].Describe()
        );
    }

    [Fact]
    public void When_the_correction_is_undone_the_first_span_counts_again()
    {
        var history = Wrong().Correct(Amend("right", Article.FindSpan("Varland will come")));
        history.Correct(
            SampleCorrections.Coder("herald", SampleCorrections.Correction("herald", "right"), "undo").Undoing()
        );

        Assert.Equal(AnchorStatus.Orphaned, Audit(history).Status);
    }

    [Fact]
    public void A_report_that_the_coder_withdrew_is_checked_but_is_no_finding()
    {
        var report = Audit(Wrong().Correct(SampleCorrections.Coder("herald", Target, "gone").Retracting()));

        Assert.Equal((AnchorStatus.Anchored, true, 1), (report.Status, report.IsWithdrawn, report.Faults.Count));
    }

    [Fact]
    public void What_a_publisher_amended_is_checked_too()
    {
        var wrong = Article.FindSpan("It rains") with { End = 56 };
        var correction = SampleCorrections
            .Publisher("herald", Target, "notice", "2031-04-05")
            .Changing(Evidence(wrong));

        Assert.Equal(AnchorStatus.Orphaned, Audit(Article.Record().Correct(correction)).Status);
    }

    [Fact]
    public void The_spans_under_which_a_later_version_carries_a_report_are_checked_in_its_text()
    {
        var later = new TextArticle($"Updated. {Words}", version: "v2", published: "2031-04-03");
        var moved = later.FindSpan("Varland will come");

        Assert.Equal(AnchorStatus.Anchored, Carried(moved).Status);
        var orphaned = Carried(Article.FindSpan("Varland will come"));
        Assert.Equal((AnchorStatus.Orphaned, "herald@v2 carries comes"), (orphaned.Status, orphaned.Name));
        Assert.Equal(moved, Assert.Single(orphaned.Faults).Suggestion);

        AuditedReport Carried(TextSpan span)
        {
            var version = new TextArticle($"Updated. {Words}", version: "v2", published: "2031-04-03")
            {
                Compared = new("v1", [new("comes", [span])], [], []),
            };
            var log = Article.Record().Publish(version.Version, version.Says("new", "Updated.").Reports).Log;
            return AuditedVersion
                .CheckAll(log, new ArticleTextIndex([new("v2.txt", version.Text)], log.Timeline.Versions))[1]
                .Reports.Single(report => report.Name.Contains("carries"));
        }
    }

    private static History Wrong() =>
        Sample
            .History()
            .Publish(
                Article.Version,
                Article.Reports[0] with
                {
                    Evidence = [Article.FindSpan("Varland will come") with { Start = 1 }],
                }
            );

    private static ReportCorrected Amend(string id, TextSpan span) =>
        SampleCorrections.Coder("herald", Target, id).Changing(Evidence(span));

    private static string Evidence(TextSpan span) =>
        $$"""{"evidence": [{{JsonSerializer.Serialize(span, EventJson.Options)}}]}""";

    private static AuditedReport Audit(History history) =>
        TextArticle.Audit(history.Log, new ArticleText("herald.txt", Article.Text)).OwnReports.Single();

    private static (string, bool) Single(IReadOnlyList<SpanFault> faults) =>
        (Assert.Single(faults).Where, faults[0].IsReplaced);
}
