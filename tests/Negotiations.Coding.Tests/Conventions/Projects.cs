using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Negotiations.Coding.Tests;

/// <summary>Which project refers to which, and which package each may name: arrows run to the left only.</summary>
public class Projects
{
    // From left to right. Each may refer to those before it.
    private static readonly string[] Order =
    [
        "Negotiations",
        "Negotiations.Coding",
        "Negotiations.Assistant",
        "Negotiations.Formats",
        "Negotiations.Store",
        "Negotiations.Server",
        "Negotiations.Cli",
    ];

    private static readonly Dictionary<string, string[]> Packages = new(StringComparer.Ordinal)
    {
        ["Negotiations"] = ["NodaTime"],
        ["Negotiations.Coding"] = ["AngleSharp", "DiffPlex", "SmartReader", "YamlDotNet"],
        ["Negotiations.Assistant"] = ["Microsoft.Extensions.AI.OpenAI", "YamlDotNet"],
        ["Negotiations.Formats"] = ["AngleSharp", "DiffPlex"],
        ["Negotiations.Store"] = ["Marten", "MysticMind.PostgresEmbed", "Npgsql", "SharpCompress"],
        ["Negotiations.Server"] =
        [
            "Asp.Versioning.Abstractions",
            "Microsoft.AspNetCore.Authentication.JwtBearer",
            "Microsoft.AspNetCore.Authentication.OpenIdConnect",
            "OpenTelemetry.Exporter.OpenTelemetryProtocol",
            "OpenTelemetry.Extensions.Hosting",
            "OpenTelemetry.Instrumentation.AspNetCore",
            "System.CommandLine",
            "System.ServiceModel.Syndication",
            "WolverineFx",
            "WolverineFx.Http",
            "WolverineFx.Marten",
            "WolverineFx.Postgresql",
        ],
        ["Negotiations.Cli"] = ["Spectre.Console", "System.CommandLine"],
    };

    // Packages come with those that others refer to, so what a file names is looked at as well.
    private static readonly Dictionary<string, string[]> MayName = new(StringComparer.Ordinal)
    {
        ["Npgsql"] = ["Negotiations.Store", "Negotiations.Server"],
        ["Marten"] = ["Negotiations.Store", "Negotiations.Server"],
        ["Wolverine"] = ["Negotiations.Server"],
        ["OpenTelemetry"] = ["Negotiations.Server"],
        ["Spectre.Console"] = ["Negotiations.Cli"],
        ["System.ServiceModel.Syndication"] = ["Negotiations.Server"],
        ["System.CommandLine"] = ["Negotiations.Cli", "Negotiations.Server"],
        ["SmartReader"] = ["Negotiations.Coding"],
        ["YamlDotNet"] = ["Negotiations.Coding", "Negotiations.Assistant"],
        ["Microsoft.Extensions.AI"] = ["Negotiations.Assistant"],
        ["OpenAI"] = ["Negotiations.Assistant"],
    };

    [Fact]
    public void Every_project_has_its_place_in_the_order() =>
        Assert.Equal(
            Order.Order(StringComparer.Ordinal),
            Directory
                .EnumerateDirectories(Repository.ResolvePath("src"))
                .Select(Path.GetFileName)
                .Order(StringComparer.Ordinal)
        );

    [Fact]
    public void A_project_refers_only_to_those_before_it() =>
        Assert.Equal(
            [],
            from project in Order
            from other in Read(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension)
            where Array.IndexOf(Order, other) >= Array.IndexOf(Order, project)
            select $"{project} refers to {other}"
        );

    [Fact]
    public void A_project_has_no_package_but_its_own() =>
        Assert.Equal(
            [],
            from project in Order
            from package in Read(project, "PackageReference")
            where !Packages[project].Contains(package)
            select $"{project} has the package {package}"
        );

    [Fact]
    public void A_library_is_named_only_where_it_belongs()
    {
        var found =
            from file in Directory.EnumerateFiles(Repository.ResolvePath("src"), "*.cs", SearchOption.AllDirectories)
            let parts = Path.GetRelativePath(Repository.ResolvePath("src"), file).Split(Path.DirectorySeparatorChar)
            where !parts.Any(part => part is "bin" or "obj")
            from named in Regex.Matches(File.ReadAllText(file), @"^using (?:static )?([\w.]+);", RegexOptions.Multiline)
            let library = MayName.Keys.FirstOrDefault(name => IsWithin(named.Groups[1].Value, name))
            where library is not null
            select (Project: parts[0], Library: library);

        var all = found.Distinct().ToList();
        Assert.Equal(MayName.Keys.Order(), all.Select(one => one.Library).Distinct().Order());
        Assert.Equal([], all.Where(one => !MayName[one.Library].Contains(one.Project)));
    }

    [Fact]
    public void The_console_is_the_command_lines() =>
        Assert.Equal(
            [],
            from project in Order.Except(["Negotiations.Cli", "Negotiations.Server"])
            from file in Directory.EnumerateFiles(
                Repository.ResolvePath("src", project),
                "*.cs",
                SearchOption.AllDirectories
            )
            where Regex.IsMatch(File.ReadAllText(file), @"\bConsole\.")
            select Path.GetFileName(file)
        );

    private static bool IsWithin(string used, string library) =>
        used == library || used.StartsWith($"{library}.", StringComparison.Ordinal);

    private static IEnumerable<string> Read(string project, string element) =>
        XDocument
            .Load(Repository.ResolvePath("src", project, $"{project}.csproj"))
            .Descendants(element)
            .Select(reference => reference.Attribute("Include")!.Value.Replace('\\', '/'));
}
