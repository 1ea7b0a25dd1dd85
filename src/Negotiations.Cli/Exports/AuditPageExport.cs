using System.Security.Cryptography;
using System.Text;
using Negotiations.Cli.Rendering;

namespace Negotiations.Cli.Exports;

/// <summary>Writes an audit as a page that can be handed over.</summary>
internal static class AuditPageExport
{
    /// <summary>
    /// Writes the page, and records before that it was made: whoever erases something learns from this where it went.
    /// </summary>
    /// <exception cref="WrongInputException">The audit is of several negotiations.</exception>
    public static async Task WriteAsync(
        AuditRun run,
        MartenEventStore store,
        TextWriter output,
        CancellationToken cancellationToken
    )
    {
        if (run.Talks is not [var audit])
        {
            throw new WrongInputException(
                run.Talks.Count == 0
                    ? "there is no page to write: the store has no negotiation"
                    : "a page is of one negotiation; name it: "
                        + $"{string.Join(", ", run.Talks.Select(talks => talks.Answer.Asked.Negotiation))}"
            );
        }

        var position = audit.Answer.Settled.Position;
        var head = await store.ReadLinkAsync(position, cancellationToken) is { } link
            ? Convert.ToHexStringLower(link)
            : null;
        var page = AuditPage.Build(audit, run.Record, head);
        await store.RecordExportAsync(
            new(
                "html",
                audit.Answer.Asked.Negotiation,
                position,
                QuestionWords.Asked(audit.Answer.Asked, audit.Answer.Zone),
                "standard output",
                SHA256.HashData(Encoding.UTF8.GetBytes(page))
            ),
            cancellationToken
        );
        output.Unwrap().Write(page);
    }
}
