namespace Negotiations.Assistant;

/// <summary>What each type of report means, and by which words the rules find it: data that a researcher
/// edits.</summary>
/// <remarks>A YAML file; <c>docs/codebook.md</c> says how it is written.</remarks>
public sealed class Codebook
{
    private const string DefaultName = "codebook.yaml";

    private static readonly Lazy<Codebook> Known = new(() =>
        CodebookReader.Read(DefaultName, ReadEmbedded(DefaultName))
    );

    internal Codebook(IReadOnlyList<CodebookEntry> entries)
    {
        Entries = entries;
        var index = new Dictionary<string, List<Rule>>(StringComparer.Ordinal);
        foreach (var rule in entries.SelectMany(entry => entry.Rules))
        {
            foreach (var word in rule.Pattern.FirstWords)
            {
                if (!index.TryGetValue(word, out var rules))
                    index[word] = rules = [];
                rules.Add(rule);
            }
        }

        RulesByWord = index;
    }

    /// <summary>The codebook that comes with the program.</summary>
    public static Codebook Default => Known.Value;

    /// <summary>One entry for each type of the catalogue, in the order of the file.</summary>
    public IReadOnlyList<CodebookEntry> Entries { get; }

    internal IReadOnlyDictionary<string, List<Rule>> RulesByWord { get; }

    /// <summary>The entry of a type, or null.</summary>
    public CodebookEntry? Find(string type) => Entries.FirstOrDefault(entry => entry.Type == type);

    /// <summary>Reads a codebook from a file.</summary>
    /// <exception cref="CodingException">Something is wrong in the file; everything that was found is listed, each with
    /// its line.</exception>
    public static Codebook Load(string path)
    {
        try
        {
            return CodebookReader.Read(path, LimitedFile.ReadText(path, Limits.CodedFile, "a codebook"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or UnfitFileException)
        {
            throw new CodingException([new(path, 0, "", $"the codebook cannot be read: {exception.Message}")]);
        }
    }

    /// <summary>Reads a codebook from a text.</summary>
    /// <exception cref="CodingException">Something is wrong in it.</exception>
    public static Codebook Parse(SubmittedFile file) => CodebookReader.Read(file.File, file.Text);

    internal static string ReadEmbedded(string name)
    {
        using var stream = typeof(Codebook).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
