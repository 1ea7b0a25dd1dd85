using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Negotiations;

/// <summary>Names as segments of keys: lower case, letters and digits of any script, joined by hyphens.</summary>
public static class Slug
{
    private static readonly FrozenDictionary<int, string> WithoutMark = new Dictionary<int, string>
    {
        ['ß'] = "ss",
        ['æ'] = "ae",
        ['œ'] = "oe",
        ['þ'] = "th",
        ['ð'] = "d",
        ['đ'] = "d",
        ['ħ'] = "h",
        ['ı'] = "i",
        ['ł'] = "l",
        ['ø'] = "o",
        ['ŧ'] = "t",
    }.ToFrozenDictionary();

    /// <summary>The slug of a name: <c>Jean-Noël Barrot</c> gives <c>jean-noel-barrot</c>.</summary>
    /// <remarks>
    /// Latin letters are brought to the plain alphabet: marks are dropped, and the few letters that do not consist of a
    /// plain one and a mark are replaced. Other scripts stay as they are: there a mark is a letter's other half (й,
    /// हि).
    /// </remarks>
    public static string From(string name)
    {
        var slug = new StringBuilder();
        var gap = false;
        var keepsMarks = false;
        foreach (var rune in name.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            {
                if (keepsMarks && !gap)
                    slug.Append(rune);
                continue;
            }

            if (!Rune.IsLetterOrDigit(rune))
            {
                // An apostrophe joins ("O'Neill" is one word), everything else separates.
                gap |= rune.Value is not ('\'' or '’');
                continue;
            }

            if (gap && slug.Length > 0)
                slug.Append('-');
            gap = false;
            keepsMarks = !IsLatin(rune);
            var lower = Rune.ToLowerInvariant(rune);
            slug.Append(WithoutMark.GetValueOrDefault(lower.Value) ?? lower.ToString());
        }

        return slug.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether a text is usable as an identifier or as one segment of a key.</summary>
    public static bool IsValid(string text) => text.Length > 0 && From(text) == text;

    // The last code point of the block Latin Extended-B; what Latin lies beyond decomposes into plain letters and
    // marks.
    private static bool IsLatin(Rune rune) => rune.Value <= 0x24F;
}
