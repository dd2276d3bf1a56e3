using System.Collections.Immutable;
using ConflictBot.Core.Evaluation;

namespace ConflictBot.Core.Tests.Evaluation;

public sealed class NewsScorerTests
{
    [Fact]
    public void A_question_is_right_at_the_excerpt_that_holds_the_text() =>
        RightAt([[new("000", "two cats")]], ("001_a", "two cats"), ("000_b", "There were two\ncats there.")).ShouldBe(2);

    [Fact]
    public void An_excerpt_that_lies_inside_the_text_holds_it() =>
        RightAt([[new("000", "There were two cats there, and a dog.")]], ("000", "two cats")).ShouldBe(1);

    [Fact]
    public void An_empty_excerpt_holds_nothing() => RightAt([[new("000", "two cats")]], ("000", "")).ShouldBeNull();

    [Fact]
    public void Every_group_must_be_shown_each_by_any_of_its_texts() =>
        RightAt([[new("000", "cats"), new("001", "dogs")], [new("002", "birds")]], ("001", "dogs"), ("003", "birds"), ("002", "birds")).ShouldBe(3);

    [Fact]
    public void What_stands_fourth_comes_too_late() =>
        RightAt([[new("000", "cats")]], ("001", "a"), ("001", "b"), ("001", "c"), ("000", "cats")).ShouldBeNull();

    private static int? RightAt(ImmutableArray<ImmutableArray<ExpectedText>> allOf, params (string, string)[] shown) =>
        NewsScorer.RightAt(new NewsQuestion("q", "?", "what", Answerable: true, allOf, Thread: null), shown);
}
