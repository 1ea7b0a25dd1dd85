using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization;

namespace Negotiations.Tests;

public class EventTypeConventions
{
    private static readonly Type[] Roots = [typeof(DomainEvent), typeof(Report), typeof(Correction)];

    public static TheoryData<string> Names => new(EventTypes.All.Select(type => type.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_type_is_a_public_sealed_record(string name)
    {
        var type = FindType(name);

        Assert.True(type.IsPublic && type.IsSealed);
        Assert.NotNull(type.GetMethod("<Clone>$"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_type_is_neither_nested_nor_generic_and_stands_in_the_flat_namespace(string name)
    {
        var type = FindType(name);

        Assert.False(type.IsNested);
        Assert.False(type.IsGenericType);
        Assert.Equal("Negotiations", type.Namespace);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_is_never_changed_after_it_is_made(string name)
    {
        var type = FindType(name);

        Assert.All(type.GetProperties(BindingFlags.Public | BindingFlags.Instance), IsInitOnly);
        Assert.Empty(type.GetFields(BindingFlags.Public | BindingFlags.Instance));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_lists_of_an_event_are_read_only(string name) =>
        Assert.All(
            Filled.ListProperties(FindType(name)).Where(property => property.PropertyType.IsGenericType),
            property =>
                Assert.Contains(
                    property.PropertyType.GetGenericTypeDefinition(),
                    new[] { typeof(IReadOnlyList<>), typeof(Nullable<>) }
                )
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void What_an_event_type_adds_has_no_JSON_attributes_that_would_give_its_form_a_second_home(string name) =>
        Assert.Empty(
            FindType(name)
                .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                .SelectMany(property => property.GetCustomAttributes<JsonAttribute>())
        );

    [Fact]
    public void Whatever_derives_from_the_root_of_events_is_an_event_type_or_one_of_the_three_roots() =>
        Assert.Equal(
            typeof(DomainEvent).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(DomainEvent))).ToHashSet(),
            EventTypes.All.Concat(Roots).ToHashSet()
        );

    [Fact]
    public void Every_type_of_report_says_for_itself_what_it_asserts() =>
        Assert.All(ReportTypes.All, type =>
            Assert.Equal(
                type,
                type.GetMethod("WhenNotDenied", BindingFlags.NonPublic | BindingFlags.Instance)!.DeclaringType
            )
        );

    private static void IsInitOnly(PropertyInfo property)
    {
        if (property.SetMethod is not { } setter)
            return;
        Assert.Contains(typeof(IsExternalInit), setter.ReturnParameter.GetRequiredCustomModifiers());
    }

    private static Type FindType(string name) => EventTypes.All.Single(type => type.Name == name);
}
