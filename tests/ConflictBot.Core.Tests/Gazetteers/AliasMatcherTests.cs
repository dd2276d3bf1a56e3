using ConflictBot.Core.Gazetteers;

namespace ConflictBot.Core.Tests.Gazetteers;

public sealed class AliasMatcherTests
{
    private static readonly AliasMatcher Matcher = new(Gazetteer.Default);

    [Theory]
    [InlineData("What did Nikol Pashinian say?", "Nikol Pashinian=person.nikol-pashinyan")]
    [InlineData("Pashinyan’s speech", "Pashinyan=person.nikol-pashinyan")]
    [InlineData("Что сказал Пашинян Эрдогану?", "Пашинян=person.nikol-pashinyan; Эрдогану=person.recep-tayyip-erdogan")]
    [InlineData("Փաշինյանը խոսեց Ալիևի հետ", "Փաշինյանը=person.nikol-pashinyan; Ալիևի=person.ilham-aliyev")]
    [InlineData("President R.T. Erdoğan", "R.T. Erdoğan=person.recep-tayyip-erdogan")]
    [InlineData("Mehmet Erdogan met Recep Tayyip Erdogan", "Recep Tayyip Erdogan=person.recep-tayyip-erdogan")]
    [InlineData("who is mehmet erdogan", "")]
    [InlineData("The governor, Karen Sarkisyan, said", "")]
    [InlineData("President of Turkey Tayyip Edogan affirmed", "Turkey=state.turkey; Tayyip Edogan=person.recep-tayyip-erdogan")]
    [InlineData("Heydar Aliyev and Aliyev", "Heydar Aliyev=person.heydar-aliyev; Aliyev=person.ilham-aliyev")]
    [InlineData("Vladimir spoke; Ilham Heydar oghlu Aliyev listened", "Ilham Heydar oghlu Aliyev=person.ilham-aliyev")]
    public void Finds_people_and_not_their_namesakes(string text, string expected) => Written(text, Matcher.Match(text)).ShouldBe(expected);

    [Theory]
    [InlineData("the U.S. told us that the US and the UN", "U.S.=state.usa; US=state.usa; UN=org.un")]
    [InlineData("what did nato tell us about turkey", "nato=org.nato; turkey=state.turkey")]
    [InlineData("what did the us and the un say", "us=state.usa; un=org.un")]
    [InlineData("Tavush in Armenia and Tovus in Azerbaijan", "Tavush=place.tavush; Armenia=state.armenia; Tovus=place.tovuz; Azerbaijan=state.azerbaijan")]
    [InlineData("Armenia’s Defense Ministry", "Armenia’s Defense Ministry=org.armenia-defence-ministry")]
    [InlineData("the Ministry of Defence of the Republic of Azerbaijan said", "Ministry of Defence of the Republic of Azerbaijan=org.azerbaijan-defence-ministry")]
    [InlineData("the 44-day war", "44-day war=event.second-karabakh-war")]
    [InlineData("Azerbaijani-Armenian border", "Azerbaijani=state.azerbaijan; Armenian=state.armenia")]
    [InlineData("министр иностранных дел Армении", "Армении=state.armenia")]
    public void Finds_names_of_other_kinds(string text, string expected) => Written(text, Matcher.Match(text)).ShouldBe(expected);

    private static string Written(string text, IEnumerable<EntityMention> mentions) =>
        string.Join("; ", mentions.Select(m => $"{m.Span.In(text)}={m.Entry.Id}"));
}
