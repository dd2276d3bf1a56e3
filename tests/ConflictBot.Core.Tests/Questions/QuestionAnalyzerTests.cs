using ConflictBot.Core.Articles;
using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Questions;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Core.Tests.Questions;

public sealed class QuestionAnalyzerTests
{
    private static readonly AliasMatcher Matcher = new(Gazetteer.Default);

    private readonly QuestionAnalyzer _analyzer = new(Matcher, SynonymLexicon.Default, Statistics(), TimeProvider.System);

    [Theory]
    [InlineData("How many soldiers were killed?", AnswerType.HowMany)]
    [InlineData("Of the soldiers who signed up, how many were killed?", AnswerType.HowMany)]
    [InlineData("Who of the soldiers was wounded when the truck fell?", AnswerType.Who)]
    [InlineData("What might have caused the break in the fighting?", AnswerType.Why)]
    [InlineData("Who broke the pause in the fighting?", AnswerType.BothSides)]
    [InlineData("number of soldiers killed in the clashes", AnswerType.HowMany)]
    [InlineData("What is the population of Yerevan?", AnswerType.HowMany)]
    [InlineData("When did the war end?", AnswerType.When)]
    [InlineData("What year was the ceasefire?", AnswerType.When)]
    [InlineData("How long did the fighting last?", AnswerType.HowLong)]
    [InlineData("Where did the protest take place?", AnswerType.Where)]
    [InlineData("In which city did they meet?", AnswerType.Which)]
    [InlineData("What city did they meet in?", AnswerType.Where)]
    [InlineData("Why did Armenia ask for help?", AnswerType.Why)]
    [InlineData("What was the reason for the protest?", AnswerType.Why)]
    [InlineData("For what purpose were people detained?", AnswerType.Why)]
    [InlineData("On what grounds were people detained?", AnswerType.Why)]
    [InlineData("Whom did Lavrov blame for the war?", AnswerType.Who)]
    [InlineData("How did people sign up?", AnswerType.How)]
    [InlineData("Who is James Appathurai?", AnswerType.WhoIs)]
    [InlineData("who's Jane Doe", AnswerType.WhoIs)]
    [InlineData("Who is the governor of Syunik?", AnswerType.Who)]
    [InlineData("Who signed the decree?", AnswerType.Who)]
    [InlineData("Which countries mediated between them?", AnswerType.Which)]
    [InlineData("Which French minister mediated between them?", AnswerType.Who)]
    [InlineData("Which regions were shelled?", AnswerType.Which)]
    [InlineData("What did Putin say?", AnswerType.Said)]
    [InlineData("Wat did Putin say?", AnswerType.Said)]
    [InlineData("tell me what NATO said about the fighting", AnswerType.Said)]
    [InlineData("What was the position of Turkey on the clashes?", AnswerType.Position)]
    [InlineData("How did Russia react?", AnswerType.Position)]
    [InlineData("Did Turkey support Azerbaijan?", AnswerType.YesNo)]
    [InlineData("Has Russia sold weapons?", AnswerType.YesNo)]
    [InlineData("Who started the fighting?", AnswerType.BothSides)]
    [InlineData("Who attacked first?", AnswerType.BothSides)]
    [InlineData("Who is to blame for the war?", AnswerType.BothSides)]
    [InlineData("Which side violated the ceasefire?", AnswerType.BothSides)]
    [InlineData("whose fault was it", AnswerType.BothSides)]
    [InlineData("who atacked first", AnswerType.BothSides)]
    [InlineData("What is each side's version of how it began?", AnswerType.BothSides)]
    [InlineData("How do the two sides explain the fighting?", AnswerType.BothSides)]
    [InlineData("Which army crossed into the other's land?", AnswerType.BothSides)]
    [InlineData("What do Armenia and Azerbaijan each say about who started the fighting?", AnswerType.BothSides)]
    [InlineData("Why did Azerbaijan attack Armenia?", AnswerType.BothSides)]
    [InlineData("Why does Armenia always open fire and shell villages?", AnswerType.BothSides)]
    [InlineData("Who resumed the fighting?", AnswerType.BothSides)]
    [InlineData("fighting casualty figure", AnswerType.HowMany)]
    [InlineData("What is the daily output of the mine?", AnswerType.HowMany)]
    [InlineData("mayor resignation date", AnswerType.When)]
    [InlineData("mayor independence day", AnswerType.Keywords)]
    [InlineData("What kind of devices did Ankara promise?", AnswerType.What)]
    [InlineData("What does the Shusha Declaration provide for?", AnswerType.What)]
    [InlineData("How many were killed according to both sides?", AnswerType.HowMany)]
    [InlineData("Who was shelling villages?", AnswerType.BothSides)]
    [InlineData("Who blocked the road?", AnswerType.BothSides)]
    [InlineData("Who was behind the raid?", AnswerType.BothSides)]
    [InlineData("Who ended the pause, the Armenians or the Azerbaijanis?", AnswerType.BothSides)]
    [InlineData("Did Azerbaijan hit the village?", AnswerType.BothSides)]
    [InlineData("Were the people of the Armenian village driven out?", AnswerType.BothSides)]
    [InlineData("Why do Armenians keep attacking Azerbaijan?", AnswerType.BothSides)]
    [InlineData("Why did Armenia shell the positions of Azerbaijan?", AnswerType.BothSides)]
    [InlineData("On the night of 13 September, did Armenian troops strike the village?", AnswerType.BothSides)]
    [InlineData("What do Armenia and Azerbaijan say about who fired first?", AnswerType.BothSides)]
    [InlineData("Who rang both and told them to stop shooting?", AnswerType.Who)]
    [InlineData("Did Azerbaijan threaten to hit the power station?", AnswerType.YesNo)]
    [InlineData("What weapons did Turkey promise?", AnswerType.What)]
    [InlineData("Which organisations has Yerevan approached over the escalation?", AnswerType.Which)]
    [InlineData("Why did Azerbaijan threaten to attack the power station?", AnswerType.Why)]
    [InlineData("How did Putin rate the talks?", AnswerType.Position)]
    [InlineData("Putin's response to the talks?", AnswerType.Position)]
    [InlineData("What was the human cost of the war?", AnswerType.HowMany)]
    [InlineData("Population of Yerevan?", AnswerType.HowMany)]
    [InlineData("How accurate were the maps, in per cent?", AnswerType.HowMany)]
    [InlineData("Name the general who was killed.", AnswerType.Who)]
    [InlineData("At what hour did the shelling start?", AnswerType.When)]
    [InlineData("What is the CSTO?", AnswerType.Definition)]
    [InlineData("ceasefire 1994", AnswerType.Keywords)]
    [InlineData("erdogan support quote", AnswerType.Said)]
    [InlineData("How did the Ruritanian army respond to the raid?", AnswerType.How)]
    [InlineData("How did police react to the protest?", AnswerType.How)]
    [InlineData("When the shelling started, whom did Putin ring?", AnswerType.Who)]
    [InlineData("When the shooting started, whom did Putin ring?", AnswerType.Who)]
    [InlineData("After the truce, who started the fighting?", AnswerType.BothSides)]
    [InlineData("When did the shooting start?", AnswerType.When)]
    [InlineData("Which general measure was taken?", AnswerType.Which)]
    [InlineData("Which general was killed?", AnswerType.Who)]
    [InlineData("What rule officially ended the talks?", AnswerType.What)]
    [InlineData("Who is the President of Lindenau?", AnswerType.Who)]
    [InlineData("Did Putin give proof of what he said about the lake?", AnswerType.YesNo)]
    [InlineData("Which countries mediate?", AnswerType.Which)]
    [InlineData("Whom did Putin ring when the fighting started?", AnswerType.Who)]
    [InlineData("Who broke the truce when the talks ended?", AnswerType.BothSides)]
    public void Tells_what_kind_of_answer_is_asked_for(string question, AnswerType expected) =>
        _analyzer.Analyze(question).Type.ShouldBe(expected);

