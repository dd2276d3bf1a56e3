using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Sentences;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Core.Tests.Sentences;

public sealed class SpeakerAttributorTests
{
    private static readonly AliasMatcher Matcher = new(Gazetteer.Default);

    [Theory]
    [InlineData("Armenia said that two of its posts were shelled.", "Armenia", "state.armenia")]
    [InlineData("Two posts were shelled, Armenia's Defense Ministry said.", "Armenia's Defense Ministry", "state.armenia")]
    [InlineData("According to Azerbaijan’s Foreign Ministry, the shelling went on.", "Azerbaijan’s Foreign Ministry", "state.azerbaijan")]
    [InlineData("“We want peace,” said Russian President Vladimir Putin on Monday.", "Russian President Vladimir Putin", "state.russia")]
    [InlineData("Jane Doe, a spokeswoman for the court, claimed that it was over.", "Jane Doe", null)]
    [InlineData("Turkey, which is a friend of Azerbaijan, also said that it was worried.", "Turkey", "state.turkey")]
    [InlineData("The fighting went on, says Ankara in a note", "Ankara", "state.turkey")]
    [InlineData("US Secretary of State Antony Blinken called the president and insisted on peace.", "US Secretary of State Antony Blinken", "state.usa")]
    [InlineData("The Minister of Foreign Affairs of Armenia Ararat Mirzoyan said that it was over.", "Minister of Foreign Affairs of Armenia Ararat Mirzoyan", "state.armenia")]
    [InlineData("Minister of Defence Jane Doe said that it was over.", "Minister of Defence Jane Doe", null)]
    [InlineData("Baku reported that it was calm.", "Baku", "state.azerbaijan")]
    [InlineData("The ceasefire holds, a Russian Defense Ministry statement said.", "Russian Defense Ministry", "state.russia")]
    [InlineData("Two posts were shelled, officials in Yerevan say.", "officials in Yerevan", "state.armenia")]
    [InlineData("Karabakh's information centre says the road is shut.", "Karabakh's information centre", "org.nagorno-karabakh-authorities")]
    [InlineData("In Yerevan, presidential adviser Jane Doe said that it was over.", "adviser Jane Doe", "state.armenia")]
    [InlineData("In Yerevan, resident Jane Doe said that it was over.", "Jane Doe", null)]
    [InlineData("Karabakh ombudsman Jane Doe said that the road was shut.", "Karabakh ombudsman Jane Doe", "org.nagorno-karabakh-authorities")]
    [InlineData("Jane Doe, the leader of Karabakh, said that it was calm.", "Jane Doe", "org.nagorno-karabakh-authorities")]
    [InlineData("Jane Doe, ombudsman of the self-declared Karabakh republic, said that it was calm.", "Jane Doe", "org.nagorno-karabakh-authorities")]
    [InlineData("By the Armenian account, two posts were shelled.", "the Armenian account", "state.armenia")]
    [InlineData("In Baku's view, the matter is closed.", "Baku", "state.azerbaijan")]
    [InlineData("Baku answers that they were never there.", "Baku", "state.azerbaijan")]
    [InlineData("Putin told reporters that it was over; his Defence Ministry said the shelling went on.", "Defence Ministry", "state.russia")]
    [InlineData("The authorities in Stepanakert say that the road is shut.", "authorities in Stepanakert", "org.nagorno-karabakh-authorities")]
    [InlineData("Kate Roe, who represents the agency in Armenia, told reporters that people were tired.", "Kate Roe", null)]
    [InlineData("The Defence Army put Azerbaijani losses at ten, and said its gunners had stopped.", "Defence Army", null)]
    [InlineData("The long study, led by the Swiss diplomat Jane Doe, says that it cannot be justified.", "The long study", null)]
    [InlineData("Two days later the Russian foreign ministry claimed that it had calmed down.", "Russian foreign ministry", "state.russia")]
    [InlineData("Yerevan and the local authorities accuse Azerbaijan of laying siege to the town.", "Yerevan and the local authorities", null)]
    [InlineData("NATO called on both to stop, according to its representative for the region, John Smith.", "John Smith", null)]
    [InlineData("Authorities in Yerevan and Stepanakert say that the road is shut.", "Authorities in Yerevan and Stepanakert", null)]
    [InlineData("The reports are old, says John Roe of the Yerevan-based Ridge Institute.", "John Roe", null)]
    [InlineData("Pashinyan's critics at home call that a betrayal.", "Pashinyan's critics at home", null)]
    [InlineData("Pashinyan's office said that it was over.", "Pashinyan's office", "state.armenia")]
    [InlineData("Washington, which hosted the talks in Arlington, Virginia, called the violence a setback.", "Washington", "state.usa")]
    [InlineData("An old man named Rafik in Yerevan said that he could not sleep.", "Rafik", null)]
    [InlineData("“We lost our pastures,” said John Roe, a shepherd from Goris, who voted for Pashinyan.", "John Roe", null)]
    [InlineData("Armenia's human rights defender, Jane Doe, visited the man on Monday and said that he was well.", "Jane Doe", "state.armenia")]
    public void Finds_the_speaker_of_a_sentence(string sentence, string speaker, string? side)
    {
        var attributions = Attribute(sentence);

        attributions.ShouldContain(a => a.Speaker == speaker);
        attributions.First(a => a.Speaker == speaker).SideId.ShouldBe(side);
    }

