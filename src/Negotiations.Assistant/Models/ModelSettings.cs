using System.Globalization;

namespace Negotiations.Assistant;

/// <summary>Which language model is asked, and how much.</summary>
/// <param name="Endpoint">
/// The address of a service that speaks OpenAI's chat completions, such as <c>https://models.example/v1</c> or
/// <c>http://localhost:11434/v1</c>.
/// </param>
/// <param name="Model">The name of the model there.</param>
public sealed record ModelSettings(Uri Endpoint, string Model)
{
    private const string EndpointName = "NEGOTIATIONS_MODEL_URL";
    private const string ModelName = "NEGOTIATIONS_MODEL";
    private const string KeyName = "NEGOTIATIONS_MODEL_KEY";
    private const string BudgetName = "NEGOTIATIONS_MODEL_TOKENS";
    private const string PriceName = "NEGOTIATIONS_MODEL_PRICE";
    private const string TimeoutName = "NEGOTIATIONS_MODEL_TIMEOUT";

    /// <summary>The key of the service; null where it wants none.</summary>
    public string? Key { get; init; }

    /// <summary>After how many tokens, sent and received, nothing more is asked for one article.</summary>
    public long MostTokens { get; init; } = 200_000;

    /// <summary>What a million tokens cost that are sent, and that are received; null where nobody says.</summary>
    public (decimal Sent, decimal Received)? Price { get; init; }

    /// <summary>How long one answer may take.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>The waits before a question is asked again that failed for the moment.</summary>
    public IReadOnlyList<TimeSpan> Waits { get; init; } =
    [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(15)];

    /// <summary>Reads them from the environment; null where it names no model.</summary>
    /// <param name="read">Reads a variable.</param>
    /// <exception cref="WrongInputException">A variable cannot be read, or one is missing.</exception>
    public static ModelSettings? Read(Func<string, string?> read)
    {
        if (Text(EndpointName) is not { } address)
            return Text(ModelName) is null
                ? null
                : throw Refuse(EndpointName, "is missing, the address of the service");
        if (!Uri.TryCreate(address, UriKind.Absolute, out var endpoint) || endpoint.Scheme is not ("http" or "https"))
            throw Refuse(EndpointName, $"'{address}' is no address that begins with http:// or https://");
        if (Text(ModelName) is not { } model)
            throw Refuse(ModelName, "is missing, the name of the model");
        var settings = new ModelSettings(endpoint, model) { Key = Text(KeyName) };
        if (Text(BudgetName) is { } tokens)
            settings = settings with { MostTokens = ReadNumber(BudgetName, tokens) };
        if (Text(TimeoutName) is { } seconds)
            settings = settings with { Timeout = TimeSpan.FromSeconds(ReadNumber(TimeoutName, seconds)) };
        return Text(PriceName) is { } price ? settings with { Price = ReadPrice(price) } : settings;

        string? Text(string name) => read(name)?.Trim() is { Length: > 0 } text ? text : null;
    }

    private static long ReadNumber(string name, string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw Refuse(name, $"'{text}' is no whole number above 0");

    private static (decimal Sent, decimal Received) ReadPrice(string text) =>
        text.Split('/') is [var sent, var received]
        && decimal.TryParse(sent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var first)
        && decimal.TryParse(received, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var second)
            ? (first, second)
            : throw Refuse(PriceName, $"'{text}' is no price such as 0.15/0.60, a million tokens sent and received");

    private static WrongInputException Refuse(string name, string problem) => new($"{name} {problem}");
}
