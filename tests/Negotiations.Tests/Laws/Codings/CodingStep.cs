namespace Negotiations.Tests.Laws;

/// <summary>A coding, or a part of it, that is taken in.</summary>
/// <param name="Coded">What is taken in.</param>
/// <param name="MustBeThere">Whether all of it must be in the store already.</param>
internal sealed record CodingStep(CodedArticle Coded, bool MustBeThere)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Coded.Version.Article}@{Coded.Version.Version} with "
        + $"{string.Join(' ', Coded.Reports.Select(report => report.Id))}{(MustBeThere ? ", again" : "")}";
}
