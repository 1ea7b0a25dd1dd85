using System.CommandLine;
using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Stores;

namespace Negotiations.Cli.Verbs;

/// <summary><c>erase</c>: erases what an event says, because a person has a right to that.</summary>
internal static class EraseVerb
{
    public static Verb Create()
    {
        var verb = new Verb(
            "erase",
            "Erases for ever what an event says, with the corrections that repeat it, and records who "
                + "did so and why. The hash chain stays "
                + "whole, and every answer counts what was erased. Lists what was handed out before "
                + "with the event in it. Needs the owner of the tables.",
            (
                "negotiations erase 'courier-2031-04-02#offer' --who \"data protection officer\" "
                    + "--reason \"request of 3 May\" --dry-run",
                "what would be erased"
            ),
            (
                "negotiations erase 'courier-2031-04-02#offer' --who \"data protection officer\" "
                    + "--reason \"request of 3 May\"",
                "erases it"
            ),
            ("negotiations erase --finish", "clears away what an earlier erasure had to leave in the server's files")
        );
        var target = new Argument<string>("EVENT")
        {
            Description =
                "What is erased: a UUID, article#report, article@version#report, article!correction; "
                + "for a version article or article@version",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var who = new Option<string>("--who")
        {
            HelpName = "NAME",
            Description = "Who erases it; kept for good, so give a role and not a person's name",
        };
        var reason = new Option<string>("--reason")
        {
            HelpName = "TEXT",
            Description = "Why; kept for good, so do not repeat what is erased",
        };
        var dryRun = new Option<bool>("--dry-run")
        {
            Description = "Only lists what would be erased, and what was handed out",
        };
        var finish = new Option<bool>("--finish")
        {
            Description = "Erases nothing: clears away what erasures had to leave in the server's files; without EVENT",
        };
        var format = new FormatOption(OutputFormat.Text, OutputFormat.Json);
        var connection = new ConnectionOption();
        target.Validators.Add(MistypedOption.Refuse);
        verb.Arguments.Add(target);
        foreach (var option in (Option[])[who, reason, dryRun, finish, format, connection])
            verb.Options.Add(option);

        verb.Validators.Add(result =>
        {
            var isGiven =
                result.GetValue(target) is not null
                || result.GetValue(who) is not null
                || result.GetValue(reason) is not null
                || result.GetValue(dryRun);
            if (result.GetValue(finish) && isGiven)
                result.AddError("--finish goes without EVENT, --who, --reason and --dry-run");
            if (result.GetValue(finish))
                return;
            if (result.GetValue(target) is null)
                result.AddError("name the event to erase, or give --finish");
            if (result.GetValue(who) is null)
                result.AddError("--who is required: who erases it is recorded");
            if (result.GetValue(reason) is null)
                result.AddError("--reason is required: why it is erased is recorded");
        });

        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                await using var opened = await StoreOpener.ForQuestionsAsync(
                    connection.Read(parsed),
                    error,
                    cancellationToken
                );
                if (parsed.GetValue(finish))
                    return Finish(
                        await opened.Store.FinishErasureAsync(cancellationToken),
                        format.Read(parsed),
                        output
                    );
                var isDryRun = parsed.GetValue(dryRun);
                var (negotiation, plan, remains) = await OptimisticLoop.RunAsync(
                    async _ =>
                    {
                        var (log, found) = await opened.Store.FindEventAsync(
                            parsed.GetRequiredValue(target)!,
                            cancellationToken
                        );
                        var plan = ErasurePlan.Create(log, found);
                        if (plan.Refusal is { } refusal)
                            throw new WrongInputException($"{refusal}; nothing was erased");
                        var erasures = plan.By(parsed.GetRequiredValue(who)!, parsed.GetRequiredValue(reason)!);
                        var remains = isDryRun
                            ? null
                            : await opened.Store.EraseAsync(
                                plan.Stream,
                                plan.ExpectedVersion,
                                erasures,
                                cancellationToken
                            );
                        return (log.Definition!.Negotiation, plan, remains);
                    },
                    cancellationToken
                );
                var exports = await opened.Store.ReadExportsAsync(
                    negotiation,
                    plan.Events.Min(recorded => recorded.Position),
                    cancellationToken
                );
                if (format.Read(parsed) == OutputFormat.Json)
                    output.WriteJson(ErasureJson.Write(negotiation, plan, exports, remains));
                else
                    foreach (var line in ErasureText.Describe(plan, exports, remains))
                        output.WriteLine(line);
                return ChooseExitCode(remains);
            }
        );
        return verb;
    }

    private static int Finish(ErasureRemains remains, OutputFormat format, TextWriter output)
    {
        if (format == OutputFormat.Json)
            output.WriteJson(ErasureJson.Write(remains));
        else
            foreach (var line in RemainsText.Describe(remains))
                output.WriteLine(line);
        return ChooseExitCode(remains);
    }

    private static int ChooseExitCode(ErasureRemains? remains) =>
        remains is { AreGone: false } ? ExitCode.OutsideFailed : ExitCode.Fine;
}
