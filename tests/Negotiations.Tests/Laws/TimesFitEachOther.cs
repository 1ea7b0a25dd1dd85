using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>
/// What a store takes in leaves no notice before what it is about, and no version before the one with which it is
/// compared.
/// </summary>
public sealed class TimesFitEachOther(ITestOutputHelper output)
{
    [Fact]
    public void After_random_corrections() => new Trials(output).Hold(NothingIsOutOfOrder);

    private static string? NothingIsOutOfOrder(Trial trial)
    {
        var record = new PlainRecord(trial.History.Log);
        var corrections = record.Corrections;
        var notices =
            from one in corrections.All
            where one.Correction.By == CorrectionBy.Publisher
            let target = record.Log.Single(recorded => recorded.Id == one.Correction.Target)
            let time = target.Event is Report
                ? record.Reports.FindPublication(target).Time
                : corrections.FindNoticeTime(target.Id)
            where corrections.FindNoticeTime(one.Id) < time
            select $"{one.Correction.Article}!{one.Correction.Id} came out before {time}, when what it is about did";
        var versions =
            from later in record.Reports.Versions
            from earlier in record.Reports.Versions
            where
                later.Article == earlier.Article
                && later.Compared?.With == earlier.Version
                && later.Published.Time < earlier.Published.Time
            select $"{later.Article}@{later.Version} came out before version {earlier.Version}, with which it "
                + "is compared";
        return notices.Concat(versions).FirstOrDefault();
    }
}
