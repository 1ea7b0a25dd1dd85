namespace Negotiations.Assistant.Tests;

public class SettingsOfModels
{
    [Fact]
    public void Without_an_address_no_model_is_asked() => Assert.Null(ModelSettings.Read(_ => null));

    [Fact]
    public void They_are_read_from_the_environment()
    {
        var settings = Read(
            ("NEGOTIATIONS_MODEL_URL", "http://localhost:11434/v1"),
            ("NEGOTIATIONS_MODEL", "small"),
            ("NEGOTIATIONS_MODEL_KEY", "k"),
            ("NEGOTIATIONS_MODEL_TOKENS", "5000"),
            ("NEGOTIATIONS_MODEL_PRICE", "0.15/0.60"),
            ("NEGOTIATIONS_MODEL_TIMEOUT", "90")
        )!;

        Assert.Equal(
            ("http://localhost:11434/v1", "small", "k"),
            (settings.Endpoint.ToString(), settings.Model, settings.Key)
        );
        Assert.Equal((5000, TimeSpan.FromSeconds(90)), (settings.MostTokens, settings.Timeout));
        Assert.Equal((0.15m, 0.60m), settings.Price!.Value);
    }

    [Theory]
    [InlineData("NEGOTIATIONS_MODEL_URL", "localhost:11434", "no address")]
    [InlineData("NEGOTIATIONS_MODEL_URL", "", "is missing")]
    [InlineData("NEGOTIATIONS_MODEL", " ", "is missing")]
    [InlineData("NEGOTIATIONS_MODEL_TOKENS", "many", "no whole number above 0")]
    [InlineData("NEGOTIATIONS_MODEL_TOKENS", "0", "no whole number above 0")]
    [InlineData("NEGOTIATIONS_MODEL_PRICE", "0.15", "no price")]
    [InlineData("NEGOTIATIONS_MODEL_TIMEOUT", "-1", "no whole number above 0")]
    public void A_wrong_one_is_refused_by_its_name(string name, string value, string problem)
    {
        var refused = Assert.Throws<WrongInputException>(() =>
            Read(("NEGOTIATIONS_MODEL_URL", "http://localhost/v1"), ("NEGOTIATIONS_MODEL", "small"), (name, value))
        );

        Assert.StartsWith(name + " ", refused.Message);
        Assert.Contains(problem, refused.Message);
    }

    private static ModelSettings? Read(params (string Name, string Value)[] variables) =>
        ModelSettings.Read(name => variables.LastOrDefault(variable => variable.Name == name).Value);
}
