using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Negotiations.Coding.Tests;

/// <summary>The folders of the core stand in layers: what one says, only those above it may use.</summary>
public class FoldersOfTheCore
{
    // What the compiler adds to every file.
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly string Core = Repository.ResolvePath("src", "Negotiations");

    [Fact]
    public void No_folder_uses_itself_by_way_of_others()
    {
        var uses = FindUses();

        Assert.True(uses.Count > 10, $"only {uses.Count} folders use others");
        Assert.Equal([], uses.Keys.Order(StringComparer.Ordinal).Where(folder => Reach(uses, folder).Contains(folder)));
    }

    [Fact]
    public void A_circle_would_be_found()
    {
        var uses = new Dictionary<string, HashSet<string>>
        {
            ["a"] = ["b"],
            ["b"] = ["c"],
            ["c"] = ["a"],
            ["d"] = ["a"],
        };

        Assert.Equal(["a", "b", "c"], uses.Keys.Where(folder => Reach(uses, folder).Contains(folder)));
    }

    private static Dictionary<string, HashSet<string>> FindUses()
    {
        var trees = Directory
            .EnumerateFiles(Core, "*.cs", SearchOption.AllDirectories)
            .Where(file => FindFolder(file) is not (null or "obj" or "bin"))
            .Select(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file), path: file))
            .ToList();
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("Negotiations", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "core",
            [.. trees, CSharpSyntaxTree.ParseText(ImplicitUsings)],
            references
        );
        var uses = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (var tree in trees)
        {
            var model = compilation.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                var used = FindFolder(model.GetSymbolInfo(name).Symbol);
                if (used is null || used == FindFolder(tree.FilePath))
                    continue;
                if (!uses.TryGetValue(FindFolder(tree.FilePath)!, out var others))
                    uses[FindFolder(tree.FilePath)!] = others = [];
                others.Add(used);
            }
        }

        return uses;
    }

    private static string? FindFolder(ISymbol? symbol) =>
        symbol is INamespaceSymbol or null
            ? null
            : symbol
                .Locations.Where(place => place.IsInSource)
                .Select(place => FindFolder(place.SourceTree!.FilePath))
                .FirstOrDefault();

    private static string? FindFolder(string file) =>
        Path.GetRelativePath(Core, file).Split(Path.DirectorySeparatorChar) is [var folder, _, ..] ? folder : null;

    private static HashSet<string> Reach(Dictionary<string, HashSet<string>> uses, string from)
    {
        var (reached, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>([from]));
        while (open.TryPop(out var folder))
        {
            foreach (var used in uses.GetValueOrDefault(folder) ?? [])
                if (reached.Add(used))
                    open.Push(used);
        }

        return reached;
    }
}
