using System.Text;

namespace Negotiations.Coding.Tests;

/// <summary>
/// An article about a ferry, as tools find it in its file: with CR LF, an emoji, and a letter whose accent stands
/// apart.
/// </summary>
internal static class Quay
{
    public const string Raw =
        "Ferry news 🚢\r\n"
        + "Norland offered Suderland talks, Andre\u0301 Sund said.\r\n"
        + "Suderland refused. Sund said.\r\n";

    public const string Offer = "Norland offered Suderland talks";
    public const string Speaker = "Andre\u0301 Sund";
    public const string Refusal = "Suderland refused";

    public static AnnotatedText Text => new(new ArticleText("quay.txt", new NormalisedText(Raw)), Raw);

    /// <summary>Where words stand in the file, in UTF-16 units; the last place where there are several.</summary>
    public static (int Start, int End) Utf16(string words) =>
        Raw.LastIndexOf(words, StringComparison.Ordinal) is var at ? (at, at + words.Length) : default;

    /// <summary>The same in code points.</summary>
    public static (int Start, int End) CodePoints(string words)
    {
        var (start, end) = Utf16(words);
        return (Count(Raw[..start]), Count(Raw[..end]));
    }

    /// <summary>The same in the normalised text, as a coded file has it.</summary>
    public static string Position(string words)
    {
        var text = new NormalisedText(Raw);
        var normal = new NormalisedText(words);
        var start = Count(text.Value[..text.Value.LastIndexOf(normal.Value, StringComparison.Ordinal)]);
        return $"{start}-{start + normal.Length} {normal.Identity().Sha256}";
    }

    public static string Brat { get; } =
        $"""
            T1	Offer {Join(CodePoints(Offer))}	{Offer}
            T2	Party {Join(CodePoints("Norland"))}	Norland
            T3	Party {Join((CodePoints("Suderland talks").Start, CodePoints("Suderland talks").Start + 9))}	Suderland
            T4	Person {Join(CodePoints(Speaker))}	{Speaker}
            T5	Refusal {Join(CodePoints(Refusal))}	{Refusal}
            E1	Offer:T1 Agent:T2 Addressee:T3 Source:T4
            A1	Hypothetical E1
            A2	Status T5 firm
            R1	Reason Arg1:T5 Arg2:T1
            #1	AnnotatorNotes E1	look again

            """.ReplaceLineEndings("\n");

    public static string Tsv
    {
        get
        {
            var rows = new StringBuilder();
            string[] sentences =
            [
                "Ferry news 🚢",
                "Norland offered Suderland talks , " + Speaker + " said .",
                "Suderland refused . Sund said .",
            ];
            var at = 0;
            for (var sentence = 1; sentence <= sentences.Length; sentence++)
            {
                rows.Append($"\n#Text={sentences[sentence - 1]}\n");
                var word = 0;
                foreach (var token in sentences[sentence - 1].Split(' '))
                {
                    at = Raw.IndexOf(token, at, StringComparison.Ordinal);
                    var cells = (sentence, ++word) switch
                    {
                        (2, 1) => "*[1]\toffer[1]\tAgent;Source\t2-1[3];2-6[4]\tNorland[3]",
                        (2, <= 4) => "*[1]\toffer[1]\t_\t_\t_",
                        (2, 6) => "_\t_\t_\t_\tAndre\u0301[4]",
                        (2, 7) => "_\t_\t_\t_\tAndre\u0301[4]",
                        (3, <= 2) => "firm[2]\trefusal[2]\t_\t_\t_",
                        _ => "_\t_\t_\t_\t_",
                    };
                    rows.Append($"{sentence}-{word}\t{at}-{at + token.Length}\t{token}\t{cells}\t\n");
                    at += token.Length;
                }
            }

            return "#FORMAT=WebAnno TSV 3.3\n"
                + "#T_SP=webanno.custom.Act|Status|kind|ROLE_webanno.custom.Act:roles_webanno.custom.ActRolesLink"
                + "|webanno.custom.Who\n"
                + "#T_SP=webanno.custom.Who|name\n\n"
                + rows;
        }
    }

