using Negotiations.Assistant.Names;

namespace Negotiations.Assistant.Reading;

/// <summary>Finds who says what in a sentence.</summary>
internal static class AttributionReader
{
    public static List<SpokenPart> Read(IReadOnlyList<Element> elements)
    {
        var found = new List<SpokenPart>();
        var verbs = new VerbReader(elements);
        for (var i = 0; i < elements.Count; i++)
        {
            if (elements[i].Kind != ElementKind.Word || elements[i].IsQuoted)
                continue;
            var attribution =
                elements[i].Word == "according" && Word(elements, i + 1) == "to" ? ReadAccordingTo(elements, i)
                : elements[i].Word is "reportedly" or "allegedly"
                    ? new(Unnamed(elements, i), i, FindStart(elements, i), FindEnd(elements, i))
                : elements[i].Word is "reported" && Word(elements, i - 1) is "was" or "were" or "been"
                    ? new(Unnamed(elements, i), i, i + 1, FindEnd(elements, i))
                : elements[i].Word is "quoted" or "cited" or "quoting" or "citing" ? ReadQuoted(elements, i, verbs)
                : elements[i].Word is "spoke" or "speaking" or "interviewed" or "talked"
                    ? ReadInterview(elements, i, verbs)
                : WordClasses.Saying.Contains(elements[i].Word) ? ReadSaid(elements, i, verbs)
                : null;
            if (attribution is not null)
                found.Add(attribution);
        }

        found.RemoveAll(part => SpeakAsOne(part.Speaker) && found.Any(outer => IsSaidBy(outer, part)));
        return found;
    }

    // "A diplomat said the two sides had confirmed that …": the diplomat speaks for both.
    private static bool SpeakAsOne(Mention? speaker) =>
        speaker is { Kind: MentionKind.Reference, Entities.Count: > 1 };

    private static bool IsSaidBy(SpokenPart outer, SpokenPart part) =>
        !SpeakAsOne(outer.Speaker) && outer.Speaker is not null && outer.Verb < part.Verb && outer.Covers(part.Verb);

    private static SpokenPart? ReadAccordingTo(IReadOnlyList<Element> elements, int at)
    {
        var named = at + 2 < elements.Count ? elements[at + 2].Mention : null;
        return named is null ? null : new(named, at, 0, elements.Count - 1);
    }

    private static SpokenPart? ReadQuoted(IReadOnlyList<Element> elements, int at, VerbReader verbs)
    {
        var speaker = at + 1 < elements.Count ? elements[at + 1].Mention : null;
        if (speaker is null)
            return null;
        var outlet = verbs.Read(at).Subject is >= 0 and var subject ? elements[subject].Mention : null;
        return new(
            speaker,
            at,
            elements[at].Word.EndsWith("ing", StringComparison.Ordinal) ? 0 : at + 2,
            elements.Count - 1
        )
        {
            Through = IsOutlet(outlet) ? outlet : null,
        };
    }

    // "Spoke to The Halden Courier": who speaks in the quotations that follow.
    private static SpokenPart? ReadInterview(IReadOnlyList<Element> elements, int at, VerbReader verbs) =>
        FindThrough(elements, at + 1) is { } through && verbs.Read(at).Subject is >= 0 and var subject
            ? new(elements[subject].Mention, at, at, at) { Through = through }
            : null;

