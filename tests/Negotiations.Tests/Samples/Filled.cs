using System.Reflection;
using System.Text.Json.Nodes;
using NodaTime;

namespace Negotiations.Tests;

/// <summary>Instances of event types with every property filled.</summary>
public static class Filled
{
    /// <summary>An event in which every property has a value that is not its default.</summary>
    public static DomainEvent Create(Type type) => Create(type, (_, _) => null);

    /// <summary>The same, where a function may give the values of some properties.</summary>
    public static DomainEvent Create(Type type, Func<PropertyInfo, object, object?> choose)
    {
        var instance = Activator.CreateInstance(type, type.IsSubclassOf(typeof(Correction)) ? [null] : [])!;
        foreach (var property in ListProperties(type))
        {
            var value = CreateValue(property);
            property.SetValue(instance, choose(property, value) ?? value);
        }

        return (DomainEvent)instance;
    }

    /// <summary>The properties that an event writes, but for its format and its unknown fields.</summary>
    public static IEnumerable<PropertyInfo> ListProperties(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property =>
                property.CanWrite
                && property.Name
                    is not (nameof(DomainEvent.Format) or nameof(DomainEvent.Unknown) or nameof(DomainEvent.Erased))
            );

    private static object CreateValue(PropertyInfo property) =>
        property.Name switch
        {
            nameof(Report.TimeOfDay) => "18:30",
            _ => CreateValue(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, property.Name),
        };

    private static object CreateValue(Type type, string name)
    {
        if (type.IsEnum)
            return Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!;
        if (Simple.TryGetValue(type, out var make))
            return make(name);
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var items = Array.CreateInstance(type.GenericTypeArguments[0], 1);
            items.SetValue(CreateValue(type.GenericTypeArguments[0], name), 0);
            return items;
        }

        throw new NotSupportedException($"no sample value for a property '{name}' of type {type}");
    }

    private static readonly Dictionary<Type, Func<string, object>> Simple = new()
    {
        [typeof(string)] = name => $"Some {name}, “quoted” – ğ 😀",
        [typeof(int)] = name => name.Length,
        [typeof(bool)] = _ => true,
        [typeof(Guid)] = name => new Guid(name.Length, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
        [typeof(Name)] = Sample.Name,
        [typeof(Doer)] = name => new Doer(Sample.Name(name), Cast.Merin),
        [typeof(Issue)] = _ => new Issue("fishing", "Fishing rights") { Spellings = ["fishing"] },
        [typeof(Place)] = _ => new Place("Pier house") { Spellings = ["the pier"], In = "Harbour" },
        [typeof(ReportProposal)] = name => new ReportProposal
        {
            By = $"rule {name}/1",
            Reviewer = "Ines",
            Edited = true,
        },
        [typeof(PartyCodes)] = _ => new PartyCodes("VL", "VLD"),
        [typeof(Edtf)] = _ => Edtf.Parse("2031-04-02~"),
        [typeof(TextSpan)] = name => Sample.Span(name.Length),
        [typeof(TextIdentity)] = _ => new TextIdentity(new string('a', 64), 12, "herald.txt"),
        [typeof(Publication)] = _ => new Publication(
            Moment,
            PublicationBasis.Assumed,
            "No time is given.",
            Moment - Duration.FromHours(1),
            Moment + Duration.FromHours(1)
        ),
        [typeof(ChainLink)] = name => new ChainLink
        {
            Name = Sample.Name(name),
            Kind = LinkKind.Republisher,
            Side = Cast.Merin,
            SpeaksFor = "institution",
            Span = Sample.Span(3),
            Implied = "The byline says so.",
        },
        [typeof(JsonObject)] = _ => new JsonObject { ["happened"] = "2031-04-03", ["chain"] = new JsonArray(1, null) },
        [typeof(VersionComparison)] = name => new VersionComparison(
            "v1",
            [new(name, [Sample.Span(2)])],
            [new("r3", "r2")],
            ["r4"]
        ),
        [typeof(CorrectionHead)] = _ => new CorrectionHead
        {
            Negotiation = Sample.Talks,
            Article = "herald",
            Id = "c1",
            By = CorrectionBy.Publisher,
            Who = "The desk",
            Reason = "It was a Wednesday.",
            Notice = new(new(Moment, PublicationBasis.Stated), "herald.example/corrections"),
            Target = new("11111111-1111-1111-1111-111111111111"),
            On = new("22222222-2222-2222-2222-222222222222"),
        },
        [typeof(Grade)] = _ => new Grade
        {
            Reliability = Reliability.B,
            Credibility = 2,
            By = "The desk",
            Reason = "It was right before.",
        },
        [typeof(Round)] = _ => new Round("2031-04", "Spring", Edtf.Parse("2031-04"), Background: true),
        [typeof(NamedEntity)] = _ => new NamedEntity
        {
            Id = "ada-brill",
            Kind = EntityKind.Person,
            Name = "Ada Brill",
            Side = "varland",
            Office = "president",
            SpeaksFor = "varland",
            Spellings = ["A. Brill"],
            Grades = [new() { Reliability = Reliability.F, By = "The desk" }],
            Codes = new("VL", "VLD"),
        },
    };

    private static Instant Moment => Instant.FromUtc(2031, 4, 2, 6, 30, 15).PlusNanoseconds(123_456_000);
}
