using System.Text.Json.Nodes;
using NodaTime;

namespace Negotiations.Assistant;

/// <summary>The fields at the top of a draft: what the page says of itself, and what the user says instead.</summary>
public sealed record ArticleHead
{
    /// <summary>The negotiation.</summary>
    public required NegotiationDefined Definition { get; init; }

    /// <summary>The text.</summary>
    public required ArticleText Text { get; init; }

    /// <summary>The outlet, by a name of the negotiation's file where it has it.</summary>
    public required string Outlet { get; init; }

    /// <summary>When it came out.</summary>
    public required Instant Published { get; init; }

    /// <summary>Identifier of the article; null: the outlet and the day.</summary>
    public string? Id { get; init; }

    /// <summary>Its headline; null: what the page says.</summary>
    public string? Title { get; init; }

    /// <summary>Its address; null: what the page says.</summary>
    public string? Url { get; init; }

    /// <summary>Its language, as a tag such as <c>en</c>; null: what the page says.</summary>
    public string? Language { get; init; }

    /// <summary>The round of every report that does not say another; null: each says its own.</summary>
    public string? Round { get; init; }

    /// <summary>Which days' news it tells, in EDTF; null where nobody says.</summary>
    public string? Covers { get; init; }

    /// <summary>Why the time is assumed, and within which bounds it lies; null where the source states it.</summary>
    public AssumedTime? Assumed { get; init; }

    /// <summary>What is wanted of the user that neither the page nor he says.</summary>
    /// <param name="definition">The negotiation.</param>
    /// <param name="text">The text.</param>
    /// <param name="outlet">The outlet that the user gives.</param>
    /// <param name="published">The time of publication that the user gives.</param>
    /// <param name="id">The identifier that the user gives.</param>
    /// <exception cref="WrongInputException">The outlet or the time is missing, or cannot be read.</exception>
    public static ArticleHead Read(
        NegotiationDefined definition,
        ArticleText text,
        string? outlet,
        string? published,
        string? id
    )
    {
        var zone = DateTimeZoneProviders.Tzdb[definition.Zone];
        if (text.Text!.Value.All(char.IsWhiteSpace))
            throw new WrongInputException($"{text.File} has no text");
        if (id is not null && !Slug.IsValid(id))
            throw new WrongInputException($"--id: '{id}' is not an identifier; write it like '{Slug.From(id)}'");
        var (name, time) = (outlet ?? text.Metadata?.Outlet, published ?? text.Metadata?.Published);
        if (name is null || time is null)
            throw new WrongInputException(
                $"{text.File} is no page that says "
                    + (
                        name is null && time is null
                            ? "its outlet and when it came out: give --outlet NAME and --published TIME"
                        : name is null ? "which outlet it is of: give --outlet NAME"
                        : "when it came out: give --published TIME"
                    )
                    + (time is null ? ", such as 2031-04-02T18:30; without it no 'on Wednesday' can be resolved" : "")
            );
        try
        {
            return new()
            {
                Definition = definition,
                Text = text,
                Outlet = new NameIndex(definition).Find(name)?.Name ?? name,
                Published = TimeReader.Read(time, zone, YearInference.OnRounds(definition)),
                Id = id,
            };
        }
        catch (FormatException exception)
        {
            throw new WrongInputException(
                $"{(published is null ? $"{text.File}: the time of publication" : "--published")}: {exception.Message}"
            );
        }
    }

    /// <summary>The fields, as a coded file has them.</summary>
    public JsonObject Write()
    {
        var zone = DateTimeZoneProviders.Tzdb[Definition.Zone];
        var day = Published.InZone(zone).Date;
        var head = new JsonObject
        {
            ["format"] = 2,
            ["article"] = Id ?? $"{Slug.From(Outlet)}-{day:uuuu-MM-dd}",
            ["negotiation"] = Definition.Negotiation,
            ["outlet"] = Outlet,
        };
        Add("title", Title ?? Text.Metadata?.Headline);
        Add("language", Language ?? Text.Metadata?.Language);
        Add("url", Url ?? Text.Metadata?.Url);
        var identity = Text.Text!.Identity(Text.File);
        head["text"] = new JsonObject
        {
            ["file"] = Text.File,
            ["sha256"] = identity.Sha256,
            ["length"] = identity.Length,
        };
        if (Text.PageRules is { } rules)
            head["text"]!["pageRules"] = rules;
        // What is known only to the day stays so.
        var time = Bound.EndOfDay(day, zone) == Published ? $"{day:uuuu-MM-dd}" : Bound.Format(Published, zone);
        head["published"] = Assumed is null ? JsonValue.Create(time) : Assumed.Write(time);
        Add("covers", Covers);
        Add("round", Round);
        return head;

        void Add(string name, string? value)
        {
            if (value is not null)
                head[name] = value;
        }
    }
}

/// <summary>A time of publication that the source does not state.</summary>
/// <param name="Reason">Why it is assumed.</param>
/// <param name="Earliest">The earliest time that is possible, as it is written; null: any.</param>
/// <param name="Latest">The latest.</param>
public sealed record AssumedTime(string Reason, string? Earliest, string? Latest)
{
    internal JsonObject Write(string time)
    {
        var fields = new JsonObject
        {
            ["time"] = time,
            ["basis"] = "assumed",
            ["reason"] = Reason,
        };
        if (Earliest is not null)
            fields["earliest"] = Earliest;
        if (Latest is not null)
            fields["latest"] = Latest;
        return fields;
    }
}
