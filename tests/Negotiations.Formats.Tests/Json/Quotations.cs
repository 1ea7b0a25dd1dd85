using System.Text.Json;

namespace Negotiations.Formats.Tests;

public class Quotations
{
    private const string Words = "Nobody saw 𝟘 ships.\nThe harbour said: “e\u0301nough”.";

    [Theory]
    [InlineData(0, 6, "Nobody", "", " saw 𝟘 ships.\nThe harbour said: ")]
    [InlineData(11, 12, "𝟘", "Nobody saw ", " ships.\nThe harbour said: “énoug")]
    public void A_stretch_is_quoted_by_code_points_with_what_stands_around_it(
        int start,
        int end,
        string exact,
        string prefix,
        string suffix
    )
    {
        var quote = Quote(new NormalisedText(Words), start, end, null);

        Assert.NotNull(quote);
        Assert.Equal(
            (exact, prefix, suffix),
            (
                quote.Value.GetProperty("exact").GetString(),
                quote.Value.GetProperty("prefix").GetString(),
                quote.Value.GetProperty("suffix").GetString()
            )
        );
    }

    [Fact]
    public void Other_words_than_those_that_were_coded_are_not_quoted() =>
        Assert.Null(Quote(new NormalisedText(Words), 0, 6, new string('0', 64)));

    [Fact]
    public void Without_texts_nothing_is_quoted() => Assert.Null(Quote(null, 0, 6, null));

    private static JsonElement? Quote(NormalisedText? held, int start, int end, string? sha256)
    {
        var text = new NormalisedText(Words);
        var hash = sha256 ?? new NormalisedText(text.Slice(start, end)).Identity().Sha256;
        var random = RandomExport.At(1);
        var events = random
            .Log.Events.Select(recorded =>
                recorded.Event is Report report
                    ? recorded with
                    {
                        Event = report with { Evidence = [new(start, end, hash)] },
                    }
                    : recorded
            )
            .Where(recorded => recorded.Event is not Correction)
            .ToList();
        var exported = ExportSource.Create(
            new Question(random.Answer.Asked.Negotiation),
            new NegotiationLog(random.Log.Settled, events),
            null,
            "negotiations"
        );
        var document = JsonDocument.Parse(
            RandomExport.Written(output => AnnotationsJson.Write(output, exported, held is null ? null : _ => held))
        );
        var selectors = document
            .RootElement.GetProperty("first")
            .GetProperty("items")[0]
            .GetProperty("target")[0]
            .GetProperty("selector")
            .EnumerateArray()
            .ToList();
        return selectors.Count == 1 ? null : selectors[1];
    }
}
