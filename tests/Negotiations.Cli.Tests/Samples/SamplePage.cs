using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Negotiations.Cli.Tests;

/// <summary>The page that can be handed over, as a browser reads it.</summary>
internal static class SamplePage
{
    /// <summary>The page of an audit that finds nothing.</summary>
    public static Task<IHtmlDocument> OpenAsync(SampleStore store, params string[] arguments) =>
        OpenAsync(store, 0, arguments);

    /// <summary>
    /// The page of an audit that ends with an exit code. A page with any error in its markup is refused.
    /// </summary>
    public static async Task<IHtmlDocument> OpenAsync(SampleStore store, int code, params string[] arguments)
    {
        var run = await store.RunAsync(["audit", .. arguments, "--format", "html"]);
        Assert.Equal(code, run.Code);
        Assert.Equal(
            code == 0 ? "" : "negotiations: the audit found something that is not what was recorded\n",
            run.Error
        );
        return new HtmlParser(new HtmlParserOptions { IsStrictMode = true }).ParseDocument(run.Output);
    }
}
