namespace Negotiations.Assistant.Tests;

public class FactsOfSentences
{
    [Theory]
    [InlineData("Mr Ost said on Tuesday that Norland supports equal fares.", "Norland", "2031-04-15")]
    [InlineData("Mr Ost said that he supports equal fares.", "Ost", null)]
    [InlineData("Norland supports equal fares.", "Norland", null)]
    [InlineData("The fares are too high.", null, null)]
    public void Who_and_when_is_read_where_no_rule_proposes(string text, string? actor, string? day)
    {
        var facts = Read(text, text);

        Assert.Equal(actor, facts.Actors.Select(name => name.Split(' ')[^1]).SingleOrDefault());
        Assert.Equal(day, facts.Happened);
    }

    [Fact]
    public void Who_said_so_is_the_source_with_the_place_of_the_name()
    {
        const string Text = "Mr Ost said on Tuesday that Norland supports equal fares.";
        var link = Assert.Single(Read(Text, "Norland supports").Chain);

        Assert.EndsWith("Ost", link.Name);
        Assert.Equal("Ost", Text[link.Span!.Value.Start..link.Span.Value.End]);
        Assert.Empty(Read("Norland supports equal fares.", "Norland").Chain);
    }

    [Fact]
    public void Only_the_sentence_of_the_words_counts()
    {
        const string Text = "Ms Brill said on Monday that it rains. Suderland waits.";

        Assert.Equal(["Suderland"], Read(Text, "Suderland waits").Actors);
        Assert.Null(Read(Text, "Suderland waits").Happened);
    }

    private static SentenceFacts Read(string text, string words)
    {
        var start = text.IndexOf(words, StringComparison.Ordinal);
        return RulesCoder.ReadFacts(new(text), Examples.Context, Examples.Definition, new(start, start + words.Length));
    }
}
