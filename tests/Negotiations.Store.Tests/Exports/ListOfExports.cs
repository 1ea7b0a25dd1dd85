namespace Negotiations.Store.Tests;

public sealed class ListOfExports : StoreTest
{
    [Fact]
    public async Task What_was_handed_out_is_listed_by_negotiation_and_position()
    {
        var first = await Store.RecordExportAsync(Export(Sample.Talks, 7));
        await Store.RecordExportAsync(Export("others", 9));
        var second = await Store.RecordExportAsync(Export(Sample.Talks, 9));

        var all = await Store.ReadExportsAsync(Sample.Talks);

        Assert.Equal([first.Id, second.Id], all.Select(recorded => recorded.Id));
        Assert.Equal([first.At, second.At], all.Select(recorded => recorded.At));
        Assert.Equal(
            ("csv-reports", Sample.Talks, 7, "known by May 14", "reports.csv"),
            (
                all[0].Export.Format,
                all[0].Export.Negotiation,
                all[0].Export.Position,
                all[0].Export.Bounds,
                all[0].Export.Destination
            )
        );
        Assert.Equal(Enumerable.Repeat((byte)3, 32), all[0].Export.Sha256.ToArray());
        Assert.Equal(
            [second.Id],
            (await Store.ReadExportsAsync(Sample.Talks, fromPosition: 8)).Select(recorded => recorded.Id)
        );
    }

    private static NewExport Export(string negotiation, long position) =>
        new(
            "csv-reports",
            negotiation,
            position,
            "known by May 14",
            "reports.csv",
            Enumerable.Repeat((byte)3, 32).ToArray()
        );
}
