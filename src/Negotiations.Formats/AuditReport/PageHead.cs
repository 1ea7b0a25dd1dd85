using AngleSharp.Dom;

namespace Negotiations.Formats;

/// <summary>
/// The head of the page: what was asked, what was checked and what that came to, and how to read the rest.
/// </summary>
public static class PageHead
{
    /// <summary>The head.</summary>
    /// <param name="page">The page.</param>
    /// <param name="audit">The audit of the negotiation.</param>
    /// <param name="record">The checks of the record.</param>
    /// <param name="head">The link of the hash chain at the position of the answer, in hexadecimal; null where the
    /// record is empty.</param>
    /// <param name="reports">The numbers of the reports.</param>
    /// <param name="marks">What is not as it was recorded.</param>
    public static IElement Build(
        HtmlPage page,
        Audit audit,
        IReadOnlyList<RecordCheck> record,
        string? head,
        ReportNumbers reports,
        IntegrityFlags marks
    )
    {
        var answer = audit.Answer;
        return page.Element(
            "header",
            page.Element("h1", page.Element("bdi", answer.Definition.Title), ": who says so"),
            IntegrityFlagElements.Lines(marks.ForFile, page),
            page.Element("p", ("class", "question"), QuestionWords.Asked(answer.Asked, answer.Zone)),
            page.Element(
                "p",
                $"{QuestionWords.Count(answer.Facts.Count, "fact")} from "
                    + $"{QuestionWords.StandsOn(answer)}. "
                    + $"{QuestionWords.Count(answer.Corrections, "correction")} counted."
            ),
            page.Element(
                "ul",
                Texts(page, audit),
                record.Select(check =>
                    page.Element(
                        "li",
                        ("class", ChooseClass(check.Status)),
                        RenderStatus(check.Status, page) is { } word
                            ? new object[] { word, ": ", AuditWords.Describe(check) }
                            : Capitalisation.Capitalise(AuditWords.Describe(check)),
                        check.Faults.Count == 0
                            ? null
                            : page.Element(
                                "ul",
                                check.Faults.Select(fault =>
                                    page.Element("li", fault.ToString(), FindIn(reports, fault.Event, page))
                                )
                            )
                    )
                ),
                head is null ? null : Head(page, audit, FindChainStatus(record), head),
                QuestionWords.Assumptions(answer).Select(assumption => page.Element("li", assumption, "."))
            ),
            page.Element(
                "p",
                ("class", "quiet"),
                "A value stands on the reports that are listed as for it; those against it, and those "
                    + "that it superseded, stand beside it. "
                    + "Facts are numbered in the order of the page, reports, in brackets, by what was known first. "
                    + "What is not as it was recorded has a word at the report and at each fact that it bears on: "
                    + $"“{IntegrityFlag.Altered}”, an event does not fit the hash chain and may be "
                    + $"forged; “{IntegrityFlag.Orphaned}”, the words in the text are not those that "
                    + "were coded; "
                    + $"“{IntegrityFlag.Differs}”, a file is not the text of which it has the name; "
                    + $"“{IntegrityFlag.Unread}”, the file of the text cannot be read; "
                    + $"“{IntegrityFlag.Erased}”, something that bore on it was erased; "
                    + $"“{IntegrityFlag.Unproven}”, a checkpoint contradicts the record, which may have "
                    + "been written anew."
            ),
            page.Element(
                "p",
                ("class", "quiet"),
                "Positions count the Unicode code points of the normalised text (NFC, lines ended by LF) from 0; "
                    + "a hash is SHA-256 of its UTF-8 bytes, so whoever holds an article can check each passage."
            )
        );
    }

    private static IEnumerable<IElement> Texts(HtmlPage page, Audit audit) =>
        from version in audit.Versions
        group version by (version.Status, version.IsUnreadable) into alike
        orderby alike.Key
        let line = string.Join("; ", AuditWords.DescribeTexts(audit with { Versions = [.. alike] }))
        select alike.Key.Status == TextStatus.NotHeld
            ? page.Element("li", ("class", "quiet"), RenderStatus(RecordStatus.NotChecked, page), $": {line}.")
            : page.Element("li", ("class", alike.All(version => version.IsSound) ? "sound" : "fault"), $"{line}.");

    private static IElement Head(HtmlPage page, Audit audit, RecordStatus? chain, string head)
    {
        var state = chain switch
        {
            RecordStatus.Passed => new object[] { "(recomputed for this page): " },
            RecordStatus.Failed =>
            [
                "(",
                page.Element("strong", ("class", "word fault"), IntegrityFlag.Altered),
                ", as said above): ",
            ],
            _ =>
            [
                "(",
                page.Element("strong", "unchecked"),
                ": it was read, and nothing was compared with it; ",
                page.Element("code", $"negotiations audit {audit.Answer.Asked.Negotiation} --chain"),
                " does that): ",
            ],
        };
        return page.Element(
            "li",
            ("id", "head"),
            $"Head of the hash chain at position {audit.Answer.Settled.Position} ",
            state,
            page.Element("code", head),
            chain == RecordStatus.Failed
                ? ". It is the head of what the record is now, and no proof of what it was."
                : ". Kept elsewhere, it shows later whether anybody has rewritten the record up to here."
        );
    }

    // A chain that fits its events, and not what was kept of it, is another chain.
    private static RecordStatus? FindChainStatus(IReadOnlyList<RecordCheck> record) =>
        record.Any(check => check is { Name: "chain" or "checkpoint", Status: RecordStatus.Failed })
            ? RecordStatus.Failed
            : record.FirstOrDefault(check => check.Name == "chain")?.Status;

    private static object[]? FindIn(ReportNumbers reports, Guid? id, HtmlPage page) =>
        reports.All.FirstOrDefault(report => report.EventId == id) is { } report
            ? [" ", reports.BareLinkTo(report, page)]
            : null;

    private static IElement? RenderStatus(RecordStatus status, HtmlPage page) =>
        status switch
        {
            RecordStatus.Failed => page.Element("strong", ("class", "word fault"), IntegrityFlag.Altered),
            RecordStatus.NotChecked => page.Element("strong", "Unchecked"),
            _ => null,
        };

    private static string ChooseClass(RecordStatus status) =>
        status switch
        {
            RecordStatus.Passed => "sound",
            RecordStatus.Failed => "fault",
            _ => "quiet",
        };
}
