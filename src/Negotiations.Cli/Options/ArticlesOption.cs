using System.CommandLine;
using Negotiations.Coding;

namespace Negotiations.Cli.Options;

/// <summary>Where the texts of the articles lie: <c>--articles</c>.</summary>
internal sealed class ArticlesOption : Option<string?>
{
    /// <summary>Creates the option.</summary>
    /// <param name="description">What the texts are for.</param>
    public ArticlesOption(string description)
        : base("--articles")
    {
        HelpName = "FOLDER";
        Description = description;
    }

    /// <summary>The texts; null where none are given.</summary>
    /// <exception cref="WrongInputException">There is no such folder.</exception>
    public ArticleTextFolder? Read(ParseResult parsed)
    {
        var folder = parsed.GetValue(this);
        if (folder is null)
            return null;
        return Directory.Exists(folder)
            ? new ArticleTextFolder(folder)
            : throw new WrongInputException($"--articles: there is no folder '{folder}'");
    }
}
