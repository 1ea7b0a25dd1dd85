using System.Text.Json.Nodes;

namespace Negotiations.Cli.Tests;

public class EditedFiles
{
    [Fact]
    public async Task Edits_are_taken_in_as_the_corrections_that_they_are()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var events = await store.CountAsync();
        var (path, _) = folder.Edit("courier-2031-04-02.yaml", "durationDays: 10", "durationDays: 12");

        var run = await store.RunAsync("replay", path, "--as-corrections", "--reason", "misread", "--who", "B. Reader");
        var again = await store.RunAsync("replay", path);
        var state = await store.RunAsync("state", "harbour", "2031-04/ceasefire", "--format", "json");

        Assert.Equal((0, "", events + 1), (run.Code, run.Error, await store.CountAsync()));
        Assert.Equal((0, ""), (again.Code, again.Error));
        Assert.Contains("\"durationDays\": 12", state.Output);
    }

    [Theory]
    [InlineData("durationDays: 10", "durationDays: 12")]
    [InlineData("actor: Ilka Morvane", "actor: Perrin Askolund")]
    [InlineData("actor: Ilka Morvane", "actor: Perrin Askolund\n    side: null")]
    [InlineData("happened: '2031-04-01'", "happened: '2031-03-31'")]
    [InlineData("standing: own", "standing: other")]
    [InlineData("type: AttendanceConfirmed", "type: AttendancePossible")]
    [InlineData("  - id: offer\n", "  - id: another-offer\n")]
    public async Task An_edited_store_has_the_facts_of_one_that_took_the_edited_file_in_first(
        string before,
        string after
    )
    {
        await using var edited = await SampleStore.WithHarbourAsync();
        await using var first = await SampleStore.EmptyAsync();
        using var folder = new TemporaryFolder();
        foreach (var file in Directory.EnumerateFiles(Repository.Harbour, "*.yaml"))
            File.Copy(file, folder.ResolvePath(Path.GetFileName(file)));
        folder.Edit("courier-2031-04-02.yaml", before, after);
        if (after.Contains("another-offer", StringComparison.Ordinal))
            File.WriteAllText(
                folder.ResolvePath("courier-2031-04-02.yaml"),
                File.ReadAllText(folder.ResolvePath("courier-2031-04-02.yaml"))
                    .Replace("[offer]", "[another-offer]", StringComparison.Ordinal)
            );
        if (after.Contains("Askolund", StringComparison.Ordinal))
            SayItHimself(folder.ResolvePath("courier-2031-04-02.yaml"));
        if (after.Contains("Possible", StringComparison.Ordinal))
            File.WriteAllText(
                folder.ResolvePath("courier-2031-04-02.yaml"),
                WithoutDetail(File.ReadAllText(folder.ResolvePath("courier-2031-04-02.yaml")))
            );

        var run = await edited.RunAsync("replay", folder.ResolvePath(), "--as-corrections", "--reason", "misread");
        var fresh = await first.RunAsync("replay", folder.ResolvePath());

        Assert.Equal((0, "", 0, ""), (run.Code, run.Error, fresh.Code, fresh.Error));
        Assert.Equal(await FactsAsync(first), await FactsAsync(edited));
    }

    [Fact]
    public async Task Another_actor_has_another_side_by_a_command_as_well()
    {
        await using var edited = await SampleStore.WithHarbourAsync();
        await using var corrected = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var (path, _) = folder.Edit("courier-2031-04-02.yaml", "actor: Ilka Morvane", "actor: Perrin Askolund");
        SayItHimself(path);

        await edited.RunAsync("replay", path, "--as-corrections", "--reason", "misread");
        var run = await corrected.RunAsync(
            "correct",
            "courier-2031-04-02#no-condition",
            "--reattribute",
            "actor=Perrin Askolund",
            "--reattribute",
            $"chain=[{Askolund}]",
            "--reason",
            "misread"
        );

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Equal(await FactsAsync(edited), await FactsAsync(corrected));
    }

    private const string Morvane =
        "{name: Ilka Morvane, kind: person, start: 364, end: 376, sha256: "
        + "63436f4d8339da25a5b0606cb619205e6840b9041257b3bae7cc20cf2cc59daa}";

    private static readonly string Askolund = Morvane.Replace(
        "Ilka Morvane",
        "Perrin Askolund",
        StringComparison.Ordinal
    );

    // What somebody else says of him would not be his own word.
    private static void SayItHimself(string path) =>
        File.WriteAllText(path, File.ReadAllText(path).Replace(Morvane, Askolund, StringComparison.Ordinal));

    [Theory]
    [InlineData("--as-corrections", "--as-corrections needs a --reason")]
    [InlineData("--reason=misread", "--reason and --who go with --as-corrections")]
    public async Task An_edit_is_taken_in_with_its_reason_only(string option, string problem)
    {
        await using var store = await SampleStore.WithHarbourAsync();

        var run = await store.RunAsync("replay", Repository.Harbour, option);

        Assert.Equal(new CommandRun(2, "", $"negotiations: {problem}\n"), run);
    }

    [Fact]
    public async Task An_edit_that_is_no_correction_is_refused()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var events = await store.CountAsync();
        var (path, _) = folder.Edit(
            "courier-2031-04-02.yaml",
            "title: Union offers Tidewell talks",
            "title: Another title"
        );

        var run = await store.RunAsync("replay", path, "--as-corrections", "--reason", "misread");

        Assert.Equal((1, events), (run.Code, await store.CountAsync()));
        Assert.Contains("These edits are no corrections", run.Error);
    }

    [Theory]
    [InlineData("--as-corrections", "--reason", "another scope")]
    [InlineData]
    public async Task A_file_that_does_not_know_a_correction_does_not_take_it_back(params string[] options)
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        Assert.Equal(
            0,
            (
                await store.RunAsync(
                    "correct",
                    "courier-2031-04-02#pause-proposed",
                    "--amend",
                    "durationDays=12",
                    "--reason",
                    "misread",
                    "--id",
                    "twelve"
                )
            ).Code
        );
        var (path, _) = folder.Edit("courier-2031-04-02.yaml", "scope: all berths of the port", "scope: two berths");
        var events = await store.CountAsync();

        var refused = await store.RunAsync(["replay", path, .. options]);

        Assert.Equal((1, events), (refused.Code, await store.CountAsync()));
        Assert.Contains(
            "durationDays: stored 12, coded 10, as before courier-2031-04-02!twelve (misread): take "
                + "that into the file, or undo it first",
            refused.Output.ReplaceLineEndings(" ")
        );
    }

    [Fact]
    public async Task A_file_that_has_a_correction_can_be_edited_further()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        await store.RunAsync(
            "correct",
            "courier-2031-04-02#pause-proposed",
            "--amend",
            "durationDays=12",
            "--reason",
            "misread"
        );
        var (path, _) = folder.Edit(
            "courier-2031-04-02.yaml",
            "durationDays: 10\n      unconditional: null\n      scope: all berths of the port",
            "durationDays: 12\n      unconditional: null\n      scope: two berths"
        );

        var run = await store.RunAsync("replay", path, "--as-corrections", "--reason", "another scope");
        var state = await store.RunAsync("state", "harbour", "2031-04/ceasefire", "--format", "json");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("\"durationDays\": 12", state.Output);
        Assert.Contains("\"scope\": \"two berths\"", state.Output);
    }

    [Fact]
    public async Task Of_two_people_who_edit_one_field_the_second_is_shown_the_first_and_what_to_put_into_the_file()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var (path, _) = folder.Edit("courier-2031-04-02.yaml", "durationDays: 10", "durationDays: 12");
        Assert.Equal(
            0,
            (await store.RunAsync("replay", path, "--as-corrections", "--reason", "twelve in all", "--who", "A")).Code
        );
        var events = await store.CountAsync();
        File.WriteAllText(
            path,
            File.ReadAllText(path).Replace("durationDays: 12", "durationDays: 14", StringComparison.Ordinal)
        );
        string[] second = ["replay", path, "--as-corrections", "--reason", "fourteen in all", "--who", "B"];

        var refused = await store.RunAsync(second);
        var nobody = await store.RunAsync("replay", path, "--as-corrections", "--reason", "fourteen in all");

        Assert.Equal((1, 1, events), (refused.Code, nobody.Code, await store.CountAsync()));
        Assert.Contains(
            "durationDays: stored 12, coded 14, where courier-2031-04-02!pause-proposed-correction-1 "
                + "by A (twelve in all) came first",
            refused.Output.ReplaceLineEndings(" ")
        );
        Assert.Contains(
            "  courier-2031-04-02!pause-proposed-correction-1, amend by coder (A): twelve in all, position ",
            refused.Error
        );
        Assert.Contains("  {\"durationDays\":12}\n", refused.Error);
        var snippet = refused.Error.Split("replay it again:\n")[1].Split("\nor take")[0];
        File.AppendAllText(path, $"\n{snippet}\n");
        var built = await store.RunAsync(second);
        var again = await store.RunAsync(second);
        var state = await store.RunAsync("state", "harbour", "2031-04/ceasefire", "--format", "json");

        Assert.Equal(
            (0, "", 0, "", events + 1),
            (built.Code, built.Error, again.Code, again.Error, await store.CountAsync())
        );
        Assert.Contains("\"durationDays\": 14", state.Output);
    }

    [Fact]
    public async Task Whoever_made_a_correction_or_has_the_same_value_edits_without_naming_it()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var (path, _) = folder.Edit("courier-2031-04-02.yaml", "durationDays: 10", "durationDays: 12");
        string[] replay = ["replay", path, "--as-corrections", "--reason", "read again", "--who"];
        Assert.Equal(0, (await store.RunAsync([.. replay, "A"])).Code);
        var events = await store.CountAsync();

        var same = await store.RunAsync([.. replay, "B"]);
        Assert.Equal((0, events), (same.Code, await store.CountAsync()));
        File.WriteAllText(
            path,
            File.ReadAllText(path).Replace("durationDays: 12", "durationDays: 14", StringComparison.Ordinal)
        );
        var further = await store.RunAsync([.. replay, "A"]);
        var again = await store.RunAsync([.. replay, "A"]);

        Assert.Equal((0, "", 0, events + 1), (further.Code, further.Error, again.Code, await store.CountAsync()));
    }

    [Fact]
    public async Task Of_two_people_who_change_one_time_of_publication_the_second_is_shown_the_first()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        Assert.Equal(
            0,
            (
                await store.RunAsync(
                    "correct",
                    "courier-2031-04-02",
                    "--published-at",
                    "2031-04-02T18:40",
                    "--reason",
                    "the clock",
                    "--who",
                    "A",
                    "--id",
                    "clock"
                )
            ).Code
        );
        var text = File.ReadAllText(Path.Combine(Repository.Harbour, "courier-2031-04-02.yaml"));
        var path = folder.Write(
            "courier-2031-04-02.yaml",
            text.Replace("2031-04-02T18:30", "2031-04-02T18:50", StringComparison.Ordinal)
        );
        string[] second = ["replay", path, "--as-corrections", "--reason", "another clock", "--who", "B"];

        var refused = await store.RunAsync(second);
        Assert.Equal(1, refused.Code);
        File.AppendAllText(path, $"\n{refused.Error.Split("replay it again:\n")[1].Split("\nor take")[0]}\n");

        var built = await store.RunAsync(second);
        Assert.Equal((0, ""), (built.Code, built.Error));
    }

    [Fact]
    public async Task Of_many_who_edit_one_field_at_once_one_wins_and_the_others_are_shown_the_first()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        var events = await store.CountAsync();

        var runs = await Task.WhenAll(
            Enumerable
                .Range(11, 4)
                .Select(days =>
                    Task.Run(async () =>
                    {
                        using var folder = new TemporaryFolder();
                        var (path, _) = folder.Edit(
                            "courier-2031-04-02.yaml",
                            "durationDays: 10",
                            $"durationDays: {days}"
                        );
                        return await store.RunAsync(
                            "replay",
                            path,
                            "--as-corrections",
                            "--reason",
                            "misread",
                            "--who",
                            $"reader {days}"
                        );
                    })
                )
        );

        Assert.Equal([0, 1, 1, 1], runs.Select(run => run.Code).Order());
        Assert.Equal(events + 1, await store.CountAsync());
        Assert.All(runs.Where(run => run.Code == 1), run =>
            Assert.Contains("courier-2031-04-02!pause-proposed-correction-1, amend by coder (reader ", run.Error)
        );
    }

    [Fact]
    public async Task An_older_file_takes_nothing_back_and_is_told_how_that_is_done()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        await store.RunAsync(
            "correct",
            "courier-2031-04-02#pause-proposed",
            "--amend",
            "durationDays=12",
            "--reason",
            "misread",
            "--id",
            "twelve"
        );
        await store.RunAsync(
            "correct",
            "courier-2031-04-02#pause-proposed",
            "--amend",
            "durationDays=14",
            "--reason",
            "misread",
            "--id",
            "fourteen",
            "--on",
            "twelve"
        );
        var events = await store.CountAsync();

        var plain = await store.RunAsync("replay", Repository.Harbour);
        var run = await store.RunAsync("replay", Repository.Harbour, "--as-corrections", "--reason", "as it was");

        Assert.Equal((0, "", 0, events), (plain.Code, plain.Error, run.Code, await store.CountAsync()));
        Assert.Equal(
            [
                "negotiations: 2 corrections in the store are not in these files, which have what "
                    + "they correct as it was before; a file takes no correction back. To undo them:",
                "  negotiations correct 'courier-2031-04-02!fourteen' --undo --reason 'as it was' "
                    + $"--connection '{store.Connection}'",
                "  negotiations correct 'courier-2031-04-02!twelve' --undo --reason 'as it was' "
                    + $"--connection '{store.Connection}'",
            ],
            run.Error.TrimEnd('\n').Split('\n')
        );
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_still_has_a_retracted_report_is_told_of_the_retraction_and_how_to_undo_it(
        bool isFirst
    )
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var edited = folder.Edit("courier-2031-04-02.yaml", "durationDays: 10", "durationDays: 12").Path;
        await store.RunAsync("replay", edited, "--as-corrections", "--reason", "misread");
        await store.RunAsync(
            "correct",
            "courier-2031-04-02#pause-proposed",
            "--retract",
            "--reason",
            "never said",
            "--id",
            "gone",
            "--on",
            "pause-proposed-correction-1"
        );
        var events = await store.CountAsync();

        var run = await store.RunAsync(
            "replay",
            isFirst ? Path.Combine(Repository.Harbour, "courier-2031-04-02.yaml") : edited
        );

        Assert.Equal((0, events), (run.Code, await store.CountAsync()));
        Assert.StartsWith("negotiations: 1 correction in the store is not in these files", run.Error);
        Assert.Contains(
            "\n  negotiations correct 'courier-2031-04-02!gone' --undo --reason REASON --connection ",
            run.Error
        );
    }

    [Theory]
    [InlineData]
    [InlineData("--as-corrections", "--reason", "second reading")]
    public async Task An_edit_of_a_retracted_report_is_refused_with_the_retraction_and_how_to_undo_it(
        params string[] options
    )
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        await store.RunAsync(
            "correct",
            "courier-2031-04-02#pause-proposed",
            "--retract",
            "--reason",
            "never said",
            "--id",
            "gone"
        );
        var (path, _) = folder.Edit("courier-2031-04-02.yaml", "durationDays: 10", "durationDays: 12");

        var run = await store.RunAsync(["replay", path, .. options]);

        Assert.Equal(1, run.Code);
        Assert.Contains("as before courier-2031-04-02!gone (never said)", run.Output.ReplaceLineEndings(" "));
        Assert.Contains("\n  negotiations correct 'courier-2031-04-02!gone' --undo --reason ", run.Error);
        Assert.DoesNotContain("--as-corrections", run.Error);
    }

    [Fact]
    public async Task A_dry_run_lists_the_new_events_and_the_facts_that_would_change_and_takes_nothing_in()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var (path, _) = folder.Edit("courier-2031-04-02.yaml", "durationDays: 10", "durationDays: 12");
        var events = await store.CountAsync();

        var rehearsed = await store.RunAsync("replay", path, "--as-corrections", "--reason", "misread", "--dry-run");
        Assert.Equal(events, await store.CountAsync());
        var json = JsonNode.Parse(
            (
                await store.RunAsync(
                    "replay",
                    path,
                    "--as-corrections",
                    "--reason",
                    "misread",
                    "--dry-run",
                    "--format",
                    "json"
                )
            ).Output
        )!;
        var done = await store.RunAsync("replay", path, "--as-corrections", "--reason", "misread");

        Assert.Equal((0, "", 0, ""), (rehearsed.Code, rehearsed.Error, done.Code, done.Error));
        Assert.Matches(
            @"courier-2031-04-02!pause-proposed-correction-1, amend by coder: misread(.*\n)*1 fact changed(.*\n)*"
                + @"  - .*10 days(.*\n)*  \+ .*12 days",
            rehearsed.Output
        );
        Assert.Contains("Nothing was appended (--dry-run).", rehearsed.Output);
        Assert.Contains(
            "1 correction in courier-2031-04-02; 1 fact changed, on the known clock (Pacific/Auckland):\n"
                + "  courier-2031-04-02!pause-proposed-correction-1, amend by coder: misread\n"
                + "    duration days: 10 → 12\n",
            done.Output.ReplaceLineEndings("\n")
        );
        Assert.Contains("    duration days: 10 → 12\n", rehearsed.Output.ReplaceLineEndings("\n"));
        Assert.Equal(
            """[{"field":"durationDays","before":10,"after":12}]""",
            json["files"]![0]!["corrected"]![0]!["fields"]!.ToJsonString()
        );
        Assert.Equal(
            ("""["courier-2031-04-02!pause-proposed-correction-1"]""", true),
            (json["files"]![0]!["corrections"]!.ToJsonString(), json["dryRun"]!.GetValue<bool>())
        );
        Assert.Single(json["files"]![0]!["changed"]!.AsArray());
    }

    [Fact]
    public async Task Of_many_corrections_the_first_ten_lines_are_shown_and_all_on_request()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        var path = folder.ResolvePath("courier-2031-04-02.yaml");
        File.WriteAllText(
            path,
            File.ReadAllText(Path.Combine(Repository.Harbour, "courier-2031-04-02.yaml"))
                .Replace("certainty: 5", "certainty: 3", StringComparison.Ordinal)
        );
        string[] command = ["replay", path, "--as-corrections", "--reason", "less sure", "--dry-run"];

        var first = await store.RunAsync(command);
        var all = await store.RunAsync([.. command, "--all"]);
        var json = JsonNode.Parse((await store.RunAsync([.. command, "--format", "json"])).Output)!;

        var count = json["files"]![0]!["corrected"]!.AsArray().Count;
        Assert.True(count > 5);
        Assert.Equal((5, count), (Count(first), Count(all)));
        Assert.Contains($"… and {count - 5} more events; --all shows everything", first.Output);
        Assert.DoesNotContain("--all shows everything", all.Output);

        static int Count(CommandRun run) => run.Output.Split("certainty: 5 → 3").Length - 1;
    }

    [Fact]
    public async Task Who_takes_a_corrected_report_out_of_a_file_is_shown_what_others_had_corrected()
    {
        await using var store = await SampleStore.WithHarbourAsync();
        using var folder = new TemporaryFolder();
        await store.RunAsync(
            "correct",
            "courier-2031-04-02#no-condition",
            "--amend",
            "certainty=1",
            "--reason",
            "looked again",
            "--who",
            "B. Reader",
            "--id",
            "unsure"
        );
        var text = File.ReadAllText(Path.Combine(Repository.Harbour, "courier-2031-04-02.yaml"));
        var start = text.IndexOf("  - id: no-condition", StringComparison.Ordinal);
        var path = folder.Write(
            "courier-2031-04-02.yaml",
            text.Remove(start, text.IndexOf("  - id: ", start + 1, StringComparison.Ordinal) - start)
        );

        var run = await store.RunAsync("replay", path, "--as-corrections", "--reason", "never said");

        Assert.Equal(0, run.Code);
        Assert.Equal(
            "negotiations: 1 correction of reports that are gone from these files, and so retracted "
                + "with them; undo the retractions that were not meant:\n"
                + "  courier-2031-04-02!unsure, amend by B. Reader: looked again\n",
            run.Error
        );
    }

    [Fact]
    public async Task A_dry_run_where_there_is_no_store_makes_none()
    {
        await using var store = await SampleStore.EmptyAsync();

        var run = await store.RunAsync("replay", Repository.Harbour, "--dry-run");

        Assert.Equal((0, "", 0), (run.Code, run.Error, await store.CountRelationsAsync()));
        Assert.Contains("courier-2031-04-02#offer", run.Output);
    }

    // A report that is another type needs the details of that type only.
    private static string WithoutDetail(string text)
    {
        var place = text.IndexOf(
            "      confirmedBy: Odric Fennimoor\n      role: head of delegation\n",
            StringComparison.Ordinal
        );
        return text.Remove(place, "      confirmedBy: Odric Fennimoor\n      role: head of delegation\n".Length);
    }

    private static async Task<string> FactsAsync(SampleStore store)
    {
        var run = await store.RunAsync("state", "harbour", "--format", "json");
        Assert.Equal((0, ""), (run.Code, run.Error));
        var facts = JsonNode.Parse(run.Output)!["facts"]!.AsArray();
        foreach (var fact in facts)
            fact!.AsObject().Remove("flags");
        return facts.ToJsonString();
    }
}
