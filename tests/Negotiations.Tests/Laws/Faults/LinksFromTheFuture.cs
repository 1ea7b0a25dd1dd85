using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: articles are one text before both are out.</summary>
internal sealed class LinksFromTheFuture : PlainAnswers
{
    public override PlainRecord Read(IReadOnlyList<RecordedEvent> recorded) => new Always(recorded);

    private sealed class Always(IReadOnlyList<RecordedEvent> log) : PlainRecord(log)
    {
        protected override string? FindShared(string article, Instant? time) => base.FindShared(article, null);
    }
}
