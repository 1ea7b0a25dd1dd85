namespace Negotiations.Assistant.Tests;

public class ErrorsOfCodebooks
{
    private static readonly string Text = Codebook.ReadEmbedded("codebook.yaml");

    [Theory]
    [InlineData("{actor} (offer~", "'(' is not closed")]
    [InlineData("{actor} <nobody> talks", "there is no group 'nobody'")]
    [InlineData("{actor} offer~ {", "'{' is not closed")]
    [InlineData("{actor} offer~ )", "closes nothing")]
    [InlineData("{actor} Offer~", "has a capital")]
    [InlineData("{actor} offer~ ....", "a gap is")]
    [InlineData("{actor} .. talks", "a pattern begins with a word")]
    public void A_bad_pattern_is_told_with_its_line(string pattern, string problem)
    {
        const string Good = "(talks|negotiations) <be> (offered|proposed) by {actor}";
        var line = Text[..Text.IndexOf(Good, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;

        var error = Assert.Single(FindErrors(Text.Replace(Good, pattern, StringComparison.Ordinal)));
        Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        Assert.Equal(("mine.yaml", line), (error.File, error.Line));
    }

    [Theory]
    [InlineData("  TalksRejected:", "  TalksRejekted:", "did you mean 'TalksRejected'")]
    [InlineData("saying: true", "sayin: true", "'sayin' is not a field here")]
    [InlineData(
        "details: { rejected: noun, durationDays: days }",
        "details: { refused: noun }",
        "is no detail of CeasefireRejected"
    )]
    [InlineData("actor: joint, mood: [plain]", "actor: everybody, mood: [plain]", "'everybody' is none of")]
    public void What_a_codebook_cannot_say_is_told_with_what_it_can(string good, string bad, string problem)
    {
        var place = Text.IndexOf(good, StringComparison.Ordinal);

        var errors = FindErrors(Text[..place] + bad + Text[(place + good.Length)..]);
        Assert.Contains(errors, error => error.Message.Contains(problem, StringComparison.Ordinal) && error.Line > 0);
    }

    [Fact]
    public void A_codebook_of_ones_own_is_read_from_its_path()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(
            path,
            Text.Replace(
                "\"{actor} call~ for @<talks>\", actor: third",
                "\"{actor} clamour~ for @<talks>\", actor: third",
                StringComparison.Ordinal
            )
        );
        try
        {
            var coder = new RulesCoder(Codebook.Load(path));
            var draft = coder.Propose(new("Osterland clamoured for talks."), Examples.Context, Examples.Definition);
            Assert.Equal("TalksUrged", Assert.Single(draft.Proposals).Type);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_codebook_that_is_not_there_is_told_by_its_path() =>
        Assert.Contains(
            "cannot be read",
            Assert.Throws<CodingException>(() => Codebook.Load("nowhere.yaml")).Errors[0].ToString(),
            StringComparison.Ordinal
        );

    private static IReadOnlyList<CodingError> FindErrors(string text) =>
        Assert.Throws<CodingException>(() => Codebook.Parse(new("mine.yaml", text))).Errors;
}
