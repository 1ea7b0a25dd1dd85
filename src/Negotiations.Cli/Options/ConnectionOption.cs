using System.CommandLine;

namespace Negotiations.Cli.Options;

/// <summary>Which store: <c>--connection</c>.</summary>
internal sealed class ConnectionOption : Option<string?>
{
    /// <summary>The environment variable that stands in for the option.</summary>
    public const string Variable = "NEGOTIATIONS_CONNECTION";

    public ConnectionOption()
        : base("--connection")
    {
        HelpName = "TEXT";
        Description =
            $"PostgreSQL database to use, \"Host=...;Username=...;Database=...\" or postgres://...; also {Variable}. "
            + "Without one, a private server is started for the command";
    }

    /// <summary>The connection that a command is to use; null for the private server.</summary>
    public string? Read(ParseResult parsed) =>
        parsed.GetValue(this) ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null);
}
