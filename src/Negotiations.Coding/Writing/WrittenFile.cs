using System.Globalization;

namespace Negotiations.Coding;

/// <summary>A coded file as text, written from what a store holds: the reverse of <see cref="CodedFiles"/>.</summary>
/// <param name="File">Name of the file, without a folder.</param>
/// <param name="Text">What it says, in YAML.</param>
public sealed record WrittenFile(string File, string Text)
{
    /// <summary>
    /// The coded files of a negotiation as its store has it now: the file of the negotiation, and one for each version
    /// of each article with its reports and corrections.
    /// </summary>
    /// <remarks>
    /// <para>Read again, the files give the same events of articles: the same identifiers and the same content. Put
    /// into one folder and replayed into an empty store, they give the same answers, with the record clock
    /// unbounded.</para> <para>What cannot be the same: positions and times on the record clock, and the definitions of
    /// the negotiation before the last, of which a folder has no place. Reports were resolved under the definition of
    /// their time; where a later one gives a name another identifier, a person another side or another institution to
    /// speak for, or no longer has the name, the reports are resolved anew or refused. Corrections of different
    /// articles come in in the order of the files, so where one was possible only after another (a time of publication,
    /// an order of acts), the replay can refuse it. <see cref="InSteps"/> has none of these limits. Fields that a newer
    /// program added to an event are in no file.</para>
    /// </remarks>
    /// <param name="log">Everything recorded of the negotiation.</param>
    public static IReadOnlyList<WrittenFile> WriteAll(NegotiationLog log)
    {
        var filed = new CodedFileLayout(log);
        return [.. filed.Names.Select(name => new WrittenFile($"{name}.yaml", filed.Write(name, log.Definition!)))];
    }

    /// <summary>
    /// The coded files that, replayed one by one in their order into an empty store, give the same log: the same events
    /// at the same positions, with each report resolved under the definition of its time.
    /// </summary>
    /// <remarks>
    /// A file comes again, with more in it, each time that something was added to it. Names begin with the number of
    /// the step.
    /// </remarks>
    /// <param name="log">Everything recorded of the negotiation.</param>
    public static IReadOnlyList<WrittenFile> InSteps(NegotiationLog log)
    {
        var filed = new CodedFileLayout(log);
        var digits = $"D{$"{filed.Steps.Count}".Length}";
        return
        [
            .. filed.Steps.Select(
                (step, place) =>
                    new WrittenFile(
                        $"{(place + 1).ToString(digits, CultureInfo.InvariantCulture)}-{step.File}.yaml",
                        filed.Write(step.File, step.Count, step.Definition)
                    )
            ),
        ];
    }
}
