namespace Negotiations.Coding;

/// <summary>The texts of articles, wherever their holder keeps them.</summary>
public abstract class ArticleTexts
{
    /// <summary>The text with a name, or without one that with a hash; why it cannot be read where that is
    /// so.</summary>
    internal abstract (NormalisedText? Text, string? Problem) Find(TextIdentity identity);

    /// <summary>The places that a coded file gives and its text does not have there.</summary>
    internal static IEnumerable<CodingError> CheckSpans(CodedFile file, NormalisedText text) =>
        from found in ListSpans(file.Article)
        where !text.Matches(found.Span)
        select file.Error(found.Field, SpanMismatch.Tell(text, found.Span));

    /// <summary>The places of the links of a chain.</summary>
    private protected static IEnumerable<(TextSpan Span, string Field)> Spans(
        IEnumerable<ChainLink> chain,
        string field
    ) =>
        from link in chain.Select((link, i) => (link.Span, Field: $"{field}[{i}]"))
        where link.Span is not null
        select (link.Span, link.Field);

    // A report's chain ends with that of the article, which stands in the file only once.
    private static IEnumerable<(TextSpan Span, string Field)> ListSpans(CodedArticle article) =>
        Spans(article.Version.Chain, "chain")
            .Concat(
                (article.Version.Compared?.Carries ?? []).SelectMany(
                    (carried, i) => carried.Evidence.Select((span, j) => (span, $"compared.carries[{i}].evidence[{j}]"))
                )
            )
            .Concat(
                article.Reports.SelectMany(
                    (report, i) =>
                        report
                            .Evidence.Select((span, j) => (span, $"events[{i}].evidence[{j}]"))
                            .Concat(Spans(report.Chain.SkipLast(article.Version.Chain.Count), $"events[{i}].chain"))
                )
            );
}

/// <summary>The text of a single article, which stands in no file.</summary>
/// <param name="file">The name that its coded file has for it.</param>
/// <param name="text">The text.</param>
public sealed class OneArticleText(string file, NormalisedText text) : ArticleTexts
{
    /// <inheritdoc/>
    internal override (NormalisedText? Text, string? Problem) Find(TextIdentity identity) =>
        (identity.File is null ? identity.Sha256 == text.Identity().Sha256 : identity.File == file)
            ? (text, null)
            : (null, null);
}
