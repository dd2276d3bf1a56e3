using ConflictBot.Core.Gazetteers;
using FsCheck;
using FsCheck.Fluent;

namespace ConflictBot.Core.Tests.Gazetteers;

public sealed class AliasMatcherTests
{
    private static readonly AliasMatcher Matcher = new(Gazetteer.Default);

    [Theory]
    [InlineData("What did Nikol Pashinian say?", "Nikol Pashinian=person.nikol-pashinyan")]
    [InlineData("Pashinyan’s speech", "Pashinyan=person.nikol-pashinyan")]
    [InlineData("President R.T. Erdoğan", "R.T. Erdoğan=person.recep-tayyip-erdogan")]
    [InlineData("R. T. Erdogan, N. Pashinyan", "R. T. Erdogan=person.recep-tayyip-erdogan; N. Pashinyan=person.nikol-pashinyan")]
    [InlineData("Ilham Heydar oghlu Aliyev listened", "Ilham Heydar oghlu Aliyev=person.ilham-aliyev")]
    [InlineData("Vladimir Vladimirovich Putin", "Vladimir Vladimirovich Putin=person.vladimir-putin")]
    [InlineData("Mevlüt Çavuşoğlu, or mevlut cavusoglu", "Mevlüt Çavuşoğlu=person.mevlut-cavusoglu; mevlut cavusoglu=person.mevlut-cavusoglu")]
    [InlineData("Ararat Mirzoyan met Ararat region", "Ararat Mirzoyan=person.ararat-mirzoyan; Ararat region=place.ararat-province")]
    [InlineData("President Aliyev, Prime Minister Pashinyan", "Aliyev=person.ilham-aliyev; Pashinyan=person.nikol-pashinyan")]
    [InlineData("Yesterday Aliyev and Putin met", "Aliyev=person.ilham-aliyev; Putin=person.vladimir-putin")]
    [InlineData("Quoting Aliyev, Turkish Erdogan", "Aliyev=person.ilham-aliyev; Turkish=state.turkey; Erdogan=person.recep-tayyip-erdogan")]
    [InlineData("the Pashinyan-Aliyev meeting", "Pashinyan=person.nikol-pashinyan; Aliyev=person.ilham-aliyev")]
    [InlineData("Putin Calls Pashinyan As Erdogan Meets Aliyev",
        "Putin=person.vladimir-putin; Pashinyan=person.nikol-pashinyan; Erdogan=person.recep-tayyip-erdogan; Aliyev=person.ilham-aliyev")]
    [InlineData("Heydar Aliyev and Aliyev", "Heydar Aliyev=person.heydar-aliyev; Aliyev=person.ilham-aliyev")]
    [InlineData("Armen Grigoryan met Mher Grigoryan", "Armen Grigoryan=person.armen-grigoryan; Mher Grigoryan=person.mher-grigoryan")]
    public void Finds_people_by_surname_full_name_and_initials(string text, string expected) => Written(text, Matcher.Match(text)).ShouldBe(expected);

    [Theory]
    [InlineData("Mehmet Erdogan met Recep Tayyip Erdogan", "Recep Tayyip Erdogan=person.recep-tayyip-erdogan")]
    [InlineData("the deputy head of the department, Mehmet Erdogan, focused", "")]
    [InlineData("who is mehmet erdogan", "")]
    [InlineData("The governor, Karen Sarkisyan, said", "")]
    [InlineData("By Amy Jones", "")]
    [InlineData("B. Aliyev signed", "")]
    [InlineData("Michel Barnier said", "")]
    [InlineData("a walk down Aliyev Avenue", "")]
    [InlineData("Xanthippe Erdogan wrote", "")]
    public void Leaves_namesakes_alone(string text, string expected) => Written(text, Matcher.Match(text)).ShouldBe(expected);

