using Negotiations.Cli.Options;
using Negotiations.Cli.Stores;
using Negotiations.Server;

namespace Negotiations.Cli.Verbs;

/// <summary><c>keys</c>: who may record where a server is not for this machine alone.</summary>
internal static class KeysVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "keys",
            KeyVerbs.Description,
            ("negotiations keys add desk --role coder", "makes a key and writes it out, this one time"),
            ("negotiations keys list", "name, roles, negotiation, when made and revoked"),
            ("negotiations keys revoke desk", "from then on it allows nothing")
        );
        var connection = new ConnectionOption { Recursive = true };
        verb.Options.Add(connection);
        foreach (
            var command in KeyVerbs.CreateAll(
                async (parsed, change, cancellationToken) =>
                {
                    var error = parsed.InvocationConfiguration.Error;
                    var address = connection.Read(parsed);
                    await using var opened = address.Connection is null
                        ? await StoreOpener.ForIntakeAsync(address, error, cancellationToken)
                        : await StoreOpener.ForQuestionsAsync(address, error, cancellationToken);
                    await LocalServer.ChangeKeysAsync(opened, change, cancellationToken);
                    return ExitCode.Fine;
                }
            )
        )
            verb.Subcommands.Add(command);
        return verb;
    }
}
