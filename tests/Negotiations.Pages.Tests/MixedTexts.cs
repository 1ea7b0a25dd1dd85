using Negotiations.Server.Pages.Parts;

namespace Negotiations.Pages.Tests;

public class MixedTexts
{
    [Theory]
    [InlineData("سامر الحلبي, on the record; 31 March 2031", "[سامر الحلبي]|, on the record; 31 March 2031")]
    [InlineData("by سامر, through נועה כהן, denied", "by |[سامر]|, through |[נועה כהן]|, denied")]
    [InlineData("سَامِر says so", "[سَامِر]| says so")]
    [InlineData("they say سامر", "they say |[سامر]")]
    public void A_name_from_right_to_left_stands_apart_in_a_line_from_left_to_right(string text, string pieces)
    {
        var line = MixedText.Cut(text);

        Assert.True(line.IsLeftToRight);
        Assert.Equal(
            pieces,
            string.Join('|', line.Pieces.Select(piece => piece.IsApart ? $"[{piece.Text}]" : piece.Text))
        );
    }

    [Theory]
    [InlineData("سامر الحلبي")]
    [InlineData("قال سامر (Wang) إنه سيحضر")]
    public void A_name_or_a_sentence_of_that_direction_keeps_it(string text)
    {
        var line = MixedText.Cut(text.Replace("Wang", "W"));

        Assert.False(line.IsLeftToRight);
        Assert.Single(line.Pieces);
    }

    [Fact]
    public void Nothing_of_a_line_is_lost()
    {
        foreach (var text in new[] { "", "plain", "a سامر b", "سا-مر' x 5 مر", "a \uD83A سامر\uD83A", " سامر " })
            Assert.Equal(text, string.Concat(MixedText.Cut(text).Pieces.Select(piece => piece.Text)));
    }
}
