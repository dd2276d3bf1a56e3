using ConflictBot.Core.Retrieval;

namespace ConflictBot.Core.Tests.Retrieval;

public sealed class AnswerShapeTests
{
    [Theory]
    [InlineData("At what hour did the shelling start?", "The shelling started at about 08:30.", 1)]
    [InlineData("At what hour did the shelling start?", "The shelling started on 2 April.", 0)]
    [InlineData("On which day of the week did they meet?", "They met on a Friday.", 1)]
    [InlineData("On which day of the week did they meet?", "They met in 1999.", 0)]
    [InlineData("At what hour did the shelling start?", "The shelling started in the early hours of 2 April.", 1)]
    public void Hours_and_weekdays_are_asked_for_as_such(string question, string sentence, double expected) =>
        new JudgedSentence(question, [sentence]).Evidence[SentenceFeature.TypeDate].ShouldBe(expected);

    [Theory]
    [InlineData("How long was the bridge closed?", "The bridge was closed for three days.", 1)]
    [InlineData("How long was the bridge closed?", "There was a 40-minute closure.", 1)]
    [InlineData("How long was the bridge closed?", "The bridge has been closed for decades.", 0.8)]
    [InlineData("How long was the bridge closed?", "The bridge was closed three days after the flood.", 0.2)]
    [InlineData("How long was the bridge closed?", "The bridge was closed on 2 April.", 0)]
    [InlineData("How long is the bridge?", "The bridge is 90 metres long.", 1)]
    [InlineData("How long is the bridge?", "The bridge is closed for three days.", 0)]
    public void A_length_of_time_is_no_point_in_time(string question, string sentence, double expected) =>
        new JudgedSentence(question, [sentence]).Evidence[SentenceFeature.TypeDate].ShouldBe(expected);

    [Theory]
    [InlineData("Name the two villages that were flooded.", "The villages, Oberlinden and Unterlinden, were flooded.", 1)]
    [InlineData("Name the two villages that were flooded.", "Two villages of the Linden district were flooded, Jane Doe said.", 0.3)]
    [InlineData("Name the two villages that were flooded.", "Two villages were flooded.", 0)]
    [InlineData("What are the names of the two men who drowned?", "Two men drowned.", 0)]
    [InlineData("What are the names of the two men who drowned?", "John Roe and Jack Moe drowned.", 1)]
    public void Names_are_asked_for_as_many_as_there_are(string question, string sentence, double expected) =>
        new JudgedSentence(question, [sentence]).Evidence[SentenceFeature.TypePerson].ShouldBe(expected);

    [Theory]
    [InlineData("What was the name of the wounded soldier?", "Jane Doe said that nobody would leave the town.", 0.3)]
    [InlineData("What was the name of the wounded soldier?", "A soldier was taken to the hospital of the town, where the nurses of the night, as the mayor Jane Doe said, had gone.", 0.6)]
    [InlineData("What was the name of the wounded soldier?", "The soldier, John Roe, was taken to the town.", 1)]
    public void A_person_s_name_stands_beside_what_is_asked_about_them(string question, string sentence, double expected) =>
        new JudgedSentence(question, [sentence]).Evidence[SentenceFeature.TypePerson].ShouldBe(expected);

    [Theory]
    [InlineData("What was closed in May 1994?", "The bridge was closed until May 1994.", 1)]
    [InlineData("What was closed in May 1994?", "The bridge was closed until May 1999.", -0.8)]
    public void A_time_up_to_a_day_is_told_by_the_day_it_names(string question, string sentence, double expected) =>
        new JudgedSentence(question, [sentence]).Evidence[SentenceFeature.Time].ShouldBe(expected);

    [Theory]
    [InlineData("Since when has the bridge been closed?", "The bridge has been closed since May.", 1)]
    [InlineData("Since when has the bridge been closed?", "The bridge was painted in May.", 0.4)]
    [InlineData("When was the bridge painted?", "The bridge was painted in May.", 1)]
    public void Since_when_asks_for_a_beginning(string question, string sentence, double expected) =>
        new JudgedSentence(question, [sentence]).Evidence[SentenceFeature.TypeDate].ShouldBe(expected);

    [Theory]
    [InlineData("Which weapons were used?", "They used howitzers.", "weapons", 0.85)]
    [InlineData("What kind of weapons were used?", "They used machine guns.", "weapons", 0.85)]
    [InlineData("Who used weapons?", "They used howitzers.", "weapons", 0)]
    [InlineData("In which city did they meet?", "They met in Tbilisi.", "city", 0.7)]
    [InlineData("In what country did they meet?", "They met in Georgia.", "country", 0.7)]
    [InlineData("In which city of Georgia near Tbilisi did they meet?", "They met near Tbilisi.", "city", 0)]
    [InlineData("Which body published the report?", "The report was published by the United Nations.", "body", 0.7)]
    public void What_is_asked_for_is_spoken_of_by_naming_one(string question, string sentence, string asked, double expected) =>
        new JudgedSentence(question, [sentence]).Evidence.Coverage.Single(c => c.Unit.Surface == asked).Here.ShouldBe(expected, 0.01);

