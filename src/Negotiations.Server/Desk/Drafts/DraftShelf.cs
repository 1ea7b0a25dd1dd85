using System.Globalization;
using Marten;
using Npgsql;

namespace Negotiations.Server.Desk;

/// <summary>The drafts of the desk, in the database.</summary>
internal sealed class DraftShelf(IDocumentStore documents)
{
    /// <summary>The drafts that somebody may work on, the last saved first; their texts are not read.</summary>
    public async Task<IReadOnlyList<ListedDraft>> ListAsync(Caller caller, CancellationToken cancellationToken)
    {
        await using var session = documents.QuerySession();
        var drafts = await session
            .Query<CodingDraft>()
            .Select(draft => new ListedDraft
            {
                Id = draft.Id,
                Owner = draft.Owner,
                Negotiation = draft.Negotiation,
                Article = draft.Article,
                Title = draft.Title,
                Reports = draft.Reports,
                Open = draft.Open,
                Saved = draft.Saved,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. drafts
                .Where(draft => caller.Negotiation is null || draft.Negotiation == caller.Negotiation)
                .OrderByDescending(draft => draft.Saved),
        ];
    }

    /// <summary>A draft as it is now.</summary>
    /// <exception cref="UnknownDraftException">It is not there.</exception>
    /// <exception cref="AccessException">The key of whoever asks is for another negotiation.</exception>
    public async Task<CodingDraft> FindAsync(Guid id, Caller caller, CancellationToken cancellationToken)
    {
        await using var session = documents.QuerySession();
        var draft = await session.LoadAsync<CodingDraft>(id, cancellationToken) ?? throw new UnknownDraftException();
        caller.RequireNegotiation(draft.Negotiation);
        return draft;
    }

    /// <summary>Puts a new draft there.</summary>
    /// <exception cref="FullShelfException">There are too many.</exception>
    public async Task AddAsync(CodingDraft draft, CancellationToken cancellationToken)
    {
        await using var session = documents.LightweightSession();
        var all = await session.Query<CodingDraft>().CountAsync(cancellationToken);
        var own = await session.Query<CodingDraft>().CountAsync(other => other.Owner == draft.Owner, cancellationToken);
        if (own >= CodingDraft.MostOfOne || all >= CodingDraft.MostOfAll)
            throw new FullShelfException(
                own >= CodingDraft.MostOfOne
                    ? $"you have {own} drafts, the most that one may have: record or delete some"
                    : $"there are {all} drafts, the most that there may be: record or delete some"
            );
        session.Insert(draft);
        await session.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Saves a draft, unless somebody has saved it since it was read.</summary>
    /// <exception cref="StaleDraftException">Somebody has.</exception>
    public async Task SaveAsync(CodingDraft draft, string? who, CancellationToken cancellationToken)
    {
        if (draft.Coded.Length > CodingDraft.MostCoded)
            throw new FullShelfException(
                $"the coded file would have more than {Limits.Format(CodingDraft.MostCoded)} characters, the most that "
                    + "the desk keeps: record what you have, or download it and go on in an editor"
            );
        draft.Saved = DateTimeOffset.UtcNow;
        draft.SavedBy = who;
        await using var session = documents.LightweightSession();
        if (await LockAsync(session, draft.Id, cancellationToken) is not { } version)
            throw new UnknownDraftException();
        if (version != draft.Version)
            throw new StaleDraftException();
        session.UpdateRevision(draft, version + 1);
        await session.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Takes a draft away, with its text.</summary>
    /// <param name="id">Identifier.</param>
    /// <param name="seen">The version that is to go; null for whatever it is.</param>
    /// <param name="cancellationToken">Cancels it.</param>
    /// <exception cref="StaleDraftException">Somebody has saved another version.</exception>
    public async Task DeleteAsync(Guid id, long? seen, CancellationToken cancellationToken)
    {
        await using var session = documents.LightweightSession();
        if (await LockAsync(session, id, cancellationToken) is not { } version)
            return;
        if (seen is not null && seen != version)
            throw new StaleDraftException();
        session.HardDelete<CodingDraft>(id);
        await session.SaveChangesAsync(cancellationToken);
    }

    // Until the session is saved, nobody else saves or deletes the draft. A save would else bring back what was
    // deleted.
    private static async Task<long?> LockAsync(IDocumentSession session, Guid id, CancellationToken cancellationToken)
    {
        await session.BeginTransactionAsync(cancellationToken);
        await using var command = new NpgsqlCommand(
            "select mt_version from public.mt_doc_coding_draft where id = @id for update",
            session.Connection
        )
        {
            Parameters = { new("id", id) },
        };
        return await command.ExecuteScalarAsync(cancellationToken) is { } version
            ? Convert.ToInt64(version, CultureInfo.InvariantCulture)
            : null;
    }
}

/// <summary>A draft in a list.</summary>
public sealed record ListedDraft
{
    /// <summary>Identifier.</summary>
    public Guid Id { get; init; }

    /// <summary>Who began it; null for the only user.</summary>
    public string? Owner { get; init; }

    /// <summary>Identifier of the negotiation.</summary>
    public string Negotiation { get; init; } = "";

    /// <summary>Identifier of the article.</summary>
    public string Article { get; init; } = "";

    /// <summary>Title of the article; null where it has none.</summary>
    public string? Title { get; init; }

    /// <summary>How many reports it has that would be recorded.</summary>
    public int Reports { get; init; }

    /// <summary>How many proposals nobody has decided.</summary>
    public int Open { get; init; }

    /// <summary>When it was saved last.</summary>
    public DateTimeOffset Saved { get; init; }
}

/// <summary>There is no such draft.</summary>
internal sealed class UnknownDraftException()
    : NotFoundException("there is no such draft: it was recorded or deleted; the desk lists those that there are");

/// <summary>There is no room for a draft.</summary>
internal sealed class FullShelfException(string message) : RefusedException(message);

/// <summary>Somebody has saved a draft since it was read.</summary>
internal sealed class StaleDraftException() : RefusedException("somebody has saved this draft meanwhile");
