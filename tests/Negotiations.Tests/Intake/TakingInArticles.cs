namespace Negotiations.Tests;

public class TakingInArticles
{
    private static readonly SampleArticle Article = Sample
        .Article("Herald", "2031-04-02")
        .Says<TalksOffered>("offer", offer =>
            offer with
            {
                Actor = Cast.AdaBrill,
                Form = "direct talks",
                Venues = ["Pier house"],
            }
        )
        .Says<AttendanceDeclined>("absence", absence =>
            absence with
            {
                Person = Cast.TomasKeel,
                Kind = AbsenceKind.Announced,
            }
        );

    private static CodedArticle Coded { get; } = new(Article.Version, Article.Reports);

    [Fact]
    public void An_article_that_is_not_there_is_appended_with_its_version_first()
    {
        var decision = ArticleIntake.Decide(new(0, []), Coded);

        Assert.Equal((Article.Stream, 0L), (decision.Stream, decision.ExpectedVersion));
        Assert.Equal([Article.Version, .. Article.Reports], decision.Append.Select(added => added.Event));
        Assert.Equal(
            [
                EventId.ForVersion(Article.Stream, "v1"),
                EventId.ForReport(Article.Stream, "v1", "offer"),
                EventId.ForReport(Article.Stream, "v1", "absence"),
            ],
            decision.Append.Select(added => added.Id)
        );
        Assert.Empty(decision.Differences);
    }

    [Fact]
    public void What_is_there_is_left_alone()
    {
        var decision = ArticleIntake.Decide(Stored(Coded), Coded);

        Assert.Equal(3, decision.ExpectedVersion);
        Assert.Empty(decision.Append);
        Assert.Empty(decision.Differences);
    }

    [Fact]
    public void A_report_that_is_new_is_appended_alone()
    {
        var decision = ArticleIntake.Decide(Stored(Coded with { Reports = [Coded.Reports[1]] }), Coded);

        Assert.Equal(2, decision.ExpectedVersion);
        Assert.Equal(Coded.Reports[0], Assert.Single(decision.Append).Event);
    }

    [Fact]
    public void Events_that_cannot_be_read_count_in_the_version()
    {
        var stream = Stored(Coded with { Reports = [Coded.Reports[1]] }) with { Version = 5 };

        var decision = ArticleIntake.Decide(stream, Coded);

        Assert.Equal((5, 1), (decision.ExpectedVersion, decision.Append.Count));
    }

    [Fact]
    public void A_report_that_is_gone_or_changed_is_refused_together_with_what_is_new()
    {
        var offer = (TalksOffered)Coded.Reports[0];
        var edited = Coded with
        {
            Reports = [offer with { Certainty = 1, Form = null }, offer with { Id = "another" }],
        };

        var decision = ArticleIntake.Decide(Stored(Coded), edited);

        Assert.Empty(decision.Append);
        Assert.Equal(
            [
                new("Herald#offer", "form", "\"direct talks\"", null),
                new("Herald#offer", "certainty", "4", "1"),
                new("Herald#absence", null, null, null),
            ],
            decision.Differences
        );
    }

    [Fact]
    public void A_report_of_another_type_differs_in_its_type_alone()
    {
        var other = Sample
            .Article("Herald", "2031-04-02")
            .Says<TalksUrged>("offer", urged => urged with { UrgedAction = "talk" });

        var differences = ArticleIntake
            .Decide(Stored(Coded), new(Article.Version, [other.Reports[0], Coded.Reports[1]]))
            .Differences;

        Assert.Equal(new("Herald#offer", "type", nameof(TalksOffered), nameof(TalksUrged)), Assert.Single(differences));
    }

    [Fact]
    public void Another_version_stands_beside_the_one_that_is_there()
    {
        var second = new CodedArticle(
            Article.Version with
            {
                Version = "v2",
            },
            [.. Coded.Reports.Select(report => report with { Version = "v2", Certainty = 1 })]
        );

        var decision = ArticleIntake.Decide(Stored(Coded), second);

        Assert.Empty(decision.Differences);
        Assert.Equal(3, decision.Append.Count);
        Assert.Empty(
            decision.Append.Select(added => added.Id).Intersect(Stored(Coded).Events.Select(recorded => recorded.Id))
        );
    }

    [Fact]
    public void What_a_name_was_resolved_to_is_no_difference_and_how_it_is_written_is_one()
    {
        var offer = (TalksOffered)Coded.Reports[0];

        Assert.Empty(Differences(offer, offer with { Actor = offer.Actor! with { Id = "ada-of-varland" } }));
        Assert.Equal(
            "actor",
            Assert.Single(Differences(offer, offer with { Actor = offer.Actor! with { Written = "Brill" } })).Field
        );
    }

    [Fact]
    public void A_side_that_follows_from_the_actor_is_no_difference_and_a_written_one_is()
    {
        var offer = (TalksOffered)Coded.Reports[0];
        var followed = offer with { Side = new("", "varland") };

        Assert.Empty(Differences(offer, followed));
        Assert.Empty(Differences(followed, offer));
        Assert.Empty(Differences(followed, offer with { Side = new("", "merin") }));
        Assert.Equal(
            ["sideIsWritten"],
            Differences(followed, offer with { SideIsWritten = true }).Select(difference => difference.Field)
        );
        Assert.Equal(
            ["sideIsWritten", "side"],
            Differences(followed, offer with { SideIsWritten = true, Side = Cast.Merin })
                .Select(difference => difference.Field)
        );
        Assert.Equal(
            ["side"],
            Differences(
                    offer with
                    {
                        SideIsWritten = true,
                        Side = Cast.Varland,
                    },
                    offer with
                    {
                        SideIsWritten = true,
                        Side = Cast.Merin,
                    }
                )
                .Select(difference => difference.Field)
        );
    }

    [Fact]
    public void The_institution_behind_a_spokesman_is_no_difference()
    {
        var offer = (TalksOffered)Coded.Reports[0];
        var link = new ChainLink
        {
            Kind = LinkKind.Person,
            Name = Cast.PellArno,
            Implied = "he says so",
        };

        Assert.Empty(
            Differences(
                offer with
                {
                    Chain = [link],
                },
                offer with
                {
                    Chain = [link with { SpeaksFor = "varland-chancellery" }],
                }
            )
        );
    }

    [Fact]
    public void A_difference_says_what_is_where()
    {
        Assert.Equal(
            "a#r: form: stored nothing, coded \"x\"",
            new CodingDifference("a#r", "form", null, "\"x\"").ToString()
        );
        Assert.Equal(
            "a: title: stored \"x\", coded nothing",
            new CodingDifference("a", "title", "\"x\"", null).ToString()
        );
        Assert.Equal(
            "a#r: is in the store but gone from the file",
            new CodingDifference("a#r", null, null, null).ToString()
        );
    }

    private static IReadOnlyList<CodingDifference> Differences(Report stored, Report coded) =>
        ArticleIntake.Decide(Stored(Coded with { Reports = [stored] }), Coded with { Reports = [coded] }).Differences;

    private static RecordedStream Stored(CodedArticle coded)
    {
        List<RecordedEvent> events =
        [
            .. ArticleIntake
                .Decide(new(0, []), coded)
                .Append.Select(
                    (added, i) => new RecordedEvent(i + 1, default, added.Id, coded.Stream, i + 1, added.Event)
                ),
        ];
        return new(events.Count, events);
    }
}
