namespace Negotiations.Coding.Tests;

/// <summary>A report of the harbour strike, by the passage in which it stands.</summary>
/// <param name="Id">Identifier of the report.</param>
/// <param name="Text">The passage; of several spans, divided by a bar.</param>
/// <param name="Act">Key of the act; null for that of the identifier.</param>
public sealed record Passage(string Id, string Text, string? Act = null)
{
    /// <summary>Who spoke.</summary>
    public string Actor { get; init; } = "Ilka Morvane";

    /// <summary>Which of several places that read the same it is, counted from 0.</summary>
    public int Place { get; init; }

    /// <summary>Where it stands in a text.</summary>
    public IEnumerable<TextSpan> SpansIn(NormalisedText text) =>
        Text.Split('|')
            .Select(passage =>
            {
                passage = passage.Normalize();
                var at = -1;
                for (var i = 0; i <= Place; i++)
                    at = text.Value.IndexOf(passage, at + 1, StringComparison.Ordinal);
                Assert.True(at >= 0, $"the text does not contain: {passage}");
                var start = text.Value[..at].EnumerateRunes().Count();
                return text.Span(start, start + passage.EnumerateRunes().Count());
            });
}