    [Theory]
    [InlineData("How many Armenian soldiers were killed?", "soldiers")]
    [InlineData("How many servicemen went missing?", "servicemen")]
    [InlineData("Which regions were shelled?", "regions")]
    [InlineData("What is the population of Yerevan?", "population")]
    public void Knows_what_is_counted_or_asked_for(string question, string focus) =>
        _analyzer.Analyze(question).Focus.Select(f => f.Surface).ShouldContain(focus);

    [Fact]
    public void What_a_force_reacted_to_weighs_less_than_its_reaction()
    {
        var question = _analyzer.Analyze("How did the army respond to the raid?");

        question.Focus.ShouldHaveSingleItem().Surface.ShouldBe("respond");
        question.Units.Single(u => u.Surface == "raid").Weight.ShouldBeLessThan(_analyzer.Analyze("How did the army get to the raid?").Units.Single(u => u.Surface == "raid").Weight);
    }

    [Fact]
    public void What_only_tells_when_weighs_less() =>
        _analyzer.Analyze("When the raid began, whom did the army call?").Units.Single(u => u.Surface == "raid").Weight
            .ShouldBeLessThan(_analyzer.Analyze("Whom did the army call of the raid?").Units.Single(u => u.Surface == "raid").Weight);

    [Fact]
    public void What_somebody_s_words_were_about_is_not_asked_about() =>
        _analyzer.Analyze("Did Putin give proof of what he said about the lake?").Units.Single(u => u.Surface == "lake").Role.ShouldBe(UnitRole.Topic);

