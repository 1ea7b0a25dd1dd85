namespace Negotiations;

/// <summary>An exchange or a release is agreed: of prisoners, hostages, bodies, lists, goods.</summary>
public sealed record ExchangeAgreed : Report
{
    /// <summary>What is exchanged or released: prisoners, hostages, bodies, lists, goods.</summary>
    public required string? What { get; init; }

    /// <summary>Who gives.</summary>
    public required IReadOnlyList<Name>? From { get; init; }

    /// <summary>Who receives.</summary>
    public required IReadOnlyList<Name>? To { get; init; }

    /// <summary>What the exchange is called, the same in every report of it.</summary>
    public string? Exchange { get; init; }

    /// <summary>How many.</summary>
    public int? Count { get; init; }

    /// <summary>Who is exchanged or released.</summary>
    public IReadOnlyList<Name>? Names { get; init; }

    /// <inheritdoc/>
    protected override IEnumerable<Assertion> WhenNotDenied() =>
        TookPlace ? ExchangeFacts.Create(this, "agreed", Exchange, What, From, To, Count, Names) : [];
}
