namespace Negotiations.Coding;

/// <summary>Reads which text a coded file belongs to, and finds it.</summary>
internal static class TextReader
{
    // Rules that come later do not change what a file means.
    private const int RulesOfShortFiles = 2;

    private const string Advice =
        "give the folder with the texts (--articles FOLDER), or write positions in place of the words first: "
        + "'negotiations anchor FILE --articles FOLDER'";

    /// <summary>The text; what is wrong is noted.</summary>
    /// <param name="article">The fields of the file.</param>
    /// <param name="isShort">Whether the name of the file is enough.</param>
    /// <param name="texts">The texts; null where they are not at hand.</param>
    public static ReadText Read(YamlFields article, bool isShort, ArticleTexts? texts)
    {
        var name = isShort ? article.Peek("text") : null;
        if (name is not null)
            article.Text("text");
        else if (article.Mapping("text", required: true) is { } text)
            return ReadFields(text, isShort, texts);
        return name is null
            ? new(new("", int.MaxValue), null, null)
            : Find(article, new(name, null, null, ChooseRules(name, null)), texts);
    }

    private static ReadText ReadFields(YamlFields text, bool isShort, ArticleTexts? texts)
    {
        var hash = SpanReader.Hash(text, "sha256", required: !isShort);
        var length = text.Number("length", required: !isShort);
        if (length < 1)
            text.Error("length", "is the length of the normalised text in code points, at least 1");
        var file = text.Text("file", required: isShort && hash is null);
        var rules = text.Number("pageRules");
        if (rules is { } version && !PageRules.IsKnown(version))
            text.Error(
                "pageRules",
                $"there is no version {version} of the rules for pages, only {PageRules.First} to {PageRules.Newest}"
            );
        text.RefuseUnknown();
        if (isShort)
            rules = ChooseRules(file, rules);
        // The first rules are those of a file that names none, so both are the same coding.
        rules = rules == PageRules.First ? null : rules;
        if (isShort)
            return Find(text, new(file, hash, length >= 1 ? length : null, rules), texts);
        return new(new(hash ?? "", length >= 1 ? length.Value : int.MaxValue, file, rules), null, null);
    }

    /// <summary>The rules by which a page is read in a short file that names none.</summary>
    public static int? ChooseRules(string? file, int? rules) =>
        rules ?? (file is not null && ArticleFile.IsPage(file) ? RulesOfShortFiles : null);

    private static ReadText Find(YamlFields fields, Said said, ArticleTexts? texts)
    {
        var identity = new TextIdentity(said.Hash ?? "", said.Length ?? int.MaxValue, said.File, said.Rules);
        if (texts is null)
            return new(identity, null, null) { LacksHash = said.Hash is null, LacksLength = said.Length is null };
        var (text, problem) = texts.Find(identity);
        if (text is null)
            problem ??= said.File is null
                ? "the folder of the texts holds none with this hash"
                : $"the folder of the texts does not hold '{said.File}'";
        else if (said.Hash is not null && text.Identity().Sha256 is var hash && hash != said.Hash)
            (text, problem) = (
                null,
                $"the text in '{said.File}' has the hash {hash}: it is another version, or was changed"
            );
        if (text is not null)
            identity = identity with { Sha256 = text.Identity().Sha256, Length = said.Length ?? text.Length };
        else if (said.Hash is null)
            fields.Error(null, $"there is no hash of the text, and {problem}");
        return new(identity, text, problem) { LacksHash = said.Hash is null, LacksLength = said.Length is null };
    }

    /// <summary>Notes what cannot be resolved because the text is not at hand: once for the whole file.</summary>
    public static void RefuseUnresolved(YamlFields file, ReadText text, SpanSource spans)
    {
        if (spans.Unresolved.Count == 0)
        {
            // A file that names its text and has no words still needs it, for the hash.
            if (text is { Text: null, Problem: null } and ({ LacksHash: true } or { LacksLength: true }))
                file.Error("text", $"has not both sha256 and length of the text: {Advice}");
            return;
        }

        const int mostShown = 5;
        var fields = spans.Unresolved.Select(item => item.Path).Distinct(StringComparer.Ordinal).ToList();
        spans
            .Unresolved[0]
            .Error(
                $"only the text says where this stands{(text.Problem is { } problem ? $", and {problem}" : "")}; "
                    + (
                        fields.Count == 1
                            ? ""
                            : $"so do {fields.Count - 1} more of the file: "
                                + string.Join(", ", fields.Skip(1).Take(mostShown))
                                + (fields.Count - 1 > mostShown ? ", …; " : "; ")
                    )
                    + Advice
            );
    }

    /// <summary>A version of which only the text is known yet.</summary>
    public static ArticleVersionPublished CreateVersion(TextIdentity text) =>
        new()
        {
            Article = "",
            Negotiation = "",
            Version = "",
            Outlet = new("", ""),
            Text = text,
            Published = PublicationReader.Unreadable,
            Chain = [],
        };

    private readonly record struct Said(string? File, string? Hash, int? Length, int? Rules);
}

/// <summary>The text to which a coded file belongs.</summary>
/// <param name="Identity">Which it is.</param>
/// <param name="Text">The text; null where it is not at hand.</param>
/// <param name="Problem">Why the text was not found or cannot be used, where there is a folder of texts.</param>
internal sealed record ReadText(TextIdentity Identity, NormalisedText? Text, string? Problem)
{
    /// <summary>Whether the file gives no hash of its text.</summary>
    public bool LacksHash { get; init; }

    /// <summary>Whether the file gives no length of its text.</summary>
    public bool LacksLength { get; init; }
}
