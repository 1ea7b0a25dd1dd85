using Negotiations.Assistant.Names;
using Negotiations.Assistant.Patterns;
using Negotiations.Assistant.Reading;

namespace Negotiations.Assistant.Rules;

/// <summary>Finds the rules that a sentence meets.</summary>
internal sealed class Matcher(Codebook codebook, Parties parties, ActDates dates, Dictionary<string, int> dropped)
{
    // So many words of patterns no sentence has; what repeats one is no prose.
    private const int MostPlaces = 40;

    private readonly Dictionary<string, CodebookEntry> entries = codebook.Entries.ToDictionary(entry => entry.Type);

    /// <summary>What is found in a sentence: at each place the best of each family.</summary>
    public List<Finding> Find(SentenceReading sentence)
    {
        var found = new List<Finding>();
        var verbs = new VerbReader(sentence.Elements);
        var words = sentence.Elements.Select(one => one.Word).ToHashSet(StringComparer.Ordinal);
        var tried = 0;
        for (var i = 0; i < sentence.Elements.Count && tried < MostPlaces; i++)
        {
            var element = sentence.Elements[i];
            var word = element.Kind == ElementKind.Date ? Pattern.DateAnchor : element.Word;
            if (!codebook.RulesByWord.TryGetValue(word, out var rules))
                continue;
            tried++;
            foreach (var rule in rules.Where(rule => rule.Pattern.IsPossible(words)))
            {
                if (
                    rule.Pattern.Match(sentence.Elements, i) is { } match
                    && Read(sentence, rule, match, verbs) is { } finding
                )
                    found.Add(finding);
            }
        }

        return Choose(found);
    }

    private Finding? Read(SentenceReading sentence, Rule rule, PatternMatch match, VerbReader verbs)
    {
        var elements = sentence.Elements;
        var group = rule.Pattern.IsGenitive
            ? new(match.First - 1, match.First)
            : verbs.Read(FindVerb(elements, match, rule));
        if (rule.Pattern.Subject is not null && !HasSubject(elements, group, match))
            return null;
        var finding = new Finding(rule, entries[rule.Type], sentence, match)
        {
            Verb = group,
            Subject = rule.Pattern.Subject is null ? [] : ListSubject(elements, group.Subject),
            Attribution = FindAttribution(sentence, rule, match),
            IsNegated = group.IsNegated || IsNegatedWithin(elements, group, match, rule),
            Mood = FindMood(elements, group, match),
            IsConditional = Condition.Governs(elements, match.First),
        };
        return Admits(finding) ? finding : null;
    }

    // Where a pattern begins with a noun its verb comes later: "the talks will be held".
    private static int FindVerb(IReadOnlyList<Element> elements, PatternMatch match, Rule rule)
    {
        if (rule.Pattern.Subject is not null)
            return match.First;
        for (var i = match.First; i <= match.Last; i++)
        {
            if (
                elements[i].Kind == ElementKind.Word
                && (WordClasses.IsPast(elements[i].Word) || WordClasses.IsAuxiliary(elements[i].Word))
            )
                return i;
        }

        return match.First;
    }

    private static bool HasSubject(IReadOnlyList<Element> elements, VerbGroup group, PatternMatch match) =>
        group.Subject >= 0
        && group.Subject < match.First
        && elements[group.Subject].Mention is { } mention
        && mention.IsActor;

    private static IReadOnlyList<int> ListSubject(IReadOnlyList<Element> elements, int first)
    {
        var subject = new List<int> { first };
        var at = first + 1;
        while (at + 1 < elements.Count && (elements[at].Word is "and" || elements[at].Kind == ElementKind.Comma))
        {
            var next = elements[at + 1].Word == "and" ? at + 2 : at + 1;
            if (
                next >= elements.Count
                || elements[next].Mention is not { IsActor: true, Kind: not MentionKind.Source }
                || elements[at].Kind == ElementKind.Comma && !IsInList(elements, next)
            )
                break;
            subject.Add(next);
            at = next + 1;
        }

        return subject;
    }

    // A comma joins only where an "and" follows: else it begins an insertion.
    private static bool IsInList(IReadOnlyList<Element> elements, int at) =>
        at + 1 < elements.Count && elements[at + 1].Word is "and";

    private static SpokenPart? FindAttribution(SentenceReading sentence, Rule rule, PatternMatch match)
    {
        // What is only named ("the talks of Thursday") nobody says.
        if (rule.Pattern.Subject is null && !rule.IsActorSpeaker && !HasVerb(sentence.Elements, match))
            return sentence.Elements[match.First].IsQuoted ? sentence.FindAttribution(match.First) : null;
        var covering = sentence
            .Attributions.Where(one => one.Covers(match.First))
            .OrderBy(one => one.Verb >= 0 && one.Verb < match.First ? match.First - one.Verb : 1000 + one.Verb)
            .ToList();
        // Whose verb is that of the act says nothing more than who acts.
        var found = covering.Find(one => one.Verb < match.First || one.Verb > match.Last) ?? covering.FirstOrDefault();
        // Of "Brill said Vell had announced" Brill is the origin.
        return found is { Verb: > 0 }
            ? covering.Find(one => one != found && one.Verb >= 0 && one.Verb < found.Verb && one.Covers(found.Verb))
                ?? found
            : found;
    }

