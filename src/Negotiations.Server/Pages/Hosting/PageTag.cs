using System.Security.Cryptography;
using System.Text;

namespace Negotiations.Server.Pages;

/// <summary>The tag of a page: the same as long as the page is the same to the byte.</summary>
internal static class PageTag
{
    // Another build of the program may lay the same answer out otherwise.
    private static readonly string Build = string.Join(
        '.',
        new[] { typeof(PageTag), typeof(Briefing), typeof(Fact), typeof(MartenEventStore) }.Select(type =>
            type.Module.ModuleVersionId.ToString("N")
        )
    );

    /// <summary>The tag of a page of a negotiation.</summary>
    /// <remarks>
    /// The link of the chain stands for all that is recorded up to the position, in whichever store. An erasure changes
    /// nothing of the chain, and is counted beside it.
    /// </remarks>
    public static string Create(PageContext context, string address) =>
        Create(
            context.Proven,
            context.Site,
            address,
            context.ChainHead,
            $"{context.Settled.Position}",
            $"{context.Summary.Answered.Erased}",
            context.Quotes ? context.Texts!.Generation : ""
        );

    /// <summary>The tag of what follows from the record up to a position, and from some texts.</summary>
    public static string Create(ProvenPosition position, params string[] parts)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', [Build, .. parts])));
        return $"\"{position}.{Convert.ToHexStringLower(hash)[..32]}\"";
    }
}
