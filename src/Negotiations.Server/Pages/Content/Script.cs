using System.Text;

namespace Negotiations.Server.Pages;

/// <summary>Tells words of scripts that run from right to left from all others.</summary>
internal static class Script
{
    // Blocks of Hebrew, Arabic, Syriac, Thaana and others, in order; the last two beyond the first plane.
    private static readonly (int First, int Last)[] RightToLeft =
    [
        (0x0590, 0x08FF),
        (0xFB1D, 0xFDFF),
        (0xFE70, 0xFEFC),
        (0x10800, 0x10FFF),
        (0x1E800, 0x1EFFF),
    ];

    /// <summary>The pieces of a line, in order: words that run from right to left, and what stands between.</summary>
    /// <remarks>Words with nothing but spaces between them are one piece, as the words of a name are.</remarks>
    public static IReadOnlyList<(string Words, bool IsRightToLeft)> Split(string line)
    {
        if (!line.AsSpan().ContainsAnyExceptInRange('\0', (char)(RightToLeft[0].First - 1)))
            return [(line, false)];
        List<(string, bool)> pieces = [];
        var (begin, place) = (0, 0);
        while (place < line.Length)
        {
            var end = FindEnd(line, place);
            if (end == place)
            {
                place++;
                continue;
            }

            if (begin < place)
                pieces.Add((line[begin..place], false));
            pieces.Add((line[place..end], true));
            (begin, place) = (end, end);
        }

        if (begin < line.Length || pieces.Count == 0)
            pieces.Add((line[begin..], false));
        return pieces;
    }

    // Where the words that begin at a place end; the place itself where none do.
    private static int FindEnd(string line, int place)
    {
        var (begin, end) = (place, place);
        while (
            Rune.TryGetRuneAt(line, place, out var rune) && (IsRightToLeft(rune) || (rune.Value == ' ' && end > begin))
        )
        {
            place += rune.Utf16SequenceLength;
            if (rune.Value != ' ')
                end = place;
            if (place == line.Length)
                break;
        }

        return end;
    }

    private static bool IsRightToLeft(Rune rune) =>
        RightToLeft.Any(block => rune.Value >= block.First && rune.Value <= block.Last);
}
