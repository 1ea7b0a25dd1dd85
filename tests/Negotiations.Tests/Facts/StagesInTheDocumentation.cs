using System.Text.RegularExpressions;

namespace Negotiations.Tests;

/// <summary>The tables by which facts are decided stand in the documentation as they are.</summary>
public partial class StagesInTheDocumentation
{
    private static readonly string[] Page = File.ReadAllLines(Path.Combine(Repository.Root, "docs", "facts.md"));

    // Of places the page says the words, and what the sample's file would say.
    private static readonly ValueComparison Comparison = ValueComparison.For(
        History.Definition with
        {
            Places = [new("Port Halden"), new("Pier House") { In = "Port Halden" }],
        }
    );

    /// <summary>The rows of the table of details.</summary>
    public static TheoryData<string, string, string, string> Details
    {
        get
        {
            var details = new TheoryData<string, string, string, string>();
            foreach (var row in ReadRows("How details are compared").Select(row => DetailRow().Match(row)))
            {
                Assert.True(row.Success, $"a row of the table of details cannot be read: {row.Value}");
                details.Add(
                    row.Groups["detail"].Value,
                    row.Groups["one"].Value,
                    row.Groups["other"].Value,
                    row.Groups["together"].Value
                );
            }

            return details;
        }
    }

    [Fact]
    public void Every_course_stands_there_with_its_stages() =>
        Assert.Equal(
            StatusProgression.Courses.Select(course =>
                $"| {course.Name} | {string.Join(" → ", course.Stages.Select(stage => List(stage)))} |"
            ),
            ReadRows("Stages")
        );

    [Fact]
    public void The_statuses_that_can_both_be_true_stand_there() =>
        Assert.Equal(
            StatusProgression
                .Compatible.GroupBy(pair => pair.One, pair => pair.Other)
                .Select(pairs => $"| with `{pairs.Key}` | {List(pairs)} |"),
            ReadRows("Statuses that can both be true")
        );

    [Theory]
    [MemberData(nameof(Details))]
    public void Details_are_compared_as_it_says(string detail, string one, string other, string together)
    {
        var (first, second) = (Read(detail, one), Read(detail, other));

        Assert.Equal(together, Compare(first, second));
        Assert.Equal(together, Compare(second, first));
    }

    private static string Compare(FactValue first, FactValue second) =>
        Comparison.Contradict(first, second) ? "contradict"
        : Comparison.AreOne(first, second) && first.Status != second.Status ? "more precise"
        : "both can be true";

    // What has a status is not compared by its details; their texts tell apart what is.
    private static FactValue Read(string detail, string text)
    {
        object value = detail switch
        {
            "date" or "deadline" => Edtf.Parse(text),
            "count" or "killed" => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture),
            "names" or "heads" => text.Split(", ").Select(Sample.Name).ToList(),
            _ => text,
        };
        return detail is "reason" or "heads"
            ? FactValue.WithStatus("held", (detail, value))
            : FactValue.Comparing(text, (detail, value));
    }

    private static string List(IEnumerable<string> statuses) =>
        string.Join(", ", statuses.Select(status => $"`{status}`"));

    private static IReadOnlyList<string> ReadRows(string heading)
    {
        var rows = Page.SkipWhile(line => line != $"## {heading}")
            .Skip(1)
            .TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal))
            .Where(line => line.StartsWith('|'))
            .Skip(2)
            .ToList();
        Assert.NotEmpty(rows);
        return rows;
    }

    [GeneratedRegex(@"^\| [a-z ]+ `(?<detail>\w+)` \| (?<one>.+?) \| (?<other>.+?) \| (?<together>.+?) \|$")]
    private static partial Regex DetailRow();
}
