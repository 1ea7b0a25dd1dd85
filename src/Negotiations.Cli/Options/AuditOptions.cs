using System.CommandLine;
using Negotiations.Coding;

namespace Negotiations.Cli.Options;

/// <summary>What an audit checks: <c>--articles</c>, <c>--chain</c>, <c>--checkpoint</c>, and how strictly.</summary>
internal sealed class AuditOptions
{
    private readonly Option<string[]> articles = new("--articles")
    {
        HelpName = "PATH",
        Description =
            "Texts of the articles, as files or folders: .txt, .html; may be given several times. "
            + "Without them spans are not checked",
    };

    private readonly Option<bool> chain = new("--chain")
    {
        Description = "Recomputes the hash chain over the whole record",
    };

    private readonly Option<string?> checkpoint = new("--checkpoint")
    {
        HelpName = "FILE",
        Description = "Compares the record with this checkpoint, and recomputes the hash chain; needs --public-key",
    };

    private readonly Option<string?> publicKey = new("--public-key")
    {
        HelpName = "FILE",
        Description = "The public key with which the checkpoint is checked",
    };

    private readonly Option<bool> strict = new("--strict")
    {
        Description = "Weak spots of the sourcing make exit code 1 too, not only what was altered",
    };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[articles, chain, checkpoint, publicKey, strict])
            command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(checkpoint) is null != (result.GetResult(publicKey) is null))
                result.AddError("--checkpoint and --public-key go together");
        });
    }

    /// <summary>The files and folders with texts.</summary>
    /// <exception cref="WrongInputException">One of them is not there.</exception>
    public IReadOnlyList<string> Articles(ParseResult parsed)
    {
        var paths = parsed.GetValue(articles) ?? [];
        return paths.FirstOrDefault(path => !Path.Exists(path)) is { } missing
            ? throw new WrongInputException($"--articles: there is no file or folder '{missing}'")
            : paths;
    }

    /// <summary>
    /// Whether the hash chain is to be recomputed; a checkpoint says nothing of events that do not fit it.
    /// </summary>
    public bool Chain(ParseResult parsed) => parsed.GetValue(chain) || parsed.GetValue(checkpoint) is not null;

    /// <summary>Whether weak spots count as findings.</summary>
    public bool Strict(ParseResult parsed) => parsed.GetValue(strict);

    /// <summary>The checkpoint, with its signature checked; null where none is given.</summary>
    /// <exception cref="WrongInputException">A file is not there.</exception>
    /// <exception cref="CheckpointException">The checkpoint was not signed with the key, or is none.</exception>
    public Checkpoint? ReadCheckpoint(ParseResult parsed) =>
        parsed.GetValue(checkpoint) is { } file
            ? SignedCheckpoint.Read(
                LimitedFile.ReadSmallText(file, "a checkpoint"),
                LimitedFile.ReadSmallText(parsed.GetValue(publicKey)!, "a key")
            )
            : null;
}
