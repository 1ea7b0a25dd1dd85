using Negotiations.Assistant.Reading;

namespace Negotiations.Assistant.Patterns;

/// <summary>A compiled pattern: a machine that reads elements from left to right and never goes back.</summary>
/// <remarks>
/// All ways to match are followed at once, so a match costs at most the size of the pattern for each element that it
/// reads, whatever the pattern says.
/// </remarks>
internal sealed class Pattern
{
    // Farther than this no pattern reaches: so many words has a long clause.
    private const int Farthest = 45;

    private const int MostModifiers = 6;

    /// <summary>Stands among the first words of a pattern that begins with a date.</summary>
    public const string DateAnchor = "{date}";

    private readonly List<Step> steps = [];

    private Pattern(string? subject) => Subject = subject;

    /// <summary>The slot that the subject of the first verb fills; null where the pattern asks for none.</summary>
    public string? Subject { get; }

    /// <summary>Whether the subject is a genitive ("Norland's call").</summary>
    public bool IsGenitive { get; private set; }

    /// <summary>The words with which a match can begin; empty where it can begin with anything.</summary>
    public IReadOnlySet<string> FirstWords { get; private set; } = new HashSet<string>();

    /// <summary>Whether a sentence has of each part that must be there a word.</summary>
    public bool IsPossible(HashSet<string> words) => Required.TrueForAll(words.Overlaps);

    private List<HashSet<string>> Required { get; } = [];

    /// <exception cref="FormatException">The pattern cannot begin so.</exception>
    public static Pattern Compile(PatternNode node, string source)
    {
        var parts = node is SequenceNode sequence ? sequence.Parts : [node];
        var subject = parts[0] is SlotNode slot && parts.Count > 1 && !new Slot(slot.Name).IsDate ? slot.Name : null;
        var pattern = new Pattern(subject);
        var rest = subject is null ? parts : [.. parts.Skip(1)];
        pattern.IsGenitive = subject is not null && rest[0] is WordsNode { Words: ["'s"] };
        // What leads a noun phrase at the beginning lies to the left of where the match begins.
        if (rest[0] is NounNode noun)
            pattern.Add(noun.Head, isHead: true);
        else
            pattern.Add(rest[0]);
        foreach (var part in rest.Skip(1))
            pattern.Add(part);
        pattern.steps.Add(new(StepKind.Match));
        var first = new HashSet<string>(StringComparer.Ordinal);
        if (!pattern.CollectFirst(0, first, []))
            throw new FormatException($"'{source}': a pattern begins with a word, after the subject if it has one");
        pattern.FirstWords = first;
        pattern.Required.AddRange(rest.Skip(1).Select(ListWords).OfType<HashSet<string>>());
        return pattern;
    }

    // The words of which one must be met for a part; null where it can be met without any of them.
    private static HashSet<string>? ListWords(PatternNode node) =>
        node switch
        {
            WordsNode words => [.. words.Words],
            NounNode noun => ListWords(noun.Head),
            SequenceNode sequence => sequence.Parts.Select(ListWords).FirstOrDefault(words => words is not null),
            ChoiceNode choice => choice.Choices.Select(ListWords).ToList() is var lists
            && lists.TrueForAll(one => one is not null)
                ? [.. lists.SelectMany(one => one!)]
                : null,
            _ => null,
        };

    /// <summary>The match that begins at an element; null where there is none.</summary>
    public PatternMatch? Match(IReadOnlyList<Element> elements, int start)
    {
        var threads = new List<Machine>();
        var seen = new bool[steps.Count];
        Follow(new(0, null), threads, seen);
        PatternMatch? found = null;
        for (var at = start; threads.Count > 0; at++)
        {
            // Of ways that are equally good the first written is taken; a later one is not followed any more.
            var ended = threads.FindIndex(thread => steps[thread.Step].Kind == StepKind.Match);
            if (ended >= 0)
            {
                found = new(start, at - 1, threads[ended].Captures);
                threads.RemoveRange(ended, threads.Count - ended);
            }

            if (at >= elements.Count || at - start > Farthest || threads.Count == 0)
                break;
            var next = new List<Machine>();
            Array.Clear(seen);
            foreach (var thread in threads)
                Read(thread, elements, at, at == start, next, seen);
            threads = next;
        }

        return found is null ? null : found with { Last = TrimEnd(elements, found) };
    }

    // A mark that was read as nothing at the end is not part of the match.
    private static int TrimEnd(IReadOnlyList<Element> elements, PatternMatch match)
    {
        var last = Math.Min(match.Last, elements.Count - 1);
        while (last > match.First && elements[last].Kind is ElementKind.Quote)
            last--;
        return last;
    }

    private void Read(
        Machine thread,
        IReadOnlyList<Element> elements,
        int at,
        bool isFirst,
        List<Machine> next,
        bool[] seen
    )
    {
        var element = elements[at];
        var step = steps[thread.Step];
        var reads = step.Kind switch
        {
            StepKind.Word => step.Words!.Contains(element.Word) && element.Kind is not ElementKind.Date,
            StepKind.Any => element.Kind is not ElementKind.Stop && element.Word is not (";" or ":"),
            StepKind.Modifier => IsModifier(element),
            StepKind.Slot => step.Slot!.Admits(element),
            StepKind.Separator => element.Word is "and" or "or" || element.Kind == ElementKind.Comma,
            _ => false,
        };
        if (reads)
        {
            var captures =
                step.Kind == StepKind.Slot ? new Capture(step.Slot!.Name, at, thread.Captures)
                : step.IsHead ? new Capture(Capture.Noun, at, thread.Captures)
                : thread.Captures;
            Follow(new(thread.Step + 1, captures), next, seen);
        }

        // Quotation marks and adverbs between the words of a pattern are passed over.
        if (!isFirst && !reads && IsTransparent(element))
            Keep(thread, next, seen);
    }

