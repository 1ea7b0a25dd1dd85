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
        ArticleTextFolder? texts,
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
        );
        IReadOnlyList<CodingError> errors = [];
        try
        {
            await reader.ReadAsync();
        }
        catch (CodingException exception)
        {
            errors = exception.Errors;
        }

        return errors
            .Select(error => (Place: FindPlace(error.Field), Error: error))
            .Where(found => found.Place is not null)
            .ToLookup(found => found.Place!.Value, found => found.Error);
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
