namespace Negotiations;

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
