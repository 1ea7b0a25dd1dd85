namespace Negotiations.Coding.Tests;

public class NamesAsWritten
{
    [Fact]
    public async Task Names_are_resolved_and_kept_as_the_file_writes_them()
    {
        var article = await Coded.ReadAsync(LakeTalks.Article);
        var offer = article.Reports[0];

        Assert.Equal(new("The Herald", "herald"), article.Version.Outlet);
        Assert.Equal(new("President Brill", "ada-brill"), offer.Actor);
        Assert.Equal("the president", offer.Written);
        Assert.Equal(new("Ostrelia", "ostrelia"), offer.Target);
        Assert.Equal([new("Merin", "merin"), new("Fishing villages", "fishing-villages")], offer.Others!);
        Assert.Equal(
            [new("Brill", "ada-brill"), new("Keel", "tomas-keel")],
            ((MeetingHeld)article.Reports[4]).Participants!
        );
    }

    [Theory]
    [InlineData("PRESIDENT BRILL")]
    [InlineData("ada-brill")]
    [InlineData("' Ada Brill '")]
    public async Task A_name_is_found_by_any_form_whatever_its_case(string form)
    {
        var actor = (await Coded.ReadReportAsync("offer", "actor: President Brill", $"actor: {form}")).Actor;

        Assert.Equal(new(form.Trim('\'', ' '), "ada-brill"), actor);
    }

    [Fact]
    public async Task The_chain_of_a_report_ends_in_that_of_the_article()
    {
        var reports = (await Coded.ReadAsync(LakeTalks.Article)).Reports;

        Assert.Equal(["pell-arno", "lakewire", "herald"], reports[0].Chain.Select(link => link.Name!.Id));
        Assert.Equal(["lakewire", "herald"], reports[2].Chain.Select(link => link.Name!.Id));
        Assert.Equal(new(20, 30, LakeTalks.A), reports[0].Chain[0].Span);
    }

    [Fact]
    public async Task A_spokesman_is_stored_with_the_institution_that_speaks_through_him()
    {
        var chain = (await Coded.ReadAsync(LakeTalks.Article)).Reports[0].Chain;

        Assert.Equal(["chancellery", null, null], chain.Select(link => link.SpeaksFor));
    }

    [Fact]
    public async Task An_unnamed_source_is_known_by_its_description_and_side_or_by_nothing()
    {
        var reports = (await Coded.ReadAsync(LakeTalks.Article)).Reports;

        var officials = reports[1].Chain[0];
        Assert.Equal(
            (LinkKind.Unnamed, new("two officials", "two-officials"), new("Ostrelia", "ostrelia")),
            (officials.Kind, officials.Name, officials.Side)
        );
        var reportedly = reports[5].Chain[0];
        Assert.Equal(
            (LinkKind.Unnamed, null, null, null),
            (reportedly.Kind, reportedly.Name, reportedly.Side, reportedly.Span)
        );
        Assert.Equal("the text says reportedly", reportedly.Implied);
    }

    [Fact]
    public async Task A_description_that_is_also_a_name_stays_a_description()
    {
        var link = (await Coded.ReadReportAsync("keel-stays-away", "{name: two officials,", "{name: Pell Arno,")).Chain[
            0
        ];

        Assert.Equal((LinkKind.Unnamed, null), (link.Kind, link.SpeaksFor));
    }
}
