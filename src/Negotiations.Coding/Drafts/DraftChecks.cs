using System.Globalization;

namespace Negotiations.Coding;

/// <summary>What a replay would say against the events of a draft.</summary>
public static class DraftChecks
{
    private const string Events = "events[";

    /// <summary>The errors of each event that has any, by its place among all events.</summary>
    /// <param name="draft">The draft; every event that is not rejected is checked.</param>
    /// <param name="definition">The negotiation.</param>
    /// <param name="texts">The texts of the articles; null where they are not at hand.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    public static async Task<ILookup<int, CodingError>> FindAsync(
        DraftFile draft,
        NegotiationDefined definition,
        ArticleTexts? texts,
        CancellationToken cancellationToken = default
    )
    {
        var errors = await ListAsync(draft, definition, texts, cancellationToken);
        return errors
            .Select(error => (Place: FindPlace(error.Field), Error: error))
            .Where(found => found.Place is not null)
            .ToLookup(found => found.Place!.Value, found => found.Error);
    }

    /// <summary>Everything that a replay would say against a draft, its top included.</summary>
    public static async Task<IReadOnlyList<CodingError>> ListAsync(
        DraftFile draft,
        NegotiationDefined definition,
        ArticleTexts? texts,
        CancellationToken cancellationToken = default
    )
    {
        var reader = new CodedFilesReader(
            [CodedSource.FromText(new(draft.File, draft.Text))],
            _ => Task.FromResult<NegotiationDefined?>(definition),
            areDrafts: true,
            texts,
            checks: null,
            cancellationToken
        )
        {
            KeepsReading = texts is not null,
        };
        try
        {
            var batch = await reader.ReadAsync();
            return
            [
                .. from file in batch.Articles
                let text = reader.Articles.GetValueOrDefault(file.File)?.Text.Text
                where text is not null
                from error in ArticleTexts.CheckSpans(file, text)
                select error,
            ];
        }
        catch (CodingException exception)
        {
            return exception.Errors;
        }
    }

    private static int? FindPlace(string field) =>
        field.StartsWith(Events, StringComparison.Ordinal)
        && field.IndexOf(']', StringComparison.Ordinal) is var end and > 0
        && int.TryParse(
            field.AsSpan(Events.Length, end - Events.Length),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out var place
        )
            ? place
            : null;
}
