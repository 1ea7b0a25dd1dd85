namespace Negotiations.Coding.Tests;

public class StandingsAndModalities
{
    private const string Person = "{name: Arno, kind: person, implied: he speaks}";
    private const string Institution = "{name: Varland, kind: institution, implied: it speaks}";
    private const string Unnamed = "{name: an aide, kind: unnamed, implied: it says so}";
    private const string Sided = "{name: an aide, kind: unnamed, side: Varland, implied: it says so}";
    private const string Agency = "{name: Lakewire, kind: agency, implied: it says so}";

    [Theory]
    [InlineData("own", Person, null)]
    [InlineData("own", Institution, null)]
    [InlineData(
        "own",
        Unnamed,
        "'own' is a named speaker, and the chain begins with an unnamed one: own-unnamed or other"
    )]
    [InlineData(
        "own",
        Sided,
        "'own' is a named speaker, and the chain begins with an unnamed one: own-unnamed or other"
    )]
    [InlineData("observed", Agency, null)]
    [InlineData("observed", null, null)]
    [InlineData(
        "observed",
        Person,
        "'observed' is what the outlet saw itself, and the chain begins with somebody else"
    )]
    [InlineData(
        "observed",
        Institution,
        "'observed' is what the outlet saw itself, and the chain begins with somebody else"
    )]
    [InlineData(
        "observed",
        Unnamed,
        "'observed' is what the outlet saw itself, and the chain begins with somebody else"
    )]
    [InlineData("own-unnamed", Sided, null)]
    [InlineData(
        "own-unnamed",
        Unnamed,
        "'own-unnamed' is a source whom the text places on a side: give the 'side' of the first link, or standing other"
    )]
    [InlineData("own-unnamed", Person, "'own-unnamed' is an unnamed speaker, and the chain does not begin with one")]
    [InlineData(
        "own-unnamed",
        Institution,
        "'own-unnamed' is an unnamed speaker, and the chain does not begin with one"
    )]
    [InlineData("own-unnamed", null, "'own-unnamed' is an unnamed speaker, and the chain does not begin with one")]
    [InlineData("other", Person, null)]
    [InlineData("other", Unnamed, null)]
    [InlineData("other", null, null)]
    public async Task A_standing_must_fit_the_first_link_of_the_chain(string standing, string? link, string? problem)
    {
        var chain = link is null ? "" : $"    chain:\n      - {link}\n";
        var article = LakeTalks.Article.With("    standing: observed\n", $"{chain}    standing: {standing}\n");
        if (problem is null)
        {
            Assert.Equal(standing, EnumText.Format((await Coded.ReadAsync(article)).Reports[2].Standing));
            return;
        }

        var error = Assert.Single(await Coded.ErrorsOfAsync(article));
        Assert.Equal(
            (
                article.FindLine($"standing: {standing}\n    modality: asserted\n    evidence:\n      - {{start: 100"),
                "events[2].standing",
                problem
            ),
            (error.Line, error.Field, error.Message)
        );
    }

    [Theory]
    [InlineData("expected")]
    [InlineData("possible")]
    public async Task A_forecast_is_not_observed(string modality)
    {
        var article = LakeTalks.Article.With(
            "    standing: observed\n    modality: asserted\n",
            $"    standing: observed\n    modality: {modality}\n"
        );

        var error = (await Coded.ErrorsOfAsync(article))[0];

        Assert.Equal(
            (
                "events[2].standing",
                "nobody has observed what is only expected or possible: a forecast has standing other"
            ),
            (error.Field, error.Message)
        );
    }

    [Theory]
    [InlineData(
        "MeetingHeld",
        "participants: [Brill, Keel]\n      venue: null",
        "asserted reported denied",
        "a forecast or a plan is not yet held: TalksScheduled or MeetingScheduled"
    )]
    [InlineData(
        "TalksHeld",
        "parties: [Varland, Ostrelia]\n      venue: null",
        "asserted reported denied",
        "a forecast or a plan is not yet held: TalksScheduled or MeetingScheduled"
    )]
    [InlineData(
        "AttendanceConfirmed",
        "person: Brill\n      event: null\n      confirmedBy: null",
        "asserted reported denied planned",
        "a forecast or a condition confirms nothing: AttendanceReported, AttendancePossible or AttendanceConditional"
    )]
    [InlineData(
        "PositionStated",
        "topic: x\n      position: y",
        "asserted reported denied planned possible conditional expected demanded",
        ""
    )]
    public async Task A_forecast_or_a_plan_is_never_held_or_confirmed(
        string type,
        string details,
        string allowed,
        string problem
    )
    {
        foreach (var modality in Enum.GetValues<Modality>().Select(EnumText.Format))
        {
            var article = LakeTalks
                .Article.With("type: MeetingHeld", $"type: {type}")
                .With("participants: [Brill, Keel]\n      venue: null\n      channel: call", details)
                .With(
                    "standing: observed\n    modality: asserted\n    evidence:\n      - {start: 140",
                    $"standing: other\n    modality: {modality}\n    evidence:\n      - {{start: 140"
                );
            if (allowed.Split(' ').Contains(modality))
            {
                Assert.Equal(modality, EnumText.Format((await Coded.ReadAsync(article)).Reports[4].Modality));
                continue;
            }

            var error = Assert.Single(await Coded.ErrorsOfAsync(article));
            Assert.Equal(
                ("events[4].modality", $"{modality} does not fit {type}: {problem}"),
                (error.Field, error.Message)
            );
        }
    }

    [Theory]
    [InlineData("date: null\n      venue: Pier house", true)]
    [InlineData("date: 2031-04-04\n      venue: null", true)]
    [InlineData("date: null\n      venue: null", false)]
    [InlineData("date: null\n      venue: null\n      open: false", false)]
    [InlineData("date: null\n      venue: null\n      open: true", true)]
    public async Task Talks_are_scheduled_by_a_date_or_a_venue_or_said_to_be_open(string details, bool isEnough)
    {
        var article = LakeTalks.Article.With("date: 2031-04-04\n      venue: Pier house", details);
        if (isEnough)
        {
            Assert.IsType<TalksScheduled>((await Coded.ReadAsync(article)).Reports[5]);
            return;
        }

        var error = Assert.Single(await Coded.ErrorsOfAsync(article));
        Assert.Equal(
            (
                "events[5].details",
                "talks are scheduled when at least one of date and venue is given, or 'open' is true"
            ),
            (error.Field, error.Message)
        );
    }
}
