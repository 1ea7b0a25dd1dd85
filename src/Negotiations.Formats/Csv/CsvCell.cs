using System.Globalization;

namespace Negotiations.Formats;

/// <summary>Cells that no spreadsheet takes for a formula.</summary>
/// <remarks>
/// A text that a spreadsheet could run (OWASP, "CSV Injection") gets an apostrophe in front; so does one that begins
/// with an apostrophe, and with that nothing is lost: whoever reads takes one apostrophe away where there is one.
/// </remarks>
public static class CsvCell
{
    private const char Guard = '\'';

    /// <summary>The characters with which a formula can begin, with their full-width forms.</summary>
    public const string Formula = "=+-@\t\r\n＝＋－＠";

    /// <summary>The text as it stands in a cell.</summary>
    public static string Guarded(string text) => text.StartsWith(Guard) || IsFormula(text) ? Guard + text : text;

    /// <summary>The text that stands in a cell.</summary>
    public static string Plain(string cell) => cell.StartsWith(Guard) ? cell[1..] : cell;

    /// <summary>Whether a spreadsheet could take a text for a formula, also after what it would skip.</summary>
    public static bool IsFormula(string text)
    {
        foreach (var letter in text)
        {
            if (Formula.Contains(letter))
                return true;
            if (!IsSkipped(letter))
                return false;
        }

        return false;
    }

    private static bool IsSkipped(char letter) =>
        char.IsWhiteSpace(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format;
}
