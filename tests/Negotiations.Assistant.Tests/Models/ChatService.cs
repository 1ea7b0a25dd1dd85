using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Negotiations.Assistant.Tests;

/// <summary>A service on this machine that speaks OpenAI's chat completions; a test says what it answers.</summary>
internal sealed class ChatService : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly Func<ChatQuestion, ChatAnswer> answer;

    public ChatService(Func<ChatQuestion, ChatAnswer> answer)
    {
        this.answer = answer;
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        listener.Prefixes.Add($"http://localhost:{port}/");
        listener.Start();
        Endpoint = new($"http://localhost:{port}/v1");
        _ = Task.Run(ServeAsync);
    }

    public Uri Endpoint { get; }

    /// <summary>What was asked, in order.</summary>
    public List<ChatQuestion> Questions { get; } = [];

    public ModelSettings Settings => new(Endpoint, "invented-1") { Waits = [TimeSpan.Zero, TimeSpan.Zero] };

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            _ = Task.Run(() => AnswerAsync(context));
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream);
        var question = ChatQuestion.Read(
            (JsonObject)JsonNode.Parse(await reader.ReadToEndAsync())!,
            context.Request.Headers["Authorization"]
        );
        lock (Questions)
            Questions.Add(question);
        var given = answer(question);
        await Task.Delay(given.After);
        try
        {
            context.Response.StatusCode = given.Status;
            context.Response.ContentType = "application/json";
            await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(given.Body));
            context.Response.Close();
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // Whoever asked has gone.
        }
    }
}

/// <summary>A question as it came over the wire.</summary>
internal sealed record ChatQuestion(
    string Instructions,
    JsonObject Material,
    JsonObject Schema,
    bool IsStrict,
    string? Key
)
{
    /// <summary>The names of what is asked for.</summary>
    public IReadOnlyList<string> Members => [.. Schema["properties"]!.AsObject().Select(member => member.Key)];

    public static ChatQuestion Read(JsonObject request, string? key)
    {
        var format = request["response_format"]!["json_schema"]!;
        return new(
            ReadText(request["messages"]![0]!["content"]!),
            (JsonObject)JsonNode.Parse(ReadText(request["messages"]![1]!["content"]!))!,
            (JsonObject)format["schema"]!,
            format["strict"]?.GetValue<bool>() ?? false,
            key
        );
    }

    private static string ReadText(JsonNode content) =>
        content is JsonArray parts ? parts[0]!["text"]!.GetValue<string>() : content.GetValue<string>();
}

/// <summary>What the service answers.</summary>
internal sealed record ChatAnswer(string Body, int Status = 200)
{
    public TimeSpan After { get; init; }

    /// <summary>An answer with the given text as the model's.</summary>
    public static ChatAnswer Say(string text, int sent = 100, int received = 20) =>
        new(
            new JsonObject
            {
                ["id"] = "1",
                ["object"] = "chat.completion",
                ["created"] = 1,
                ["model"] = "invented-1",
                ["choices"] = new JsonArray(
                    new JsonObject
                    {
                        ["index"] = 0,
                        ["finish_reason"] = "stop",
                        ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = text },
                    }
                ),
                ["usage"] = new JsonObject
                {
                    ["prompt_tokens"] = sent,
                    ["completion_tokens"] = received,
                    ["total_tokens"] = sent + received,
                },
            }.ToJsonString()
        );

    public static ChatAnswer Say(JsonObject answer) => Say(answer.ToJsonString());
}
