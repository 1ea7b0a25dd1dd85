using Negotiations.Assistant.Dates;
using Negotiations.Assistant.Reading;
using NodaTime;

namespace Negotiations.Assistant.Rules;

/// <summary>Tells the date of an act from the dates that its sentence names.</summary>
/// <remarks>
/// "He offered talks on Friday" leaves open what Friday belongs to. A date belongs to what is talked of where it
/// follows
/// an infinitive or a word such as "starting", or has a genitive; else to the verb.
/// </remarks>
internal sealed class ActDates(LocalDate published)
{
    private static readonly HashSet<string> Beginnings = new(StringComparer.Ordinal)
    {
        "starting",
        "beginning",
        "until",
        "by",
        "from",
        "before",
        "after",
        "till",
        "to",
        "for",
        "scheduled",
        "due",
        "planned",
        "between",
    };

    /// <summary>The date when it was done or said; null where the sentence gives none.</summary>
    public DateMention? FindHappened(Finding finding)
    {
        var isSaying = finding.Entry.IsSaying;
        var dates = ListDates(finding);
        if (!isSaying && finding.Mood == Mood.Plain && !IsAnnounced(finding))
            return dates
                .Where(date =>
                    !IsAhead(date.Date) && IsNear(finding, date.Place) && !Begins(finding.Elements, date.Place)
                )
                .OrderBy(date => Math.Abs(date.Place - finding.Match.First))
                .Select(date => date.Date)
                .FirstOrDefault();
        return dates
            .Where(date => !date.Date.IsOwned && !date.Date.IsSince && BelongsToVerb(finding, date.Place))
            .OrderBy(date => Math.Abs(date.Place - FindAnchor(finding)))
            .Select(date => date.Date)
            .FirstOrDefault();
    }

    /// <summary>Whether the date within a finding lies in the <c>past</c> or in the <c>future</c>; null for today or
    /// none.</summary>
    /// <remarks>The verb that follows decides, else the nearer day: "Thursday's talks failed", "Thursday's talks
    /// are".</remarks>
    public string? FindTime(Finding finding)
    {
        var elements = finding.Elements;
        var first = Math.Max(0, finding.Match.First - 1);
        for (var place = first; place < elements.Count && place <= finding.Match.Last + 3; place++)
        {
            if (elements[place].Date is not { } date || published == default)
                continue;
            var (past, future) = (Bound(date, Direction.Past), Bound(date, Direction.Future));
            if (past is null || future is null || past == published && future == published)
                return null;
            // "Talks next week" says less than when they are.
            if (!date.IsWeekday && date.Day is null && finding.Rule.Time == "future")
                return null;
            if (date.Points is { } points)
                return points == Direction.Past ? "past" : "future";
            if (past == future)
                return past < published ? "past" : "future";
            for (var next = finding.Match.Last + 1; next < elements.Count && next < finding.Match.Last + 8; next++)
            {
                if (elements[next].Word is "will" or "would" or "is" or "are" or "could" or "may" or "might")
                    return "future";
                if (elements[next].Kind == ElementKind.Word && WordClasses.IsPast(elements[next].Word))
                    return "past";
            }

            return Period.DaysBetween(past.Value, published) < Period.DaysBetween(published, future.Value)
                ? "past"
                : "future";
        }

        return null;
    }

    private LocalDate? Bound(DateMention date, Direction direction) =>
        date.Resolve(published, direction) is { } text ? Edtf.Parse(text).Bounds.Latest ?? published : null;

    /// <summary>The date of what is talked of: talks, a journey; null where the sentence gives none.</summary>
    public string? FindAhead(Finding finding, DateMention? happened) =>
        ListDates(finding)
            .Where(date => date.Date != happened && !date.Date.IsSince && date.Place > finding.Verb.First - 3)
            .Select(date => date.Date.Resolve(published, Direction.Future))
            .FirstOrDefault(text => text is not null);

    public string? Resolve(DateMention date, bool isAhead) =>
        date.Resolve(published, date.Points ?? (isAhead ? Direction.Future : Direction.Past));

    private static bool IsAhead(DateMention date) => date.Points == Direction.Future;

    private static bool IsAnnounced(Finding finding) => finding.Rule.Time == "future";

    private static List<(int Place, DateMention Date)> ListDates(Finding finding) =>
        [
            .. finding
                .Elements.Select((element, place) => (Place: place, element.Date))
                .Where(pair => pair.Date is not null)
                .Select(pair => (pair.Place, pair.Date!)),
        ];

    private static int FindAnchor(Finding finding) =>
        finding.Attribution is { Verb: >= 0 } attribution && attribution.In is null
            ? attribution.Verb
            : finding.Match.First;

    private static bool Begins(IReadOnlyList<Element> elements, int place) =>
        place > 0 && Beginnings.Contains(elements[place - 1].Word)
        || place > 1 && Beginnings.Contains(elements[place - 2].Word) && elements[place - 1].Kind == ElementKind.Word;

