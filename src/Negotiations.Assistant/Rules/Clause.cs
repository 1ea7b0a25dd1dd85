using Negotiations.Assistant.Reading;

namespace Negotiations.Assistant.Rules;

/// <summary>Cuts the clause of a finding out of its sentence: what a coder would mark.</summary>
internal static class Clause
{
    // Before a clause stand a date or a few words without a verb, which belong to it.
    private const int LongestOpening = 7;

    public static (int First, int Last) Find(Finding finding)
    {
        var elements = finding.Elements;
        var first = finding.Match.First;
        if (finding.Verb.Subject >= 0 && finding.Rule.Pattern.Subject is not null)
            first = Math.Min(first, finding.Verb.Subject);
        first = Math.Min(first, finding.Verb.First);
        if (finding.Rule.Pattern.Subject is null)
            first = ExtendNoun(elements, first);
        if (first <= LongestOpening && !HasVerb(elements, 0, first))
            first = 0;
        var last = FindEnd(elements, finding.Match.Last);
        while (first < last && elements[first].Kind is ElementKind.Comma or ElementKind.Stop or ElementKind.Mark)
            first++;
        while (last > first && elements[last].Kind is ElementKind.Comma or ElementKind.Stop or ElementKind.Mark)
            last--;
        return (first, last);
    }

    private static int ExtendNoun(IReadOnlyList<Element> elements, int first)
    {
        var at = first;
        while (
            at > 0
            && first - at < 6
            && elements[at - 1].Kind
                is ElementKind.Word
                    or ElementKind.Number
                    or ElementKind.Mention
                    or ElementKind.Date
            && !WordClasses.BreaksNounPhrase(elements[at - 1].Word)
            && !WordClasses.IsFinite(elements[at - 1].Word)
        )
            at--;
        return at;
    }

    private static int FindEnd(IReadOnlyList<Element> elements, int last)
    {
        for (var i = last + 1; i < elements.Count; i++)
        {
            var word = elements[i].Word;
            if (
                word is ";" or "–"
                || word is "but" or "while" or "whereas" or "although" && elements[i].Kind == ElementKind.Word
            )
                return i - 1;
            if (word == "and" && BeginsClause(elements, i + 1))
                return i - 1;
            if (elements[i].Kind == ElementKind.Comma && BeginsClause(elements, i + 1))
                return i - 1;
        }

        return elements.Count - 1;
    }

    private static bool BeginsClause(IReadOnlyList<Element> elements, int at)
    {
        while (
            at < elements.Count
            && (elements[at].Kind is ElementKind.Quote or ElementKind.Date || WordClasses.IsAdverb(elements[at].Word))
        )
            at++;
        if (at + 1 >= elements.Count)
            return false;
        if (
            elements[at].Kind == ElementKind.Word
            && (WordClasses.IsFinite(elements[at].Word) || elements[at].Word.EndsWith("ing", StringComparison.Ordinal))
        )
            return true;
        return elements[at].Mention is { IsActor: true } && WordClasses.IsFinite(elements[at + 1].Word);
    }

    private static bool HasVerb(IReadOnlyList<Element> elements, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            if (elements[i].Kind == ElementKind.Word && WordClasses.IsFinite(elements[i].Word))
                return true;
        }

        return false;
    }
}
