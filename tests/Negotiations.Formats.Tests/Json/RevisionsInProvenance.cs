using System.Text.Json;
using Negotiations.Tests;

namespace Negotiations.Formats.Tests;

public class RevisionsInProvenance
{
    [Fact]
    public void A_report_revises_the_one_in_whose_place_it_stands_also_of_a_version_further_back()
    {
        var first = new TextArticle("Ada Brill comes.", version: "v1", published: "2031-04-02").Says(
            "comes",
            "comes",
            "Ada Brill"
        );
        var second = new TextArticle("Ada Brill comes. It rains.", version: "v2", published: "2031-04-03")
        {
            Compared = new("v1", [new("comes", [new(10, 15, first.FindSpan("comes").Sha256)])], [], []),
        }.Says("rains", "rains", "Ada Brill");
        var third = new TextArticle("Ada Brill stays away. It rains.", version: "v3", published: "2031-04-04")
        {
            Compared = new("v2", [], [new("stays", "comes"), new("rains", "rains")], []),
        }
            .Says("stays", "stays", "Ada Brill")
            .Says("rains", "rains", "Ada Brill");
        var log = first.Record().Publish(second.Version, second.Reports).Publish(third.Version, third.Reports).Log;
        var exported = ExportSource.Create(new(Sample.Talks), log, null, "negotiations");

        using var document = JsonDocument.Parse(RandomExport.Written(output => ProvJson.Write(output, exported)));
        var revisions = document
            .RootElement.GetProperty("wasDerivedFrom")
            .EnumerateObject()
            .Select(relation => relation.Value)
            .Where(relation =>
                relation.TryGetProperty("prov:type", out var type)
                && type.GetProperty("$").GetString() == "prov:Revision"
            )
            .Select(relation => (IdAt(relation, "prov:generatedEntity"), IdAt(relation, "prov:usedEntity")))
            .ToHashSet();

        Assert.Equal(
            new[]
            {
                (Version("v2"), Version("v1")),
                (Version("v3"), Version("v2")),
                (Report("v3", "stays"), Report("v1", "comes")),
                (Report("v3", "rains"), Report("v2", "rains")),
            }.ToHashSet(),
            revisions
        );

        Guid Version(string version) => EventId.ForVersion(first.Stream, version);
        Guid Report(string version, string report) => EventId.ForReport(first.Stream, version, report);
        static Guid IdAt(JsonElement relation, string end) => new(relation.GetProperty(end).GetString()![^36..]);
    }
}
