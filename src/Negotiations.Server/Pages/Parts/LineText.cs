using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace Negotiations.Server.Pages.Parts;

/// <summary>
/// A line of English with names of any script in it, each isolated, so that none turns the line around.
/// </summary>
// Not written as a template, which would set spaces around the line.
public sealed class LineText : ComponentBase
{
    private const string Isolated = "bdi";

    /// <summary>The line.</summary>
    [Parameter, EditorRequired]
    public string? Words { get; set; }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        var line = MixedText.Cut(Words ?? "");
        builder.OpenElement(0, Isolated);
        // What is of one script only finds its direction itself.
        if (line is { IsLeftToRight: true, Pieces.Count: > 1 })
            builder.AddAttribute(1, "dir", "ltr");
        foreach (var (words, isApart) in line.Pieces)
        {
            if (isApart)
            {
                builder.OpenElement(2, Isolated);
                builder.AddContent(3, words);
                builder.CloseElement();
            }
            else
            {
                builder.AddContent(4, words);
            }
        }

        builder.CloseElement();
    }
}