    [Theory]
    [InlineData("Seven soldiers were killed in clashes on the border.")]
    [InlineData("Both armies moved their posts and called up reserves.")]
    [InlineData("Several people have reportedly been killed.")]
    [InlineData("The claims were never proved.")]
    [InlineData("In other words, nothing changed.")]
    [InlineData("Protests in the capital claim lives.")]
    [InlineData("Foreign reporters have not been admitted to the port.")]
    public void A_sentence_in_the_outlets_own_words_has_no_speaker(string sentence) => Attribute(sentence).ShouldBeEmpty();

    [Fact]
    public void Two_speakers_each_get_their_own_clause()
    {
        const string Sentence = "Armenia said 49 of its soldiers were killed, while Azerbaijan said 50 of its soldiers were killed.";

        var attributions = Attribute(Sentence);

        attributions.Select(a => a.SideId).ShouldBe(["state.armenia", "state.azerbaijan"]);
        attributions[0].Clause.In(Sentence).ShouldContain("49");
        attributions[0].Clause.In(Sentence).ShouldNotContain("50");
        attributions[1].Clause.In(Sentence).ShouldContain("50");
    }

    [Fact]
    public void A_republic_that_is_only_declared_is_the_region_the_article_is_on()
    {
        Attribute("Snow fell in Karabakh.", "Jane Doe, ombudsman of the self-declared republic, said that it was calm.").ShouldHaveSingleItem().SideId.ShouldBe("org.nagorno-karabakh-authorities");
        Attribute("Snow fell on the coast.", "Jane Doe, ombudsman of the self-declared republic, said that it was calm.").ShouldHaveSingleItem().SideId.ShouldBeNull();
    }

    [Fact]
    public void Somebodys_office_is_of_their_side() =>
        Attribute("Armenia's ombudsman, Anna Roe, said that it was calm.", "Roe's office said that nobody was hurt.").ShouldHaveSingleItem().SideId.ShouldBe("state.armenia");

    [Fact]
    public void It_said_goes_on_with_the_body_that_spoke_before()
    {
        var second = Attribute("According to Armenia’s Defense Ministry, shells fell.", "It said that the shelling went on.");

        second.ShouldHaveSingleItem().Entity.ShouldNotBeNull().Id.ShouldBe("org.armenia-defence-ministry");
        second[0].IsInherited.ShouldBeTrue();
    }

    [Fact]
    public void The_ministry_is_the_one_that_spoke_before_not_the_state_named_between() =>
        Attribute("Armenia’s Defense Ministry said shells fell.", "Although Russia tried to help, the ministry said that it went on.")
            .ShouldHaveSingleItem().SideId.ShouldBe("state.armenia");

