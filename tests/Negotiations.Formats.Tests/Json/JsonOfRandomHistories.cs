using System.Text;
using System.Text.Json;

namespace Negotiations.Formats.Tests;

public class JsonOfRandomHistories
{
    private static readonly string[] Elements = ["entity", "activity", "agent"];

    [Fact]
    public void Every_visible_report_is_one_annotation_and_no_other_is()
    {
        foreach (var (number, exported) in RandomExport.Some())
        {
            using var collection = Parse(output => AnnotationsJson.Write(output, exported));
            var annotations = collection
                .RootElement.GetProperty("first")
                .GetProperty("items")
                .EnumerateArray()
                .Select(item => item.GetProperty("id").GetString());
            Assert.True(
                annotations.SequenceEqual(exported.Answer.Reports.Select(report => $"urn:uuid:{report.EventId}")),
                $"case {number}"
            );
        }
    }

    [Fact]
    public void Every_name_in_a_relation_of_provenance_is_declared_once()
    {
        foreach (var (number, exported) in RandomExport.Some())
        {
            using var document = Parse(output => ProvJson.Write(output, exported));
            var declared = Elements
                .SelectMany(section => document.RootElement.GetProperty(section).EnumerateObject())
                .Select(record => record.Name)
                .ToList();
            var named = document
                .RootElement.EnumerateObject()
                .Where(section => section.Name != "prefix" && !Elements.Contains(section.Name))
                .SelectMany(section => section.Value.EnumerateObject())
                .SelectMany(relation => relation.Value.EnumerateObject())
                .Where(attribute => attribute.Name is not ("prov:time" or "prov:type"))
                .Select(attribute => attribute.Value.GetString()!)
                .ToHashSet();
            Assert.True(declared.Count == declared.Distinct().Count(), $"case {number}: declared twice");
            Assert.True(named.IsSubsetOf(declared), $"case {number}: {string.Join(", ", named.Except(declared))}");
        }
    }

    [Fact]
    public void Every_fact_was_derived_from_its_reasons()
    {
        foreach (var (number, exported) in RandomExport.Some())
        {
            using var document = Parse(output => ProvJson.Write(output, exported));
            var derived = document
                .RootElement.GetProperty("wasDerivedFrom")
                .EnumerateObject()
                .Where(relation => !relation.Value.TryGetProperty("prov:type", out _))
                .Select(relation => relation.Value.GetProperty("prov:usedEntity").GetString())
                .ToList();
            Assert.True(
                derived.SequenceEqual(
                    exported.Answer.Facts.SelectMany(fact => fact.Because).Select(id => $"event:{id}")
                ),
                $"case {number}"
            );
        }
    }

    [Fact]
    public void The_log_is_there_whole_line_by_line_in_the_order_of_positions()
    {
        foreach (var (number, exported) in RandomExport.Some())
        {
            var lines = Encoding
                .UTF8.GetString(RandomExport.Written(output => CloudEventLines.Write(output, exported)))
                .TrimEnd('\n')
                .Split('\n');
            Assert.True(lines.Length == exported.Log.Events.Count + 1, $"case {number}");
            foreach (var (line, recorded) in lines.Skip(1).Zip(exported.Log.Events))
            {
                using var json = JsonDocument.Parse(line);
                Assert.Equal(recorded.Id, json.RootElement.GetProperty("id").GetGuid());
                Assert.Equal($"{recorded.Position}", json.RootElement.GetProperty("position").GetString());
                Assert.Equal(EventJson.Write(recorded.Event), json.RootElement.GetProperty("data").GetRawText());
            }
        }
    }

    [Fact]
    public void The_same_question_gives_the_same_bytes()
    {
        foreach (
            var write in new Action<Stream, ExportSource>[]
            {
                (output, exported) => AnnotationsJson.Write(output, exported),
                (output, exported) => ProvJson.Write(output, exported),
                (output, exported) => CloudEventLines.Write(output, exported),
                (output, exported) => EventsCsv.Write(output, exported),
                (output, exported) => ReportsCsv.Write(output, exported),
                (output, exported) => FactsCsv.Write(output, exported),
            }
        )
        {
            Assert.Equal(
                RandomExport.Written(output => write(output, RandomExport.At(7))),
                RandomExport.Written(output => write(output, RandomExport.At(7)))
            );
        }
    }

    [Fact]
    public void Every_export_says_what_it_is()
    {
        var exported = RandomExport.At(3);
        var texts = new Action<Stream>[]
        {
            output => AnnotationsJson.Write(output, exported),
            output => ProvJson.Write(output, exported),
            output => CloudEventLines.Write(output, exported),
            output => CsvMetadata.Write(output, "facts.csv", FactsCsv.Columns(exported), exported.Header),
        }.Select(write => Encoding.UTF8.GetString(RandomExport.Written(write)));

        Assert.All(texts, text =>
            Assert.All(
                [
                    "negotiations 1.2.3",
                    new string('a', 64),
                    "the texts of the articles are not included",
                    exported.Header.RecordedAt!,
                ],
                said => Assert.Contains(said, text)
            )
        );
    }

    private static JsonDocument Parse(Action<Stream> write) => JsonDocument.Parse(RandomExport.Written(write));
}