    [Fact]
    public void A_surname_of_several_people_names_the_likeliest_and_offers_the_others()
    {
        var alone = Matcher.Match("Sarkisyan said").ShouldHaveSingleItem();
        alone.Entry.Id.ShouldBe("person.serzh-sargsyan");
        alone.Alternatives.Select(a => a.Id).ShouldContain("person.armen-sarkissian");
        var full = Matcher.Match("Armen Sarkisyan said").ShouldHaveSingleItem();
        full.Entry.Id.ShouldBe("person.armen-sarkissian");
        full.Alternatives.ShouldBeEmpty();
        Matcher.Match("Aliyev").ShouldHaveSingleItem().Alternatives.Select(a => a.Id).ShouldBe(["person.heydar-aliyev"]);
    }

    [Theory]
    [InlineData("Что сказал Пашинян Эрдогану?", "Пашинян=person.nikol-pashinyan; Эрдогану=person.recep-tayyip-erdogan")]
    [InlineData("Встреча Ильхама Алиева в Ереване", "Ильхама Алиева=person.ilham-aliyev; Ереване=place.yerevan")]
    [InlineData("МИД Армении о Нагорном Карабахе", "МИД Армении=org.armenia-foreign-ministry; Нагорном Карабахе=place.nagorno-karabakh")]
    [InlineData("груз и бак", "")]
    [InlineData("Փաշինյանը խոսեց Ալիևի հետ", "Փաշինյանը=person.nikol-pashinyan; Ալիևի=person.ilham-aliyev")]
    [InlineData("Հայաստանի և Ադրբեջանի սահմանին", "Հայաստանի=state.armenia; Ադրբեջանի=state.azerbaijan")]
    [InlineData("Եռակողմ հայտարարություն Արցախի մասին", "Եռակողմ հայտարարություն=event.trilateral-statement; Արցախի=place.nagorno-karabakh")]
    [InlineData("Erdoğan'ın Bakü'deki konuşması", "Erdoğan=person.recep-tayyip-erdogan; Bakü=place.baku")]
    [InlineData("Dağlık Karabağ, Dağlıq Qarabağ", "Dağlık Karabağ=place.nagorno-karabakh; Dağlıq Qarabağ=place.nagorno-karabakh")]
    [InlineData("Azərbaycan və Ermənistan, İkinci Qarabağ müharibəsi", "Azərbaycan=state.azerbaijan; Ermənistan=state.armenia; İkinci Qarabağ müharibəsi=event.second-karabakh-war")]
    [InlineData("Türkiye’nin ve TÜRKİYE", "Türkiye=state.turkey; TÜRKİYE=state.turkey")]
    public void Reads_every_script_of_the_field(string text, string expected) => Written(text, Matcher.Match(text)).ShouldBe(expected);

    [Theory]
    [InlineData("the U.S. told us that the US and the UN", "U.S.=state.usa; US=state.usa; UN=org.un")]
    [InlineData("Let us go, un homme", "")]
    [InlineData("what did nato tell us about turkey", "nato=org.nato; turkey=state.turkey")]
    [InlineData("what did the us and the un say", "us=state.usa; un=org.un")]
    [InlineData("WHAT DID NATO TELL US ABOUT TURKEY", "NATO=org.nato; TURKEY=state.turkey")]
    [InlineData("polish the poles; Polish Poles", "Polish=state.poland; Poles=state.poland")]
    [InlineData("U.K. and UK", "U.K.=state.uk; UK=state.uk")]
    [InlineData("what about the eu", "eu=org.eu")]
    public void Tells_names_from_the_words_they_look_like(string text, string expected) => Written(text, Matcher.Match(text)).ShouldBe(expected);

