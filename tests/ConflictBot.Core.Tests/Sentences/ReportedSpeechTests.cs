using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Sentences;
using ConflictBot.TestSupport.Building;

namespace ConflictBot.Core.Tests.Sentences;

/// <summary>Who says it, how and when, in sentences on other subjects than the seeds'. The articles are of Tuesday, 13 September 2022.</summary>
public sealed class ReportedSpeechTests
{
    private static readonly AliasMatcher Matcher = new(Gazetteer.Default);

    [Theory]
    [InlineData("The talks have failed since May, when the hospital protested what it described as a theft.", "the hospital", "described as")]
    [InlineData("Jan Holm, adviser to the Grand Duke, vowed that the dam would stay.", "Jan Holm", "vowed")]
    [InlineData("The bridge will reopen in May, said the ministry of transport.", "the ministry of transport", "said")]
    [InlineData("“The harvest is lost,” said Jane Doe, a farmer near the river.", "Jane Doe", "said")]
    [InlineData("The dam is safe, according to engineers who inspected it.", "engineers", "according to")]
    [InlineData("Prices will fall next year, according to a report by the central bank.", "a report by the central bank", "according to")]
    [InlineData("In a statement, the hospital denied that anybody had been turned away.", "the hospital", "denied")]
    [InlineData("In a tweet on Sunday, Georgian President Jane Doe wrote that the vote had been fair.", "Georgian President Jane Doe", "wrote")]
    [InlineData("Deputy Foreign Minister Jane Doe, speaking in Geneva, urged both parties to return to the table.", "Deputy Foreign Minister Jane Doe", "urged")]
    [InlineData("The French president made clear that the talks would go on.", "French president", "made clear")]
    [InlineData("The company issued an apology to its passengers.", "The company", "issued an apology")]
    [InlineData("The line is closed, the transport minister said.", "the transport minister", "said")]
    [InlineData("The minister visited the dam and said it would hold.", "the minister", "said")]
    [InlineData("Union leaders say the offer is too low.", "Union leaders", "say")]
    [InlineData("Officials are warning that the reservoir may overflow.", "Officials", "warning")]
    [InlineData("The treaty states that neither country may build on the island.", "The treaty", "states")]
    [InlineData("The strike was condemned by the Iranian Foreign Ministry.", "Iranian Foreign Ministry", "condemned")]
    [InlineData("Villagers reported hearing gunfire before dawn.", "Villagers", "reported")]
    [InlineData("The court ruled that the tax was unlawful.", "The court", "ruled")]
    [InlineData("Georgia’s prime minister, 44, called on Monday for calm.", "Georgia’s prime minister", "called for")]
    [InlineData("In Geneva the Court of Justice held that the ship was free.", "Court of Justice", "held")]
    [InlineData("The deal calls for a bridge.", "The deal", "calls for")]
    [InlineData("Turan on Sunday reported a storm.", "Turan", "reported")]
    [InlineData("Kuwaiti officials said the tanker was empty.", "Kuwaiti officials", "said")]
    [InlineData("Tehran gives another account and says that the tanker was empty.", "Tehran", "says")]
    [InlineData("Iran in its turn says that the tanker was empty.", "Iran", "says")]
    [InlineData("A Georgian minister defended the sale, saying that anybody else would have sold it too.", "Georgian minister", "saying")]
    [InlineData("In the account of the Iranian ministry, the tanker was empty.", "Iranian ministry", "according to")]
    [InlineData("Iran's ministry called each of the reports false.", "Iran's ministry", "called")]
    [InlineData("Tehran calls the pictures fabricated.", "Tehran", "calls")]
    [InlineData("The Iranian Foreign Ministry spoke of an insult.", "Iranian Foreign Ministry", "spoke of")]
    [InlineData("Iran has dismissed the report as “a tale for children”.", "Iran", "dismissed")]
    [InlineData("The tanker is empty, acting Prime Minister Jane Doe told the council.", "Prime Minister Jane Doe", "told")]
    [InlineData("A spokeswoman for the mission said that its people wrote down what they saw.", "A spokeswoman for the mission", "said")]
    [InlineData("The fire spread, Iran's ministry said, by way of the roof.", "Iran's ministry", "said")]
    [InlineData("The ship is lost, the harbour chief said by telephone.", "the harbour chief", "said")]
    [InlineData("Jane Doe, 61, a retired teacher, told our reporter that the roof fell.", "Jane Doe", "told")]
    [InlineData("The governor put the number of injured at 40.", "The governor", "put")]
    [InlineData("The Iranian president put the figure at 40 at most in an interview.", "Iranian president", "put")]
    [InlineData("The governor put the toll at 40 and said that it would rise.", "The governor", "put")]
    [InlineData("Iran has dismissed the report as biased.", "Iran", "dismissed")]
    [InlineData("Iran called the footage a hoax.", "Iran", "called")]
    [InlineData("Residents of the port, who number a little over 1,100, say they have not slept.", "Residents of the port", "say")]
    [InlineData("The tanker was empty, a Swiss official, Pieter van Houten, said.", "Pieter van Houten", "said")]
    [InlineData("The Iranian ministry issued a brief reaction.", "Iranian ministry", "issued a brief reaction")]
    [InlineData("That, an Iranian officer said by telephone, was untrue.", "Iranian officer", "said")]
    [InlineData("The Iranian Foreign Ministry, as is its habit, denied everything.", "Iranian Foreign Ministry", "denied")]
    [InlineData("Emmanuel Macron telephoned the sultan, apologised and promised that it would be paid.", "Emmanuel Macron", "apologised")]
    [InlineData("The talks failed; in the Kremlin Dmitry Peskov replied that there was nothing to add.", "Dmitry Peskov", "replied")]
    [InlineData("The Armenian officials also displayed the wreck of a drone they said had been hit.", "Armenian officials", "said")]
    public void Finds_who_says_it_and_how(string sentence, string speaker, string verb)
    {
        var said = Attribute(sentence).ShouldHaveSingleItem();

        said.Speaker.ShouldBe(speaker, StringCompareShould.IgnoreCase);
        said.Verb.ShouldBe(verb);
    }

