using System.ClientModel;
using System.ClientModel.Primitives;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using OpenAI;

namespace Negotiations.Assistant;

/// <summary>Asks a model one small question after the other, each with the form that its answer is to have.</summary>
/// <remarks>What cannot be had for the moment is asked again; what a budget does not allow is not asked.</remarks>
internal sealed class ModelConversation : IDisposable
{
    // Where a service does not count: about so many characters of English are a token.
    private const int CharactersOfToken = 4;

    private readonly ModelSettings settings;
    private readonly AnswerCache? cache;
    private readonly IChatClient client;
    private long sent;
    private long received;
    private int asked;
    private int remembered;

    public ModelConversation(ModelSettings settings, AnswerCache? cache)
    {
        (this.settings, this.cache) = (settings, cache);
        var options = new OpenAIClientOptions
        {
            Endpoint = settings.Endpoint,
            // Asking again is counted and told here.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = settings.Timeout,
        };
        client = new OpenAIClient(new ApiKeyCredential(settings.Key ?? "none"), options)
            .GetChatClient(settings.Model)
            .AsIChatClient();
    }

    /// <summary>What was asked until now.</summary>
    public ModelUse Use =>
        new(
            asked,
            remembered,
            sent,
            received,
            settings.Price is { } price ? ((sent * price.Sent) + (received * price.Received)) / 1_000_000 : null
        );

    /// <summary>Whether nothing more may be asked.</summary>
    public bool IsSpent => sent + received >= settings.MostTokens;

    public void Dispose() => client.Dispose();

    /// <summary>The answer; null where there is none that has the form of an object, or no more may be asked.</summary>
    /// <param name="instructions">What is to be done; nothing of an article.</param>
    /// <param name="material">What it is to be done with: data, of which nothing is an instruction.</param>
    /// <param name="schema">The JSON schema of the answer.</param>
    /// <param name="cancellationToken">Cancels the question.</param>
    /// <exception cref="ModelUnavailableException">The service refuses it, or does not answer.</exception>
    public async Task<JsonObject?> AskAsync(
        string instructions,
        JsonObject material,
        JsonObject schema,
        CancellationToken cancellationToken
    )
    {
        var question = material.ToJsonString();
        var form = schema.ToJsonString();
        var name = AnswerCache.FindName(settings.Endpoint.ToString(), settings.Model, instructions, question, form);
        if (cache?.Find(name) is { } kept)
        {
            remembered++;
            return kept;
        }

        // An answer that is cut off or no JSON may be better the second time.
        for (var attempt = 0; attempt < 2 && !IsSpent; attempt++)
        {
            var text = await SendAsync(instructions, question, form, cancellationToken);
            if (ReadObject(text) is not { } answer)
                continue;
            cache?.Keep(name, answer);
            return answer;
        }

        return null;
    }

    private async Task<string> SendAsync(
        string instructions,
        string question,
        string form,
        CancellationToken cancellationToken
    )
    {
        List<ChatMessage> messages = [new(ChatRole.System, instructions), new(ChatRole.User, question)];
        using var schema = JsonDocument.Parse(form);
        var options = new ChatOptions
        {
            Temperature = 0,
            ResponseFormat = ChatResponseFormat.ForJsonSchema(schema.RootElement.Clone(), "answer"),
        };
        for (var attempt = 0; ; attempt++)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(settings.Timeout);
            try
            {
                asked++;
                var response = await client.GetResponseAsync(messages, options, limit.Token);
                Count(response, instructions.Length + question.Length + form.Length);
                return response.Text;
            }
            catch (Exception exception)
                when (!cancellationToken.IsCancellationRequested && FindProblem(exception) is var (problem, mayPass))
            {
                if (!mayPass || attempt >= settings.Waits.Count)
                    throw new ModelUnavailableException(
                        $"the model {settings.Model} at {settings.Endpoint} {problem}"
                            + (attempt > 0 ? $", asked {attempt + 1} times" : "")
                            + "; what was answered until now is kept, so that it is not asked again",
                        exception
                    );
                await Task.Delay(settings.Waits[attempt], cancellationToken);
            }
        }
    }

    private void Count(ChatResponse response, int length)
    {
        sent += response.Usage?.InputTokenCount ?? (length / CharactersOfToken);
        received += response.Usage?.OutputTokenCount ?? (response.Text.Length / CharactersOfToken);
    }

    // What happened, and whether it may pass.
    private static (string Problem, bool MayPass)? FindProblem(Exception exception) =>
        exception switch
        {
            ClientResultException { Status: 401 or 403 } refused => (
                $"refuses the key ({refused.Status}): set NEGOTIATIONS_MODEL_KEY",
                false
            ),
            ClientResultException { Status: 408 or 429 or >= 500 } busy => ($"failed ({busy.Status})", true),
            ClientResultException { Status: > 0 } wrong => ($"refuses the question ({wrong.Status})", false),
            ClientResultException or HttpRequestException => ($"cannot be reached: {exception.Message}", true),
            OperationCanceledException => ("did not answer in time", true),
            // What is no answer of the protocol at all.
            JsonException or FormatException or InvalidOperationException or KeyNotFoundException => (
                "answers in another protocol than chat completions",
                true
            ),
            AggregateException { InnerException: { } inner } => FindProblem(inner),
            _ => null,
        };

    private static JsonObject? ReadObject(string text)
    {
        try
        {
            return JsonNode.Parse(text) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