    [Theory]
    [InlineData("What happened in Georgia?", "They met in Tbilisi.", 0.85)]
    [InlineData("What happened to Georgia?", "They met in Tbilisi.", 0.3)]
    [InlineData("How did Paris react?", "The French Foreign Ministry voiced its concern.", 0.75)]
    public void A_state_is_spoken_of_by_its_places_and_bodies(string question, string sentence, double expected) =>
        new JudgedSentence(question, [sentence]).Evidence.Coverage.Single(c => c.Unit.Entity is not null).Here.ShouldBe(expected, 0.01);

    [Theory]
    [InlineData("Who wrote the book?", "The book was about the post-war years.", "wrote", 0)]
    [InlineData("Why did people take to the streets?", "They rallied in the town.", "take", 0.8)]
    [InlineData("Why did people take to the streets?", "They took the bus.", "take", 0)]
    [InlineData("How large is the Russian peacekeeping contingent?", "Russia has sent 2,000 peacekeepers.", "Russian peacekeeping contingent", 0.85)]
    public void Light_words_are_told_by_what_they_mean(string question, string sentence, string asked, double expected) =>
        new JudgedSentence(question, [sentence]).Evidence.Coverage.Single(c => c.Unit.Surface == asked).Here.ShouldBe(expected, 0.01);

    [Theory]
    [InlineData("When did the mayor close the bridge?", "The mayor closed the bridge on 2 April.", "On 2 April the miller of the town slept late, and so the mayor of another one, whom nobody knew, had the old bridge closed.")]
    [InlineData("Who closed the bridge?", "John Roe closed the bridge.", "John Roe, a miller whom all the people of the town knew well, slept late when they closed the bridge.")]
    [InlineData("How many workers did the mayor hire?", "The mayor hired 26 workers.", "There were 26 workers, of whom nobody in the old town and the villages around had ever heard, when the mayor hired.")]
    public void What_is_asked_about_stands_near_the_answer(string question, string better, string worse) =>
        new JudgedSentence(question, [better]).Evidence[SentenceFeature.NearAnswer].ShouldBeGreaterThan(new JudgedSentence(question, [worse]).Evidence[SentenceFeature.NearAnswer]);

    [Fact]
    public void A_long_sentence_speaks_of_much_at_once_the_less_the_farther_apart_it_does()
    {
        Densest("The mayor closed the bridge.").ShouldBe(1, 0.001);
        Densest("The mayor slept late that day, and when the sun was high and the market was full of people they closed the bridge.").ShouldBeInRange(0.3, 0.9);

        static double Densest(string sentence) => new JudgedSentence("Why did the mayor close the bridge?", [sentence]).Evidence[SentenceFeature.Densest];
    }

    [Theory]
    [InlineData("How many Georgians signed up?", "Some 300 Georgian workers signed up.", 1)]
    [InlineData("How many Georgians signed up?", "Some 300 Turkish workers signed up.", 0.5)]
    public void Nationals_are_people_of_their_state(string question, string sentence, double least) =>
        new JudgedSentence(question, [sentence]).Evidence[SentenceFeature.TypeNumber].ShouldBeInRange(least * 0.8, least);

    [Theory]
    [InlineData("How many soldiers died?", "The ministry said it had lost 77.", 0.8)]
    [InlineData("How many soldiers died?", "The army lost nine of its men and two tanks.", 0.8)]
    [InlineData("How many soldiers died?", "The army lost 77 tanks.", 0)]
    [InlineData("How many soldiers were wounded?", "The ministry said it had lost 77.", 0)]
    public void Who_is_lost_has_died(string question, string sentence, double expected) =>
        new JudgedSentence(question, [sentence]).Evidence.Coverage.Single(c => c.Unit.Surface is "died" or "wounded").Here.ShouldBe(expected, 0.01);

