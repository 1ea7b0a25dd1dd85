using System.Collections.Concurrent;

namespace Negotiations.Server.Pages;

/// <summary>The texts of articles that the operator of the server holds in a folder.</summary>
/// <remarks>
/// Pages quote from them the sentences in which a report stands, and never more: of a long passage its beginning. Safe
/// for use by several threads at once.
/// </remarks>
public sealed class HeldTexts(ArticleTextFolder folder)
{
    // About three sentences: enough to see what was said.
    private const int MostLetters = 500;

    // Texts are read from their files again after so many.
    private const int MostTexts = 64;

    private readonly ConcurrentDictionary<string, NormalisedText> read = new(StringComparer.Ordinal);

    /// <summary>When this folder was opened: another one may hold other texts.</summary>
    internal string Generation { get; } = $"{Guid.NewGuid():N}";

    /// <summary>The sentences around the evidence of a report; none where its text is not held or is another.</summary>
    public IReadOnlyList<Quotation> Quote(Report report, ArticleVersionPublished version) =>
        Find(version) is { } text ? [.. Shorten(Quotation.Around(report.Evidence, text))] : [];

    private NormalisedText? Find(ArticleVersionPublished version)
    {
        if (read.TryGetValue(version.Text.Sha256, out var known))
            return known;
        try
        {
            if (folder.Find(version) is not { } text || text.Identity().Sha256 != version.Text.Sha256)
                return null;
            if (read.Count >= MostTexts)
                read.Clear();
            return read[version.Text.Sha256] = text;
        }
        // Without the text the page says what the report says; the audit tells what is wrong with the file.
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static IEnumerable<Quotation> Shorten(IEnumerable<Quotation> quotations)
    {
        var left = MostLetters;
        foreach (var quotation in quotations)
        {
            if (left <= 0)
                yield break;
            var pieces = new List<(string Words, bool IsMarked)>();
            foreach (var piece in quotation.Pieces)
            {
                if (left <= 0)
                    break;
                pieces.Add(piece with { Words = Cut(piece.Words, left) });
                left -= piece.Words.Length;
            }

            yield return left < 0 ? new(pieces, quotation.IsCutBefore, IsCutAfter: true) : quotation;
        }
    }

    private static string Cut(string words, int most)
    {
        if (words.Length <= most)
            return words;
        var end = words.LastIndexOf(' ', most);
        return words[
            ..(
                end > 0 ? end
                : char.IsHighSurrogate(words[most - 1]) ? most - 1
                : most
            )
        ];
    }
}
