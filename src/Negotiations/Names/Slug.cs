using System.Globalization;
using System.Text;

namespace Negotiations;

/// <summary>Names as segments of keys: lower case, letters and digits of any script, joined by hyphens.</summary>
public static class Slug
{
    /// <summary>The slug of a name: <c>Jean-Noël Barrot</c> gives <c>jean-noel-barrot</c>.</summary>
    /// <remarks>Marks above and below letters are dropped; letters of other scripts stay as they are.</remarks>
    public static string Of(string name)
    {
        var slug = new StringBuilder();
        var gap = false;
        foreach (var rune in name.Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark) continue;
            if (!Rune.IsLetterOrDigit(rune))
            {
                // An apostrophe joins ("O'Neill" is one word), everything else separates.
                gap |= rune.Value is not ('\'' or '’');
                continue;
            }

            if (gap && slug.Length > 0) slug.Append('-');
            gap = false;
            slug.Append(Rune.ToLowerInvariant(rune));
        }

        return slug.ToString().Normalize(NormalizationForm.FormC);
    }

    /// <summary>Whether a text is usable as an identifier or as one segment of a key.</summary>
    public static bool IsValid(string text) => text.Length > 0 && Of(text) == text;
}
