using ConflictBot.Core.Questions;

namespace ConflictBot.Core.Tests.Questions;

public sealed class NameSoundsTests
{
    [Theory]
    [InlineData("leyla", "leile")]
    [InlineData("jeyhun", "dzheykhun")]
    [InlineData("donoghue", "donogiu")]
    [InlineData("khachatryan", "hachatrian")]
    [InlineData("hasmik", "asmik")]
    [InlineData("queen", "kuin")]
    public void Spellings_out_of_several_alphabets_sound_alike(string one, string other) => NameSounds.Of(one).ShouldBe(NameSounds.Of(other));

    [Theory]
    [InlineData("leyla", "leyli", true)]
    [InlineData("leyla", "leylan", false)]
    [InlineData("marut", "murad", false)]
    [InlineData("tatul", "tatyan", false)]
    [InlineData("stepan", "setpan", false)]
    public void Consonants_and_their_places_tell_names_apart(string one, string other, bool alike) => (NameSounds.Of(one) == NameSounds.Of(other)).ShouldBe(alike);
}
