namespace Negotiations.Coding.Tests;

/// <summary>
/// A test that needs the texts of the seed articles, which belong to their publishers and are in no repository.
/// </summary>
public sealed class TextsFactAttribute : FactAttribute
{
    /// <summary>Where their holder keeps them: beside the repository.</summary>
    public static string Folder { get; } = Repository.ResolvePath("..", "shared", "seeds");

    public TextsFactAttribute()
    {
        if (!Directory.Exists(Folder))
            Skip =
                "the texts of the seed articles are not held: there is no folder ../shared/seeds beside the repository";
    }
}
