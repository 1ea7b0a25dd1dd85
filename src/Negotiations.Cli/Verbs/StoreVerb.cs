using System.CommandLine;
using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Stores;

namespace Negotiations.Cli.Verbs;

/// <summary><c>store</c>: where the store is, and how it is kept.</summary>
internal static class StoreVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "store",
            "Says where the store is, its version and size, and what it holds. Backs it up, restores "
                + "it, makes the facts that it keeps ready anew, and starts it anew.",
            ("negotiations store", "where it is, how large, and its negotiations"),
            ("negotiations store backup talks.backup", "writes all of it to a file"),
            ("negotiations store restore talks.backup", "brings it back, where there is no store yet"),
            ("negotiations store rebuild", "makes the facts that are kept ready anew, from what is recorded"),
            ("negotiations store start-anew", "removes your own store with all it holds, after asking")
        );
        var format = new FormatOption(OutputFormat.Text, OutputFormat.Json);
        var connection = new ConnectionOption();
        verb.Options.Add(format);
        verb.Options.Add(connection);
        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                await using var opened = await StoreOpener.ForQuestionsAsync(
                    connection.Read(parsed),
                    error,
                    cancellationToken
                );
                var store = await opened.DescribeAsync(cancellationToken);
                if (format.Read(parsed) == OutputFormat.Json)
                    output.WriteJson(StoreJson.Write(store));
                else
                    foreach (var line in StoreText.Describe(store))
                        output.WriteLine(line);
                return ExitCode.Fine;
            }
        );
        verb.Subcommands.Add(CreateBackup());
        verb.Subcommands.Add(CreateRestore());
        verb.Subcommands.Add(StoreRebuild.Create());
        verb.Subcommands.Add(CreateStartAnew());
        return verb;
    }

    private static Verb CreateBackup()
    {
        var verb = new Verb("backup", "Writes the whole store to a file, by PostgreSQL's pg_dump.");
        var file = new Argument<string>("file")
        {
            HelpName = "FILE",
            Description = "Where to; replaced once the new one is whole",
        };
        var connection = new ConnectionOption();
        verb.Arguments.Add(file);
        verb.Options.Add(connection);
        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                await using var opened = await StoreOpener.ForQuestionsAsync(
                    connection.Read(parsed),
                    error,
                    cancellationToken
                );
                var path = parsed.GetRequiredValue(file);
                var store = await opened.DescribeAsync(cancellationToken);
                await opened.BackUpAsync(path, cancellationToken);
                output.WriteLine($"{path}: the store up to position {store.Last.Position} at least");
                return ExitCode.Fine;
            }
        );
        return verb;
    }

    private static Verb CreateRestore()
    {
        var verb = new Verb(
            "restore",
            "Brings a backup back, by PostgreSQL's pg_restore: all or nothing, and only where there is no store yet."
        );
        var file = new Argument<string>("file") { HelpName = "FILE", Description = "A file that 'store backup' wrote" };
        var connection = new ConnectionOption();
        verb.Arguments.Add(file);
        verb.Options.Add(connection);
        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                await StoreOpener.RestoreAsync(
                    connection.Read(parsed),
                    parsed.GetRequiredValue(file),
                    error,
                    cancellationToken
                );
                await using var opened = await StoreOpener.ForQuestionsAsync(
                    connection.Read(parsed),
                    error,
                    cancellationToken
                );
                foreach (var line in StoreText.Describe(await opened.DescribeAsync(cancellationToken)))
                    output.WriteLine(line);
                return ExitCode.Fine;
            }
        );
        return verb;
    }

    private static Verb CreateStartAnew()
    {
        var verb = new Verb(
            "start-anew",
            "Removes your own store with all it holds, so that the next replay makes an empty one. It asks first. "
                + "A database of --connection is not removed: drop it with the server's own means."
        );
        var yes = new Option<bool>("--yes") { Description = "Does not ask" };
        verb.Options.Add(yes);
        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                if (Environment.GetEnvironmentVariable(ConnectionOption.Variable) is { Length: > 0 })
                {
                    throw new WrongInputException(
                        $"{ConnectionOption.Variable} names a database, which is not removed: drop it by the server's "
                            + "own means, or unset the variable to remove your own store"
                    );
                }

                var folder = DataFolder.Default;
                if (!parsed.GetValue(yes) && !await ConfirmAsync(folder, error, cancellationToken))
                {
                    error.WriteLine("negotiations: nothing was removed");
                    return ExitCode.Found;
                }

                await ClusterRemoval.RemoveAsync(folder, cancellationToken);
                output.WriteLine($"the store in {folder} is gone; the next replay makes a new one");
                return ExitCode.Fine;
            }
        );
        return verb;
    }

    private static async Task<bool> ConfirmAsync(string folder, TextWriter error, CancellationToken cancellationToken)
    {
        if (Console.IsInputRedirected)
            throw new WrongInputException("nobody is there to be asked; say --yes to remove the store");
        error.Write($"Remove the store in {folder} with all it holds, for ever? Type 'yes': ");
        return (await Console.In.ReadLineAsync(cancellationToken))?.Trim() == "yes";
    }
}
