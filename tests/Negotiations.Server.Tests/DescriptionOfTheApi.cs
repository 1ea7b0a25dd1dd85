using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Negotiations.Server.Tests;

/// <summary>The OpenAPI document says what the server does.</summary>
[Collection(OneServer.Name)]
public sealed class DescriptionOfTheApi(RunningServer server) : IAsyncLifetime
{
    private readonly Quarry quarry = Quarry.New();
    private JsonObject document = null!;

    public async Task InitializeAsync()
    {
        await server.TakeInAsync("/api/negotiations", quarry.Definition);
        await server.TakeInAsync("/api/articles", quarry.Article(1, 1, 2));
        document = JsonNode.Parse((await server.GetAsync(ApiDocument.Address)).Body)!.AsObject();
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void It_is_read_as_OpenAPI_3_1_without_a_complaint()
    {
        var read = OpenApiDocument.Parse(document.ToJsonString(), "json");

        Assert.Equal(OpenApiSpecVersion.OpenApi3_1, read.Diagnostic!.SpecificationVersion);
        Assert.Empty(read.Diagnostic.Errors);
        Assert.Equal(document["paths"]!.AsObject().Count, read.Document!.Paths.Count);
    }

    [Fact]
    public void It_describes_what_is_mapped_and_nothing_else()
    {
        var mapped = server
            .Services.GetRequiredService<EndpointDataSource>()
            .Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.RoutePattern.RawText!.StartsWith("/api", StringComparison.Ordinal))
            .SelectMany(endpoint =>
                endpoint
                    .Metadata.GetMetadata<HttpMethodMetadata>()!
                    .HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText}")
            );
        var described = document["paths"]!
            .AsObject()
            .SelectMany(path =>
                path.Value!.AsObject().Select(operation => $"{operation.Key.ToUpperInvariant()} {path.Key}")
            );

        Assert.Equal(mapped.Order(StringComparer.Ordinal), described.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Each_endpoint_takes_the_parameters_that_are_described()
    {
        foreach (var (method, route, operation) in Operations())
        {
            using var response = await server.SendAsync(
                new HttpMethod(method),
                $"{Fill(route)}?nothing=1",
                null,
                method == "POST" ? new("x", "{}") : null
            );
            var problem = await response.Content.ReadAsStringAsync();

            var known = Regex.Match(problem, "there are ([^\"]*)\"").Groups[1].Value;
            Assert.Contains("there is no parameter 'nothing'", Regex.Unescape(problem));
            Assert.Equal(
                operation["parameters"]!
                    .AsArray()
                    .Where(parameter => (string?)parameter!["in"] == "query")
                    .Select(parameter => (string)parameter!["name"]!)
                    .Order(StringComparer.Ordinal),
                known.Split(", ", StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public async Task Each_answer_fits_the_schema_that_is_described()
    {
        foreach (var (_, route, operation) in Operations().Where(one => one.Method == "GET"))
        {
            var content = operation["responses"]!["200"]!["content"]!.AsObject().Single();
            var query = route.EndsWith("/diff", StringComparison.Ordinal) ? "?from=2031-05-01&to=2031-05-03" : "";
            using var response = await server.SendAsync(HttpMethod.Get, $"{Fill(route)}{query}");

            Assert.Equal(content.Key, response.Content.Headers.ContentType?.MediaType);
            if (content.Key == "application/json")
                AssertFits(content.Value!["schema"]!, await response.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task What_is_posted_is_answered_as_described()
    {
        var schema = document["paths"]!["/api/articles"]!["post"]!["responses"]!["200"]!["content"]![
            "application/json"
        ]!["schema"]!;

        AssertFits(schema, (await server.PostAsync("/api/articles", quarry.Article(2, 1))).Body);
    }

    [Theory]
    [InlineData("GET", "/api/{talks}/state", "?known-by=someday", null)]
    [InlineData("GET", "/api/{talks}/state", "?facts=2031-05/weather", null)]
    [InlineData("POST", "/api/articles", "", "{}")]
    [InlineData("POST", "/api/articles", "", "article: [")]
    [InlineData("POST", "/api/negotiations", "", "negotiation: x\nzone: Nowhere")]
    [InlineData("POST", "/api/corrections", "", "{}")]
    [InlineData("POST", "/api/{talks}/articles/{article}/checked", "", "{}")]
    public async Task Each_error_is_a_problem_as_described(string method, string route, string query, string? body)
    {
        using var response = await server.SendAsync(
            new HttpMethod(method),
            $"{Fill(route)}{query}",
            null,
            body is null ? null : new("x", body)
        );

        var described = document["paths"]![route]![method.ToLowerInvariant()]!["responses"]![
            $"{(int)response.StatusCode}"
        ]!["content"]!
            .AsObject()
            .Single();
        Assert.Equal(described.Key, response.Content.Headers.ContentType?.MediaType);
        AssertFits(described.Value!["schema"]!, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_edited_file_is_refused_as_described()
    {
        var coded = quarry.Article(1, 1, 2);
        var edited = coded with { Text = coded.Text.Replace("certainty: 4", "certainty: 3", StringComparison.Ordinal) };

        var (_, body) = await server.PostAsync("/api/articles", edited);

        AssertFits(SchemaComponents.Refer("problem"), body);
        Assert.NotEmpty(JsonNode.Parse(body)!["differences"]!.AsArray());
    }

    [Fact]
    public void No_schema_fits_anything_else()
    {
        foreach (var (_, _, operation) in Operations().Where(one => one.Method == "GET"))
            if (operation["responses"]!["200"]!["content"]!["application/json"] is { } content)
                Assert.NotEmpty(FindErrors(content["schema"]!, """{"surprise": 1}"""));
    }

    private IEnumerable<(string Method, string Route, JsonNode Operation)> Operations() =>
        document["paths"]!
            .AsObject()
            .SelectMany(path =>
                path.Value!.AsObject()
                    .Select(operation => (operation.Key.ToUpperInvariant(), path.Key, operation.Value!))
            );

    private string Fill(string route) =>
        route
            .Replace("{talks}", quarry.Talks, StringComparison.Ordinal)
            .Replace("{article}", "none", StringComparison.Ordinal);

    private void AssertFits(JsonNode schema, string json)
    {
        var errors = FindErrors(schema, json);
        Assert.True(errors.Count == 0, $"{string.Join('\n', errors)}\n{json}");
    }

    // The checker knows no components: they are put where a schema has its definitions.
    private IReadOnlyList<string> FindErrors(JsonNode schema, string json)
    {
        var whole = schema.DeepClone().AsObject();
        whole["$defs"] = document["components"]!["schemas"]!.DeepClone();
        return JsonSchema
            .Parse(whole.ToJsonString().Replace("#/components/schemas/", "#/$defs/", StringComparison.Ordinal))
            .Errors(JsonNode.Parse(json));
    }
}
