namespace Negotiations.Cli.Review;

/// <summary>What a reviewer types: single keys on a terminal, lines from anywhere else.</summary>
/// <param name="input">Where lines come from.</param>
/// <param name="output">Where what is typed is shown.</param>
internal sealed class ReviewKeys(TextReader input, TextWriter output)
{
    private readonly bool isTerminal = ReferenceEquals(input, Console.In) && !Console.IsInputRedirected;

    /// <summary>The next command: a key, or the first word of a line; null at the end of what is typed.</summary>
    public async Task<string?> ReadCommandAsync(CancellationToken cancellationToken)
    {
        if (!isTerminal)
            return (await input.ReadLineAsync(cancellationToken))?.Trim();
        // On a thread of its own, since nothing but a key ends the reading: Ctrl-C ends the waiting for it.
        var key = await Task.Run(() => Console.ReadKey(intercept: true), cancellationToken)
            .WaitAsync(cancellationToken);
        output.WriteLine(key.KeyChar.ToString());
        return key.KeyChar.ToString();
    }

    /// <summary>A line of words; null at the end of what is typed.</summary>
    public async Task<string?> ReadLineAsync(string question, CancellationToken cancellationToken)
    {
        output.Write($"{question} ");
        output.Flush();
        var line = isTerminal
            ? await Task.Run(Console.ReadLine, cancellationToken).WaitAsync(cancellationToken)
            : await input.ReadLineAsync(cancellationToken);
        return line?.Trim();
    }
}
