using System.Text;

namespace Negotiations.Formats;

/// <summary>Words joined in one, taken apart.</summary>
public static class Camel
{
    /// <summary><c>missileAttack</c> and <c>accepted-with-conditions</c> as words.</summary>
    public static string Apart(string joined)
    {
        var words = new StringBuilder();
        foreach (var letter in joined.Replace('-', ' '))
        {
            if (char.IsUpper(letter) && words.Length > 0 && words[^1] != ' ')
                words.Append(' ');
            words.Append(char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
