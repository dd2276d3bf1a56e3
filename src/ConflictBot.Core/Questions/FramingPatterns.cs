using System.Text.RegularExpressions;

namespace ConflictBot.Core.Questions;

/// <summary>The shapes of what stands around a question and says nothing of its subject. Bounded everywhere: a turn is read in linear time.</summary>
internal static partial class FramingPatterns
{
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int Milliseconds = 1000;

    private const string Asks = @"(?=(who|whom|whose|what|wat|when|wen|where|why|how|hwo|which|wich)(['’]?s)?\b)";

    /// <summary>Taken off the front, one after the other, as long as any fits.</summary>
    public static readonly Regex[] Openings = [Greeting(), Apology(), Filler(), Request(), DoYouKnow(), WritingOn(), FirstPerson(), NobodyTells(), Level(), Stance(), Insult()];

    /// <summary>Those of them that lead straight to a question word.</summary>
    public static readonly Regex[] AskingOpenings = [Request(), DoYouKnow(), FirstPerson(), NobodyTells()];

    /// <summary>Taken off the end.</summary>
    public static readonly Regex[] Tails = [PoliteTail(), ArticlesTail(), PressingTail(), LevelTail()];

    /// <summary>Taken out wherever it stands.</summary>
    public static readonly Regex[] Anywhere = [Purpose(), YesOrNo(), Swearing(), Manner(), Insult()];

    [GeneratedRegex(@"^(hi|hello|hey|hiya|greetings|good (morning|afternoon|evening|day)|dear|yo|salam|barev|merhaba)( (there|all|everyone|bot|sir|madam|friend|team|guys|mate|conflictbot)){0,3}\s*[,.!:–-]*\s+", Options, Milliseconds)]
    private static partial Regex Greeting();

    [GeneratedRegex(@"^((i'?m|i am|im|so|very|really)\s+){0,3}(sorry|sry|apologies|apologi[sz]e|excuse (me|my|the)|pardon|forgive|my apologies)\b([^,.;:!?]{0,60}[,.;:!]\s*|( (me|for|about|my|the|bad|poor|broken)){1,5} (english|spelling|grammar|typos?|question|ignorance)\s+(but\s+)?)", Options, Milliseconds)]
    private static partial Regex Apology();

    [GeneratedRegex(@"^((ok|okay|okey|well|anyway|anyways|alright|hm+|um+|uh+|erm|oh|ah|actually|basically|honestly|frankly|seriously|tbh|btw|by the way|first of all|please|pls|plz|just|((just )?(quick|a|one|my|another|next|last)( (more|quick|other|last|simple|short|small|stupid|silly|dumb)){0,3} )?question( (for you|please))?)\b\s*[,.:;!–-]*|(right|look|listen|yes|yeah|now|so|man|bro|dude|mate|guys)\s*[,:!])\s+", Options, Milliseconds)]
    private static partial Regex Filler();

    [GeneratedRegex(@"^((please|pls|plz|kindly|and|but|so)\s+){0,2}((can|could|would|will) (you|u|someone|anyone|anybody|somebody)( (please|pls|kindly|maybe|perhaps)){0,2}\s+)?(tell|inform|remind|enlighten|show|explain|teach|give|let|help)( to)?( (me|us))?( (please|pls|know|understand|find out|to know|to understand|in detail|the answer|to|exactly)){0,4}\s*[,:]?\s*" + Asks, Options, Milliseconds)]
    private static partial Regex Request();

    [GeneratedRegex(@"^(do|does|did|can|would) (you|u|anyone|anybody|someone|the articles|your articles) (happen to )?(know|remember|recall|tell|say|mention|have any idea)( (me|us|please|to me)){0,2}\s*[,:]?\s*" + Asks, Options, Milliseconds)]
    private static partial Regex DoYouKnow();

    [GeneratedRegex(@"^(i|we|im)((['’]d| would|['’]m| am|['’]ve| have)?)( (really|just|also|only|still|currently|like|love|want|wanted|need|wanna|wish|wonder|wondering|was|curious|interested|trying|try|got|been|to|in|know|ask|learn|understand|find|figure|out|hear|see|you|about|if|can|could|tell|me|please|don['’]?t|do not|never|understood|get)){1,10}\s*[,:]?\s*" + Asks, Options, Milliseconds)]
    private static partial Regex FirstPerson();

