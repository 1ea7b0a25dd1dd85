namespace Negotiations.Coding.Tests;

public sealed class PathsOfCodedFiles : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_folder_stands_for_all_yaml_files_below_it_in_the_order_of_their_names()
    {
        foreach (var name in new[] { "b.yml", "a.yaml", "sub/c.yaml", "notes.txt", "README.md" })
            folder.Write(name, "x: 1");

        Assert.Equal(
            [folder.ResolvePath("a.yaml"), folder.ResolvePath("b.yml"), folder.ResolvePath("sub/c.yaml")],
            CodedFiles.Find([folder.Path])
        );
    }

    [Fact]
    public void A_file_that_is_named_twice_is_read_once_and_its_ending_does_not_matter()
    {
        var path = folder.Write("coding.txt", "x: 1");

        Assert.Equal([path], CodedFiles.Find([path, path, Path.Combine(folder.Path, ".", "coding.txt")]));
    }

    [Fact]
    public void Every_path_that_leads_nowhere_is_listed()
    {
        folder.Write("empty/README.md", "");

        var errors = Assert
            .Throws<CodingException>(() => CodedFiles.Find([folder.ResolvePath("gone"), folder.ResolvePath("empty")]))
            .Errors;

        Assert.Equal(
            [
                new(folder.ResolvePath("gone"), 0, "", "there is no such file or folder"),
                new(folder.ResolvePath("empty"), 0, "", "the folder has no coded file (.yaml or .yml)"),
            ],
            errors
        );
    }
}
