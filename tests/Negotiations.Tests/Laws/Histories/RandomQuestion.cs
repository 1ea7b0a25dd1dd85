using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>Questions whose bounds lie where they are likely to matter.</summary>
internal static class RandomQuestion
{
    public static Question To(History history, Dice dice)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Istanbul"];
        // A reader who has seen a notice, and not yet its withdrawal.
        var withdrawals = FindWithdrawals(history).ToList();
        Instant? knownBy =
            withdrawals.Count > 0 && dice.Chance(55)
                ? dice.Pick(withdrawals)
                : dice.Weighted((40, 0), (40, 1), (10, 2), (10, 3)) switch
                {
                    0 => null,
                    1 => dice.Pick(history.KnownTimes),
                    2 => dice.Pick(history.KnownTimes) - Duration.FromNanoseconds(1000),
                    _ => Bound.EndOfDay(dice.Pick(Calendar.Days).PlusDays(1), zone),
                };
        Instant? happenedBy = dice.Chance(35) ? Bound.EndOfDay(dice.Pick(Calendar.Days), zone) : null;
        return new(History.Negotiation, knownBy, happenedBy);
    }

    private static IEnumerable<Instant> FindWithdrawals(History history)
    {
        var notices = new PlainCorrections(history.Log);
        return from undo in history.Log
            where undo.Event is CorrectionUndone { By: CorrectionBy.Publisher }
            let time = notices.FindNoticeTime(undo.Id)
            where notices.FindNoticeTime(((Correction)undo.Event).Target) < time
            select time - Duration.FromNanoseconds(1000);
    }
}
