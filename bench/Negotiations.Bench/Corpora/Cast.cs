namespace Negotiations.Bench;

/// <summary>
/// Who acts, speaks and writes in an invented negotiation, on what and where: what its file lists.
/// </summary>
public sealed class Cast
{
    private const int PeoplePerSide = 9;

    private static readonly string[] Parties =
    [
        "Orvia",
        "Tamaria",
        "Keld",
        "Sorrel Republic",
        "Vantia",
        "Lower Marrow",
        "Ostmere",
        "Halden Union",
        "Pellow",
        "Quill Islands",
        "Rhosland",
        "Ardmoor",
    ];

    private static readonly string[] Firsts =
    [
        "Anna",
        "Borys",
        "Cleo",
        "Dario",
        "Edda",
        "Falk",
        "Gita",
        "Hamo",
        "Ines",
        "Jory",
        "Kalle",
        "Lene",
    ];

    private static readonly string[] Lasts =
    [
        "Arden",
        "Brill",
        "Corvin",
        "Dahl",
        "Elmer",
        "Fenn",
        "Garrow",
        "Hollis",
        "Ilves",
        "Jarrow",
        "Kemp",
        "Lund",
    ];

    private static readonly string[] Papers =
    [
        "Herald",
        "Times",
        "Post",
        "Observer",
        "Gazette",
        "Evening Mail",
        "Courier",
        "Chronicle",
        "Tribune",
        "Coast Radio",
        "Morning Star Line",
        "Public Television",
    ];

    private static readonly string[] IssueNames =
    [
        "ceasefire",
        "prisoners",
        "water quota",
        "border line",
        "customs",
        "fishing rights",
        "security guarantees",
        "monitoring",
        "reconstruction",
        "language law",
        "sanctions relief",
        "status of the harbour",
    ];

    private readonly List<NamedEntity> entities = [];

    /// <summary>Makes a cast.</summary>
    /// <param name="town">The town in which the talks are held: it tells the negotiations apart.</param>
    /// <param name="random">Which parties and people they are.</param>
    public Cast(string town, Random random)
    {
        var parties = Parties.ToArray();
        random.Shuffle(parties);
        Sides = [.. parties.Take(3 + random.Next(2)).Select(name => Add(name, EntityKind.Party))];
        var names = Firsts.SelectMany(_ => Lasts, (first, last) => $"{first} {last}").ToArray();
        random.Shuffle(names);
        var free = new Queue<string>(names);
        foreach (var side in Sides)
            AddSide(side, free);
        Outlets = [.. Papers.Select(paper => Add($"{town} {paper}", EntityKind.Outlet))];
        Agencies =
        [
            Add($"{town} Wire", EntityKind.Agency),
            Add("Northern Press Agency", EntityKind.Agency),
            Add("Allied News", EntityKind.Agency),
        ];
        Issues =
        [
            .. IssueNames.Select(name => new Issue(Slug.From(name), name) { Spellings = [$"the question of {name}"] }),
        ];
        // A hall in a house in a town: precision that is no contradiction.
        Places =
        [
            new(town),
            new($"{town} Lock House") { In = town, Spellings = ["the Lock House"] },
            new("Room of Mirrors") { In = $"{town} Lock House" },
            new("Old Customs Hall") { In = town },
            new("Harbour Palace") { In = town },
            new("Grand Hotel Meridian") { In = "Westhaven" },
            new("Westhaven"),
            new("Lake Residence"),
        ];
    }

    /// <summary>All of them, in the order of a coded file.</summary>
    public IReadOnlyList<NamedEntity> Entities => [.. entities.OrderBy(entity => entity.Kind)];

    public IReadOnlyList<NamedEntity> Sides { get; }

    /// <summary>The people who may act, of all sides.</summary>
    public IReadOnlyList<NamedEntity> People => people;

    public IReadOnlyList<NamedEntity> Institutions => institutions;

    /// <summary>Those who speak for an institution.</summary>
    public IReadOnlyList<NamedEntity> Spokesmen => spokesmen;

    public IReadOnlyList<NamedEntity> Outlets { get; }

    public IReadOnlyList<NamedEntity> Agencies { get; }

    public IReadOnlyList<Issue> Issues { get; }

    public IReadOnlyList<Place> Places { get; }

    public static IReadOnlyList<Name> UnnamedSources { get; } =
    [
        .. new[]
        {
            "a diplomat",
            "an official",
            "a source close to the delegation",
            "a person briefed on the talks",
        }.Select(text => new Name(text, Slug.From(text))),
    ];

    private readonly List<NamedEntity> people = [];
    private readonly List<NamedEntity> institutions = [];
    private readonly List<NamedEntity> spokesmen = [];

    /// <summary>A name as a text writes it: mostly the canonical one.</summary>
    public static Name Write(Random random, NamedEntity entity) =>
        new(entity.Spellings.Count > 0 && random.Percent(20) ? random.Pick(entity.Spellings) : entity.Name, entity.Id);

    public static Name Write(Random random, Issue issue) =>
        new(random.Percent(15) ? random.Pick(issue.Spellings) : issue.Name, issue.Id);

    /// <summary>The people of one side.</summary>
    public IReadOnlyList<NamedEntity> ListPeople(string side) => [.. people.Where(person => person.Side == side)];

    private void AddSide(NamedEntity side, Queue<string> free)
    {
        for (var number = 0; number < PeoplePerSide; number++)
        {
            var name = free.Dequeue();
            people.Add(
                Add(name, EntityKind.Person, side.Id, spellings: [name.Split(' ')[1] + ", " + name.Split(' ')[0]])
            );
        }

        foreach (var office in new[] { "Foreign Ministry", "Presidency" })
        {
            var institution = Add($"{office} of {side.Name}", EntityKind.Institution, side.Id);
            institutions.Add(institution);
            spokesmen.Add(Add(free.Dequeue(), EntityKind.Person, side.Id, institution.Id));
        }
    }

    private NamedEntity Add(
        string name,
        EntityKind kind,
        string? side = null,
        string? speaksFor = null,
        IReadOnlyList<string>? spellings = null
    )
    {
        var entity = new NamedEntity
        {
            Id = Slug.From(name),
            Kind = kind,
            Name = name,
            Side = side,
            SpeaksFor = speaksFor,
            Spellings = spellings ?? [],
        };
        entities.Add(entity);
        return entity;
    }
}