    // In the same clause: no other verb of saying and no semicolon between.
    private static bool IsNear(Finding finding, int place)
    {
        var (first, last) = place < finding.Match.First ? (place, finding.Match.First) : (finding.Match.Last, place);
        for (var i = first + 1; i < last; i++)
        {
            if (
                finding.Elements[i].Word is ";" or "but" or "which" or "while" or "who" or "where"
                && finding.Elements[i].Kind != ElementKind.Mention
            )
                return false;
            if (
                finding.Elements[i].Kind == ElementKind.Comma
                && i > finding.Match.Last
                && HasVerb(finding.Elements, i + 1, last)
            )
                return false;
        }

        return true;
    }

    private static bool HasVerb(IReadOnlyList<Element> elements, int first, int last)
    {
        for (var i = first; i < last; i++)
        {
            if (elements[i].Kind == ElementKind.Word && WordClasses.IsFinite(elements[i].Word))
                return true;
        }

        return false;
    }

    private static bool BelongsToVerb(Finding finding, int place)
    {
        var elements = finding.Elements;
        var date = elements[place].Date!;
        if (date.Points == Direction.Future || Begins(elements, place) || elements[place].IsQuoted)
            return false;
        var verb = FindAnchor(finding);
        var act = finding.Match.First;
        // "On Wednesday, …", "Late on Tuesday the …"
        if (place == 0 || place <= 5 && IsOpening(elements, place))
            return true;
        // "Brill on Wednesday said", "said late on Wednesday", "told reporters on Monday".
        if (place < verb)
            return IsBetweenSubjectAndVerb(elements, place, verb)
                || place < act && IsBetweenSubjectAndVerb(elements, place, act);
        if (
            IsRightAfter(elements, verb, place)
            || act != verb && finding.Verb.IsPast && finding.Mood == Mood.Plain && IsRightAfter(elements, act, place)
        )
            return true;
        // Said behind the quotation: everything that follows the verb belongs to it.
        if (verb > act)
            return !HasInfinitive(elements, verb, place);
        return finding.Verb.IsPast
            && finding.Mood == Mood.Plain
            && finding.Entry.IsSaying
            && !HasInfinitive(elements, act, place)
            && !HasVerb(elements, finding.Match.Last + 1, place)
            && (
                place + 1 >= elements.Count
                || elements[place + 1].Kind is not ElementKind.Word
                || elements[place + 1].Word is "and" or "after" or "that" or "but" or "in" or "at"
            )
            && !(Parties.IsTalks(elements[place - 1].Word) && date.IsWeekday && !IsToday(date));
    }

    private static bool IsToday(DateMention date) => date.TimeOfDay is not null;

    private static bool IsOpening(IReadOnlyList<Element> elements, int place)
    {
        for (var i = 0; i < place; i++)
        {
            if (
                elements[i].Kind == ElementKind.Comma
                || elements[i].Kind == ElementKind.Word && WordClasses.IsFinite(elements[i].Word)
                || elements[i].Mention is { IsActor: true }
            )
                return false;
        }

        return place + 1 < elements.Count
            && (
                elements[place + 1].Kind is ElementKind.Comma or ElementKind.Mention
                || elements[place + 1].Word is "the"
            );
    }

    private static bool IsBetweenSubjectAndVerb(IReadOnlyList<Element> elements, int place, int verb)
    {
        for (var i = place + 1; i < verb; i++)
        {
            if (
                !WordClasses.IsAdverb(elements[i].Word)
                && !WordClasses.IsAuxiliary(elements[i].Word)
                && elements[i].Kind != ElementKind.Date
            )
                return false;
        }

        return place > 0 && (elements[place - 1].Mention is not null || elements[place - 1].Kind == ElementKind.Word);
    }

    // Only the one to whom it is said stands between: "told reporters in Sele on Monday".
    private static bool IsRightAfter(IReadOnlyList<Element> elements, int verb, int place)
    {
        if (place - verb > 7 || place < verb)
            return false;
        for (var i = verb + 1; i < place; i++)
        {
            if (
                elements[i].Word is "that" or "to"
                || elements[i].Kind is ElementKind.Comma or ElementKind.Quote
                || WordClasses.IsFinite(elements[i].Word)
                || Parties.IsTalks(elements[i].Word)
            )
                return false;
        }

        return true;
    }

    private static bool HasInfinitive(IReadOnlyList<Element> elements, int from, int to)
    {
        for (var i = from + 1; i < to; i++)
        {
            if (
                elements[i].Kind == ElementKind.Word
                && elements[i].Word is "to"
                && i + 1 < elements.Count
                && elements[i + 1].Kind == ElementKind.Word
                && elements[i + 1].Word is not ("the" or "a" or "an" or "its" or "his" or "her")
            )
                return true;
            if (elements[i].Word is "will" or "would" or "that" or "if" or "could" or "may" or "might")
                return true;
        }

        return false;
    }
}
