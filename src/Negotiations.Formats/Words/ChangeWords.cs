using NodaTime;

namespace Negotiations.Formats;

/// <summary>A change of a fact in words.</summary>
public sealed class ChangeWords(NameWords names)
{
    /// <summary>What is said of a fact that is no longer there.</summary>
    public const string Gone = "nothing known any more";

    /// <summary>What is said of a fact that becomes known only later.</summary>
    public const string NotYet = "nothing known yet";

    private readonly ValueWords values = new(names);

    /// <summary>The value on one side of a change.</summary>
    public string DescribeValue(Fact? fact, string key)
    {
        if (fact is null)
            return "nothing known";
        return DescribeValue(fact.Value, key) + (fact.Disputed ? ", disputed" : "");
    }

    /// <summary>The value after a change.</summary>
    public string DescribeAfter(Fact? before, Fact? after, string key) =>
        before is not null && after is null ? Gone : DescribeValue(after, key);

    /// <summary>A value of a fact.</summary>
    public string DescribeValue(FactValue value, string key)
    {
        var details = values.DescribeDetails(value, key.Split('/')[1]);
        return string.Join(
            ", ",
            new[] { ValueWords.DescribeStatus(value) }.Concat(details).Where(word => word is not null)
        );
    }

    /// <summary>The time at which changes became known; one that is assumed says so.</summary>
    /// <param name="moment">The changes of one time.</param>
    /// <param name="zone">The zone of the talks.</param>
    public static string DescribeTime(IGrouping<Instant, HistoryChange> moment, DateTimeZone zone) =>
        DateWords.Describe(
            moment.Key,
            zone,
            moment
                .SelectMany(change => new[] { change.Change.Before, change.Change.After })
                .OfType<Fact>()
                .SelectMany(fact => fact.Resolution.All)
                .SelectMany(claim => claim.Reports)
        );

    /// <summary>Who stands behind the value after a change, and what stands behind it.</summary>
    public static string DescribeReason(FactChange change, SourceWords sources) =>
        change.After is null ? "" : sources.DescribeOrigin(change.After.Resolution.Winner.Primary);
}
