using System.Reflection.Metadata.Ecma335;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Reflection;
using System.Security;

namespace Negotiations.Cli.Tests;

/// <summary>
/// No order of texts hangs on the culture of the machine: LINQ takes that of the culture where it is given none.
/// </summary>
/// <remarks>For the methods of strings themselves the compiler's analysis sees to it (.editorconfig).</remarks>
public class OrdersOfText
{
    private const int MethodSpec = (int)TableIndex.MethodSpec << 24;

    private static readonly string[] Ordering =
    [
        "Order",
        "OrderDescending",
        "OrderBy",
        "OrderByDescending",
        "ThenBy",
        "ThenByDescending",
        "Min",
        "Max",
        "MinBy",
        "MaxBy",
    ];

    public static TheoryData<string> Assemblies =>
        new("Negotiations.Core", "Negotiations.Coding", "Negotiations.Store", "Negotiations.Formats", "negotiations");

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Texts_are_put_in_order_by_a_comparer_that_is_named(string assembly)
    {
        var found = OrdersByCulture(Assembly.Load(assembly)).ToList();

        Assert.True(found.Count == 0, string.Join('\n', found));
    }

    [Fact]
    public void An_order_by_the_culture_is_found()
    {
        Assert.NotNull(new[] { "a" }.Min(text => text));
        Assert.NotEmpty(new[] { (1, "a") }.OrderBy(pair => pair));

        var found = OrdersByCulture(typeof(OrdersOfText).Assembly).ToList();
        Assert.Contains(found, order => order.Contains(" Min[", StringComparison.Ordinal));
        Assert.Contains(found, order => order.Contains(" OrderBy[", StringComparison.Ordinal));
    }

    private static IEnumerable<string> OrdersByCulture(Assembly assembly) =>
        GenericCalls(assembly)
            .Where(call =>
                call.DeclaringType == typeof(Enumerable)
                && Ordering.Contains(call.Name)
                && HasText(call.GetGenericArguments()[^1])
                && call.GetParameters()
                    .All(parameter => !parameter.ParameterType.Name.StartsWith("IComparer", StringComparison.Ordinal))
            )
            .Select(call => call.ToString()!);

    private static bool HasText(Type type) => type == typeof(string) || type.GetGenericArguments().Any(HasText);

    // The rows of the table of instantiated methods, with stand-ins for the type parameters of those who call.
    private static IEnumerable<MethodBase> GenericCalls(Assembly assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly.Location));
        return
        [
            .. Enumerable
                .Range(1, file.GetMetadataReader().GetTableRowCount(TableIndex.MethodSpec))
                .Select(row => Resolve(assembly, MethodSpec + row)),
        ];
    }

    // A number fits most type parameters; a fact those that are to be a class, or a fact; a modality those of words.
    private static MethodBase Resolve(Assembly assembly, int method)
    {
        try
        {
            return Resolve(typeof(int));
        }
        catch (TypeLoadException)
        {
            return Resolve(typeof(FactState));
        }
        catch (VerificationException)
        {
            return Resolve(typeof(Modality));
        }

        MethodBase Resolve(Type standIn)
        {
            var any = Enumerable.Repeat(standIn, 8).ToArray();
            return assembly.ManifestModule.ResolveMethod(method, any, any)!;
        }
    }
}
