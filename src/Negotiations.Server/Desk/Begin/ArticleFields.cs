using Negotiations.Assistant;
using NodaTime;

namespace Negotiations.Server.Desk;

/// <summary>The fields that say what an article is: what a form has, and what the top of a coded file makes of
/// it.</summary>
/// <param name="talks">The negotiation.</param>
/// <param name="published">When the article came out; null where it is yet to be said.</param>
internal sealed class ArticleFields(NegotiationDefined talks, DateTimeOffset? published = null)
{
    /// <summary>The names of the outlets and agencies of the negotiation, in the page.</summary>
    public const string Outlets = "outlets";

    private static readonly string[] Bases = ["stated", "assumed"];

    private readonly DateTimeZone zone = DateTimeZoneProviders.Tzdb[talks.Zone];

    private readonly string day = ExampleDay.Find(talks, published);

    private static bool IsOutlet(NamedEntity entity) => entity.Kind is EntityKind.Outlet;

    /// <summary>The fields of the form.</summary>
    /// <param name="read">What stands in each.</param>
    /// <param name="errors">What is wrong with them.</param>
    public IReadOnlyList<DeskField> List(
        Func<string, string> read,
        IReadOnlyList<(string Field, string Message)> errors
    ) =>
        [
            .. new DeskField[]
            {
                new("text", "The text")
                {
                    Lines = 14,
                    Hint =
                        $"Paste headline and article. At most {Limits.Format(CodingDraft.MostText)} bytes, about "
                        + "8,000 words; longer ones are coded with 'negotiations code'.",
                },
                new("file", "Or a file")
                {
                    Hint = "A text in UTF-8 (.txt), or the saved web page (.html), which also says what it is.",
                },
                new("title", "Headline"),
                new("outlet", "Outlet") { Suggestions = Outlets, Hint = "By its name in the file of the negotiation." },
                new("published", "Published")
                {
                    Hint = $"Such as {day}T18:30, in the zone {talks.Zone}; or the day alone, if no more is known.",
                },
                new("basis", "The time is")
                {
                    Choices = [("stated", "stated by the source"), ("assumed", "assumed, for the reason below")],
                },
                new("reason", "Why it is assumed") { Hint = "Such as: the paper is out at six." },
                new("earliest", "Earliest that is possible"),
                new("latest", "Latest that is possible"),
                new("round", "Round of talks")
                {
                    Choices =
                    [
                        ("", "each report says its own"),
                        .. talks.Rounds.Select(round => (round.Id, round.Title ?? round.Id)),
                        (Round.General, "none, the talks in general"),
                    ],
                    Hint = "For every report that does not say another.",
                },
                new("covers", "Covers")
                {
                    Hint =
                        $"The days whose news it tells, such as {day}, or two days with / between them. "
                        + "They date what nothing else dates.",
                },
                new("url", "Address on the web"),
                new("article", "Identifier")
                {
                    Hint =
                        "Left empty: the outlet and the day, such as "
                        + $"{Slug.From(talks.Entities.FirstOrDefault(IsOutlet)?.Name ?? "courier")}-{day}. "
                        + "It stays for ever.",
                },
            }.Select(field =>
                field with
                {
                    Value =
                        read(field.Name) is { Length: > 0 } value ? value
                        : field.Name == "basis" ? Bases[0]
                        : "",
                    Errors = [.. errors.Where(error => error.Field == field.Name).Select(error => error.Message)],
                }
            ),
        ];

    /// <summary>The top of the file; null where something is wrong, which is noted.</summary>
    public ArticleHead? Read(DeskForm form, ArticleText? text, List<(string Field, string Message)> errors)
    {
        var outlet = form.Find("outlet") ?? text?.Metadata?.Outlet;
        if (outlet is null)
            errors.Add(("outlet", "say which outlet it is of"));
        var published = ReadTime(form.Find("published") ?? text?.Metadata?.Published, errors);
        var assumed = ReadAssumed(form, errors);
        var article = form.Find("article");
        if (article is not null && !Slug.IsValid(article))
            errors.Add(("article", $"'{article}' is not an identifier; write it like '{Slug.From(article)}'"));
        if (text is null || outlet is null || published is null || errors.Count > 0)
            return null;
        return new()
        {
            Definition = talks,
            Text = text,
            Outlet = new NameIndex(talks).Find(outlet)?.Name ?? outlet,
            Published = published.Value,
            Id = article,
            Title = form.Find("title"),
            Url = form.Find("url"),
            Round = form.Find("round"),
            Covers = form.Find("covers"),
            Assumed = assumed,
        };
    }

    /// <summary>The field of the form for a field of the coded file.</summary>
    public static string FindField(string field) =>
        field.Split('.', '[') switch
        {
            ["published", "time"] or ["published"] => "published",
            ["published", var part] => part,
            ["text", ..] => "text",
            [var name and ("outlet" or "title" or "url" or "round" or "covers"), ..] => name,
            _ => "article",
        };

    private Instant? ReadTime(string? published, List<(string Field, string Message)> errors)
    {
        if (published is null)
        {
            errors.Add(("published", "say when it came out; without that no 'on Wednesday' has a date"));
            return null;
        }

        try
        {
            return TimeReader.Read(published, zone, YearInference.OnRounds(talks));
        }
        catch (FormatException exception)
        {
            errors.Add(("published", exception.Message));
            return null;
        }
    }

    private static AssumedTime? ReadAssumed(DeskForm form, List<(string Field, string Message)> errors)
    {
        var isAssumed = form["basis"] == Bases[1];
        if (!isAssumed && (form.Find("earliest") ?? form.Find("latest")) is not null)
            errors.Add(("basis", "a time that the source states has no bounds: choose 'assumed', or empty them"));
        if (!isAssumed)
            return null;
        if (form.Find("reason") is not { } reason)
        {
            errors.Add(("reason", "say why this time is assumed"));
            return null;
        }

        return new(reason, form.Find("earliest"), form.Find("latest"));
    }
}
