namespace ConflictBot.Core.Language;

/// <summary>The languages questions are read in, and the bot's own words are written in. Quotes stay in the article's.</summary>
public enum QuestionLanguage
{
    English,
    Russian,
    Turkish,
    Azerbaijani,
    Armenian,
}
