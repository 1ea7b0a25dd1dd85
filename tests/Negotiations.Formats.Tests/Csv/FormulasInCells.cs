namespace Negotiations.Formats.Tests;

public class FormulasInCells
{
    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\rx", "'\rx")]
    [InlineData("\nx", "'\nx")]
    [InlineData("＝1", "'＝1")]
    [InlineData("＋1", "'＋1")]
    [InlineData("－1", "'－1")]
    [InlineData("＠x", "'＠x")]
    [InlineData("  =1", "'  =1")]
    [InlineData("\u00A0=1", "'\u00A0=1")]
    [InlineData("\u200B=1", "'\u200B=1")]
    public void What_a_spreadsheet_could_run_gets_an_apostrophe(string text, string cell) =>
        Assert.Equal(cell, CsvCell.Guarded(text));

    [Theory]
    [InlineData("2031-04-02")]
    [InlineData("010")]
    [InlineData("a=b")]
    [InlineData("3-2")]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("~x")]
    public void What_no_spreadsheet_runs_stays_as_it_is(string text) => Assert.Equal(text, CsvCell.Guarded(text));

    [Theory]
    [InlineData("'tis")]
    [InlineData("'=1")]
    [InlineData("''")]
    [InlineData("=1")]
    [InlineData("plain")]
    public void Nothing_is_lost(string text) => Assert.Equal(text, CsvCell.Plain(CsvCell.Guarded(text)));
}
