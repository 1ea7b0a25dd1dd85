using System.CommandLine;
using System.Text;
using Negotiations.Coding;

namespace Negotiations.Cli.Options;

/// <summary>A new file for a result: <c>--out</c>. What is there is never overwritten.</summary>
internal sealed class OutOption : Option<string?>
{
    /// <summary>Creates the option.</summary>
    /// <param name="description">What goes there.</param>
    public OutOption(string description)
        : base("--out", "-o")
    {
        HelpName = "FILE";
        Description = description;
    }

    /// <summary>Refuses a file that is there already, before anything is done for it.</summary>
    /// <exception cref="WrongInputException">It is there, or cannot be written.</exception>
    public void RequireNew(ParseResult parsed)
    {
        if (parsed.GetValue(this) is not { } path)
            return;
        if (File.Exists(path) && !AtomicFile.IsStream(path))
            throw new WrongInputException($"--out: '{path}' is there already, and somebody may have worked on it");
        AtomicFile.RequireWritable(path);
    }

    /// <summary>Writes a text to the file, or to the standard output.</summary>
    public async Task WriteAsync(ParseResult parsed, TextWriter output, string text)
    {
        if (parsed.GetValue(this) is not { } path)
        {
            output.Write(text);
            return;
        }

        await AtomicFile.WriteAsync(
            path,
            stream =>
            {
                stream.Write(Encoding.UTF8.GetBytes(text));
                return true;
            }
        );
    }
}