    [Theory]
    [InlineData("The minister did not say when the line would reopen.")]
    [InlineData("The company has released no statement.")]
    [InlineData("The mayor said nothing about the budget.")]
    [InlineData("The fire was put out after the governor asked for help.")]
    [InlineData("Thousands marched through the capital, calling on the government to resign.")]
    [InlineData("Iran was accused of hiding the tanker.")]
    [InlineData("The accident was reported on Monday.")]
    [InlineData("The drought has reportedly killed hundreds of animals.")]
    [InlineData("The gang responded with gunfire and added two hostages to the ten it held.")]
    [InlineData("France recalled its ambassador and Iran maintained its blockade.")]
    [InlineData("The government declared a state of emergency in the province.")]
    [InlineData("Georgia was one of the countries that expressed interest in the pipeline.")]
    [InlineData("The member states have until May to pay.")]
    [InlineData("The alleged smuggler was held at the border.")]
    [InlineData("The two presidents met in Geneva and discussed the canal.")]
    [InlineData("The minister could announce the figures on Friday.")]
    [InlineData("The minister called the president of Iran right away.")]
    [InlineData("The guards wrote down what they saw.")]
    public void What_nobody_is_said_to_have_said_has_no_speaker(string sentence) => Attribute(sentence).ShouldBeEmpty();

    [Theory]
    [InlineData("Jane Doe was quoted by the newspaper as saying that the port would close.", "Jane Doe", "the newspaper")]
    [InlineData("The agency quoted the Georgian Interior Ministry as saying that two climbers were missing.", "Georgian Interior Ministry", "the agency")]
    [InlineData("The newspaper reported that the Georgian Interior Ministry said two climbers were missing.", "Georgian Interior Ministry", "the newspaper")]
    [InlineData("NATO urged both to talk, its envoy to the region said on Monday.", "NATO", "its envoy to the region")]
    [InlineData("Protesters demanded new elections, according to witnesses.", "Protesters", "witnesses")]
    public void Who_passes_it_on_is_told_beside_who_said_it(string sentence, string speaker, string via)
    {
        var attributions = Attribute(sentence);

        attributions[0].ShouldSatisfyAllConditions(
            a => a.Speaker.ShouldBe(speaker, StringCompareShould.IgnoreCase),
            a => a.Via.ShouldNotBeNull().ShouldBe(via, StringCompareShould.IgnoreCase),
            a => a.PassesOn.ShouldBeFalse());
        attributions.Skip(1).ShouldHaveSingleItem().PassesOn.ShouldBeTrue();
    }

