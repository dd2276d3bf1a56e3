namespace ConflictBot.Channels.Tests;

public sealed class KeyHashTests
{
    [Fact]
    public void The_same_parts_have_the_same_hash_and_others_another()
    {
        KeyHash.Of("channel", "conversation", "1").ShouldBe(KeyHash.Of("channel", "conversation", "1"));
        UInt128[] different =
        [
            KeyHash.Of("ab", "c"), KeyHash.Of("a", "bc"), KeyHash.Of("abc"), KeyHash.Of("abc", ""), KeyHash.Of("", "abc"), KeyHash.Of("a", "b", "c"), KeyHash.Of("Ab", "c"), KeyHash.Of(),
        ];
        different.Distinct().Count().ShouldBe(different.Length);
    }
}
