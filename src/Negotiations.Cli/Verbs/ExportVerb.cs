using System.Reflection;
using System.Security.Cryptography;
using Negotiations.Cli.Exports;
using Negotiations.Cli.Options;
using Negotiations.Cli.Rendering;
using Negotiations.Cli.Stores;
using Negotiations.Coding;

namespace Negotiations.Cli.Verbs;

/// <summary><c>export</c>: a negotiation in the forms that other tools take.</summary>
internal static class ExportVerb
{
    private const int Buffer = 1 << 16;

    public static Verb Create()
    {
        var verb = new Verb(
            "export",
            "Writes a negotiation in the forms that other tools take: annotations (W3C Web "
                + "Annotation), prov (W3C PROV-JSON), events "
                + "(CAMEO and PLOVER, CSV), reports and facts (CSV), cloudevents (CloudEvents, one on "
                + "each line), coded and steps (coded files, to "
                + "replay elsewhere), cas (UIMA CAS JSON for INCEpTION, a file for each article). "
                + "Without the texts of the articles.",
            ("negotiations export TALKS --as facts --out facts.csv", "the facts, for a spreadsheet or a notebook"),
            (
                "negotiations export TALKS --as events --known-by \"May 14\" --out events.csv",
                "the acts with their codes, as known by the end of May 14"
            ),
            ("negotiations export TALKS --as prov", "where each fact comes from, to the standard output"),
            (
                "negotiations export TALKS --as coded --out my-negotiation",
                "coded files; replayed into an empty store they give the same answers"
            ),
            (
                "negotiations export TALKS --as annotations --articles texts --quotes --out annotations.jsonld",
                "with the words, for who holds and may share them"
            ),
            (
                "negotiations export TALKS --as cas --articles texts --out cas",
                "for INCEpTION, with the texts; 'negotiations import' reads them back"
            )
        );
        var talks = new TalksArguments();
        var options = new ExportOptions();
        var clocks = new ClockOptions();
        var connection = new ConnectionOption();
        talks.AddTo(verb);
        options.AddTo(verb);
        clocks.AddTo(verb);
        verb.Options.Add(connection);

        verb.SetAction(
            async (parsed, cancellationToken) =>
            {
                var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
                var (kind, path, quotes) = (options.Kind(parsed), options.Place(parsed), options.Quotes(parsed));
                await using var opened = await StoreOpener.ForQuestionsAsync(
                    connection.Read(parsed),
                    error,
                    cancellationToken
                );
                var (negotiation, _) = await talks.FindAsync(parsed, opened.Store, cancellationToken);
                var (question, log) = await opened.Store.ReadQuestionAndLogAsync(
                    clocks.Read(parsed, negotiation.Negotiation),
                    cancellationToken
                );
                if (ExportWriter.IsOfTheLog(kind) && (question.KnownBy ?? question.HappenedBy) is not null)
                    throw new WrongInputException(
                        $"--as {ExportOptions.WordFor(kind)} writes the record itself: only --recorded-by bounds it"
                    );
                var exported = ExportSource.Create(
                    question,
                    log,
                    await ChainHeadAsync(opened.Store, log.Settled.Position, cancellationToken),
                    Program
                );
                var texts = quotes is null ? null : new QuotedTexts(new ArticleTextFolder(quotes));
                if (texts is not null)
                    exported = exported with { Header = exported.Header with { Quotes = true } };

                var leftOut = await WriteToAsync(
                    path,
                    new TextWriterStream(output.Unwrap()),
                    kind,
                    exported,
                    texts,
                    RecordAsync,
                    cancellationToken
                );
                foreach (var words in leftOut?.Words ?? [])
                    error.WriteLine($"negotiations: {words}");
                if (texts?.Missing.ToList() is { Count: > 0 } missing)
                    error.WriteLine($"negotiations: text not held, so not quoted: {string.Join(", ", missing)}");
                return ExitCode.Fine;

                // Whoever erases something learns from this where it went; so nothing goes out that is not recorded.
                Task RecordAsync(string sha256) =>
                    opened.Store.RecordExportAsync(
                        new(
                            ExportOptions.WordFor(kind),
                            question.Negotiation,
                            log.Settled.Position,
                            DescribeBounds(exported.Header),
                            path ?? "standard output",
                            Convert.FromHexString(sha256)
                        ),
                        cancellationToken
                    );
            }
        );
        return verb;
    }

    private static string Program
    {
        get
        {
            var version = typeof(ExportVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!;
            return $"negotiations {version.InformationalVersion}";
        }
    }

    private static string DescribeBounds(ExportHeader header) =>
        string.Join(
            ", ",
            new[] { ("known by", header.KnownBy), ("happened by", header.HappenedBy) }
                .Where(bound => bound.Item2 is not null)
                .Select(bound => $"{bound.Item1} {bound.Item2}")
        );

    private static async Task<string?> ChainHeadAsync(
        MartenEventStore store,
        long position,
        CancellationToken cancellationToken
    ) => await store.ReadLinkAsync(position, cancellationToken) is { } link ? Convert.ToHexStringLower(link) : null;

    // With the hash of what is written it is recorded before anybody can read it.
    private static async Task<ErasureOmissions?> WriteToAsync(
        string? path,
        Stream output,
        ExportKind kind,
        ExportSource exported,
        QuotedTexts? texts,
        Func<string, Task> record,
        CancellationToken cancellationToken
    )
    {
        var sha256 = "";
        ErasureOmissions? leftOut = null;
        if (path is null)
        {
            // What waits there may quote articles that nobody else may read.
            var options = new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                BufferSize = Buffer,
                Options = FileOptions.DeleteOnClose,
            };
            if (!OperatingSystem.IsWindows())
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            await using var waiting = new FileStream(
                Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()),
                options
            );
            await record(Write(waiting, kind, exported, texts, cancellationToken));
            waiting.Position = 0;
            waiting.CopyTo(output);
            output.Flush();
        }
        else if (ExportWriter.IsFolder(kind))
        {
            await AtomicFolder.WriteAsync(
                path,
                folder =>
                {
                    if (kind == ExportKind.Cas)
                        sha256 = CasFolder.Write(folder, exported, texts?.Quoting, cancellationToken);
                    else
                        (sha256, leftOut) = CodedFolder.Write(folder, kind, exported, cancellationToken);
                },
                () => record(sha256)
            );
        }
        else
        {
            await AtomicFile.WriteAsync(path, WriteContent, () => record(sha256));
            if (!AtomicFile.IsStream(path))
                await AtomicFile.WriteAsync(CsvMetadata.FormatFileName(path), file =>
                    ExportWriter.WriteMetadata(file, kind, exported, Path.GetFileName(path))
                );
        }

        return leftOut;

        bool WriteContent(Stream file)
        {
            sha256 = Write(file, kind, exported, texts, cancellationToken);
            return true;
        }
    }

    private static string Write(
        Stream output,
        ExportKind kind,
        ExportSource exported,
        QuotedTexts? texts,
        CancellationToken cancellationToken
    )
    {
        using var hash = SHA256.Create();
        using (var hashing = new CryptoStream(output, hash, CryptoStreamMode.Write, leaveOpen: true))
        {
            // Flushed and not disposed, which would dispose what is below it.
            var buffered = new BufferedStream(hashing, Buffer);
            ExportWriter.Write(buffered, kind, exported, texts?.Quoting, cancellationToken);
            buffered.Flush();
        }

        return Convert.ToHexStringLower(hash.Hash!);
    }
}