    [Fact]
    public void The_words_of_an_idiom_that_no_article_has_are_told_by_the_idiom() =>
        _analyzer.Analyze("Why did people take to the streets?").Units.Select(u => u.Surface).ShouldBe(["people", "take"]);

    [Fact]
    public void A_name_is_not_spoken_of_by_what_is_like_it()
    {
        _analyzer.Analyze("Who of them bought Twitter?").Units.Single(u => u.Surface == "twitter").Synonyms.ShouldNotContain(s => s.Key == "post");
        _analyzer.Analyze("twitter post").Units.Single(u => u.Surface == "twitter").Synonyms.ShouldContain(s => s.Key == "post");
    }

    [Fact]
    public void Links_a_side_to_the_noun_it_stands_before()
    {
        var question = _analyzer.Analyze("How many Armenian soldiers were killed?");

        var side = question.Entities.ShouldHaveSingleItem();
        side.Entity!.Id.ShouldBe("state.armenia");
        side.Modifies.ShouldNotBeNull().Surface.ShouldBe("soldiers");
    }

    [Fact]
    public void A_capital_stands_for_its_government_as_a_speaker_but_not_as_a_place()
    {
        _analyzer.Analyze("What did Baku say?").Speaker.ShouldNotBeNull().Id.ShouldBe("state.azerbaijan");
        _analyzer.Analyze("How many people protested in Baku?").Units.Single(u => u.Entity is not null).StandsFor.ShouldBeNull();
    }

    [Theory]
    [InlineData("How many soldiers did Armenia say were captured?", "state.armenia")]
    [InlineData("Which villages did the Azerbaijani army say were shelled?", "state.azerbaijan")]
    [InlineData("How many soldiers did Armenia lose?", null)]
    [InlineData("What did it do?", null)]
    [InlineData("How many did", null)]
    [InlineData("How many say so", null)]
    public void Who_says_it_may_stand_inside_the_question(string question, string? speaker) => (_analyzer.Analyze(question).Speaker?.Id).ShouldBe(speaker);

    [Fact]
    public void The_person_behind_a_title_is_the_speaker() =>
        _analyzer.Analyze("What did Turkish President Erdogan tell Putin?").Speaker.ShouldNotBeNull().Id.ShouldBe("person.recep-tayyip-erdogan");

    [Fact]
    public void Whose_adviser_somebody_is_only_tells_who_is_meant()
    {
        var question = _analyzer.Analyze("What did Putin's adviser Lindenau say about the lake?");
        question.SpeakerWord.ShouldNotBeNull().Surface.ShouldBe("Lindenau", StringCompareShould.IgnoreCase);
        question.Units.Single(u => u.Role == UnitRole.Whose).Entity.ShouldNotBeNull().Id.ShouldBe("person.vladimir-putin");
    }

    [Fact]
    public void The_word_that_asks_for_a_reason_is_not_asked_about() =>
        _analyzer.Analyze("What was the main reason for the protest?").Units.ShouldNotContain(u => u.Surface == "reason");

    [Theory]
    [InlineData("How many soldiers were killed in sept 2022?")]
    [InlineData("How many soldiers were killed in Sep 2022?")]
    public void A_shortened_month_is_no_misspelt_word(string question) => _analyzer.Analyze(question).Dates.ShouldNotBeNull().Days.ShouldBe(30);

    [Fact]
    public void A_name_spelt_by_way_of_Russian_is_known() =>
        _analyzer.Analyze("who is dzheyhun bayramov").Units.ShouldHaveSingleItem().Entity.ShouldNotBeNull().Id.ShouldBe("person.jeyhun-bayramov");

    [Fact]
    public void A_given_name_before_a_surname_is_no_misspelt_state() =>
        _analyzer.Analyze("What did Suban Stepanyan say?").Units.ShouldNotContain(u => u.Entity != null && u.Entity.Kind == EntityKind.State);

    [Theory]
    [InlineData("Which peace keepers were sent?", "peacekeepers")]
    [InlineData("Which peace-keepers were sent?", "peacekeepers")]
    [InlineData("Which peace talks were held?", "peace")]
    public void Words_that_the_articles_write_in_one_are_one(string question, string surface) =>
        new QuestionAnalyzer(Matcher, SynonymLexicon.Default, Statistics("The peacekeepers held peace talks."), TimeProvider.System).Analyze(question).Units[0].Surface.ShouldBe(surface);

