using System.Globalization;
using System.Text.RegularExpressions;

namespace Negotiations;

/// <summary>A position of the record, with the beginning of the link of the hash chain there, which proves
/// it.</summary>
/// <remarks>
/// The link hangs on everything that was recorded up to the position. A record that has lost some of that has no such
/// link, whatever it has recorded since. It is written with a hyphen, such as <c>44-3f9a2b7c0d1e</c>.
/// </remarks>
/// <param name="Position">The position.</param>
/// <param name="Proof">The first twelve hexadecimal digits of the link; null at position 0, which every record has, and
/// where somebody gives the number alone.</param>
public readonly partial record struct ProvenPosition(long Position, string? Proof = null)
{
    // Of two records that differ, one in 281 trillion pairs has the same digits.
    private const int Digits = 12;

    /// <summary>The position with its proof.</summary>
    /// <param name="position">The position.</param>
    /// <param name="link">The link there; null where there is none.</param>
    public static ProvenPosition Create(long position, byte[]? link) =>
        new(position, link is null ? null : Convert.ToHexStringLower(link)[..Digits]);

    /// <summary>Reads a position, with or without its proof; null where the text is neither.</summary>
    public static ProvenPosition? Find(string? text) =>
        Form().Match(text ?? "") is { Success: true } match
        && long.TryParse(match.Groups[1].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            ? new(position, match.Groups[2].Success ? match.Groups[2].Value : null)
            : null;

    /// <summary>Whether the record that has a link at the position is the one that is meant.</summary>
    public bool Fits(byte[]? link) => Proof is null || Proof == Create(Position, link).Proof;

    /// <summary>As it is written.</summary>
    public override string ToString() =>
        Proof is null
            ? Position.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{Position}-{Proof}");

    [GeneratedRegex("^([0-9]+)(?:-([0-9a-f]{12}))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
