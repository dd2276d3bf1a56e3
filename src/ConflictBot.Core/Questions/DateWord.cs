using System.Collections.Frozen;

namespace ConflictBot.Core.Questions;

/// <summary>What a word means in an expression of time.</summary>
internal enum DateWordKind
{
    None,
    Month,
    MonthAbbreviation,
    Weekday,
    WeekdayAbbreviation,
    Season,
    Unit,
    Tens,
    Weekend,
    DayPart,
    Count,
    Early,
    Mid,
    Late,
    Edge,
    Half,
    Last,
    This,
    Next,
    Since,
    Until,
    Before,
    After,
    Between,
    From,
    And,
    To,
    Of,
    On,
    In,
    The,
    Ago,
    Today,
    Yesterday,
    Tomorrow,
    Hours,
    Preposition,
    Ordinal,
    Century,
    Quantified,
}

/// <summary>The vocabulary of English expressions of time, looked up without regard to case.</summary>
/// <param name="Kind">What the word is.</param>
/// <param name="Value">Its number: a month's 1–12, a <see cref="DayOfWeek"/>, a season's first month, a unit's <see cref="DateUnit"/>, a count.</param>
internal readonly record struct DateWord(DateWordKind Kind, int Value)
{
    private static readonly FrozenDictionary<string, DateWord>.AlternateLookup<ReadOnlySpan<char>> Words = Build().GetAlternateLookup<ReadOnlySpan<char>>();

    public static DateWord Of(ReadOnlySpan<char> word) => Words.TryGetValue(word, out var found) ? found : default;

    private static FrozenDictionary<string, DateWord> Build()
    {
        var words = new Dictionary<string, DateWord>(StringComparer.OrdinalIgnoreCase);
        void Add(DateWordKind kind, int value, params string[] names)
        {
            foreach (var name in names)
                words[name] = new DateWord(kind, value);
        }

        void AddAll(DateWordKind kind, int first, params string[] names)
        {
            for (var i = 0; i < names.Length; i++)
                words[names[i]] = new DateWord(kind, first + i);
        }

        AddAll(DateWordKind.MonthAbbreviation, 1, "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
        AddAll(DateWordKind.Month, 1, "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december");
        Add(DateWordKind.MonthAbbreviation, 9, "sept");
        AddAll(DateWordKind.Weekday, 0, "sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday");
        AddAll(DateWordKind.WeekdayAbbreviation, 0, "sun", "mon", "tue", "wed", "thu", "fri", "sat");
        Add(DateWordKind.WeekdayAbbreviation, 2, "tues");
        Add(DateWordKind.WeekdayAbbreviation, 3, "weds");
        Add(DateWordKind.WeekdayAbbreviation, 4, "thur", "thurs");
        Add(DateWordKind.Season, 3, "spring");
        Add(DateWordKind.Season, 6, "summer");
        Add(DateWordKind.Season, 9, "autumn", "fall");
        Add(DateWordKind.Season, 12, "winter");
        Add(DateWordKind.Unit, (int)DateUnit.Day, "day", "days");
        Add(DateWordKind.Unit, (int)DateUnit.Week, "week", "weeks");
        Add(DateWordKind.Unit, (int)DateUnit.Month, "month", "months");
        Add(DateWordKind.Unit, (int)DateUnit.Year, "year", "years");
        Add(DateWordKind.Unit, (int)DateUnit.Decade, "decade", "decades");
        Add(DateWordKind.Tens, 1960, "sixties");
        Add(DateWordKind.Tens, 1970, "seventies");
        Add(DateWordKind.Tens, 1980, "eighties");
        Add(DateWordKind.Tens, 1990, "nineties");
        Add(DateWordKind.Weekend, 0, "weekend");
        Add(DateWordKind.DayPart, 0, "morning", "afternoon", "evening", "night", "dawn", "noon", "midday", "midnight");
        AddAll(DateWordKind.Count, 1, "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");
        Add(DateWordKind.Early, 0, "early", "earlier");
        Add(DateWordKind.Mid, 0, "mid");
        Add(DateWordKind.Late, 0, "late", "later");
        Add(DateWordKind.Edge, 1, "start", "beginning");
        Add(DateWordKind.Edge, 2, "middle");
        Add(DateWordKind.Edge, 3, "end");
        Add(DateWordKind.Half, 0, "half");
        AddAll(DateWordKind.Ordinal, 1, "first", "second", "third");
        Add(DateWordKind.Last, 0, "last", "past", "previous");
        Add(DateWordKind.This, 0, "this", "current");
        Add(DateWordKind.Next, 0, "next", "coming");
        Add(DateWordKind.Since, 0, "since");
        Add(DateWordKind.Until, 0, "until", "till");
        Add(DateWordKind.Before, 0, "before");
        Add(DateWordKind.After, 0, "after");
        Add(DateWordKind.Between, 0, "between");
        Add(DateWordKind.From, 0, "from");
        Add(DateWordKind.And, 0, "and");
        Add(DateWordKind.To, 0, "to", "through");
        Add(DateWordKind.Of, 0, "of");
        Add(DateWordKind.On, 0, "on");
        Add(DateWordKind.In, 0, "in");
        Add(DateWordKind.The, 0, "the");
        Add(DateWordKind.Ago, 0, "ago");
        Add(DateWordKind.Today, 0, "today", "tonight");
        Add(DateWordKind.Yesterday, 0, "yesterday");
        Add(DateWordKind.Tomorrow, 0, "tomorrow");
        Add(DateWordKind.Hours, 0, "hours");
        Add(DateWordKind.Preposition, 0, "during", "by", "around", "about", "circa", "throughout", "over", "for");
        Add(DateWordKind.Century, 0, "century", "centuries");
        // What is counted by a number that looks like a year: "2000 troops".
        Add(
            DateWordKind.Quantified, 0,
            "troops", "soldiers", "people", "men", "women", "children", "personnel", "peacekeepers", "servicemen", "fighters", "civilians", "refugees", "families",
            "casualties", "dead", "wounded", "injured", "killed", "prisoners", "captives", "others", "more", "additional", "percent", "per", "km", "kilometers", "kilometres",
            "meters", "metres", "miles", "square", "hectares", "tons", "tonnes", "dollars", "euros", "manats", "drams", "rubles", "settlements", "villages", "houses", "homes",
            "tanks", "drones", "rounds", "shells", "missiles", "vehicles", "aircraft", "victims", "deaths", "bodies", "protesters", "protestors", "demonstrators", "lives",
            "residents", "inhabitants", "students", "workers", "employees", "minutes", "words", "pages", "points", "votes", "copies", "million", "thousand", "billion", "hundred");
        return words.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }
}

/// <summary>A unit of the calendar, from small to large.</summary>
internal enum DateUnit
{
    Day,
    Week,
    Month,
    Year,
    Decade,
}
