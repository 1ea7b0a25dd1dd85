using System.Reflection;
using Negotiations.Cli.Errors;
using Negotiations.Cli.Exports;
using Negotiations.Cli.Options;
using Negotiations.Cli.Stores;
using Negotiations.Coding;
using Negotiations.Export;

namespace Negotiations.Cli.Verbs;

/// <summary><c>export</c>: a negotiation in the forms that other tools take.</summary>
internal static class ExportVerb
{
    private const int Buffer = 1 << 16;

    public static Verb Create()
    {
        var verb = new Verb(
            "export",
            "Writes a negotiation in the forms that other tools take: annotations (W3C Web Annotation), prov (W3C PROV-JSON), events "
                + "(CAMEO and PLOVER, CSV), reports and facts (CSV), cloudevents (CloudEvents, one on each line). Without the texts of the articles.",
            ("negotiations export TALKS --as facts --out facts.csv", "the facts, for a spreadsheet or a notebook"),
            ("negotiations export TALKS --as events --known-by \"May 14\" --out events.csv", "the acts with their codes, as known by the end of May 14"),
            ("negotiations export TALKS --as prov", "where each fact comes from, to the standard output"),
            ("negotiations export TALKS --as annotations --articles texts --quotes --out annotations.jsonld", "with the words, for who holds and may share them"));
        var talks = new TalksArguments();
        var options = new ExportOptions();
        var clocks = new ClockOptions();
        var connection = new ConnectionOption();
        talks.AddTo(verb);
        options.AddTo(verb);
        clocks.AddTo(verb);
        verb.Options.Add(connection);

        verb.SetAction(async (parsed, cancellationToken) =>
        {
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var (kind, path, quotes) = (options.Kind(parsed), options.Place(parsed), options.Quotes(parsed));
            await using var opened = await OpenStore.ForQuestionsAsync(connection.Read(parsed), error, cancellationToken);
            var (negotiation, _) = await talks.FindAsync(parsed, opened.Store, cancellationToken);
            var question = await opened.Store.ReadQuestionAsync(clocks.Read(parsed, negotiation.Negotiation), cancellationToken);
            if (ExportWriting.IsOfTheLog(kind) && (question.KnownBy ?? question.HappenedBy) is not null)
                throw new WrongUseException($"--as {kind.ToString().ToLowerInvariant()} writes the record itself: only --recorded-by bounds it");
            var log = await opened.Store.ReadLogAsync(question.Negotiation, question.RecordedBy, cancellationToken);
            var exported = Exported.Of(question, log, chainHead: null, Program);
            var texts = quotes is null ? null : new HeldTexts(new ArticleTexts(quotes));
            if (texts is not null) exported = exported with { Header = exported.Header with { Quotes = true } };

            if (path is null) WriteTo(new TextWriterStream(output), kind, exported, texts, cancellationToken);
            else WriteFiles(path, kind, exported, texts, cancellationToken);
            if (texts?.Missing.ToList() is { Count: > 0 } missing) error.WriteLine($"negotiations: text not held, so not quoted: {string.Join(", ", missing)}");
            return ExitCode.Fine;
        });
        return verb;
    }

    private static string Program =>
        $"negotiations {typeof(ExportVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion}";

    private static void WriteFiles(string path, ExportKind kind, Exported exported, HeldTexts? texts, CancellationToken cancellationToken)
    {
        WholeFile.Write(CsvMetadata.FileOf(path), file => ExportWriting.WriteMetadata(file, kind, exported, Path.GetFileName(path)));
        WholeFile.Write(path, file =>
        {
            WriteTo(file, kind, exported, texts, cancellationToken);
            return true;
        });
    }

    private static string WriteTo(Stream output, ExportKind kind, Exported exported, HeldTexts? texts, CancellationToken cancellationToken)
    {
        using var hashing = new HashingStream(output);
        // Flushed and not disposed, which would dispose what is below it.
        var buffered = new BufferedStream(hashing, Buffer);
        ExportWriting.Write(buffered, kind, exported, texts?.Quoting, cancellationToken);
        buffered.Flush();
        return hashing.Sha256;
    }
}
