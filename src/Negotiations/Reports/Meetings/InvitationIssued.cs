namespace Negotiations;

/// <summary>A named person is invited or challenged to a specific meeting.</summary>
public sealed record InvitationIssued : Report
{
    /// <summary>Who is invited.</summary>
    public required Name? Invitee { get; init; }

    /// <summary>To what.</summary>
    public required string? Event { get; init; }

    /// <summary>In what manner.</summary>
    public required InvitationStyle? Style { get; init; }

    /// <summary>The form of the meeting.</summary>
    public string? Form { get; init; }

    /// <summary>Where.</summary>
    public string? Venue { get; init; }

    /// <summary>When.</summary>
    public Edtf? Date { get; init; }

    /// <summary>When, in words.</summary>
    public string? DateText { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        Invitee is null
            ? []
            :
            [
                CreateActFact(
                    $"invitation/{Invitee.Id}",
                    "issued",
                    ("event", Event),
                    ("style", Style),
                    ("form", Form),
                    ("venue", Venue),
                    ("date", Date),
                    ("dateText", DateText)
                ),
            ];
}

/// <summary>In what manner an invitation is made.</summary>
public enum InvitationStyle
{
    /// <summary>As a challenge.</summary>
    Challenge,

    /// <summary>As an invitation.</summary>
    Invitation,

    /// <summary>As a renewal of an earlier one.</summary>
    Renewal,
}
