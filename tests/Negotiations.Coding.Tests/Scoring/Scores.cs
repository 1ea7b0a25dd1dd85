namespace Negotiations.Coding.Tests;

public sealed class Scores : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_coding_measured_by_itself_is_right_in_everything()
    {
        var score = await MeasureAsync(LakeTalks.Article);

        Assert.Equal((1.0, 1.0, 1.0), (score.Total.Precision, score.Total.Recall, score.Total.F1));
        Assert.Equal((1.0, 1.0, 1.0), (score.MacroF1, score.MeanOverlap, score.ExactSpans));
        Assert.All(score.Fields, field => Assert.Equal(field.Compared, field.Same));
        Assert.Contains(score.Fields, field => field is { Name: "date", Compared: > 0 });
        Assert.Empty(score.Confusions);
        Assert.All(score.Agreements.Take(2), agreement => Assert.Equal(1.0, agreement.Alpha!.Value, 10));
    }

    [Fact]
    public async Task A_report_that_is_missing_costs_recall_and_one_too_many_precision()
    {
        var without = Without("pause");

        var less = await MeasureAsync(without);
        var more = await MeasureAsync(LakeTalks.Article, gold: without);

        var reports = less.Total.Gold;
        Assert.Equal((1.0, (reports - 1.0) / reports), (less.Total.Precision, less.Total.Recall));
        Assert.Equal(((reports - 1.0) / reports, 1.0), (more.Total.Precision, more.Total.Recall));
        Assert.Equal(new ConfusedTypes("CeasefireProposed", ReportPair.Nothing, 1), Assert.Single(less.Confusions));
        Assert.Equal(new ConfusedTypes(ReportPair.Nothing, "CeasefireProposed", 1), Assert.Single(more.Confusions));
        Assert.Equal(0, less.Types.Single(type => type.Name == "CeasefireProposed").F1);
    }

    [Fact]
    public async Task Another_type_at_the_same_words_is_a_confusion_of_the_two()
    {
        var score = await MeasureAsync(
            LakeTalks
                .Article.With("type: AttendanceDeclined", "type: AttendanceUnconfirmed")
                .With(
                    "      event: Lake talks\n      kind: announced\n",
                    "      event: Lake talks\n      response: none yet\n"
                )
        );

        Assert.Equal(
            new ConfusedTypes("AttendanceDeclined", "AttendanceUnconfirmed", 1),
            Assert.Single(score.Confusions)
        );
        Assert.True(score.Agreements[1].Kappa < 1);
    }

    [Fact]
    public async Task Other_types_at_words_that_hardly_touch_are_no_confusion_but_two_faults()
    {
        var score = await MeasureAsync(
            LakeTalks
                .Article.With("type: AttendanceDeclined", "type: AttendanceUnconfirmed")
                .With(
                    "      event: Lake talks\n      kind: announced\n",
                    "      event: Lake talks\n      response: none yet\n"
                )
                .With("start: 80, end: 90", "start: 88, end: 98")
        );

        Assert.Equal(
            [new("AttendanceDeclined", ReportPair.Nothing, 1), new(ReportPair.Nothing, "AttendanceUnconfirmed", 1)],
            score.Confusions
        );
    }

    [Theory]
    [InlineData("actor: Keel", "actor: Tomas Keel", "actor", 0)]
    [InlineData("actor: Keel", "actor: Ines Rook", "actor", 1)]
    [InlineData("happened: 2031-04-02\n    timeOfDay", "happened: 2031-04-01\n    timeOfDay", "date", 1)]
    [InlineData(
        "standing: own-unnamed\n    modality: reported",
        "standing: own-unnamed\n    modality: planned",
        "modality",
        1
    )]
    [InlineData("{name: Arno, kind: person", "{name: Brill, kind: person", "speaker", 1)]
    [InlineData("name: two officials", "name: two people", "speaker", 0)]
    [InlineData("kind: unnamed, side: Ostrelia", "kind: unnamed", "speaker", 1)]
    public async Task A_field_that_differs_counts_against_it_and_a_spelling_does_not(
        string find,
        string replacement,
        string field,
        int faults
    )
    {
        var article = LakeTalks.Article.With(find, replacement);
        if (article.Contains("kind: unnamed, start", StringComparison.Ordinal))
            article = article.With("    standing: own-unnamed\n", "    standing: other\n");

        var share = (await MeasureAsync(article)).Fields.Single(share => share.Name == field);

        Assert.Equal(faults, share.Compared - share.Same);
    }

    [Fact]
    public async Task Spans_that_only_overlap_match_and_are_not_exact()
    {
        var score = await MeasureAsync(LakeTalks.Article.With("start: 80, end: 90", "start: 85, end: 95"));

        var reports = score.Total.Gold;
        Assert.Equal(1.0, score.Total.F1);
        Assert.Equal((reports - 1.0) / reports, score.ExactSpans!.Value, 10);
        Assert.Equal((reports - 1 + 5.0 / 15) / reports, score.MeanOverlap!.Value, 10);
    }

    [Fact]
    public async Task Of_two_reports_at_the_same_words_that_with_the_same_actor_is_the_match()
    {
        var twice = LakeTalks.Article.Replace("start: 80, end: 90", "start: 40, end: 50");
        var doubled = twice
            .With("type: AttendanceDeclined", "type: TalksOffered")
            .With(
                "    person: Tomas Keel\n      event: Lake talks\n      kind: announced\n",
                "    form: talks\n      venues: null\n"
            );

        var score = await MeasureAsync(doubled, gold: doubled);

        Assert.All(score.Fields, field => Assert.Equal(field.Compared, field.Same));
    }

    [Fact]
    public async Task Codings_of_different_texts_are_refused_and_so_are_those_without_an_article_in_common()
    {
        var otherText = await Assert.ThrowsAsync<CodingException>(() =>
            MeasureAsync(LakeTalks.Article.With($"sha256: {LakeTalks.A}\n  length", $"sha256: {LakeTalks.B}\n  length"))
        );
        var otherArticle = await Assert.ThrowsAsync<CodingException>(() =>
            MeasureAsync(LakeTalks.Article.With("article: herald-1", "article: herald-2"))
        );

        Assert.Contains("another text", otherText.Errors[0].Message);
        Assert.Contains("no article of this coding", otherArticle.Errors[0].Message);
    }

    [Fact]
    public async Task Ten_thousand_reports_at_as_many_places_are_matched_each_with_its_own()
    {
        var report = (await Coded.ReadAsync(LakeTalks.Article)).Reports[0];
        var hash = LakeTalks.A;
        var many = Enumerable
            .Range(0, 10_000)
            .Select(i => report with { Id = $"r{i}", Evidence = [new TextSpan(i * 10, (i * 10) + 15, hash)] })
            .ToList();

        var score = Scorer.Measure([await FileAsync(many)], [await FileAsync(many)]);

        Assert.Equal((10_000, 1.0), (score.Total.Matched, score.ExactSpans));
    }

    private async Task<CodingScore> MeasureAsync(string coded, string? gold = null)
    {
        var definition = folder.Write("lake.yaml", LakeTalks.Negotiation);
        var right = folder.Write("gold.yaml", gold ?? LakeTalks.Article);
        var measured = folder.Write("coded.yaml", coded);
        var pair = await CodedPair.ReadAsync(right, measured, [definition], _ =>
            Task.FromResult<NegotiationDefined?>(null)
        );
        return Scorer.Measure(pair.Gold, pair.Coded);
    }

    private static async Task<CodedFile> FileAsync(IReadOnlyList<Report> reports)
    {
        var article = await Coded.ReadAsync(LakeTalks.Article);
        var version = article.Version with { Text = article.Version.Text with { Length = 200_000 } };
        return new("many.yaml", new CodedArticle(version, reports), new(() => new Dictionary<string, FieldPlace>()));
    }

    private static string Without(string id)
    {
        var article = LakeTalks.Article;
        var start = article.IndexOf($"  - id: {id}\n", StringComparison.Ordinal);
        var end = article.IndexOf("  - id: ", start + 1, StringComparison.Ordinal);
        return article.Remove(start, end - start);
    }
}
