using Negotiations.Assistant.Names;

namespace Negotiations.Assistant.Reading;

/// <summary>Reads from a verb to the left: its auxiliaries, what governs it, and who does it.</summary>
internal sealed class VerbReader(IReadOnlyList<Element> elements)
{
    // A subject farther away is seldom the verb's.
    private const int Farthest = 40;

    public VerbGroup Read(int verb)
    {
        var word = elements[verb].Word;
        var group = new VerbGroup(-1, verb) { IsPast = WordClasses.IsPast(word) };
        var at = verb - 1;
        var isInfinitive = false;
        for (; at >= 0; at--)
        {
            var element = elements[at];
            if (element.Kind is ElementKind.Date or ElementKind.Quote)
                continue;
            if (element.Kind != ElementKind.Word)
                break;
            if (element.Word == "to" && !isInfinitive && at > 0)
            {
                isInfinitive = true;
                if (ReadControl(at - 1, group) is not { } control)
                    return group with { First = at };
                (at, group) = control;
                continue;
            }

            if (
                !WordClasses.IsAuxiliary(element.Word)
                && !WordClasses.IsAdverb(element.Word)
                && element.Word is not "n't"
            )
                break;
            group = Add(group, element.Word, at);
        }

        var subject = FindSubject(at, verb);
        return group with { Subject = subject, Mood = IsSubjunctive(subject) ? Mood.Demanded : group.Mood };
    }

    private static VerbGroup Add(VerbGroup group, string word, int at) =>
        (
            word is "not" or "never" or "hardly" || word.EndsWith("n't", StringComparison.Ordinal) || word == "cannot"
                ? group with
                {
                    IsNegated = true,
                }
                : group
        ) with
        {
            First = at,
            Mood = word switch
            {
                "will" or "'ll" or "shall" or "won't" => group.Mood == Mood.Plain ? Mood.Future : group.Mood,
                "would" or "wouldn't" or "'d" => group.Mood == Mood.Plain ? Mood.Future : group.Mood,
                "may" or "might" or "could" or "perhaps" or "maybe" or "possibly" or "couldn't" => Mood.Possible,
                "should" or "must" or "ought" or "shouldn't" or "mustn't" => Mood.Demanded,
                _ => group.Mood,
            },
            IsPast =
                word
                    is "was"
                        or "were"
                        or "had"
                        or "has"
                        or "have"
                        or "did"
                        or "didn't"
                        or "hadn't"
                        or "wasn't"
                        or "weren't"
                || group.IsPast
                    && word
                        is not (
                            "will"
                            or "would"
                            or "may"
                            or "might"
                            or "could"
                            or "should"
                            or "must"
                            or "is"
                            or "are"
                            or "be"
                        ),
            IsPerfect =
                group.IsPerfect || word is "had" or "hadn't" or "previously" or "earlier" or "already" or "once",
            HasBe = group.HasBe || word is "is" or "are" or "was" or "were" or "be" or "been" or "being",
        };

    // What governs an infinitive: "plans to", "is expected to", "declined to"; null for what says nothing of it.
    private (int At, VerbGroup Group)? ReadControl(int at, VerbGroup group)
    {
        while (at > 0 && (elements[at].Kind == ElementKind.Quote || WordClasses.IsAdverb(elements[at].Word)))
            at--;
        var word = elements[at].Word;
        var future = group with { Mood = Mood.Future, IsPast = false, First = at };
        return word switch
        {
            "planned"
            or "plans"
            or "plan"
            or "planning"
            or "intends"
            or "intended"
            or "intend"
            or "wants"
            or "wanted"
            or "want"
            or "hopes"
            or "hoped"
            or "hope"
            or "hoping"
            or "promised"
            or "promises"
            or "vowed"
            or "vows"
            or "agreed"
            or "agrees"
            or "decided"
            or "pledged"
            or "ready"
            or "willing"
            or "prepared"
            or "going"
            or "continued"
            or "continues"
            or "continue"
            or "offered"
            or "offers"
            or "proposed"
            or "chose"
            or "wishes"
            or "keen"
            or "undertook"
            or "committed"
            or "sought"
            or "seeks"
            or "preparing" => (at, future),
            "expected" or "due" or "scheduled" or "set" or "likely" or "supposed" => (
                at,
                future with
                {
                    Mood = Mood.Expected,
                }
            ),
            "refused"
            or "refuses"
            or "declined"
            or "declines"
            or "failed"
            or "unwilling"
            or "refusing"
            or "reluctant"
            or "declining" => (at, future with { IsNegated = true }),
            "is" or "are" or "was" or "were" => (at, future with { HasBe = true }),
            "has" or "have" or "had" or "needs" or "need" => (at, group with { Mood = Mood.Demanded, First = at }),
            "reported" or "said" or "believed" or "understood" or "thought" => (at, group with { First = at }),
            "plans'" or "intention" or "decision" => null,
            _ => null,
        };
    }

