using Negotiations.Coding;
using NodaTime;

namespace Negotiations.Bench;

/// <summary>Writes a corpus as the coded files that somebody could have written of its articles.</summary>
internal static class CodedCorpus
{
    private const string Usage = $"Negotiations.Bench write FOLDER {CorpusOptions.Usage}";

    /// <summary>Writes the files that the arguments name.</summary>
    public static int Run(string[] arguments)
    {
        if (arguments is not [var folder, .. var rest] || CorpusOptions.Read(rest) is not { } options)
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        Directory.CreateDirectory(folder);
        foreach (var negotiation in new Corpus(options).Negotiations)
        foreach (var file in Write(negotiation))
            File.WriteAllText(Path.Combine(folder, file.File), file.Text);
        return 0;
    }

    // One article after the other, so that a large corpus need not be in memory.
    private static IEnumerable<WrittenFile> Write(InventedNegotiation negotiation)
    {
        var stream = StreamName.ForNegotiation(negotiation.Id);
        var definition = new RecordedEvent(
            1,
            default,
            EventId.ForDefinition(stream, 1),
            stream,
            1,
            negotiation.Definition
        );
        var own = Write([definition]).Single();
        yield return own;
        foreach (var article in negotiation.DrawArticles())
        {
            var events = new List<RecordedEvent> { definition };
            foreach (var added in article.ListArrivals().SelectMany(arrival => arrival.Events))
                events.Add(new(events.Count + 1, default, added.Id, article.Stream, events.Count, added.Event));
            foreach (var file in Write(events).Where(file => file.File != own.File))
                yield return file;
        }
    }

    private static IReadOnlyList<WrittenFile> Write(IReadOnlyList<RecordedEvent> events) =>
        WrittenFile.WriteAll(new(new(events.Count, default(Instant)), events));
}
