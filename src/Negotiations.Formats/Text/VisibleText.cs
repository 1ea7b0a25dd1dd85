using System.Globalization;
using System.Text;

namespace Negotiations.Formats;

/// <summary>Makes visible what a terminal would obey instead of showing it.</summary>
/// <remarks>
/// An escape sequence in a name can clear the screen or set a link, and a bidirectional override shows words in another
/// order than they have. Line feeds and tabs stay.
/// </remarks>
public static class VisibleText
{
    // The symbols for control characters (U+2400) stand in the order of the characters.
    private const char SymbolForNull = '\u2400';

    private const char SymbolForDelete = '\u2421';

    /// <summary>The same text, in which each such character is a symbol (<c>␛</c>) or its number (<c>‹U+202E›</c>).
    /// </summary>
    public static string Show(string text)
    {
        var first = 0;
        while (first < text.Length && !IsSuspect(text[first]))
            first++;
        if (first == text.Length)
            return text;

        var shown = new StringBuilder(text, 0, first, text.Length + 16);
        for (var place = first; place < text.Length; )
        {
            if (!IsSuspect(text[place]))
                shown.Append(text[place++]);
            else if (Rune.TryGetRuneAt(text, place, out var rune))
            {
                Append(shown, rune);
                place += rune.Utf16SequenceLength;
            }
            else
                shown.Append(ShowNumber(text[place++]));
        }

        return shown.ToString();
    }

    // What may have to be shown otherwise; most texts have none of it.
    private static bool IsSuspect(char letter) =>
        letter is < ' ' and not ('\n' or '\t') or (>= '\u007F' and <= '\u009F')
        || IsDirection(letter)
        || letter is '\u2028' or '\u2029' or >= '\uD800' and <= '\uDFFF' or '\uFFFE' or '\uFFFF';

    private static void Append(StringBuilder shown, Rune rune)
    {
        if (rune.Value < ' ')
            shown.Append((char)(SymbolForNull + rune.Value));
        else if (rune.Value == 0x7F)
            shown.Append(SymbolForDelete);
        else if (rune.IsBmp || (rune.Value & 0xFFFE) == 0xFFFE || IsTag(rune.Value))
            shown.Append(ShowNumber(rune.Value));
        else
            shown.Append(rune.ToString());
    }

    private static string ShowNumber(int codePoint) =>
        string.Create(CultureInfo.InvariantCulture, $"‹U+{codePoint:X4}›");

    // Embeddings, overrides and isolates. The marks of one direction (U+200E, U+200F, U+061C) move no other words, and
    // stand in honest texts.
    private static bool IsDirection(char letter) =>
        letter is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    // Letters that nobody sees; only flags of regions have them, after a black flag.
    private static bool IsTag(int codePoint) => codePoint is >= 0xE0000 and < 0xE0080;
}
