using System.Net;
using System.Text.RegularExpressions;
using Marten;
using Negotiations.Server.Desk;

namespace Negotiations.Pages.Tests;

[Collection(OneServer.Name)]
public sealed class DraftsOfTheDesk(PagesServer server)
{
    [Fact]
    public async Task What_is_recorded_has_no_words_of_the_text_and_the_draft_is_gone()
    {
        using var visitor = new DeskVisitor(server);
        var path = await visitor.BeginAsync(FerryArticle.Text, ("article", "wordless"), ("propose", "true"));
        var page = await visitor.ReadAsync(path);
        await StepAsync(visitor, path, page, "accept", "talks-offered");
        var kept = await visitor.ReadAsync($"{path}/file?places=positions");
        Assert.DoesNotContain(FerryArticle.Offer, kept);
        Assert.Contains("reviewer:", kept);
        Assert.Contains(FerryArticle.Offer, await visitor.ReadAsync($"{path}/file"));
        Assert.Equal(FerryArticle.Text, await visitor.ReadAsync($"{path}/text"));

        var record = await visitor.ReadAsync($"{path}/record");
        var done = await visitor.PostAsync(
            $"{path}/record",
            record,
            ("version", DeskVisitor.FindHidden(record, "version"))
        );

        Assert.Contains("1 report of it", (await visitor.GetAsync(done.Location!)).Text);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).Status);
        await using var session = server.Documents.QuerySession();
        Assert.False(await session.Query<CodingDraft>().AnyAsync(draft => draft.Article == "wordless"));
        var store = await server.OpenStoreAsync();
        var stream = await store.ReadStreamAsync(StreamName.ForArticle("harbour", "wordless"));
        var report = Assert.Single(stream.Events.Select(recorded => recorded.Event).OfType<Report>());
        Assert.Equal("rule talks-offered/1", report.Proposed!.By);
        Assert.Equal(Environment.UserName, report.Proposed.Reviewer);
    }

    [Fact]
    public async Task A_proposal_that_a_form_was_filled_with_is_one_that_was_edited()
    {
        using var visitor = new DeskVisitor(server);
        var path = await visitor.BeginAsync(FerryArticle.Text, ("article", "prefilled"));
        var start = FerryArticle.Text.IndexOf(FerryArticle.Offer, StringComparison.Ordinal);
        var form = await visitor.ReadAsync($"{path}?start={start}&end={start + FerryArticle.Offer.Length}&proposal=0");
        var by = DeskVisitor.FindHidden(form, "by");
        Assert.StartsWith("rule ", by);

        var saved = await visitor.PostAsync(
            $"{path}/report",
            form,
            ("version", DeskVisitor.FindHidden(form, "version")),
            ("by", by),
            ("f.type", "TalksOffered"),
            ("f.evidence", FerryArticle.Offer),
            ("f.actor", "the union"),
            ("f.summary", "The union offers talks."),
            ("do", "save")
        );

        Assert.Equal(HttpStatusCode.SeeOther, saved.Status);
        var file = await visitor.ReadAsync($"{path}/file");
        Assert.Contains($"by: {by}", file);
        Assert.Contains("edited: true", file);
    }

    [Fact]
    public async Task An_article_that_is_in_the_store_is_not_begun_again()
    {
        using var visitor = new DeskVisitor(server);
        var path = await visitor.BeginAsync(
            FerryArticle.Text + " Again.",
            ("article", "begun-twice"),
            ("propose", "true")
        );
        await StepAsync(visitor, path, await visitor.ReadAsync(path), "accept", "talks-offered");
        var record = await visitor.ReadAsync($"{path}/record");
        await visitor.PostAsync($"{path}/record", record, ("version", DeskVisitor.FindHidden(record, "version")));
        var page = await visitor.ReadAsync("/desk/begin?talks=harbour");

        var answer = await visitor.PostAsync(
            "/desk/begin",
            page,
            ("talks", "harbour"),
            ("text", FerryArticle.Text + " Again."),
            ("outlet", "The Halden Courier"),
            ("published", "2031-04-09T18:00"),
            ("article", "begun-twice")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains("is in the store already under this identifier", answer.Text);
    }

    [Theory]
    [InlineData("published", "soon", "published")]
    [InlineData("published", "", "published")]
    [InlineData("outlet", "", "outlet")]
    [InlineData("article", "No Slug", "article")]
    [InlineData("url", "no address", "url")]
    [InlineData("covers", "sometime", "covers")]
    [InlineData("round", "1999", "round")]
    [InlineData("basis", "assumed", "reason")]
    [InlineData("earliest", "2031-04-01", "basis")]
    public async Task What_is_wrong_with_an_article_stands_at_its_field(string field, string value, string at)
    {
        using var visitor = new DeskVisitor(server);
        var page = await visitor.ReadAsync("/desk/begin?talks=harbour");
        (string Name, string Value)[] usual =
        [
            ("talks", "harbour"),
            ("text", FerryArticle.Text),
            ("outlet", "The Halden Courier"),
            ("published", "2031-04-09T18:00"),
            ("basis", "stated"),
        ];

        var answer = await visitor.PostAsync(
            "/desk/begin",
            page,
            [.. usual.Where(other => other.Name != field), (field, value)]
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Contains($"id=\"field-{at}-error\"", answer.Html);
        Assert.Contains("Ferries wait while Port Halden", answer.Html);
    }

    [Fact]
    public async Task What_an_article_is_can_be_changed_and_its_reports_stay()
    {
        using var visitor = new DeskVisitor(server);
        var path = await visitor.BeginAsync(FerryArticle.Text, ("article", "renamed"), ("propose", "true"));
        var page = await visitor.ReadAsync($"{path}/article");
        var before = await visitor.ReadAsync($"{path}/file");
        (string Name, string Value)[] fields =
        [
            ("version", DeskVisitor.FindHidden(page, "version")),
            ("title", "Ferries: \"wait\""),
            ("outlet", "Quayside Record"),
            ("published", "2031-04-10"),
            ("basis", "assumed"),
            ("reason", "the paper is out in the morning"),
            ("round", "2030"),
            ("covers", "2031-04-08/2031-04-09"),
        ];

        var refused = await visitor.PostAsync($"{path}/article", page, [.. fields, ("earliest", "soon")]);
        var saved = await visitor.PostAsync($"{path}/article", page, fields);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("id=\"field-earliest-error\"", refused.Html);
        Assert.True(saved.Status == HttpStatusCode.SeeOther, saved.Text);
        var after = await visitor.ReadAsync($"{path}/file");
        Assert.Contains("2031-04-08/2031-04-09", after);
        Assert.Contains("outlet: Quayside Record", after);
        Assert.Contains("reason: the paper is out in the morning", after);
        Assert.Equal(Events(before), Events(after));
        Assert.Contains("value=\"Ferries: &quot;wait&quot;\"", await visitor.ReadAsync($"{path}/article"));

        static string Events(string file) => file[file.IndexOf("events:", StringComparison.Ordinal)..];
    }

    [Fact]
    public async Task A_step_on_what_somebody_saved_meanwhile_is_not_done()
    {
        using var visitor = new DeskVisitor(server);
        var path = await visitor.BeginAsync(FerryArticle.Text, ("article", "stale"), ("propose", "true"));
        var page = await visitor.ReadAsync(path);
        await StepAsync(visitor, path, page, "accept", "talks-offered");

        var late = await visitor.PostAsync(
            $"{path}/step",
            page,
            ("version", DeskVisitor.FindHidden(page, "version")),
            ("report", "talks-offered"),
            ("do", "reject")
        );
        var recorded = await visitor.PostAsync(
            $"{path}/record",
            page,
            ("version", DeskVisitor.FindHidden(page, "version"))
        );

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("has saved this draft meanwhile", late.Text);
        Assert.Equal(HttpStatusCode.Conflict, recorded.Status);
        Assert.Contains("decision: accepted", await visitor.ReadAsync($"{path}/file"));
    }

    [Fact]
    public async Task A_hundred_savings_at_once_lose_none_that_was_confirmed()
    {
        using var visitor = new DeskVisitor(server);
        var path = await visitor.BeginAsync(FerryArticle.Text, ("article", "contended"));
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(async number =>
                {
                    using var one = new DeskVisitor(server);
                    for (var attempt = 0; attempt < 100; attempt++)
                    {
                        var page = await one.ReadAsync($"{path}?start=0&end=7&type=AssessmentMade");
                        var answer = await one.PostAsync(
                            $"{path}/report",
                            page,
                            ("version", DeskVisitor.FindHidden(page, "version")),
                            ("f.type", "AssessmentMade"),
                            ("f.evidence", "Ferries wait while Port Halden"),
                            ("f.summary", $"Number {number}."),
                            ("do", "save")
                        );
                        if (answer.Status == HttpStatusCode.SeeOther)
                            return number;
                        Assert.Equal(HttpStatusCode.Conflict, answer.Status);
                    }

                    return -1;
                })
        );

        var file = await visitor.ReadAsync($"{path}/file");
        Assert.All(answers, number => Assert.Contains($"summary: Number {number}.\n", file));
    }

    [Fact]
    public async Task What_is_deleted_while_somebody_saves_does_not_come_back()
    {
        using var visitor = new DeskVisitor(server);
        for (var trial = 0; trial < 12; trial++)
        {
            var path = await visitor.BeginAsync(FerryArticle.Text, ("article", $"gone-{trial}"), ("propose", "true"));
            var page = await visitor.ReadAsync(path);
            var version = ("version", DeskVisitor.FindHidden(page, "version"));

            await Task.WhenAll(
                visitor.PostAsync($"{path}/step", page, version, ("report", "talks-offered"), ("do", "accept")),
                visitor.PostAsync($"{path}/delete", page)
            );

            Assert.Equal(HttpStatusCode.NotFound, (await visitor.GetAsync(path)).Status);
        }
    }

    [Fact]
    public async Task A_step_that_was_confirmed_while_the_draft_is_recorded_is_not_lost()
    {
        using var visitor = new DeskVisitor(server);
        for (var trial = 0; trial < 8; trial++)
        {
            var article = $"recorded-{trial}";
            var path = await visitor.BeginAsync(
                $"{FerryArticle.Text}\n{trial}",
                ("article", article),
                ("propose", "true")
            );
            var page = await visitor.ReadAsync(path);
            await StepAsync(visitor, path, page, "accept", "talks-offered");
            page = await visitor.ReadAsync(path);
            var file = await visitor.ReadAsync($"{path}/file");
            var open = Regex
                .Matches(file, "^ *- ?\\{?id: ([^,\n]+)", RegexOptions.Multiline)
                .Select(match => match.Groups[1].Value.Trim())
                .First(id => id != "talks-offered");
            var version = ("version", DeskVisitor.FindHidden(page, "version"));

            var answers = await Task.WhenAll(
                visitor.PostAsync($"{path}/step", page, version, ("report", open), ("do", "accept")),
                visitor.PostAsync($"{path}/record", page, version)
            );

            var reports = await server.ReadAsync($"/api/harbour/reports?text=&round=2031-04");
            var isKept = reports.Contains($"{article}#{open}", StringComparison.Ordinal);
            var isThere = (await visitor.GetAsync(path)).Status == HttpStatusCode.OK;
            Assert.True(
                answers[0].Status != HttpStatusCode.SeeOther || isKept || isThere,
                "the step was confirmed, and is neither recorded nor in the draft"
            );
        }
    }

    [Fact]
    public async Task There_are_only_so_many_drafts_of_one()
    {
        await using var session = server.Documents.LightweightSession();
        var before = await session.Query<CodingDraft>().CountAsync(draft => draft.Owner == null);
        List<CodingDraft> more =
        [
            .. Enumerable
                .Range(0, CodingDraft.MostOfOne - before)
                .Select(number => new CodingDraft
                {
                    Id = Guid.NewGuid(),
                    Negotiation = "harbour",
                    Article = $"many-{number}",
                }),
        ];
        session.Insert<CodingDraft>(more);
        await session.SaveChangesAsync();
        using var visitor = new DeskVisitor(server);
        var page = await visitor.ReadAsync("/desk/begin?talks=harbour");

        var refused = await visitor.PostAsync(
            "/desk/begin",
            page,
            ("talks", "harbour"),
            ("text", FerryArticle.Text),
            ("outlet", "The Halden Courier"),
            ("published", "2031-04-09T18:00")
        );
        foreach (var draft in more)
            session.HardDelete(draft);
        await session.SaveChangesAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("You have 50 drafts, the most that one may have: record or delete some", refused.Text);
    }

    private static async Task StepAsync(DeskVisitor visitor, string path, string page, string step, string report)
    {
        var answer = await visitor.PostAsync(
            $"{path}/step",
            page,
            ("version", DeskVisitor.FindHidden(page, "version")),
            ("report", report),
            ("do", step)
        );
        Assert.True(answer.Status == HttpStatusCode.SeeOther, answer.Text);
    }
}
