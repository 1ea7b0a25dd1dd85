using System.CommandLine;
using Negotiations.Server;

RootCommand root = new(
    "The host of negotiations on Marten and Wolverine. It is configured by appsettings.json and by environment variables; docs/hosts.md lists them."
)
{
    new HostVerb(
        "migrate",
        "Makes or completes the tables of the database; as its owner, once and after each update.",
        HostProgram.MigrateAsync
    ),
    new HostVerb(
        "run",
        "Answers questions over HTTP, takes in coded files and corrections, and keeps the answers ready. Changes no table.",
        HostProgram.RunAsync
    ),
};
var parsed = root.Parse(args);

// The host itself stops at a signal, and takes the time that its messages need.
return await parsed.InvokeAsync(new() { ProcessTerminationTimeout = null }) is var code && parsed.Errors.Count > 0
    ? HostProgram.WrongUse
    : code;
