using Negotiations.Coding;

namespace Negotiations.Cli.Exports;

/// <summary>The texts of article versions from which an export may quote, each read once.</summary>
/// <param name="texts">The texts, as their holder keeps them.</param>
internal sealed class QuotedTexts(ArticleTextFolder texts)
{
    private readonly Dictionary<(string Article, string Version), NormalisedText?> read = [];

    /// <summary>The versions whose text is not held, or is another one, as far as they were asked for.</summary>
    public IEnumerable<string> Missing =>
        read.Where(pair => pair.Value is null).Select(pair => $"{pair.Key.Article}@{pair.Key.Version}");

    /// <summary>Gives the text of a version; null where it is not held, or is another one.</summary>
    public QuoteProvider Quoting =>
        version =>
        {
            if (!read.TryGetValue((version.Article, version.Version), out var text))
            {
                text = texts.Find(version);
                read[(version.Article, version.Version)] = text =
                    text?.Identity().Sha256 == version.Text.Sha256 ? text : null;
            }

            return text;
        };
}
