namespace Negotiations.Store.Tests;

public class FunctionsOfSchemas
{
    // A store that has this version never gets other functions. To change one, raise the version, add the functions so
    // far to functions-of-earlier-schemas.tsv, and give the new hash here.
    [Fact]
    public void The_functions_of_a_version_of_the_schema_stay_as_they_are() =>
        Assert.Equal(
            (7, "480a39b8c7515b88413e56073eea35fc9599c70dbad0ae60f7644deef99e3234"),
            (StoreMigration.Version, InstalledFunctions.HashOfToday())
        );
}
