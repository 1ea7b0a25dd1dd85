using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>The corrections and flags of a fact, which follow from all reasons that an answer gives for it.</summary>
internal static class PlainFlags
{
    public static IReadOnlyList<Guid> ListCorrections(IReadOnlyList<Guid> because, PlainRecord record, Instant? time) =>
        [.. because.SelectMany(id => record.BearingOn(id, time)).Distinct().Order()];

    public static string Describe(IReadOnlyList<Guid> because, bool isDateDisputed, PlainRecord record, Instant? time)
    {
        var fates = record
            .Log.Where(one => because.Contains(one.Id))
            .Select(one => record.Versions.FindStatus((Report)one.Event, time))
            .ToList();
        var flags = new[]
        {
            ListCorrections(because, record, time).Count > 0 ? FactFlag.Corrected : null,
            isDateDisputed ? FactFlag.DateDisputed : null,
            fates.Contains(CarriedStatus.Dropped) ? FactFlag.NoLongerCarried : null,
            fates.Contains(CarriedStatus.NotCompared) ? FactFlag.NotRecoded : null,
        };
        return string.Join(' ', flags.OfType<string>());
    }
}
