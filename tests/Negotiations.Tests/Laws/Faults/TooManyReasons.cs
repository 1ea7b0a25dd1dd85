namespace Negotiations.Tests.Laws;

/// <summary>
/// A planted fault: every report that can be seen is a reason for every value, with flags and corrections to fit.
/// </summary>
internal static class TooManyReasons
{
    public static Answered Answer(IReadOnlyList<RecordedEvent> log, Question question)
    {
        var answer = Product.AnswerTo(log, question);
        var all = answer.Reports.Select(report => report.EventId).ToList();
        var record = new PlainAnswers().Read(new PlainAnswers().Recorded(log, question.RecordedBy));
        return Answered.With(
            [
                .. Product
                    .Convert(answer)
                    .Facts.Select(fact =>
                        fact with
                        {
                            DatedBy = [.. all.Except(fact.Because)],
                            Flags = PlainFlags.Describe(all, fact.Flags, record, question.KnownBy),
                            Corrections = PlainFlags.ListCorrections(all, record, question.KnownBy),
                        }
                    ),
            ],
            Product.Convert(answer).Counts
        );
    }
}
