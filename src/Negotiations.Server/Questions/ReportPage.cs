using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.Extensions;

namespace Negotiations.Server;

/// <summary>A part of a list of reports: those after one of them, and at most so many.</summary>
/// <remarks>
/// Its cursor names the position of the record at which the first part was read: all parts are of one list, whatever is
/// recorded meanwhile. It fits no other question.
/// </remarks>
internal sealed record ReportPage
{
    private const int Most = 1000;
    private const string Limit = "limit";
    private const string Cursor = "cursor";

    private readonly HttpRequest request;
    private readonly int limit;
    private readonly Guid? after;

    private ReportPage(HttpRequest request, int limit, ProvenPosition? position, Guid? after) =>
        (this.request, this.limit, Position, this.after) = (request, limit, position, after);

    /// <summary>The parameters that choose a part.</summary>
    public static IReadOnlyList<string> Parameters { get; } = [Limit, Cursor];

    /// <summary>The position at which the list is read; null in the first part.</summary>
    public ProvenPosition? Position { get; }

    /// <exception cref="WrongParameterException">The limit is no such number, or the cursor is of another
    /// question.</exception>
    public static ReportPage Read(HttpRequest request, Parameters parameters)
    {
        var limit = int.MaxValue;
        if (
            parameters[Limit] is { } text
            && !(
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit)
                && limit is >= 1 and <= Most
            )
        )
            throw new WrongParameterException(Limit, $"'{text}' is no number from 1 to {Most}");
        if (parameters[Cursor] is not { } cursor)
            return new(request, limit, null, null);
        return
            Decode(cursor) is [{ } position, { } after, { } question]
            && ProvenPosition.Find(position) is { } at
            && Guid.TryParse(after, out var id)
            && question == HashQuestion(request)
            ? new(request, limit, at, id)
            : throw WrongCursor();
    }

    /// <summary>The question as of the position of the first part.</summary>
    public QuestionText Pin(QuestionText question) =>
        Position is { } position ? question with { RecordedBy = $"{position}" } : question;

    /// <summary>Takes the part out of the whole list, and says by a header where the next one is.</summary>
    /// <exception cref="WrongParameterException">The report of the cursor is not in the list.</exception>
    public IReadOnlyList<FoundReport> Take(IReadOnlyList<FoundReport> reports, ProvenPosition position)
    {
        var start = 0;
        if (after is { } id)
        {
            while (start < reports.Count && reports[start].Visible.EventId != id)
                start++;
            if (start == reports.Count)
                throw WrongCursor();
            start++;
        }

        if (reports.Count - start <= limit)
            return start == 0 ? reports : [.. reports.Skip(start)];
        var part = reports.Skip(start).Take(limit).ToList();
        request.HttpContext.Response.Headers.Append("Link", Memento.Describe(LocateNext(position, part[^1]), "next"));
        return part;
    }

    private string LocateNext(ProvenPosition position, FoundReport last)
    {
        var cursor = Encode($"{position}", $"{last.Visible.EventId}", HashQuestion(request));
        var query = new QueryBuilder(request.Query.Where(pair => pair.Key != Cursor)) { { Cursor, cursor } };
        return UriHelper.BuildAbsolute(
            request.Scheme,
            request.Host,
            request.PathBase,
            request.Path,
            query.ToQueryString()
        );
    }

    private static string HashQuestion(HttpRequest request)
    {
        var query = request
            .Query.Where(pair => !Parameters.Contains(pair.Key))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => $"{pair.Key}={pair.Value}")
            .Prepend(request.Path.Value ?? "");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', query))))[..16];
    }

    private static string Encode(params string[] parts) =>
        Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join('|', parts)));

    private static string[] Decode(string cursor) =>
        Base64Url.IsValid(cursor) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor)).Split('|') : [];

    private static WrongParameterException WrongCursor() =>
        new(Cursor, "it is no cursor of this question: take the address of the header Link as it is");
}