    [Theory]
    [InlineData("How many civilians were killed?", "In the fight 100 soldiers were killed.", 0.1)]
    [InlineData("How many civilians were killed?", "In the fight 100 civilians were killed.", 1)]
    [InlineData("How many soldiers were killed in the 44-day war?", "Soldiers were killed in the 44-day war.", 0)]
    [InlineData("How many soldiers were killed?", "The ministry put the number of soldiers killed at 17.", 1)]
    [InlineData("How many workers were there?", "The number of workers had reached 26.", 1)]
    [InlineData("How many workers were there?", "The workers, in 26 houses, slept.", 0.1)]
    [InlineData("How many Georgian workers were killed?", "In the fight 100 workers were killed on both sides.", 0.5)]
    [InlineData("How many Georgian workers were killed?", "In the fight 100 workers were killed.", 1)]
    [InlineData("How many Georgian workers were killed?", "The ministry of Turkey said that 100 workers were killed.", 0.5)]
    [InlineData("How many drones were lost?", "In the fight 26 workers died.", 0.1)]
    [InlineData("How many workers were captured?", "Near the two towns seven workers were killed.", 0.3)]
    [InlineData("How many drones were lost?", "The drones of the two former Soviet nations were lost.", 0.1)]
    [InlineData("How many nations lost drones?", "The two nations lost drones.", 1)]
    [InlineData("How many of the mayor's goats were sold?", "At the market seven goats were sold.", 1)]
    [InlineData("What losses were there?", "In the fight 26 workers died.", 0.4)]
    [InlineData("How many workers were wounded?", "No workers were wounded.", 0.45)]
    [InlineData("How many houses of Linden were sold?", "Of the 24 houses, five were sold.", 1)]
    [InlineData("How many soldiers were wounded?", "It said that two had been killed and nine wounded.", 0.88)]
    [InlineData("How many soldiers were wounded?", "It said that 280 soldiers were killed.", 0.3)]
    [InlineData("How old was the miller?", "The miller, 41, slept.", 1)]
    [InlineData("How old was the miller?", "Jane Doe, 41, said that the old house of the miller is one of seven.", 0.12)]
    public void A_number_of_other_people_is_no_answer(string question, string sentence, double expected) =>
        new JudgedSentence(question, [sentence]).Evidence[SentenceFeature.TypeNumber].ShouldBe(expected);

    [Theory]
    [InlineData("How many Turkish peacekeepers were sent?", "Russia has sent nearly 2,000 peacekeepers.", 1)]
    [InlineData("How many Russian peacekeepers were sent?", "Russia has sent nearly 2,000 peacekeepers.", 0)]
    [InlineData("Why did Azerbaijan ask Russia for help?", "Armenia asked Russia for help.", 1)]
    [InlineData("How did Armenian forces respond to the raid?", "In response, the Azerbaijani army closed the border.", 1)]
    [InlineData("How did Armenian forces respond to the raid?", "In response, the Armenian army closed the border.", 0)]
    public void What_another_state_does_is_another_deed(string question, string sentence, double conflicts) =>
        new JudgedSentence(question, [sentence]).Evidence[SentenceFeature.SideConflicts].ShouldBe(conflicts);

    [Theory]
    [InlineData("Which exercise did Armenia call off?", "Armenia cancelled the exercise.", "Armenia called the exercise a success.")]
    [InlineData("Which exercise did Armenia call off?", "Armenia called off the exercise.", "Armenia called the exercise a success.")]
    public void A_verb_with_its_particle_is_another_verb(string question, string better, string worse)
    {
        Called(better).ShouldBeGreaterThan(Called(worse));

        double Called(string sentence) => new JudgedSentence(question, [sentence]).Evidence.Coverage.Single(c => c.Unit.Surface == "call").Here;
    }

    [Theory]
    [InlineData("How many soldiers were wounded according to Georgia?", "Georgia said that 12 soldiers were wounded.", "Iran said that 12 soldiers were wounded.")]
    [InlineData("How many soldiers did Georgia say were wounded?", "Georgia said that 12 soldiers were wounded.", "12 soldiers were wounded.")]
    public void Whose_number_is_asked_for_is_whose_is_told(string question, string better, string worse) =>
        new JudgedSentence(question, [better]).Evidence[SentenceFeature.TypeSaid].ShouldBeGreaterThan(new JudgedSentence(question, [worse]).Evidence[SentenceFeature.TypeSaid]);

    [Fact]
    public void A_stand_is_told_without_a_word_of_saying() =>
        new JudgedSentence("What was Turkey's position on the bridge?", ["Ankara supported the decision on the bridge."]).Evidence[SentenceFeature.TypeSaid].ShouldBeGreaterThan(0.5);

    [Theory]
    [InlineData("Who opened the bridge?", "The bridge was opened by Jane Doe.", true)]
    [InlineData("Who opened the bridge?", "The bridge was opened in Lindenau.", false)]
    [InlineData("Who opened the bridge?", "The bridge of Linden Street was opened late.", false)]
    public void A_person_is_no_place_and_no_street(string question, string sentence, bool isThere)
    {
        var judged = new JudgedSentence(question, [sentence]);
        AnswerShape.People(judged.Question, judged.Sentence).Any().ShouldBe(isThere);
    }