    [Fact]
    public void She_said_goes_on_with_the_person() =>
        Attribute("Armenian spokeswoman Jane Doe claimed that shells fell.", "“It goes on,” she wrote.")
            .ShouldHaveSingleItem().Speaker.ShouldContain("Jane Doe");

    [Fact]
    public void A_bare_quotation_after_a_quoted_speaker_is_theirs() =>
        Attribute("“We are ready,” Erdogan said in Istanbul.", "“We will not wait.”")
            .ShouldHaveSingleItem().Entity.ShouldNotBeNull().Id.ShouldBe("person.recep-tayyip-erdogan");

    [Fact]
    public void It_said_behind_what_the_enemy_did_is_not_the_enemy() =>
        Attribute("Armenia’s Defense Ministry repeated its account.", "An Azerbaijani military jeep drove towards the post, it said.")
            .ShouldHaveSingleItem().SideId.ShouldBe("state.armenia");

    [Fact]
    public void Whoever_answers_is_not_who_spoke_before() =>
        Attribute("According to the researchers, nobody was near.", "Yerevan's answer came late: its army had not fired at all, it said.").ShouldHaveSingleItem().SideId.ShouldBe("state.armenia");

    [Fact]
    public void A_body_without_a_country_is_that_of_the_only_state_an_article_quotes() =>
        Attribute("Azerbaijan’s Foreign Ministry said that it was calm.", "Snow fell.", "The roads were shut.", "Nobody was there.", "The Prosecutor General’s Office said that it was looking into it.")
            .ShouldHaveSingleItem().SideId.ShouldBe("state.azerbaijan");

    [Fact]
    public void A_body_without_a_country_is_nobodys_in_an_article_that_quotes_two() =>
        Attribute("Azerbaijan’s Foreign Ministry said that it was calm.", "Armenia’s Foreign Ministry said that it was not.", "Nobody was there.", "Snow fell.", "The Prosecutor General’s Office said that it was looking into it.")
            .ShouldHaveSingleItem().SideId.ShouldBeNull();

    [Fact]
    public void A_body_that_rejects_what_was_just_said_is_not_that_states() =>
        Attribute("Azerbaijan said that shells had fallen.", "The Prosecutor General’s Office rejected the report.").ShouldHaveSingleItem().SideId.ShouldBeNull();

    [Fact]
    public void He_is_whom_the_sentence_before_is_about_not_who_spoke_before_that() =>
        Attribute("Russian spokesman John Smith said it was calm.", "Its head, Max Roe, is a police officer.", "He said that the road was full of snow.")
            .ShouldHaveSingleItem().Speaker.ShouldBe("Max Roe");

    [Fact]
    public void He_is_whom_a_sentence_without_a_verb_presents() =>
        Attribute("Russian spokeswoman Jane Doe said it was calm.", "Max Roe, who speaks for the agency.", "“We want talks,” he told reporters.")
            .ShouldHaveSingleItem().Speaker.ShouldBe("Max Roe");

    [Fact]
    public void She_is_the_person_of_the_sentence_befores_last_clause() =>
        Attribute("Russian spokeswoman Jane Doe said it was calm.", "In the village, which is small, the school was closed and the teacher Ann Roe took the children home.", "She said that windows broke.")
            .ShouldHaveSingleItem().Speaker.ShouldContain("Ann Roe");

    [Fact]
    public void She_is_a_person_named_behind_her_trade() =>
        Attribute("Half of them left, according to Armenian spokesman John Smith.", "In Goris, on the border, hotel owner Ann Roe has given away her rooms.", "“I stopped counting,” she says.")
            .ShouldHaveSingleItem().Speaker.ShouldContain("Ann Roe");

    [Fact]
    public void A_surname_is_that_of_the_person_the_article_names_in_full() =>
        Attribute("The head of the village, Seyran Mirzoyan, said it was calm.", "Mirzoyan said that the stream was dry.").ShouldHaveSingleItem().Entity.ShouldBeNull();

