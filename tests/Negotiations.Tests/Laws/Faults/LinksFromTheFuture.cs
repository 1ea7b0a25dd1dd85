using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>A planted fault: articles are one text before both are out.</summary>
internal sealed class LinksFromTheFuture : PlainAnswers
{
    public override PlainRecord Read(IReadOnlyList<RecordedEvent> recorded) => new Always(recorded);

    private sealed class Always(IReadOnlyList<RecordedEvent> log) : PlainRecord(log)
    {
        protected override string? FindShared(string article, Instant? time) => base.FindShared(article, null);

        public override IEnumerable<Guid> CountingAt(Instant? time) =>
            base.CountingAt(time)
                .Union(Corrections.All.Where(one => one.Correction is ArticlesLinked).Select(one => one.Id));
    }
}
