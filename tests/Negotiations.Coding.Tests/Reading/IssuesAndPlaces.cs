namespace Negotiations.Coding.Tests;

/// <summary>Issues, places, codes of parties and rounds of the background in the file of a negotiation.</summary>
public class IssuesAndPlaces
{
    private const string More = """
        issues:
          - {name: Fishing rights, id: fishing, spellings: [the nets]}
          - {name: Prisoners}
        places:
          - {name: Lakeland}
          - {name: Halden, in: Lakeland, spellings: [Port Halden]}
          - {name: Pier house, in: Port Halden}

        """;

    private static readonly string Whole =
        LakeTalks
            .Negotiation.With("{ name: Merin }", "{ name: Merin, codes: {iso: MR, cameo: MRN} }")
            .With("when: \"2029\" }", "when: \"2029\", background: true }") + More;

    [Fact]
    public async Task Are_read_and_written_again()
    {
        using var lake = new Lake();
        lake.Folder.Write("lake.yaml", Whole);
        await lake.ReplayAsync();
        var log = await lake.Store.ReadLogAsync(LakeTalks.Id, recordedBy: null);
        var definition = log.Definition!;

        Assert.Equal(
            [("fishing", "Fishing rights"), ("prisoners", "Prisoners")],
            definition.Issues.Select(issue => (issue.Id, issue.Name))
        );
        Assert.Equal([null, "Lakeland", "Port Halden"], definition.Places.Select(place => place.In));
        Assert.Equal([true, false], definition.Rounds.Select(round => round.Background));
        Assert.Equal(new PartyCodes("MR", "MRN"), definition.Entities.Single(entity => entity.Id == "merin").Codes);
        Written.SameEvents(lake.Store, await Written.ReplayedAsync(WrittenFile.WriteAll(log)));
    }

    [Theory]
    [InlineData(
        "{name: Prisoners}",
        "{name: Prisoners, spellings: [The Nets]}",
        "'The Nets' means both Fishing rights and"
    )]
    [InlineData(
        "{name: Prisoners}",
        "{name: Prisoners, id: fishing}",
        "'fishing' means both Fishing rights and Prisoners"
    )]
    [InlineData("{name: Lakeland}", "{name: Lakeland, spellings: [halden]}", "'Halden' means both Lakeland and Halden")]
    [InlineData("in: Port Halden", "in: Port Halde", "'Port Halde' is no place of this file; did you mean")]
    [InlineData("{name: Lakeland}", "{name: Lakeland, in: Pier house}", "lies in itself")]
    [InlineData("iso: MR", "iso: Merin", "'Merin' is no code of a country")]
    [InlineData("cameo: MRN", "cameo: mr", "'mr' is no code of an actor by CAMEO")]
    [InlineData("background: true", "background: yes", "neither true nor false")]
    public async Task What_is_wrong_is_told(string find, string replacement, string message)
    {
        using var folder = new TemporaryFolder();

        var errors = await Coded.ErrorsOfFilesAsync(folder.Write("lake.yaml", Whole.With(find, replacement)));

        Assert.Contains(message, errors[0].Message);
    }

    [Theory]
    // By the file, over several steps and by any spelling
    [InlineData("Pier house", "Halden", true)]
    [InlineData("pier house", "Port Halden", true)]
    [InlineData("the Pier House", "Lakeland", true)]
    [InlineData("Halden", "Pier house", false)]
    [InlineData("Lakeland", "Halden", false)]
    // By the words
    [InlineData("Old mill, Halden", "Halden", true)]
    [InlineData("Old mill, Halden", "Lakeland", true)]
    [InlineData("Old mill", "Mill", true)]
    [InlineData("Old mill", "Halden", false)]
    [InlineData("Halden", "Halden", true)]
    [InlineData("", "Halden", false)]
    public async Task A_place_lies_in_another_by_the_file_or_by_its_words(string place, string other, bool expected)
    {
        using var folder = new TemporaryFolder();
        var batch = await Coded.ReadFilesAsync(folder.Write("lake.yaml", Whole));
        var places = new PlaceIndex(batch.Definitions[0].Definition);

        Assert.Equal(expected, places.LiesIn(place, other));
        Assert.Equal(expected || places.LiesIn(other, place), places.AreCompatible(other, place));
    }
}
