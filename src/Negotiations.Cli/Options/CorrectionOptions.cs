using System.CommandLine;
using Negotiations.Coding;

namespace Negotiations.Cli.Options;

/// <summary>What a correction says: of what kind, by whom, why.</summary>
internal sealed class CorrectionOptions
{
    private readonly Option<bool> retract = new("--retract") { Description = "The report is withdrawn whole" };
    private readonly Option<string[]> amend = Fields(
        "--amend",
        "A field or detail of the report is otherwise: a plain value, or JSON; names as in the negotiation's file"
    );
    private readonly Option<string[]> reattribute = Fields(
        "--reattribute",
        "Somebody else said it: actor (several: [A, B]), written, side, target, others, standing, "
            + "modality, or chain as JSON or YAML"
    );
    private readonly Option<string?> happened = Value("--happened", "EDTF", "The act took place at another date");
    private readonly Option<string?> timeOfDay = Value(
        "--time-of-day",
        "TIME",
        "The act took place at another time of its day"
    );
    private readonly Option<string?> lookingBack = new("--looking-back")
    {
        HelpName = "true|false",
        Arity = ArgumentArity.ZeroOrOne,
        Description = "The text looks back on the act, or does not",
    };
    private readonly Option<string?> covers = Value(
        "--covers",
        "EDTF",
        "The article, or the entry of a live blog, tells the news of other days"
    );
    private readonly Option<string?> round = Value(
        "--round",
        "ROUND",
        "The report belongs to another round, or to several: [2025-05, 2025-06]"
    );
    private readonly Option<string?> issue = Value("--issue", "ISSUE", "The report bears on another issue");
    private readonly Option<string?> act = Value("--act", "ACT", "The report is of another act");
    private readonly Option<string?> publishedAt = Value(
        "--published-at",
        "TIME",
        "The version, or the notice, came out at another time: 2025-05-14T23:30, \"May 14\"; a day means its end"
    );
    private readonly Option<string?> basis = Value(
        "--basis",
        "stated|assumed",
        "Whether the new time of publication is stated or assumed; must be given where the old one was assumed"
    );
    private readonly Option<string?> earliest = Value(
        "--earliest",
        "TIME",
        "The earliest time of publication that is possible"
    );
    private readonly Option<string?> latest = Value(
        "--latest",
        "TIME",
        "The latest time of publication that is possible"
    );
    private readonly Option<string?> link = Value(
        "--link",
        "ARTICLE",
        "The article is one text with another, so that their origins count once"
    );
    private readonly Option<bool> undo = new("--undo")
    {
        Description = "The correction that EVENT names no longer counts",
    };
    private readonly Option<string> by = new("--by")
    {
        HelpName = "coder|publisher",
        Description = "Who erred",
        DefaultValueFactory = _ => "coder",
    };
    private readonly Option<string?> published = Value(
        "--published",
        "TIME",
        "For a publisher's: when its notice came out"
    );
    private readonly Option<string?> notice = Value(
        "--notice",
        "REFERENCE",
        "For a publisher's: where its notice can be found"
    );
    private readonly Option<string?> on = Value(
        "--on",
        "CORRECTION",
        "The correction on which this one builds, the last of the event"
    );
    private readonly Option<string> reason = new("--reason")
    {
        Required = true,
        HelpName = "TEXT",
        Description = "Why",
    };
    private readonly Option<string?> who = Value("--who", "NAME", "Who makes the correction");
    private readonly Option<string?> id = Value(
        "--id",
        "ID",
        "Identifier of the correction in its article; without it, one that is free"
    );

    public CorrectionOptions()
    {
        by.AcceptOnlyFromAmong("coder", "publisher");
        basis.AcceptOnlyFromAmong("stated", "assumed");
        lookingBack.Validators.Add(option =>
        {
            if (option.Tokens is [{ Value: var word }] && word is not ("true" or "false"))
                option.AddError($"--looking-back: '{word}' is neither true nor false");
        });
    }