    [Theory]
    [InlineData("What are the two ministries that helped?", new[] { "ministries", "helped" })]
    [InlineData("What is an example of a ministry that helped?", new[] { "ministry", "helped" })]
    [InlineData("Which towns did two ministries help?", new[] { "towns", "two", "ministries", "help" })]
    [InlineData("What member states signed?", new[] { "member", "states", "signed" })]
    [InlineData("Which laws predate the war?", new[] { "laws", "predate", "war" })]
    public void What_is_asked_about(string question, string[] surfaces) => _analyzer.Analyze(question).Units.Select(u => u.Surface).ShouldBe(surfaces);

    [Fact]
    public void A_year_that_no_article_was_written_in_is_a_word()
    {
        var analyzer = new QuestionAnalyzer(Matcher, SynonymLexicon.Default, Statistics("In 1643 and in 2022 they chose a mayor."), TimeProvider.System);

        analyzer.Analyze("Who was mayor in 1643?").Units.Select(u => u.Surface).ShouldBe(["mayor", "1643"]);
        analyzer.Analyze("Who was mayor in 2022?").Units.Select(u => u.Surface).ShouldBe(["mayor"]);
    }

    [Fact]
    public void What_is_counted_may_be_a_word_that_else_says_little() =>
        _analyzer.Analyze("How many articles does the treaty have?").Focus.ShouldHaveSingleItem().Surface.ShouldBe("articles");

    [Fact]
    public void A_common_noun_can_be_the_speaker() =>
        _analyzer.Analyze("What did the protesters chant?").SpeakerWord.ShouldNotBeNull().Surface.ShouldBe("protesters");

    [Fact]
    public void According_to_a_capital_is_according_to_its_state() =>
        _analyzer.Analyze("How many soldiers were killed, according to Yerevan?").Speaker.ShouldNotBeNull().Id.ShouldBe("state.armenia");

    [Fact]
    public void According_to_names_the_speaker() =>
        _analyzer.Analyze("When did the fighting start according to NATO?").Speaker.ShouldNotBeNull().Id.ShouldBe("org.nato");

    [Fact]
    public void An_event_gives_its_dates()
    {
        var dates = _analyzer.Analyze("How many people died in the 44-day war?").Dates.ShouldNotBeNull();
        dates.From.ShouldBe(new DateOnly(2020, 9, 27));
        dates.To.ShouldBe(new DateOnly(2020, 11, 10));
    }

    [Fact]
    public void A_question_for_the_time_of_an_event_is_not_scoped_to_it() =>
        _analyzer.Analyze("When did the 44-day war end?").Dates.ShouldBeNull();

    [Fact]
    public void A_month_without_a_year_is_the_last_one_the_articles_were_written_in() =>
        _analyzer.Analyze("What did Turkey say on the September clashes?").Dates.ShouldBe(new DateRange(new DateOnly(2022, 9, 1), new DateOnly(2022, 9, 30)));

    [Fact]
    public void A_month_that_no_article_was_written_in_is_the_last_one_told_of_soon_after() =>
        _analyzer.Analyze("What happened on August 30?").Dates.ShouldBe(new DateRange(new DateOnly(2022, 8, 30), new DateOnly(2022, 8, 30)));

