using System.Globalization;

namespace Negotiations.Server.Desk;

/// <summary>The fields of a form that say who says so: some for each link of a chain.</summary>
internal static class ChainRows
{
    private const string Chain = "chain";

    // A form that names more links than any chain has is none of this server's.
    private const int Most = 30;

    /// <summary>The name of a field of a link.</summary>
    public static string FormatName(int row, string field) =>
        string.Create(CultureInfo.InvariantCulture, $"{DeskForm.ReportPrefix}{Chain}.{row}.{field}");

    /// <summary>The rows to fill in: the links there are, and an empty one.</summary>
    public static IReadOnlyList<LinkFields> List(string chain) => [.. ChainForm.Read(chain), new LinkFields("")];

    /// <summary>The fields that were sent, with one for the chain in the place of those for its links.</summary>
    /// <param name="texts">The fields, without the <c>f.</c> before their names.</param>
    /// <param name="talks">The negotiation.</param>
    public static IReadOnlyDictionary<string, string> Collect(
        IReadOnlyDictionary<string, string> texts,
        NegotiationDefined talks
    )
    {
        if (!texts.Keys.Any(IsOfLink))
            return texts;
        var links = Enumerable
            .Range(0, Most)
            .Select(row => new LinkFields(Read(row, "name"))
            {
                IsUnnamed = Read(row, "unnamed") == "true",
                Side = Read(row, "side"),
                Words = Read(row, "words"),
                Implied = Read(row, "implied"),
                Written = Read(row, "written"),
            });
        return new Dictionary<string, string>(texts.Where(text => !IsOfLink(text.Key)), StringComparer.Ordinal)
        {
            [Chain] = ChainForm.Write(links, talks),
        };

        string Read(int row, string field) => texts.GetValueOrDefault($"{Chain}.{row}.{field}", "").Trim();
    }

    /// <summary>A chain in words; null where the report names nobody.</summary>
    public static string? Describe(string chain) =>
        chain.Length > 0
            ? SpeakerWords.DescribeSpeaker([
                .. ChainForm.Read(chain).Select(link => ((string?)link.Name, link.IsUnnamed)),
            ])
            : null;

    private static bool IsOfLink(string name) => name.StartsWith($"{Chain}.", StringComparison.Ordinal);
}
