namespace Negotiations;

/// <summary>An exchange or a release is carried out.</summary>
public sealed record ExchangeCarriedOut : Report
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
        TookPlace
            ?
            [
                .. ExchangeFacts
                    .Create(this, "carriedOut", Exchange, What, From, To, Count, Names)
                    // How many were to be exchanged does not deny how many were.
                    .Select(assertion => assertion with { TookPlace = true }),
            ]
            : [];
}
