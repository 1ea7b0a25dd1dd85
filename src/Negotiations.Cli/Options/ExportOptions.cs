using System.CommandLine;
using Negotiations.Cli.Exports;
using Negotiations.Coding;

namespace Negotiations.Cli.Options;

/// <summary>What to export and where to: <c>--as</c>, <c>--out</c>, <c>--articles</c>, <c>--quotes</c>.</summary>
internal sealed class ExportOptions
{
    private readonly Option<string> kind = new("--as")
    {
        HelpName = string.Join('|', Names),
        Description = "What to export, and in which form (docs/exports.md)",
        Required = true,
    };

    private readonly Option<string?> place = new("--out", "-o")
    {
        HelpName = "FILE|FOLDER",
        Description =
            "Where to write it; - or left out is the standard output. A table gets a file beside it "
            + "that describes it; coded files and cas need a folder",
    };

    private readonly Option<string?> articles = new("--articles")
    {
        HelpName = "FOLDER",
        Description = "Folder with the texts of the articles, to quote from; a CAS gets them whole",
    };

    private readonly Option<bool> quotes = new("--quotes")
    {
        Description = "Adds the words of the articles to the annotations: only for whoever may share them",
    };

    /// <summary>The words for the kinds.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<ExportKind>().Select(WordFor)];

    /// <summary>The word for a kind.</summary>
    public static string WordFor(ExportKind kind) => kind.ToString().ToLowerInvariant();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        kind.AcceptOnlyFromAmong(StringComparer.OrdinalIgnoreCase, [.. Names]);
        foreach (var option in new Option[] { kind, place, articles, quotes })
            command.Options.Add(option);
    }

    /// <summary>The kind.</summary>
    public ExportKind Kind(ParseResult parsed) =>
        Enum.Parse<ExportKind>(parsed.GetRequiredValue(kind), ignoreCase: true);

    /// <summary>The path of the file or folder, or null for the standard output.</summary>
    /// <exception cref="WrongInputException">It is not where something of this kind can be written.</exception>
    public string? Place(ParseResult parsed)
    {
        var isFolder = ExportWriter.IsFolder(Kind(parsed));
        if (parsed.GetValue(place) is not { Length: > 0 } path || path == "-")
            return isFolder
                ? throw new WrongInputException(
                    (Kind(parsed) == ExportKind.Cas ? "--out: CAS files" : "--out: coded files")
                        + " are written into a folder; name one that is not there yet"
                )
                : null;
        var whole = Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        try
        {
            if (isFolder)
                AtomicFolder.RequireEmpty(path);
            else
                AtomicFile.RequireWritable(path);
        }
        catch (WrongInputException exception)
        {
            throw new WrongInputException($"--out: {exception.Message}", exception);
        }

        return whole;
    }

    /// <summary>The folder with the texts to quote from, or null to quote nothing.</summary>
    /// <exception cref="WrongInputException">It is not there, or quotes have no place in the export.</exception>
    public string? Quotes(ParseResult parsed)
    {
        var folder = parsed.GetValue(articles);
        if (Kind(parsed) == ExportKind.Cas)
        {
            // A CAS is about a text: who gives it wants it there.
            if (folder is null && parsed.GetValue(quotes))
                throw new WrongInputException("--quotes: --articles FOLDER alone puts the texts into a CAS");
        }
        else if (folder is null != !parsed.GetValue(quotes))
            throw new WrongInputException(
                "--quotes and --articles go together: the words of the articles are taken from your texts"
            );
        if (folder is null)
            return null;
        if (Kind(parsed) is not (ExportKind.Annotations or ExportKind.Cas))
            throw new WrongInputException("--quotes: only annotations hold words of the articles");
        return Directory.Exists(folder)
            ? folder
            : throw new WrongInputException($"--articles: there is no folder '{folder}'");
    }
}