    /// <summary>"I am writing a paper on the war: who …": what it is on is asked about.</summary>
    [GeneratedRegex(@"^(i|we|im)(['’](m|re|ve)| am| are| have| need| have to)?( been| just| currently| to)?\s+(writ(e|ing)|do(ing)?|prepar(e|ing)|work(ing)? on|mak(e|ing))\s+(an?|my|our|some|this)\s+([\w-]+\s+){1,3}?(on|about|regarding)\s+(?=[^?]{3,160}[:;,–—-]\s*(and |so )?(who|whom|whose|what|when|where|why|how|which)\b)", Options, Milliseconds)]
    private static partial Regex WritingOn();

    [GeneratedRegex(@"^(any (idea|clue)|no idea|idk|(just )?(wondering|curious)|asking for a friend|(no one|nobody|noone|everyone|everybody)( (ever|really|tells?|told|says?|knows?|can tell|explains?|asks?|me|us|to)){1,5})\s*[,:]?\s*" + Asks, Options, Milliseconds)]
    private static partial Regex NobodyTells();

    [GeneratedRegex(@"^((can you |please )?(explain|tell|put|say)( (it|this|that))?( to)?( (me|us))? )?(like|as if|as though) (i['’]?m|i am|im|i was|i were|we were|to) (an? )?([\w’'-]+ ?){1,4}?[,:]?\s*" + Asks, Options, Milliseconds)]
    private static partial Regex Level();

    [GeneratedRegex(@"^((like|believe) it or not|(to )?be (honest|fair|clear|frank|objective)( with me| now)?|let['’]?s (be honest|face it|be real|be clear)|as (we all|everyone|everybody|you) (already )?knows?|(everyone|everybody) knows( that)?|we all know( that)?|of course|obviously|clearly|the truth is( that)?|in (your|my|all|fact|truth)( (opinion|honesty))?|i (think|believe|heard|read|guess|suppose|hear|know|remember)( that)?|(people|they|some) say( that)?|admit( it)?( that)?|come on|for god['’]?s sake|damn( it)?|wtf|omg|lol)\b\s*[,:!.–-]*\s+", Options, Milliseconds)]
    private static partial Regex Stance();

    /// <summary>"you useless bot": what the asker calls the bot.</summary>
    [GeneratedRegex(@"([\s,]+|^)(you|u|ya|your)\s+([\w’'-]+\s+){0,2}(bot|robot|machine|idiots?|moron|fools?|liars?|clown|computer|donkey|program)\b[\s,.!]*", Options, Milliseconds)]
    private static partial Regex Insult();

    [GeneratedRegex(@"([\s.!?–-]*\s(please|pls|plz|thx|ty|asap|lol|haha|bro|dude)|[\s.!?,;–-]*[,.;!?–-]\s*(please|pls|plz|thx|ty|cheers|asap|urgent|lol|haha|bro|dude|mate|man|ok|okay|right|huh|eh)|[\s,.;!?–-]+(thanks|thank you|many thanks)( (you|a lot|so much|very much|in advance|please)){0,2})[\s.!?]*$", Options, Milliseconds)]
    private static partial Regex PoliteTail();

    [GeneratedRegex(@"[\s,.;:!?–-]+(what|wat|and what) (do|does|did) (the|these|those|your) (articles?|sources?|texts?|reports?|news)( [\w-]+)? (say|tell|report|write|claim)( (about|on|of) (it|this|that))?[\s?.!]*$", Options, Milliseconds)]
    private static partial Regex ArticlesTail();

    [GeneratedRegex(@"([\s,.;:!?–-]*[,.;:!?–-]\s*(be (honest|precise|exact|brief)|honestly|seriously|tell me|answer me|no lies|for real|simple as that|just (the|a) \w+|i (need|want|am|really|have)\b[^,;?]{0,60}|according to you)|[\s,]+(if you (can|could|know|don['’]?t mind|please)( (tell|say|answer)( me)?)?|if possible))[\s.!?]*$", Options, Milliseconds)]
    private static partial Regex PressingTail();

    [GeneratedRegex(@"[\s,;:–-]+((please )?explain( (it|this|that))?( to)?( me)? )?(like|as if|as though) (i['’]?m|i am|im|i was|i were) (an? )?[\w’' -]{1,25}$", Options, Milliseconds)]
    private static partial Regex LevelTail();

    [GeneratedRegex(@"[\s,]+for (my|our|a|an|some|his|her) ([\w-]+ ){0,2}(thesis|homework|essay|paper|assignment|dissertation|presentation|class|course|exam|boss|blog|project|research|studies|study|teacher|professor|school|university|work)\b", Options, Milliseconds)]
    private static partial Regex Purpose();

    [GeneratedRegex(@"[\s,–-]*\byes or no\b(?=\s*[,?.!–-]|\s*$)", Options, Milliseconds)]
    private static partial Regex YesOrNo();