    [Theory]
    [InlineData("Tavush in Armenia and Tovus in Azerbaijan", "Tavush=place.tavush; Armenia=state.armenia; Tovus=place.tovuz; Azerbaijan=state.azerbaijan")]
    [InlineData("Kelbajar, Berdzor, Shushi, Khankendi", "Kelbajar=place.kalbajar; Berdzor=place.lachin; Shushi=place.shusha; Khankendi=place.stepanakert")]
    [InlineData("the Lachin corridor at Lachin", "Lachin corridor=place.lachin-corridor; Lachin=place.lachin")]
    [InlineData("Nagorno‑Karabakh and Nagorno Karabakh", "Nagorno‑Karabakh=place.nagorno-karabakh; Nagorno Karabakh=place.nagorno-karabakh")]
    [InlineData("Azerbaijani-Armenian border", "Azerbaijani=state.azerbaijan; Armenian=state.armenia")]
    [InlineData("such as Baku-Tbilisi-Ceyhan, Baku-Tbilisi-Kars and TANAP", "Baku-Tbilisi-Ceyhan=place.baku-tbilisi-ceyhan; Baku-Tbilisi-Kars=place.baku-tbilisi-kars; TANAP=place.tanap")]
    [InlineData("St. Petersburg. Armenia.", "St. Petersburg=place.saint-petersburg; Armenia=state.armenia")]
    [InlineData("Karabakhness and Armeniantown", "")]
    public void Finds_places_and_states_over_whole_words(string text, string expected) => Written(text, Matcher.Match(text)).ShouldBe(expected);

    [Theory]
    [InlineData("Armenia’s Defense Ministry", "org.armenia-defence-ministry")]
    [InlineData("Armenian Ministry of Defence", "org.armenia-defence-ministry")]
    [InlineData("Defense Ministry of Armenia", "org.armenia-defence-ministry")]
    [InlineData("Ministry of Defence of the Republic of Azerbaijan", "org.azerbaijan-defence-ministry")]
    [InlineData("Turkish National Defence Ministry", "org.turkey-defence-ministry")]
    [InlineData("State Service for Mobilisation and Conscription", "org.azerbaijan-mobilization-service")]
    [InlineData("OSCE Minsk Group", "org.osce-minsk-group")]
    [InlineData("UN Security Council", "org.un-security-council")]
    [InlineData("Collective Security Treaty Organisation", "org.csto")]
    [InlineData("44-day war", "event.second-karabakh-war")]
    [InlineData("six-week war", "event.second-karabakh-war")]
    [InlineData("first Karabakh war", "event.first-karabakh-war")]
    [InlineData("four-day war", "event.april-war-2016")]
    [InlineData("Tovuz clashes", "event.july-2020-clashes")]
    [InlineData("Shusha Declaration", "event.shusha-declaration")]
    public void Finds_the_whole_name_of_a_body_or_an_event(string name, string id)
    {
        var text = $"according to the {name}, it";
        var mention = Matcher.Match(text).ShouldHaveSingleItem();
        mention.Span.In(text).ShouldBe(name);
        mention.Entry.Id.ShouldBe(id);
    }

    [Theory]
    [InlineData("Baku said", "state.azerbaijan")]
    [InlineData("support Baku in any conflict", "state.azerbaijan")]
    [InlineData("The Kremlin", "state.russia")]
    [InlineData("Brussels urged", "org.eu")]
    [InlineData("protests in Baku", null)]
    [InlineData("in central Baku", null)]
    [InlineData("the streets of Baku", null)]
    public void A_capital_stands_for_its_government_unless_the_text_speaks_of_the_city(string text, string? government)
    {
        var mention = Matcher.Match(text).ShouldHaveSingleItem();
        (mention.StandsFor?.Id).ShouldBe(government);
        (mention.StandsFor is null).ShouldBe(government is null);
        mention.Form.ShouldBe(government is null ? AliasForm.Name : AliasForm.Capital);
        mention.Entry.Kind.ShouldBe(EntityKind.Place);
    }

    [Fact]
    public void An_adjective_is_told_from_a_name() =>
        Matcher.Match("Azeri forces of Azerbaijan").Select(m => m.Form).ShouldBe([AliasForm.Adjective, AliasForm.Name]);

    [Theory]
    [InlineData("Armenian Defence Ministry and Baku", "org.armenia-defence-ministry place.baku state.armenia state.azerbaijan")]
    [InlineData("the joint Turkish-Russian center", "org.turkish-russian-monitoring-centre state.russia state.turkey")]
    [InlineData("Armenia’s nuclear power station", "place.metsamor-nuclear-plant state.armenia")]
    [InlineData("Western Armenia", "place.western-armenia")]
    [InlineData("nobody", "")]
    public void A_passage_is_indexed_under_all_that_it_names(string text, string ids) => string.Join(' ', Matcher.EntityIds(text)).ShouldBe(ids);

