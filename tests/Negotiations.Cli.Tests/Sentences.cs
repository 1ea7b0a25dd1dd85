namespace Negotiations.Cli.Tests;

public class Sentences
{
    [Theory]
    [InlineData("One. The [union] waits. Three.", "The union waits.")]
    [InlineData("One. “The [union waits.”] Three.", "“The union waits.”")]
    [InlineData("A headline\n\nThe [union] waits\nThree", "The union waits")]
    [InlineData("One. [The union waits.] Three.", "The union waits.")]
    [InlineData("The [union] waits", "The union waits")]
    [InlineData("One! The [union waits. And] stays. Four.", "The union waits. And stays.")]
    [InlineData("𝒜. The [𝒰nion] waits 𝒲. Three.", "The 𝒰nion waits 𝒲.")]
    public void A_span_stands_in_its_sentence(string marked, string expected)
    {
        var (text, span) = Read(marked);

        var sentence = Assert.Single(Sentence.FindAround([span], text));

        Assert.Equal(expected, text.Slice(sentence.Start, sentence.End));
        Assert.False(sentence.IsCutBefore || sentence.IsCutAfter);
    }

    [Fact]
    public void Of_a_long_sentence_the_words_that_are_near_are_left()
    {
        var (text, span) = Read(
            $"{string.Concat(Enumerable.Repeat("before ", 40))}[union]{string.Concat(Enumerable.Repeat(" after", 40))}."
        );

        var sentence = Assert.Single(Sentence.FindAround([span], text));

        Assert.Matches("^(before )+union( after)+$", text.Slice(sentence.Start, sentence.End));
        Assert.True(sentence.IsCutBefore && sentence.IsCutAfter);
        Assert.InRange(sentence.End - sentence.Start, 300, 325);
    }

    [Fact]
    public void Spans_of_one_sentence_share_it()
    {
        var text = new NormalisedText("One. The union waits. Three.");

        var sentences = Sentence.FindAround([text.Span(15, 20), text.Span(9, 14), text.Span(22, 27)], text);

        Assert.Equal(
            ["The union waits.", "Three."],
            sentences.Select(sentence => text.Slice(sentence.Start, sentence.End))
        );
    }

    private static (NormalisedText Text, TextSpan Span) Read(string marked)
    {
        var (start, end) = (marked.IndexOf('['), marked.IndexOf(']'));
        var text = new NormalisedText(marked.Replace("[", "").Replace("]", ""));
        var before = marked[..start].EnumerateRunes().Count();
        return (text, text.Span(before, before + marked[(start + 1)..end].EnumerateRunes().Count()));
    }
}
