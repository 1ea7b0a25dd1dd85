using System.Text;

namespace Negotiations;

/// <summary>
/// The form in which two ways to type a name are compared. It is for comparing only: what is recorded stays as written.
/// </summary>
public static class NameForm
{
    // Only what keyboards and typesetting change: a letter or a mark that differs can be another person.
    private const string Apostrophes = "'`´‘’‛ʻʼ′＇";

    private const string Hyphens = "-‐‑‒–—―−﹘﹣－";

    private const char SoftHyphen = '\u00AD';

    /// <summary>
    /// The name with plain apostrophes and hyphens, letters of full width as plain ones, and one plain space between
    /// words; NFC.
    /// </summary>
    public static string Fold(string name)
    {
        var folded = new StringBuilder(name.Length);
        var gap = false;
        foreach (var letter in Compose(name))
        {
            if (letter == SoftHyphen)
                continue;
            if (char.IsWhiteSpace(letter))
            {
                gap = folded.Length > 0;
                continue;
            }

            if (gap)
                folded.Append(' ');
            gap = false;
            folded.Append(FoldLetter(letter));
        }

        return folded.ToString();
    }

    /// <summary>
    /// A name in NFC: its letters may be composed in one file and decomposed in another, and some systems store the
    /// names of files decomposed. One that cannot be normalised stays as it is.
    /// </summary>
    public static string Compose(string name) =>
        ForbiddenCharacters.FindPlace(name) is null ? name.Normalize(NormalizationForm.FormC) : name;

    private static char FoldLetter(char letter) =>
        Apostrophes.Contains(letter) ? '\''
        : Hyphens.Contains(letter) ? '-'
        : letter is >= '！' and <= '～' ? (char)(letter - '！' + '!')
        : letter;
}
