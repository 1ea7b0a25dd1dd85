namespace Negotiations.Formats.Tests;

public class VisibleTexts
{
    [Theory]
    [InlineData("Düren’s “offer” – 北京, שלום\u200F, a‍b 🚢", "Düren’s “offer” – 北京, שלום\u200F, a‍b 🚢")]
    [InlineData("line\nline\tcell", "line\nline\tcell")]
    [InlineData("line\u2028line\u2029", "line‹U+2028›line‹U+2029›")]
    [InlineData("\u001B[2J\u001B]0;title\u0007", "␛[2J␛]0;title␇")]
    [InlineData("over\rwritten\u007F\b", "over␍written␡␈")]
    [InlineData("\u009B2J\u0085", "‹U+009B›2J‹U+0085›")]
    [InlineData("\u202Eevil\u202C \u2066x\u2069", "‹U+202E›evil‹U+202C› ‹U+2066›x‹U+2069›")]
    [InlineData("\uFFFE\uFFFF", "‹U+FFFE›‹U+FFFF›")]
    [InlineData("\U0001FFFE\U000E0041", "‹U+1FFFE›‹U+E0041›")]
    public void What_a_terminal_would_obey_is_shown(string text, string shown) =>
        Assert.Equal(shown, VisibleText.Show(text));

    [Fact]
    public void Half_a_character_is_shown() =>
        Assert.Equal("a‹U+D83D›b‹U+DEA2›", VisibleText.Show("a" + '\uD83D' + "b" + '\uDEA2'));
}
