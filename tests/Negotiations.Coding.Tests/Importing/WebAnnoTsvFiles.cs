namespace Negotiations.Coding.Tests;

public class WebAnnoTsvFiles
{
    [Fact]
    public void Annotations_over_several_words_with_their_slots_become_proposals()
    {
        var draft = Imports.Read("quay.tsv", Quay.Tsv, Imports.ActMapping);

        Assert.Equal(["TalksOffered", "TalksRejected"], draft.Events.Select(one => one.Find("type")));
        Assert.Equal([Quay.Offer, Quay.Refusal], draft.Events.Select(one => one.Find("evidence")));
        Assert.Equal("Norland", draft.Events[0].Find("actor"));
        Assert.Equal("André Sund", draft.Events[0]["chain"]![0]!["name"]!.ToString());
        Assert.Equal([("webanno.custom.Who", 2)], draft.LeftOut.Select(left => (left.Label, left.Count)));
    }

    [Fact]
    public void Stacked_annotations_are_told_apart_and_signs_in_values_are_no_signs()
    {
        var at = Quay.Utf16("Norland");
        var content =
            "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Act|kind\n\n\n#Text=Norland\n"
            + $"1-1\t{at.Start}-{at.End}\tNorland\toffer[1]|of\\|fer\\[2\\]\\_[2]\t\n";

        var draft = Imports.Read(
            "quay.tsv",
            content,
            "events: [{label: Act, where: {kind: 'of|fer[2]_'}, type: TalksOffered}, "
                + "{label: Act, where: {kind: offer}, type: TalksProposed}]"
        );

        Assert.Equal(["TalksProposed", "TalksOffered"], draft.Events.Select(one => one.Find("type")));
    }

    [Fact]
    public void A_relation_leads_from_the_row_that_it_names()
    {
        var (from, to) = (Quay.Utf16("Norland"), Quay.Utf16("offered"));
        var content =
            "#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Act|kind\n"
            + "#T_RL=webanno.custom.Rel|label|BT_webanno.custom.Act\n\n\n"
            + "#Text=Norland offered\n"
            + $"1-1\t{from.Start}-{from.End}\tNorland\twho\t_\t_\t\n"
            + $"1-2\t{to.Start}-{to.End}\toffered\tact\tagent\t1-1\t\n";

        var draft = Imports.Read(
            "quay.tsv",
            content,
            "events: [{label: Act, where: {kind: act}, type: TalksOffered, actor: {from: ^Rel/agent}}]"
        );

        Assert.Equal("Norland", Assert.Single(draft.Events).Find("actor"));
    }

    [Theory]
    [InlineData("1-1\t0-5\tFerr\t_\t\n", "'Ferr' is to stand at 0-5, where the text has 'Ferry'")]
    [InlineData("1-1\t0-5\tFerry\t_\t_\t\n", "has 2 cells behind the word, and the head declares 1")]
    [InlineData("1-1\t5-0\tFerry\t_\t\n", "is no row")]
    [InlineData("1-1\t0-99999999999\tFerry\t_\t\n", "is no row")]
    [InlineData("1-1\t0-999999999\tFerry\t_\t\n", "outside the text")]
    public void A_wrong_row_is_named(string row, string message)
    {
        var error = Imports.Refuse(
            "quay.tsv",
            "#FORMAT=WebAnno TSV 3.3\n#T_SP=a.Act|kind\n\n\n#Text=Ferry\n" + row,
            Imports.ActMapping
        )[0];

        Assert.Equal(6, error.Line);
        Assert.Contains(message, error.Message);
    }
}