    private static SpokenPart? ReadSaid(IReadOnlyList<Element> elements, int at, VerbReader verbs)
    {
        // "“…,” said Ada Brill": the speaker stands behind.
        var before = at - 1;
        while (before >= 0 && elements[before].Kind == ElementKind.Quote)
            before--;
        var isInverted =
            at + 1 < elements.Count
            && elements[at + 1].Mention is { IsActor: true }
            && at > 0
            && (elements[at - 1].Kind is ElementKind.Quote or ElementKind.Comma)
            // "A diplomat, who asked not to be named, said the two sides had agreed": they do not speak.
            && !IsBeforeFinite(elements, at + 1);
        if (isInverted && !elements[at].Word.EndsWith("ing", StringComparison.Ordinal))
            return new(elements[at + 1].Mention, at, 0, elements.Count - 1) { Through = FindThrough(elements, at + 2) };
        var group = verbs.Read(at);
        if (group.Subject < 0 || group.IsNegated && elements[at].Word is not ("denied" or "denies"))
            return null;
        var speaker = elements[group.Subject].Mention!;
        if (!speaker.IsActor && speaker.Kind != MentionKind.Named)
            return null;
        // "He said he would": what is said follows; "…, he said": it stands before.
        var isBehind = HasClauseBefore(elements, group.Subject);
        if (
            !isBehind
            && elements[at].Word is not ("denied" or "denies")
            && WordClasses.SayingWithClause.Contains(elements[at].Word)
            && !HasClauseAfter(elements, at)
        )
            return null;
        return new(speaker, at, isBehind ? 0 : at, elements.Count - 1) { Through = FindThrough(elements, at + 1) };
    }

    private static bool HasClauseAfter(IReadOnlyList<Element> elements, int verb)
    {
        var i = verb + 1;
        while (i < elements.Count && (elements[i].Kind == ElementKind.Date || WordClasses.IsAdverb(elements[i].Word)))
            i++;
        if (i >= elements.Count)
            return false;
        return elements[i].Word is "that" or ":"
            || elements[i].Kind is ElementKind.Quote
            || elements[i].Mention is { IsActor: true } && IsBeforeFinite(elements, i);
    }

    // Of somebody, or the last of several: "Norland and Suderland had".
    private static bool IsBeforeFinite(IReadOnlyList<Element> elements, int at)
    {
        while (Word(elements, at + 1) == "and" && at + 2 < elements.Count && elements[at + 2].Mention is not null)
            at += 2;
        return WordClasses.IsFinite(Word(elements, at + 1));
    }

    private static bool HasClauseBefore(IReadOnlyList<Element> elements, int subject)
    {
        if (
            subject == 0
            || elements[subject - 1].Kind
                is not (ElementKind.Comma or ElementKind.Quote or ElementKind.Mark or ElementKind.Stop)
        )
            return false;
        for (var i = 0; i < subject; i++)
        {
            if (
                elements[i].Kind == ElementKind.Quote
                || elements[i].IsQuoted
                || elements[i].Kind == ElementKind.Word && WordClasses.IsFinite(elements[i].Word)
            )
                return true;
        }

        return false;
    }

    // "Told Interwire", "in an interview with Interwire", "wrote on X".
    private static Mention? FindThrough(IReadOnlyList<Element> elements, int from)
    {
        for (var i = from; i < elements.Count && i < from + 6; i++)
        {
            if (IsOutlet(elements[i].Mention))
                return elements[i].Mention;
            if (elements[i].Word is "that" or "," || elements[i].Kind == ElementKind.Stop)
                return null;
        }

        return null;
    }

    private static bool IsOutlet(Mention? mention) => mention?.Entity?.Kind is EntityKind.Outlet or EntityKind.Agency;

    private static Mention? Unnamed(IReadOnlyList<Element> elements, int at) =>
        new(elements[at].First, elements[at].Last, MentionKind.Source) { Written = "" };

    private static int FindStart(IReadOnlyList<Element> elements, int at)
    {
        while (at > 0 && elements[at - 1].Kind is not (ElementKind.Comma or ElementKind.Mark))
            at--;
        return at;
    }

    private static int FindEnd(IReadOnlyList<Element> elements, int at)
    {
        while (at + 1 < elements.Count && elements[at + 1].Kind is not (ElementKind.Comma or ElementKind.Mark))
            at++;
        return at;
    }

    private static string Word(IReadOnlyList<Element> elements, int at) =>
        at >= 0 && at < elements.Count ? elements[at].Word : "";
}
