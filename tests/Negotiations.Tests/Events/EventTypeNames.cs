namespace Negotiations.Tests;

public class EventTypeNames
{
    /// <summary>The names under which events stand in stores for ever: a line may be added, and none changed or removed.</summary>
    private static readonly (string Stored, string Clr)[] Pinned =
    [
        ("accusation_made", "Negotiations.AccusationMade, Negotiations"),
        ("article_version_published", "Negotiations.ArticleVersionPublished, Negotiations"),
        ("assessment_made", "Negotiations.AssessmentMade, Negotiations"),
        ("attendance_conditional", "Negotiations.AttendanceConditional, Negotiations"),
        ("attendance_confirmed", "Negotiations.AttendanceConfirmed, Negotiations"),
        ("attendance_declined", "Negotiations.AttendanceDeclined, Negotiations"),
        ("attendance_possible", "Negotiations.AttendancePossible, Negotiations"),
        ("attendance_reported", "Negotiations.AttendanceReported, Negotiations"),
        ("attendance_unconfirmed", "Negotiations.AttendanceUnconfirmed, Negotiations"),
        ("ceasefire_accepted", "Negotiations.CeasefireAccepted, Negotiations"),
        ("ceasefire_proposed", "Negotiations.CeasefireProposed, Negotiations"),
        ("ceasefire_rejected", "Negotiations.CeasefireRejected, Negotiations"),
        ("ceasefire_violation_alleged", "Negotiations.CeasefireViolationAlleged, Negotiations"),
        ("delegate_omitted", "Negotiations.DelegateOmitted, Negotiations"),
        ("delegation_dispatched", "Negotiations.DelegationDispatched, Negotiations"),
        ("delegation_head_named", "Negotiations.DelegationHeadNamed, Negotiations"),
        ("delegation_named", "Negotiations.DelegationNamed, Negotiations"),
        ("demand_made", "Negotiations.DemandMade, Negotiations"),
        ("documents_exchanged", "Negotiations.DocumentsExchanged, Negotiations"),
        ("hostilities_reported", "Negotiations.HostilitiesReported, Negotiations"),
        ("invitation_issued", "Negotiations.InvitationIssued, Negotiations"),
        ("mediation_offered", "Negotiations.MediationOffered, Negotiations"),
        ("mediation_requested", "Negotiations.MediationRequested, Negotiations"),
        ("meeting_declined", "Negotiations.MeetingDeclined, Negotiations"),
        ("meeting_held", "Negotiations.MeetingHeld, Negotiations"),
        ("meeting_scheduled", "Negotiations.MeetingScheduled, Negotiations"),
        ("negotiation_defined", "Negotiations.NegotiationDefined, Negotiations"),
        ("position_stated", "Negotiations.PositionStated, Negotiations"),
        ("precondition_set", "Negotiations.PreconditionSet, Negotiations"),
        ("proposal_dismissed", "Negotiations.ProposalDismissed, Negotiations"),
        ("sanctions_threatened", "Negotiations.SanctionsThreatened, Negotiations"),
        ("support_expressed", "Negotiations.SupportExpressed, Negotiations"),
        ("talks_accepted", "Negotiations.TalksAccepted, Negotiations"),
        ("talks_held", "Negotiations.TalksHeld, Negotiations"),
        ("talks_offered", "Negotiations.TalksOffered, Negotiations"),
        ("talks_postponed", "Negotiations.TalksPostponed, Negotiations"),
        ("talks_rejected", "Negotiations.TalksRejected, Negotiations"),
        ("talks_scheduled", "Negotiations.TalksScheduled, Negotiations"),
        ("talks_urged", "Negotiations.TalksUrged, Negotiations"),
        ("travel_reported", "Negotiations.TravelReported, Negotiations"),
        ("venue_offered", "Negotiations.VenueOffered, Negotiations"),
        ("withdrawal_threatened", "Negotiations.WithdrawalThreatened, Negotiations"),
    ];

    [Fact]
    public void No_event_type_was_renamed_moved_or_lost() =>
        Assert.Equal(Pinned, EventTypes.All.Select(type => (EventTypes.NameOf(type), EventTypes.ClrNameOf(type))));

    [Fact]
    public void Every_pinned_name_finds_the_type_with_its_CLR_name() =>
        Assert.All(Pinned, pinned => Assert.Equal(Type.GetType(pinned.Clr, throwOnError: true), EventTypes.Find(pinned.Stored)));

    [Fact]
    public void Stored_names_are_unique() =>
        Assert.Equal(EventTypes.All.Count, EventTypes.All.Select(EventTypes.NameOf).Distinct().Count());

    [Fact]
    public void There_are_forty_types_of_report() => Assert.Equal(40, EventTypes.Reports.Count);

    [Theory]
    [InlineData("talksOffered")]
    [InlineData("TalksOffered")]
    [InlineData("report")]
    [InlineData("domain_event")]
    [InlineData("tombstone")]
    [InlineData("")]
    public void A_name_that_is_not_stored_finds_nothing(string name) => Assert.Null(EventTypes.Find(name));

    [Theory]
    [InlineData("TalksOffered", true)]
    [InlineData("talks_offered", false)]
    [InlineData("ArticleVersionPublished", false)]
    [InlineData("Report", false)]
    public void A_coded_file_names_a_type_of_report_by_its_simple_name(string name, bool found) =>
        Assert.Equal(found, EventTypes.FindReport(name) is not null);
}
