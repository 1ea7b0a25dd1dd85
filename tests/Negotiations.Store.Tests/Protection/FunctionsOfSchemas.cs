namespace Negotiations.Store.Tests;

public class FunctionsOfSchemas
{
    // A store that has this version never gets other functions. To change one, raise the version, add the functions so
    // far to functions-of-earlier-schemas.tsv, and give the new hash here.
    [Fact]
    public void The_functions_of_a_version_of_the_schema_stay_as_they_are() =>
        Assert.Equal(
            (8, "78c7e358dd493ca9125cd1375a7dc62baed28086a8c87980500eb817a47f88ad"),
            (StoreMigration.Version, InstalledFunctions.HashOfToday())
        );
}
