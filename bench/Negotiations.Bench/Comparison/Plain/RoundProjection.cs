using Marten.Events.Projections;

namespace Negotiations.Bench;

/// <summary>Puts each report of whatever article to its round.</summary>
public sealed partial class RoundProjection : MultiStreamProjection<RoundSoFar, string>
{
    public RoundProjection() => Identity<Report>(report => $"{report.Negotiation}/{report.Round}");

    public void Apply(AttendanceConfirmed report, RoundSoFar round) =>
        round.Attendance[report.Person!.Id] = "confirmed";

    public void Apply(AttendanceDeclined report, RoundSoFar round) => round.Attendance[report.Person!.Id] = "declined";

    public void Apply(AttendanceReported report, RoundSoFar round) => round.Attendance[report.Person!.Id] = "reported";

    public void Apply(AttendancePossible report, RoundSoFar round) => round.Attendance[report.Person!.Id] = "possible";

    public void Apply(AttendanceConditional report, RoundSoFar round) =>
        round.Attendance[report.Person!.Id] = "conditional";

    public void Apply(DelegationHeadNamed report, RoundSoFar round) =>
        round.Heads[report.DelegationSide!.Id] = report.Head!.Id;

    public void Apply(CeasefireAccepted report, RoundSoFar round) =>
        round.Ceasefire[report.Side?.Id ?? ""] = "accepted";

    public void Apply(CeasefireRejected report, RoundSoFar round) =>
        round.Ceasefire[report.Side?.Id ?? ""] = "rejected";

    public void Apply(TalksScheduled report, RoundSoFar round) =>
        (round.Talks, round.Venue) = ("scheduled", report.Venue);

    public void Apply(TalksPostponed _, RoundSoFar round) => round.Talks = "postponed";

    public void Apply(TalksHeld report, RoundSoFar round) => (round.Talks, round.Venue) = ("held", report.Venue);
}
