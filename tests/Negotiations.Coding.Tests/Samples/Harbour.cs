namespace Negotiations.Coding.Tests;

/// <summary>The coded files and texts of an invented labour dispute, the Port Halden talks.</summary>
public static class Harbour
{
    public const string Id = "harbour";

    public static string Folder { get; } = Repository.PathOf("tests", "data", "harbour");

    public static string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    public static ArticleTexts Texts { get; } = new(PathOf("texts"));
}
