using System.Globalization;
using System.Text;
using NodaTime;

namespace Negotiations.Formats;

/// <summary>How to cite an answer, so that whoever follows the citation finds the same.</summary>
/// <param name="Title">What people call the negotiation.</param>
/// <param name="Subject">What of it is cited, such as <c>what was known by the end of 14 May 2025</c>.</param>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="Settled">The place on the record clock for which the answer stands.</param>
/// <param name="ChainHead">The link of the hash chain there, in hexadecimal.</param>
/// <param name="Permalink">An address that gives the same answer for ever.</param>
public sealed record Citation(
    string Title,
    string Subject,
    string Negotiation,
    RecordPosition Settled,
    string ChainHead,
    string Permalink
)
{
    // What LaTeX takes for more than a letter.
    private const string Special = @"\{}%&#_$~^";

    /// <summary>The citation in a line.</summary>
    public string Text =>
        $"“{Title}: {Subject}”. Negotiations, position {Settled.Position} of the record{Recorded}, chain head "
        + $"{ChainHead}. {Permalink}";

    /// <summary>The citation as an entry of BibTeX.</summary>
    public string BibTex =>
        string.Join(
            '\n',
            [
                $"@misc{{{Negotiation}-{Settled.Position}-{ChainHead[..Math.Min(8, ChainHead.Length)]},",
                $"  title = {{{{{Escape($"{Title}: {Subject}")}}}}},",
                .. Settled.At is { } at
                    ? new[] { $"  year = {{{at.InUtc().Year.ToString(CultureInfo.InvariantCulture)}}}," }
                    : [],
                $"  howpublished = {{\\url{{{Permalink}}}}},",
                $"  note = {{Negotiations, position {Settled.Position} of the record, chain head {ChainHead}}}",
                "}",
            ]
        );

    private string Recorded => Settled.At is { } at ? $", recorded {DateWords.Describe(at, DateTimeZone.Utc)} UTC" : "";

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '\\' or '~' or '^')
                escaped.Append(letter == '\\' ? @"\textbackslash{}" : $@"\{letter}{{}}");
            else if (Special.Contains(letter, StringComparison.Ordinal))
                escaped.Append('\\').Append(letter);
            else
                escaped.Append(letter is '\n' or '\r' ? ' ' : letter);
        }

        return escaped.ToString();
    }
}
