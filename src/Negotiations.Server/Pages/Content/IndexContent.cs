namespace Negotiations.Server.Pages;

/// <summary>The page of all negotiations in the store.</summary>
/// <param name="Settled">The position of the record for which it stands.</param>
/// <param name="Talks">The negotiations, by title.</param>
public sealed record IndexContent(RecordPosition Settled, IReadOnlyList<ListedTalks> Talks)
{
    internal static async Task<IndexContent> ReadAsync(
        MartenEventStore store,
        RecordPosition settled,
        CancellationToken cancellationToken
    )
    {
        var talks = new List<ListedTalks>();
        foreach (var id in await store.ReadNegotiationsAsync(cancellationToken))
        {
            var question = new Question(id, RecordedBy: new RecordedBound.AtPosition(settled.Position));
            try
            {
                var state = await KeptState.ReadAsync(store, question, [], cancellationToken);
                talks.Add(new(id, state.Definition.Title, state.Answered));
            }
            // It was defined after that position, or its definition is gone: then nothing can be told of it.
            catch (UnknownNegotiationException) { }
        }

        return new(settled, [.. talks.OrderBy(one => one.Title, StringComparer.Ordinal)]);
    }
}

/// <summary>A negotiation in a list.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Answered">How much is recorded of it.</param>
public sealed record ListedTalks(string Id, string Title, Answered Answered);
