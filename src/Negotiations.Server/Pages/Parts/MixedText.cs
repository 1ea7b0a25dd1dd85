using System.Globalization;
using System.Text;

namespace Negotiations.Server.Pages.Parts;

/// <summary>A line in which names of another direction of writing may stand: each apart, so that it turns round
/// nothing but itself.</summary>
/// <param name="Pieces">The line in pieces, those apart that are written from right to left.</param>
/// <param name="IsLeftToRight">Whether the line runs from left to right whatever it begins with; else its first
/// letter decides.</param>
internal sealed record MixedText(IReadOnlyList<(string Text, bool IsApart)> Pieces, bool IsLeftToRight)
{
    private const string Joining = " \u00a0-'’\u200c\u200d";

    /// <summary>Cuts a line.</summary>
    /// <remarks>A line with a small letter of an alphabet that runs from left to right is a sentence of that
    /// direction, perhaps with names of another; one without may be a name alone.</remarks>
    public static MixedText Cut(string text)
    {
        if (!text.EnumerateRunes().Any(IsRightToLeft) || !text.EnumerateRunes().Any(Rune.IsLower))
            return new([(text, false)], IsLeftToRight: text.EnumerateRunes().Any(Rune.IsLower));
        var pieces = new List<(string Text, bool IsApart)>();
        // Where a piece begins, where the last letter from right to left ended, and whether there was any.
        var (start, end, isApart, at) = (0, 0, false, 0);
        foreach (var rune in text.EnumerateRunes())
        {
            var next = at + rune.Utf16SequenceLength;
            if (IsRightToLeft(rune) || isApart && IsMark(rune) && end == at)
            {
                if (!isApart)
                    Close(at);
                (isApart, end) = (true, next);
            }
            else if (isApart && !Joining.Contains(rune.ToString(), StringComparison.Ordinal))
                Close(end);

            at = next;
        }

        Close(isApart ? end : text.Length);
        Close(text.Length);
        return new(pieces, IsLeftToRight: true);

        void Close(int until)
        {
            if (until > start)
                pieces.Add((text[start..until], isApart));
            (start, isApart) = (until, false);
        }
    }

    private static bool IsMark(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark;

    // Hebrew, Arabic and their neighbours, with their forms for presentation, and the alphabets of old.
    private static bool IsRightToLeft(Rune rune) =>
        Rune.IsLetter(rune)
        && rune.Value
            is (>= 0x0590 and <= 0x08ff)
                or (>= 0xfb1d and <= 0xfdff)
                or (>= 0xfe70 and <= 0xfeff)
                or (>= 0x10800 and <= 0x10fff)
                or (>= 0x1e800 and <= 0x1efff);
}
