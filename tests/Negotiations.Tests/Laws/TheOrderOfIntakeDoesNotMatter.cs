using Xunit.Abstractions;

namespace Negotiations.Tests.Laws;

/// <summary>Law 3: every order of intake in which what is named comes first gives the same facts.</summary>
public sealed class TheOrderOfIntakeDoesNotMatter(ITestOutputHelper output)
{
    [Fact]
    public void On_random_histories() => new Trials(output).Hold(SameInAnotherOrder, Product.Answer);

    [Fact]
    public void Ties_broken_by_arrival_are_found() =>
        new Trials(output).Find("ties broken by arrival", SameInAnotherOrder, new TiesByArrival().Answer);

    [Fact]
    public void Since_by_the_record_is_found() =>
        new Trials(output).Find("since by the record", SameInAnotherOrder, new SinceByTheRecord().Answer);

    [Fact]
    public void An_order_of_acts_by_arrival_is_found() =>
        new Trials(output).Find("an order of acts by arrival", SameInAnotherOrder, new TheLastArrivalDecides().Answer);

    [Fact]
    public void The_notice_recorded_last_is_found() =>
        new Trials(output).Find("the notice recorded last", SameInAnotherOrder, new TheNoticeRecordedLast().Answer);

    [Fact]
    public void Versions_by_arrival_are_found() =>
        new Trials(output).Find("versions by arrival", SameInAnotherOrder, new VersionsByArrival().Answer);

    internal static string? SameInAnotherOrder(Trial trial, AnswerFunction answering)
    {
        var first = answering(trial.History.Log, trial.Question).Whole;
        var reordered = new History(InAnotherOrder(trial.History.Intake, trial.Dice));
        var second = answering(reordered.Log, trial.Question).Whole;
        return first == second
            ? null
            : $"from {first}\nto   {second}\nin the order\n{HistoryText.Describe(trial with { History = reordered })}";
    }

    private static List<DomainEvent> InAnotherOrder(IReadOnlyList<DomainEvent> intake, Dice dice)
    {
        // Definitions change each other, so they keep their order among themselves.
        var definitions = new Queue<DomainEvent>(intake.OfType<NegotiationDefined>());
        List<DomainEvent> shuffled =
        [
            .. dice.Shuffle(intake).Select(@event => @event is NegotiationDefined ? definitions.Dequeue() : @event),
        ];
        var byId = shuffled
            .Where(@event => @event is not NegotiationDefined)
            .ToDictionary(@event => RecordedPlaces.FindId(@event));
        var reordered = new List<DomainEvent>();
        foreach (var @event in shuffled)
            Add(@event);
        return reordered;

        void Add(DomainEvent @event)
        {
            if (reordered.Contains(@event, ReferenceEqualityComparer.Instance))
                return;
            foreach (var named in RecordedPlaces.NamedBy(@event, shuffled))
                Add(byId[named]);
            reordered.Add(@event);
        }
    }
}
