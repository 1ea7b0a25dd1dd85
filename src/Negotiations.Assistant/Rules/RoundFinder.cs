using NodaTime;

namespace Negotiations.Assistant.Rules;

/// <summary>Tells to which round a report belongs.</summary>
internal sealed class RoundFinder(NegotiationDefined definition, LocalDate? published)
{
    private readonly string current = FindCurrent(definition, published);

    /// <summary>The round of a date that lies in the past, or the current one.</summary>
    public string Find(string? happened, bool isLookingBack)
    {
        if (happened is null || !TryParse(happened, out var date))
            return current;
        var day = date.Bounds.Earliest ?? date.Bounds.Latest;
        if (day is not { } first || published is not { } today)
            return current;
        var within = definition.Rounds.Where(round => Contains(round, first)).ToList();
        if (within.Count > 0)
            return within.Exists(round => round.Id == current) ? current : within[^1].Id;
        // Half a year before the publication the talks of today had hardly begun.
        return isLookingBack && first.PlusMonths(6) < today ? Round.General : current;
    }

    private static bool TryParse(string text, out Edtf date)
    {
        try
        {
            date = Edtf.Parse(text);
            return true;
        }
        catch (FormatException)
        {
            date = null!;
            return false;
        }
    }

    private static bool Contains(Round round, LocalDate day) =>
        round.When is { Bounds: { Earliest: { } first, Latest: { } last } } && first <= day && day <= last;

    // Of rounds that are no background the one nearest to the publication.
    private static string FindCurrent(NegotiationDefined definition, LocalDate? published)
    {
        var rounds = definition.Rounds.Where(round => !round.Background).ToList();
        if (rounds.Count == 0)
            return Round.General;
        if (published is not { } day)
            return rounds[^1].Id;
        return rounds.MinBy(round => MeasureDistance(round, day))!.Id;
    }

    private static int MeasureDistance(Round round, LocalDate day) =>
        round.When is not { Bounds: { Earliest: { } first, Latest: { } last } } ? int.MaxValue
        : day < first ? Period.DaysBetween(day, first)
        : day > last ? Period.DaysBetween(last, day)
        : 0;
}
