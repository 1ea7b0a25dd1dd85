using System.Text;

namespace Negotiations.Coding.Tests;

public class TextOffsetTests
{
    [Fact]
    public void Between_characters_every_offset_has_the_position_of_the_same_place_in_the_normalised_text()
    {
        string[] pieces =
        [
            "a",
            "é",
            "e\u0301",
            "\r\n",
            "\r",
            "\n",
            "🚢",
            "👍🏽",
            "\u1100\u1161\u11A8",
            "\uAC00\u11A8",
            "\u0323\u0301",
            "ﬁ",
            "\u2126",
            "ক\u09BE",
            "\u0958",
            " ",
            "北",
        ];
        var dice = new Random(17);
        for (var trial = 0; trial < 500; trial++)
        {
            var raw = string.Concat(
                Enumerable.Range(0, dice.Next(1, 12)).Select(_ => pieces[dice.Next(pieces.Length)])
            );
            var text = new NormalisedText(raw);
            var utf16 = new TextOffsets(raw, OffsetUnit.Utf16, text);
            var points = new TextOffsets(raw, OffsetUnit.CodePoints, text);
            for (
                var (at, point) = (0, 0);
                at <= raw.Length;
                at += at < raw.Length && char.IsHighSurrogate(raw[at]) ? 2 : 1
            )
            {
                // What is exact: both halves, each normalised for itself, are the whole.
                var (before, after) = (new NormalisedText(raw[..at]), new NormalisedText(raw[at..]));
                var position = utf16.FindPosition(at);
                if (position is not null)
                {
                    Assert.Equal(before.Length, position);
                    Assert.Equal(text.Value, before.Value + after.Value);
                }

                Assert.Equal(position, points.FindPosition(point));
                point++;
            }

            Assert.Equal((0, text.Length), (utf16.FindPosition(0), utf16.FindPosition(raw.Length)));
        }
    }

    [Theory]
    [InlineData("e\u0301x", 1, null)]
    [InlineData("e\u0301x", 2, 1)]
    [InlineData("a\r\nb", 2, null)]
    [InlineData("a\r\nb", 3, 2)]
    [InlineData("🚢x", 1, null)]
    [InlineData("🚢x", 2, 1)]
    [InlineData("abc", 3, 3)]
    [InlineData("abc", 4, null)]
    [InlineData("abc", -1, null)]
    public void Within_one_character_and_outside_there_is_no_position(string raw, int offset, int? position) =>
        Assert.Equal(position, new TextOffsets(raw, OffsetUnit.Utf16, new(raw)).FindPosition(offset));

    [Fact]
    public void A_long_text_is_counted_at_once()
    {
        var raw = new StringBuilder().Insert(0, "Ча\u0301с 한국 ", 200_000).ToString();

        Assert.Equal(
            raw.Normalize(NormalizationForm.FormC).Length,
            new TextOffsets(raw, OffsetUnit.Utf16, new(raw)).FindPosition(raw.Length)
        );
    }
}
