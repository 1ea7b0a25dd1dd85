using System.Globalization;
using System.Text.RegularExpressions;

namespace Negotiations.Coding;

/// <summary>Finds the words of coded files in the text of an article: exactly, or not at all.</summary>
/// <remarks>
/// A run of white space is equal to any other; everything else is compared code point by code point, after Unicode NFC.
/// A place that begins or ends within a longer word counts only where there is no other.
/// </remarks>
/// <param name="text">The text.</param>
public sealed partial class WordFinder(NormalisedText text)
{
    /// <summary>More places than this are not listed or counted: the words are no way to name one.</summary>
    private const int MostPlaces = 1_000;

    private const int MostShown = 5;

    private readonly Dictionary<string, List<(int Start, int End)>> known = new(StringComparer.Ordinal);
    private readonly Lazy<FoldedText> folded = new(() => new(text));
    private readonly Lazy<NearestPlaces> nearest = new(() => new(text));

    /// <summary>The text.</summary>
    public NormalisedText Text => text;

    /// <summary>The one place of some words, or what is wrong.</summary>
    /// <param name="written">The words; with <c>#2</c> behind them, the second place where they stand.</param>
    public WordPlace Find(string written)
    {
        var words = FoldedText.Fold(written);
        if (words.Length == 0)
            return WordPlace.Refuse("has no words");
        var places = FindPlaces(words);
        if (places.Count == 1)
            return At(places[0]);
        if (places.Count > 1)
            return WordPlace.Refuse(TellPlaces(words, places));
        if (Numbered().Match(words) is not { Success: true } numbered)
            return WordPlace.Refuse(TellNearest(words));
        words = numbered.Groups["words"].Value;
        places = FindPlaces(words);
        var number = int.Parse(numbered.Groups["number"].Value, CultureInfo.InvariantCulture);
        return number <= places.Count ? At(places[number - 1])
            : places.Count == 0 ? WordPlace.Refuse(TellNearest(words))
            : WordPlace.Refuse(
                $"{Excerpt.Quote(words)} has no place #{number}: it stands {CountPlaces(places.Count)} in the text: "
                    + ListPlaces(places)
            );
    }

    /// <summary>The first place of some words within spans; where they are not there, their one place in the text.
    /// </summary>
    /// <param name="written">The words.</param>
    /// <param name="spans">Where they are looked for first.</param>
    public WordPlace FindNear(string written, IEnumerable<TextSpan> spans) =>
        FindWithin(FoldedText.Fold(written), spans) is { } place ? At(place) : Find(written);

    /// <summary>The first place within spans at which one of several names stands, the longest where several
    /// do.</summary>
    /// <param name="names">The forms of the name.</param>
    /// <param name="spans">Where it may stand.</param>
    /// <returns>The place; null where none of them stands there.</returns>
    public TextSpan? FindFirstName(IEnumerable<string> names, IReadOnlyList<TextSpan> spans) =>
        names
            .Select(name => FindWithin(FoldedText.Fold(name), spans))
            .OfType<(int Start, int End)>()
            .OrderBy(place => place.Start)
            .ThenByDescending(place => place.End)
            .Select(place => text.Span(place.Start, place.End))
            .FirstOrDefault();

    /// <summary>Whether a span holds some words, whatever the white space between them.</summary>
    /// <param name="span">The span; one that does not lie within the text holds none.</param>
    /// <param name="written">The words; a number behind them may say which of several places is meant.</param>
    public bool Holds(TextSpan span, string written) =>
        span.ProblemIn(text.Length) is null
        && FoldedText.Fold(text.Slice(span.Start, span.End)) is var there
        && (
            there == FoldedText.Fold(written)
            || Numbered().Match(FoldedText.Fold(written)) is { Success: true } numbered
                && there == numbered.Groups["words"].Value
        );

    /// <summary>The spans of the whole text: where a name may stand that belongs to no report.</summary>
    internal IReadOnlyList<TextSpan> Whole => text.Length == 0 ? [] : [new(0, text.Length, "")];

    private (int Start, int End)? FindWithin(string words, IEnumerable<TextSpan> spans)
    {
        foreach (var span in spans)
        {
            var places = folded.Value.FindAll(words, span.Start, span.End).Take(MostPlaces).ToList();
            if (places.Count == 0)
                continue;
            var (start, end, _) = places.Find(place => !place.IsInWord) is { End: > 0 } whole ? whole : places[0];
            return (start, end);
        }

        return null;
    }

    /// <summary>The places of some words, in order; those in longer words only where there are no others.</summary>
    /// <param name="words">The words, folded.</param>
    internal List<(int Start, int End)> FindPlaces(string words)
    {
        // Texts that repeat themselves have the same words to find again and again.
        if (known.TryGetValue(words, out var before))
            return before;
        var places = folded.Value.FindAll(words).Take(MostPlaces).ToList();
        var whole = places.Where(place => !place.IsInWord).ToList();
        return known[words] = [.. (whole.Count > 0 ? whole : places).Select(place => (place.Start, place.End))];
    }

    private WordPlace At((int Start, int End) place) => new(text.Span(place.Start, place.End), null);

    private string TellPlaces(string words, List<(int Start, int End)> places) =>
        $"{Excerpt.Quote(words)} stands {CountPlaces(places.Count)} in the text: {ListPlaces(places)}; "
        + "say which with its number behind the words, in quotation marks, "
        + "for an unquoted # begins a comment in YAML: \"… #2\"";

    private static string CountPlaces(int count) =>
        count switch
        {
            1 => "once",
            MostPlaces => $"in {MostPlaces} places or more",
            _ => $"in {count} places",
        };

    private string ListPlaces(List<(int Start, int End)> places) =>
        string.Join(
            "; ",
            places
                .Take(MostShown)
                .Select((place, i) => $"#{i + 1} at {Excerpt.ShowAround(text, place.Start, place.End)}")
        ) + (places.Count > MostShown ? "; …" : "");

    private string TellNearest(string words) =>
        $"{Excerpt.Quote(words)} does not stand in the text{nearest.Value.Tell(words)}";

    [GeneratedRegex(@"^(?<words>.*\S) ?#(?<number>[1-9][0-9]{0,3})$")]
    private static partial Regex Numbered();
}

/// <summary>Where words stand, or why they were not found.</summary>
/// <param name="Span">The place.</param>
/// <param name="Problem">What is wrong where there is none.</param>
public sealed record WordPlace(TextSpan? Span, string? Problem)
{
    internal static WordPlace Refuse(string problem) => new(null, problem);
}