    [Theory]
    [InlineData("President of Turkey Tayyip Edogan affirmed", "Turkey=state.turkey; Tayyip Edogan=person.recep-tayyip-erdogan")]
    [InlineData("President Edogan affirmed", "")]
    public void A_misspelt_surname_is_read_in_any_text_only_after_the_given_name(string text, string expected) =>
        Written(text, Matcher.Match(text)).ShouldBe(expected);

    [Theory]
    [InlineData("Edogan", "Edogan=person.recep-tayyip-erdogan")]
    [InlineData("erdoğan support azerbaycan quote", "erdoğan=person.recep-tayyip-erdogan; azerbaycan=state.azerbaijan")]
    [InlineData("Wat did Pashinian say in parlament?", "Pashinian=person.nikol-pashinyan")]
    [InlineData("Yerivan said", "Yerivan=place.yerevan")]
    [InlineData("Nagorno Karabagh", "Nagorno Karabagh=place.nagorno-karabakh")]
    [InlineData("Nogorno Karabahk war", "Nogorno Karabahk=place.nagorno-karabakh")]
    [InlineData("What did Erdogen say about Azerbiajan and Armeina?", "Erdogen=person.recep-tayyip-erdogan; Azerbiajan=state.azerbaijan; Armeina=state.armenia")]
    [InlineData("Armenian Forein Ministry", "Armenian Forein Ministry=org.armenia-foreign-ministry")]
    public void A_question_may_misspell_names(string text, string expected) => Written(text, Matcher.MatchApproximate(text)).ShouldBe(expected);

    [Theory]
    [InlineData("What does the charter say about charges?")]
    [InlineData("the foreign ministers finish their trips in general")]
    [InlineData("How many protesters were arrested, and what states the treaty?")]
    [InlineData("Can you write me a poem about spring?")]
    [InlineData("who is Mehmet Edogan")]
    public void An_ordinary_question_names_nobody_by_mistake(string text) => Matcher.MatchApproximate(text).ShouldBeEmpty();

    [Fact]
    public void A_word_that_the_caller_knows_is_no_misspelling()
    {
        Matcher.MatchApproximate("Yerivan").ShouldHaveSingleItem().IsApproximate.ShouldBeTrue();
        Matcher.MatchApproximate("Yerivan", word => word == "yerivan").ShouldBeEmpty();
        Matcher.MatchApproximate("Yerevan").ShouldHaveSingleItem().IsApproximate.ShouldBeFalse();
    }

    [Fact]
    public void Mentions_of_any_text_are_disjoint_in_order_and_within_it()
    {
        var words = Gen.Elements("Ilham", "Aliyev", "Georgia", "U.S.", "us", "the", "Baku", "’s", "'", "-", ".", "\n", "\u202E", "😀", "Erdogn", "Tayyip", "É", "e\u0301", "Нагорный", "Карабах",
            "of", "Republic", "Ministry", "Defence", "Armenia", "R.", "T.", "oghlu", "\0", "44", "day", "war", "ﬃ");
        var texts = words.ListOf().SelectMany(w => Gen.Elements(" ", "", ", "), (w, gap) => string.Join(gap, w));
        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            foreach (var mentions in new[] { Matcher.Match(text), Matcher.MatchApproximate(text) })
            {
                var end = 0;
                foreach (var mention in mentions)
                {
                    mention.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
                    mention.Span.Length.ShouldBeGreaterThan(0);
                    end = mention.Span.End;
                }

                end.ShouldBeLessThanOrEqualTo(text.Length);
            }
        }).QuickCheckThrowOnFailure();
    }

    private static string Written(string text, IEnumerable<EntityMention> mentions) =>
        string.Join("; ", mentions.Select(m => $"{m.Span.In(text)}={m.Entry.Id}"));
}
