namespace Negotiations.Tests;

public class SpansAndTexts
{
    private const string Words = "The Herald\n\nVarland will come to the pier, said Ada Brill. It rains.\n";

    private static readonly TextArticle Article = new TextArticle(Words).Says(
        "comes",
        "Varland will come to the pier",
        "Ada Brill"
    );

    [Fact]
    public void Every_span_of_a_report_is_found_in_the_text_of_its_version()
    {
        var audited = Audit(Words);

        Assert.Equal((TextStatus.Held, true), (audited.Status, audited.IsSound));
        var report = Assert.Single(audited.OwnReports);
        Assert.Equal(("herald#comes", AnchorStatus.Anchored, 2), (report.Name, report.Status, report.Spans));
    }

    [Theory]
    [InlineData("Varland says: “👩‍🚀 Ada Brill 😀 comes” to the 🏔️ pier", "👩‍🚀 Ada Brill 😀 comes")]
    [InlineData("Jom̄ Terrac comes. x̣̄ e\u0301 Ada Brill stays", "Ada Brill")]
    [InlineData("قالت آدا بريل إنها ستأتي إلى الرصيف", "آدا بريل")]
    [InlineData("\u200Fאדה בריל\u200F תגיע אל הרציף, 10 באפריל", "תגיע אל הרציף")]
    [InlineData("𐌰𐌳𐌰 𐌱𐍂𐌹𐌻 comes", "𐌱𐍂𐌹𐌻")]
    [InlineData("न्यायाधीश कहते हैं", "कहते")]
    [InlineData("one\u00A0000 ships\u202F!", "000 ships\u202F!")]
    public void Positions_hold_in_every_script(string text, string words)
    {
        var article = new TextArticle(text).Says("r", words);
        var log = article.Record().Log;

        Assert.True(TextArticle.Audit(log, Held(text)).IsSound);
        Assert.True(
            TextArticle
                .Audit(log, Held(text.Normalize(System.Text.NormalizationForm.FormD).Replace("\n", "\r\n")))
                .IsSound
        );
        Assert.Equal(
            words.Normalize(),
            article.Text.Slice(article.Reports[0].Evidence[0].Start, article.Reports[0].Evidence[0].End)
        );
    }

    [Fact]
    public void Without_the_text_nothing_is_said_of_a_report()
    {
        var audited = TextArticle.Audit(Article.Record().Log);

        Assert.Equal((TextStatus.NotHeld, true), (audited.Status, audited.IsSound));
        Assert.All(audited.Reports, report =>
            Assert.Equal((AnchorStatus.NotHeld, 0), (report.Status, report.Faults.Count))
        );
    }

    [Fact]
    public void A_text_that_was_edited_anchors_nothing_even_where_the_words_still_stand()
    {
        var audited = Audit(Words.Replace("It rains.", "It snows."));

        Assert.Equal(TextStatus.Differs, audited.Status);
        Assert.Contains("it is another version, or was changed", audited.Problem);
        var report = Assert.Single(audited.OwnReports);
        Assert.Equal((AnchorStatus.Orphaned, 0), (report.Status, report.Faults.Count));
    }

    [Fact]
    public void Words_that_moved_are_suggested_and_not_attached()
    {
        var audited = Audit("Late edition\n" + Words);

        var report = Assert.Single(audited.OwnReports);
        Assert.Equal(AnchorStatus.Orphaned, report.Status);
        Assert.Equal(
            [
                "evidence[0] at 12–41: other words stand there (suggestion: the exact words now stand "
                    + "at 25–54; not attached)",
                "chain[0] at 48–57: other words stand there (suggestion: the exact words now stand at "
                    + "61–70; not attached)",
            ],
            report.Faults.Select(fault => fault.Describe())
        );
    }

    [Theory]
    [InlineData("Varland will come to the pier. X Varland will come to the pier, said Ada Brill.")]
    [InlineData("Varland will come to the Pier, said Ada Brill. It rains.")]
    [InlineData("Varland will come to the pіer, said Ada Brill. It rains.")]
    [InlineData("")]
    public void Words_that_are_only_alike_or_stand_twice_are_not_suggested(string text) =>
        Assert.Null(Assert.Single(Audit(text).OwnReports).Faults[0].Suggestion);

    [Theory]
    [InlineData(12, 19, false)]
    [InlineData(12, 20, true)]
    public void Words_too_few_to_tell_are_not_suggested(int start, int end, bool isSuggested)
    {
        var words = new NormalisedText(Words);
        var log = Sample
            .History()
            .Publish(Article.Version, Article.Reports[0] with { Evidence = [words.Span(start, end)] })
            .Log;

        var fault = Assert.Single(TextArticle.Audit(log, Held("Late edition\n" + Words)).OwnReports).Faults[0];

        Assert.Equal(isSuggested, fault.Suggestion is not null);
    }

