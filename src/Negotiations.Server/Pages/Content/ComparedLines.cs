namespace Negotiations.Server.Pages;

/// <summary>A fact that changed between two times.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Key">Its key.</param>
/// <param name="Word">What became of it: <c>added</c>, <c>changed</c>, <c>gone</c>, <c>other reports</c>.</param>
/// <param name="Before">The value before; null where there was none.</param>
/// <param name="After">The value after; null where there is none any more.</param>
/// <param name="MarksBefore">How well the value before was founded.</param>
/// <param name="MarksAfter">How well the value after is founded.</param>
/// <param name="Why">The page that says who says so.</param>
public sealed record ComparedLine(
    string Subject,
    string Key,
    string Word,
    string? Before,
    string? After,
    IReadOnlyList<StandingMark> MarksBefore,
    IReadOnlyList<StandingMark> MarksAfter,
    PageAddress Why
);

/// <summary>Puts changed facts into words.</summary>
internal sealed class ComparedLines(PageContext context, State from, State to)
{
    private readonly FactLine before = new(new(from.Definition), from.Zone, []) { Coded = CodedNames.Read(from.Facts) };
    private readonly FactLine after = new(new(to.Definition), to.Zone, []) { Coded = CodedNames.Read(to.Facts) };

    public ComparedLine Describe(FactDifference<FactState> difference)
    {
        var was = difference.Before is { } old ? before.DescribeState(old) : null;
        var now = difference.After is { } current ? after.DescribeState(current) : null;
        return new(
            Capitalisation.Capitalise((now ?? was)!.Subject),
            difference.Key,
            was is null ? "added"
                : now is null ? "gone"
                : difference.IsOfValue ? "changed"
                : "other reports",
            was is null ? null : Say(was),
            now is null ? null : Say(now),
            difference.Before is null ? [] : [.. StandingWords.Describe(difference.Before)],
            difference.After is null ? [] : [.. StandingWords.Describe(difference.After)],
            FindAddress(now is null ? from : to).ToFact(difference.Key)
        );
    }

    // The page of the fact as the side that has it shows it.
    private PageAddress FindAddress(State side) =>
        context.Address with
        {
            KnownBy = side.Asked.KnownBy is { } known ? TimeText.Format(known, side.Zone) : null,
            HappenedBy = side.Asked.HappenedBy is { } happened ? TimeText.Format(happened, side.Zone) : null,
            RecordedBy = side.Asked.RecordedBy is null
                ? context.Address.RecordedBy
                : $"{side.Answered.Settled.Position}",
        };

    private static string Say(BriefingLine line)
    {
        var when = line.Happened is null ? "" : $" ({line.Happened})";
        return line.Value.Length == 0 ? $"reported{when}" : $"{line.Value}{when}";
    }
}
