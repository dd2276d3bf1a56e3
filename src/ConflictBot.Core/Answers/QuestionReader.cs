using System.Collections.Immutable;
using ConflictBot.Core.Conversations;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Questions;

namespace ConflictBot.Core.Answers;

/// <summary>Reads a turn: what of it is the question, what the conversation adds, and how many things it asks for.</summary>
internal sealed class QuestionReader(AliasMatcher matcher)
{
    private readonly QuestionFraming _framing = new(matcher);
    private readonly FollowUpResolver _followUps = new(matcher);
    private readonly ComparedThings _compared = new(matcher);
    private readonly QuestionParts _parts = new(matcher);

    /// <param name="turn">One line, in English.</param>
    /// <param name="isAsTyped">Whether the words are the user's own: only those have a framing.</param>
    /// <param name="conversation">What came before.</param>
    public ReadQuestion Read(string turn, bool isAsTyped, ConversationState conversation)
    {
        var framed = isAsTyped ? _framing.Read(turn) : new FramedQuestion([turn], [], DropsSentences: false);
        var (resolved, followsUp) = _followUps.Resolve(framed.Questions[0], conversation);
        if (framed.Questions.Length > 1)
        {
            var both = _parts.Both(resolved, framed.Questions[1]);
            return new ReadQuestion(string.Join(' ', framed.Questions.Select(Ended)), followsUp, Shows: followsUp || framed.DropsSentences)
            {
                Parts = [both[0] with { CarriesTopic = followsUp }, both[1]],
            };
        }

        if (ArticleRequest.Of(framed.Questions[0]) is { } article)
            return new ReadQuestion(framed.Questions[0], false, framed.DropsSentences) { Article = article };
        if (SummaryRequest.SubjectOf(resolved) is { } subject)
            return new ReadQuestion(resolved, followsUp, followsUp || framed.DropsSentences) { Summary = subject };
        if (_compared.Split(resolved) is { } compared)
            return new ReadQuestion(resolved, followsUp, followsUp || framed.DropsSentences) { Compared = compared };
        var carriesTopic = followsUp || framed.CarriesTopic;
        if (!carriesTopic && framed.Context.Length > 0)
            (resolved, carriesTopic) = (QuestionTopic.Append(resolved, framed.Context), true);
        return new ReadQuestion(resolved, carriesTopic, followsUp || framed.DropsSentences)
        {
            FollowsUp = followsUp,
            Parts = followsUp ? [] : _parts.Split(resolved) ?? [],
        };
    }

    private static string Ended(string question) => question.AsSpan().TrimEnd().EndsWith("?") ? question : question.TrimEnd(' ', '.', '!') + "?";
}

/// <summary>A turn, read.</summary>
/// <param name="Resolved">The standalone question.</param>
/// <param name="CarriesTopic">Whether its end may be a <see cref="QuestionTopic"/>.</param>
/// <param name="Shows">Whether it was guessed, so that the user should see it.</param>
internal sealed record ReadQuestion(string Resolved, bool CarriesTopic, bool Shows)
{
    /// <summary>Whether it leans on the conversation.</summary>
    public bool FollowsUp { get; init; }

    /// <summary>What is asked of an article itself; null for a question of what the articles tell.</summary>
    public ArticleRequest? Article { get; init; }

    /// <summary>What an overview is asked of; null for a question.</summary>
    public string? Summary { get; init; }

    /// <summary>The two things to be compared.</summary>
    public (ComparedThing First, ComparedThing Second)? Compared { get; init; }

    /// <summary>The two questions asked at once; empty for one.</summary>
    public ImmutableArray<QuestionPart> Parts { get; init; } = [];
}