    [Theory]
    [InlineData("The Georgian prime minister said the claim that Russia reported was false.", "Georgian prime minister")]
    [InlineData("Iran said it had urged Georgia to open the border.", "Iran")]
    [InlineData("The mayor told reporters that he had asked for help.", "The mayor")]
    public void Who_judges_or_tells_of_oneself_is_the_only_speaker(string sentence, string speaker) =>
        Attribute(sentence).ShouldHaveSingleItem().ShouldSatisfyAllConditions(a => a.Speaker.ShouldBe(speaker), a => a.Via.ShouldBeNull());

    [Theory]
    [InlineData("The port is closed, the company announced on September 9.", "2022-09-09")]
    [InlineData("The company said on Monday that the port had been closed since Friday.", "2022-09-12")]
    [InlineData("On Sunday, the company said that the port would close on Friday.", "2022-09-11")]
    [InlineData("The company said Sunday the port would close.", "2022-09-11")]
    [InlineData("The port was calm on Sunday, the company said.", null)]
    [InlineData("The company said the port had closed on Sunday.", null)]
    [InlineData("Georgia’s president late on Saturday demanded an inquiry.", "2022-09-10")]
    public void The_day_of_the_saying_is_not_the_day_of_what_is_said(string sentence, string? day) =>
        (Attribute(sentence).ShouldHaveSingleItem().SaidOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(day);

    [Fact]
    public void Later_in_the_day_is_the_day_last_spoken_of() =>
        Attribute("The tunnel was flooded on Sunday.", "Nobody was inside, the railway company said later in the day.")
            .ShouldHaveSingleItem().SaidOn.ShouldBe(new DateOnly(2022, 9, 11));

    [Theory]
    [InlineData("The Georgian Interior Ministry said the road was open.", "It also warned of snow.", "Georgian Interior Ministry")]
    [InlineData("Jane Doe, the head of the union, called the offer an insult.", "She added that the strike would go on.", "Jane Doe")]
    [InlineData("The mayor, John Smith, said the road was open.", "He said that the bridge was not.", "John Smith")]
    [InlineData("The Georgian Interior Ministry said the road was open.", "The ministry added that it would stay open.", "Georgian Interior Ministry")]
    [InlineData("Georgian Interior Minister Jane Doe said the road was open.", "The minister gave no date, but said it would stay open.", "Georgian Interior Minister Jane Doe")]
    [InlineData("A spokesman for Georgia’s Interior Ministry declined to comment.", "The ministry said later that the road was open.", "Georgia’s Interior Ministry")]
    [InlineData("Iran suspects them of spying.", "Iran published pictures which, it says, prove it.", "Iran")]
    [InlineData("A Russian Foreign Ministry spokeswoman said the tanker was empty.", "The European Parliament adopted a resolution, and it criticised the delay.", "European Parliament")]
    [InlineData("Georgia and Iran signed a treaty on fishing.", "The two countries affirm that the sea is open to both.", "Georgia and Iran")]
    public void A_chain_goes_on_with_whom_it_is_about(string first, string second, string speaker) =>
        Attribute(first, second).ShouldHaveSingleItem().Speaker.ShouldBe(speaker, StringCompareShould.IgnoreCase);

    [Fact]
    public void A_quotation_over_several_sentences_is_one_speakers_in_each()
    {
        string[] sentences = ["“The river is rising.", "The mayor said it would not.", "We are leaving tonight,” Jane Doe said on Sunday.", "“We will not wait.”"];

        for (var i = 1; i <= sentences.Length; i++)
        {
            var said = AttributeAt(i - 1, sentences).ShouldHaveSingleItem();
            said.Speaker.ShouldBe("Jane Doe");
            said.SaidOn.ShouldBe(new DateOnly(2022, 9, 11));
        }
    }

    [Fact]
    public void A_quotation_that_its_speaker_opens_is_theirs_to_its_end() =>
        AttributeAt(1, "Jane Doe said: “The river is rising.", "We are leaving tonight.”", "The road is closed.").ShouldHaveSingleItem().Speaker.ShouldBe("Jane Doe");

    [Fact]
    public void After_a_quotation_the_outlet_speaks_again() =>
        Attribute("“The river is rising,” Jane Doe said.", "The road is closed.").ShouldBeEmpty();

    [Fact]
    public void A_mark_that_is_never_closed_quotes_nobody_further() =>
        AttributeAt(1, "Jane Doe said: “The river is rising.", "The road is closed.").ShouldBeEmpty();

    [Theory]
    [InlineData("Jane Doe, a spokeswoman for Georgia’s Interior Ministry, said the road was open.", "state.georgia")]
    [InlineData("The governor of Tavush said the road was open.", "state.armenia")]
    [InlineData("Georgian villagers said the road was open.", null)]
    [InlineData("Georgia and Iran said the road was open.", null)]
    [InlineData("NATO said the road was open.", "org.nato")]
    [InlineData("Turan, an independent news outlet, reported that the road was open.", null)]
    public void The_side_is_whom_the_speaker_speaks_for(string sentence, string? side) =>
        Attribute(sentence).ShouldHaveSingleItem().SideId.ShouldBe(side);

    [Theory]
    [InlineData("A ministry spokesman rejected the charge.")]
    [InlineData("A spokesman for the ministry rejected the charge.")]
    [InlineData("The ministry's press service rejected the charge.")]
    [InlineData("Officials in the ministry rejected the charge.")]
    public void A_ministrys_people_speak_for_the_ministry_named_before(string sentence) =>
        Attribute("Georgia’s Interior Ministry said the road was open.", sentence).ShouldHaveSingleItem().SideId.ShouldBe("state.georgia");

    [Fact]
    public void Who_speaks_is_the_same_whichever_sentence_is_asked_of_first()
    {
        string[] sentences =
        [
            "Georgia’s Interior Ministry said the road was open.", "“The bridge is open too,” the statement said.", "“So is the tunnel.”", "Tbilisi also said that the snow had melted.",
            "He added that the ferry would run.", "Earlier, the ministry said that the road was closed.",
        ];

        var asked = AttributeAt(sentences.Length - 1, sentences).ShouldHaveSingleItem();
        var afterAllBefore = InOrder(sentences)[^1].ShouldHaveSingleItem();

        asked.ShouldBe(afterAllBefore);
        asked.SideId.ShouldBe("state.georgia");
    }

    [Fact]
    public void One_sides_envoy_in_the_other_sides_report_speaks_for_their_own() =>
        Attribute("Iran’s Foreign Ministry said the border was calm.", "Georgia’s ambassador to Iran, Jane Doe, said that shots had been fired.")
            .ShouldHaveSingleItem().ShouldSatisfyAllConditions(a => a.Speaker.ShouldContain("Jane Doe"), a => a.SideId.ShouldBe("state.georgia"));

    [Fact]
    public void Did_not_say_but_did_say_is_said() =>
        Attribute("Jane Doe, the mayor, did not mention the flood, but she did say that the budget was spent.")
            .ShouldHaveSingleItem().Speaker.ShouldBe("Jane Doe");

    [Fact]
    public void Two_who_say_different_things_are_two_speakers() =>
        Attribute("Iran said the tanker was empty, but Georgian officials insisted that it was full.")
            .Select(a => (a.Speaker, a.SideId)).ShouldBe([("Iran", "state.iran"), ("Georgian officials", "state.georgia")]);

    private static IReadOnlyList<Attribution> Attribute(params string[] sentences) => AttributeAt(sentences.Length - 1, sentences);

    private static IReadOnlyList<Attribution> AttributeAt(int sentence, params string[] sentences) => Attributions(sentences, from: sentence)[0];

    private static IReadOnlyList<IReadOnlyList<Attribution>> InOrder(params string[] sentences) => Attributions(sentences, from: 0);

    private static List<IReadOnlyList<Attribution>> Attributions(string[] sentences, int from)
    {
        var article = new ArticleBuilder("a").Published(2022, 9, 13).WithParagraph(sentences).Build();
        var analyzer = new SentenceAnalyzer(Matcher);
        var attributor = new SpeakerAttributor(analyzer);
        return [.. analyzer.Analyze(article, article.Paragraphs[0]).Skip(from).Select(s => (IReadOnlyList<Attribution>)attributor.Attribute(s))];
    }
}
