using System.CommandLine;

namespace Negotiations.Server;

/// <summary>A verb of the host's command line.</summary>
internal sealed class HostVerb : Command
{
    /// <summary>A verb without options.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="run">Does it, and gives the exit code.</param>
    public HostVerb(string name, string description, Func<TextWriter, CancellationToken, Task<int>> run)
        : base(name, description) =>
        SetAction((parsed, cancellationToken) => run(parsed.InvocationConfiguration.Error, cancellationToken));
}