    [Theory]
    [InlineData("How much did the bridge cost?", "The bridge cost 40 million euros.", "Some 300 men built the bridge.")]
    [InlineData("How much did the bridge cost?", "The bridge cost $2.2 billion.", "The bridge is 90 metres long.")]
    [InlineData("What share of the workers are women?", "A quarter of the workers are women, or 25 per cent.", "The workers include 300 women.")]
    [InlineData("How far is the bridge from the town?", "The bridge is 12 kilometres from the town.", "The bridge, from the town, cost 12 million euros.")]
    [InlineData("By what majority was the bridge approved?", "The bridge was approved by 13 votes to two.", "The bridge was approved after 13 years.")]
    public void A_measure_is_asked_for_as_such(string question, string measures, string counts)
    {
        new JudgedSentence(question, [measures]).Evidence[SentenceFeature.TypeNumber].ShouldBe(1);
        new JudgedSentence(question, [counts]).Evidence[SentenceFeature.TypeNumber].ShouldBeLessThan(0.35);
    }

    [Theory]
    [InlineData("What was the name of the man who built the bridge?", "Jane Doe built the bridge.", 1)]
    [InlineData("What was the name of the man who built the bridge?", "A man from Armenia built the bridge.", 0)]
    public void A_name_is_asked_for_as_such(string question, string sentence, double expected) =>
        new JudgedSentence(question, [sentence]).Evidence[SentenceFeature.TypePerson].ShouldBe(expected);

    [Theory]
    [InlineData("Why did Armenian troops move into Azerbaijan?", "Azerbaijani troops moved into Armenia.", 1)]
    [InlineData("Why did Armenian troops move into Azerbaijan?", "Armenian troops moved into Azerbaijan.", 0)]
    [InlineData("In which year were the rockets delivered to Armenia?", "The rockets were delivered to Azerbaijan in 2008.", 1)]
    [InlineData("What did Armenia proclaim before Azerbaijan announced its plan?", "Azerbaijan announced it after Armenia had proclaimed martial law.", 0)]
    public void A_deed_with_the_sides_swapped_is_another_deed(string question, string sentence, double conflicts) =>
        new JudgedSentence(question, [sentence]).Evidence[SentenceFeature.SideConflicts].ShouldBe(conflicts);

    [Fact]
    public void An_account_goes_on_on_the_day_it_has_led_to()
    {
        // The article is of September 2022.
        string[] told = ["On 12 July 2020 the bridge was hit.", "Two men died there."];

        new JudgedSentence("How many men died in July 2020?", told, 1).Evidence[SentenceFeature.Time].ShouldBeGreaterThan(0);
        new JudgedSentence("How many men died in July 2020?", [told[1]]).Evidence[SentenceFeature.Time].ShouldBeLessThan(0);
    }

    [Theory]
    [InlineData("Where was the bridge built?", "The bridge was built near Lindenau.", 0.7)]
    [InlineData("Where was the bridge built?", "The bridge was built in Tbilisi.", 1)]
    [InlineData("Where was the bridge built?", "The bridge was built by Jane Doe.", 0)]
    public void A_name_after_in_or_near_is_a_place_that_no_gazetteer_knows(string question, string sentence, double place) =>
        new JudgedSentence(question, [sentence]).Evidence[SentenceFeature.TypePlace].ShouldBe(place);

    [Theory]
    [InlineData("A town of 3,000, Linden burned.")]
    [InlineData("Linden is home to 400 people.")]
    [InlineData("Linden had a population of 7,000.")]
    [InlineData("In Linden 2,000 inhabitants voted.")]
    public void A_population_counts_those_who_live_there(string sentence) => Number("What is the population of Linden?", sentence).ShouldBe(1);

    [Theory]
    [InlineData("The war in Linden killed 6,000 people.")]
    [InlineData("Linden, a populated place, was taken three decades ago.")]
    public void A_population_is_no_other_number(string sentence) => Number("What is the population of Linden?", sentence).ShouldBeLessThanOrEqualTo(AnswerShape.OtherMeasure);

    [Theory]
    [InlineData("The two countries went to the mediated talks.", 0.3)]
    [InlineData("Talks were mediated by France and the US.", 0.9)]
    [InlineData("French-mediated talks began.", 0)]
    public void Which_countries_asks_for_their_names(string sentence, double expected) =>
        new JudgedSentence("Which countries mediated?", [sentence]).Evidence.Coverage[0].Here.ShouldBe(expected);

    [Fact]
    public void A_body_of_people_may_be_counted() =>
        Number("How many Russian peacekeepers came?", "Russia has sent 2,000 peacekeepers.").ShouldBe(1);

    private static double Number(string question, string sentence) => new JudgedSentence(question, [sentence]).Evidence[SentenceFeature.TypeNumber];
}