    private static bool HasVerb(IReadOnlyList<Element> elements, PatternMatch match)
    {
        for (var i = match.First; i <= match.Last; i++)
        {
            if (elements[i].Kind == ElementKind.Word && WordClasses.IsFinite(elements[i].Word))
                return true;
        }

        return false;
    }

    private static bool IsNegatedWithin(IReadOnlyList<Element> elements, VerbGroup group, PatternMatch match, Rule rule)
    {
        if (rule.Pattern.Subject is null && IsNone(elements, match.First))
            return true;
        for (var i = Math.Min(group.First, match.First); i <= match.Last; i++)
        {
            if (
                elements[i].Kind == ElementKind.Word
                && (
                    elements[i].Word is "not" or "never" or "neither" or "nor"
                    || elements[i].Word.EndsWith("n't", StringComparison.Ordinal)
                )
            )
                return !rule.Pattern.FirstWords.Contains(elements[i].Word);
        }

        return false;
    }

    // "No talks", "no such agreement".
    private static bool IsNone(IReadOnlyList<Element> elements, int noun)
    {
        for (var i = noun - 1; i >= 0 && i >= noun - 3; i--)
        {
            if (elements[i].Word is "no" or "without" or "nor")
                return true;
            if (elements[i].Kind != ElementKind.Word || WordClasses.BreaksNounPhrase(elements[i].Word))
                return false;
        }

        return false;
    }

    private static Mood FindMood(IReadOnlyList<Element> elements, VerbGroup group, PatternMatch match)
    {
        if (group.Mood != Mood.Plain)
            return group.Mood;
        for (var i = match.First; i <= match.Last; i++)
        {
            if (elements[i].Kind != ElementKind.Word)
                continue;
            switch (elements[i].Word)
            {
                case "will" or "would" or "shall" or "'ll":
                    return Mood.Future;
                case "may" or "might" or "could" or "possible" or "potential":
                    return Mood.Possible;
                case "expected" or "due" or "scheduled" or "likely":
                    return Mood.Expected;
                case "should" or "must":
                    return Mood.Demanded;
            }
        }

        return Mood.Plain;
    }

    private bool Admits(Finding finding)
    {
        var rule = finding.Rule;
        if (!Fits(rule.Negated, finding.IsNegated))
            return Drop(rule.Negated == Demand.Forbidden, "the words deny it");
        if (Condition.Contains(finding.Elements, finding.Subject.Count > 0 ? finding.Subject[0] : finding.Match.First))
            return Drop(true, "it stands in a condition");
        if (
            !Fits(rule.Conditional, finding.IsConditional)
            || rule.Moods.Count > 0 && !rule.Moods.Contains(finding.Mood.ToString(), StringComparer.OrdinalIgnoreCase)
        )
            return false;
        if (
            finding.Elements[^1].Word == "?"
            && !finding.Elements[finding.Match.First].IsQuoted
            && finding.Attribution is null
        )
            return Drop(true, "it is asked");
        if (!HasWord(finding, rule.Needs, orNone: true) || HasWord(finding, rule.Unless, orNone: false))
            return false;
        return (rule.Time is null || dates.FindTime(finding) == rule.Time) && parties.Admits(finding);
    }

    private bool Drop(bool counts, string reason)
    {
        if (counts)
            dropped[reason] = dropped.GetValueOrDefault(reason) + 1;
        return false;
    }

    private static bool Fits(Demand demand, bool has) => demand == Demand.Allowed || demand == Demand.Required == has;

    private static bool HasWord(Finding finding, IReadOnlyList<string> words, bool orNone) =>
        words.Count == 0 ? orNone : finding.Elements.Any(element => words.Contains(element.Word));

    // Of several rules of a type the one that says most; of two types of one family that begin at one word likewise.
    private static List<Finding> Choose(List<Finding> found)
    {
        var chosen = new List<Finding>();
        foreach (
            var finding in found
                .OrderBy(one => one.Entry.Family == "proposals")
                .ThenByDescending(one => one.Match.Last - one.Match.First)
                .ThenByDescending(one => one.Rule.Confidence)
        )
        {
            if (chosen.Exists(other => Excludes(other, finding)))
                continue;
            chosen.Add(finding);
        }

        return [.. chosen.OrderBy(one => one.Match.First)];
    }

    private static bool Excludes(Finding chosen, Finding other)
    {
        var overlap = chosen.Match.First <= other.Match.Last && other.Match.First <= chosen.Match.Last;
        if (chosen.Rule.Type == other.Rule.Type)
            return overlap
                || chosen.Subject.SequenceEqual(other.Subject)
                    && chosen.Subject.Count > 0
                    && !IsPerPerson(chosen.Rule.Type);
        if (chosen.Match.First != other.Match.First)
            return false;
        // A rejected ceasefire is no rejected proposal, too; but one delegation has a head and members.
        return chosen.Entry.Family == other.Entry.Family
            ? chosen.Entry.Family != "delegations"
            : other.Entry.Family == "proposals" && chosen.Entry.Family is "ceasefire" or "talks" or "meetings";
    }

    private static bool IsPerPerson(string type) =>
        type.StartsWith("Attendance", StringComparison.Ordinal) || type.StartsWith("Delegat", StringComparison.Ordinal);
}
