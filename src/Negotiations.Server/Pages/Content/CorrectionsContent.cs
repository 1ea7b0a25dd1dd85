namespace Negotiations.Server.Pages;

/// <summary>The page of the corrections.</summary>
/// <param name="Context">What every page knows.</param>
/// <param name="Corrections">The corrections on this page, the last first.</param>
/// <param name="Paging">Which page it is.</param>
public sealed record CorrectionsContent(PageContext Context, IReadOnlyList<ListedCorrection> Corrections, Paging Paging)
{
    internal static async Task<CorrectionsContent> ReadAsync(
        PageContext context,
        string? page,
        CancellationToken cancellationToken
    )
    {
        var talks = context.Definition.Negotiation;
        var log = await context.Store.ReadLogAsync(talks, context.Fixed.RecordedBy, cancellationToken);
        var known = context.Asked.KnownBy;
        var all = log
            .Timeline.Corrections.All.Where(correction => known is null || log.Timeline.KnownFrom(correction) <= known)
            .OrderByDescending(correction => correction.Recorded.Position)
            .ToList();
        var paging = Paging.Read(page, all.Count);
        var words = new FieldWords(new(context.Definition), context.Zone);
        return new(
            context,
            [
                .. all.Skip(paging.Skip)
                    .Take(Paging.Size)
                    .Select(correction => new ListedCorrection(
                        CorrectionWords.DescribePlainly(correction, context.Zone),
                        log.Timeline.Corrections.IsInForce(correction, known),
                        [.. ChangedField.FindAll(correction, log).Select(words.Describe)],
                        correction.Correction.Article,
                        correction.Recorded.Position
                    )),
            ],
            paging
        );
    }
}

/// <summary>A correction in a list.</summary>
/// <param name="Words">What it does, by whom and why.</param>
/// <param name="IsInForce">Whether it counts.</param>
/// <param name="Fields">The fields that it changes, each as it was and as it is.</param>
/// <param name="Article">The article that it corrects.</param>
/// <param name="Position">Its position: the record just before it does not have it.</param>
public sealed record ListedCorrection(
    string Words,
    bool IsInForce,
    IReadOnlyList<string> Fields,
    string Article,
    long Position
);
