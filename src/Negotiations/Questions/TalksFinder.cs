namespace Negotiations;

/// <summary>Finds the negotiation that somebody means.</summary>
public static class TalksFinder
{
    /// <summary>
    /// The negotiation with an identifier, else the only one whose identifier begins with the text or whose title
    /// contains it, whatever the case; without a text the only one there is.
    /// </summary>
    /// <exception cref="UnclearTalksException">There is none, or more than one.</exception>
    public static NegotiationDefined Find(string? text, IReadOnlyList<NegotiationDefined> defined)
    {
        if (text is null)
        {
            return defined.Count switch
            {
                1 => defined[0],
                0 => throw new UnclearTalksException(
                    "the store has no negotiation yet; replay the coded files of one first",
                    defined
                ),
                _ => throw new UnclearTalksException("the store has several negotiations; name one of them", defined),
            };
        }

        var exact = defined.FirstOrDefault(talks => talks.Negotiation.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (exact is not null)
            return exact;
        var found = defined.Where(talks => IsMeant(text, talks)).ToList();
        return found.Count switch
        {
            1 => found[0],
            0 => throw new UnclearTalksException($"there is no negotiation '{text}'", defined),
            _ => throw new UnclearTalksException($"'{text}' can mean several negotiations", found),
        };
    }

    /// <summary>The negotiations that are defined in a store, as they now stand.</summary>
    public static async Task<IReadOnlyList<NegotiationDefined>> ReadDefinedAsync(
        this IEventStore store,
        CancellationToken cancellationToken = default
    )
    {
        var defined = new List<NegotiationDefined>();
        foreach (var id in await store.ReadNegotiationsAsync(cancellationToken))
        {
            if ((await store.ReadDefinitionAsync(id, null, cancellationToken)).Definition is { } definition)
                defined.Add(definition);
        }

        return defined;
    }

    private static bool IsMeant(string text, NegotiationDefined talks) =>
        text.Length > 0
        && (
            talks.Negotiation.StartsWith(text, StringComparison.OrdinalIgnoreCase)
            || NameForm.Fold(talks.Title).Contains(NameForm.Fold(text), StringComparison.OrdinalIgnoreCase)
        );
}
