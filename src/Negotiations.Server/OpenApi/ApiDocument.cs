using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Negotiations.Server;

/// <summary>The description of the API (OpenAPI 3.1), written from the catalogue and the schemas.</summary>
// Written from the catalogue and not found in the code: the answers are JSON that no type of the program stands for.
internal static partial class ApiDocument
{
    public const string Address = "/openapi/v1.json";

    private const string Problem = "problem";

    // Whatever is asked can come to these.
    private static readonly int[] Always = [400, 401, 403, 429, 500, 503];

    private static readonly Dictionary<int, string> Meanings = new()
    {
        [400] = "A parameter is wrong, unknown or given twice, or what was sent is no such message",
        [401] = "It needs a key or a token, or that is not valid",
        [403] = "Whoever asks may not do this",
        [404] = "There is no such negotiation, event, fact or article",
        [410] = "The record does not have this position any more",
        [409] = "It contradicts the store, or an earlier correction",
        [413] = "What was sent is larger than the limit",
        [415] = "What was sent is neither YAML nor JSON",
        [422] = "The coded file or the correction is wrong",
        [429] = "Asked too often: ask again after the time in Retry-After",
        [500] = "The database refused what was asked of it, or a fault of the program",
        [503] = "The database failed, or others kept appending: ask again after the time in Retry-After",
    };

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The statuses by which an endpoint says that something is wrong.</summary>
    public static IReadOnlyList<int> ListErrors(ApiEndpoint endpoint) => [.. Always.Concat(endpoint.Errors).Order()];

    /// <summary>Maps the address of the document.</summary>
    public static void Map(WebApplication app, ServerSettings settings)
    {
        var document = Write(settings);
        app.MapGet(Address, () => Results.Text(document, "application/json"));
    }

    public static string Write(ServerSettings settings)
    {
        JsonObject paths = [];
        foreach (var group in ApiCatalogue.Endpoints.GroupBy(endpoint => endpoint.Route, StringComparer.Ordinal))
            paths[group.Key] = new JsonObject(
                group.Select(endpoint =>
                    KeyValuePair.Create(
                        endpoint.Method.ToLowerInvariant(),
                        (JsonNode?)DescribeOperation(endpoint, settings)
                    )
                )
            );
        var schemas = ApiCatalogue
            .Endpoints.SelectMany(endpoint => new[] { endpoint.Schema, endpoint.Body })
            .OfType<string>()
            .Append(Problem);
        return new JsonObject
        {
            ["openapi"] = "3.1.1",
            ["info"] = new JsonObject
            {
                ["title"] = "Negotiations",
                ["version"] = "1",
                ["description"] = "The state of negotiations as of any time, who says so, and what has changed.",
            },
            ["paths"] = paths,
            ["components"] = new JsonObject
            {
                ["schemas"] = SchemaComponents.Read(schemas),
                ["securitySchemes"] = new JsonObject
                {
                    ["bearer"] = new JsonObject
                    {
                        ["type"] = "http",
                        ["scheme"] = "bearer",
                        ["description"] = "A key (negotiations-server keys add), or a token of the organisation (JWT)",
                    },
                },
            },
        }.ToJsonString(Written);
    }

    private static JsonObject DescribeOperation(ApiEndpoint endpoint, ServerSettings settings)
    {
        JsonObject operation = new()
        {
            ["operationId"] = NameOperation(endpoint),
            ["summary"] = endpoint.Summary,
            ["parameters"] = DescribeParameters(endpoint),
            ["responses"] = DescribeResponses(endpoint),
            ["security"] = DescribeSecurity(endpoint, settings),
        };
        if (endpoint.Roles.Count > 0)
            operation["description"] = $"It needs the role {string.Join(" or ", endpoint.Roles)}.";
        if (endpoint.Body is { } body)
            operation["requestBody"] = new JsonObject
            {
                ["required"] = true,
                ["content"] = new JsonObject(
                    (endpoint.IsYaml ? ["application/yaml", "application/json"] : new[] { "application/json" }).Select(
                        type =>
                            KeyValuePair.Create(
                                type,
                                (JsonNode?)new JsonObject { ["schema"] = SchemaComponents.Refer(body) }
                            )
                    )
                ),
            };
        return operation;
    }

