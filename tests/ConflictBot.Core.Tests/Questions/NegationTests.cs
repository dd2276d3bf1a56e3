using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Questions;

namespace ConflictBot.Core.Tests.Questions;

public sealed class NegationTests
{
    private readonly QuestionAnalyzer _analyzer = new(new AliasMatcher(Gazetteer.Default), SynonymLexicon.Default, new CorpusStatistics(), TimeProvider.System);

    [Theory]
    [InlineData("Who did not drain the lake?", "drain")]
    [InlineData("Which country hasn't drained the lake?", "drain")]
    [InlineData("Which farmers have the ministry not counted?", "count")]
    [InlineData("who never drained a lake", "drain")]
    public void A_negated_verb_is_what_a_statement_must_deny(string question, string stem) =>
        Negation.NegatedVerb(_analyzer.Analyze(question)).ShouldBe(stem);

    [Theory]
    [InlineData("Who drained the lake?")]
    [InlineData("Isn't the lake drained?")]
    [InlineData("Why doesn't Russia drain the lake?")]
    [InlineData("she called somebody, not Putin, the mayor of which town")]
    [InlineData("Which villages had no water?")]
    public void What_only_leans_on_an_answer_negates_nothing(string question) => Negation.NegatedVerb(_analyzer.Analyze(question)).ShouldBeNull();
}
