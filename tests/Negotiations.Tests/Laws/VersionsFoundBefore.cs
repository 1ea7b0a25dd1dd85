namespace Negotiations.Tests.Laws;

/// <summary>
/// Small histories with versions of an article on which a law, the oracle or a reader once found the product wrong.
/// </summary>
public sealed class VersionsFoundBefore
{
    private static readonly Report Held = Told.Held.In("13T06", "r1", "held");
    private static readonly Report Second = Told.Postponed.In("13T06", "r1", "other") with
    {
        Version = "2",
        Id = "v2-r1",
    };

    [Fact]
    public void An_entry_replaces_a_report_only_when_it_is_known_itself()
    {
        var trial = Told.Trial(Held);
        trial = trial.With(
            trial.FindVersion("13T06") with
            {
                Version = "2",
                Published = At("14T06"),
                Compared = new("1", [], [new("v2-r2", "r1")], []),
            },
            Held with
            {
                Version = "2",
                Id = "v2-r2",
                Known = At("16T06"),
            }
        );

        Holds(trial.KnownBy("15T06"));
        Holds(trial.KnownBy("16T06"));
        Assert.Equal("1#r1:NotCompared", VisibleAt(trial, "15T06"));
        Assert.Equal("2#v2-r2:Carried", VisibleAt(trial, "16T06"));
    }

    [Fact]
    public void A_report_comes_back_with_the_version_that_carries_it_again()
    {
        var trial = GoingBack(new("2", [new("r1", Held.Evidence)], [], ["v2-r1"]));

        Holds(trial);
        Assert.Equal("1#r1:Carried", VisibleAt(trial, "13T06"));
        Assert.Equal("2#v2-r1:Carried", VisibleAt(trial, "14T06"));
        Assert.Equal("1#r1:Carried 2#v2-r1:Dropped", VisibleAt(trial, "15T06"));
    }

    [Fact]
    public void What_stood_in_the_place_of_a_report_is_gone_when_that_report_is_there_again()
    {
        var trial = GoingBack(new("1", [new("r1", Held.Evidence)], [], []));

        Holds(trial);
        Assert.Equal("1#r1:Carried", VisibleAt(trial, "15T06"));
    }

    [Fact]
    public void A_report_that_was_dropped_comes_back_without_a_flag()
    {
        var trial = Told.Trial(Held);
        var first = trial.FindVersion("13T06");
        trial = trial.With(
            first with
            {
                Version = "2",
                Published = At("14T06"),
                Compared = new("1", [], [], ["r1"]),
            },
            first with
            {
                Version = "3",
                Published = At("15T06"),
                Compared = new("2", [new("r1", Held.Evidence)], [], []),
            }
        );

        Holds(trial);
        Assert.Equal("1#r1:Dropped", VisibleAt(trial, "14T06"));
        Assert.Equal("1#r1:Carried", VisibleAt(trial, "15T06"));
    }

    [Fact]
    public void A_text_that_goes_back_and_forth_has_the_reports_of_each_version_in_turn()
    {
        var trial = GoingBack(new("2", [new("r1", Held.Evidence)], [], []));
        trial = trial.With(
            trial.FindVersion("13T06") with
            {
                Version = "4",
                Published = At("16T06"),
                Compared = new("3", [new("v2-r1", Second.Evidence)], [], []),
            }
        );

        Holds(trial);
        Assert.Equal("1#r1:Carried", VisibleAt(trial, "15T06"));
        Assert.Equal("2#v2-r1:Carried", VisibleAt(trial, "16T06"));
    }

    [Fact]
    public void A_report_that_the_coder_withdrew_takes_no_place_again()
    {
        var trial = GoingBack(new("1", [new("r1", Held.Evidence)], [], []))
            .With(new ReportRetracted(Held.Coder("retraction")));

        Holds(trial);
        Assert.Equal("2#v2-r1:NotCompared", VisibleAt(trial, "15T06"));
    }

    private static Publication At(string time) => new(ToldCorrection.Time(time), PublicationBasis.Stated);

    private static Trial GoingBack(VersionComparison compared)
    {
        var trial = Told.Trial(Held);
        var first = trial.FindVersion("13T06");
        return trial.With(
            first with
            {
                Version = "2",
                Published = At("14T06"),
                Compared = new("1", [], [new("v2-r1", "r1")], []),
            },
            Second,
            first with
            {
                Version = "3",
                Published = At("15T06"),
                Compared = compared,
            }
        );
    }

    private static string VisibleAt(Trial trial, string time) =>
        string.Join(
            " ",
            trial
                .History.AsRead.ReportsKnownBy(ToldCorrection.Time(time))
                .Select(report => $"{report.Report.Version}#{report.Report.Id}:{report.Fate}")
        );

    private static void Holds(Trial trial)
    {
        Assert.Null(AnswersAgreeWithTheOracle.SameAsTheOracle(trial, Product.Answer));
        Assert.Null(
            NothingLeaksFromTheFuture.SameWithoutTheFuture(
                trial,
                NothingLeaksFromTheFuture.AnswerWithoutWhatMayHaveBeenOut
            )
        );
        Assert.Null(TheOrderOfIntakeDoesNotMatter.SameInAnotherOrder(trial, Product.Answer));
        Assert.Null(EveryValueHasItsReasons.SameFromItsReasons(trial, Product.Answer));
    }
}