    [Fact]
    public void A_surname_is_the_known_persons_where_the_article_names_both() =>
        Attribute("Foreign Minister Ararat Mirzoyan met the head of the village, Seyran Mirzoyan.", "Mirzoyan said that the stream was dry.").ShouldHaveSingleItem().Entity.ShouldNotBeNull();

    [Theory]
    [InlineData("Azerbaijan’s Defence Ministry told a different story.", "“They came at night,” its spokesman, John Roe, said.")]
    [InlineData("Azerbaijan’s State Border Service stopped the car, the service told reporters.")]
    [InlineData("Azerbaijan’s State Border Service stopped the car.", "Goods were found in it, according to the service.")]
    [InlineData("Azerbaijan’s State Border Service said that it stopped the car.", "“Nobody was harmed,” spokesman Colonel John Roe said.")]
    [InlineData("Baku said that the shelling went on.", "“They hit an ambulance,” said ministry spokesman John Roe.")]
    [InlineData("In Baku, the Defence Ministry issued a brief reaction.", "It said that it had laid no mines.")]
    [InlineData("Baku said that the mine was new.", "“This is terror,” ombudsman Jane Doe said.")]
    [InlineData("Baku said that the mine was new.", "It was laid in autumn, the investigators said.")]
    [InlineData("Azerbaijan’s Defence Ministry told its story.", "Ten men fell, said Colonel John Roe, head of the ministry's press service.")]
    [InlineData("Turkey sent its condolences.", "In Baku they answered that nobody had laid anything.")]
    [InlineData("Azerbaijan’s Foreign Ministry said it.", "Azerbaijan’s army said it too.", "Azerbaijan said it again.", "Turkey said it was worried.", "Snow fell.", "The roads were shut.", "The Prosecutor General’s Office said that it was looking into it.")]
    public void Whose_an_office_is_follows_from_who_acts_or_speaks_before(params string[] sentences) =>
        Attribute(sentences).ShouldHaveSingleItem().SideId.ShouldBe("state.azerbaijan");

    [Theory]
    [InlineData("Azerbaijan said that its troops had not fired.", "The wall will be built, the regional government said.")]
    [InlineData("The envoy of the OSCE is expected.", "The truce was broken, the Defence Ministry said.")]
    public void A_local_body_and_one_behind_a_body_without_ministries_are_of_no_state_for_that(params string[] sentences) =>
        Attribute(sentences).ShouldHaveSingleItem().SideId.ShouldBeNull();

    [Fact]
    public void She_is_the_mother_who_stood_by() =>
        Attribute("Armenian spokesman John Smith said it was calm.", "The man’s mother, Anahit, stood by the door.", "“I want my boy,” she said.").ShouldHaveSingleItem().Speaker.ShouldBe("Anahit");

    [Fact]
    public void A_foreign_official_is_not_of_the_state_that_spoke_before() =>
        Attribute("Baku said that the mine was new.", "“This is terror,” Ruritanian minister Jane Doe said.").ShouldHaveSingleItem().SideId.ShouldBeNull();

    [Fact]
    public void The_ministry_of_a_report_that_opens_with_a_capital_is_its_own() =>
        Attribute("BAKU — Snow fell again.", "Nobody was there.", "The road is shut, the ministry of transport said.").ShouldHaveSingleItem().SideId.ShouldBe("state.azerbaijan");

    [Fact]
    public void Authors_are_not_authorities() =>
        Attribute("The local authorities accuse Azerbaijan of laying siege to the town.", "The authors ask both to open the road.").ShouldHaveSingleItem().Speaker.ShouldNotContain("authorities");

    /// <summary>The attributions of the last of the sentences.</summary>
    private static IReadOnlyList<Attribution> Attribute(params string[] sentences)
    {
        var article = new ArticleBuilder("a").Published(2022, 9, 13).WithParagraph(sentences).Build();
        var analyzer = new SentenceAnalyzer(Matcher);
        return new SpeakerAttributor(analyzer).Attribute(analyzer.Analyze(article, article.Paragraphs[0])[^1]);
    }
}
