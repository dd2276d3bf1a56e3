namespace ConflictBot.Core.Language;

/// <summary>
/// Plain Latin letters for Latin letters with marks and for ligatures, as Lucene's <c>ASCIIFoldingFilter</c> has them. Other scripts are not touched.
/// </summary>
/// <remarks>
/// Only what stays after lower-casing is listed. It follows the letters' Unicode names ("LATIN SMALL LETTER S WITH CEDILLA" is an s);
/// the schwa is an a, as there, which also makes <c>Məmmədyarov</c> meet <c>Mammadyarov</c>.
/// </remarks>
internal static class LatinFolding
{
    private static readonly (string Plain, string Letters)[] Table =
    [
        ("a", "àáâãäåāăąǎǟǡǻȁȃȧɐəɚᴀᶏᶕḁẚạảấầẩẫậắằẳẵặⱥ"),
        ("aa", "ꜳ"),
        ("ae", "æǣǽᴁᴂꞛ"),
        ("ao", "ꜵ"),
        ("au", "ꜷ"),
        ("av", "ꜹꜻ"),
        ("ay", "ꜽ"),
        ("b", "ƀƃɓʙᴃᵬᶀḃḅḇꞗ"),
        ("c", "çćĉċčƈȼɕᴄḉꜿꞓꞔ"),
        ("d", "ðďđƌȡɖɗᴅᵭᶁᶑḋḍḏḑḓꝺꟈ"),
        ("db", "ȸ"),
        ("dz", "ǆǳʣʥ"),
        ("e", "èéêëēĕėęěǝȅȇȩɇɘɛɜɝɞᴇᴈᶒᶓᶔḕḗḙḛḝẹẻẽếềểễệⱸⱻ"),
        ("f", "ƒᵮᶂḟꜰꝼꞙ"),
        ("ff", "ﬀ"),
        ("ffi", "ﬃ"),
        ("ffl", "ﬄ"),
        ("fi", "ﬁ"),
        ("fl", "ﬂ"),
        ("g", "ĝğġģǥǧǵɠɡɢʛᵷᵹᶃḡꝿꞡꟑ"),
        ("h", "ĥħȟɥɦʜʮʯḣḥḧḩḫẖⱨꞕ"),
        ("hv", "ƕ"),
        ("i", "ìíîïĩīĭįİıǐȉȋɨɪᴉᵢᵻᶖḭḯỉị"),
        ("ij", "ĳ"),
        ("j", "ĵǰȷɉɟʄʝᴊⱼ"),
        ("k", "ķƙǩʞᴋᶄḱḳḵⱪꝁꝃꝅꞣ"),
        ("l", "ĺļľŀłƚȴɫɬɭʟᴌᶅḷḹḻḽⱡꝉꞁꞎ"),
        ("lj", "ǉ"),
        ("ll", "ỻ"),
        ("ls", "ʪ"),
        ("lz", "ʫ"),
        ("m", "ɯɰɱᴍᴟᵯᶆḿṁṃꟺ"),
        ("n", "ñńņňŉŋƞǹȵɲɳɴᴎᵰᶇṅṇṉṋꞑꞥ"),
        ("nj", "ǌ"),
        ("o", "òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱɔɵᴏᴐᴑᴒᴓᶗṍṏṑṓọỏốồổỗộớờởỡợⱺꝋꝍ"),
        ("oe", "œɶᴔꞝ"),
        ("oi", "ƣ"),
        ("oo", "ꝏ"),
        ("ou", "ȣᴕ"),
        ("p", "ƥᴘᵱᵽᶈṕṗꝑꝓꝕ"),
        ("q", "ĸɋʠꝗꝙꞯ"),
        ("qp", "ȹ"),
        ("r", "ŕŗřȑȓɍɹɺɻɼɽɾɿʀʁᴙᴚᵣᵲᵳᶉṙṛṝṟⱹꝛꞃꞧ"),
        ("s", "śŝşšſșȿʂᵴᶊṡṣṥṧṩẛẜẝꜱꞅꞩꟊ"),
        ("ss", "ßẞ"),
        ("st", "ﬅﬆ"),
        ("t", "ţťŧƫƭțȶʇʈᴛᵵṫṭṯṱẗⱦꞇ"),
        ("tc", "ʨ"),
        ("th", "þᵺ"),
        ("ts", "ʦ"),
        ("tz", "ꜩ"),
        ("u", "ùúûüũūŭůűųưǔǖǘǚǜȕȗʉᴜᴝᵤᵾᶙṳṵṷṹṻụủứừửữựꞹ"),
        ("v", "ʋʌᴠᵥᶌṽṿỽⱱⱴꝟ"),
        ("vy", "ꝡ"),
        ("w", "ŵƿʍᴡẁẃẅẇẉẘⱳ"),
        ("x", "ᶍẋẍ"),
        ("y", "ýÿŷƴȳɏʎʏẏẙỳỵỷỹỿ"),
        ("z", "źżžƶƺǯȥɀʐʑʒᴢᵶᶎẑẓẕⱬ"),
    ];

    // By the high byte, then the low one: two array reads for a letter, and no hashing.
    private static readonly string?[]?[] Pages = BuildPages();

    /// <summary>What a lower-case character folds to; null where it stays as it is.</summary>
    public static string? Of(char lower) => Pages[lower >> 8]?[lower & 0xFF];

    private static string?[]?[] BuildPages()
    {
        var pages = new string?[]?[256];
        foreach (var (plain, letters) in Table)
        {
            foreach (var letter in letters)
                (pages[letter >> 8] ??= new string?[256])[letter & 0xFF] = plain;
        }

        // Half- and full-width forms of a to z and 0 to 9; upper case has been lowered by then.
        for (var i = 0; i < 26; i++)
            (pages[0xFF] ??= new string?[256])[0x41 + i] = ((char)('a' + i)).ToString();
        for (var i = 0; i < 10; i++)
            pages[0xFF]![0x10 + i] = ((char)('0' + i)).ToString();
        // Apostrophes, so that "don’t" and "don't" are one word.
        foreach (var quote in "‘’‚‛′‵‹›❛❜＇")
            (pages[quote >> 8] ??= new string?[256])[quote & 0xFF] = "'";
        return pages;
    }
}