    [Fact]
    public void A_weekday_of_a_month_without_articles_is_a_word_and_no_date()
    {
        var question = _analyzer.Analyze("What did Turkey say on Tuesday?");
        question.Dates.ShouldBeNull();
        question.Units.Select(u => u.Surface).ShouldContain("tuesday");
        _analyzer.Analyze("What did Turkey say last Tuesday?").Dates.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Who spoke in parlament?", "parliament")]
    [InlineData("How many soldeirs died?", "soldiers")]
    public void Misspelt_words_are_read_as_the_articles_spell_them(string question, string word) =>
        _analyzer.Analyze(question).Units.Select(u => u.Surface).ShouldContain(word);

    [Theory]
    [InlineData("Who saw soldierstalks?", "saw", "soldiers", "talks")] // Both are words of the articles, and together of nobody's.
    [InlineData("how many r there, soldiers", "soldiers")]
    public void Words_run_together_or_cut_short_are_read_as_what_they_are(string question, params string[] words) =>
        _analyzer.Analyze(question).Units.Select(u => u.Surface).ShouldBe(words, ignoreOrder: true);

    [Fact]
    public void Whose_warning_is_asked_for_is_the_speaker() => _analyzer.Analyze("What warning did Baku give to Yerevan?").Speaker.ShouldNotBeNull().Id.ShouldBe("state.azerbaijan");

    [Fact]
    public void A_body_of_which_no_article_has_the_name_is_read_in_its_words() =>
        _analyzer.Analyze("Where does the Azerbaijani parlament sit?").Text.ShouldContain("parliament");

    [Fact]
    public void A_short_word_is_not_mistaken_for_another_that_differs_by_a_letter() =>
        _analyzer.Analyze("How many tanks were lost?").Units.Select(u => u.Surface).ShouldNotContain("talks");

    [Fact]
    public void Misspelt_question_words_and_months_are_read_right()
    {
        var question = _analyzer.Analyze("how mny soldiers were kiled in septembr 2022");

        question.Type.ShouldBe(AnswerType.HowMany);
        question.Dates.ShouldBe(new DateRange(new DateOnly(2022, 9, 1), new DateOnly(2022, 9, 30)));
    }

    [Theory]
    [InlineData("who atacked first in 2022", AnswerType.BothSides)] // The articles know "attacked": it tells the kind of the question.
    [InlineData("how many ppl were arrested", AnswerType.HowMany)]
    public void Misspelt_and_shortened_words_are_read_before_the_kind_of_the_question_is_told(string question, AnswerType type)
    {
        var analyzed = _analyzer.Analyze(question);

        analyzed.Type.ShouldBe(type);
        analyzed.Text.ShouldNotContain("ppl");
        analyzed.Text.ShouldNotContain("atacked");
    }

    [Theory]
    [InlineData("What are the names of the villages?", AnswerType.Name)]
    [InlineData("What is that operation called?", AnswerType.Name)]
    [InlineData("Name the two villages that were flooded", AnswerType.Name)]
    [InlineData("What warning did Yerevan give?", AnswerType.Said)]
    [InlineData("How did Yerevan react to the flood?", AnswerType.Position)]
    [InlineData("How did the villagers react to the flood?", AnswerType.Position)]
    [InlineData("How did pumpkin prices react to the flood?", AnswerType.How)]
    [InlineData("Who opened hostilities on Tuesday?", AnswerType.BothSides)]
    [InlineData("What did the inquiry cost?", AnswerType.HowMany)]
    [InlineData("Compare how Yerevan and Baku see the border talks", AnswerType.Position)]
    [InlineData("Who violated the November 2020 statement?", AnswerType.BothSides)]
    [InlineData("What does Ankara say about who is at fault?", AnswerType.Said)]
    public void The_kind_of_a_question_is_told_by_its_words(string question, AnswerType type) => _analyzer.Analyze(question).Type.ShouldBe(type);

    [Fact]
    public void A_capital_in_a_question_that_writes_others_small_is_a_name_and_stays() =>
        _analyzer.Analyze("Did soldiers meet Attackd there?").Text.ShouldContain("Attackd");

    [Fact]
    public void What_a_follow_up_is_about_stands_behind_a_dash_and_a_users_own_dash_means_nothing()
    {
        const string Question = "and for how long – peacekeepers Armenia?";

        _analyzer.Analyze(Question, mayCarryTopic: true).Units.ShouldAllBe(u => u.Role == UnitRole.Topic);
        _analyzer.Analyze(Question).Units.ShouldAllBe(u => u.Role != UnitRole.Topic);
    }

    [Fact]
    public void Words_that_stand_nowhere_are_marked_so()
    {
        var units = _analyzer.Analyze("How many zeppelins did Armenia lose?").Units;

        units.Single(u => u.Surface == "zeppelins").Unknown.ShouldBeTrue();
        units.Single(u => u.Surface == "Armenia").Unknown.ShouldBeFalse();
    }

    private static CorpusStatistics Statistics() =>
        Statistics("Armenia held talks in parliament in Yerevan.", "Soldiers were killed and protesters rallied.", "Baku, Moscow and NATO called for a ceasefire.");

    private static CorpusStatistics Statistics(params string[] sentences)
    {
        var article = new ArticleBuilder("a").Published(2022, 9, 13).WithParagraph(sentences).Build();
        var library = new ArticleLibrary();
        library.Replace(article, new PassageSplitter(Matcher.EntityIds).Split(article));
        return library.Statistics;
    }

    [Theory]
    [InlineData("Who came after the 2020 war?", "2020-09-27..2021-11-10")]
    [InlineData("Who came since the 44-day war?", "2020-09-27..2021-11-10")]
    [InlineData("Who came in the 44-day war?", "2020-09-27..2020-11-10")]
    public void What_came_after_an_event_came_within_a_year(string question, string range) => _analyzer.Analyze(question).Dates.ToString().ShouldBe(range);
}
