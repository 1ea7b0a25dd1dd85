namespace Negotiations.Server;

/// <summary>What the host is told from outside: the section <c>Negotiations</c> of its configuration.</summary>
public sealed record HostSettings
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Negotiations";

    /// <summary>
    /// Whether this is the only process on the database: it then takes over at once what it left when it was stopped.
    /// Two such
    /// processes would do the same work twice.
    /// </summary>
    public bool SingleNode { get; init; }

    /// <summary>
    /// The PostgreSQL queue of Wolverine's to which each <see cref="AnswerChanged"/> goes, of small letters, digits and
    /// underscores; null or empty: to none.
    /// </summary>
    public string? ChangesQueue { get; init; }

    /// <summary>The table of that queue; null where there is none.</summary>
    /// <exception cref="ArgumentException">The name of the queue is none.</exception>
    internal string? ChangesTable =>
        ChangesQueue switch
        {
            null or "" => null,
            { Length: <= 40 } queue
                when queue.All(letter =>
                    char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'
                ) => $"wolverine_queue_{queue}",
            var other => throw new ArgumentException(
                $"{Section}__{nameof(ChangesQueue)}: '{other}' is no name of a queue; it has at most 40 small letters, digits and underscores"
            ),
        };

    /// <summary>
    /// How long a message from a queue may take; one that takes longer is stopped, and tried again later.
    /// </summary>
    public TimeSpan HandleWithin { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>After what time somebody is asked to look at an article again.</summary>
    public TimeSpan CheckAgainAfter { get; init; } = TimeSpan.FromDays(1);

    /// <summary>
    /// Waits between the attempts to carry out a message while the database fails, or while it takes too long, after
    /// which it is a dead letter; null: five
    /// seconds, half a minute, five minutes.
    /// </summary>
    public IReadOnlyList<TimeSpan>? RetryAfter { get; init; }
}
