using NodaTime;
using NodaTime.Text;

namespace Negotiations.Tests;

/// <summary>An invented negotiation: the Lake Talks between Varland and Ostrelia, with Merin as mediator.</summary>
public static class Sample
{
    public const string Talks = "lake";

    public const string Round = "2031-04";

    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Helsinki"];

    public static Name Name(string written) => new(written, Slug.From(written));

    /// <summary>An article by outlet and time of publication; a date alone is the end of that day.</summary>
    public static SampleArticle Article(string outlet, string published, string? id = null) =>
        new(outlet, published, id ?? outlet);

    public static History History(params SampleArticle[] articles) => new(articles);

    /// <summary>The end of a day, or a time, in the zone of the talks.</summary>
    public static Instant Time(string text) =>
        text.Length == 10
            ? Bound.EndOfDay(LocalDatePattern.Iso.Parse(text).Value, Zone)
            : LocalDateTimePattern
                .CreateWithInvariantCulture("uuuu-MM-dd'T'HH:mm")
                .Parse(text)
                .Value.InZoneStrictly(Zone)
                .ToInstant();

    /// <summary>A span somewhere in a text that nobody holds.</summary>
    public static TextSpan Span(int start) => new(start, start + 10, new string('0', 64));
}
