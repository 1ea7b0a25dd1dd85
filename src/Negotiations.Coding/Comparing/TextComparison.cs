namespace Negotiations.Coding;

/// <summary>Finds passages of an old text in a new one, and never takes a lookalike for one.</summary>
internal sealed class TextComparison
{
    /// <summary>So many words around a passage tell it from another one that reads the same.</summary>
    private const int WordsAround = 5;

    /// <summary>A passage of which so much reads the same elsewhere may have moved and changed.</summary>
    private const double LikeShare = 0.6;

    private readonly NormalisedText oldText;
    private readonly NormalisedText newText;
    private readonly IReadOnlyList<TextWord> before;
    private readonly IReadOnlyList<TextWord> after;
    private readonly WordAlignment alignment;

    public TextComparison(NormalisedText oldText, NormalisedText newText)
    {
        (this.oldText, this.newText) = (oldText, newText);
        (before, after) = (TextWords.Split(oldText), TextWords.Split(newText));
        alignment = new WordAlignment(before, after);
    }

    /// <summary>What became of a passage.</summary>
    public PassageMatch MatchPassage(TextSpan span)
    {
        if (!oldText.Matches(span))
            return new PassageMatch.Undecided($"the span from {span.Start} to {span.End} does not match the old text");
        var first = before.Index().FirstOrDefault(word => word.Item.End > span.Start, (-1, default)).Index;
        var last = before.Index().LastOrDefault(word => word.Item.Start < span.End, (-1, default)).Index;
        if (first < 0 || last < first)
            return new PassageMatch.Undecided("there are no words in its passage");

        var times = Count(newText, oldText.Slice(span.Start, span.End));
        if (Aligned(span, first, last) is { } found && newText.Matches(found))
        {
            return IsDecided(span, first, last)
                ? new PassageMatch.Stands(found)
                : new PassageMatch.Undecided(
                    $"its passage stands {Times(times)} in the new text, and what stands around it "
                        + "does not tell whether it is the same"
                );
        }

        return times > 0
            ? new PassageMatch.Undecided(
                $"its passage stands {Times(times)} in the new text, but not where the texts agree"
            )
            : InItsPlace(first, last);
    }

    private TextSpan? Aligned(TextSpan span, int first, int last)
    {
        if (
            alignment[first] is not { } start
            || alignment[last] is not { } end
            || !Enumerable.Range(first, last - first).All(Continues)
        )
            return null;
        return span with
        {
            Start = after[start].Start + span.Start - before[first].Start,
            End = after[end].End + span.End - before[last].End,
        };
    }

    // The next word of the old text is also the next word of the new one.
    private bool Continues(int place) =>
        place >= 0 && place + 1 < before.Count && alignment[place] is { } now && alignment[place + 1] == now + 1;

    private bool IsDecided(TextSpan span, int first, int last)
    {
        var (start, end) = (first, last);
        while (Continues(start - 1))
            start--;
        while (Continues(end))
            end++;
        var (wordsBefore, wordsAfter) = (Words(start, first), Words(last + 1, end + 1));
        var (isAtStart, isAtEnd) = (
            start == 0 && alignment[0] == 0,
            end == before.Count - 1 && alignment[end] == after.Count - 1
        );
        var passage = oldText.Slice(span.Start, span.End);
        if (Count(oldText, passage) == 1 && Count(newText, passage) == 1)
            return wordsBefore + wordsAfter >= WordsAround
                || isAtStart
                || isAtEnd
                || (!alignment.HasMoved(first) && HasOldNeighbour(first, last));

        // Where it repeats, both sides must tell, and all that agrees must be there once only.
        var run = oldText.Slice(before[start].Start, before[end].End);
        return (wordsBefore >= WordsAround || isAtStart)
            && (wordsAfter >= WordsAround || isAtEnd)
            && Count(oldText, run) == 1
            && Count(newText, run) == 1;
    }

    // What stood beside it is still there in the same order, though something may have come in between.
    private bool HasOldNeighbour(int first, int last) =>
        StayWords(Enumerable.Range(0, first).Reverse())
        || StayWords(Enumerable.Range(last + 1, before.Count - last - 1));

    private bool StayWords(IEnumerable<int> places)
    {
        var beside = places.Where(place => before[place].IsWord).Take(WordsAround).ToList();
        return beside.Count == WordsAround
            && beside.All(place => alignment[place] is not null && !alignment.HasMoved(place));
    }

    private PassageMatch InItsPlace(int first, int last)
    {
        var (previous, next) = (first, last);
        if (!Stays(first))
            do previous--;
            while (previous >= 0 && !Stays(previous));
        if (!Stays(last))
            do next++;
            while (next < before.Count && !Stays(next));
        var from = previous < 0 ? 0 : alignment[previous]!.Value + (previous == first ? 0 : 1);
        var to = next >= before.Count ? after.Count : alignment[next]!.Value + (next == last ? 1 : 0);
        var within = Enumerable
            .Range(first, last + 1 - first)
            .Where(Stays)
            .Select(place => alignment[place]!.Value)
            .ToHashSet();
        var there = Enumerable
            .Range(from, Math.Max(0, to - from))
            .Where(place => after[place].IsWord && (!alignment.IsOld(place) || within.Contains(place)))
            .ToList();
        if (there.Count > 0)
            return new PassageMatch.Changed(after[there[0]].Start, after[there[^1]].End);
        return HasLikeness(first, last)
            ? new PassageMatch.Undecided(
                "its passage is gone, but something like it stands elsewhere in the new text: it may "
                    + "have moved and changed"
            )
            : new PassageMatch.Gone();
    }

    private bool Stays(int place) => alignment[place] is not null && !alignment.HasMoved(place);

    private bool HasLikeness(int first, int last)
    {
        var words = Enumerable
            .Range(first, last + 1 - first)
            .Select(place => before[place])
            .Where(word => word.IsWord)
            .Select(word => word.Text)
            .ToList();
        return after
            .Index()
            .Where(word => !alignment.IsOld(word.Index))
            .GroupBy(word => word.Item.Paragraph, word => word.Item.Text)
            .Any(paragraph =>
                words.Count(paragraph.ToHashSet(StringComparer.Ordinal).Contains) >= LikeShare * words.Count
            );
    }

    private int Words(int from, int to) => Enumerable.Range(from, to - from).Count(place => before[place].IsWord);

    private static string Times(int times) => times == 1 ? "once" : $"{times} times";

    private static int Count(NormalisedText text, string passage)
    {
        var times = 0;
        for (
            var at = text.Value.IndexOf(passage, StringComparison.Ordinal);
            at >= 0;
            at = text.Value.IndexOf(passage, at + 1, StringComparison.Ordinal)
        )
            times++;
        return times;
    }
}
