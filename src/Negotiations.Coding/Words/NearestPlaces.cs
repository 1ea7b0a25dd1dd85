namespace Negotiations.Coding;

/// <summary>The places of a text that read almost like some words, by edit distance over words.</summary>
/// <remarks>
/// Which places are compared is decided by counting, for each place, the words that it has in common with those looked
/// for at the same distance. So the cost is one pass over the text and a bounded number of comparisons.
/// </remarks>
internal sealed class NearestPlaces(NormalisedText text)
{
    /// <summary>Of longer words only the beginning is compared.</summary>
    private const int MostWords = 200;

    private const int MostCompared = 12;
    private const int MostShown = 3;
    private const int Margin = 4;

    // A word that stands very often says little of where a place is.
    private const int MostVotes = 4;

    private readonly Lazy<IReadOnlyList<TextWord>> words = new(() => TextWords.Split(text));

    /// <summary>The end of a message that says where the nearest places are, and what differs there.</summary>
    public string Tell(string wanted)
    {
        var source = new NormalisedText(wanted);
        List<TextWord> pattern = [.. TextWords.Split(source).Take(MostWords)];
        var found = FindPlaces(pattern)
            .Select(start => Align(pattern, source, start))
            .Where(alignment => alignment.Cost <= pattern.Count)
            .OrderBy(alignment => alignment.Cost)
            .ThenBy(alignment => alignment.Start)
            .DistinctBy(alignment => alignment.Start)
            .ToList();
        var shown = found.TakeWhile(alignment => alignment.Cost <= found[0].Cost + 3).Take(MostShown).ToList();
        return shown.Count == 0
            ? ", nor anything like it"
            : "; nearest: "
                + string.Join(
                    "; or ",
                    shown.Select(alignment =>
                        $"{Excerpt.Show(text, alignment.Start, alignment.End)}, where {alignment.Differences}"
                    )
                );
    }

    private IEnumerable<int> FindPlaces(List<TextWord> pattern)
    {
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var (place, word) in pattern.Index())
        {
            if (!word.IsWord)
                continue;
            if (!places.TryGetValue(TakeKey(word.Text), out var of))
                places[TakeKey(word.Text)] = of = [];
            if (of.Count < MostVotes)
                of.Add(place);
        }

        var votes = new int[words.Value.Count + pattern.Count];
        foreach (var (place, word) in words.Value.Index())
        {
            if (word.IsWord && places.TryGetValue(TakeKey(word.Text), out var of))
                of.ForEach(offset => votes[place - offset + pattern.Count]++);
        }

        // A word more or less before it moves a place by one.
        return Enumerable
            .Range(0, votes.Length)
            .Where(place => votes[place] > 0)
            .Select(place =>
                (Place: place, Votes: votes[Math.Max(0, place - 2)..Math.Min(votes.Length, place + 3)].Sum())
            )
            .OrderByDescending(place => place.Votes)
            .ThenBy(place => place.Place)
            .Take(MostCompared)
            .Select(place => place.Place - pattern.Count);
    }

    private static string TakeKey(string word) => word[..Math.Min(4, word.Length)].ToLowerInvariant();

    // The whole pattern against any part of the window around the place (Sellers).
    private WordAlignmentInText Align(List<TextWord> pattern, NormalisedText source, int start)
    {
        var from = Math.Max(0, start - Margin);
        var window = words.Value.Skip(from).Take(pattern.Count + start - from + Margin).ToList();
        var costs = new int[pattern.Count + 1, window.Count + 1];
        for (var i = 1; i <= pattern.Count; i++)
        {
            costs[i, 0] = 2 * i;
            for (var j = 1; j <= window.Count; j++)
                costs[i, j] = Math.Min(
                    costs[i - 1, j - 1] + WordDifferences.Compare(pattern[i - 1].Text, window[j - 1].Text),
                    Math.Min(costs[i - 1, j], costs[i, j - 1]) + 2
                );
        }

        // Of ends as good as each other the last: a word is rather another than missing.
        var end = Enumerable.Range(0, window.Count + 1).Reverse().MinBy(j => costs[pattern.Count, j]);
        var differences = new WordDifferences(source, text);
        var (at, of) = (end, pattern.Count);
        while (of > 0)
        {
            var pair = at == 0 ? int.MaxValue : WordDifferences.Compare(pattern[of - 1].Text, window[at - 1].Text);
            var isPair = at > 0 && costs[of, at] == costs[of - 1, at - 1] + pair;
            if (isPair && pair < 2)
                differences.AddPair(pattern[--of], window[--at]);
            else if (at > 0 && costs[of, at] == costs[of, at - 1] + 2)
                differences.AddFurther(window[--at]);
            else if (isPair)
                differences.AddPair(pattern[--of], window[--at]);
            else
                differences.AddMissing(pattern[--of]);
        }

        return at == end
            ? new(0, 0, int.MaxValue, "")
            : new(window[at].Start, window[end - 1].End, costs[pattern.Count, end], differences.Tell());
    }

    private readonly record struct WordAlignmentInText(int Start, int End, int Cost, string Differences);
}
