namespace Negotiations.Testing;

/// <summary>Invented events of invented talks.</summary>
public static class Sample
{
    public const string Talks = "lakes";

    public static readonly string Stream = StreamName.ForArticle(Talks, "herald-2031-04-02");

    public static NewEvent Proposal(int number = 1) =>
        new(
            Guid.NewGuid(),
            new CeasefireProposed
            {
                Negotiation = Talks,
                Article = "herald-2031-04-02",
                Version = "first",
                Id = $"proposal-{number}",
                Actor = new Name("ruritania", "Ruritania"),
                Round = "2031-04",
                Chain = [new ChainLink { Kind = LinkKind.Outlet, Name = new Name("herald", "The Strelsau Herald") }],
                Standing = Standing.Own,
                Modality = Modality.Asserted,
                Evidence = [new TextSpan(0, 12, new string('0', 64))],
                Certainty = 5,
                Act = $"proposal-{number}",
                Summary = $"Ruritania – “for the {number}. time” – proposes a ceasefire to Graustark. 🕊",
                DurationDays = 30,
                Unconditional = true,
                Scope = "the lakes",
            }
        );

    public static IReadOnlyList<NewEvent> Proposals(int count) => [.. Enumerable.Range(1, count).Select(Proposal)];

    public static NewEvent Definition(string negotiation) =>
        new(
            Guid.NewGuid(),
            new NegotiationDefined
            {
                Negotiation = negotiation,
                Title = $"Talks of {negotiation}",
                Zone = "Europe/Istanbul",
                Rounds = [new Round("2031-04")],
                Entities = [],
            }
        );

    public static NewEvent Erasure(NewEvent erased) =>
        new(
            EventId.ForErasure(Stream, erased.Id),
            new PayloadErased
            {
                Event = erased.Id,
                Who = "the officer",
                Reason = "a request",
            }
        );
}
