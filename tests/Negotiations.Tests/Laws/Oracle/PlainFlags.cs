using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>The corrections and flags of a fact, which follow from all reasons that an answer gives for it.</summary>
internal static class PlainFlags
{
    public static IReadOnlyList<Guid> CorrectionsOf(IReadOnlyList<Guid> because, PlainRecord record, Instant? time) =>
        [.. because.SelectMany(id => record.BearingOn(id, time)).Distinct().Order()];

    public static string Of(IReadOnlyList<Guid> because, bool isDateDisputed, PlainRecord record, Instant? time)
    {
        var fates = record.Log
            .Where(one => because.Contains(one.Id))
            .Select(one => record.Versions.FateOf((Report)one.Event, time))
            .ToList();
        var flags = new[]
        {
            CorrectionsOf(because, record, time).Count > 0 ? FactFlag.Corrected : null,
            isDateDisputed ? FactFlag.DateDisputed : null,
            fates.Contains(ReportFate.Dropped) ? FactFlag.NoLongerCarried : null,
            fates.Contains(ReportFate.NotCompared) ? FactFlag.NotRecoded : null,
        };
        return string.Join(' ', flags.OfType<string>());
    }
}
