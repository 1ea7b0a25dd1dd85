using NodaTime;

namespace Negotiations.Server.Pages;

/// <summary>What every page of a negotiation knows: its address, what the store holds, and where it stands.</summary>
public sealed class PageContext
{
    private readonly RecentStates states;

    private PageContext(
        PageAddress address,
        MartenEventStore store,
        RecentStates states,
        Question asked,
        State summary,
        string head
    ) =>
        (Address, Store, this.states, Asked, Summary, ChainHead) = (address, store, states, asked, summary, head);

    /// <summary>The address of the page.</summary>
    public PageAddress Address { get; }

    /// <summary>The store.</summary>
    public MartenEventStore Store { get; }

    /// <summary>The question that the address asks.</summary>
    public Question Asked { get; }

    /// <summary>What an answer stands on, without its facts.</summary>
    public State Summary { get; }

    /// <summary>The link of the hash chain at that position, in hexadecimal.</summary>
    public string ChainHead { get; }

    /// <summary>The texts of articles that the operator holds; null where there are none.</summary>
    public HeldTexts? Texts { get; init; }

    /// <summary>Where the server is, such as <c>http://localhost:5081</c>.</summary>
    public required string Site { get; init; }

    /// <summary>The position of the record for which the page stands, whatever is recorded while it is made.</summary>
    public RecordPosition Settled => Summary.Answered.Settled;

    /// <summary>The negotiation's own file.</summary>
    public NegotiationDefined Definition => Summary.Definition;

    /// <summary>The zone of the talks.</summary>
    public DateTimeZone Zone => Summary.Zone;

    /// <summary>The question at that position.</summary>
    public Question Fixed => Asked with { RecordedBy = new RecordedBound.AtPosition(Settled.Position) };

    /// <summary>Whether the question has a bound on the record, so that its answer never changes.</summary>
    public bool IsFixed => Asked.RecordedBy is not null;

    /// <summary>Whether the page quotes from texts, which the operator may change.</summary>
    public bool Quotes => Texts is not null && Address.View == PageView.Fact;

    /// <summary>The address that shows this for ever: times and position as they were understood.</summary>
    public PageAddress Permanent =>
        Address with
        {
            KnownBy = Asked.KnownBy is { } known ? TimeText.Format(known, Zone) : null,
            HappenedBy = Asked.HappenedBy is { } happened ? TimeText.Format(happened, Zone) : null,
            RecordedBy = $"{Settled.Position}",
        };

    /// <summary>The position for which the page stands, with its proof.</summary>
    public required ProvenPosition Proven { get; init; }

    /// <summary>The same address for a citation: its position proves itself, so that no other record answers
    /// it.</summary>
    public PageAddress Cited => Permanent with { RecordedBy = $"{Proven}" };

    /// <summary>Reads what a page stands on; nothing else is computed yet.</summary>
    /// <exception cref="NegotiationException">There is no such negotiation, or a bound has no meaning.</exception>
    internal static async Task<PageContext> ReadAsync(
        MartenEventStore store,
        PageAddress address,
        string site,
        HeldTexts? texts,
        RecentStates states,
        CancellationToken cancellationToken
    )
    {
        await RequireTalksAsync(store, address.Talks, cancellationToken);
        var asked = await store.ReadQuestionAsync(address.Question, cancellationToken);
        var settled = asked.RecordedBy switch
        {
            RecordedBound.AtPosition { Position: var position } => await store.ResolvePositionAsync(
                position,
                cancellationToken
            ),
            RecordedBound.AtTime { Time: var time } => await store.ResolveTimeAsync(time, cancellationToken),
            _ => await store.ReadPositionAsync(cancellationToken),
        };
        var summary = await KeptState.ReadAsync(
            store,
            asked with
            {
                RecordedBy = new RecordedBound.AtPosition(settled.Position),
            },
            [],
            cancellationToken
        );
        var link = await store.ReadLinkAsync(settled.Position, cancellationToken);
        return new(address, store, states, asked, summary with { Asked = asked }, Convert.ToHexStringLower(link ?? []))
        {
            Proven = ProvenPosition.Create(settled.Position, link),
            Site = site,
            Texts = texts,
        };
    }

    /// <summary>The state of all rounds for a question, at a position of the record up to that of the page.</summary>
    internal Task<State> ReadStateAsync(Question question, CancellationToken cancellationToken) =>
        states.ReadAsync(this, question, cancellationToken);

    // The identifier itself: what begins with a text today may be another negotiation tomorrow.
    private static async Task RequireTalksAsync(
        MartenEventStore store,
        string talks,
        CancellationToken cancellationToken
    )
    {
        var known = await store.ReadNegotiationsAsync(cancellationToken);
        if (!known.Contains(talks, StringComparer.Ordinal))
        {
            throw new UnknownPageException($"there is no negotiation '{talks}'")
            {
                Nearest =
                [
                    .. SpellingSuggestions.To(talks, known).Select(near => (near, new PageAddress(near).Path)),
                    ("all negotiations of this store", "/"),
                ],
            };
        }
    }
}
