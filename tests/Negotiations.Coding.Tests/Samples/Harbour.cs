namespace Negotiations.Coding.Tests;

/// <summary>The coded files and texts of an invented labour dispute, the Port Halden talks.</summary>
public static class Harbour
{
    public const string Id = "harbour";

    public static string Folder { get; } = Repository.ResolvePath("tests", "data", "harbour");

    public static string ResolvePath(params string[] parts) => Path.Combine([Folder, .. parts]);

    public static ArticleTextFolder Texts { get; } = new(ResolvePath("texts"));
}
