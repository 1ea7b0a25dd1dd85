using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>
/// The product's answers are those of a second implementation, which is as plain as it can be written.
/// </summary>
public sealed class AnswersAgreeWithTheOracle(ITestOutputHelper output)
{
    [Fact]
    public void On_random_histories() => new Trials(output).Hold(SameAsTheOracle, Product.Answer);

    [Fact]
    public void Other_displacing_the_side_itself_is_found() =>
        new Trials(output).Find(
            "other displacing the side itself",
            SameAsTheOracle,
            new WithRules(new OtherDisplaces()).Answer
        );

    [Fact]
    public void An_offer_displacing_a_schedule_is_found() =>
        new Trials(output).Find(
            "an offer displacing a schedule",
            SameAsTheOracle,
            new WithRules(new TheLastAlwaysDisplaces()).Answer
        );

    [Fact]
    public void A_repeat_undoing_a_postponement_is_found() =>
        new Trials(output).Find(
            "a repeat undoing a postponement",
            SameAsTheOracle,
            new WithRules(new RepeatsDisplacePostponements()).Answer
        );

    [Fact]
    public void A_forgotten_stronger_claim_is_found() =>
        new Trials(output).Find(
            "a forgotten stronger claim",
            SameAsTheOracle,
            new WithRules(new EarlierNeverStandsAgainst()).Answer
        );

    [Fact]
    public void A_dispute_with_what_can_be_true_beside_it_is_found() =>
        new Trials(output).Find(
            "a dispute with what can be true beside it",
            SameAsTheOracle,
            new WithRules(new WhateverStandsAgainstDisputes()).Answer
        );

    [Fact]
    public void Unnamed_sources_that_corroborate_are_found() =>
        new Trials(output).Find(
            "unnamed sources that corroborate",
            SameAsTheOracle,
            new WithRules(new UnnamedSourcesCorroborate()).Answer
        );

    [Fact]
    public void A_spokesman_beside_his_institution_is_found() =>
        new Trials(output).Find(
            "a spokesman beside his institution",
            SameAsTheOracle,
            new WithRules(new SpokesmenAsOrigins()).Answer
        );

    [Fact]
    public void A_denial_that_knocks_nothing_out_is_found() =>
        new Trials(output).Find(
            "a denial that knocks nothing out",
            SameAsTheOracle,
            new WithRules(new NothingKnocksOut()).Answer
        );

    [Fact]
    public void Stages_by_their_order_are_found() =>
        new Trials(output).Find(
            "stages by their order",
            SameAsTheOracle,
            new WithRules(new StagesByTheirOrder()).Answer
        );

    [Fact]
    public void An_outlet_that_corroborates_itself_is_found() =>
        new Trials(output).Find(
            "an outlet that corroborates itself",
            SameAsTheOracle,
            new WithRules(new OwnVoiceCorroborates()).Answer
        );

    [Fact]
    public void A_text_order_without_effect_is_found() =>
        new Trials(output).Find("a text order without effect", SameAsTheOracle, new NoTextOrder().Answer);

    [Fact]
    public void Background_taken_as_news_is_found() =>
        new Trials(output).Find("background taken as news", SameAsTheOracle, new BackgroundAsNews().Answer);

    [Fact]
    public void An_act_dated_by_its_first_report_is_found() =>
        new Trials(output).Find(
            "an act dated by its first report",
            SameAsTheOracle,
            new DatedByTheFirstReport().Answer
        );

    [Fact]
    public void Reports_that_have_no_part_in_a_value_are_found() =>
        new Trials(output).Find("reports that have no part in a value", SameAsTheOracle, TooManyReasons.Answer);

    internal static string? SameAsTheOracle(Trial trial, AnswerFunction answering)
    {
        var record = new PlainAnswers().Read(new PlainAnswers().Recorded(trial.History.Log, trial.Question.RecordedBy));
        var (expected, actual) = (
            new PlainAnswers().Answer(trial.History.Log, trial.Question),
            answering(trial.History.Log, trial.Question)
        );
        if (expected.Counts != actual.Counts)
            return $"expected {expected.Counts}\nbut was  {actual.Counts}";
        if (!expected.Facts.Select(fact => fact.Key).SequenceEqual(actual.Facts.Select(fact => fact.Key)))
            return "the facts have other keys";
        foreach (var (oracle, product) in expected.Facts.Zip(actual.Facts))
        {
            var flags = PlainFlags.Describe(product.Grounds, oracle.Flags, record, trial.Question.KnownBy);
            if (product.Flags != flags)
                return $"{product.Line}\nbut from its reasons follow the flags '{flags}'";
            if (
                !product.Corrections.SequenceEqual(
                    PlainFlags.ListCorrections(product.Grounds, record, trial.Question.KnownBy)
                )
            )
                return $"{product.Line}\nnames other corrections than those of its reasons";
            if (oracle.Line != (product with { Flags = oracle.Flags }).Line)
                return $"\nexpected {oracle.Line}\nbut was  {product.Line}";
            if (!oracle.Because.Order().SequenceEqual(product.Because.Order()))
                return $"{oracle.Key}: 'because' does not hold the reports for the value, and those alone";
            if (PlainReasons.Idle(product, record, trial.Question.KnownBy) is { } idle)
                return idle;
            if (!oracle.Against.Order().SequenceEqual(product.Against.Order()))
                return $"{oracle.Key}: 'against' does not hold the reports against the value, and those alone";
        }

        return null;
    }
}
