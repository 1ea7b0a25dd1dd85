using AngleSharp.Dom;

namespace Negotiations.Formats;

/// <summary>Marks on a page: a word that stands out also without colour, and a sentence.</summary>
public static class IntegrityFlagElements
{
    /// <summary>The word alone.</summary>
    public static IElement Word(IntegrityFlag mark, HtmlPage page) =>
        page.Element("strong", ("class", ChooseClass(mark)), mark.Word);

    /// <summary>The word, and what it is.</summary>
    public static IElement Line(IntegrityFlag mark, HtmlPage page) => Line(mark, page, mark.Sentence);

    /// <summary>The word, and what is to be said with it.</summary>
    public static IElement Line(IntegrityFlag mark, HtmlPage page, params object[] said) =>
        page.Element("p", ("class", mark.IsFinding ? "fault" : "erased"), Word(mark, page), ": ", said, ".");

    /// <summary>Each with its word, one line for each.</summary>
    public static IEnumerable<IElement> Lines(IEnumerable<IntegrityFlag> marks, HtmlPage page) =>
        marks.Select(mark => Line(mark, page));

    private static string ChooseClass(IntegrityFlag mark) => mark.IsFinding ? "word fault" : "word erased";
}
