using NodaTime;

namespace Negotiations.Bench;

/// <summary>A round of an invented negotiation: when it is, and who and what plays a part in it.</summary>
/// <remarks>
/// A round has few people, issues and papers on the table, which is why so many reports are about so few facts.
/// </remarks>
public sealed class InventedRound
{
    private const int ActivePeople = 22;
    private const int OpenIssues = 8;

    /// <param name="number">Its number; 0 is the first.</param>
    /// <param name="reports">About how many reports there are of it.</param>
    /// <param name="firstDay">The day on which it begins.</param>
    /// <param name="days">How many days it takes.</param>
    /// <param name="cast">All who may play a part.</param>
    /// <param name="random">Draws the part of the cast.</param>
    public InventedRound(int number, int reports, LocalDate firstDay, int days, Cast cast, Random random)
    {
        (Number, Reports, FirstDay, Days) = (number, reports, firstDay, days);
        Meeting = firstDay.PlusDays(days * 2 / 3);
        People = PickDistinct(cast.People, ActivePeople);
        Issues = PickDistinct(cast.Issues, OpenIssues);
        Agreements = [$"accord of round {number + 1}", $"agenda of round {number + 1}"];
        Proposals = [.. Enumerable.Range(1, 4).Select(paper => $"paper {number + 1}.{paper}")];
        Exchanges = [$"exchange of round {number + 1}", $"release of round {number + 1}"];
        Deadlines = [$"deadline {number + 1}.1", $"deadline {number + 1}.2", $"deadline {number + 1}.3"];
        Sanctions = [$"package {number + 1}"];
        Bursts = [Meeting, Meeting.PlusDays(1), firstDay.PlusDays(random.Next(Math.Max(1, days / 2)))];

        IReadOnlyList<T> PickDistinct<T>(IReadOnlyList<T> things, int count)
        {
            var shuffled = things.ToArray();
            random.Shuffle(shuffled);
            return [.. shuffled.Take(count)];
        }
    }

    public int Number { get; }

    public int Reports { get; }

    public LocalDate FirstDay { get; }

    public int Days { get; }

    /// <summary>The day of the talks themselves.</summary>
    public LocalDate Meeting { get; }

    /// <summary>Days with many articles.</summary>
    public IReadOnlyList<LocalDate> Bursts { get; }

    public IReadOnlyList<NamedEntity> People { get; }

    public IReadOnlyList<Issue> Issues { get; }

    public IReadOnlyList<string> Agreements { get; }

    public IReadOnlyList<string> Proposals { get; }

    public IReadOnlyList<string> Exchanges { get; }

    public IReadOnlyList<string> Deadlines { get; }

    public IReadOnlyList<string> Sanctions { get; }

    public string Id => FormatId(Number);

    public static string FormatId(int number) => $"round-{number + 1}";
}
