using System.Globalization;
using AngleSharp.Dom;

namespace Negotiations.Formats;

/// <summary>The events that were erased: that they were there, and who erased them and why.</summary>
public static class ErasedEvents
{
    /// <summary>Title of the list.</summary>
    public const string Title = "Erased";

    /// <summary>The list; null where nothing was erased, or looks so.</summary>
    public static IElement? Build(NegotiationLog log, IntegrityFlags marks, HtmlPage page)
    {
        var erased = log.Events.Where(recorded => recorded.Event.Erased).ToList();
        return erased.Count == 0
            ? null
            : page.Element(
                "section",
                page.Element("h2", ("id", "erased"), Title),
                page.Element(
                    "p",
                    "What they said is in no value any more, and what rested on them alone is gone. "
                        + "Their places in the hash chain stay."
                ),
                page.Element(
                    "ul",
                    erased.Select(recorded =>
                        page.Element(
                            "li",
                            ("class", "erased"),
                            ("dir", "auto"),
                            IntegrityFlagElements.Word(marks.ForErased(recorded.Id), page),
                            $": {DescribeKind(recorded.Event)} of ",
                            page.Element("code", recorded.Stream),
                            ", event ",
                            page.Element("code", recorded.Id.ToString()),
                            string.Create(CultureInfo.InvariantCulture, $", position {recorded.Position}: "),
                            recorded.Erasure?.ToString() ?? "no erasure of it is recorded"
                        )
                    )
                )
            );
    }

    private static string DescribeKind(DomainEvent @event) =>
        @event switch
        {
            Report => "a report",
            Correction => "a correction",
            ArticleVersionPublished => "a version",
            NegotiationDefined => "a file",
            _ => Camel.Apart(@event.GetType().Name),
        };
}
