namespace Negotiations.Coding.Tests;

/// <summary>The coded files and texts of an invented treaty, the Selk Strait talks.</summary>
public static class Strait
{
    public const string Id = "strait";

    public static string Folder { get; } = Repository.ResolvePath("tests", "data", "strait");

    public static ArticleTextFolder Texts { get; } = new(Path.Combine(Folder, "texts"));

    private static readonly Lazy<Task<InMemoryEventStore>> Replayed = new(async () =>
    {
        var store = new InMemoryEventStore();
        await Replay.RunAsync(store, [Folder]);
        return store;
    });

    /// <summary>What is known by the end of a day; all there is, with null.</summary>
    public static async Task<StraitAnswer> AskAsync(string? knownBy = null)
    {
        var store = await Replayed.Value;
        var question = await store.ReadQuestionAsync(new(Id, knownBy));
        return new(Blame.Trace(await store.ReadLogAsync(Id, recordedBy: null), question, ""));
    }
}

/// <summary>An answer about the strait.</summary>
public sealed record StraitAnswer(Blame Blame)
{
    public Answer Answer => Blame.Answer;

    /// <summary>Where the sides stand.</summary>
    public PositionTable Positions => PositionTable.Read(Answer);

    /// <summary>A fact by its key; null where nothing is known of it.</summary>
    public Fact? Find(string key) => Answer.Facts.SingleOrDefault(fact => fact.Key == key);

    /// <summary>A fact by its key.</summary>
    public Fact Fact(string key) => Find(key) ?? throw new InvalidOperationException($"nothing is known of '{key}'");

    /// <summary>The whole value of a fact; null where nothing is known of it.</summary>
    public string? Value(string key) => Find(key)?.Value.Json;

    /// <summary>The reports of a fact that play a part: the outlet and the report.</summary>
    public string[] Reports(string key, ReportRole role) =>
        [
            .. Blame
                .Facts.Single(fact => fact.Fact.Key == key)
                .With(role)
                .Select(report => $"{report.Visible.Report.Article[..^11]}#{report.Visible.Report.Id}"),
        ];

    /// <summary>The identifiers of those with whom the reports of a fact begin that play a part.</summary>
    public string[] Speakers(string key, ReportRole role) =>
        [
            .. Blame
                .Facts.Single(fact => fact.Fact.Key == key)
                .With(role)
                .Select(report => report.Visible.Report.Chain[0].Name!.Id)
                .Distinct(),
        ];

    /// <summary>What a side says on an issue, in words; null where it says nothing.</summary>
    public string? Position(string side, string issue) => FindLine(side, issue)?.Now.Words;

    /// <summary>What a side last said before that was another line; null where it has not moved.</summary>
    public string? MovedFrom(string side, string issue) => FindLine(side, issue)?.MovedFrom?.Words;

    private PositionLine? FindLine(string side, string issue) =>
        Positions
            .Issues.SingleOrDefault(listed => listed.Issue.Id == issue)
            ?.Lines.SingleOrDefault(line => line.Side == side);
}
