using System.Globalization;
using Negotiations.Assistant.Texts;
using NodaTime;

namespace Negotiations.Assistant.Dates;

/// <summary>Finds the dates in a sentence.</summary>
/// <remarks>A length of time ("within 30 days") is none.</remarks>
internal sealed partial class DateFinder(IReadOnlyList<Token> tokens, string text)
{
    public static List<DateMention> Find(Sentence sentence, string text)
    {
        var finder = new DateFinder(sentence.Tokens, text);
        var found = new List<DateMention>();
        for (var i = 0; i < sentence.Tokens.Count; )
        {
            var date = finder.ReadAt(i);
            if (date is not null)
                found.Add(date);
            i = date is null ? i + 1 : date.Last + 1;
        }

        return found;
    }

    private DateMention? ReadAt(int place)
    {
        var (at, part) = (place, default(string));
        // "late on Wednesday", "early next week": the part of the day stands before.
        if (
            Is(at, "late", "early", "earlier", "later")
            && (Is(at + 1, "on") || IsDay(at + 1) || Is(at + 1, "today", "this", "next", "last", "yesterday"))
        )
        {
            part =
                Is(at, "late") ? "late"
                : Is(at, "early") ? "early"
                : null;
            at++;
        }
        else if (Is(at, "mid", "mid-", "early", "late") && IsMonth(at + 1))
            at++;
        var since = Is(at, "since");
        if (Is(at, "on", "in", "since", "during", "over", "at") && at + 1 < tokens.Count)
            at++;
        if (since && Is(at, "early", "late"))
            at++;
        if (Is(at, "the") && Is(at + 1, "weekend", "morning", "evening"))
            at++;
        var date = ReadWeekday(at)
            ?? ReadWords(at)
            ?? ReadMonth(at)
            ?? ReadYear(at, at > place)
            ?? ReadAgo(at)
            ?? ReadIso(at);
        if (date is null)
            return null;
        var last = date.Last;
        if (Is(last + 1, "morning", "afternoon", "evening", "night", "lunchtime", "noon", "midday"))
            (part, last) = (
                tokens[last + 1].Word is "lunchtime" or "noon" ? "midday" : tokens[last + 1].Word,
                last + 1
            );
        var owned = Is(last + 1, "'s");
        if (since && date.Resolve is { } resolve)
            date = date with
            {
                Resolve = (published, _) => resolve(published, Direction.Past) is { } day ? Open(day) : null,
                Points = Direction.Past,
            };
        return date with
        {
            First = place,
            Last = owned ? last + 1 : last,
            Written = text[tokens[place].Start..tokens[last].End],
            TimeOfDay = part ?? date.TimeOfDay,
            IsSince = since,
            IsOwned = owned,
        };
    }

    private static string Open(string day) => day.AsSpan().ContainsAny("[/") ? day : $"{day}/..";

    private DateMention? ReadWeekday(int at)
    {
        var pointer = Is(at, "next", "last", "this", "coming", "past") ? tokens[at].Word : null;
        if (pointer is not null)
            at++;
        if (at >= tokens.Count || !tokens[at].IsCapital || Calendar.FindWeekday(tokens[at].Word) is not { } day)
            return null;
        // "Wednesday, 12 May": the date says more than the day of the week.
        var full =
            at + 1 < tokens.Count && tokens[at + 1].Kind == TokenKind.Comma ? ReadMonth(at + 2) : ReadMonth(at + 1);
        if (full is { Day: not null })
            return full;
        return Create(
            at,
            (published, direction) =>
                Calendar.FormatDay(
                    pointer switch
                    {
                        "next" or "coming" => published.Next(day),
                        "last" or "past" => published.Previous(day),
                        _ => Calendar.FindDay(published, day, direction),
                    }
                ),
            pointer is "next" or "coming" ? Direction.Future
                : pointer is "last" or "past" ? Direction.Past
                : null
        ) with
        {
            IsWeekday = true,
        };
    }

    private DateMention? ReadWords(int at)
    {
        if (at >= tokens.Count)
            return null;
        var word = tokens[at].Word;
        var next = at + 1 < tokens.Count ? tokens[at + 1].Word : "";
        return (word, next) switch
        {
            ("today", _) => Day(at, 0, null),
            ("yesterday", _) => Day(at, -1, null),
            ("tomorrow", _) => Day(at, 1, null),
            ("tonight", _) => Day(at, 0, "evening"),
            ("overnight", _) => Day(at, 0, "night"),
            ("last", "night") => Day(at + 1, -1, "night"),
            ("this", "morning" or "afternoon" or "evening") => Day(at + 1, 0, next),
            ("weekend", _) => Weekend(at, 0),
            ("last" or "past" or "this" or "next" or "coming", "weekend") => Weekend(at + 1, Offset(word)),
            ("last" or "this" or "next" or "coming", "week") => Create(
                at + 1,
                (published, _) =>
                {
                    var monday = Calendar.FindMonday(published).PlusWeeks(Offset(word));
                    return Calendar.FormatInterval(monday, monday.PlusDays(6));
                },
                Pointing(word)
            ),
            ("last" or "this" or "next", "month") => Create(
                at + 1,
                (published, _) =>
                {
                    var month = published.PlusMonths(Offset(word));
                    return Calendar.FormatMonth(month.Year, month.Month);
                },
                Pointing(word)
            ),
            ("last" or "this" or "next", "year") => Create(
                at + 1,
                (published, _) => $"{published.Year + Offset(word):D4}",
                Pointing(word)
            ),
            ("last" or "this" or "next", "spring" or "summer" or "autumn" or "fall" or "winter") => Create(
                at + 1,
                (published, _) => $"{published.Year + Offset(word):D4}-{Season(next)}",
                Pointing(word)
            ),
            ("spring" or "summer" or "autumn" or "fall" or "winter", _)
                when FindYear(at + (next == "of" ? 2 : 1)) is { } year => Create(
                at + (next == "of" ? 2 : 1),
                (_, _) => $"{year:D4}-{Season(word)}",
                null
            ) with
            {
                Year = year,
            },
            _ => null,
        };
    }

