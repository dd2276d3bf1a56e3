using ConflictBot.Channels.Rendering;

namespace ConflictBot.Channels.Tests.Rendering;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("1. First", @"1\. First")]
    [InlineData("- item", @"\- item")]
    [InlineData("# title", @"\# title")]
    [InlineData("> quote", @"\> quote")]
    [InlineData("wait... what--so (c)", @"wait\.\.\. what\-\-so \(c\)")]
    [InlineData("see example.com or http://x.y", @"see example\.com or http\:\/\/x\.y")]
    [InlineData("mail a@b.c", @"mail a\@b\.c")]
    [InlineData("{aria-label=\"x\"}", "&#123;aria-label\\=\\\"x\\\"&#125;")]
    [InlineData("a\n\n    b", "a b")]
    public void What_would_be_markup_is_escaped(string text, string escaped) => MarkdownText.Escape(text).ShouldBe(escaped);

    [Theory]
    [InlineData("Nagorno-Karabakh, 13 September 2022. It ended; who knows?")]
    [InlineData("Լեռնային Ղարաբաղ · Dağlıq Qarabağ · Карабах")]
    [InlineData("“Armenia’s position”")]
    public void Plain_prose_stays_as_it_is(string text) => MarkdownText.Escape(text).ShouldBe(text);
}
