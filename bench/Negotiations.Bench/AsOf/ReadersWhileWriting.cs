using System.Collections.Concurrent;
using System.Diagnostics;
using Negotiations.Store;

namespace Negotiations.Bench;

/// <summary>
/// Many clients ask random questions while articles and corrections come in; some answers are then compared with the
/// fold.
/// </summary>
internal sealed class ReadersWhileWriting(IAsOfStore store, NotedCorpus noted, TimeSpan limit)
{
    private const int Clients = 32;
    private const int MostFolded = 5;
    private static readonly TimeSpan BetweenWrites = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(1);

    private readonly Samples answers = new();
    private readonly Samples writes = new();
    private readonly ConcurrentBag<(Question Question, string Round, AsOfState Answer)> kept = [];
    private volatile bool isOver;

    public async Task TakeAsync(Figures figures, string table, Func<string, string> row, int size)
    {
        // Before anything more comes in: nobody can ask for a position that is not there yet.
        var questions = Enumerable.Range(0, 1_000).Select(_ => Draw()).ToList();
        var coming = Enumerable
            .Range(0, (int)(limit / BetweenWrites))
            .Select(number => number % 3 == 2 ? noted.DrawCorrection() : noted.DrawArticle(20))
            .ToList();
        var (round, _, _) = noted.DrawBounds();
        var begin = Stopwatch.GetTimestamp();
        // Where one answer takes long, thirty-two at once take more memory than there is.
        if (
            await store.StateAsync(new(noted.Negotiation.Id), round) is null
            || Stopwatch.GetElapsedTime(begin) > LongestAnswer
        )
        {
            figures.Add(table, row("answers"), size, (Samples?)null);
            return;
        }

        begin = Stopwatch.GetTimestamp();
        var clients = Enumerable.Range(0, Clients).Select(client => Task.Run(() => AskAsync(client, questions)));
        var writer = Task.Run(() => WriteAsync(coming));
        await Task.WhenAll([.. clients, writer]);
        var seconds = Stopwatch.GetElapsedTime(begin).TotalSeconds;
        figures.Add(table, row("answers"), size, answers);
        figures.Add(table, row("articles and corrections"), size, writes);
        figures.Add(table, row("99th percentile : median of the answers"), size, answers.Percentile99 / answers.Median);
        figures.Add(table, row("answers a second"), size, answers.Count / seconds);
        figures.Add(table, row("answers compared with the fold, all equal"), size, await CompareAsync());
    }

    private (Question Question, string Round) Draw()
    {
        var (round, known, recorded) = noted.DrawBounds();
        var now = new Question(noted.Negotiation.Id);
        return noted.Random.Next(4) switch
        {
            0 => (now, round),
            1 => (now with { KnownBy = known }, round),
            2 => (now with { RecordedBy = recorded }, round),
            _ => (now with { KnownBy = known, RecordedBy = recorded }, round),
        };
    }

    private async Task AskAsync(int client, List<(Question Question, string Round)> questions)
    {
        for (var number = client; !isOver; number += Clients)
        {
            var (question, round) = questions[number % questions.Count];
            var start = Stopwatch.GetTimestamp();
            var answer = await store.StateAsync(question, round);
            answers.Add(Stopwatch.GetElapsedTime(start));
            if (number % 97 == 0 && kept.Count < MostFolded)
                kept.Add((question, round, answer!));
        }
    }

    private async Task WriteAsync(List<Arrival> coming)
    {
        var begin = Stopwatch.GetTimestamp();
        foreach (var arrival in coming)
        {
            var start = Stopwatch.GetTimestamp();
            await store.AppendAsync(arrival);
            var taken = Stopwatch.GetElapsedTime(start);
            writes.Add(taken);
            if (Stopwatch.GetElapsedTime(begin) > limit)
                break;
            if (taken < BetweenWrites)
                await Task.Delay(BetweenWrites - taken);
        }

        isOver = true;
    }

    // An answer stands for its position for ever: it is folded when nobody waits for it.
    private async Task<double?> CompareAsync()
    {
        if (store is FoldStore)
            return null;
        var log = await MartenEventStore.OpenExistingAsync(store.Database.Source);
        foreach (var (question, round, answer) in kept)
        {
            var folded = await log.AnswerAsync(
                question with
                {
                    RecordedBy = new RecordedBound.AtPosition(answer.Position),
                }
            );
            var facts = folded.Facts.Where(fact => FactKeys.Admits(fact.Key, round)).ToList();
            if (
                facts.Count != answer.Facts.Count
                || facts.Zip(answer.Facts).Any(pair => !pair.First.IsSameAs(pair.Second))
            )
                throw new InvalidOperationException(
                    $"{store.Name} does not answer as the fold: {question}, {round}, position {answer.Position}"
                );
        }

        return kept.Count;
    }
}
