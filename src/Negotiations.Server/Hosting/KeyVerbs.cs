using System.CommandLine;
using Marten;

namespace Negotiations.Server;

/// <summary>The verb <c>keys</c>: makes keys of scripts, lists them, and revokes them.</summary>
internal static class KeyVerbs
{
    /// <summary>Carries out a change of the keys; it says on the writers what was done.</summary>
    public delegate Task<int> Run(
        TextWriter error,
        Func<IDocumentStore, CancellationToken, Task> change,
        CancellationToken cancellationToken
    );

    public static Command Create(Run run)
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
                    parsed.InvocationConfiguration.Error,
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
                    parsed.InvocationConfiguration.Error,
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
                    parsed.InvocationConfiguration.Error,
                    (documents, token) => ApiKeys.RevokeAsync(documents, parsed.GetRequiredValue(revoked), token),
                    cancellationToken
                )
        );
        return new("keys", "Keys for scripts, by which the server knows who sends something.") { add, list, revoke };
    }
}
