namespace Negotiations.Tests.Laws;

/// <summary>The answers of the product.</summary>
internal static class Product
{
    public static Answered Answer(IReadOnlyList<RecordedEvent> log, Question question) =>
        Convert(AnswerTo(log, question));

    public static Answer AnswerTo(IReadOnlyList<RecordedEvent> log, Question question) =>
        new RecordedStore(log).AnswerAsync(question).GetAwaiter().GetResult();

    public static Answered Convert(Answer answer) =>
        new(
            [.. answer.Facts.Select(Convert)],
            $"reports {answer.Reports.Count}, corrections {answer.Corrections}, left out {answer.UndatedLeftOut}",
            AnswerJson.Write(
                answer with
                {
                    Asked = new Question(answer.Asked.Negotiation),
                    Answered = answer.Answered with { Settled = new(0, null) },
                }
            )
        );

    public static AnsweredFact Convert(Fact fact) =>
        new()
        {
            Key = fact.Key,
            Act = fact.Resolution.Winner.Act.Key,
            Status = fact.Value.Status,
            Value = fact.Value.Json,
            DetailFrom = string.Join(
                ' ',
                fact.DetailFrom.OrderBy(pair => pair.Key, StringComparer.Ordinal)
                    .Select(pair => $"{pair.Key}={pair.Value}")
            ),
            Standing = fact.Standing,
            Modality = fact.Modality,
            Happened = fact.Happened.Text,
            KnownFrom = fact.KnownFrom,
            Since = fact.Since,
            Origins = fact.Origins,
            Carriers = fact.Carriers,
            Disputed = fact.Disputed,
            Flags = string.Join(' ', fact.Flags),
            Corrections = fact.Corrections,
            Because = fact.Because,
            DatedBy = fact.DatedBy,
            Against = fact.Against,
        };
}