    private static int Offset(string word) =>
        word is "last" or "past" ? -1
        : word is "next" or "coming" ? 1
        : 0;

    private static Direction? Pointing(string word) =>
        word is "last" or "past" ? Direction.Past
        : word is "next" or "coming" ? Direction.Future
        : null;

    private static int Season(string word) =>
        word switch
        {
            "spring" => 21,
            "summer" => 22,
            "winter" => 24,
            _ => 23,
        };

    private DateMention Day(int last, int offset, string? part) =>
        Create(
            last,
            (published, _) => Calendar.FormatDay(published.PlusDays(offset)),
            offset < 0 ? Direction.Past
                : offset > 0 ? Direction.Future
                : null
        ) with
        {
            TimeOfDay = part,
        };

    private DateMention Weekend(int last, int offset) =>
        Create(
            last,
            (published, direction) =>
            {
                var saturday = Calendar.FindMonday(published).PlusDays(5);
                var began = published >= saturday;
                var weeks =
                    offset != 0 ? offset
                    : direction == Direction.Past && !began ? -1
                    : 0;
                if (offset < 0 && began)
                    weeks = -1;
                if (offset > 0 && !began)
                    weeks = 1;
                return Calendar.FormatSet(saturday.PlusWeeks(weeks), saturday.PlusWeeks(weeks).PlusDays(1));
            },
            offset < 0 ? Direction.Past
                : offset > 0 ? Direction.Future
                : null
        );

    private DateMention? ReadYear(int at, bool hadPreposition) =>
        FindYear(at) is { } year && (hadPreposition || at > 0 && Is(at - 1, "the", "of", "fruitless", "failed"))
            ? Create(at, (_, _) => $"{year:D4}", null) with
            {
                Year = year,
            }
            : null;

    // "Two years ago", "three days earlier" is left: it counts from something else.
    private DateMention? ReadAgo(int at)
    {
        if (
            at + 2 >= tokens.Count
            || !Is(at + 2, "ago")
            || Calendar.FindNumber(tokens[at].Word) is not { } count
            || count > 2000
        )
            return null;
        return tokens[at + 1].Word.TrimEnd('s') switch
        {
            "day" => Create(at + 2, (published, _) => Calendar.FormatDay(published.PlusDays(-count)), Direction.Past),
            "week" => Create(
                at + 2,
                (published, _) =>
                {
                    var monday = Calendar.FindMonday(published).PlusWeeks(-count);
                    return Calendar.FormatInterval(monday, monday.PlusDays(6));
                },
                Direction.Past
            ),
            "month" => Create(
                at + 2,
                (published, _) =>
                {
                    var month = published.PlusMonths(-count);
                    return Calendar.FormatMonth(month.Year, month.Month);
                },
                Direction.Past
            ),
            "year" => Create(at + 2, (published, _) => $"{published.Year - count:D4}", Direction.Past),
            _ => null,
        };
    }

    private DateMention? ReadIso(int at) =>
        at < tokens.Count
        && tokens[at].Kind == TokenKind.Number
        && NodaTime.Text.LocalDatePattern.Iso.Parse(tokens[at].Word) is { Success: true } day
            ? Create(at, (_, _) => Calendar.FormatDay(day.Value), null) with
            {
                Year = day.Value.Year,
            }
            : null;

    private int? ReadDayNumber(int at)
    {
        if (at >= tokens.Count || tokens[at].Kind != TokenKind.Number)
            return null;
        var digits = tokens[at].Word.TrimEnd('s', 't', 'n', 'd', 'r', 'h');
        return
            int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31
            ? day
            : null;
    }

    private int? FindYear(int at) =>
        at < tokens.Count
        && tokens[at].Kind == TokenKind.Number
        && tokens[at].Word.Length == 4
        && int.TryParse(tokens[at].Word, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 1900 and <= 2199
            ? year
            : null;

    private DateMention Create(int last, Func<LocalDate, Direction, string?> resolve, Direction? points) =>
        new(last, last, "") { Resolve = resolve, Points = points };

    private bool IsDay(int place) =>
        place < tokens.Count && tokens[place].IsCapital && Calendar.FindWeekday(tokens[place].Word) is not null;

    private bool IsMonth(int place) =>
        place < tokens.Count && tokens[place].IsCapital && Calendar.FindMonth(tokens[place].Word) is not null;

    private bool Is(int place, params ReadOnlySpan<string> words) =>
        place >= 0 && place < tokens.Count && words.Contains(tokens[place].Word);
}
