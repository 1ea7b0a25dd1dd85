using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Coding.Tests;

public class SchemasOfCodedFiles
{
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly Lazy<JsonSchema> Article = new(() =>
        JsonSchema.Parse(CodedFileSchema.ForArticle().ToJsonString())
    );

    private static readonly Lazy<JsonSchema> Negotiation = new(() =>
        JsonSchema.Parse(CodedFileSchema.ForNegotiation().ToJsonString())
    );

    public static TheoryData<string> Folders => [Repository.ResolvePath("seeds"), Harbour.Folder];

    [Theory]
    [InlineData("article.schema.json")]
    [InlineData("negotiation.schema.json")]
    public void The_files_in_docs_are_up_to_date(string name)
    {
        JsonObject schema = name[0] == 'a' ? CodedFileSchema.ForArticle() : CodedFileSchema.ForNegotiation();
        var text = schema.ToJsonString(Layout) + "\n";
        var path = Repository.ResolvePath("docs", "schema", name);
        if (Environment.GetEnvironmentVariable("NEGOTIATIONS_UPDATE_SCHEMAS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        Assert.True(
            File.Exists(path) && File.ReadAllText(path) == text,
            $"docs/schema/{name} is out of date: run the tests once with NEGOTIATIONS_UPDATE_SCHEMAS=1"
        );
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Coded_files_are_valid_and_name_their_schema(string folder)
    {
        foreach (var path in CodedFiles.Find([folder]))
        {
            var text = File.ReadAllText(path);
            var json = YamlJson.Parse(text);
            var (schema, name) = json["article"] is null ? (Negotiation, "negotiation") : (Article, "article");

            Assert.Empty(schema.Value.Errors(json));

            var modeline = text.Split('\n')[0];
            Assert.StartsWith("# yaml-language-server: $schema=", modeline);
            Assert.Equal(
                Repository.ResolvePath("docs", "schema", $"{name}.schema.json"),
                Path.GetFullPath(modeline.Split('=')[1].Trim(), Path.GetDirectoryName(path)!)
            );
        }
    }

    [Fact]
    public void The_samples_of_these_tests_are_valid()
    {
        Assert.Empty(Article.Value.Errors(YamlJson.Parse(LakeTalks.Article)));
        Assert.Empty(Negotiation.Value.Errors(YamlJson.Parse(LakeTalks.Negotiation)));
    }

    [Theory]
    [InlineData("language: en", "langauge: en")]
    [InlineData("outlet: The Herald\n", "")]
    [InlineData("outlet: The Herald", "outlet: null")]
    [InlineData("title: Talks by the lake", "title: [Talks]")]
    [InlineData("  length: 2000", "  length: 0")]
    [InlineData("  length: 2000", "  length: 2000.5")]
    [InlineData("  length: 2000\n", "")]
    [InlineData("  sha256: a", "  sha256: A")]
    [InlineData("  sha256: a", "  sha256: aa")]
    [InlineData("  sha256: a", "  sha256: ")]
    [InlineData("basis: stated", "basis: guessed")]
    [InlineData("basis: stated", "")]
    [InlineData("published:\n  time: 2031-04-02T18:30\n  basis: stated", "published: 2031-04-02")]
    [InlineData("kind: agency, start: 5, end: 13,", "kind: wire, start: 5, end: 13,")]
    [InlineData("kind: agency, start: 5, end: 13,", "kind: agency, end: 13,")]
    [InlineData("kind: unnamed, implied: the text says reportedly", "kind: unnamed")]
    [InlineData("type: TalksOffered", "type: TalksDreamt")]
    [InlineData("    type: TalksOffered\n", "")]
    [InlineData("    act: varland-offers-talks\n", "")]
    [InlineData("    round: 2031-04\n", "")]
    [InlineData("      form: direct talks\n", "")]
    [InlineData("form: direct talks", "form: direct talks\n      colour: red")]
    [InlineData("form: direct talks", "form: [direct]")]
    [InlineData("venues: [Pier house, Old mill]", "venues: Pier house")]
    [InlineData("venues: [Pier house, Old mill]", "venues: [Pier house, null]")]
    [InlineData("durationDays: 10", "durationDays: ten")]
    [InlineData("unconditional: true", "unconditional: 'yes'")]
    [InlineData("kind: announced", "kind: sick")]
    [InlineData("members: [Ada Brill, Ines Rook]", "members: Ada Brill")]
    [InlineData("person: Tomas Keel", "person: [Tomas Keel]")]
    [InlineData("others: [Merin, Fishing villages]", "others: Merin")]
    [InlineData("precededBy: [offer]", "precededBy: offer")]
    [InlineData("lookingBack: false", "lookingBack: 'no'")]
    [InlineData("lookingBack: false", "known: {time: 2031-04-02T19:00}")]
    [InlineData("standing: own\n", "standing: Own\n")]
    [InlineData("modality: asserted", "modality: shouted")]
    [InlineData("certainty: 5", "certainty: 0")]
    [InlineData("certainty: 5", "certainty: 6")]
    [InlineData("{start: 40, end: 50,", "{start: -1, end: 50,")]
    [InlineData("{start: 40, end: 50,", "{start: 40,")]
    [InlineData("{start: 40, end: 50,", "{start: 40, quote: x, end: 50,")]
    public void An_article_that_its_schema_refuses_is_refused_in_the_editor(string find, string replacement) =>
        Assert.False(Article.Value.Fits(YamlJson.Parse(LakeTalks.Article.With(find, replacement))));

    [Theory]
    [InlineData("evidence: the words")]
    [InlineData(
        "evidence: [the words, \"more #2\", {words: again}]\nchain: [Mary Sund, {name: Port Wire, words: wire}]"
    )]
    [InlineData("evidence: {at: 3-9, words: again}\nchain: sund\nhappened: wednesday\ncertainty: 2")]
    public void The_short_form_is_valid(string report) =>
        Assert.Empty(
            Article.Value.Errors(
                YamlJson.Parse(
                    Ferry.Article(
                        report,
                        "days: {wednesday: 2031-04-02, friday: {happened: 2031-04-04}}\nchains: {sund: Mary Sund}"
                    )
                )
            )
        );

    [Theory]
    [InlineData("format: 2", "format: 3")]
    [InlineData("format: 2\n", "")]
    [InlineData("evidence: the words", "evidence: []")]
    [InlineData("evidence: the words", "evidence: {at: here}")]
    [InlineData("evidence: the words", "chain: Mary Sund")]
    [InlineData("wednesday: 2031-04-02", "wednesday: {from: Wednesday}")]
    [InlineData("round: 2031-04", "certainty: 7")]
    public void A_short_form_that_its_schema_refuses_is_refused_in_the_editor(string find, string replacement) =>
        Assert.False(
            Article.Value.Fits(
                YamlJson.Parse(
                    Ferry.Article("evidence: the words", "days: {wednesday: 2031-04-02}").With(find, replacement)
                )
            )
        );

    [Fact]
    public void An_empty_list_is_refused_in_the_editor()
    {
        var article = YamlJson.Parse(LakeTalks.Article);
        foreach (
            var (holder, list) in new[]
            {
                (article["events"]![0]!, "evidence"),
                (article, "events"),
                (article, "chain"),
            }
        )
        {
            var full = holder[list]!.DeepClone();
            holder[list] = new JsonArray();
            Assert.False(Article.Value.Fits(article), list);
            holder[list] = full;
        }

        Assert.True(Article.Value.Fits(article));
    }

    [Theory]
    [InlineData("zone: Europe/Helsinki\n", "")]
    [InlineData("zone: Europe/Helsinki", "zone: [Europe]")]
    [InlineData("rounds:", "turns:")]
    [InlineData("{ id: 2031-04, title", "{ title")]
    [InlineData("- { name: Merin }", "- { name: Merin, side: varland }")]
    [InlineData("- { name: Merin }", "- { id: merin }")]
    [InlineData("- { name: Merin }", "- { name: Merin, spellings: the Merinese }")]
    [InlineData("- { name: Lakewire }", "- { name: Lakewire, office: desk }")]
    public void A_negotiation_that_its_schema_refuses_is_refused_in_the_editor(string find, string replacement) =>
        Assert.False(Negotiation.Value.Fits(YamlJson.Parse(LakeTalks.Negotiation.With(find, replacement))));
}
