namespace Negotiations.Tests.Laws;

/// <summary>A random history, a question to it, and a seed for what else a law chooses at random.</summary>
internal sealed record Trial(History History, Question Question, int Seed)
{
    /// <summary>A dice that falls the same way each time.</summary>
    public Dice Dice => new(Seed);

    public static Trial Random(int seed)
    {
        var dice = new Dice(seed);
        var history = RandomHistory.Next(dice);
        return new(history, RandomQuestion.To(history, dice), dice.Below(int.MaxValue));
    }
}
