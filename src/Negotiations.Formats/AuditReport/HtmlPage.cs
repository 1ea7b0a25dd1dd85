using AngleSharp.Dom;
using AngleSharp.Html;
using AngleSharp.Html.Parser;

namespace Negotiations.Formats;

/// <summary>
/// A page of HTML in the making: whatever is put in is text or an element, so nothing stands in it unescaped. Control
/// characters, which no page may have, are made visible.
/// </summary>
public sealed class HtmlPage
{
    // No script, no picture, no font, no request: also where a browser would be asked for one.
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'";

    private readonly IDocument document = new HtmlParser().ParseDocument(
        "<!doctype html><html lang=en><head></head><body></body></html>"
    );

    /// <summary>Begins a page.</summary>
    /// <param name="title">Its title.</param>
    /// <param name="style">Its style sheet.</param>
    public HtmlPage(string title, string style)
    {
        document.Head!.Append(
            Element("meta", ("charset", "utf-8")),
            Element("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy)),
            Element("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")),
            Element("meta", ("name", "referrer"), ("content", "no-referrer")),
            Element("title", title),
            Element("style", style)
        );
    }

    /// <summary>Adds to the body.</summary>
    public void Add(params IEnumerable<IElement> elements) => document.Body!.Append([.. elements]);

    /// <summary>An element.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="content">Attributes as pairs of name and value, text, elements, or sequences of these; null is
    /// nothing.</param>
    public IElement Element(string name, params IEnumerable<object?> content)
    {
        var element = document.CreateElement(name);
        Fill(element, content);
        return element;
    }

    /// <summary>The page as text.</summary>
    public string Write()
    {
        var text = new StringWriter { NewLine = "\n" };
        document.ToHtml(text, HtmlMarkupFormatter.Instance);
        return text.ToString();
    }

    private void Fill(IElement element, IEnumerable<object?> content)
    {
        foreach (var part in content)
        {
            switch (part)
            {
                case null:
                    break;
                case (string attribute, string value):
                    element.SetAttribute(attribute, VisibleText.Show(value));
                    break;
                case string text:
                    element.AppendChild(document.CreateTextNode(VisibleText.Show(text)));
                    break;
                case INode node:
                    element.AppendChild(node);
                    break;
                case IEnumerable<object?> more:
                    Fill(element, more);
                    break;
                default:
                    throw new ArgumentException($"{part.GetType().Name} cannot stand in a page", nameof(content));
            }
        }
    }
}
