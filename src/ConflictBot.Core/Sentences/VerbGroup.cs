namespace ConflictBot.Core.Sentences;

/// <summary>The auxiliaries and adverbs right before a verb: "has not yet been", "did".</summary>
/// <param name="Start">The first token of the group; the verb itself where there are none.</param>
internal readonly record struct VerbGroup(int Start, bool IsBe, bool HasAuxiliary, bool IsModal, bool IsNegated, bool HasDid)
{
    public static VerbGroup Before(AnalyzedSentence sentence, int verb)
    {
        var (isBe, hasAuxiliary, isModal, isNegated, hasDid) = (false, false, false, false, false);
        var i = verb - 1;
        // "Claire Donnelly said": a name is no adverb.
        for (; i >= 0 && Belongs(sentence.Tokens[i].Text) && (i == 0 || !sentence.Names.Any(n => n.Contains(sentence.Tokens[i].Start))); i--)
        {
            var gap = sentence.Text[sentence.Tokens[i].End..sentence.Tokens[i + 1].Start];
            var word = sentence.Tokens[i].Text;
            if (gap.Contains(';', StringComparison.Ordinal) || (gap.Contains(',', StringComparison.Ordinal) && !IsAdverb(word)))
                break;
            isBe |= word is "be" or "been" or "being" or "is" or "are" or "was" or "were" or "wasn't" or "weren't" or "isn't" or "aren't";
            hasAuxiliary |= !IsAdverb(word);
            isModal |= word is "will" or "would" or "could" or "may" or "might" or "should" or "must" or "can" or "to" or "shall" or "won't" or "wouldn't" or "couldn't" or "cannot" or "can't";
            isNegated |= word is "not" or "never" or "hardly" or "neither" || word.EndsWith("n't", StringComparison.Ordinal) || word == "cannot";
            hasDid |= word is "did" or "didn't" or "do" or "does" or "don't" or "doesn't";
        }

        return new VerbGroup(i + 1, isBe, hasAuxiliary, isModal, isNegated, hasDid);
    }

    public static bool Belongs(string word) => FiniteVerbs.IsAuxiliary(word) || IsAdverb(word);

    public static bool IsAdverb(string word) =>
        word is "also" or "later" or "then" or "again" or "not" or "never" or "meanwhile" or "earlier" or "now" or "further" or "too" or "however" or "yet" or "still" or "even"
            or "once" or "twice" or "often" or "always" or "since" or "just" or "only" or "instead" or "first" or "already" or "to"
        || (word.Length > 4 && word.EndsWith("ly", StringComparison.Ordinal) && word is not ("italy" or "family" or "assembly" or "ally" or "july" or "daily" or "weekly" or "reply"));
}
