using System.CommandLine;
using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Stores;
using Negotiations.Coding;

namespace Negotiations.Cli.Verbs;

/// <summary>
/// <c>checkpoint</c>: signs the head of the hash chain, or compares the record with one that was signed before.
/// </summary>
internal static class CheckpointVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "checkpoint",
            "Signs where the hash chain of the record stands, to be kept outside of the database: "
                + "only that shows later that somebody who owns "
                + "the tables has rewritten them. Checks the record against such a checkpoint, or makes the keys.",
            (
                "negotiations checkpoint --new-key record.pem",
                "a pair of keys: record.pem, which stays secret, and record.pub.pem"
            ),
            ("negotiations checkpoint --key record.pem > checkpoint.txt", "a checkpoint of the record as it stands"),
            (
                "negotiations checkpoint --check checkpoint.txt --public-key record.pub.pem",
                "whether the record still is what it was then"
            )
        );
        var key = FileOption("--key", "Signs a checkpoint with this private key and writes it to the standard output");
        var newKey = FileOption(
            "--new-key",
            "Makes a pair of keys: the private one in this file, the public one beside it with the ending .pub.pem"
        );
        var check = FileOption(
            "--check",
            "Compares the record with this checkpoint, and recomputes the hash chain; needs --public-key"
        );
        var publicKey = FileOption("--public-key", "The public key with which --check checks the signature");
        var format = new FormatOption(OutputFormat.Text, OutputFormat.Json);
        var connection = new ConnectionOption();
        foreach (var option in (Option[])[key, newKey, check, publicKey, format, connection])
            verb.Options.Add(option);
        verb.Validators.Add(result =>
        {
            var given = new[] { key, newKey, check }.Count(option => result.GetResult(option) is not null);
            if (given != 1)
                result.AddError("give one of --key, --new-key and --check");
            else if (result.GetResult(check) is null != (result.GetResult(publicKey) is null))
                result.AddError("--check and --public-key go together");
        });

        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                var isJson = format.Read(parsed) == OutputFormat.Json;
                if (parsed.GetValue(newKey) is { } fresh)
                {
                    var written = await KeyFiles.CreateAsync(fresh, cancellationToken);
                    if (isJson)
                        output.WriteJson(CheckpointJson.WriteKeys(fresh, written));
                    else
                        output.WriteLine(
                            $"{fresh} is the private key: keep it secret, and away from the "
                                + $"database\n{written} is the public key: give it to whoever is to check"
                        );
                    return ExitCode.Fine;
                }

                if (parsed.GetValue(key) is { } mine)
                {
                    var secret = LimitedFile.ReadSmallText(mine, "a key");
                    await using var opened = await StoreOpener.ForQuestionsAsync(
                        connection.Read(parsed),
                        error,
                        cancellationToken
                    );
                    var taken = await opened.Store.ReadCheckpointAsync(cancellationToken);
                    var text = SignedCheckpoint.Sign(taken, secret);
                    if (isJson)
                        output.WriteJson(CheckpointJson.Write(taken, text));
                    else
                        output.Write(text);
                    return ExitCode.Fine;
                }

                var checkpoint = SignedCheckpoint.Read(
                    LimitedFile.ReadSmallText(parsed.GetValue(check)!, "a checkpoint"),
                    LimitedFile.ReadSmallText(parsed.GetValue(publicKey)!, "a key")
                );
                await using var store = await StoreOpener.ForQuestionsAsync(
                    connection.Read(parsed),
                    error,
                    cancellationToken
                );
                // The link alone says nothing of the events before it, which somebody may have changed and left the
                // links.
                var faults = new List<ChainFault>();
                if (await store.Store.CheckCheckpointAsync(checkpoint, cancellationToken) is { } fault)
                    faults.Add(fault);
                await foreach (var found in store.Store.CheckChainAsync(null, cancellationToken))
                    faults.Add(found);
                if (isJson)
                    output.WriteJson(CheckpointJson.Write(checkpoint, faults));
                else if (faults.Count > 0)
                    foreach (var found in faults)
                        output.WriteLine(found);
                else
                    output.WriteLine(
                        $"the record has at position {checkpoint.Position} the link that it had on "
                            + $"{checkpoint.At}, and the hash chain, recomputed over the whole record, fits "
                            + "its events"
                    );
                return faults.Count == 0 ? ExitCode.Fine : ExitCode.Found;
            }
        );
        return verb;
    }

    private static Option<string?> FileOption(string name, string description) =>
        new(name) { HelpName = "FILE", Description = description };
}
