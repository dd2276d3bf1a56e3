using System.Collections.Frozen;

namespace ConflictBot.Core.Language;

/// <summary>Tells whether what follows a stem is nothing but endings of the language: the light stemming of questions that are not in English.</summary>
/// <remarks>
/// The endings are those of the languages' school grammars: the Russian declensions and conjugations as in the Snowball Russian stemmer's classes
/// (adjectival, verb, noun, reflexive); the Turkish and Azerbaijani plural, case, possessive, copula, tense and participle suffixes, one list for both, as folding
/// has taken the vowel harmony of rounding off; the Eastern Armenian plural, case, article and verb endings. They are kept as keys of <see cref="ForeignFolding"/>.
/// </remarks>
internal sealed class WordEndings
{
    // A short stem with a long tail is another word.
    private const int ShortStem = 3;
    private const int LongestTail = 16;

    private static readonly WordEndings Russian = new(QuestionLanguage.Russian, 3,
        "а я о е ы и у ю ь й ам ям ами ями ах ях ов ев ей ом ем ой ий ый ая яя ое ее ые ие ого его ому ему ых их ым им ыми ими ую юю ию ью "
        + "л ла ло ли ть ти ет ут ют ит ат ят ил ила ило или ал ала ало али ял яла ел ела ело ели ул ула ся сь на но ны ен ена ено ены ан ана ано аны "
        + "ова ует уют ем им ете ите емы имы лс тель вше ван вал вала вали ва ива ыва вш вши вший н нн енн анн ущ ющ ащ ящ ост еств ств ск ич ник ниц ик к ц чик");

    private static readonly WordEndings Turkic = new(QuestionLanguage.Turkish, 5,
        "lar ler i u in un nin nun si su yi yu ni nu a e ya ye na ne da de ta te nda nde dan den tan ten ndan nden la le yla yle li lu siz suz lik luk lig lug liy luy lı "
        + "di du ti tu dik duk mis mus yor iyor uyor r ir ur ar er yir yur acak ecek acag eceg acaq mak mek maq mag meg ma me maz mez il ul n s is us dir dur tir tur "
        + "ib ub ip up yib yub an en yan yen digi dugu diyi duyu tigi tugu ki daki deki taki teki m im um iz miz muz sa se k q y nca nce iyle uyla da ken arken "
        + "gi gu g arak erek araq inca ince unca ecegi acagi dir lari leri casi cı ci cu ca ce et ed edi edib etdi etti oldu olub olan olmus olundu edildi edilib edilmis ediyor eden edir verdi verib "
        + "abil ebil yabil yebil abildi ebildi mali meli ama eme yama yeme");

    private static readonly WordEndings Armenian = new(QuestionLanguage.Armenian, 4,
        "ը ն ի ին ից ով ում եր երի երը երին երից երով ներ ները ների ներին ներից ներով ներում ու ան ման մամբ մանը ված վել վեց վեցին վեցան վում վող վի ել ելու ելը եց եցին եցի եցինք "
        + "ած ածի ալ ալու ացել ացավ ացած ար ավ ան ացան եք են ական ականը ս յան յ ուն ության ություն ություններ ությունը ությամբ ող ողներ ողները այ այի այից այում այը եում եու ոյի ոյից ով վ ր ելիս ալիս ելով ալով ելուց ալուց եցել վելու ացնել ացրել ացրեց ներն երն ովի ումն անն եին րեց րել եցրել եցրեց նում նել");

    private readonly FrozenSet<string> _pieces;
    private readonly int _mostPieces;
    private readonly int _longestPiece;

    private WordEndings(QuestionLanguage language, int mostPieces, string pieces)
    {
        _pieces = pieces.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(p => ForeignFolding.Fold(language, p)).Where(p => p.Length > 0).ToFrozenSet(StringComparer.Ordinal);
        _mostPieces = mostPieces;
        _longestPiece = _pieces.Max(p => p.Length);
    }

    /// <exception cref="ArgumentOutOfRangeException">English has its own stemmer.</exception>
    public static WordEndings Of(QuestionLanguage language) => language switch
    {
        QuestionLanguage.Russian => Russian,
        QuestionLanguage.Turkish or QuestionLanguage.Azerbaijani => Turkic,
        QuestionLanguage.Armenian => Armenian,
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };

    /// <summary>Whether a key is the stem with endings, or the stem itself.</summary>
    /// <param name="word">A key.</param>
    /// <param name="stemLength">How many of its letters are the stem.</param>
    /// <param name="isSure">Whether a short stem is known to be the word by what stands beside it, and may carry as many endings as a long one.</param>
    public bool CanFollow(string word, int stemLength, bool isSure = false)
    {
        ArgumentNullException.ThrowIfNull(word);
        var tail = word.Length - stemLength;
        return tail == 0 || (tail <= LongestTail && IsEndings(word, stemLength, stemLength <= ShortStem && !isSure ? 1 : _mostPieces));
    }

    private bool IsEndings(string word, int from, int pieces)
    {
        if (from == word.Length)
            return true;
        if (pieces == 0)
            return false;
        for (var length = Math.Min(_longestPiece, word.Length - from); length > 0; length--)
        {
            if (_pieces.Contains(word.Substring(from, length)) && IsEndings(word, from + length, pieces - 1))
                return true;
        }

        return false;
    }
}