    /// <summary>The element that does what a verb says; -1 where none is found.</summary>
    /// <param name="at">The element before the verb and its auxiliaries.</param>
    /// <param name="verb">The verb.</param>
    private int FindSubject(int at, int verb)
    {
        var isParticiple = elements[verb].Word.EndsWith("ing", StringComparison.Ordinal) && !HasBeBefore(verb);
        if (at < 0)
            return isParticiple ? FindAfterComma(verb) : -1;
        // "Accused Norland of seeking": who seeks is not who accuses.
        if (isParticiple)
            return elements[at].Word is "of" or "from" ? -1 : FindGoverning(at);
        var element = elements[at];
        if (element.Mention is { } mention)
        {
            if (mention.Kind is MentionKind.Adjective)
                return -1;
            if (IsObject(at))
                return FindHeadOf(at - 1);
            return IsWithinList(at) ? FirstOfList(at) : at;
        }

        return element.Kind switch
        {
            ElementKind.Comma => FindBeforeComma(at),
            ElementKind.Word when element.Word is "who" or "which" or "that" => FindAntecedent(at - 1),
            ElementKind.Word when element.Word is "and" or "but" or "then" or "or" => FindGoverning(at - 1),
            ElementKind.Mark when element.Word is "–" or ")" => FindBeforeComma(at),
            _ => -1,
        };
    }

    // "Proposed that both sides sign": nothing is signed.
    private bool IsSubjunctive(int subject) =>
        subject > 1
        && elements[subject - 1].Word == "that"
        && elements[subject - 2].Word
            is "proposed"
                or "proposes"
                or "suggested"
                or "demanded"
                or "demands"
                or "insisted"
                or "asked"
                or "recommended"
                or "requested"
                or "urged"
                or "agreed";

    private bool HasBeBefore(int verb)
    {
        for (var i = verb - 1; i >= 0 && i > verb - 4; i--)
        {
            if (elements[i].Word is "is" or "are" or "was" or "were" or "be" or "been" or "'re" or "'m" or "'s")
                return true;
            if (!WordClasses.IsAdverb(elements[i].Word))
                return false;
        }

        return false;
    }

    private bool IsWithinList(int at) =>
        at >= 2
        && elements[at - 1].Word is "and" or "or"
        && at >= 2
        && elements[at - 2].Mention is { IsActor: true }
        && !IsObject(at - 2);

    private int FirstOfList(int at)
    {
        var first = at - 2;
        while (
            first >= 2
            && elements[first - 1].Kind == ElementKind.Comma
            && elements[first - 2].Mention is { IsActor: true }
        )
            first -= 2;
        return first;
    }

    // "The president of Norland said": what the preposition hangs on, if it is an actor at all.
    private int FindHeadOf(int preposition)
    {
        for (var i = preposition - 1; i >= 0 && i > preposition - 8; i--)
        {
            if (elements[i].Kind is ElementKind.Comma or ElementKind.Stop || WordClasses.IsFinite(elements[i].Word))
                return -1;
            if (elements[i].Mention is { IsActor: true } && !(i > 0 && WordClasses.IsPreposition(elements[i - 1].Word)))
                return i;
        }

        return -1;
    }

    // "Ada Brill, the envoy of Norland, said": the name before the insertion.
    private int FindBeforeComma(int comma)
    {
        for (var i = comma - 1; i >= 0 && i > comma - 25; i--)
        {
            if (elements[i].Kind is not (ElementKind.Comma or ElementKind.Mark))
                continue;
            if (i > 0 && elements[i - 1].Mention is { IsActor: true } && !IsObject(i - 1))
                return i - 1;
        }

        if (comma == 0 || elements[comma - 1].Mention is not { IsActor: true } || IsObject(comma - 1))
            return -1;
        return IsWithinList(comma - 1) ? FirstOfList(comma - 1) : comma - 1;
    }

    private int FindAntecedent(int at)
    {
        while (at >= 0 && elements[at].Kind is ElementKind.Comma or ElementKind.Quote)
            at--;
        return at >= 0 && elements[at].Mention is { IsActor: true } ? at : -1;
    }

    // The subject of the verb before, for "… and offered", "…, rejecting".
    private int FindGoverning(int at)
    {
        for (var i = at; i >= 0 && i > at - Farthest; i--)
        {
            if (elements[i].Mention is { IsActor: true } && !IsObject(i) && IsBeforeVerb(i))
                return IsWithinList(i) ? FirstOfList(i) : i;
        }

        return -1;
    }

    private int FindAfterComma(int verb)
    {
        for (var i = verb + 1; i + 1 < elements.Count && i < verb + 25; i++)
        {
            if (
                elements[i].Kind == ElementKind.Comma
                && elements[i + 1].Mention is { IsActor: true }
                && IsBeforeVerb(i + 1)
            )
                return i + 1;
        }

        return -1;
    }

    private bool IsObject(int at) =>
        at > 0
        && elements[at - 1].Kind == ElementKind.Word
        && WordClasses.IsPreposition(elements[at - 1].Word)
        && elements[at - 1].Word is not ("as" or "since" or "before" or "after" or "until" or "than" or "till");

    private bool IsBeforeVerb(int at)
    {
        var i = at + 1;
        // An insertion between two commas is skipped.
        if (i < elements.Count && elements[i].Kind == ElementKind.Comma)
        {
            for (var j = i + 1; j + 1 < elements.Count && j < i + 18; j++)
            {
                if (elements[j].Kind == ElementKind.Comma)
                    return WordClasses.IsFinite(elements[j + 1].Word);
            }

            return false;
        }

        while (i < elements.Count && (elements[i].Kind == ElementKind.Date || WordClasses.IsAdverb(elements[i].Word)))
            i++;
        return i < elements.Count
            && elements[i].Kind == ElementKind.Word
            && (WordClasses.IsFinite(elements[i].Word) || elements[i].Word is "who");
    }
}
