using ConflictBot.Core.Gazetteers;
using ConflictBot.Core.Language;
using ConflictBot.Core.Passages;
using ConflictBot.Core.Questions;

namespace ConflictBot.Core.Tests.Questions;

public sealed class QuestionTranslatorTests
{
    private static readonly QuestionTranslator Translator = new(new AliasMatcher(Gazetteer.Default), Gazetteer.Default, new CorpusStatistics());

    [Theory]
    [InlineData("Кто начал войну в 2022 году?", "Who started war in 2022?")]
    [InlineData("Что сказал Пашинян об Азербайджане?", "What did Pashinyan say about Azerbaijan?")]
    [InlineData("Сколько человек погибло в шестинедельной войне?", "How many people were killed in six-week war?")]
    [InlineData("Сколько азербайджанских солдат было ранено?", "How many Azerbaijani soldiers were wounded?")]
    [InlineData("Где прошли переговоры Пашиняна и Алиева?", "Where were talks Pashinyan and Aliyev held?")]
    [InlineData("Кто такая Шушан Степанян?", "Who is Shushan Stepanyan?")]
    [InlineData("Кто подписал указ о мобилизации?", "Who signed decree about mobilization?")]
    [InlineData("Какие страны выступают посредниками?", "Which countries mediated?")]
    [InlineData("Почему Армения обвинила Азербайджан?", "Why did Armenia accuse Azerbaijan?")]
    [InlineData("Когда началась война?", "When did war start?")]
    [InlineData("Хотелось бы узнать, когда началась война?", "When did war start?")]
    [InlineData("Кто первым открыл огонь в сентябре 2022 года?", "Who opened fire first in September 2022?")]
    [InlineData("С кем говорил Пашинян?", "Who did Pashinyan speak with?")]
    [InlineData("Поддержала ли Турция Азербайджан?", "Did Turkey support Azerbaijan?")]
    [InlineData("Что такое ОДКБ?", "What is Collective Security Treaty Organization?")]
    [InlineData("кто напал", "Who attacked?")]
    [InlineData("Сколько военных самолетов участвовало в учениях?", "How many military aircraft took part in exercises?")]
    [InlineData("kto takoy Pashinyan", "Who is Pashinyan?")]
    [InlineData("chto skazal Erdogan", "What did Erdogan say?")]
    [InlineData("Сколько Армянских солдат попало в плен?", "How many Armenian soldiers were captured?")]
    [InlineData("Сколько армянских солдат погибло в июле 2020 года?", "How many Armenian soldiers were killed in July 2020?")]
    [InlineData("Сколько армянских военнослужащих пропало без вести в ноябре 2021 года?", "How many Armenian soldiers were missing in November 2021?")]
    [InlineData("Кто такой Хулуси Акар?", "Who is Hulusi Akar?")]
    [InlineData("Кто министр иностранных дел Турции?", "Who is the Turkish foreign minister?")]
    [InlineData("Когда была подписана Шушинская декларация?", "When was Shusha Declaration signed?")]
    [InlineData("Где находится российская военная база?", "Where is Russian military base?")]
    [InlineData("Что заявил МИД Франции?", "What did French Foreign Ministry say?")]
    [InlineData("Какое оружие Турция предложила Азербайджану?", "What weapons did Turkey offer Azerbaijan?")]
    [InlineData("Кто виноват в столкновениях в ноябре 2021 года?", "Who is to blame in clashes in November 2021?")]
    [InlineData("Что сказал Джо Байден о боях?", "What did Joe Biden say about fighting?")]
    [InlineData("skolko soldat pogiblo v sentyabre 2022?", "How many soldiers were killed in September 2022?")]
    [InlineData("kto nachal voynu?", "Who started war?")]
    [InlineData("Кто начал войну?", "Who started war?")]
    [InlineData("Сколько солдат ранено в Гегаркунике?", "How many soldiers were wounded in Gegharkunik?")]
    [InlineData("Почему запрещены массовые собрания в Азербайджане?", "Why were mass gatherings banned in Azerbaijan?")]
    [InlineData("Что сказал Пашинян о заявлении Азербайджана?", "What did Pashinyan say about Azerbaijani statement?")]
    [InlineData("Что Россия думает о конфликте?", "What did Russia think about conflict?")]
    [InlineData("Есть ли у России военная база в Армении?", "Did Russia have military base in Armenia?")]
    public void Reads_Russian(string question, string english)
    {
        LanguageDetector.Detect(question).Language.ShouldBe(QuestionLanguage.Russian);
        var read = Translator.Translate(question, QuestionLanguage.Russian);
        read.English.ShouldBe(english);
        read.Understood.ShouldBe(1);
        read.NotUnderstood.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Eylül 2022'de kaç Ermeni askeri öldürüldü?", "How many Armenian soldiers were killed in September 2022?")]
    [InlineData("Ateşkesi kim ihlal etti?", "Who violated ceasefire?")]
    [InlineData("Bakü'deki protestolarda kaç kişi tutuklandı?", "How many people were arrested in Baku in protests?")]
    [InlineData("Erdoğan ne söyledi?", "What did Erdogan say?")]
    [InlineData("Aliyev hangi kararnameyi imzaladı?", "What decree did Aliyev sign?")]
    [InlineData("Rusya'nın askeri üssü nerede?", "Where is Russian military base?")]
    [InlineData("Türkiye Azerbaycan'a hangi silahları teklif etti?", "What weapons did Turkey offer Azerbaijan?")]
    [InlineData("Çatışmalar ne zaman başladı?", "When did clashes start?")]
    [InlineData("Ermenistan neden Rusya'dan yardım istedi?", "Why did Armenia ask for help from Russia?")]
    [InlineData("Hulusi Akar kimdir?", "Who is Hulusi Akar?")]
    [InlineData("Ermenistan savunma bakanı kim?", "Who is the Armenian defence minister?")]
    [InlineData("savas ne zaman basladi", "When did war start?")]
    [InlineData("turkiye azerbaycana yeni silah verecekmi", "Did Turkey give Azerbaijan new weapons?")]
    [InlineData("Bana anlatır mısın, Ateşkesi kim ihlal etti?", "Who violated ceasefire?")]
    [InlineData("Şuşa Beyannamesi nedir?", "What is Shusha Declaration?")]
    [InlineData("Avrupa Birliği ne dedi?", "What did European Union say?")]
    [InlineData("Paşinyan kiminle konuştu?", "Who did Pashinyan speak with?")]
    [InlineData("44 günlük savaşta kaç kişi öldü?", "How many people were killed in 44-day war?")]
    [InlineData("Kasım 2021'de kaç Azerbaycan askeri yaralandı?", "How many Azerbaijani soldiers were wounded in November 2021?")]
    [InlineData("Protestolardan sonra kaç kişi gözaltına alındı?", "How many people were arrested after protests?")]
    [InlineData("Dmitri Peskov kimdir?", "Who is Dmitry Peskov?")]
    [InlineData("Dağlık Karabağ'ı kim kontrol ediyor?", "Who controlled Nagorno-Karabakh?")]
    [InlineData("Azerbaycan karşı taarruzu ne zaman başlattı?", "When did Azerbaijani counter-offensive start?")]
    [InlineData("Paşinyan'ın Aliyev ile görüşmeleri nerede yapıldı?", "Where were talks held Pashinyan with Aliyev?")]
    [InlineData("Çavuşoğlu Erivan'a ne dedi?", "What did Cavusoglu tell Yerevan?")]
    [InlineData("Türkiye Azerbaycan'ı destekledi mi?", "Did Turkey support Azerbaijan?")]
    [InlineData("Eylül 2022'de ilk kim saldırdı?", "Who attacked first in September 2022?")]
    [InlineData("Gürcistan cumhurbaşkanı kim?", "Who is the Georgian president?")]
    [InlineData("Savaşı kim başlattı?", "Who started war?")]
    [InlineData("kim basladi", "Who started?")]
    [InlineData("Erdogan ne dedi", "What did Erdogan say?")]
    [InlineData("Erdoğan Azerbaycan hakkında ne dedi?", "What did Erdogan say about Azerbaijan?")]
    [InlineData("Ermenistan Savunma Bakanlığı ne açıkladı?", "What did Armenian Defence Ministry announce?")]
    public void Reads_Turkish(string question, string english)
    {
        LanguageDetector.Detect(question).Language.ShouldBe(QuestionLanguage.Turkish);
        var read = Translator.Translate(question, QuestionLanguage.Turkish);
        read.English.ShouldBe(english);
        read.Understood.ShouldBe(1);
        read.NotUnderstood.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Müharibəni kim başlatdı?", "Who started war?")]
    [InlineData("Neçə erməni əsgəri əsir götürülüb?", "How many Armenian soldiers were captured?")]
    [InlineData("Atəşkəs nə vaxt imzalandı?", "When was ceasefire signed?")]
    [InlineData("Rusiya nə üçün təlim keçirdi?", "Why did Russia hold exercises?")]
    [InlineData("İlham Əliyev nə dedi?", "What did Ilham Aliyev say?")]
    [InlineData("Türkiyənin müdafiə naziri kimdir?", "Who is the Turkish defence minister?")]
    [InlineData("Tovuzda nə baş verdi?", "What happened in Tovuz?")]
    [InlineData("Ermənistan Müdafiə Nazirliyi nə açıqladı?", "What did Armenian defence ministry announce?")]
    [InlineData("Qarabağda neçə sülhməramlı var?", "How many peacekeepers are there in Nagorno-Karabakh?")]
    [InlineData("Hansı ölkələr vasitəçilik edir?", "Which countries mediated?")]
    [InlineData("Şuşa Bəyannaməsi nədir?", "What is Shusha Declaration?")]
    [InlineData("Azərbaycan ordusu nə vaxt əks-hücuma keçdi?", "When did Azerbaijani army launch a counter-offensive?")]
    [InlineData("Kim günahkardır?", "Who is to blame?")]
    [InlineData("Azərbaycanın müdafiə nazirinin adı nədir?", "What is the name of Azerbaijani defence minister?")]
    [InlineData("Bakıda kim yığışmışdı?", "Who gathered in Baku?")]
    [InlineData("Bakıda neçə nəfər həbs edildi?", "How many people were arrested in Baku?")]
    [InlineData("2021-ci ilin noyabrında neçə Azərbaycan əsgəri həlak oldu?", "How many Azerbaijani soldiers were killed in November 2021?")]
    [InlineData("2022-ci ilin sentyabrında neçə əsgər həlak oldu?", "How many soldiers were killed in September 2022?")]
    [InlineData("44 günlük müharibədə neçə nəfər həlak olub?", "How many people were killed in 44-day war?")]
    [InlineData("Nəcməddin Sadıqov kimdir?", "Who is Najmaddin Sadigov?")]
    [InlineData("Hər iki ölkəyə silahı kim satıb?", "Who sold weapons to both countries?")]
    [InlineData("Separatçı müharibə nə vaxt bitdi?", "When did separatists war end?")]
    [InlineData("2020-ci ilin iyulunda toqquşmalar harada baş verdi?", "Where did clashes take place in July 2020?")]
    [InlineData("Paşinyan Azərbaycanın iddiası haqqında nə dedi?", "What did Pashinyan say about Azerbaijani claim?")]
    [InlineData("Azərbaycanda kütləvi tədbirlər niyə qadağan edilib?", "Why were mass gatherings banned in Azerbaijan?")]
    [InlineData("2020-ci ilin iyulunda kəndləri kim atəşə tutdu?", "Who shelled village in July 2020?")]
    [InlineData("Neçə helikopter vuruldu?", "How many helicopters were shot down?")]
    [InlineData("Muharibeni kim basladi?", "Who started war?")]
    [InlineData("Rusiya XİN nə dedi?", "What did Russian foreign ministry say?")]
    [InlineData("Azərbaycan Müdafiə Nazirliyinin məlumatına görə neçə əsgər yaralanıb?", "How many soldiers were wounded according to Azerbaijani defence ministry?")]
    public void Reads_Azerbaijani(string question, string english)
    {
        LanguageDetector.Detect(question).Language.ShouldBe(QuestionLanguage.Azerbaijani);
        var read = Translator.Translate(question, QuestionLanguage.Azerbaijani);
        read.English.ShouldBe(english);
        read.Understood.ShouldBe(1);
        read.NotUnderstood.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Ո՞վ է մեղավոր։", "Who is to blame?")]
    [InlineData("Քանի՞ հայ զինվոր է գերեվարվել 2021 թվականի նոյեմբերին։", "How many Armenian soldiers were captured in November 2021?")]
    [InlineData("Ե՞րբ ստորագրվեց հրադադարը։", "When was ceasefire signed?")]
    [InlineData("Ի՞նչ հայտարարեց Հայաստանի պաշտպանության նախարարությունը։", "What did Armenian Defence Ministry announce?")]
    [InlineData("Ինչո՞ւ Հայաստանը դիմեց Ռուսաստանին։", "Why did Armenia ask Russia?")]
    [InlineData("Ո՞ր երկրներն են միջնորդ։", "Which countries mediated?")]
    [InlineData("Որտե՞ղ է ռուսական ռազմակայանը։", "Where is Russian military base?")]
    [InlineData("Ո՞վ խախտեց հրադադարը։", "Who violated ceasefire?")]
    [InlineData("Ո՞վ է Ադրբեջանի նախագահը։", "Who is the Azerbaijani president?")]
    [InlineData("Ի՞նչ ասաց Փաշինյանը խորհրդարանում։", "What did Pashinyan say in parliament?")]
    [InlineData("Աջակցե՞ց Թուրքիան Ադրբեջանին։", "Did Turkey support Azerbaijan?")]
    [InlineData("Ի՞նչ է Շուշիի հռչակագիրը։", "What is Shusha Declaration?")]
    [InlineData("ov e meghavor", "Who is to blame?")]
    [InlineData("erb sksvec paterazmy", "When did war start?")]
    [InlineData("qani zinvor e zohvel Hayastanum", "How many soldiers were killed in Armenia?")]
    [InlineData("Քանի՞ զինվոր է զոհվել Գեղարքունիքում։", "How many soldiers were killed in Gegharkunik?")]
    [InlineData("Քանի՞ ինքնաթիռ է մասնակցել վարժանքներին։", "How many aircraft took part in drills?")]
    [InlineData("Ո՞վ է Եվրոպական խորհրդի նախագահը։", "Who is the European Council president?")]
    [InlineData("Ո՞վ է միջնորդել 2020 թվականի խաղաղության պայմանագիրը։", "Who brokered peace deal in 2020?")]
    [InlineData("Ե՞րբ դադարեցին մարտերը 2021 թվականի նոյեմբերին։", "When did fighting stop in November 2021?")]
    [InlineData("Ե՞րբ է տեղի ունեցել բողոքի ցույցը Բաքվում։", "When did protest take place in Baku?")]
    [InlineData("Ի՞նչ խնդրեց Ռուսաստանի արտաքին գործերի նախարարությունը։", "What did Russian foreign ministry ask?")]
    [InlineData("Ի՞նչ է ՀԱՊԿ-ը։", "What is Collective Security Treaty Organization?")]
    [InlineData("Ո՞վ սկսեց պատերազմը 2022 թվականին։", "Who started war in 2022?")]
    [InlineData("Ի՞նչ ասաց Կարմիր խաչը։", "What did Red Cross say?")]
    [InlineData("qani zinvor e zohvel 2022", "How many soldiers were killed in 2022?")]
    [InlineData("Ո՞վ է Գեղարքունիքի մարզպետը", "Who is the Gegharkunik governor?")]
    [InlineData("Ի՞նչ ասաց Էրդողանը Ադրբեջանի մասին", "What did Erdogan say about Azerbaijan?")]
    [InlineData("Ով սկսեց պատերազմը", "Who started war?")]
    public void Reads_Armenian(string question, string english)
    {
        LanguageDetector.Detect(question).Language.ShouldBe(QuestionLanguage.Armenian);
        var read = Translator.Translate(question, QuestionLanguage.Armenian);
        read.English.ShouldBe(english);
        read.Understood.ShouldBe(1);
        read.NotUnderstood.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(QuestionLanguage.Russian, "Как полиция разогнала демонстрантов?", "How did police disperse protesters?")]
    [InlineData(QuestionLanguage.Russian, "Кого обвинила Армения?", "Who did Armenia accuse?")]
    [InlineData(QuestionLanguage.Russian, "Кому выразил соболезнования Алиев?", "Who did Aliyev send condolences to?")]
    [InlineData(QuestionLanguage.Russian, "Почему Россия обязана защищать Армению?", "Why did Russia oblige to protect Armenia?")]
    [InlineData(QuestionLanguage.Russian, "Кто захватил Карабах в 1990-х годах?", "Who captured Nagorno-Karabakh in the 1990s?")]
    [InlineData(QuestionLanguage.Russian, "Сколько погибших было в понедельник?", "How many were killed on Monday?")]
    [InlineData(QuestionLanguage.Russian, "скока солдат погибло", "How many soldiers were killed?")]
    [InlineData(QuestionLanguage.Turkish, "Azerbaycan kısmi seferberliği ne zaman ilan etti?", "When did Azerbaijan announce partial mobilization?")]
    [InlineData(QuestionLanguage.Turkish, "Bakü'de ne oldu?", "What happened in Baku?")]
    [InlineData(QuestionLanguage.Turkish, "kac asker oldu", "How many soldiers were killed?")]
    [InlineData(QuestionLanguage.Turkish, "bakude noldu", "What happened in Baku?")]
    [InlineData(QuestionLanguage.Turkish, "Türkiye bu çatışmalarda kaç İHA kaybetti?", "How many drones did Turkey lose in clashes?")]
    [InlineData(QuestionLanguage.Turkish, "90'larda Karabağ'ı kim ele geçirdi?", "Who captured Nagorno-Karabakh in the 1990s?")]
    [InlineData(QuestionLanguage.Turkish, "44 günlük savaş ne zaman bitti?", "When did 44-day war end?")]
    [InlineData(QuestionLanguage.Turkish, "Avrupa Birliği taraflardan ne talep etti?", "What did European Union call for from side?")]
    [InlineData(QuestionLanguage.Azerbaijani, "Polis mitinqi necə dağıtdı?", "How did police disperse protest?")]
    [InlineData(QuestionLanguage.Azerbaijani, "Neçə əsgər öldü?", "How many soldiers were killed?")]
    [InlineData(QuestionLanguage.Azerbaijani, "tovuzda nece esger oldu", "How many soldiers were killed in Tovuz?")]
    [InlineData(QuestionLanguage.Azerbaijani, "Arzu Rəhimov Bakıda kiminlə görüşüb?", "Who did Arzu Rahimov meet in Baku?")]
    [InlineData(QuestionLanguage.Azerbaijani, "Etirazçılar kimin istefasını tələb edirdilər?", "Whose resignation did protesters call for?")]
    [InlineData(QuestionLanguage.Azerbaijani, "1994-cü ildə atəşkəsi kim təşkil etdi?", "Who organised ceasefire in 1994?")]
    [InlineData(QuestionLanguage.Armenian, "vortex e gtnvum rusakan razmabazan?", "Where is Russian military base?")]
    [InlineData(QuestionLanguage.Armenian, "Ինչո՞ւ հրաժարական տվեց Նիկոլ Փաշինյանը։", "Why did Nikol Pashinyan resign?")]
    [InlineData(QuestionLanguage.Armenian, "Ո՞ւմ հետ է խոսել Բլինքենը։", "Who did Blinken speak with?")]
    [InlineData(QuestionLanguage.Armenian, "qani hogi e zohvel 44orya paterazmum", "How many people were killed in 44-day war?")]
    [InlineData(QuestionLanguage.Armenian, "Ո՞վ է Կարեն Սարգսյանը։", "Who is Karen Sargsyan?")]
    public void Reads_frames_colloquial_forms_and_names_it_does_not_know(QuestionLanguage language, string question, string english)
    {
        LanguageDetector.Detect(question).Language.ShouldBe(language);
        Translator.Translate(question, language).English.ShouldBe(english);
    }

    /// <summary>Forms that a stem of the lexicon must meet, and forms of other words that it must not.</summary>
    [Theory]
    [InlineData(QuestionLanguage.Russian, "disperse", "разогнала разогнали разгоняла разгоняют")]
    [InlineData(QuestionLanguage.Russian, "diplomat", "дипломат дипломаты дипломатов дипломатами")]
    [InlineData(QuestionLanguage.Russian, "ask for help", "попросил-помощи попросила-помощь попросили-помощи")]
    [InlineData(QuestionLanguage.Russian, "situation", "ситуация ситуации ситуацию обстановка обстановке")]
    [InlineData(QuestionLanguage.Turkish, "disperse", "dağıttı dağıtıyor dağıtılmış dagitti")]
    [InlineData(QuestionLanguage.Turkish, "describe", "tanımladı tanımlıyor nitelendirdi nitelendiriyor tarif-etti tarif-ediyor")]
    [InlineData(QuestionLanguage.Turkish, "goal", "amacı amaçları amaçla")]
    [InlineData(QuestionLanguage.Turkish, "situation", "durum durumu durumdadır vaziyet")]
    [InlineData(QuestionLanguage.Azerbaijani, "organise", "təşkil-etdi təşkil-edib təşkil-edirdilər teskil-etdi")]
    [InlineData(QuestionLanguage.Azerbaijani, "situation", "vəziyyət vəziyyəti vəziyyətdə veziyyet")]
    [InlineData(QuestionLanguage.Azerbaijani, "doctors", "həkim həkimlər həkimlərin")]
    [InlineData(QuestionLanguage.Armenian, "situation", "իրավիճակ իրավիճակը իրավիճակի վիճակում iravichak")]
    [InlineData(QuestionLanguage.Armenian, "diplomat", "դիվանագետ դիվանագետներ դիվանագետի divanaget")]
    [InlineData(QuestionLanguage.Armenian, "criticise", "քննադատեց քննադատել քննադատում qnnadatec")]
    public void A_stem_meets_the_forms_of_its_word(QuestionLanguage language, string english, string forms)
    {
        foreach (var form in forms.Split(' '))
        {
            var keys = form.Split('-').Select(w => ForeignFolding.Fold(language, w)).ToList();
            BilingualLexicon.Of(language).Longest(keys, 0).ShouldNotBeNull(form).English.ShouldBe(english, form);
        }
    }

    [Theory]
    [InlineData(QuestionLanguage.Russian, "the 2020s", "в 2020-е")]
    [InlineData(QuestionLanguage.Azerbaijani, "the 1990s", "1990-cı illərdə")]
    [InlineData(QuestionLanguage.Armenian, "the 1990s", "1990-ականներին")]
    public void Reads_decades(QuestionLanguage language, string english, string words) =>
        Translator.Translate(words, language).English.ShouldBe("in " + english, StringCompareShould.IgnoreCase);

    [Fact]
    public void A_name_it_does_not_know_is_written_in_latin_letters_and_is_not_an_unread_word()
    {
        var read = Translator.Translate("Что сказал Карен Саркисяну?", QuestionLanguage.Russian);
        read.English.ShouldContain("Sarkisyan");
        read.IsUnreadable.ShouldBeFalse();
    }

    [Theory]
    [InlineData(QuestionLanguage.Russian, "а армянских?", "And Armenian?")]
    [InlineData(QuestionLanguage.Russian, "А в сентябре 2022?", "And in September 2022?")]
    [InlineData(QuestionLanguage.Turkish, "peki Ermeni?", "And Armenian?")]
    [InlineData(QuestionLanguage.Turkish, "Peki Eylül 2022'de?", "And in September 2022?")]
    [InlineData(QuestionLanguage.Azerbaijani, "bəs erməni?", "And Armenian?")]
    [InlineData(QuestionLanguage.Armenian, "իսկ հա՞յ", "And Armenian?")]
    public void Reads_a_follow_up(QuestionLanguage language, string turn, string english) =>
        Translator.Translate(turn, language).English.ShouldBe(english);

    [Theory]
    [InlineData(QuestionLanguage.Russian, "13 сентября 2022 года", "on 13 September 2022")]
    [InlineData(QuestionLanguage.Turkish, "13 Eylül 2022'de", "on 13 September 2022")]
    [InlineData(QuestionLanguage.Azerbaijani, "2022-ci ilin 13 sentyabrında", "on 13 September 2022")]
    [InlineData(QuestionLanguage.Armenian, "2022 թվականի սեպտեմբերի 13-ին", "on 13 September 2022")]
    [InlineData(QuestionLanguage.Armenian, "2022 թ. սեպտեմբերին", "in September 2022")]
    [InlineData(QuestionLanguage.Azerbaijani, "2020-ci ildə", "in 2020")]
    public void Reads_dates_however_they_are_ordered(QuestionLanguage language, string words, string english) =>
        Translator.Translate(words, language).English.ShouldBe(english, StringCompareShould.IgnoreCase);

    [Theory]
    [InlineData(QuestionLanguage.Turkish, "İngiltere ne kadar para verdi?", "How much money did United Kingdom give?")]
    [InlineData(QuestionLanguage.Turkish, "Bakü'ye kaç saatte vardılar?", "How many hours did Baku arrive?")]
    [InlineData(QuestionLanguage.Russian, "Сколько воды потеряла Армения?", "How much water did Armenia lose?")]
    public void Counts_spans_of_time_and_measures_what_has_no_number(QuestionLanguage language, string question, string english) =>
        Translator.Translate(question, language).English.ShouldBe(english);

    [Theory]
    [InlineData(QuestionLanguage.Turkish, "Artur'un evi nerede?", "Artur")]
    [InlineData(QuestionLanguage.Russian, "Кто возглавляет миссию наблюдателей?", "observer")]
    [InlineData(QuestionLanguage.Azerbaijani, "Pelosi İrəvana nə vaxt gəlməlidir?", "come")]
    [InlineData(QuestionLanguage.Russian, "Сколько коров продали в деревнях?", "village")]
    [InlineData(QuestionLanguage.Armenian, "Ի՞նչ արժե հացը", "bread")]
    public void Reads_everyday_words_in_their_forms(QuestionLanguage language, string question, string word) =>
        Translator.Translate(question, language).English.ShouldContain(word);

    [Fact]
    public void Keeps_what_it_does_not_understand_so_that_an_answer_must_account_for_it()
    {
        var read = Translator.Translate("Сколько жирафов погибло?", QuestionLanguage.Russian);
        read.English.ShouldBe("How many zhirafov were killed?");
        read.NotUnderstood.ShouldBe(["жирафов"]);
        read.Understood.ShouldBe(0.5);
    }

    [Fact]
    public void Says_that_it_understood_too_little()
    {
        var read = Translator.Translate("Каков среднемноголетний гидрологический режим аллювиальных водотоков?", QuestionLanguage.Russian);
        read.IsUnreadable.ShouldBeTrue();
        read.NotUnderstood.ShouldContain("аллювиальных");
    }

    [Theory]
    [InlineData(QuestionLanguage.Russian)]
    [InlineData(QuestionLanguage.Turkish)]
    [InlineData(QuestionLanguage.Azerbaijani)]
    [InlineData(QuestionLanguage.Armenian)]
    public void Takes_any_text_for_a_question(QuestionLanguage language)
    {
        foreach (var text in new[] { "", "?", "՞", "'", "2022", "-", "а", "кто", "\u0301", "ու", "İ", "ə", "🙂 ?", new string('я', 500), "который который который" })
            Translator.Translate(text, language).Understood.ShouldBeInRange(0, 1);
    }

    [Theory]
    [InlineData(QuestionLanguage.Russian)]
    [InlineData(QuestionLanguage.Turkish)]
    [InlineData(QuestionLanguage.Azerbaijani)]
    [InlineData(QuestionLanguage.Armenian)]
    public void Each_lexicon_holds_the_words_of_the_field(QuestionLanguage language) =>
        BilingualLexicon.Of(language).Count.ShouldBeGreaterThan(250);
}
