using System.Buffers;
using System.Text;

namespace Negotiations;

/// <summary>Finds what no text can have, since nothing can normalise, keep or send it.</summary>
/// <remarks>
/// These are U+0000, which PostgreSQL keeps in no text; half of a pair of UTF-16, which stands for no character; and
/// the noncharacters of Unicode, such as U+FFFE, which have no normal form.
/// </remarks>
public static class ForbiddenCharacters
{
    /// <summary>
    /// What is said of the first one, such as <c>has the character U+FFFE, which no text can have; remove it</c>; null
    /// where there is none.
    /// </summary>
    public static string? FindProblem(ReadOnlySpan<char> text) =>
        FindPlace(text) is not { } place ? null
        : char.IsSurrogate(text[place]) && !Rune.TryGetRuneAt(text.ToString(), place, out _)
            ? $"has half a character, U+{(int)text[place]:X4}, which no text can have; remove it"
        : $"has the character U+{Rune.GetRuneAt(text.ToString(), place).Value:X4}, which no text can have; remove it";

    /// <summary>The place of the first one; null where there is none.</summary>
    public static int? FindPlace(ReadOnlySpan<char> text)
    {
        var place = 0;
        while (place < text.Length)
        {
            var length = 1;
            if (
                text[place] == 0
                || (char.IsSurrogate(text[place]) || text[place] >= '\uFDD0')
                    && (
                        Rune.DecodeFromUtf16(text[place..], out var rune, out length) != OperationStatus.Done
                        || IsNoncharacter(rune.Value)
                    )
            )
                return place;
            place += length;
        }

        return null;
    }

    private static bool IsNoncharacter(int codePoint) =>
        codePoint is >= 0xFDD0 and <= 0xFDEF || (codePoint & 0xFFFE) == 0xFFFE;
}