    private void Keep(Machine thread, List<Machine> next, bool[] seen)
    {
        if (seen[thread.Step])
            return;
        seen[thread.Step] = true;
        next.Add(thread);
    }

    private void Follow(Machine thread, List<Machine> threads, bool[] seen)
    {
        if (seen[thread.Step])
            return;
        var step = steps[thread.Step];
        if (step.Kind == StepKind.Split)
        {
            seen[thread.Step] = true;
            Follow(thread with { Step = step.One }, threads, seen);
            Follow(thread with { Step = step.Other }, threads, seen);
        }
        else if (step.Kind == StepKind.Jump)
            Follow(thread with { Step = step.One }, threads, seen);
        else
            Keep(thread, threads, seen);
    }

    private static bool IsTransparent(Element element) =>
        element.Kind == ElementKind.Quote
        || element.Kind == ElementKind.Word && WordClasses.IsAdverb(element.Word) && element.Word != "not";

    private static bool IsModifier(Element element) =>
        element.Kind switch
        {
            ElementKind.Word => !WordClasses.BreaksNounPhrase(element.Word) && !WordClasses.IsVerbOnly(element.Word),
            ElementKind.Number or ElementKind.Quote or ElementKind.Comma => true,
            ElementKind.Mention => element.Mention!.Kind != Names.MentionKind.Reference,
            ElementKind.Date => element.Date!.IsOwned || element.Date.Year is not null,
            _ => element.Word is "-" or "/" or "(" or ")",
        };

    private void Add(PatternNode node, bool isHead = false)
    {
        switch (node)
        {
            case WordsNode words:
                steps.Add(new(StepKind.Word) { Words = [.. words.Words], IsHead = isHead });
                break;
            case SlotNode slot:
                AddSlot(new(slot.Name));
                break;
            case NounNode noun:
                AddSome(MostModifiers, StepKind.Modifier);
                Add(noun.Head, isHead: true);
                break;
            case GapNode gap:
                AddSome(gap.Most, StepKind.Any);
                break;
            case SequenceNode sequence:
                foreach (var part in sequence.Parts)
                    Add(part, isHead && ReferenceEquals(part, sequence.Parts[^1]));
                break;
            case OptionalNode optional:
                var split = AddSplit();
                Add(optional.Part);
                steps[split] = steps[split] with { One = split + 1, Other = steps.Count };
                break;
            case ChoiceNode choice:
                AddChoice(choice, isHead);
                break;
        }
    }

    // One name, or several that are joined: "Norland, Suderland and Osterland".
    private void AddSlot(Slot slot)
    {
        steps.Add(new(StepKind.Slot) { Slot = slot });
        if (!slot.IsList)
            return;
        var again = AddSplit();
        steps.Add(new(StepKind.Separator));
        var more = AddSplit();
        steps.Add(new(StepKind.Separator));
        steps[more] = steps[more] with { One = more + 1, Other = steps.Count };
        steps.Add(new(StepKind.Slot) { Slot = slot });
        steps.Add(new(StepKind.Jump) { One = again });
        steps[again] = steps[again] with { One = again + 1, Other = steps.Count };
    }

    // As few as possible: what follows is tried first.
    private void AddSome(int most, StepKind kind)
    {
        var splits = new List<int>();
        for (var i = 0; i < most; i++)
        {
            splits.Add(AddSplit());
            steps.Add(new(kind));
        }

        foreach (var split in splits)
            steps[split] = steps[split] with { One = steps.Count, Other = split + 1 };
    }

    private void AddChoice(ChoiceNode choice, bool isHead)
    {
        var jumps = new List<int>();
        for (var i = 0; i < choice.Choices.Count; i++)
        {
            var split = i + 1 < choice.Choices.Count ? AddSplit() : -1;
            Add(choice.Choices[i], isHead);
            if (split < 0)
                break;
            jumps.Add(steps.Count);
            steps.Add(new(StepKind.Jump));
            steps[split] = steps[split] with { One = split + 1, Other = steps.Count };
        }

        foreach (var jump in jumps)
            steps[jump] = steps[jump] with { One = steps.Count };
    }

    private int AddSplit()
    {
        steps.Add(new(StepKind.Split));
        return steps.Count - 1;
    }

    private bool CollectFirst(int at, HashSet<string> words, HashSet<int> seen)
    {
        if (!seen.Add(at))
            return true;
        var step = steps[at];
        if (step.Kind == StepKind.Word)
            words.UnionWith(step.Words!);
        return step.Kind switch
        {
            StepKind.Word => true,
            StepKind.Slot => step.Slot!.IsDate && words.Add(DateAnchor) | true,
            StepKind.Split => CollectFirst(step.One, words, seen) && CollectFirst(step.Other, words, seen),
            StepKind.Jump => CollectFirst(step.One, words, seen),
            _ => false,
        };
    }

    private readonly record struct Machine(int Step, Capture? Captures);

    private sealed record Step(StepKind Kind)
    {
        public HashSet<string>? Words { get; init; }

        public Slot? Slot { get; init; }

        public bool IsHead { get; init; }

        public int One { get; init; }

        public int Other { get; init; }
    }

    private enum StepKind
    {
        Word,
        Any,
        Modifier,
        Slot,
        Separator,
        Split,
        Jump,
        Match,
    }
}
