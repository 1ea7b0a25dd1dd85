using System.Text;

namespace Negotiations.Testing;

/// <summary>Makes an input that is nearly right out of one that is.</summary>
public static class Mutation
{
    // What has broken readers before: control characters, ends of lines, marks of direction, noncharacters, halves of a
    // surrogate pair, what YAML and HTML mean something by, and numbers at the ends of their ranges.
    private static readonly string[] Odd =
    [
        "\0",
        "\u001b[2J",
        "\r",
        "\u0085",
        "\u2028",
        "\u202e",
        "\u200b",
        "\ufeff",
        "\ufffe",
        "\uffff",
        "\ud800",
        "\udc00",
        "🚢",
        "e\u0301",
        "İ",
        "ﬁ",
        "&a ",
        "*a ",
        "<<: ",
        "!!binary ",
        "!<tag:x> ",
        "? ",
        "- ",
        "---\n",
        "...\n",
        "\t",
        "{",
        "[",
        "'",
        "\"",
        "|\n",
        ">\n",
        "#",
        ": ",
        "~",
        "null",
        "<div>",
        "</article>",
        "<!--",
        "<![CDATA[",
        "&#x110000;",
        "<script type=\"application/ld+json\">",
        "0",
        "-1",
        "9999999999999999999999",
        "1e999",
        "NaN",
        "0001-01-01",
        "9999-12-31",
        "2025-02-30",
        "XXXX-XX-XX",
        "T24:00",
        "+99:99",
    ];

    /// <summary>One of some inputs with one to eight changes.</summary>
    /// <param name="inputs">The inputs; parts of each are put into the others.</param>
    /// <param name="random">Decides.</param>
    public static byte[] Make(IReadOnlyList<string> inputs, Random random) =>
        Encode(Change(inputs[random.Next(inputs.Count)], inputs, random), random);

    /// <summary>Keeps an input in a file, to be tried again; its path.</summary>
    public static string Keep(byte[] input, int number)
    {
        var path = Path.Combine(Path.GetTempPath(), $"negotiations-input-{TestSettings.Seed}-{number}");
        File.WriteAllBytes(path, input);
        return path;
    }

    private static string Change(string input, IReadOnlyList<string> others, Random random)
    {
        var changed = input;
        // Most get one change: what is wrong in many places is refused for the first of them.
        for (var left = random.Next(3) > 0 ? 1 : random.Next(2, 9); left > 0; left--)
            changed = ChangeOnce(changed, others, random);
        return changed;
    }

    // Of some a few bytes are others, so that they are no UTF-8 any more.
    private static byte[] Encode(string input, Random random)
    {
        var bytes = Encoding.UTF8.GetBytes(input);
        if (bytes.Length == 0 || random.Next(8) > 0)
            return bytes;
        for (var left = random.Next(1, 5); left > 0; left--)
            bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
        return bytes;
    }

    private static string ChangeOnce(string text, IReadOnlyList<string> others, Random random)
    {
        var (from, length) = Pick(text, random);
        var part = text.Substring(from, length);
        return random.Next(12) switch
        {
            0 or 1 or 2 => text.Insert(from, Odd[random.Next(Odd.Length)]),
            3 => text.Remove(from, length),
            4 => text.Insert(from, part),
            5 => text.Insert(from, Repeat(part, 1 << random.Next(1, 9))),
            6 => text.Insert(from, Repeat(Odd[random.Next(Odd.Length)], 1 << random.Next(1, 13))),
            7 => SwapLines(text, random),
            8 => text.Insert(from, PickPart(others[random.Next(others.Count)], random)),
            9 => text[..from] + (char)random.Next(char.MaxValue + 1) + text[Math.Min(from + 1, text.Length)..],
            10 => text[..from],
            _ => text.Remove(from, length).Insert(from, Odd[random.Next(Odd.Length)]),
        };
    }

    private static (int From, int Length) Pick(string text, Random random)
    {
        var from = random.Next(text.Length + 1);
        return (from, Math.Min(text.Length - from, random.Next(1 << random.Next(1, 11))));
    }

    private static string PickPart(string text, Random random)
    {
        var (from, length) = Pick(text, random);
        return text.Substring(from, length);
    }

    // A part that is repeated again and again would grow beyond what any reader takes.
    private static string Repeat(string part, int times) =>
        part.Length == 0 ? "" : string.Concat(Enumerable.Repeat(part, Math.Min(times, (1 << 18) / part.Length + 1)));

    private static string SwapLines(string text, Random random)
    {
        var lines = text.Split('\n');
        var (a, b) = (random.Next(lines.Length), random.Next(lines.Length));
        (lines[a], lines[b]) = (lines[b], lines[a]);
        return string.Join('\n', lines);
    }
}