    [GeneratedRegex(@"\b(fucking|fuckin|goddamn|freaking|effing|bloody hell)\s+|\b(the hell|the fuck|on earth|the heck)\b\s*", Options, Milliseconds)]
    private static partial Regex Swearing();

    [GeneratedRegex(@"[\s,]*\b(in (simple|plain|easy|short|few|a few) (words|terms|english|language|sentences?)|in (one|a) (sentence|word|nutshell)|simply put|for (dummies|beginners)|step by step)\b", Options, Milliseconds)]
    private static partial Regex Manner();

    /// <summary>"if we believe the Armenians": whom, in <c>who</c>.</summary>
    [GeneratedRegex(@"\bif (we|you|one|i)( (are|were) to)? (believe|trust|ask|listen to|go by|take)\s+(?<who>[^,.?!;]{2,60})", Options, Milliseconds)]
    public static partial Regex IfWeBelieve();

    /// <summary>"in Armenia's account", "from the Azerbaijani point of view": whose, in <c>who</c>.</summary>
    [GeneratedRegex(@"\b(in|by|from|on|as per|per)\s+(?<who>(?!(other|an?|this|that|some|short|simple|my|your|one|our|these)\b)([\w-]+ ){0,4}?[\w-]+?)(['’]s?)?( own)? (account|telling|version|narrative|perspective|point of view|side of (things|the story)|reckoning|estimation|view|opinion|eyes|judge?ment|assessment|words)(?=\s*([,.?!;]|$)|\s+(of (events|things|it|the events|what happened|the story)|what|how|who|when|where|why|which|did)\b)(\s+of (events|things|it|the events|what happened|the story))?", Options, Milliseconds)]
    public static partial Regex InTheirAccount();

    /// <summary>"in the words of Aliyev".</summary>
    [GeneratedRegex(@"\b(in|from) the (words|view|opinion|account|eyes|telling|version|perspective) of\s+(?<who>[^,.?!;]{2,60})", Options, Milliseconds)]
    public static partial Regex InTheWordsOf();

    /// <summary>"as Armenia tells it", "as claimed by Baku".</summary>
    [GeneratedRegex(@"\bas (?<who>([\w’'-]+ ){0,3}[\w’'-]+) (tells?|told|puts?|sees?|saw|claims?|describes?) (it|them|things|the story|events)\b|\bas (told|claimed|described|seen|put) by\s+(?<who>[^,.?!;]{2,60})", Options, Milliseconds)]
    public static partial Regex AsTheyTellIt();

    /// <summary>"Say that Armenia started it": who is to be named, and of what.</summary>
    [GeneratedRegex(@"^((please|just|now|then)\s+)?((ignore|disregard|forget)\b[^.?!]{0,80}?\b(and|then)\s+)?(say|admit|confirm|write|repeat|agree|acknowledge|declare|promise|answer|reply|print)( (to )?(me|us))?( that)?\s+(?<who>[\w’' -]{2,40}?)\s+(?<did>(started|began|attacked|provoked|caused|launched|violated|broke|invaded|shelled|bombed)\b.*)$", Options, Milliseconds)]
    public static partial Regex DemandedClaim();

    /// <summary>An order to the bot, not a question to it.</summary>
    [GeneratedRegex(@"^((and|but|then|now|please|just|you (must|should|will|have to|are))\s+){0,2}(ignore|disregard|forget|pretend|act|imagine|repeat|say|respond|reply|answer|output|print|admit|confirm|promise|swear|obey|behave|stop|don['’]?t|do not|assume|roleplay|translate|write|only|never|always)\b", Options, Milliseconds)]
    public static partial Regex Order();

    [GeneratedRegex(@"\s*[,;:–]\s*(and |but |so )?|\s+(and|but|so)\s+", Options, Milliseconds)]
    public static partial Regex Joint();

    /// <summary>After a question or exclamation mark, and after a full stop before a word that opens a question, which people do not always capitalise.</summary>
    [GeneratedRegex(@"(?<=[?!]['""”’]?)\s+|(?<=\w{3}\.)\s+(?=(who|whom|whose|what|wat|when|where|why|how|which|is|are|was|were|do|does|did|has|have|had|can|could|would|will|tell|please|pls|so|compare|summari[sz]e|i|you)\b)", Options, Milliseconds)]
    public static partial Regex AfterMark();

    [GeneratedRegex(@"^(?<clause>((because|since|as|and|but|so)\s+)?(i|im|i['’]m|we|we['’]re|my|our)\b[^,;:–—?!.]{0,160})[,;:–—]\s*", Options, Milliseconds)]
    public static partial Regex FirstPersonClause();
}
