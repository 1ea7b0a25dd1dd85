using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>The corrections and flags of a fact.</summary>
internal static class PlainFlags
{
    /// <summary>The corrections, in force or before, of the reasons that an answer gives.</summary>
    public static IReadOnlyList<Guid> ListCorrections(IReadOnlyList<Guid> because, PlainRecord record, Instant? time) =>
        [.. because.SelectMany(id => record.CorrectionsOn(id, time)).Distinct().Order()];

    /// <summary>The flags that follow from the deciding claim.</summary>
    public static string OfTheValue(PlainClaim winner) =>
        string.Join(
            ' ',
            new[]
            {
                winner.Act.Date.Disputed ? FactFlag.DateDisputed : null,
                winner.Act.Date.ByCoverage ? FactFlag.DatedByCoverage : null,
                winner.LastOfTheStrongest.Report.Ended ? FactFlag.Ended : null,
            }.OfType<string>()
        );

    /// <summary>The flags of a value; with "overtaken" where its round is over and attendance was still open.</summary>
    public static string WithOvertaken(AnsweredFact fact, IReadOnlyList<AnsweredFact> all)
    {
        var parts = fact.Key.Split('/');
        var isOver = all.Any(other =>
            other.Key == $"{parts[0]}/round/status"
            && other.Status is "held" or "cancelled" or "suspended" or "resumed" or "brokenOff"
        );
        return
            isOver
            && parts[1] == "attendance"
            && fact.Status is "possible" or "conditional" or "unconfirmed" or "reported"
            ? $"{fact.Flags} {FactFlag.Overtaken}"
            : fact.Flags;
    }

    /// <summary>The flags of a value, and those that follow from all reasons that an answer gives for it.</summary>
    public static string Describe(IReadOnlyList<Guid> reasons, string ofTheValue, PlainRecord record, Instant? time)
    {
        var fates = record
            .Log.Where(one => reasons.Contains(one.Id))
            .Select(one => record.Versions.FindStatus((Report)one.Event, time))
            .ToList();
        var flags = new[]
        {
            reasons.Any(id => record.Corrections.IsCorrected(id, time)) ? FactFlag.Corrected : null,
            fates.Contains(CarriedStatus.Dropped) ? FactFlag.NoLongerCarried : null,
            fates.Contains(CarriedStatus.NotCompared) ? FactFlag.NotRecoded : null,
        };
        return string.Join(
            ' ',
            flags
                .OfType<string>()
                .Concat(
                    ofTheValue
                        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Where(flag =>
                            flag
                                is FactFlag.DateDisputed
                                    or FactFlag.DatedByCoverage
                                    or FactFlag.Ended
                                    or FactFlag.Overtaken
                        )
                )
                .Order(StringComparer.Ordinal)
        );
    }
}
