using Negotiations.Assistant.Reading;

namespace Negotiations.Assistant.Rules;

/// <summary>Finds the conditions of a sentence.</summary>
internal static class Condition
{
    private static readonly HashSet<string> Words = new(StringComparer.Ordinal)
    {
        "if",
        "unless",
        "provided",
        "providing",
        "otherwise",
    };

    // What a clause that begins so says is not told as a fact.
    private static readonly HashSet<string> Subordinate = new(StringComparer.Ordinal)
    {
        "if",
        "unless",
        "whether",
        "should",
        "were",
    };

    // A longer one would be the text's own sentence, which a coded file does not contain.
    private const int LongestClause = 8;

    /// <summary>The elements that say on what it depends, "only if the guns fell silent"; null where no words begin
    /// them, or where they are too many to be kept.</summary>
    public static (int First, int Last)? FindClause(IReadOnlyList<Element> elements)
    {
        for (var at = 0; at < elements.Count; at++)
        {
            if (
                elements[at].Kind != ElementKind.Word
                || elements[at].Word is not ("if" or "unless" or "provided" or "providing")
            )
                continue;
            var first = at + 1 < elements.Count && elements[at + 1].Word == "that" ? at + 2 : at + 1;
            var last = first - 1;
            while (
                last + 1 < elements.Count
                && elements[last + 1].Kind
                    is ElementKind.Word
                        or ElementKind.Number
                        or ElementKind.Mention
                        or ElementKind.Date
                && elements[last + 1].Word is not ("then" or "but" or "while")
            )
                last++;
            if (last >= first && elements[last].Last - elements[first].First < LongestClause)
                return (first, last);
        }

        return null;
    }

    /// <summary>Whether what stands at a place stands itself in the condition: "if the talks fail".</summary>
    public static bool Contains(IReadOnlyList<Element> elements, int place)
    {
        for (var i = place - 1; i >= 0 && i > place - 14; i--)
        {
            if (
                elements[i].Kind == ElementKind.Word
                && Subordinate.Contains(elements[i].Word)
                && (elements[i].Word is "if" or "unless" or "whether" || i == 0)
            )
                return true;
            if (elements[i].Kind is ElementKind.Comma or ElementKind.Stop or ElementKind.Mark or ElementKind.Quote)
                return false;
            // "If he comes he will …": the clause is over with its verb and the next subject.
            if (elements[i].Word is "then" or "that" or "and" or "but")
                return false;
        }

        return false;
    }

    /// <summary>Whether what stands at a place depends on a condition elsewhere in the sentence.</summary>
    public static bool Governs(IReadOnlyList<Element> elements, int place)
    {
        for (var i = 0; i < elements.Count; i++)
        {
            if (
                elements[i].Kind != ElementKind.Word
                || elements[i].IsQuoted != elements[place].IsQuoted && Math.Abs(i - place) > 12
            )
                continue;
            if (Words.Contains(elements[i].Word) && !(i > 0 && elements[i - 1].Word is "as" or "even"))
                return true;
            if (
                elements[i].Word is "only"
                && i + 1 < elements.Count
                && elements[i + 1].Word is "when" or "after" or "once"
            )
                return true;
            if (
                elements[i].Word == "as"
                && i + 2 < elements.Count
                && elements[i + 1].Word is "soon" or "long"
                && elements[i + 2].Word == "as"
            )
                return true;
            if (
                elements[i].Word == "once"
                && i > place
                && i + 1 < elements.Count
                && elements[i + 1].Kind is ElementKind.Mention or ElementKind.Word
                && !(i > 0 && elements[i - 1].Word is "only" or "at")
            )
                return true;
        }

        return elements.Count > 0 && elements[0].Word is "should" or "were" && elements[^1].Word != "?";
    }
}
