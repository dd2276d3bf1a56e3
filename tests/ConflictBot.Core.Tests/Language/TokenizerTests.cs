using ConflictBot.Core.Language;

namespace ConflictBot.Core.Tests.Language;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("Some 38,000 men", "some|38,000|men")]
    [InlineData("3.5 million, 1,2", "3.5|million|1,2")]
    [InlineData("It’s Azerbaijan’s and Armenia's", "it|azerbaijan|and|armenia")]
    [InlineData("don’t don't", "don't|don't")]
    [InlineData("The U.S. and U.S", "the|u.s|and|u.s")]
    [InlineData("large-caliber, 44-day", "large|caliber|44|day")]
    [InlineData("Nagorno–Karabakh—war", "nagorno|karabakh|war")]
    [InlineData("snake_case _x_ ___", "snake_case|_x_")]
    [InlineData("T-72s F16 15th", "t|72s|f16|15th")]
    [InlineData("a:b 1:2 a,b 1;2 a.1", "a:b|1|2|a|b|1;2|a|1")]
    [InlineData("$100 50% №7 #1", "100|50|7|1")]
    [InlineData("👍 ok 🇦🇲!", "ok")]
    [InlineData("+ - && || ! ( ) { } [ ] ^ \" ~ * ? : \\ /", "")]
    [InlineData("", "")]
    [InlineData("  \t\r\n", "")]
    [InlineData("'quoted' “word”", "quoted|word")]
    [InlineData("s’s 's", "s|s")]
    [InlineData("Erdoğan İlham Aliyev Şuşa Məmmədyarov ÇAVUŞOĞLU", "erdogan|ilham|aliyev|susa|mammadyarov|cavusoglu")]
    [InlineData("cafe\u0301 con\u00ADflict", "cafe|conflict")]
    [InlineData("Æsir œuvre Straße ﬁre ĳs", "aesir|oeuvre|strasse|fire|ijs")]
    [InlineData("ЕРЕВАН Нагорный Карабах", "ереван|нагорный|карабах")]
    [InlineData("Երևան Ի՞նչ ԱՐՑԱԽ։", "երևան|ինչ|արցախ")]
    [InlineData("東京 カタカナ ไทย", "東|京|カタカナ|ไทย")]
    [InlineData("\u200EBaku\u200F", "baku")]
    [InlineData("ＢＡＫＵ", "baku")]
    [InlineData("lone \uD800 surrogate\uDC00s", "lone|surrogate|s")]
    public void Breaks_text_into_folded_words(string text, string words) =>
        string.Join('|', Tokenizer.Tokenize(text).Select(t => t.Text)).ShouldBe(words);

    [Fact]
    public void Offsets_lead_back_to_the_text()
    {
        const string Text = "  Azerbaijan’s 38,000 men.";

        Tokenizer.Tokenize(Text).Select(t => Text[t.Start..t.End]).ShouldBe(["Azerbaijan’s", "38,000", "men"]);
    }

    [Fact]
    public void Cuts_a_token_that_is_too_long_and_loses_nothing()
    {
        var text = new string('a', 600) + " b";

        Tokenizer.Tokenize(text).Select(t => t.Text.Length).ShouldBe([255, 255, 90, 1]);
    }

    [Fact]
    public void Never_cuts_a_surrogate_pair()
    {
        var text = new string('a', 254) + string.Concat(Enumerable.Repeat("𐐀", 10));

        Tokenizer.Tokenize(text)[0].Text.Length.ShouldBe(254);
        Tokenizer.Tokenize(text)[1].Text.ShouldBe(string.Concat(Enumerable.Repeat("𐐨", 10)));
    }

    [Fact]
    public void Any_text_gives_ordered_tokens_inside_it()
    {
        var random = new Random(1);
        for (var round = 0; round < 500; round++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(80)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 0x80 : 0x10000))]);

            var previousEnd = 0;
            foreach (var token in Tokenizer.Tokenize(text))
            {
                token.Start.ShouldBeGreaterThanOrEqualTo(previousEnd);
                token.End.ShouldBeGreaterThan(token.Start);
                token.End.ShouldBeLessThanOrEqualTo(text.Length);
                token.Text.ShouldNotBeEmpty();
                previousEnd = token.End;
            }
        }
    }

    [Fact]
    public void Folding_twice_changes_nothing_more()
    {
        foreach (var c in Enumerable.Range(0x20, 0xFFFF - 0x20).Select(c => (char)c).Where(c => !char.IsSurrogate(c)))
        {
            var once = Tokenizer.Fold([c]);
            Tokenizer.Fold(once).ShouldBe(once, $"U+{(int)c:X4}");
        }
    }
}
