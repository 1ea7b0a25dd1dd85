namespace Negotiations.Store.Tests;

public class FunctionsOfSchemas
{
    // A store that has this version never gets other functions. To change one, raise the version, add the functions so
    // far to functions-of-earlier-schemas.tsv, and give the new hash here.
    [Fact]
    public void The_functions_of_a_version_of_the_schema_stay_as_they_are() =>
        Assert.Equal(
            (7, "50ac841d6cfa50c329a16e550e5879edb0491a28a99d0453f1237156b58f16c7"),
            (StoreMigration.Version, InstalledFunctions.HashOfToday())
        );
}
