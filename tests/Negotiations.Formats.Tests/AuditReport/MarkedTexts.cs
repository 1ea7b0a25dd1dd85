using System.Security.Cryptography;
using System.Text;

namespace Negotiations.Formats.Tests;

public class MarkedTexts
{
    private static readonly NormalisedText Text = new("The 🚢 left the harbour. Nobody saw it.");

    [Fact]
    public void The_stretches_are_the_text_when_they_are_joined()
    {
        var stretches = Mark((4, 10), (6, 20), (20, 23));

        Assert.Equal(Text.Value, string.Concat(stretches.Select(stretch => stretch.Text)));
        Assert.All(stretches.Zip(stretches.Skip(1)), pair =>
            Assert.Equal(pair.First.Start + pair.First.Text.EnumerateRunes().Count(), pair.Second.Start)
        );
    }

    [Fact]
    public void A_stretch_in_two_spans_bears_both_marks()
    {
        var stretches = Mark((4, 10), (6, 20));

        Assert.Equal(
            ["4-10", "4-10,6-20", "6-20"],
            stretches.Select(stretch => string.Join(',', stretch.Marks)).Where(marks => marks.Length > 0)
        );
    }

    [Fact]
    public void Spans_are_counted_in_code_points()
    {
        Assert.Equal("🚢", Assert.Single(Mark((4, 5)), stretch => stretch.Marks.Count > 0).Text);
    }

    [Fact]
    public void A_span_that_does_not_match_marks_nothing()
    {
        var stretches = MarkedText<string>.Split(
            Text,
            [
                (new TextSpan(4, 10, new string('0', 64)), "other words"),
                (new TextSpan(30, 400, new string('0', 64)), "too long"),
            ]
        );

        Assert.Equal([Text.Value], stretches.Select(stretch => stretch.Text));
        Assert.Empty(stretches[0].Marks);
    }

    [Fact]
    public void Random_spans_mark_exactly_the_code_points_that_lie_in_them()
    {
        var random = new Random(20310402);
        for (var trial = 0; trial < 500; trial++)
        {
            (int Start, int End)[] spans =
            [
                .. Enumerable
                    .Range(0, random.Next(6))
                    .Select(_ => random.Next(Text.Length))
                    .Select(start => (start, start + 1 + random.Next(Text.Length - start))),
            ];
            foreach (var stretch in Mark(spans))
            {
                var end = stretch.Start + stretch.Text.EnumerateRunes().Count();
                var around = spans
                    .Where(span => span.Start <= stretch.Start && end <= span.End)
                    .Select(span => $"{span.Start}-{span.End}");
                Assert.Equal(around.Order(StringComparer.Ordinal), stretch.Marks.Order(StringComparer.Ordinal));
                Assert.DoesNotContain(spans, span =>
                    span.Start > stretch.Start && span.Start < end || span.End > stretch.Start && span.End < end
                );
            }
        }
    }

    private static IReadOnlyList<MarkedText<string>> Mark(params (int Start, int End)[] spans) =>
        MarkedText<string>.Split(
            Text,
            spans.Select(span =>
                (
                    new TextSpan(
                        span.Start,
                        span.End,
                        Convert.ToHexStringLower(
                            SHA256.HashData(Encoding.UTF8.GetBytes(Text.Slice(span.Start, span.End)))
                        )
                    ),
                    $"{span.Start}-{span.End}"
                )
            )
        );
}
