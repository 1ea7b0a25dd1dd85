using Negotiations.Tests.Laws;

namespace Negotiations.Formats.Tests;

public class CodesOfEventTypes
{
    // What tells the codes of one type apart, in the words of the table.
    private static readonly (string When, Report Report)[] Cases =
    [
        .. CreateCases<CeasefireProposed>(("demanded", report => report with { Modality = Modality.Demanded })),
        .. CreateCases<CeasefireAccepted>(),
        .. CreateCases<CeasefireRejected>(),
        .. CreateCases<CeasefireViolationAlleged>(),
        .. CreateCases<PreconditionSet>(
            ("a ceasefire, an end of attacks", report => report with { ConditionKind = ConditionKind.EndOfAttacks }),
            ("relief of sanctions", report => report with { ConditionKind = ConditionKind.SanctionsRelief }),
            ("who is present", report => report with { ConditionKind = ConditionKind.CounterpartPresence })
        ),
        .. CreateCases<TalksOffered>(),
        .. CreateCases<TalksAccepted>(),
        .. CreateCases<TalksRejected>(),
        .. CreateCases<TalksUrged>(("demanded", report => report with { Modality = Modality.Demanded })),
        .. CreateCases<TalksProposed>(),
        .. CreateCases<TalksScheduled>(("with a date", report => report with { Date = Edtf.Parse("2031-04-05") })),
        .. CreateCases<TalksPostponed>(),
        .. CreateDeedCases<TalksCancelled>(),
        .. CreateDeedCases<TalksHeld>(),
        .. CreateCases<VenueOffered>(),
        .. CreateCases<DemandMade>(),
        .. CreateCases<DocumentsExchanged>(),
        .. CreateCases<ProposalDismissed>(),
        .. CreateDeedCases<TalksSuspended>(),
        .. CreateDeedCases<TalksBrokenOff>(),
        .. CreateDeedCases<TalksResumed>(),
        .. CreateDeedCases<FurtherTalksAgreed>(),
        .. CreateDeedCases<ProposalMade>(),
        .. CreateDeedCases<ProposalAccepted>(),
        .. CreateDeedCases<ConcessionOffered>(),
        .. CreateDeedCases<DeadlineSet>(
            ("extended, lifted, passed", report => report with { Kind = DeadlineKind.Passed }),
            ("with what follows", report => report with { Consequence = "tolls" })
        ),
        .. CreateDeedCases<AgreementReached>(("a truce", report => report with { Kind = AgreementKind.Truce })),
        .. CreateDeedCases<AgreementSigned>(),
        .. CreateDeedCases<AgreementRatified>(),
        .. CreateDeedCases<AgreementInForce>(),
        .. CreateDeedCases<AgreementBreached>(
            ("found by an authority", report => report with { Kind = BreachKind.Found })
        ),
        .. CreateDeedCases<AgreementLeft>(),
        .. CreateDeedCases<ExchangeAgreed>(),
        .. CreateDeedCases<ExchangeCarriedOut>(
            ("of people who are named", report => report with { Names = [new("Ole Fenn", "ole-fenn")] })
        ),
        .. CreateCases<AttendanceConfirmed>(),
        .. CreateDeedCases<AttendanceAttended>(),
        .. CreateCases<AttendanceDeclined>(),
        .. CreateCases<AttendanceConditional>(),
        .. CreateCases<AttendancePossible>(),
        .. CreateCases<AttendanceReported>(),
        .. CreateCases<AttendanceUnconfirmed>(),
        .. CreateDeedCases<TravelReported>(
            ("planned", report => report with { Status = TravelStatus.Planned }),
            ("arrived", report => report with { Status = TravelStatus.Completed })
        ),
        .. CreateCases<DelegationDispatched>(),
        .. CreateCases<DelegationNamed>(),
        .. CreateCases<DelegationHeadNamed>(),
        .. CreateCases<DelegateOmitted>(),
        .. CreateCases<InvitationIssued>(),
        .. CreateCases<MeetingDeclined>(),
        .. CreateCases<MeetingScheduled>(),
        .. CreateDeedCases<MeetingHeld>(
            ("by telephone", report => report with { Channel = MeetingChannel.Call }),
            ("by video", report => report with { Channel = MeetingChannel.Video })
        ),
        .. CreateCases<AccusationMade>(),
        .. CreateCases<AssessmentMade>(),
        .. CreateCases<PositionStated>(),
        .. CreateCases<SanctionsThreatened>(
            ("demanded or expected", report => report with { Modality = Modality.Expected })
        ),
        .. CreateDeedCases<SanctionsImposed>(),
        .. CreateDeedCases<SanctionsLifted>(),
        .. CreateCases<ForceThreatened>(
            ("demanded or expected", report => report with { Modality = Modality.Expected })
        ),
        .. CreateCases<WithdrawalThreatened>(),
        .. CreateCases<MediationOffered>(),
        .. CreateCases<MediationRequested>(("demanded", report => report with { Modality = Modality.Demanded })),
        .. CreateCases<SupportExpressed>(),
        .. CreateCases<FindingReported>(),
        .. CreateDeedCases<HostilitiesReported>(
            ("an offensive in preparation", report => report with { Kind = "offensivePreparation" }),
            ("missiles", report => report with { Kind = "missileAttack" })
        ),
    ];

