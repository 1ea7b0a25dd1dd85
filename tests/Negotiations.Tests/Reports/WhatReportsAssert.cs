namespace Negotiations.Tests;

public class WhatReportsAssert
{
    private static readonly Row[] Table =
    [
        .. AttendanceTable.Rows,
        .. CeasefireTable.Rows,
        .. ContextTable.Rows,
        .. DelegationTable.Rows,
        .. MeetingTable.Rows,
        .. OutcomeTable.Rows,
        .. PositionTable.Rows,
        .. PressureTable.Rows,
        .. ProposalTable.Rows,
        .. TalksTable.Rows,
        .. ThirdPartyTable.Rows,
    ];

    public static TheoryData<string, int> Rows
    {
        get
        {
            var rows = new TheoryData<string, int>();
            for (var i = 0; i < Table.Length; i++)
                rows.Add(Table[i].Report.GetType().Name, i);
            return rows;
        }
    }

    public static TheoryData<string> Types => new(ReportTypes.All.Select(type => type.Name));

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_report_asserts_what_the_table_says(string type, int row)
    {
        Assert.Equal(type, Table[row].Report.GetType().Name);
        Assert.Equal(Table[row].Asserts, Table[row].Asserted);
    }

    [Fact]
    public void Every_type_of_report_is_in_the_table() =>
        Assert.Equal(ReportTypes.All.ToHashSet(), Table.Select(row => row.Report.GetType()).ToHashSet());

    [Theory]
    [MemberData(nameof(Types))]
    public void A_denial_asserts_nothing(string type) =>
        Assert.Empty(((Report)Filled.Create(ReportTypes.Find(type)!) with { Modality = Modality.Denied }).Asserts());

    [Theory]
    [MemberData(nameof(Types))]
    public void A_detail_that_is_null_or_empty_asserts_nothing(string type)
    {
        var nothing = Blank(type, emptyText: false);
        var empty = Blank(type, emptyText: true);

        Assert.All(nothing.Concat(empty), assertion =>
        {
            Assert.DoesNotContain("null", assertion.Value.Json);
            Assert.DoesNotContain("\"\"", assertion.Value.Json);
            Assert.DoesNotContain("[]", assertion.Value.Json);
        });
        Assert.Equal(nothing, empty);
    }

    [Theory]
    [MemberData(nameof(Types))]
    public void Keys_are_lower_case_segments_joined_by_slashes(string type) =>
        Assert.All(((Report)Filled.Create(ReportTypes.Find(type)!) with { Act = "act-1" }).Asserts(), assertion =>
            Assert.All(assertion.Subject.Split('/'), segment => Assert.True(Slug.IsValid(segment), assertion.Subject))
        );

    [Theory]
    [MemberData(nameof(Types))]
    public void What_nobody_on_record_did_is_neither_confirmed_nor_held(string type)
    {
        var modalities = new[]
        {
            Modality.Planned,
            Modality.Possible,
            Modality.Conditional,
            Modality.Expected,
            Modality.Demanded,
        };
        var report = (Report)Filled.Create(ReportTypes.Find(type)!);

        Assert.All(modalities, modality =>
        {
            var statuses = (report with { Modality = modality, Standing = Standing.Other })
                .Asserts()
                .Select(assertion => assertion.Value.Status);
            Assert.DoesNotContain(statuses, status => status is "confirmed" or "attended" or "held" or "dispatched");
        });
    }

    // Only what every report has; of its own details none, or only texts and lists without content.
    private static List<Assertion> Blank(string typeName, bool emptyText)
    {
        var type = ReportTypes.Find(typeName)!;
        var report = Filled.Create(type);
        foreach (var property in Filled.ListProperties(type).Where(property => property.DeclaringType == type))
        {
            property.SetValue(
                report,
                !emptyText ? null
                    : property.PropertyType == typeof(string) ? ""
                    : property.PropertyType.IsGenericType
                    && property.PropertyType.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
                        ? Array.CreateInstance(property.PropertyType.GenericTypeArguments[0], 0)
                    : null
            );
        }

        return [.. ((Report)report with { Standing = Standing.Own, Modality = Modality.Asserted }).Asserts()];
    }
}
