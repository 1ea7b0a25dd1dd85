using NodaTime;

namespace Negotiations.Tests.Laws;

/// <summary>A fact as the laws compare it, from whichever implementation.</summary>
internal sealed record AnsweredFact
{
    public required string Key { get; init; }

    /// <summary>Key of the act on which the value rests.</summary>
    public required string Act { get; init; }

    public required string Status { get; init; }

    public required string Value { get; init; }

    /// <summary>Which reports give details that the deciding one does not.</summary>
    public required string DetailFrom { get; init; }

    public required Standing Standing { get; init; }

    public required Modality Modality { get; init; }

    public required string Happened { get; init; }

    public required Instant KnownFrom { get; init; }

    public required Instant Since { get; init; }

    public required int Origins { get; init; }

    public required int Carriers { get; init; }

    public required bool Disputed { get; init; }

    public required string Flags { get; init; }

    /// <summary>
    /// The corrections that bear on the reasons; what follows from the reasons that an implementation gives.
    /// </summary>
    public IReadOnlyList<Guid> Corrections { get; init; } = [];

    public required IReadOnlyList<Guid> Because { get; init; }

    public required IReadOnlyList<Guid> DatedBy { get; init; }

    public required IReadOnlyList<Guid> Against { get; init; }

    /// <summary>The reports from which the value follows.</summary>
    public IReadOnlyList<Guid> Grounds => [.. Because, .. DatedBy];

    /// <summary>What must follow from the reports for the value alone.</summary>
    public string Essence =>
        $"{Key} = {Status} {Value} ({EnumText.Format(Standing)}, {EnumText.Format(Modality)}), "
        + $"happened {Happened}, known from {KnownFrom}, date disputed "
        + $"{Flags.Contains(FactFlag.DateDisputed)}";

    /// <summary>All but the reasons.</summary>
    public string Line =>
        $"{Essence}, details from '{DetailFrom}', flags '{Flags}', since {Since}, origins {Origins}, "
        + $"carriers {Carriers}, disputed {Disputed}";
}
