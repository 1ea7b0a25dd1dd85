namespace Negotiations.Coding.Tests;

public class Agreements
{
    [Fact]
    public void Kappa_is_that_of_a_table_worked_out_by_hand()
    {
        // 0.7 observed; by chance 0.5 * 0.6 + 0.5 * 0.4 = 0.5.
        var agreement = Agreement.Measure(
            "grants",
            [("yes", "yes", 20), ("yes", "no", 5), ("no", "yes", 10), ("no", "no", 15)]
        );

        Assert.Equal(50, agreement.Units);
        Assert.Equal(0.7, agreement.Observed!.Value, 10);
        Assert.Equal(0.4, agreement.Kappa!.Value, 10);
    }

    [Fact]
    public void Alpha_is_that_of_the_example_in_computing_Krippendorffs_alpha_reliability()
    {
        var agreement = Agreement.Measure("articles", [("0", "0", 5), ("0", "1", 3), ("1", "0", 1), ("1", "1", 1)]);

        Assert.Equal(0.095, agreement.Alpha!.Value, 3);
    }

    [Fact]
    public void Full_agreement_is_one_and_that_of_chance_is_none()
    {
        var full = Agreement.Measure("x", [("a", "a", 3), ("b", "b", 4)]);
        var chance = Agreement.Measure("x", [("a", "a", 1), ("a", "b", 1), ("b", "a", 1), ("b", "b", 1)]);

        Assert.Equal((1.0, 1.0, 1.0), (full.Observed!.Value, full.Kappa!.Value, full.Alpha!.Value));
        Assert.Equal(0, chance.Kappa!.Value, 10);
    }

    [Fact]
    public void It_is_not_defined_where_everything_has_one_label_or_there_is_nothing()
    {
        var one = Agreement.Measure("x", [("a", "a", 9)]);
        var nothing = Agreement.Measure("x", []);

        Assert.Equal((1.0, null, null), (one.Observed!.Value, one.Kappa, one.Alpha));
        Assert.Equal((0, null, null, null), (nothing.Units, nothing.Observed, nothing.Kappa, nothing.Alpha));
    }
}