    [Fact]
    public void Every_type_of_report_has_a_code_or_says_why_it_has_none()
    {
        Assert.Equal(
            ReportTypes.All.Select(type => type.Name),
            Cases.Select(row => row.Report.GetType().Name).Distinct().Order(StringComparer.Ordinal)
        );
        Assert.All(Cases.Select(row => EventCodes.Find(row.Report)), code =>
            Assert.True(code.Cameo is not null || !string.IsNullOrEmpty(code.Note))
        );
    }

    [Fact]
    public void The_documentation_has_the_table_of_codes_as_it_is()
    {
        var documented = File.ReadLines(Repository.ResolvePath("docs", "exports.md")).ToHashSet();
        var missing = Cases
            .Select(row => Line(row.When, row.Report))
            .Where(line => !documented.Contains(line))
            .ToList();

        Assert.True(missing.Count == 0, $"missing in docs/exports.md:\n{string.Join('\n', missing)}");
    }

    [Theory]
    [InlineData(typeof(DelegationNamed))]
    [InlineData(typeof(DelegationHeadNamed))]
    [InlineData(typeof(DelegateOmitted))]
    [InlineData(typeof(DelegationDispatched))]
    [InlineData(typeof(VenueOffered))]
    public void No_code_is_forced_on_the_naming_of_a_delegation_or_a_venue(Type type) =>
        Assert.All(Cases.Where(row => row.Report.GetType() == type), row =>
            Assert.Equal((CodeFit.None, null), (EventCodes.Find(row.Report).Fit, EventCodes.Find(row.Report).Cameo))
        );

    [Fact]
    public void What_is_denied_has_no_code() =>
        Assert.All(Cases, row =>
            Assert.Equal(CodeFit.None, EventCodes.Find(row.Report with { Modality = Modality.Denied }).Fit)
        );

    [Theory]
    [InlineData(Modality.Planned)]
    [InlineData(Modality.Possible)]
    [InlineData(Modality.Expected)]
    public void A_forecast_is_not_coded_as_a_deed(Modality modality) =>
        Assert.All(
            new Report[]
            {
                Blank.Report<TalksHeld>(),
                Blank.Report<MeetingHeld>(),
                Blank.Report<TalksCancelled>(),
                Blank.Report<HostilitiesReported>(),
                Blank.Report<AgreementReached>(),
                Blank.Report<AgreementSigned>(),
                Blank.Report<ExchangeCarriedOut>(),
                Blank.Report<SanctionsImposed>(),
                Blank.Report<TalksBrokenOff>(),
            },
            report => Assert.Null(EventCodes.Find(report with { Modality = modality }).Cameo)
        );

    [Theory]
    [InlineData("138", Modality.Asserted)]
    [InlineData("138", Modality.Conditional)]
    [InlineData(null, Modality.Expected)]
    public void A_threat_of_force_is_not_one_of_sanctions(string? code, Modality modality) =>
        Assert.Equal(code, EventCodes.Find(Blank.Report<ForceThreatened>() with { Modality = modality }).Cameo);

    [Fact]
    public void Codes_of_CAMEO_are_text_of_three_or_four_digits() =>
        Assert.All(Cases.Select(row => EventCodes.Find(row.Report).Cameo).OfType<string>(), code =>
            Assert.Matches("^(0[1-9]|1[0-9]|20)[0-9]{1,2}$", code)
        );

    private static IEnumerable<(string, Report)> CreateCases<T>(params (string When, Func<T, T> With)[] cases)
        where T : Report =>
        cases
            .Select(row => (row.When, (Report)row.With(Blank.Report<T>())))
            .Append((cases.Length == 0 ? "" : "else", Blank.Report<T>()));

    private static IEnumerable<(string, Report)> CreateDeedCases<T>(params (string When, Func<T, T> With)[] cases)
        where T : Report =>
        [
            .. CreateCases(cases),
            ("only planned, possible, expected …", Blank.Report<T>() with { Modality = Modality.Planned }),
        ];

    private static string Line(string when, Report report)
    {
        var code = EventCodes.Find(report);
        var plover = code.Plover is { } named ? $"{named.Event} / {named.Mode ?? "–"} / {named.Context ?? "–"}" : "–";
        var fit =
            code.Note is null ? "exact"
            : code.Cameo is null ? $"no code: {code.Note}"
            : $"nearest: {code.Note}";
        return $"| {report.GetType().Name} | {when} | {code.Cameo ?? "–"} | {plover} | {fit} |";
    }
}
