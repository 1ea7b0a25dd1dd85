using static Negotiations.Tests.Cast;

namespace Negotiations.Tests;

/// <summary>A row of a table of what reports assert.</summary>
/// <param name="Report">The report.</param>
/// <param name="Asserts">What it asserts: <c>subject = value</c>, and the rank where it is not the ordinary
/// one.</param>
public sealed record Row(Report Report, string[] Asserts)
{
    /// <summary>
    /// A report by Ada Brill of Varland to Ostrelia on April 2, and what it asserts; line ends do not count there.
    /// </summary>
    public static Row Create<T>(Func<T, T> tell, params string[] asserts)
        where T : Report
    {
        var article = Sample.Article("morning-herald", "2031-04-02T09:00");
        article.Says<T>("r", report =>
            tell(report.By(AdaBrill) with { Side = Varland, Target = Ostrelia, Act = "act-1" })
        );
        return new(article.Reports[0], [.. asserts.Select(text => text.ReplaceLineEndings(""))]);
    }

    /// <summary>What the report asserts, in the form of the table.</summary>
    public string[] Asserted =>
        [
            .. Report
                .Asserts()
                .Select(assertion =>
                {
                    var rank = assertion.Precedence;
                    var words = rank == Precedence.Ordinary ? "" : $" ({EnumText.Format(rank)})";
                    return $"{assertion.Subject} = {assertion.Value.Json}{words}";
                }),
        ];
}
