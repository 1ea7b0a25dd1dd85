using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

/// <summary>What a correction changes, field by field.</summary>
public class FieldsThatChange
{
    private const string Herald = "morning-herald";

    private static readonly Guid Declines = SampleCorrections.Report(Herald, "declines");

    [Fact]
    public void Each_field_has_what_it_said_and_what_it_says()
    {
        var history = Told()
            .Correct(
                SampleCorrections
                    .Coder(Herald, Declines, "speaker")
                    .Changing("""{"actor":{"written":"Ines Rook","id":"ines-rook"},"standing":"other"}""")
            );

        Assert.Equal(
            [("actor", AdaBrill, InesRook), ("standing", Standing.Own, Standing.Other)],
            Find(history, "speaker").Select(field => (field.Field, field.Before!, field.After!))
        );
    }

    [Fact]
    public void Several_actors_are_one_field_and_so_are_several_rounds()
    {
        var history = Told()
            .Correct(
                SampleCorrections
                    .Coder(Herald, Declines, "joint")
                    .Changing("""{"joint":[{"name":{"written":"Ines Rook","id":"ines-rook"}}]}""")
            );

        var field = Find(history, "joint").Single();

        Assert.Equal(("actor", AdaBrill), (field.Field, field.Before));
        Assert.Equal([AdaBrill, InesRook], (IEnumerable<Name?>)field.After!);
    }

    [Fact]
    public void Before_is_what_the_one_said_on_which_it_builds()
    {
        var history = Told()
            .Correct(SampleCorrections.Coder(Herald, Declines, "first").Changing("""{"happened":"2031-03-02"}"""))
            .Correct(
                SampleCorrections
                    .Coder(Herald, Declines, "second", on: "first")
                    .Changing("""{"happened":"2031-03-03"}""")
            );

        Assert.Equal(("2031-03-02", "2031-03-03"), FindDates(history, "second"));
    }

    [Fact]
    public void What_was_undone_before_it_is_not_before()
    {
        var history = Told()
            .Correct(SampleCorrections.Coder(Herald, Declines, "first").Changing("""{"happened":"2031-03-02"}"""))
            .Correct(SampleCorrections.Coder(Herald, SampleCorrections.Correction(Herald, "first"), "undo").Undoing())
            .Correct(
                SampleCorrections
                    .Coder(Herald, Declines, "second", on: "first")
                    .Changing("""{"happened":"2031-03-03"}""")
            );

        Assert.Equal(("2031-04-02", "2031-03-03"), FindDates(history, "second"));
        Assert.Equal(("2031-03-02", "2031-04-02"), FindDates(history, "undo"));
    }

    [Fact]
    public void A_notice_comes_after_those_that_were_published_before_it_whatever_was_recorded_first()
    {
        var history = Told()
            .Correct(
                SampleCorrections
                    .Publisher(Herald, Declines, "later", "2031-04-07")
                    .Changing("""{"happened":"2031-03-03"}""")
            )
            .Correct(
                SampleCorrections
                    .Publisher(Herald, Declines, "earlier", "2031-04-05")
                    .Changing("""{"happened":"2031-03-02"}""")
            );

        Assert.Equal(("2031-04-02", "2031-03-02"), FindDates(history, "earlier"));
        Assert.Equal(("2031-03-02", "2031-03-03"), FindDates(history, "later"));
    }

    [Fact]
    public void A_coder_who_corrects_a_notice_starts_from_what_it_said()
    {
        var history = Told()
            .Correct(
                SampleCorrections
                    .Publisher(Herald, Declines, "notice", "2031-04-05")
                    .Changing("""{"happened":"2031-03-02"}""")
            )
            .Correct(
                SampleCorrections
                    .Coder(Herald, SampleCorrections.Correction(Herald, "notice"), "misread")
                    .Changing("""{"happened":"2031-03-03"}""")
            );

        Assert.Equal(("2031-03-02", "2031-03-03"), FindDates(history, "misread"));
    }

    [Fact]
    public void A_time_of_publication_is_a_field_too()
    {
        var moved = new PublicationCorrected(SampleCorrections.Coder(Herald, SampleCorrections.Version(Herald), "time"))
        {
            Published = new(Sample.Time("2031-04-01"), PublicationBasis.Stated),
        };

        var field = Find(Told().Correct(moved), "time").Single();

        Assert.Equal(
            ("published", Sample.Time("2031-04-02"), Sample.Time("2031-04-01")),
            (field.Field, ((Publication)field.Before!).Time, ((Publication)field.After!).Time)
        );
    }

    [Fact]
    public void A_retraction_changes_no_field() =>
        Assert.Empty(Find(Told().Correct(SampleCorrections.Coder(Herald, Declines, "gone").Retracting()), "gone"));

    [Fact]
    public void History_shows_a_correction_that_changes_no_value()
    {
        var history = Told()
            .Correct(SampleCorrections.Coder(Herald, Declines, "sure").Changing("""{"written":"the president"}"""));

        var shown = AnswerHistory.Trace(history.Log, new(Sample.Talks), "attendance/ada-brill").Corrections.Single();

        Assert.Empty(shown.Effects);
        Assert.Equal("written", shown.Fields.Single().Field);
    }

    private static History Told() =>
        Sample.History(
            Sample
                .Article(Herald, "2031-04-02")
                .Says<AttendanceDeclined>("declines", r => r.By(AdaBrill) with { Person = AdaBrill })
        );

    private static IReadOnlyList<ChangedField> Find(History history, string id)
    {
        var recorded = history.Log.Find(SampleCorrections.Correction(Herald, id))!;
        return ChangedField.FindAll(new(recorded, (Correction)recorded.Event), history.Log);
    }

    private static (string?, string?) FindDates(History history, string id)
    {
        var field = Find(history, id).Single();
        return (((Edtf?)field.Before)?.Text, ((Edtf?)field.After)?.Text);
    }
}
