using System.CommandLine;
using Marten;

namespace Negotiations.Server;

/// <summary>The verbs of keys: they make keys of scripts, list them, and revoke them.</summary>
public static class KeyVerbs
{
    /// <summary>What they are for.</summary>
    public const string Description = "Keys for scripts, by which the server knows who sends something.";

    /// <summary>Carries out a change of the keys; it says on the writers what was done.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    public delegate Task<int> Run(
        ParseResult parsed,
        Func<IDocumentStore, CancellationToken, Task> change,
        CancellationToken cancellationToken
    );

    /// <summary>The verbs <c>add</c>, <c>list</c> and <c>revoke</c>.</summary>
    public static IReadOnlyList<Command> CreateAll(Run run)
    {
        Argument<string> name = new("NAME") { Description = "Name of the key: letters, digits and hyphens." };
        Option<string[]> roles = new("--role")
        {
            Description = $"What it allows: {string.Join(", ", Roles.All)}; may be given again.",
            Required = true,
        };
        Option<string?> negotiation = new("--negotiation")
        {
            Description = "Identifier of the only negotiation in which it allows that.",
        };
        Command add = new("add", "Makes a key and writes it out, this one time.") { name, roles, negotiation };
        add.SetAction(
            (parsed, cancellationToken) =>
                run(
                    parsed,
                    async (documents, token) =>
                    {
                        var text = await ApiKeys.AddAsync(
                            documents,
                            parsed.GetRequiredValue(name),
                            parsed.GetRequiredValue(roles),
                            parsed.GetValue(negotiation),
                            token
                        );
                        await parsed.InvocationConfiguration.Output.WriteLineAsync(text);
                    },
                    cancellationToken
                )
        );
        Command list = new("list", "Lists the keys: name, roles, negotiation, when made and revoked.");
        list.SetAction(
            (parsed, cancellationToken) =>
                run(
                    parsed,
                    async (documents, token) =>
                    {
                        foreach (var key in await ApiKeys.ListAsync(documents, token))
                            await parsed.InvocationConfiguration.Output.WriteLineAsync(ApiKeys.Describe(key));
                    },
                    cancellationToken
                )
        );
        Argument<string> revoked = new("NAME") { Description = "Name of the key." };
        Command revoke = new("revoke", "Revokes a key; from then on it allows nothing.") { revoked };
        revoke.SetAction(
            (parsed, cancellationToken) =>
                run(
                    parsed,
                    (documents, token) => ApiKeys.RevokeAsync(documents, parsed.GetRequiredValue(revoked), token),
                    cancellationToken
                )
        );
        return [add, list, revoke];
    }
}
