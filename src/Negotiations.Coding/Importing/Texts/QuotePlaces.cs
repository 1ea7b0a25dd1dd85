namespace Negotiations.Coding;

/// <summary>Finds where quotations of others stand in a text: exactly, or not at all.</summary>
/// <remarks>
/// A run of white space is equal to any other, for pages and texts break lines differently; everything else counts.
/// Words that stand in several places are told apart by the words around them, then by their position.
/// </remarks>
/// <param name="text">The text, in all ways in which positions may count in it.</param>
internal sealed class QuotePlaces(AnnotatedText text)
{
    private const int MostPlaces = 1_000;

    // Tools quote some thirty letters around; white space in the text may make more of them.
    private const int Around = 400;

    private readonly FoldedText folded = new(text.Text);
    private readonly IReadOnlyList<TextOffsets> offsets = [.. text.ListOffsets(OffsetUnit.Utf16)];

    /// <summary>The place, or why there is none.</summary>
    public ((int Start, int End)? Place, string? Problem) Find(
        string exact,
        string? prefix,
        string? suffix,
        (int Start, int End)? position
    )
    {
        // A character that no text has cannot be normalised, and stands in none.
        if (new[] { exact, prefix, suffix }.Any(part => ForbiddenCharacters.FindProblem(part) is not null))
            return (null, "its quotation has a character that no text can have");
        var words = FoldedText.Fold(exact);
        if (words.Length == 0)
            return (null, "its quotation has no words");
        var places = folded.FindAll(words).Take(MostPlaces).Select(place => (place.Start, place.End)).ToList();
        if (places.Count == 0)
            return (null, $"'{ImportWords.Shorten(exact)}' does not stand in the text");
        if (places.Count == 1)
            return (places[0], null);
        var fitting = places.Where(place => Fits(place, prefix, suffix)).ToList();
        if (fitting.Count == 1)
            return (fitting[0], null);
        var counted = position is { } given ? Locate(given) : [];
        var left = (fitting.Count > 0 ? fitting : places).Where(place => counted.Contains(place)).ToList();
        return left.Count == 1
            ? (left[0], null)
            : (
                null,
                $"'{ImportWords.Shorten(exact)}' stands in {places.Count} places of the text, "
                    + "and neither the words around it nor its position tells which is meant"
            );
    }

    private HashSet<(int Start, int End)> Locate((int Start, int End) position) =>
        [
            .. offsets
                .Select(count => (Start: count.FindPosition(position.Start), End: count.FindPosition(position.End)))
                .Where(place => place is { Start: not null, End: not null })
                .Select(place => (place.Start!.Value, place.End!.Value)),
        ];

    private bool Fits((int Start, int End) place, string? prefix, string? suffix)
    {
        if (prefix is null && suffix is null)
            return false;
        var before = FoldedText.Fold(text.Text.Slice(Math.Max(0, place.Start - Around), place.Start));
        var after = FoldedText.Fold(text.Text.Slice(place.End, Math.Min(text.Text.Length, place.End + Around)));
        return before.EndsWith(FoldedText.Fold(prefix ?? ""), StringComparison.Ordinal)
            && after.StartsWith(FoldedText.Fold(suffix ?? ""), StringComparison.Ordinal);
    }
}
