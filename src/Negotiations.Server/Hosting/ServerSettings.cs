namespace Negotiations.Server;

/// <summary>The section <c>Negotiations</c> of the server's configuration; docs/server.md lists it.</summary>
public sealed record ServerSettings
{
    public const string Section = "Negotiations";

    /// <summary>
    /// Whether this is the only process on the database. It then takes over at once what it left when it was stopped.
    /// Two such processes would do the same work twice.
    /// </summary>
    public bool SingleNode { get; init; }

    /// <summary>
    /// The PostgreSQL queue of Wolverine's that gets each <see cref="AnswerChanged"/>: small letters, digits and
    /// underscores. Null or empty: no queue does.
    /// </summary>
    public string? ChangesQueue { get; init; }

    /// <summary>The table of that queue; null where there is none.</summary>
    /// <exception cref="ArgumentException">No queue can have this name.</exception>
    internal string? ChangesTable =>
        ChangesQueue switch
        {
            null or "" => null,
            { Length: <= 40 } queue
                when queue.All(letter =>
                    char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'
                ) => $"wolverine_queue_{queue}",
            var other => throw new ArgumentException(
                $"{Section}__{nameof(ChangesQueue)}: '{other}' is no name of a queue; "
                    + "it has at most 40 small letters, digits and underscores"
            ),
        };

    /// <summary>
    /// A folder with the texts of articles. Pages quote from it the sentences in which reports stand, and never more.
    /// Null or empty: they quote nothing.
    /// </summary>
    public string? ArticlesFolder { get; init; }

    /// <summary>How long a message from a queue may take. One that takes longer is stopped and tried again.</summary>
    public TimeSpan HandleWithin { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>How long after a version of an article somebody is asked to look at the article again.</summary>
    public TimeSpan CheckAgainAfter { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Who may read. Nobody writes without a key or a token.</summary>
    public Reading Reading { get; init; }

    /// <summary>
    /// Whether everything is allowed to whoever asks from this machine; the server then listens on loopback only.
    /// </summary>
    public bool SingleUser { get; init; }

    /// <summary>Whose tokens count besides keys; null: nobody's.</summary>
    public JwtSettings? Jwt { get; init; }

    /// <summary>With which organisation people sign in at the desk; null: with a key.</summary>
    public OpenIdConnectSettings? OpenIdConnect { get; init; }

    /// <summary>How often somebody may read in a minute; 0: as often as they like.</summary>
    public int ReadsPerMinute { get; init; } = 6000;

    /// <summary>How often somebody may send something in a minute; 0: as often as they like.</summary>
    public int WritesPerMinute { get; init; } = 600;

    /// <summary>After how long a stream of events that has nothing to say shows that it is still there.</summary>
    public TimeSpan HeartbeatAfter { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>From how many reports of a negotiation on its pages about a round read the facts of that round
    /// alone.</summary>
    // To read the facts of all rounds takes a tenth of a second from about here on. No operator has to know.
    internal int LargeFrom { get; init; } = 5_000;

    /// <summary>How many may listen at a time. Each of them asks for what was recorded, all at once.</summary>
    internal int MostListeners { get; init; } = 200;

    /// <summary>On how many reports the facts may hang whose changes are asked for: some seconds' work, which grows
    /// faster than they do.</summary>
    internal int MostReportsOfAHistory { get; init; } = 2_000;

    /// <summary>How long a question waits for what was recorded to be taken in; then it is refused for the time
    /// being.</summary>
    public TimeSpan WaitForFacts { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Where traces and metrics are sent by OTLP over HTTP; null: nowhere.</summary>
    public Uri? TelemetryEndpoint { get; init; }

    /// <summary>
    /// Waits between the later attempts at a message, after which it is a dead letter. Null: five seconds, half a
    /// minute, five minutes.
    /// </summary>
    public IReadOnlyList<TimeSpan>? RetryAfter { get; init; }

    /// <summary>Reads the settings, with the defaults for what the configuration does not say.</summary>
    /// <exception cref="ArgumentException">A setting is unknown, cannot be read or makes no sense.</exception>
    internal static ServerSettings Read(IConfiguration configuration)
    {
        try
        {
            var settings = configuration
                .GetSection(Section)
                .Get<ServerSettings>(options => options.ErrorOnUnknownConfiguration = true)
                ?? new();
            RequireTime(nameof(HandleWithin), settings.HandleWithin, TimeSpan.FromDays(1));
            RequireTime(nameof(CheckAgainAfter), settings.CheckAgainAfter, TimeSpan.FromDays(3650));
            if (settings.ArticlesFolder is { Length: > 0 } folder && !Directory.Exists(folder))
                throw new ArgumentException($"{Section}__{nameof(ArticlesFolder)}: there is no folder '{folder}'");
            foreach (var wait in settings.RetryAfter ?? [])
                RequireTime(nameof(RetryAfter), wait, TimeSpan.FromDays(1));
            RequireTime(nameof(WaitForFacts), settings.WaitForFacts, TimeSpan.FromMinutes(10));
            RequireTime(nameof(HeartbeatAfter), settings.HeartbeatAfter, TimeSpan.FromMinutes(5));
            if (settings.TelemetryEndpoint is { } endpoint && !IsHttp(endpoint))
                throw new ArgumentException(
                    $"{Section}__{nameof(TelemetryEndpoint)}: '{endpoint}' is no address with http or https"
                );
            if (settings.ReadsPerMinute < 0)
                throw Negative(nameof(ReadsPerMinute));
            if (settings.WritesPerMinute < 0)
                throw Negative(nameof(WritesPerMinute));
            if (!Enum.IsDefined(settings.Reading))
                throw new ArgumentException($"{Section}__{nameof(Reading)} is open or closed");
            RequireLevels(configuration);
            settings.Jwt?.Check($"{Section}__{nameof(Jwt)}");
            settings.OpenIdConnect?.Check($"{Section}__{nameof(OpenIdConnect)}");
            return settings;
        }
        catch (InvalidOperationException exception)
        {
            var reason = $"{exception.Message} {exception.InnerException?.Message}".TrimEnd();
            throw new ArgumentException($"the settings {Section}__… cannot be read: {reason}", exception);
        }
    }

    // They are read when something is first logged, and then nobody is told which is wrong.
    private static void RequireLevels(IConfiguration configuration)
    {
        foreach (var level in configuration.GetSection("Logging:LogLevel").GetChildren())
        {
            if (!Enum.TryParse<LogLevel>(level.Value, ignoreCase: true, out _))
                throw new ArgumentException(
                    $"Logging__LogLevel__{level.Key}: there is no level '{level.Value}'; there are "
                        + string.Join(", ", Enum.GetNames<LogLevel>())
                );
        }
    }

    private static bool IsHttp(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static ArgumentException Negative(string name) =>
        new($"{Section}__{name} is a number from 0 on; 0 sets no limit");

    // A number alone is one of days: who means seconds is told so.
    private static void RequireTime(string name, TimeSpan value, TimeSpan most)
    {
        if (value <= TimeSpan.Zero || value > most)
            throw new ArgumentException(
                $"{Section}__{name} is {value:c}: it must be longer than nothing, such as 00:00:05 for five seconds, "
                    + $"and at most {most:c}"
            );
    }
}
