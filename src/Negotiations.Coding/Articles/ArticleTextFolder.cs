using System.Text.Json;
using System.Text.Json.Nodes;

namespace Negotiations.Coding;

/// <summary>The texts of articles, as their holder keeps them in a folder.</summary>
/// <param name="folder">The folder.</param>
public sealed class ArticleTextFolder(string folder) : ArticleTexts
{
    private readonly Lazy<ILookup<string, string>> byName = new(() =>
        Directory.EnumerateFiles(folder).ToLookup(path => NameForm.Compose(Path.GetFileName(path)))
    );

    /// <summary>
    /// The text of an article version by the name in its coded file; null where the folder does not hold it.
    /// </summary>
    public NormalisedText? Find(ArticleVersionPublished version) => Read(version)?.Text;

    /// <summary>The text in a file of the folder; null where it is not there, or cannot be read.</summary>
    /// <param name="name">The name of the file.</param>
    public NormalisedText? FindFile(string name) =>
        Find(new TextIdentity("", int.MaxValue, name, TextReader.ChooseRules(name, null))).Text;

    /// <inheritdoc/>
    internal override (NormalisedText? Text, string? Problem) Find(TextIdentity identity)
    {
        var version = TextReader.CreateVersion(identity);
        if (identity.File is null)
            return (FindExact(version), null);
        TryFind(version, out var text, out var problem);
        return (text, problem is null ? null : $"the text in '{identity.File}' cannot be read: {problem}");
    }

    /// <summary>What in coded articles does not fit their texts.</summary>
    public IReadOnlyList<CodingError> CheckAll(IEnumerable<CodedFile> files) => [.. files.SelectMany(Check)];

    /// <summary>The articles whose texts the folder does not hold.</summary>
    /// <exception cref="CodingException">It holds none of them: another folder must be meant.</exception>
    public IReadOnlyList<string> NotHeld(IReadOnlyList<CodedFile> files)
    {
        var missing = files
            .Where(file => file.Article.Version.Text.File is not { } name || FindPath(name) is null)
            .ToList();
        return missing.Count < files.Count || files.Count == 0
            ? [.. missing.Select(file => file.Article.Version.Article)]
            : throw new CodingException([
                new(folder, 0, "", "the folder holds none of the texts that the coded files name"),
            ]);
    }

    /// <summary>What in a coded article does not fit its text; nothing where the text is not held.</summary>
    public IEnumerable<CodingError> Check(CodedFile file)
    {
        var version = file.Article.Version;
        if (!TryFind(version, out var text, out var problem))
            yield return file.Error("text.file", $"the text in '{version.Text.File}' cannot be read: {problem}");
        if (text is null)
            yield break;
        if (text.Identity().Sha256 != version.Text.Sha256)
        {
            yield return file.Error(
                "text.sha256",
                $"the text in '{version.Text.File}' has the hash {text.Identity().Sha256}: it is "
                    + $"another version, or was changed{SuggestRules(version)}"
            );
            yield break;
        }

        if (text.Length != version.Text.Length)
            yield return file.Error(
                "text.length",
                $"the text has {text.Length} code points, not {version.Text.Length}"
            );
        foreach (var error in CheckSpans(file, text))
            yield return error;
    }

    /// <summary>
    /// Which spans of a correction do not fit the text of the version that it corrects; none where the text is not
    /// held.
    /// </summary>
    /// <param name="version">The version.</param>
    /// <param name="correction">The correction.</param>
    public IEnumerable<(string Field, string Message)> Check(ArticleVersionPublished version, Correction correction)
    {
        if (correction is not ReportCorrected { Changes: var changes } || FindExact(version) is not { } text)
            return [];
        return from found in ListSpans(changes, version)
            where !text.Matches(found.Span)
            select (found.Field, SpanMismatch.Tell(text, found.Span));
    }

    /// <summary>
    /// The text of an article version, under its name or another; null where the folder holds none that has its hash.
    /// </summary>
    /// <exception cref="CodingException">The file that the coding names cannot be read.</exception>
    public NormalisedText? FindExact(ArticleVersionPublished version)
    {
        if (!TryFind(version, out var named, out var problem))
            throw new CodingException([
                new(FindPath(version.Text.File!) ?? folder, 0, "", $"the text cannot be read: {problem}"),
            ]);
        if (named?.Identity().Sha256 == version.Text.Sha256)
            return named;
        return Directory
            .EnumerateFiles(folder)
            .Where(ArticleFile.IsText)
            .Order(StringComparer.Ordinal)
            .Select(path =>
                TryFind(version with { Text = version.Text with { File = path } }, out var text, out _) ? text : null
            )
            .FirstOrDefault(text => text?.Identity().Sha256 == version.Text.Sha256);
    }

    /// <summary>Whether a correction gives new places in a text.</summary>
    public static bool HasSpans(Correction correction, ArticleVersionPublished version) =>
        correction is ReportCorrected { Changes: var changes } && ListSpans(changes, version).Any();

    private static IEnumerable<(TextSpan Span, string Field)> ListSpans(
        JsonObject changes,
        ArticleVersionPublished version
    )
    {
        var evidence = changes["evidence"]?.Deserialize<IReadOnlyList<TextSpan>>(EventJson.Options) ?? [];
        var chain = changes["chain"]?.Deserialize<IReadOnlyList<ChainLink>>(EventJson.Options) ?? [];
        return evidence
            .Select((span, i) => (span, $"amend.evidence[{i}]"))
            .Concat(Spans(chain.SkipLast(version.Chain.Count), "reattribute.chain"));
    }

    // Whoever codes a page by the newest rules has to say so in the file.
    private string SuggestRules(ArticleVersionPublished version)
    {
        var others = Enumerable
            .Range(PageRules.First, PageRules.Newest - PageRules.First + 1)
            .Where(rules => rules != version.Text.RulesForPages);
        foreach (var rules in others)
        {
            var text = version.Text with { PageRules = rules };
            if (TryFind(version with { Text = text }, out var read, out _) && read?.Identity().Sha256 == text.Sha256)
                return $"; by version {rules} of the rules for pages it has the right hash: write 'pageRules: {rules}'";
        }

        return "";
    }

    private bool TryFind(ArticleVersionPublished version, out NormalisedText? text, out string? problem)
    {
        (text, problem) = (null, null);
        try
        {
            var held = Read(version);
            (text, problem) = (held?.Text, held?.Problem);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = exception.Message;
        }

        return problem is null;
    }

    private ArticleText? Read(ArticleVersionPublished version)
    {
        if (version.Text.File is not { } name || FindPath(name) is not { } path)
            return null;
        // To open a pipe would be to wait for whoever writes to it.
        return FileStatus.Read(path) is { IsRegular: false }
            ? ArticleFile.Unreadable(path, "it is no regular file")
            : ArticleFile.Read(path, version.Text.RulesForPages);
    }

    // Only the last part of the name counts: a coded file cannot point outside the folder.
    private string? FindPath(string name)
    {
        var exact = Path.Combine(folder, Path.GetFileName(name));
        return File.Exists(exact)
            ? exact
            : byName.Value[NameForm.Compose(Path.GetFileName(name))].Order(StringComparer.Ordinal).FirstOrDefault();
    }
}
