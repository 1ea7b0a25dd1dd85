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

    /// <summary>The store that a command is to use.</summary>
    public StoreAddress Read(ParseResult parsed) =>
        new(
            parsed.GetValue(this)
                ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text : null),
            DownloadOption.Read(parsed)
        );
}

/// <summary>Which store.</summary>
/// <param name="Connection">How to connect; null: the private server.</param>
/// <param name="MayDownload">Whether the private server's programs may be fetched without asking.</param>
internal sealed record StoreAddress(string? Connection, bool MayDownload = false);
