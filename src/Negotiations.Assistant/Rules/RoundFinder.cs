using System.Text.RegularExpressions;
using NodaTime;

namespace Negotiations.Assistant.Rules;

/// <summary>Tells to which round a report belongs.</summary>
/// <param name="definition">The file of the negotiation.</param>
/// <param name="published">When the article came out; null where nobody knows.</param>
/// <param name="chosen">The round that somebody has chosen for the article; null where nobody has.</param>
internal sealed class RoundFinder(NegotiationDefined definition, LocalDate? published, string? chosen)
{
    private readonly string current = FindCurrent(definition, published);

    /// <summary>The round that somebody has chosen, unless the words name another; else that of a date that lies in
    /// the past, or the current one.</summary>
    /// <param name="happened">When it happened; null where the words do not say.</param>
    /// <param name="named">A date of which the words name the year, "the talks of 2031"; null for none.</param>
    /// <param name="sentence">The words.</param>
    /// <param name="isLookingBack">Whether they look back.</param>
    public string Find(string? happened, string? named, string sentence, bool isLookingBack) =>
        chosen is null ? FindByDate(happened ?? named, isLookingBack) : FindNamed(named, sentence) ?? chosen;

    // "Last Friday" names no round: it may lie in the month of one whose talks go on.
    private string? FindNamed(string? named, string sentence)
    {
        var titled = definition.Rounds.Where(round => HasTitle(sentence, round)).ToList();
        if (titled.Count > 0)
            return titled.Exists(round => round.Id == chosen) ? chosen : titled[0].Id;
        if (named is null || !TryParse(named, out var date) || date.Bounds.Earliest is not { } day)
            return null;
        var within = definition.Rounds.Where(round => Contains(round, day)).ToList();
        return within.Exists(round => round.Id == chosen) ? chosen : within.LastOrDefault()?.Id;
    }

    // Without what stands in brackets behind it, "Fourth round (by video)"; a single word says too little.
    private static bool HasTitle(string sentence, Round round) =>
        round.Title?.Split('(')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 1 } words
        && Regex.IsMatch(
            sentence,
            $@"(?<!\w){string.Join(@"\s+", words.Select(Regex.Escape))}(?!\w)",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );

    private string FindByDate(string? happened, bool isLookingBack)
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
