using System.Security.Cryptography;
using System.Text;
using Marten;

namespace Negotiations.Server;

/// <summary>Who sends something to record, and which request it is.</summary>
/// <param name="Name">Who sends it; null where nobody says.</param>
/// <param name="Only">The only negotiation in which they may record; null: in all.</param>
/// <param name="Request">The hash of who sends it, where, and of the header <c>Idempotency-Key</c>; null: without
/// one.</param>
/// <param name="Content">The hash of what is sent.</param>
public sealed record Sender(string? Name = null, string? Only = null, string? Request = null, string? Content = null)
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 200;

    /// <summary>Reads who sends a request.</summary>
    /// <exception cref="WrongParameterException">The header is no such key.</exception>
    internal static Sender From(HttpRequest request, string content)
    {
        var caller = Caller.Find(request.HttpContext);
        var sender = new Sender(caller.Name, caller.Negotiation);
        if (!request.Headers.TryGetValue(Header, out var keys))
            return sender;
        var key = keys.ToString();
        if (keys.Count != 1 || key.Length is 0 or > LongestKey || key.Any(letter => letter is <= ' ' or > '~'))
            throw new WrongParameterException(Header, $"the key has 1 to {LongestKey} visible characters of ASCII");
        return sender with { Request = Hash($"{caller.Name}\n{request.Path}\n{key}"), Content = Hash(content) };
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>What a request with an <c>Idempotency-Key</c> recorded. It is kept for a day.</summary>
/// <param name="Id">The hash of who sent it, where, and of the key.</param>
/// <param name="Content">The hash of what was sent.</param>
/// <param name="Result">What was recorded.</param>
/// <param name="At">When.</param>
public sealed record EarlierIntake(string Id, string Content, IntakeResult Result, DateTimeOffset At)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>What the same request recorded before; null where it is the first.</summary>
    /// <exception cref="ReusedKeyException">Another request had the key.</exception>
    internal static async Task<IntakeResult?> FindAsync(
        Sender? sender,
        IDocumentSession session,
        CancellationToken cancellationToken
    )
    {
        if (
            sender?.Request is not { } id
            || await session.LoadAsync<EarlierIntake>(id, cancellationToken) is not { } earlier
            || earlier.At < DateTimeOffset.UtcNow - Kept
        )
            return null;
        return earlier.Content == sender.Content ? earlier.Result : throw new ReusedKeyException();
    }

    // Of two requests at the same time one is recorded. The other cannot insert this a second time, is carried out
    // anew, and finds it.
    internal static void Keep(Sender? sender, IntakeResult result, IDocumentSession session)
    {
        if (sender?.Request is not { } id)
            return;
        var now = DateTimeOffset.UtcNow;
        var forgotten = now - Kept;
        session.DeleteWhere<EarlierIntake>(intake => intake.At < forgotten);
        session.Insert(new EarlierIntake(id, sender.Content!, result, now));
    }
}

/// <summary>Who sent what was recorded.</summary>
/// <param name="Id">Identifier of the first of the events.</param>
/// <param name="Negotiation">Identifier of the negotiation.</param>
/// <param name="Stream">Name of the stream of the events.</param>
/// <param name="Who">Name of the key, or of the person by the token.</param>
/// <param name="At">When.</param>
public sealed record SignedIntake(Guid Id, string Negotiation, string Stream, string Who, DateTimeOffset At);

internal sealed class ReusedKeyException()
    : RefusedException("the Idempotency-Key was sent before with something else: take a new one");
