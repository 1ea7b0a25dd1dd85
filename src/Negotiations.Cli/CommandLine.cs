using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Verbs;

namespace Negotiations.Cli;

/// <summary>The command <c>negotiations</c>.</summary>
internal static class CommandLine
{
    private const string Description =
        "Tracks negotiations through the news: articles are replayed as streams of events, and the state of "
        + "a negotiation is\nrebuilt at any point in time, each value with the reports that stand behind it.";

    /// <summary>Runs one command line.</summary>
    /// <param name="arguments">The arguments, the verb first.</param>
    /// <param name="output">Receives the result, and nothing else.</param>
    /// <param name="error">Receives everything else.</param>
    /// <param name="cancellationToken">Cancels the command.</param>
    /// <param name="input">What is typed; null: on the terminal.</param>
    /// <returns>The exit code (see <see cref="ExitCode"/>).</returns>
    public static async Task<int> RunAsync(
        string[] arguments,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken = default,
        TextReader? input = null
    )
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        return await RunAsync(
            arguments,
            new TerminalWriter(output, mayFail: false),
            new TerminalWriter(error, mayFail: true),
            input ?? Console.In,
            cancellationToken
        );
    }

    private static async Task<int> RunAsync(
        string[] arguments,
        TerminalWriter output,
        TerminalWriter error,
        TextReader input,
        CancellationToken cancellationToken
    )
    {
        if (FindProblem(arguments) is { } wrong)
        {
            error.WriteLine($"negotiations: {wrong}");
            return ExitCode.WrongUse;
        }

        if (NormalisedText.FindProblemHere() is { } missing)
        {
            error.WriteLine($"negotiations: {missing}");
            return ExitCode.OutsideFailed;
        }

        var parsed = CreateRoot(input).Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (parsed.Errors.Count > 0 && parsed.Action is not VerbHelp)
        {
            foreach (var problem in ListProblems(parsed))
                error.WriteLine($"negotiations: {problem}");
            var verb = parsed.CommandResult.Command is Verb { Name: var name } ? $" {name}" : "";
            error.WriteLine($"See 'negotiations{verb} --help'.");
            return ExitCode.WrongUse;
        }

        try
        {
            return await parsed.InvokeAsync(
                new()
                {
                    Output = output,
                    Error = error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = null,
                },
                cancellationToken
            );
        }
        catch (Exception exception)
        {
            return Failure.Report(exception, error, cancellationToken);
        }
    }

    // Of a mistyped verb nothing more is said: what follows it cannot be judged without one.
    private static IEnumerable<string> ListProblems(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count == 0 || parsed.UnmatchedTokens is not [[>= 'A' and <= 'z', ..] word, ..])
            return parsed.Errors.Select(problem => problem.Message).Distinct();
        var verbs = command.Subcommands.Where(verb => !verb.Hidden).Select(verb => verb.Name);
        return [$"there is no command '{word}'{SpellingSuggestions.Question(word, verbs)}"];
    }

    // Refused here for all: whatever is done with an argument, it is compared with texts, which cannot have it.
    private static string? FindProblem(string[] arguments) =>
        arguments
            .Select(
                (argument, i) =>
                    ForbiddenCharacters.FindProblem(argument) is not { } problem ? null
                    : argument.Split('=') is [['-', ..] option, _, ..] ? $"{option}: {problem}"
                    : i > 0 && arguments[i - 1].StartsWith('-') ? $"{arguments[i - 1]}: {problem}"
                    : $"'{argument}' {problem}"
            )
            .FirstOrDefault(problem => problem is not null);

    private static RootCommand CreateRoot(TextReader input)
    {
        var root = new RootCommand(Description)
        {
            DemoVerb.Create(),
            NewVerb.Create(),
            CheckVerb.Create(),
            AnchorVerb.Create(),
            ReplayVerb.Create(),
            StateVerb.Create(),
            PositionsVerb.Create(),
            ReportsVerb.Create(),
            ActsVerb.Create(),
            HistoryVerb.Create(),
            BlameVerb.Create(),
            DiffVerb.Create(),
            CorrectVerb.Create(),
            ExportVerb.Create(),
            CodeVerb.Create(),
            ImportVerb.Create(),
            ReviewVerb.Create(input),
            CompareVerb.Create(),
            ScoreVerb.Create(),
            AuditVerb.Create(),
            CheckpointVerb.Create(),
            EraseVerb.Create(),
            StoreVerb.Create(),
            ServeVerb.Create(),
            KeysVerb.Create(),
            new DownloadOption(),
        };
        foreach (var help in root.Options.OfType<HelpOption>())
        {
            if (help.Action is HelpAction standard)
                help.Action = new VerbHelp(standard);
        }

        return root;
    }
}
