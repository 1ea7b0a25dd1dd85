using Negotiations.Tests.Laws;

namespace Negotiations.Formats.Tests;

/// <summary>Exports of the random histories on which the laws are held, with words in them that make trouble.</summary>
internal static class RandomExport
{
    private const int Count = 150;

    private static readonly string[] Words =
    [
        "=1+1",
        "+49",
        "-2",
        "@here",
        "\tx",
        "\r\nx",
        "＝1",
        "＋1",
        "－1",
        "＠x",
        " =1",
        "\u00A0=1",
        "\u200B=1",
        "\uFEFF=1",
        "'",
        "''=1",
        "a,b;c",
        "\"",
        "a\"\"b",
        "a\nb",
        "a\r\nb",
        " a ",
        "",
        "𝟘 crews",
        "e\u0301",
        "ნაია",
        "שלום",
        "\0",
    ];

    /// <summary>Some exports, each with the seed from which it follows.</summary>
    public static IEnumerable<(int Number, ExportSource Exported)> Some() =>
        Enumerable.Range(0, Count).Select(number => (number, At(number)));

    /// <summary>An export.</summary>
    public static ExportSource At(int number)
    {
        var trial = Trials.At(number);
        var dice = trial.Dice;
        var events = trial
            .History.Log.Select(recorded =>
                recorded.Event is Report report
                    ? recorded with
                    {
                        Event = report with
                        {
                            Summary = dice.Pick(Words),
                            Written = dice.Pick(Words),
                            HappenedFrom = dice.Pick(Words),
                        },
                    }
                    : recorded
            )
            .ToList();
        return ExportSource.Create(
            trial.Question,
            new NegotiationLog(trial.History.AsRead.Settled, events),
            new string('a', 64),
            "negotiations 1.2.3"
        );
    }

    /// <summary>What a function writes.</summary>
    public static byte[] Written(Action<Stream> write)
    {
        var output = new MemoryStream();
        write(output);
        return output.ToArray();
    }
}