    [Theory]
    [InlineData(13, 41, "other words stand there")]
    [InlineData(11, 40, "other words stand there")]
    [InlineData(12, 999, "the span ends at 999, outside the text of 69 code points")]
    [InlineData(-1, 28, "the span from -1 to 28 is empty or runs backwards")]
    [InlineData(12, 12, "the span from 12 to 12 is empty or runs backwards")]
    public void A_span_that_is_one_off_is_orphaned(int start, int end, string problem)
    {
        var span = Article.FindSpan("Varland will come to the pier") with { Start = start, End = end };
        var log = Sample.History().Publish(Article.Version, Article.Reports[0] with { Evidence = [span] }).Log;

        var report = Assert.Single(TextArticle.Audit(log, Held(Words)).OwnReports);

        Assert.Equal((AnchorStatus.Orphaned, problem), (report.Status, Assert.Single(report.Faults).Problem));
    }

    [Fact]
    public void A_wrong_length_is_a_finding()
    {
        var version = Article.Version with { Text = Article.Version.Text with { Length = 67 } };

        var audited = TextArticle.Audit(Sample.History().Publish(version, Article.Reports).Log, Held(Words));

        Assert.Equal((TextStatus.Differs, "it has 69 code points, not 67"), (audited.Status, audited.Problem));
    }

    [Fact]
    public void A_text_belongs_to_a_version_by_its_hash_whatever_its_name()
    {
        var audited = TextArticle.Audit(
            Article.Record().Log,
            new ArticleText("copy-7.txt", new NormalisedText(Words)),
            Held("another text")
        );

        Assert.Equal((TextStatus.Held, "copy-7.txt"), (audited.Status, audited.Held!.File));
    }

    [Fact]
    public void Every_other_text_of_its_name_is_a_finding_also_beside_the_right_one()
    {
        var audited = TextArticle.Audit(
            Article.Record().Log,
            new ArticleText("copy-7.txt", new NormalisedText(Words)),
            Held("another text"),
            Held("a third text")
        );

        Assert.Equal((TextStatus.Held, false), (audited.Status, audited.IsSound));
        Assert.Equal(["another text", "a third text"], audited.Strays.Select(stray => stray.Held.Text!.Value));
        Assert.All(audited.Strays, stray => Assert.StartsWith("its hash is ", stray.Problem));
        Assert.All(audited.OwnReports, report => Assert.Equal(AnchorStatus.Anchored, report.Status));
    }

    [Fact]
    public void The_text_of_another_version_under_the_same_name_is_that_version_and_no_difference()
    {
        var later = new TextArticle(Words + "Later.", version: "v2", published: "2031-04-03").Says("later", "Later.");
        var log = Article.Record().Publish(later.Version, later.Reports).Log;

        var audited = AuditedVersion.CheckAll(
            log,
            new ArticleTextIndex([Held(Words + "Later.")], log.Timeline.Versions)
        );

        Assert.Equal([TextStatus.NotHeld, TextStatus.Held], audited.Select(version => version.Status));
    }

    [Fact]
    public void Of_a_file_that_is_no_text_nothing_is_said_but_that_it_cannot_be_read()
    {
        var audited = TextArticle.Audit(
            Article.Record().Log,
            new ArticleText("herald.txt", null) { Problem = "it is not UTF-8 text" }
        );

        Assert.Equal(
            (TextStatus.Differs, true, "it is not UTF-8 text"),
            (audited.Status, audited.IsUnreadable, audited.Problem)
        );
        Assert.False(audited.IsSound);
        Assert.All(audited.Reports, report => Assert.Equal(AnchorStatus.NotHeld, report.Status));
    }

    [Fact]
    public void A_version_without_a_file_name_is_found_by_its_hash_alone()
    {
        var log = new TextArticle(Words) { File = null }
            .Says("comes", "Varland will come")
            .Record()
            .Log;

        Assert.Equal(TextStatus.Held, TextArticle.Audit(log, Held(Words)).Status);
        Assert.Equal(TextStatus.NotHeld, TextArticle.Audit(log, Held("x")).Status);
    }

    private static AuditedVersion Audit(string text) => TextArticle.Audit(Article.Record().Log, Held(text));

    private static ArticleText Held(string text) => new("herald.txt", new NormalisedText(text));
}
