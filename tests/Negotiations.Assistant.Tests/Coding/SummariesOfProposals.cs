using System.Text.Json.Nodes;
using Negotiations.Assistant.Rules;

namespace Negotiations.Assistant.Tests;

public class SummariesOfProposals
{
    [Theory]
    [InlineData(
        "Ms Brill said she would attend the talks only if Ms Vell came.",
        "Ada Brill will attend only under a condition."
    )]
    [InlineData("Norland offered Suderland talks in Port Halden.", "Norland offers talks to Suderland.")]
    [InlineData("Norland and Suderland rejected a ceasefire.", "Norland and Suderland reject a ceasefire.")]
    public void A_summary_is_a_plain_sentence(string text, string summary) =>
        Assert.Equal(summary, Examples.Propose(text).Proposals[0].Summary);

    [Fact]
    public void What_is_denied_is_not_told_as_a_fact() =>
        Assert.Equal(
            "It is denied that Ada Brill is reported to attend.",
            Write("AttendanceReported", [], new() { ["person"] = "Ada Brill" }, Modality.Denied)
        );

    [Fact]
    public void Days_are_written_in_words_and_long_lists_cut()
    {
        Assert.Equal(
            "Norland plans a meeting in Merin for 2 May 2031.",
            Write("MeetingScheduled", ["Norland"], new() { ["venue"] = "Merin", ["date"] = "2031-05-02" })
        );
        Assert.Equal(
            "Norland names A, B, C and others as members of a delegation.",
            Write("DelegationNamed", ["Norland"], new() { ["members"] = new JsonArray("A", "B", "C", "D") })
        );
    }

    [Fact]
    public void A_summary_has_at_most_two_hundred_characters_where_names_are_short()
    {
        var place = new string('x', 300);

        Assert.Equal("Norland holds talks.", Write("TalksHeld", ["Norland"], new() { ["venue"] = place }));
    }

    [Fact]
    public void Every_type_has_words_of_its_own()
    {
        foreach (var type in ReportTypes.All.Select(type => type.Name))
        {
            foreach (var actors in new string[][] { [], ["Norland"], ["Norland", "Suderland"] })
            {
                var summary = Write(type, actors, []);
                Assert.DoesNotContain("do something", summary);
                Assert.Matches("^[A-Z][^;:]*[a-z][.]$", summary);
            }
        }
    }

    private static string Write(
        string type,
        IReadOnlyList<string> actors,
        JsonObject details,
        Modality modality = Modality.Asserted
    ) => SummaryWriter.Write(type, actors, null, details, modality);
}