    /// <summary>The option of the correction on which one builds.</summary>
    public string OnName => on.Name;

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        Option[] all =
        [
            retract,
            amend,
            reattribute,
            happened,
            timeOfDay,
            lookingBack,
            covers,
            round,
            issue,
            act,
            publishedAt,
            basis,
            earliest,
            latest,
            link,
            undo,
            by,
            published,
            notice,
            on,
            reason,
            who,
            id,
        ];
        foreach (var option in all)
            command.Options.Add(option);
    }

    /// <summary>The correction, as it is written.</summary>
    /// <exception cref="WrongInputException">It is of no kind, or of several.</exception>
    public CorrectionRequest Read(ParseResult parsed)
    {
        var looksBack = parsed.GetResult(lookingBack) is null ? null : parsed.GetValue(lookingBack) ?? "true";
        var written = new CorrectionRequest
        {
            By = parsed.GetRequiredValue(by),
            Reason = parsed.GetRequiredValue(reason),
            Who = parsed.GetValue(who),
            Id = parsed.GetValue(id),
            On = parsed.GetValue(on),
            NoticePublished = parsed.GetValue(published),
            NoticeReference = parsed.GetValue(notice),
            Retract = parsed.GetValue(retract),
            Undo = parsed.GetValue(undo),
            Published = parsed.GetValue(publishedAt),
            Basis = parsed.GetValue(basis),
            Earliest = parsed.GetValue(earliest),
            Latest = parsed.GetValue(latest),
            Link = parsed.GetValue(link),
            Changes =
            [
                .. Pairs("amend", amend),
                .. Pairs("reattribute", reattribute),
                .. Single("redate", "happened", parsed.GetValue(happened)),
                .. Single("redate", "timeOfDay", parsed.GetValue(timeOfDay)),
                .. Single("redate", "lookingBack", looksBack),
                .. Single("redate", "covers", parsed.GetValue(covers)),
                .. Single("reassign", "round", parsed.GetValue(round)),
                .. Single("reassign", "issue", parsed.GetValue(issue)),
                .. Single("reassign", "act", parsed.GetValue(act)),
            ],
        };
        var kinds = new[]
        {
            written.Retract,
            written.Undo,
            written.Published is not null,
            written.Link is not null,
            written.Changes.Count > 0,
        }.Count(given => given);
        if (written is { Published: null } and ({ Basis: not null } or { Earliest: not null } or { Latest: not null }))
            throw new WrongInputException("--basis, --earliest and --latest go with --published-at");
        return kinds == 1
            ? written
            : throw new WrongInputException(
                kinds == 0
                    ? "what is corrected? --retract, --amend, --reattribute, --happened, --time-of-day, "
                        + "--looking-back, --covers, --round, --issue, --act, --published-at, --link or --undo"
                    : "one correction does one thing: a retraction, an undoing, a time of publication, "
                        + "a link, or new values of fields"
            );

        IEnumerable<FieldChange> Pairs(string group, Option<string[]> option) =>
            (parsed.GetValue(option) ?? []).Select(text =>
                text.Split('=', 2) is [{ Length: > 0 } field, var value]
                    ? new FieldChange(group, field.Trim(), value)
                    : throw new WrongInputException($"{option.Name}: '{text}' is not FIELD=VALUE")
            );
    }

    /// <summary>
    /// The option that gives a field of a coded file's correction, or the field itself where it has none.
    /// </summary>
    public static string FindOption(string path) =>
        path switch
        {
            "published" or "published.time" => "--published-at",
            "published.basis" => "--basis",
            "published.earliest" => "--earliest",
            "published.latest" => "--latest",
            "notice.published" or "notice.published.time" => "--published",
            "notice" or "notice.reference" => "--notice",
            "redate.happened" => "--happened",
            "redate.timeOfDay" => "--time-of-day",
            "redate.lookingBack" => "--looking-back",
            "redate.covers" => "--covers",
            "reassign.round" => "--round",
            "reassign.issue" => "--issue",
            "reassign.act" => "--act",
            "link" or "id" or "by" or "reason" or "who" or "on" => $"--{path}",
            _ when path.Split('.', 2) is ["amend" or "reattribute", var field] => $"--{path.Split('.')[0]} {field}",
            _ => path,
        };

    private static IEnumerable<FieldChange> Single(string group, string field, string? value) =>
        value is null ? [] : [new(group, field, value)];

    private static Option<string[]> Fields(string name, string description) =>
        new(name) { HelpName = "FIELD=VALUE", Description = $"{description}; may be repeated" };

    private static Option<string?> Value(string name, string help, string description) =>
        new(name) { HelpName = help, Description = description };
}
