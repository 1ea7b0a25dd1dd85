namespace Negotiations.Tests;

public class TypeNames
{
    private static readonly Type[] All =
    [
        .. typeof(DomainEvent)
            .Assembly.GetTypes()
            .Where(type =>
                type.Namespace?.StartsWith("Negotiations", StringComparison.Ordinal) == true && !type.Name.Contains('<')
            ),
    ];

    [Theory]
    [InlineData("Manager")]
    [InlineData("Helper")]
    [InlineData("Utils")]
    [InlineData("Util")]
    public void No_type_has_a_name_that_says_nothing(string suffix) =>
        Assert.DoesNotContain(All, type => type.Name.EndsWith(suffix, StringComparison.Ordinal));

    [Fact]
    public void The_core_refers_to_no_database_and_no_framework() =>
        Assert.All(typeof(DomainEvent).Assembly.GetReferencedAssemblies().Select(assembly => assembly.Name!), name =>
            Assert.True(name.StartsWith("System", StringComparison.Ordinal) || name is "NodaTime" or "YamlDotNet", name)
        );
}
