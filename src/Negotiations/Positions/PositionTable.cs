namespace Negotiations;

/// <summary>Where each side stands on each issue, at one time and perhaps beside another.</summary>
/// <param name="Answer">The answer from which it is read.</param>
/// <param name="Before">The answer at the time with which it is compared; null for none.</param>
/// <param name="Issues">The issues on which something is known, in the order of the negotiation's file.</param>
/// <param name="WithoutIssue">Keys of the positions that bear on no issue.</param>
public sealed record PositionTable(
    Answer Answer,
    Answer? Before,
    IReadOnlyList<IssuePositions> Issues,
    IReadOnlyList<string> WithoutIssue
)
{
    private const string Subject = "position";

    /// <summary>The sides that have a line, in the order of the negotiation's file.</summary>
    public IReadOnlyList<string> Sides =>
        [
            .. Issues
                .SelectMany(issue => issue.Lines)
                .Select(line => line.Side)
                .Distinct(StringComparer.Ordinal)
                .OrderBy(side => FindPlace(Answer.Definition, side))
                .ThenBy(side => side, StringComparer.Ordinal),
        ];

    /// <summary>Reads the positions of an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="before">The answer with which it is compared, or null.</param>
    public static PositionTable Read(Answer answer, Answer? before = null)
    {
        var lines = ReadLines(answer);
        var earlier = before is null ? [] : ReadLines(before);
        var also = answer
            .Facts.Where(fact => fact.IsInForce && !IsPosition(fact))
            .Select(fact => (Issue: FindIssue(fact.Resolution.Winner), Subject: FindSubject(fact.Key)))
            .Where(counted => counted.Issue is not null)
            .ToLookup(counted => counted.Issue!, counted => counted.Subject);
        var compared = (
            before is null
                ? lines.Select(line => (line.Key, Line: line.Value))
                : lines
                    .Select(line => (line.Key, Line: Compare(line.Value, earlier.GetValueOrDefault(line.Key))))
                    .Concat(
                        earlier
                            .Where(line => !lines.ContainsKey(line.Key))
                            .Select(line => (line.Key, Line: line.Value with { Change = PositionChange.Gone }))
                    )
        ).ToLookup(line => line.Key.Issue, line => line.Line);
        var definition = answer.Definition;
        var places = definition.Issues.Index().ToDictionary(listed => listed.Item.Id, listed => listed.Index);
        return new(
            answer,
            before,
            [
                .. lines
                    .Select(line => line.Key.Issue)
                    .Concat(earlier.Select(line => line.Key.Issue))
                    .Concat(also.Select(issue => issue.Key))
                    .Distinct()
                    .OrderBy(issue => places.GetValueOrDefault(issue, int.MaxValue))
                    .ThenBy(issue => issue, StringComparer.Ordinal)
                    .Select(issue => new IssuePositions(
                        definition.Issues.FirstOrDefault(listed => listed.Id == issue) ?? new Issue(issue, issue),
                        [
                            .. compared[issue]
                                .OrderBy(line => FindPlace(definition, line.Side))
                                .ThenBy(line => line.Side, StringComparer.Ordinal),
                        ],
                        [
                            .. also[issue]
                                .CountBy(subject => subject)
                                .Select(counted => new CountedSubject(counted.Key, counted.Value))
                                .OrderByDescending(counted => counted.Count)
                                .ThenBy(counted => counted.Subject, StringComparer.Ordinal),
                        ]
                    )),
            ],
            ListWithoutIssue(answer.Facts)
        );
    }

    /// <summary>Keys of the positions that bear on no issue.</summary>
    public static IReadOnlyList<string> ListWithoutIssue(IEnumerable<Fact> facts) =>
        [
            .. facts
                .Where(fact => IsPosition(fact) && FindIssue(fact.Resolution.Winner) is null)
                .Select(fact => fact.Key),
        ];

    private static Dictionary<(string Side, string Issue), PositionLine> ReadLines(Answer answer)
    {
        var rounds = new RoundOrder(answer);
        return answer
            .Facts.Where(IsPosition)
            .Select(fact => (Issue: FindIssue(fact.Resolution.Winner), Fact: fact))
            .Where(stated => stated.Issue is not null)
            .GroupBy(stated => (Side: stated.Fact.Key.Split('/')[2], Issue: stated.Issue!), stated => stated.Fact)
            .ToDictionary(line => line.Key, line => ReadLine(line.Key.Side, [.. line], rounds));
    }

    // What others say of a side's position never displaces what it says itself, here as in a fact.
    private static PositionLine ReadLine(string side, IReadOnlyList<Fact> facts, RoundOrder rounds)
    {
        var claims = facts
            .SelectMany(fact => fact.Resolution.All)
            .Where(claim => !claim.IsDenial || facts.Any(fact => fact.Resolution.Winner == claim))
            .ToList();
        var order = new TextOrder([.. claims.Select(claim => claim.Act).Distinct()]);
        var sorted = claims
            .OrderBy(claim => rounds.FindDay(claim.Key.Split('/')[0], claim.Act.First.KnownOn))
            .ThenBy(claim => order.FindPlace(claim.Act))
            .ToList();
        var winners = facts.ToDictionary(fact => fact.Resolution.Winner);
        var contestants = sorted.FindAll(winners.ContainsKey);
        var decider = contestants.FindLast(claim => claim.Standing != Standing.Other && !claim.IsDenial)
            ?? contestants.FindLast(claim => !claim.IsDenial)
            ?? contestants[^1];
        return new()
        {
            Side = side,
            Fact = winners[decider],
            Now = new(decider),
            Earlier =
            [
                .. sorted
                    .TakeWhile(claim => claim != decider)
                    .Where(claim =>
                        !claim.IsDenial && (claim.Standing != Standing.Other || decider.Standing == Standing.Other)
                    )
                    .Select(claim => new StatedPosition(claim)),
            ],
        };
    }

    private static PositionLine Compare(PositionLine line, PositionLine? before)
    {
        if (before is null)
            return line with { Change = PositionChange.New };
        var isSame = before.Now.IsSameLineAs(line.Now);
        if (isSame && before.Now.Words == line.Now.Words)
            return line with { Change = PositionChange.None };
        var change =
            isSame ? PositionChange.Restated
            : line.Now.IsMoveFrom(before.Now) ? PositionChange.Moved
            : PositionChange.Another;
        return line with { Change = change, Before = before.Now };
    }

    private static bool IsPosition(Fact fact) => fact.Key.Split('/') is [_, Subject, _, ..];

    // An answer is one, whatever it answers; and of a ceasefire the key says first whether it is proposed or violated.
    private static string FindSubject(string key)
    {
        var segments = key.Split('/');
        return segments.Skip(2).Contains("answer") ? "answer"
            : segments is [_, "ceasefire", var kind, ..] ? kind
            : segments[1];
    }

    private static string? FindIssue(Claim claim) => claim.Primary.Report.Issue?.Id;

    private static int FindPlace(NegotiationDefined definition, string side)
    {
        var place = definition.Entities.Index().FirstOrDefault(listed => listed.Item.Id == side, (int.MaxValue, null!));
        return place.Index;
    }
}

/// <summary>Where the sides stand on an issue.</summary>
/// <param name="Issue">The issue.</param>
/// <param name="Lines">Their lines, in the order of the negotiation's file.</param>
/// <param name="Also">What else is known on the issue and has not ended, the most frequent first.</param>
public sealed record IssuePositions(Issue Issue, IReadOnlyList<PositionLine> Lines, IReadOnlyList<CountedSubject> Also);

/// <summary>How many facts there are on a subject.</summary>
/// <param name="Subject">The subject, such as <c>precondition</c>.</param>
/// <param name="Count">How many.</param>
public sealed record CountedSubject(string Subject, int Count);
