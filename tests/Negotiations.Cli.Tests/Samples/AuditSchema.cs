using System.Text.Json.Nodes;
using Negotiations.Testing;

namespace Negotiations.Cli.Tests;

/// <summary>The schema of what <c>audit</c> writes.</summary>
internal static class AuditSchema
{
    /// <summary>How a run's output does not fit it; nothing where it does.</summary>
    public static IReadOnlyList<string> Errors(CommandRun run) =>
        JsonSchema
            .Parse(File.ReadAllText(Repository.ResolvePath("docs", "schema", "audit.schema.json")))
            .Errors(JsonNode.Parse(run.Output));
}
