using System.Net;

namespace Negotiations.Pages.Tests;

/// <summary>Of several people who correct the same report at once, one does.</summary>
public sealed class CorrectionsAtTheSameTime(PagesServer server) : IClassFixture<PagesServer>
{
    [Theory]
    [InlineData("publisher", "courier-2031-04-02#offer")]
    [InlineData("coder", "courier-2031-04-02#terrac-heads")]
    public async Task The_others_are_shown_what_the_first_did(string by, string named)
    {
        using var visitor = new DeskVisitor(server);
        var path = $"/desk/correct?talks=harbour&event={Uri.EscapeDataString(named)}";
        var page = await visitor.ReadAsync(path);
        List<(string Page, (string Name, string Value)[] Fields)> previews = [];
        for (var number = 0; number < 5; number++)
        {
            (string Name, string Value)[] fields =
            [
                ("talks", "harbour"),
                ("event", named),
                ("seen", DeskVisitor.FindHidden(page, "seen")),
                ("by", by),
                ("what", "change"),
                ("reason", "the notice says otherwise"),
                ("noticePublished", by == "publisher" ? "2031-04-03T12:00" : ""),
                ("noticeReference", by == "publisher" ? "page 2" : ""),
                ("f.summary", $"Another summary, {number}."),
            ];
            var preview = await visitor.PostAsync("/desk/correct", page, [.. fields, ("do", "preview")]);
            Assert.True(preview.Status == HttpStatusCode.OK, preview.Text);
            previews.Add((preview.Html, fields));
        }

        var answers = await Task.WhenAll(
            previews.Select(preview =>
                visitor.PostAsync(
                    "/desk/correct",
                    preview.Page,
                    [
                        .. preview.Fields,
                        ("previewed", DeskVisitor.FindHidden(preview.Page, "previewed")),
                        ("do", "record"),
                    ]
                )
            )
        );

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.SeeOther);
        Assert.All(
            answers.Where(answer => answer.Status != HttpStatusCode.SeeOther),
            answer => Assert.Equal(HttpStatusCode.Conflict, answer.Status)
        );
    }

    [Fact]
    public async Task What_was_not_previewed_is_not_recorded()
    {
        using var visitor = new DeskVisitor(server);
        var page = await visitor.ReadAsync("/desk/correct?talks=harbour&event=courier-2031-04-02%23offer");
        (string Name, string Value)[] fields =
        [
            ("talks", "harbour"),
            ("event", "courier-2031-04-02#offer"),
            ("seen", DeskVisitor.FindHidden(page, "seen")),
            ("by", "coder"),
            ("what", "change"),
            ("reason", "misread"),
        ];
        var preview = await visitor.PostAsync(
            "/desk/correct",
            page,
            [.. fields, ("f.summary", "What was seen."), ("do", "preview")]
        );

        var other = await visitor.PostAsync(
            "/desk/correct",
            preview.Html,
            [
                .. fields,
                ("f.summary", "What was not."),
                ("previewed", DeskVisitor.FindHidden(preview.Html, "previewed")),
                ("do", "record"),
            ]
        );

        Assert.Equal(HttpStatusCode.OK, other.Status);
        Assert.Contains("What would change", other.Text);
    }
}
