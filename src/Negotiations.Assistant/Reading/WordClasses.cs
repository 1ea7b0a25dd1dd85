using System.Collections.Frozen;

namespace Negotiations.Assistant.Reading;

/// <summary>Classes of English words that say how a clause is built.</summary>
internal static class WordClasses
{
    private static readonly FrozenSet<string> Prepositions = Set(
        "of in on at to from with by for about against between among during before after over under into "
            + "through without within "
            + "near towards toward across around despite since until till amid as than like via including "
            + "along upon concerning off"
    );

    private static readonly FrozenSet<string> Conjunctions = Set(
        "that who which whom whose where when while if unless because although though whether but or so nor yet once"
    );

    private static readonly FrozenSet<string> Auxiliaries = Set(
        "is are was were be been being am has have had do does did will would shall should may might "
            + "could can must ought "
            + "'ll 'd 're 've 'm won't wouldn't isn't aren't wasn't weren't hasn't haven't hadn't don't "
            + "doesn't didn't can't couldn't "
            + "cannot shouldn't mustn't"
    );

    private static readonly FrozenSet<string> Adverbs = Set(
        "not never also last again already ever now then still even only just soon first once finally so far "
            + "later earlier yet too "
            + "always often meanwhile however instead therefore thus indeed perhaps maybe nevertheless "
            + "nonetheless both each all "
            + "together personally reportedly once more twice long ago here there abroad"
    );

    private static readonly FrozenSet<string> NotAdverbs = Set(
        "early friendly daily weekly monthly family supply july assembly italy reply apply ally rally "
            + "likely unlikely only costly deadly bodily"
    );

    private static readonly FrozenSet<string> Pasts = Set(
        "said told met held gave took left went came began spoke wrote sent put made led won lost broke "
            + "drew fell kept knew "
            + "laid let read saw set shook shot shut sought stood struck swore thought threw understood "
            + "withdrew became bought brought built "
            + "chose cut did felt flew forbade forgot fought found froze got grew had hit hung hurt rose ran "
            + "sat sold sang "
            + "spent split taught tore wore was were walked quit"
    );

    private static readonly FrozenSet<string> Presents = Set(
        "says tells wants calls demands offers rejects accepts plans hopes expects insists warns urges "
            + "proposes threatens refuses "
            + "accuses backs supports denies claims thinks believes needs meets travels leads heads remains "
            + "appears seems knows goes "
            + "comes gives takes sends holds hosts welcomes seeks agrees declines invites adds argues "
            + "announces considers vows blames say want "
            + "call demand offer reject accept plan hope expect insist warn urge propose threaten refuse "
            + "accuse back support deny claim think "
            + "believe need meet travel lead agree decline continues opens begins starts ends resumes"
    );

    private static readonly FrozenSet<string> Nouns = Set(
        "calls demands offers plans hopes claims needs call demand offer plan hope claim need support"
    );

    private static readonly FrozenSet<string> Participles = Set(
        "planned proposed failed renewed stalled scheduled limited continued extended agreed written detailed "
            + "revised updated improved broken expected mediated brokered backed led fixed set lost suspended "
            + "protracted heated so-called long-awaited repeated sustained announced released wounded captured "
            + "detained united unified combined"
    );

    public static readonly FrozenSet<string> Saying = Set(
        "said says say told tells tell added adds replied replies answered answers wrote writes "
            + "announced announces declared declares insisted "
            + "insists warned warns noted notes claimed claims stated states stressed stresses confirmed "
            + "confirms explained explains argued argues "
            + "suggested suggests reiterated reiterates tweeted posted indicated indicates signalled signaled "
            + "maintained acknowledged admitted "
            + "predicted predicts promised promises vowed vows continued recalled emphasised emphasized "
            + "pledged remarked countered quipped cautioned "
            + "concluded asserted conceded revealed disclosed repeated believes thinks hopes hoped saying "
            + "adding claiming warning insisting arguing "
            + "telling noting stressing reported reports report described calls called responded contended "
            + "complained lamented joked observed "
            + "denied denies urged demanded accused proposed"
    );

    // Of those, such as say something only with a clause or a quotation.
    public static readonly FrozenSet<string> SayingWithClause = Set(
        "continued repeated believes thinks hopes hoped reported reports report described calls called "
            + "observed denied denies urged demanded "
            + "accused proposed signalled signaled indicated promised vowed confirmed suggested recalled "
            + "revealed announced maintained"
    );

    public static bool IsPreposition(string word) => Prepositions.Contains(word);

    public static bool IsConjunction(string word) => Conjunctions.Contains(word);

    public static bool IsAuxiliary(string word) => Auxiliaries.Contains(word);

    public static bool IsAdverb(string word) =>
        Adverbs.Contains(word)
        || word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal) && !NotAdverbs.Contains(word);

    public static bool IsPast(string word) =>
        Pasts.Contains(word)
        || word.Length > 3
            && word.EndsWith("ed", StringComparison.Ordinal)
            && word
                is not (
                    "need"
                    or "indeed"
                    or "hundred"
                    or "speed"
                    or "exceed"
                    or "proceed"
                    or "succeed"
                    or "agreed-upon"
                );

    /// <summary>Whether a word can be the verb of a clause.</summary>
    public static bool IsFinite(string word) =>
        IsAuxiliary(word) || IsPast(word) || Presents.Contains(word) || Saying.Contains(word);

    /// <summary>Whether a word is a verb and no participle before a noun, as "planned" in "planned talks".</summary>
    public static bool IsVerbOnly(string word) =>
        Saying.Contains(word)
        || Presents.Contains(word) && !Nouns.Contains(word)
        || IsPast(word) && !Participles.Contains(word);

    /// <summary>Whether a word ends a noun phrase or stands before one.</summary>
    public static bool BreaksNounPhrase(string word) =>
        IsPreposition(word)
        || IsConjunction(word)
        || IsAuxiliary(word)
        || word is "not" or "no" or "if" or "said" or "says" or "told";

    private static FrozenSet<string> Set(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
