using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace Negotiations.Coding.PageRules2;

/// <summary>Decodes a page as browsers do (WHATWG Encoding, section 4.2).</summary>
internal static partial class PageEncoding
{
    // Browsers look at the first 1,024 bytes and begin anew where a declaration comes later.
    private const int Searched = 64 << 10;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // A label of the standard stands for the encoding that pages with this label are really in.
    private static readonly FrozenDictionary<string, int> CodePages = new (int CodePage, string Labels)[]
    {
        (866, "866 cp866 csibm866 ibm866"),
        (28592, "csisolatin2 iso-8859-2 iso-ir-101 iso8859-2 iso88592 iso_8859-2 iso_8859-2:1987 l2 latin2"),
        (28593, "csisolatin3 iso-8859-3 iso-ir-109 iso8859-3 iso88593 iso_8859-3 iso_8859-3:1988 l3 latin3"),
        (28594, "csisolatin4 iso-8859-4 iso-ir-110 iso8859-4 iso88594 iso_8859-4 iso_8859-4:1988 l4 latin4"),
        (28595, "csisolatincyrillic cyrillic iso-8859-5 iso-ir-144 iso8859-5 iso88595 iso_8859-5 iso_8859-5:1988"),
        (
            28596,
            "arabic asmo-708 csiso88596e csiso88596i csisolatinarabic ecma-114 iso-8859-6 iso-8859-6-e iso-8859-6-i "
                + "iso-ir-127 iso8859-6 iso88596 iso_8859-6 iso_8859-6:1987"
        ),
        (
            28597,
            "csisolatingreek ecma-118 elot_928 greek greek8 iso-8859-7 iso-ir-126 iso8859-7 iso88597 iso_8859-7 "
                + "iso_8859-7:1987 sun_eu_greek"
        ),
        (
            28598,
            "csiso88598e csisolatinhebrew hebrew iso-8859-8 iso-8859-8-e iso-ir-138 iso8859-8 iso88598 iso_8859-8 "
                + "iso_8859-8:1988 visual csiso88598i iso-8859-8-i logical"
        ),
        (28603, "iso-8859-13 iso8859-13 iso885913"),
        (28605, "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9"),
        (20866, "cskoi8r koi koi8 koi8-r koi8_r"),
        (21866, "koi8-ru koi8-u"),
        (10000, "csmacintosh mac macintosh x-mac-roman"),
        (10007, "x-mac-cyrillic x-mac-ukrainian"),
        (874, "dos-874 iso-8859-11 iso8859-11 iso885911 tis-620 windows-874"),
        (1250, "cp1250 windows-1250 x-cp1250"),
        (1251, "cp1251 windows-1251 x-cp1251"),
        (
            1252,
            "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 "
                + "iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252"
        ),
        (1253, "cp1253 windows-1253 x-cp1253"),
        (
            1254,
            "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5 "
                + "windows-1254 x-cp1254"
        ),
        (1255, "cp1255 windows-1255 x-cp1255"),
        (1256, "cp1256 windows-1256 x-cp1256"),
        (1257, "cp1257 windows-1257 x-cp1257"),
        (1258, "cp1258 windows-1258 x-cp1258"),
        (54936, "chinese csgb2312 csiso58gb231280 gb2312 gb_2312 gb_2312-80 gbk iso-ir-58 x-gbk gb18030"),
        (950, "big5 big5-hkscs cn-big5 csbig5 x-x-big5"),
        (51932, "cseucpkdfmtjapanese euc-jp x-euc-jp"),
        (50220, "csiso2022jp iso-2022-jp"),
        (932, "csshiftjis ms932 ms_kanji shift-jis shift_jis sjis windows-31j x-sjis"),
        (
            949,
            "cseuckr csksc56011987 euc-kr iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949"
        ),
    }
        .SelectMany(encoding => encoding.Labels.Split(' ').Select(label => (label, encoding.CodePage)))
        .ToFrozenDictionary(pair => pair.label, pair => pair.CodePage, StringComparer.Ordinal);

    /// <summary>
    /// The text of a page: by its byte order mark, then by its own declaration, else as UTF-8, and where it is none as
    /// windows-1252. What is malformed becomes U+FFFD.
    /// </summary>
    public static string Decode(byte[] page)
    {
        if (page.AsSpan().StartsWith(Encoding.UTF8.Preamble))
            return Encoding.UTF8.GetString(page, 3, page.Length - 3);
        if (page.AsSpan().StartsWith(Encoding.Unicode.Preamble))
            return Encoding.Unicode.GetString(page, 2, page.Length - 2);
        if (page.AsSpan().StartsWith(Encoding.BigEndianUnicode.Preamble))
            return Encoding.BigEndianUnicode.GetString(page, 2, page.Length - 2);
        if (FindDeclared(page) is { } declared)
            return declared.GetString(page);
        try
        {
            return Utf8.GetString(page);
        }
        catch (DecoderFallbackException)
        {
            return ForCodePage(1252).GetString(page);
        }
    }

    private static Encoding? FindDeclared(byte[] page)
    {
        var start = Encoding.Latin1.GetString(page, 0, Math.Min(page.Length, Searched));
        if (XmlDeclaration().Match(start) is { Success: true } xml && Find(xml.Groups[1].Value) is { } stated)
            return stated;
        return Comment()
            .Replace(start, "")
            .Split('<')
            .Select(tag => Declaration().Match(tag))
            .Where(match => match.Success)
            .Select(match => Find(match.Groups[1].Value))
            .FirstOrDefault(encoding => encoding is not null);
    }

    private static Encoding? Find(string label)
    {
        var name = label.Trim().ToLowerInvariant();
        // A page whose declaration can be read byte by byte is not in UTF-16, whatever it declares.
        if (
            name is "utf-8" or "utf8" or "unicode-1-1-utf-8" or "x-unicode20utf8"
            || name.StartsWith("utf-16", StringComparison.Ordinal)
        )
            return Encoding.UTF8;
        return CodePages.TryGetValue(name, out var codePage) ? ForCodePage(codePage) : null;
    }

    // The provider is asked itself, so that nothing hangs on who has registered it with the runtime.
    private static Encoding ForCodePage(int codePage) =>
        CodePagesEncodingProvider.Instance.GetEncoding(
            codePage,
            EncoderFallback.ReplacementFallback,
            new DecoderReplacementFallback("\uFFFD")
        ) ?? Encoding.GetEncoding(codePage);

    [GeneratedRegex("""^\s*<\?xml[^>]*?\bencoding\s*=\s*["']([^"']+)["']""")]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("""^meta\b[^>]*?\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex Declaration();
}
