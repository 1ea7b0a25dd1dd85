using Negotiations.Assistant.Texts;

namespace Negotiations.Assistant.Dates;

/// <summary>Dates with a month.</summary>
internal sealed partial class DateFinder
{
    // "12 May 2031", "22 and 23 April", "May 12, 2031", "May 2031", "last March", "March".
    private DateMention? ReadMonth(int at)
    {
        if (at >= tokens.Count)
            return null;
        if (Is(at, "early", "late", "mid", "mid-"))
            return IsMonth(at + 1) && ReadMonth(at + 1) is { Day: null } rough ? rough : null;
        var pointer = Is(at, "last", "next", "this") ? tokens[at].Word : null;
        var month = pointer is null ? at : at + 1;
        if (IsMonth(month))
            return ReadAfterMonth(month, pointer);
        if (ReadDayNumber(at) is not { } day)
            return null;
        var (second, place) = (default(int?), at + 1);
        if (Is(place, "and", "or", "to", "–", "-") && ReadDayNumber(place + 1) is { } other)
            (second, place) = (other, place + 2);
        if (Is(place, "of"))
            place++;
        return IsMonth(place) ? CreateDay(place, Calendar.FindMonth(tokens[place].Word)!.Value, day, second) : null;
    }

    private DateMention? ReadAfterMonth(int month, string? pointer)
    {
        var number = Calendar.FindMonth(tokens[month].Word)!.Value;
        if (pointer is null && ReadDayNumber(month + 1) is { } day && FindYear(month + 1) is null)
        {
            var joined =
                Is(month + 2, "and", "to", "–", "-")
                && ReadDayNumber(month + 3) is not null
                && FindYear(month + 3) is null;
            return CreateDay(joined ? month + 3 : month + 1, number, day, joined ? ReadDayNumber(month + 3) : null);
        }

        if (FindYear(month + 1) is { } year)
            return Create(month + 1, (_, _) => Calendar.FormatMonth(year, number), null) with { Year = year };
        // "May" and "March" are also other words.
        if (
            pointer is null
            && tokens[month].Word is "may" or "march"
            && !(
                month > 0
                && Is(month - 1, "in", "since", "of", "by", "until", "from", "during", "early", "late", "mid", "for")
            )
        )
            return null;
        return Create(
            month,
            (published, direction) =>
            {
                var known = Calendar.FindYear(
                    published,
                    number,
                    pointer == "last" ? Direction.Past
                        : pointer == "next" ? Direction.Future
                        : direction
                );
                if (pointer == "last" && number == published.Month)
                    known--;
                return Calendar.FormatMonth(known, number);
            },
            pointer is null ? null : Pointing(pointer)
        );
    }

    private DateMention? CreateDay(int last, int month, int day, int? second)
    {
        var comma = last + 1 < tokens.Count && tokens[last + 1].Kind == TokenKind.Comma ? 2 : 1;
        var year = FindYear(last + comma);
        if (Calendar.MakeDay(2024, month, day) is null)
            return null;
        return Create(
            year is null ? last : last + comma,
            (published, direction) =>
            {
                var known = year ?? Calendar.FindYear(published, month, direction);
                if (
                    year is null
                    && month == published.Month
                    && Calendar.MakeDay(known, month, day) is { } near
                    && (direction == Direction.Past ? near > published : near < published)
                )
                    known +=
                        direction == Direction.Past && near > published.PlusDays(15) ? -1
                        : direction == Direction.Future && near < published.PlusDays(-15) ? 1
                        : 0;
                return Calendar.MakeDay(known, month, day) is not { } found ? null
                    : second is { } to && Calendar.MakeDay(known, month, to) is { } end && end > found
                        ? Calendar.FormatSet(found, end)
                    : Calendar.FormatDay(found);
            },
            null
        ) with
        {
            Year = year,
            Day = day,
        };
    }
}
