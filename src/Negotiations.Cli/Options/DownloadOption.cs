using System.CommandLine;

namespace Negotiations.Cli.Options;

/// <summary>
/// Whether PostgreSQL may be fetched without asking: <c>--download-postgres</c>, an option of every verb.
/// </summary>
internal sealed class DownloadOption : Option<bool>
{
    // Read by its name, so that the verbs that open a store need not know of it.
    private const string Spelling = "--download-postgres";
    private const string Variable = "NEGOTIATIONS_DOWNLOAD_POSTGRES";

    public DownloadOption()
        : base(Spelling)
    {
        Recursive = true;
        Description =
            "Fetches PostgreSQL for the private server, without asking, where this machine has none; "
            + $"also {Variable}=1";
    }

    public static bool Read(ParseResult parsed) =>
        parsed.GetValue<bool>(Spelling) || Environment.GetEnvironmentVariable(Variable) == "1";
}
