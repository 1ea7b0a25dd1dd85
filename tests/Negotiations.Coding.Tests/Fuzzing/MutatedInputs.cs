using System.Diagnostics;
using System.Text;
using NodaTime;
using Xunit.Abstractions;

namespace Negotiations.Coding.Tests.Fuzzing;

/// <summary>Whatever a reader is given, it reads it or says what is wrong; it neither crashes nor hangs.</summary>
/// <remarks>
/// <c>NEGOTIATIONS_CASES</c> is the number of inputs of each reader, <c>NEGOTIATIONS_SEED</c> repeats a run, and
/// <c>NEGOTIATIONS_PATIENCE</c> is the number of seconds that one input may take.
/// </remarks>
public sealed class MutatedInputs(ITestOutputHelper output) : IDisposable
{
    private static readonly int Count = TestSettings.ReadCases(200);

    // A hang has no end; on a busy machine everything else has a late one.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(
        TestSettings.ReadNumber("NEGOTIATIONS_PATIENCE") ?? 120
    );

    private const string Definition = ".negotiation.yaml";

    private static readonly string[] Folders =
    [
        Repository.ResolvePath("tests", "data", "harbour"),
        Repository.ResolvePath("seeds"),
    ];

    private static readonly string[] Definitions = ReadAll(Definition);

    private static readonly string[] Articles = [.. ReadAll(".yaml").Except(Definitions)];

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_coded_file_is_taken_in_or_its_errors_are_listed()
    {
        var definitions = await ReadDefinitionsAsync();
        await HoldAsync(Articles, bytes => TakeInAsync("article.yaml", bytes, definitions));
    }

    [Fact]
    public async Task So_is_the_file_of_a_negotiation() =>
        await HoldAsync(Definitions, bytes => TakeInAsync("talks.negotiation.yaml", bytes, stored: []));

    [Theory]
    [InlineData("page.html")]
    [InlineData("page.txt")]
    public async Task A_page_or_a_text_is_read_or_says_why_not(string name) => await HoldAsync(SamplePages.All, bytes =>
        {
            var path = folder.ResolvePath(name);
            File.WriteAllBytes(path, bytes);
            _ = ArticleFile.Read(path, [2, 1]).Text?.Identity();
            return Task.CompletedTask;
        });

    [Fact]
    public async Task A_checkpoint_is_genuine_or_is_refused()
    {
        var (secret, open) = SignedCheckpoint.CreateKeys();
        var checkpoint = new Checkpoint(new byte[32], 7, new byte[32], Instant.FromUtc(2031, 4, 7, 12, 0));
        var signed = SignedCheckpoint.Sign(checkpoint, secret);
        await HoldAsync([signed], bytes =>
        {
            var read = SignedCheckpoint.Read(Encoding.UTF8.GetString(bytes), open);
            Assert.Equal((checkpoint.Position, checkpoint.At), (read.Position, read.At));
            Assert.Equal(checkpoint.Head.ToArray(), read.Head.ToArray());
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_date_is_EDTF_or_says_what_is_wrong() =>
        await HoldAsync(
            [
                "2025-05-14",
                "2025-05",
                "[2025-05-10,2025-05-11]",
                "2025-05-10/2025-05-14",
                "2025-05-1X?",
                "{2025-05-10..2025-05-12}",
                "../2025",
                "2025-21",
                "Y-17E7",
            ],
            bytes =>
            {
                _ = Edtf.Parse(Encoding.UTF8.GetString(bytes));
                return Task.CompletedTask;
            }
        );

    [Fact]
    public async Task A_time_on_the_command_line_is_understood_or_refused() =>
        await HoldAsync(
            ["May 14", "14 May 2025", "2025-05-14T18:00+03:00", "14.5.2025", "2025-05-14T18:00:00.123456Z", "2025-05"],
            bytes =>
            {
                _ = TimeReader.Read(
                    Encoding.UTF8.GetString(bytes),
                    DateTimeZoneProviders.Tzdb["Europe/Istanbul"],
                    new("rounds", month => month == 5 ? [2025] : [2024, 2025])
                );
                return Task.CompletedTask;
            }
        );

    public void Dispose() => folder.Dispose();

    private async Task TakeInAsync(string name, byte[] bytes, IReadOnlyList<NegotiationDefined> stored)
    {
        var path = folder.ResolvePath(name);
        File.WriteAllBytes(path, bytes);
        var batch = await CodedFiles.ReadAsync([path], id => Task.FromResult(stored.FirstOrDefault(Has(id))));
        foreach (var definition in batch.Definitions)
            _ = EventJson.Write(definition.Definition);
        foreach (var article in batch.Articles.Select(file => file.Article))
        {
            // What was read is also to be stored, folded and written down.
            var (negotiation, id) = (article.Version.Negotiation, article.Version.Article);
            var added = ArticleIntake.Decide(new RecordedStream(0, []), article, null).Append;
            var stream = StreamName.ForNegotiation(negotiation);
            var definition = new NewEvent(EventId.ForDefinition(stream, 1), stored.First(Has(negotiation)));
            var log = new NegotiationLog(new(0, null), [])
                .With(stream, [definition])
                .With(StreamName.ForArticle(negotiation, id), added);
            _ = Answer.To(new Question(negotiation), log).Facts;
            foreach (var one in added)
                _ = EventJson.Write(one.Event);
        }
    }

    private static Func<NegotiationDefined, bool> Has(string negotiation) =>
        definition => definition.Negotiation == negotiation;

    private static async Task<IReadOnlyList<NegotiationDefined>> ReadDefinitionsAsync()
    {
        var files = CodedFiles.Find(Folders).Where(file => file.EndsWith(Definition, StringComparison.Ordinal));
        var batch = await CodedFiles.ReadAsync(files, _ => Task.FromResult<NegotiationDefined?>(null));
        return [.. batch.Definitions.Select(read => read.Definition)];
    }

    private async Task HoldAsync(IReadOnlyList<string> inputs, Func<byte[], Task> read)
    {
        output.WriteLine($"NEGOTIATIONS_SEED={TestSettings.Seed}, {Count} inputs");
        var (taken, longest) = (0, TimeSpan.Zero);
        for (var number = 0; number < Count; number++)
        {
            var bytes = Mutation.Make(inputs, new Random(TestSettings.SeedCase(number)));
            var watch = Stopwatch.StartNew();
            var reading = Task.Run(() => read(bytes));
            if (await Task.WhenAny(reading, Task.Delay(Patience)) != reading)
                Fail(number, bytes, $"not read within {Patience.TotalSeconds} s");
            longest = watch.Elapsed > longest ? watch.Elapsed : longest;
            if (reading.Exception?.InnerException is { } exception && !IsUsersError(exception))
                Fail(number, bytes, exception.ToString());
            taken += reading.IsCompletedSuccessfully ? 1 : 0;
        }

        output.WriteLine($"{taken} were read, the others refused; the longest took {longest.TotalMilliseconds:F0} ms");
    }

    // EDTF and times are part of a field or an option, whose reader says where they stand.
    private static bool IsUsersError(Exception exception) => exception is NegotiationException or FormatException;

    private static void Fail(int number, byte[] bytes, string problem) =>
        Assert.Fail(
            $"NEGOTIATIONS_SEED={TestSettings.Seed}, input {number}, kept in {Mutation.Keep(bytes, number)}: {problem}"
        );

    private static string[] ReadAll(string ending) =>
        [
            .. CodedFiles
                .Find(Folders)
                .Where(file => file.EndsWith(ending, StringComparison.Ordinal))
                .Select(File.ReadAllText),
        ];
}
