using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Negotiations.Server.Pages;

/// <summary>Renders components to whole pages, on the server and once: no script of the framework takes part.</summary>
internal sealed partial class PageRenderer(IServiceProvider services, ILoggerFactory logs)
{
    /// <summary>The page that a component makes of its content.</summary>
    /// <typeparam name="TPage">The component, with one parameter <c>Page</c>.</typeparam>
    public async Task<byte[]> RenderAsync<TPage>(object page)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, logs);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Page"] = page });
            return (await renderer.RenderComponentAsync<TPage>(parameters)).ToHtmlString();
        });
        return Encoding.UTF8.GetBytes(ShowCharacters(html));
    }

    // The renderer escapes everything but ASCII. Letters of other scripts are written out again, which keeps their
    // pages
    // small; what a browser would obey instead of showing it becomes visible.
    internal static string ShowCharacters(string html) =>
        CharacterReference()
            .Replace(html, reference =>
            {
                var number = int.Parse(
                    reference.Groups[1].ValueSpan,
                    NumberStyles.AllowHexSpecifier,
                    CultureInfo.InvariantCulture
                );
                return number is > 0x7F or (< ' ' and not '\t' and not '\n' and not '\r') && Rune.IsValid(number)
                    ? VisibleText.Show(new Rune(number).ToString())
                    : reference.Value;
            });

    [GeneratedRegex("&#x([0-9A-F]{1,6});")]
    private static partial Regex CharacterReference();
}
