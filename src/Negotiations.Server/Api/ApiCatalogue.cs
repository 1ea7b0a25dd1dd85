namespace Negotiations.Server;

/// <summary>Every endpoint of the API. Who may ask it and its description (OpenAPI) follow from here.</summary>
internal static class ApiCatalogue
{
    private static readonly ApiParameter[] Bounds =
    [
        new("known-by", "What was known by a time: a date or a time, such as 2031-05-01 or 2031-05-01T18:00"),
        new("happened-by", "What had happened by a time"),
        new(Server.Parameters.RecordedBy, "What was recorded by a position of the record, or by a time"),
    ];

    private static readonly ApiParameter Facts = new("facts", "A part of the keys of facts, such as 2031-05/position");
    private static readonly ApiParameter Actor = new("actor", "An actor, by any of its names");
    private static readonly ApiParameter Side = new("side", "A side of the talks");
    private static readonly ApiParameter Issue = new("issue", "An issue of the talks");
    private static readonly ApiParameter Text = new("text", "A part of a text, whatever the case");
    private static readonly string[] YesOrNo = ["true", "false"];

    private static readonly ApiParameter File = new("file", "The name of the file in errors");

    private static readonly ApiParameter[] OnceOnly =
    [
        new("Idempotency-Key", "At most 200 visible characters: sent again within a day, it is not done again"),
    ];

    public static readonly IReadOnlyList<ApiEndpoint> Endpoints =
    [
        new("GET", "/api", "The negotiations in the store") { Schema = "talks" },
        new("GET", "/api/{talks}/state", "The facts")
        {
            Schema = "state",
            IsTagged = true,
            Errors = [404, 410],
            Parameters = [.. Bounds, Facts, Actor, Side, Issue, Text],
        },
        new("GET", "/api/{talks}/positions", "What each side says on each issue")
        {
            Schema = "positions",
            IsTagged = true,
            Errors = [404, 410],
            Parameters = [.. Bounds, new("since", "Marks what has moved since a time")],
        },
        new("GET", "/api/{talks}/blame", "Who says so: the reports behind each fact")
        {
            Schema = "blame",
            IsTagged = true,
            Errors = [404, 410],
            Parameters = [.. Bounds, Facts],
        },
        new("GET", "/api/{talks}/history", "How each fact came to be what it is")
        {
            Schema = "history",
            IsTagged = true,
            Errors = [404, 410],
            Parameters = [.. Bounds, Facts],
        },
        new("GET", "/api/{talks}/reports", "The reports. With a limit, the header Link leads to the next ones")
        {
            Schema = "reports",
            IsTagged = true,
            Errors = [404, 410],
            Parameters =
            [
                .. Bounds,
                new("type", "A type of events"),
                Actor,
                Side,
                Issue,
                new("round", "A round of the talks"),
                new("act", "An act"),
                Text,
                new("withdrawn", "Whether withdrawn reports are listed too", Values: YesOrNo),
                new("limit", "How many at most, from 1 to 1000; without it, all"),
                new("cursor", "Where the part begins, from the header Link of the part before"),
            ],
        },
        new("GET", "/api/{talks}/diff", "What differs between two times on one clock")
        {
            Schema = "diff",
            IsTagged = true,
            Errors = [404, 410],
            Parameters =
            [
                .. Bounds,
                Facts,
                new("from", "The earlier bound", IsRequired: true),
                new("to", "The later bound", IsRequired: true),
                new("clock", "The clock of both; if it is not given, known", Values: QuestionText.Clocks),
            ],
        },
        new("GET", "/api/{talks}/audit", "What is weak in the record. The server holds no texts")
        {
            Schema = "audit",
            Errors = [404, 410],
            Parameters = [.. Bounds, new("chain", "Whether the hash chain is computed anew", Values: YesOrNo)],
        },
        new("GET", "/api/{talks}/changes", "The changes of the answer, in the order in which they were published")
        {
            Schema = "changes",
            Errors = [404, 410],
            Parameters =
            [
                new("after", "The 'next' of an earlier answer"),
                new("limit", "How many at most, from 1 to 1000"),
            ],
        },
        new("GET", "/api/{talks}/checks", "The articles that somebody should look at again")
        {
            Schema = "checks",
            Errors = [404],
        },
        new("GET", "/api/{talks}/events", "What is recorded, as it is recorded: server-sent events, id = position")
        {
            MediaType = StreamEventsEndpoint.MediaType,
            Errors = [404, 410],
            Parameters = [new("after", "The position after which events are told; without it, now")],
            Headers = [new("Last-Event-ID", "The position of the last event that was received")],
        },
        new("GET", "/api/{talks}/feed.atom", "What was recorded last, as a feed (RFC 4287)")
        {
            MediaType = ChangesFeedEndpoint.MediaType,
            IsTagged = true,
            Errors = [404],
        },
        new("GET", "/api/{talks}/timemap", "The positions at which a question has other answers (RFC 7089)")
        {
            MediaType = TimeMapEndpoint.MediaType,
            Errors = [404],
            Parameters = [new("of", "The question; if it is not given, state", Values: Memento.Questions)],
        },
        new("POST", "/api/negotiations", "Records the file of a negotiation")
        {
            Roles = [Server.Roles.Editor],
            Schema = "intake",
            Body = "negotiation",
            IsYaml = true,
            Errors = [409, 413, 415, 422],
            Parameters = [File],
            Headers = OnceOnly,
        },
        new("POST", "/api/articles", "Records a coded file of a version of an article")
        {
            Roles = [Server.Roles.Coder],
            Schema = "intake",
            Body = "article",
            IsYaml = true,
            Errors = [409, 413, 415, 422],
            Parameters =
            [
                File,
                new(
                    "reason",
                    "Why; records edits of a coding that is in the store as corrections. It needs the editor"
                ),
                new("who", "Who made the edits; if it is not given, whoever sends them"),
            ],
            Headers = OnceOnly,
        },
        new("POST", "/api/articles/reports", "Records further reports of a version that is in the store")
        {
            Roles = [Server.Roles.Coder],
            Schema = "intake",
            Body = "article",
            IsYaml = true,
            Errors = [409, 413, 415, 422],
            Parameters = [File],
            Headers = OnceOnly,
        },
        new("POST", "/api/corrections", "Records a correction")
        {
            Roles = [Server.Roles.Editor],
            Schema = "intake",
            Body = "correction",
            Errors = [404, 409, 413, 415, 422],
            Headers = OnceOnly,
        },
        new("POST", "/api/{talks}/articles/{article}/checked", "Somebody has looked at the article: ask again later")
        {
            Roles = [Server.Roles.Coder, Server.Roles.Editor],
            MediaType = null,
            Errors = [404, 415],
        },
    ];

    /// <summary>The endpoint of a request; null where it asks for something else.</summary>
    public static ApiEndpoint? Find(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route }
            ? Endpoints.FirstOrDefault(endpoint => endpoint.Method == context.Request.Method && endpoint.Route == route)
            : null;
}