    public static string Cas { get; } =
        $$"""
            {
              "%HEADER" : { "%VERSION" : "0.4.0" },
              "%TYPES" : { "webanno.custom.Act" : { "%SUPER_TYPE" : "uima.tcas.Annotation" } },
              "%FEATURE_STRUCTURES" : [ {
                "%ID" : 1, "%TYPE" : "uima.cas.Sofa", "sofaNum" : 1, "sofaID" : "_InitialView", "mimeType" : "text",
                "sofaString" : {{System.Text.Json.JsonSerializer.Serialize(Raw)}}
              }, {
                "%ID" : 2, "%TYPE" : "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type.Token",
                "@sofa" : 1, "begin" : 0, "end" : 5
              }, {
                "%ID" : 3, "%TYPE" : "webanno.custom.Act", "@sofa" : 1, "begin" : {{Utf16(
                Offer
            ).Start}}, "end" : {{Utf16(Offer).End}},
                "kind" : "offer", "@roles" : 7
              }, {
                "%ID" : 4, "%TYPE" : "webanno.custom.Who", "@sofa" : 1, "begin" : {{Utf16(
                "Norland"
            ).Start}}, "end" : {{Utf16("Norland").End}}
              }, {
                "%ID" : 5, "%TYPE" : "webanno.custom.Who", "@sofa" : 1, "begin" : {{Utf16(
                Speaker
            ).Start}}, "end" : {{Utf16(Speaker).End}}
              }, {
                "%ID" : 6, "%TYPE" : "webanno.custom.Act", "@sofa" : 1, "begin" : {{Utf16(
                Refusal
            ).Start}}, "end" : {{Utf16(Refusal).End}},
                "kind" : "refusal", "firm" : true, "@roles" : null
              }, {
                "%ID" : 7, "%TYPE" : "webanno.custom.ActRolesLink[]", "%ELEMENTS" : [ 8, 9 ]
              }, {
                "%ID" : 8, "%TYPE" : "webanno.custom.ActRolesLink", "role" : "Agent", "@target" : 4
              }, {
                "%ID" : 9, "%TYPE" : "webanno.custom.ActRolesLink", "role" : "Source", "@target" : 5
              }, {
                "%ID" : 10, "%TYPE" : "webanno.custom.Because", "@sofa" : 1, "begin" : 0, "end" : 5,
                "label" : "reason", "@Governor" : 6, "@Dependent" : 3
              } ],
              "%VIEWS" : { "_InitialView" : { "%SOFA" : 1, "%MEMBERS" : [ 2, 3, 4, 5, 6, 10 ] } }
            }

            """;

    public static string Hypothesis { get; } =
        $$"""
            {
              "export_date": "2031-04-03T08:00:00.000Z",
              "export_userid": "acct:reader@example.org",
              "client_version": "1.0",
              "annotations": [
                {
                  "id": "a1", "uri": "https://quay.example/talks", "user": "acct:reader@example.org",
                  "tags": ["offer", "to: Suderland"], "text": "actor: Norland\nmodality: firm",
                  "target": [{ "source": "https://quay.example/talks", "selector": [
                    { "type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]", "startOffset": 0 },
                    { "type": "TextPositionSelector", "start": 812, "end": 843 },
                    { "type": "TextQuoteSelector", "exact": "{{Offer}}", "prefix": "menu ", "suffix": ", André" }
                  ] }]
                },
                {
                  "id": "a2", "uri": "https://quay.example/talks", "tags": ["said"], "text": "",
                  "target": [{ "source": "https://quay.example/talks", "selector": [
                    { "type": "TextQuoteSelector", "exact": "Sund said", "prefix": "refused.\n", "suffix": "." }
                  ] }]
                },
                {
                  "id": "a3", "uri": "https://quay.example/talks", "tags": [], "text": "is it?",
                  "references": ["a1"], "target": [{ "source": "https://quay.example/talks" }]
                }
              ]
            }

            """;

    private static string Join((int Start, int End) place) => $"{place.Start} {place.End}";

    private static int Count(string text) => text.EnumerateRunes().Count();
}
