using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Negotiations.Server.Tests;

/// <summary>Keeps whatever is logged, at every level: texts, values and exceptions.</summary>
internal sealed class KeptLogs : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> entries = [];

    public IReadOnlyCollection<string> Entries => entries;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel,
        Microsoft.Extensions.Logging.EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    )
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> pairs
            ? string.Join(' ', pairs.Select(pair => pair.Value))
            : "";
        entries.Enqueue($"{formatter(state, exception)} {values} {exception}");
    }

    public void Dispose() { }
}
