using System.Globalization;
using System.Text;

namespace Negotiations.Coding;

/// <summary>Takes offsets in a text as a tool read it to positions in the normalised text: exactly, or not at
/// all.</summary>
/// <remarks>
/// The text is cut into the shortest stretches that are normalised each for itself: normalised one by one, they are the
/// normalised text. Between two of them every offset has its position. Within one that normalisation changes, such as a
/// letter and its accent, or CR and LF, none has.
/// </remarks>
public sealed class TextOffsets
{
    private const int None = -1;

    private readonly string raw;

    // By offset in UTF-16 units, the position in the normalised text; None within a character.
    private readonly int[] positions;

    // By offset in the unit of the tool, the offset in UTF-16 units; null where they are the same.
    private readonly int[]? units;

    /// <summary>Prepares the offsets of a text.</summary>
    /// <param name="raw">The text as the tool read it; no half of a surrogate pair may stand in it alone.</param>
    /// <param name="unit">What the tool counts.</param>
    /// <param name="normalised">The same text, normalised.</param>
    public TextOffsets(string raw, OffsetUnit unit, NormalisedText normalised)
    {
        this.raw = raw;
        Text = normalised;
        positions = FindPositions(raw, normalised);
        units = unit == OffsetUnit.Utf16 ? null : FindUnits(raw);
    }

    /// <summary>The normalised text.</summary>
    public NormalisedText Text { get; }

    /// <summary>The length of the text, as the tool counts it.</summary>
    public int Length => units is null ? raw.Length : units.Length - 1;

    /// <summary>The text from one offset up to another, as the tool read it; null where there is no such
    /// stretch.</summary>
    public string? Slice(int start, int end) =>
        start < 0 || end > Length || start > end ? null : raw[ToUtf16(start)..ToUtf16(end)];

    /// <summary>The position of an offset; null where it lies outside the text, or within one character of
    /// it.</summary>
    public int? FindPosition(int offset) =>
        offset < 0 || offset > Length || positions[ToUtf16(offset)] is var position && position == None
            ? null
            : positions[ToUtf16(offset)];

    private int ToUtf16(int offset) => units is null ? offset : units[offset];

    private static int[] FindUnits(string raw)
    {
        var units = new List<int>(raw.Length + 1);
        for (var i = 0; i < raw.Length; i += char.IsHighSurrogate(raw[i]) ? 2 : 1)
            units.Add(i);
        units.Add(raw.Length);
        return [.. units];
    }

    private static int[] FindPositions(string raw, NormalisedText text)
    {
        var found = new int[raw.Length + 1];
        Array.Fill(found, None);
        var whole = new StringBuilder(raw.Length);
        var position = 0;
        var start = 0;
        while (start < raw.Length)
        {
            found[start] = position;
            var end = FindEnd(raw, start);
            var part = raw[start..end];
            var normalised = Normalise(part);
            whole.Append(normalised);
            if (normalised == part)
            {
                for (var i = start; i < end; i += char.IsHighSurrogate(raw[i]) ? 2 : 1)
                    found[i] = position++;
            }
            else
                position += CountRunes(normalised);
            start = end;
        }

        // Should some script join in a way that is not foreseen here, no place within the text is exact.
        if (position != text.Length || !whole.Equals(text.Value))
            Array.Fill(found, None, 1, Math.Max(0, raw.Length - 1));
        found[raw.Length] = text.Length;
        return found;
    }

    // The end of the stretch that begins at a place: before the next character that joins with none before it.
    private static int FindEnd(string raw, int start)
    {
        var end = Next(raw, start);
        while (end < raw.Length && !IsBoundary(raw, start, end))
            end = Next(raw, end);
        return end;
    }

    private static int Next(string raw, int at) => at + (char.IsHighSurrogate(raw[at]) ? 2 : 1);

    private static bool IsBoundary(string raw, int start, int at)
    {
        if (raw[at] == '\n' && raw[at - 1] == '\r')
            return false;
        if (raw[at] < '\u0300')
            return true;
        var rune = Rune.GetRuneAt(raw, at);
        if (
            Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.NonSpacingMark
                or UnicodeCategory.SpacingCombiningMark
                or UnicodeCategory.EnclosingMark
        )
            return false;
        // Of letters that are no marks only the parts of Korean syllables join, and some of recent scripts.
        if (rune.Value is not ((>= 0x1100 and <= 0x11FF) or (>= 0xD7B0 and <= 0xD7FF) or >= 0x11000))
            return true;
        var (before, after) = (raw[start..at], rune.ToString());
        return Normalise(before + after) == Normalise(before) + Normalise(after);
    }

    private static string Normalise(string part) =>
        part.Replace("\r\n", "\n").Replace('\r', '\n').Normalize(NormalizationForm.FormC);

    private static int CountRunes(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
            count++;
        return count;
    }
}
