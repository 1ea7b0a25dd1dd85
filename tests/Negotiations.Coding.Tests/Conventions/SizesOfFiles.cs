namespace Negotiations.Coding.Tests;

public class SizesOfFiles
{
    private const int MostLines = 400;

    [Fact]
    public void No_source_file_is_too_long_to_be_read_in_one_sitting()
    {
        var files = Directory
            .EnumerateFiles(Repository.ResolvePath("src"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".sql" or ".ts" or ".js" or ".css" or ".html")
            .Where(file =>
                !Path.GetRelativePath(Repository.Root, file)
                    .Split(Path.DirectorySeparatorChar)
                    .Any(part => part is "bin" or "obj" or "node_modules")
            )
            .ToList();

        Assert.NotEmpty(files);
        Assert.Equal(
            [],
            files
                .Select(file =>
                    (File: Path.GetRelativePath(Repository.Root, file), Lines: File.ReadLines(file).Count())
                )
                .Where(file => file.Lines > MostLines)
                .Select(file => $"{file.File}: {file.Lines} lines, at most {MostLines}")
        );
    }
}
