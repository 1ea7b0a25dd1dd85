using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Stores;

namespace Negotiations.Cli.Verbs;

/// <summary><c>store rebuild</c>: makes the facts that are kept ready anew.</summary>
internal static class StoreRebuild
{
    public static Verb Create()
    {
        var verb = new Verb(
            "rebuild",
            "Makes the facts that are kept ready anew, from what is recorded. Questions read those that are there "
                + "until it is done. Of all negotiations where none is named. Interrupted, it goes on from there when "
                + "it is run again.",
            ("negotiations store rebuild", "of all negotiations"),
            ("negotiations store rebuild istanbul", "of one")
        );
        var talks = new TalksArguments();
        var connection = new ConnectionOption();
        talks.AddTo(verb);
        verb.Options.Add(connection);
        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                await using var opened = await StoreOpener.ForAppendingAsync(
                    connection.Read(parsed),
                    error,
                    cancellationToken
                );
                var negotiations = (await talks.FindAllAsync(parsed, opened.Store, cancellationToken))
                    .Select(one => one.Negotiation)
                    .ToList();
                using var progress = new ProgressLine(error);
                try
                {
                    await opened.Store.RebuildFactsAsync(negotiations, progress, cancellationToken);
                }
                catch (Exception) when (cancellationToken.IsCancellationRequested)
                {
                    progress.Clear();
                    error.WriteLine(
                        "negotiations: interrupted; questions read the facts as they were, and the same command "
                            + "goes on from here"
                    );
                    return ExitCode.Interrupted;
                }

                progress.Clear();
                foreach (var negotiation in negotiations)
                    output.WriteLine($"{negotiation}: its facts are made anew");
                return ExitCode.Fine;
            }
        );
        return verb;
    }
}
