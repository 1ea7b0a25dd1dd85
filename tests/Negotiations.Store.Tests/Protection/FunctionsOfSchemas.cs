namespace Negotiations.Store.Tests;

public class FunctionsOfSchemas
{
    // A store that has this version never gets other functions. To change one, raise the version, add the functions so
    // far to functions-of-earlier-schemas.tsv, and give the new hash here.
    [Fact]
    public void The_functions_of_a_version_of_the_schema_stay_as_they_are() =>
        Assert.Equal(
            (8, "42d24e68671a2ea877cf63c8abaf0a63dcb1b73fb6440fad418d8fee29349380"),
            (StoreMigration.Version, InstalledFunctions.HashOfToday())
        );
}
