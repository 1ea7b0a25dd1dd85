namespace Negotiations.Tests;

/// <remarks>
/// The values were computed by another implementation of name-based UUIDs (Python's <c>uuid.uuid5</c>).
/// </remarks>
public class EventIds
{
    [Theory]
    [InlineData("article/lake/herald-1", "v1", "declines", "f8b15d3e-7298-5381-80ba-29793a745863")]
    [InlineData("article/lake/ÿ-日本", "v1", "r1", "cc4de49e-6abb-5c0d-9b79-0229f90be190")]
    public void A_report_has_the_same_identifier_everywhere(string stream, string version, string report, string id) =>
        Assert.Equal(Guid.Parse(id), EventId.ForReport(stream, version, report));

    [Fact]
    public void So_has_a_version() =>
        Assert.Equal(
            Guid.Parse("a1c29052-1fd6-55e2-95d2-e02424e16b43"),
            EventId.ForVersion("article/lake/herald-1", "v1")
        );

    [Theory]
    [InlineData(1, "c22b4d33-55e7-5c63-8c3f-3af0b156bc66")]
    [InlineData(12, "465bee79-0b7b-590b-8845-1f9dd91b0bdb")]
    public void So_has_a_definition(long ordinal, string id) =>
        Assert.Equal(Guid.Parse(id), EventId.ForDefinition("negotiation/lake", ordinal));

    [Fact]
    public void Different_things_never_share_an_identifier()
    {
        Guid[] ids =
        [
            EventId.ForReport("s", "v", "r"),
            EventId.ForReport("s", "v", "R"),
            EventId.ForReport("s", "vr", ""),
            EventId.ForReport("sv", "", "r"),
            EventId.ForVersion("s", "v"),
            EventId.ForReport("s", "v", "version"),
            EventId.ForDefinition("s", 1),
            EventId.ForDefinition("s", 11),
        ];

        Assert.Equal(ids.Length, ids.Distinct().Count());
    }

    [Fact]
    public void They_are_of_version_five_and_of_the_variant_of_the_standard()
    {
        var id = EventId.ForVersion("article/lake/herald-1", "v1");

        Assert.Equal(5, id.Version);
        Assert.InRange(id.Variant, 8, 11);
    }
}
