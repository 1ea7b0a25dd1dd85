namespace Negotiations.Coding;

/// <summary>How large a file with an article may be; <c>docs/texts.md</c> gives these sizes.</summary>
public static class ArticleLimits
{
    /// <summary>A saved web page, in bytes.</summary>
    public const int PageBytes = 20 << 20;

    /// <summary>A text, in bytes.</summary>
    public const int TextBytes = 5 << 20;
}
