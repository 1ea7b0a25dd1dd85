using System.Security.Cryptography;
using System.Text;

namespace Negotiations;

/// <summary>A text in the one form in which positions and hashes are taken: Unicode NFC, lines ended by LF.</summary>
/// <remarks>
/// Nothing else is changed: no-break spaces stay, nothing is trimmed. Positions count Unicode code points.
/// </remarks>
public sealed class NormalisedText
{
    private readonly Rune[] runes;

    /// <summary>Normalises a text.</summary>
    public NormalisedText(string text)
    {
        Value = text.Replace("\r\n", "\n").Replace('\r', '\n').Normalize(NormalizationForm.FormC);
        runes = [.. Value.EnumerateRunes()];
    }

    /// <summary>The normalised text.</summary>
    public string Value { get; }

    /// <summary>
    /// Why texts cannot be normalised here; null where they can. Without its Unicode library .NET leaves every text as
    /// it is, and so would find others than were coded.
    /// </summary>
    public static string? FindProblemHere() =>
        "e\u0301".Normalize(NormalizationForm.FormC) == "\u00E9"
            ? null
            : "texts cannot be normalised here, so their positions and hashes would be others: unset "
                + "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT, and install ICU (libicu, on Alpine icu-libs)";

    /// <summary>Length in code points.</summary>
    public int Length => runes.Length;

    /// <summary>The identity of the whole text.</summary>
    public TextIdentity Identity(string? file = null) => new(Hash(Value), Length, file);

    /// <summary>The text from one code point up to another.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The stretch does not lie within the text.</exception>
    public string Slice(int start, int end)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, end);
        return string.Concat(runes[start..end]);
    }

    /// <summary>The span from one code point up to another, with its hash.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The stretch does not lie within the text.</exception>
    public TextSpan Span(int start, int end) => new(start, end, Hash(Slice(start, end)));

    /// <summary>Whether a span lies within this text and has the hash that it claims.</summary>
    public bool Matches(TextSpan span) =>
        span.ProblemIn(Length) is null && Hash(Slice(span.Start, span.End)) == span.Sha256;

    /// <summary>The positions at which a stretch as long as a span has the span's hash, in order.</summary>
    public IEnumerable<int> FindPlaces(TextSpan span)
    {
        var length = span.End - span.Start;
        if (length <= 0 || length > Length || !IsHash(span.Sha256))
            yield break;
        var wanted = Convert.FromHexString(span.Sha256);
        var bytes = Encoding.UTF8.GetBytes(Value);
        var (from, to) = (0, runes[..length].Sum(rune => rune.Utf8SequenceLength));
        for (var start = 0; ; start++)
        {
            if (SHA256.HashData(bytes.AsSpan(from, to - from)).AsSpan().SequenceEqual(wanted))
                yield return start;
            if (start + length == Length)
                yield break;
            from += runes[start].Utf8SequenceLength;
            to += runes[start + length].Utf8SequenceLength;
        }
    }

    private static bool IsHash(string text) => text.Length == 64 && text.All(char.IsAsciiHexDigitLower);

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