    private static JsonArray DescribeParameters(ApiEndpoint endpoint)
    {
        var inPath = RouteParameter()
            .Matches(endpoint.Route)
            .Select(match => match.Groups[1].Value)
            .Select(name => new ApiParameter(
                name,
                name == "talks"
                    ? "The negotiation: its identifier, its beginning, or a part of the title"
                    : "Its identifier",
                IsRequired: true
            ));
        return
        [
            .. inPath.Select(parameter => Describe(parameter, "path")),
            .. endpoint.Parameters.Select(parameter => Describe(parameter, "query")),
            .. endpoint.Headers.Select(parameter => Describe(parameter, "header")),
        ];
    }

    private static JsonObject Describe(ApiParameter parameter, string place)
    {
        JsonObject schema = new() { ["type"] = "string" };
        if (parameter.Values is { } values)
            schema["enum"] = new JsonArray([.. values.Select(value => (JsonNode?)value)]);
        return new()
        {
            ["name"] = parameter.Name,
            ["in"] = place,
            ["required"] = parameter.IsRequired,
            ["description"] = parameter.Description,
            ["schema"] = schema,
        };
    }

    private static JsonObject DescribeResponses(ApiEndpoint endpoint)
    {
        JsonObject responses = [];
        responses[endpoint.MediaType is null ? "204" : "200"] = DescribeAnswer(endpoint);
        if (endpoint.IsTagged)
            responses["304"] = new JsonObject { ["description"] = "Whoever asks has the answer already" };
        foreach (var status in ListErrors(endpoint))
            responses[$"{status}"] = new JsonObject
            {
                ["description"] = Meanings[status],
                ["content"] = new JsonObject
                {
                    ["application/problem+json"] = new JsonObject { ["schema"] = SchemaComponents.Refer(Problem) },
                },
            };
        return responses;
    }

    private static JsonObject DescribeAnswer(ApiEndpoint endpoint)
    {
        JsonObject answer = new() { ["description"] = endpoint.Summary };
        if (endpoint.IsTagged)
            answer["headers"] = new JsonObject
            {
                ["ETag"] = DescribeHeader("The same as long as the answer is the same"),
                ["Cache-Control"] = DescribeHeader("How long the answer may be kept"),
                ["Link"] = DescribeHeader("Where the same is at other times (RFC 7089)"),
                ["Memento-Datetime"] = DescribeHeader("When the position was recorded for which it was asked"),
            };
        if (endpoint.MediaType is { } type)
            answer["content"] = new JsonObject
            {
                [type] = new JsonObject
                {
                    ["schema"] = endpoint.Schema is { } schema
                        ? SchemaComponents.Refer(schema)
                        : new JsonObject { ["type"] = "string" },
                },
            };
        return answer;
    }

    private static JsonObject DescribeHeader(string description) =>
        new()
        {
            ["description"] = description,
            ["schema"] = new JsonObject { ["type"] = "string" },
        };

    private static JsonArray DescribeSecurity(ApiEndpoint endpoint, ServerSettings settings)
    {
        JsonArray security = [new JsonObject { ["bearer"] = new JsonArray() }];
        if (settings.SingleUser || (endpoint.Method == "GET" && settings.Reading == Reading.Open))
            security.Add(new JsonObject());
        return security;
    }

    private static string NameOperation(ApiEndpoint endpoint) =>
        string.Join(
            '-',
            endpoint
                .Route.Split('/', StringSplitOptions.RemoveEmptyEntries)
                .Where(part => part != "api" && !part.StartsWith('{'))
                .Prepend(endpoint.Method.ToLowerInvariant())
        );

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex RouteParameter();
}
