using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Questions;

/// <summary>Reads one time at a place in the text: a date, month, season, year, decade, weekday or relative expression.</summary>
internal sealed class DatePointParser(string text, List<DateToken> tokens, PartialDate? reference)
{
    private readonly RelativeDates _relative = new(reference);

    public string Text => text;

    /// <summary>Reads the time that starts at token <paramref name="i"/>, and moves past it.</summary>
    /// <param name="i">The token; unchanged where no time starts there.</param>
    /// <param name="introduced">Whether a word of time stands before it ("in may", "since March"), so that even ambiguous words count.</param>
    /// <param name="point">The time.</param>
    public bool TryPoint(ref int i, bool introduced, out DatePoint point)
    {
        var next = i;
        var found = TryPrefixed(ref next, introduced, out point)
            || TryCalendar(ref next, introduced, out point)
            || TryWeekday(ref next, out point)
            || TryRelative(ref next, out point);
        if (found)
            i = next;
        return found;
    }

    private DateWordKind Kind(int i) => i >= 0 && i < tokens.Count ? tokens[i].Word.Kind : DateWordKind.None;

    private bool IsSymbol(int i, char symbol) => i < tokens.Count && tokens[i].Kind == DateTokenKind.Symbol && text[tokens[i].Start] == symbol;

    private bool IsNumber(int i, int from, int to) => i < tokens.Count && tokens[i].Kind == DateTokenKind.Number && tokens[i].Number >= from && tokens[i].Number <= to;

    private bool Adjoins(int i) => i > 0 && i < tokens.Count && tokens[i - 1].End == tokens[i].Start;

    private int SkipDash(int i) => IsSymbol(i, '-') || IsSymbol(i, '‑') || IsSymbol(i, '–') ? i + 1 : i;

    // "late September", "mid-2020", "the end of 2020", "the first half of 2020", "the early hours of July 15", "the evening of November 16", "early on July 15".
    private bool TryPrefixed(ref int i, bool introduced, out DatePoint point)
    {
        point = default;
        var next = i;
        if (Kind(next) is DateWordKind.The)
            next++;
        var fraction = Kind(next) switch
        {
            DateWordKind.Early => DateFraction.Early,
            DateWordKind.Mid => DateFraction.Mid,
            DateWordKind.Late => DateFraction.Late,
            DateWordKind.Edge => (DateFraction)tokens[next].Word.Value,
            DateWordKind.Ordinal when Kind(next + 1) == DateWordKind.Half => tokens[next].Word.Value == 1 ? DateFraction.FirstHalf : DateFraction.SecondHalf,
            _ => DateFraction.Whole,
        };
        var ofDay = Kind(next) is DateWordKind.DayPart;
        if (fraction == DateFraction.Whole && !ofDay)
            return false;
        var needsOf = ofDay || Kind(next) is DateWordKind.Edge or DateWordKind.Ordinal;
        next += Kind(next) == DateWordKind.Ordinal ? 2 : 1;
        if (Kind(next) is DateWordKind.Hours or DateWordKind.DayPart)
        {
            (ofDay, needsOf) = (true, true);
            next++;
        }

        if (needsOf)
        {
            if (Kind(next) != DateWordKind.Of)
                return false;
            next++;
        }
        else if (Kind(next) is DateWordKind.On or DateWordKind.In)
        {
            next++;
        }
        else
        {
            next = SkipDash(next);
        }

        if (Kind(next) == DateWordKind.The)
            next++;
        if (!TryCalendar(ref next, introduced: true, out point) && !TryWeekday(ref next, out point) && !TryRelative(ref next, out point))
            return false;
        if (ofDay && point is { Resolved: null, Day: null })
            return false;
        point = point with { Fraction = ofDay ? DateFraction.Whole : fraction };
        i = next;
        return true;
    }

    private bool TryCalendar(ref int i, bool introduced, out DatePoint point)
    {
        var next = i;
        // A weekday before a date says nothing more: "Tuesday, September 13".
        if (Kind(next) is DateWordKind.Weekday or DateWordKind.WeekdayAbbreviation)
        {
            next++;
            while (IsSymbol(next, ',') || IsSymbol(next, '.') || Kind(next) is DateWordKind.The || IsSymbol(next, '('))
                next++;
            introduced = true;
            if (!TryMonthFirst(ref next, introduced, out point) && !TryDayFirst(ref next, out point) && !TryNumeric(ref next, out point))
                return false;
            if (point.Day is null)
                return false;
            i = next;
            return true;
        }

        if (!TryNumeric(ref next, out point) && !TryDayFirst(ref next, out point) && !TryMonthFirst(ref next, introduced, out point)
            && !TrySeason(ref next, out point) && !TryCentury(ref next, out point) && !TryTens(ref next, out point) && !TryYear(ref next, out point))
            return false;
        i = next;
        return true;
    }

    // 2022-09-13, 2022-09, 13.09.2022, 13/9/2022 where it is clear which is the day.
    private bool TryNumeric(ref int i, out DatePoint point)
    {
        point = default;
        if (IsNumber(i, 1000, 2999) && IsSymbol(i + 1, '-') && Adjoins(i + 1) && IsNumber(i + 2, 1, 12) && Adjoins(i + 2) && tokens[i + 2].Length == 2)
        {
            var withDay = IsSymbol(i + 3, '-') && IsNumber(i + 4, 1, 31) && Adjoins(i + 4) && tokens[i + 4].Length == 2;
            // "2011-12" is more often two years; as a month it needs a leading zero or a day.
            if (!withDay && tokens[i + 2].Number > tokens[i].Number % 100)
                return false;
            point = new DatePoint { Year = tokens[i].Number, Month = tokens[i + 2].Number, Day = withDay ? tokens[i + 4].Number : null };
            i += withDay ? 5 : 3;
            return true;
        }

        if (!IsNumber(i, 1, 31) || !IsNumber(i + 2, 1, 31) || !IsNumber(i + 4, 1900, 2099) || !Adjoins(i + 1) || !Adjoins(i + 2) || !Adjoins(i + 3) || !Adjoins(i + 4))
            return false;
        var mark = text[tokens[i + 1].Start];
        if (mark is not ('.' or '/') || !IsSymbol(i + 3, mark))
            return false;
        var (day, month) = (tokens[i].Number, tokens[i + 2].Number);
        if (mark == '/' && month > 12)
            (day, month) = (month, day);
        else if (mark == '/' && day <= 12 && day != month)
            return false;
        if (month > 12)
            return false;
        point = new DatePoint { Year = tokens[i + 4].Number, Month = month, Day = day };
        i += 5;
        return true;
    }

    // 13 September [2022], 13th of September, 12–16 July, 12 and 16 July.
    private bool TryDayFirst(ref int i, out DatePoint point)
    {
        point = default;
        var next = i;
        if (!TryDay(ref next, out var day))
            return false;
        int? last = null;
        var link = next;
        if (IsLink(link))
        {
            link++;
            if (TryDay(ref link, out var second) && second > day)
                (last, next) = (second, link);
        }

        if (Kind(next) == DateWordKind.Of)
            next++;
        var name = next;
        if (!TryMonth(ref next, out var month) || IsVerb(name, next))
            return false;
        point = new DatePoint { Month = month, Day = day, LastDay = last, Year = TrailingYear(ref next) };
        i = next;
        point = WithRelativeYear(point, ref i);
        return true;
    }

    private bool IsLink(int i) =>
        IsSymbol(i, '-') || IsSymbol(i, '–') || IsSymbol(i, '—') || Kind(i) is DateWordKind.To or DateWordKind.And or DateWordKind.Until;

    // September 13[–16][, 2022], September [of] 2022, September.
    private bool TryMonthFirst(ref int i, bool introduced, out DatePoint point)
    {
        point = default;
        var next = i;
        var abbreviated = Kind(next) == DateWordKind.MonthAbbreviation;
        if (!TryMonth(ref next, out var month))
            return false;
        if (Kind(next) == DateWordKind.The)
            next++;
        if (TryDay(ref next, out var day) && !IsCounted(next))
        {
            int? last = null;
            var link = next;
            if (IsLink(link))
            {
                link++;
                if (TryDay(ref link, out var second) && second > day && !IsCounted(link) && Kind(link) is not (DateWordKind.Month or DateWordKind.MonthAbbreviation))
                    (last, next) = (second, link);
            }

            point = new DatePoint { Month = month, Day = day, LastDay = last, Year = TrailingYear(ref next) };
            i = next;
            point = WithRelativeYear(point, ref i);
            return true;
        }

        next = i;
        TryMonth(ref next, out _);
        var year = TrailingYear(ref next);
        point = WithRelativeYear(new DatePoint { Month = month, Year = year }, ref next);
        if (point.Year is null && IsAmbiguous(i, abbreviated) && !introduced && !IsIntroduced(i))
            return false;
        i = next;
        return true;
    }

    private bool TryMonth(ref int i, out int month)
    {
        month = 0;
        if (Kind(i) is not (DateWordKind.Month or DateWordKind.MonthAbbreviation))
            return false;
        month = tokens[i].Word.Value;
        i += Kind(i) == DateWordKind.MonthAbbreviation && IsSymbol(i + 1, '.') ? 2 : 1;
        return true;
    }

    // "may" and "march" are verbs, abbreviations are names and words: alone they are months only where a word of time introduces them.
    private bool IsAmbiguous(int i, bool abbreviated) => abbreviated || tokens[i].Word.Value is 3 or 5;

    private bool IsIntroduced(int i) =>
        Kind(i - 1) is DateWordKind.In or DateWordKind.Since or DateWordKind.Until or DateWordKind.Early or DateWordKind.Mid or DateWordKind.Late
            or DateWordKind.Last or DateWordKind.This or DateWordKind.Next
        || (char.IsUpper(text[tokens[i].Start])
            && Kind(i - 1) is DateWordKind.Of or DateWordKind.From or DateWordKind.Before or DateWordKind.After or DateWordKind.Preposition);

    // "13 may have died": in lower case, a day before "may" or "march" makes a date only where no word follows.
    private bool IsVerb(int i, int next) =>
        tokens[i].Word.Value is 3 or 5 && char.IsLower(text[tokens[i].Start]) && next < tokens.Count && tokens[next].Kind == DateTokenKind.Word;

    private bool TryDay(ref int i, out int day)
    {
        day = 0;
        if (!IsNumber(i, 1, 31) || tokens[i].Length > 2)
            return false;
        day = tokens[i].Number;
        i++;
        if (i < tokens.Count && Adjoins(i) && tokens[i].Length == 2 && text.AsSpan(tokens[i].Start, 2) is var suffix
            && (suffix is "st" or "nd" or "rd" or "th"))
            i++;
        return true;
    }

    private bool IsCounted(int i) => Kind(i) is DateWordKind.Quantified or DateWordKind.Hours || (IsSymbol(i, '%') && Adjoins(i));

    private int? TrailingYear(ref int i)
    {
        var next = i;
        if (IsSymbol(next, ',') || Kind(next) is DateWordKind.Of or DateWordKind.In)
            next++;
        if (!IsNumber(next, 1000, 2099) || tokens[next].Length != 4 || IsCounted(next + 1))
            return null;
        i = next + 1;
        return tokens[next].Number;
    }

    // "late September last year", "in May of this year".
    private DatePoint WithRelativeYear(DatePoint point, ref int i)
    {
        var next = Kind(i) == DateWordKind.Of ? i + 1 : i;
        if (point.Year is not null || reference is not { } now || Kind(next + 1) != DateWordKind.Unit || tokens[next + 1].Word.Value != (int)DateUnit.Year)
            return point;
        var shift = Kind(next) switch { DateWordKind.Last => -1, DateWordKind.This => 0, DateWordKind.Next => 1, _ => int.MinValue };
        if (shift == int.MinValue)
            return point;
        i = next + 2;
        return point with { Year = now.Year + shift, YearFromReference = true };
    }

    // "autumn 2020", "the summer of 2020".
    private bool TrySeason(ref int i, out DatePoint point)
    {
        point = default;
        if (Kind(i) != DateWordKind.Season)
            return false;
        var next = i + 1;
        point = WithRelativeYear(new DatePoint { Month = tokens[i].Word.Value, Months = 3, Year = TrailingYear(ref next) }, ref next);
        if (point.Year is null)
            return false;
        i = next;
        return true;
    }

    // "the 20th century", "20th-century", "the 10th and 11th centuries".
    private bool TryCentury(ref int i, out DatePoint point)
    {
        point = default;
        var next = i;
        if (!IsNumber(i, 1, 21) || !TryDay(ref next, out var century) || next == i + 1)
            return false;
        var last = century;
        if (IsLink(next) && next + 1 is var second && IsNumber(second, century + 1, 21))
        {
            TryDay(ref second, out last);
            next = second;
        }

        next = SkipDash(next);
        if (Kind(next) != DateWordKind.Century)
            return false;
        point = new DatePoint { Year = ((century - 1) * 100) + 1, Years = (last - century + 1) * 100 };
        i = next + 1;
        return true;
    }

    // "the nineties", "the early nineties", and not "in his seventies".
    private bool TryTens(ref int i, out DatePoint point)
    {
        point = default;
        if (Kind(i) != DateWordKind.Tens || Kind(i - 1) is not (DateWordKind.The or DateWordKind.Early or DateWordKind.Mid or DateWordKind.Late))
            return false;
        point = new DatePoint { Year = tokens[i].Word.Value, Years = 10 };
        i++;
        return true;
    }

    // 2020, the 1990s, '90s.
    private bool TryYear(ref int i, out DatePoint point)
    {
        point = default;
        if (!IsNumber(i, 10, 2099))
            return false;
        var number = tokens[i].Number;
        var plural = i + 1 < tokens.Count && Adjoins(i + 1) && tokens[i + 1].Length == 1 && text[tokens[i + 1].Start] == 's';
        if (plural && number % 10 == 0 && (tokens[i].Length == 4 || (number < 100 && i > 0 && (Kind(i - 1) == DateWordKind.The || IsApostrophe(i - 1)))))
        {
            point = new DatePoint { Year = tokens[i].Length == 4 ? number : 1900 + number, Years = 10 };
            i += 2;
            return true;
        }

        if (tokens[i].Length != 4 || number < 1000 || plural || !StandsAsYear(i))
            return false;
        point = new DatePoint { Year = number };
        i++;
        return true;
    }

    private bool IsApostrophe(int i) => IsSymbol(i, '\'') || IsSymbol(i, '’') || IsSymbol(i, '‘');

    private bool StandsAsYear(int i)
    {
        if (IsCounted(i + 1) || (i + 1 < tokens.Count && Adjoins(i + 1) && tokens[i + 1].Kind == DateTokenKind.Word))
            return false;
        if (i > 0 && (IsSymbol(i - 1, '$') || IsSymbol(i - 1, '€') || IsSymbol(i - 1, '£') || IsSymbol(i - 1, '#')))
            return false;
        if (Adjoins(i) && Adjoins(i - 1) && tokens[i - 1].Kind == DateTokenKind.Symbol && tokens[i - 2].Kind == DateTokenKind.Number
            && text[tokens[i - 1].Start] is '.' or '/' or ':')
            return false;
        // Before 1900 a bare number is more often an amount.
        return tokens[i].Number >= 1900 || Kind(i - 1) is DateWordKind.In or DateWordKind.Since or DateWordKind.Until or DateWordKind.From or DateWordKind.Between
            or DateWordKind.And or DateWordKind.To or DateWordKind.Of or DateWordKind.Before or DateWordKind.After or DateWordKind.Preposition or DateWordKind.Early or DateWordKind.Late;
    }

    // "Tuesday", "Tuesday evening", "last Friday".
    private bool TryWeekday(ref int i, out DatePoint point)
    {
        point = default;
        var next = i;
        var strictly = Kind(next) == DateWordKind.Last;
        if (strictly || Kind(next) == DateWordKind.This)
            next++;
        if (Kind(next) != DateWordKind.Weekday)
            return false;
        var day = _relative.Weekday((DayOfWeek)tokens[next].Word.Value, strictly);
        next++;
        if (Kind(next) == DateWordKind.DayPart)
            next++;
        if (day is null)
            return false;
        point = new DatePoint { Resolved = day };
        i = next;
        return true;
    }

    private bool TryRelative(ref int i, out DatePoint point)
    {
        point = default;
        var next = i;
        if (ReadRelative(ref next) is not { } range)
            return false;
        point = new DatePoint { Resolved = range };
        i = next;
        return true;
    }

    private DateRange? ReadRelative(ref int i)
    {
        switch (Kind(i))
        {
            case DateWordKind.Today:
                i++;
                return _relative.DaysFromNow(0);
            case DateWordKind.Yesterday:
                i += Kind(i + 1) == DateWordKind.DayPart ? 2 : 1;
                return _relative.DaysFromNow(-1);
            case DateWordKind.Tomorrow:
                i++;
                return _relative.DaysFromNow(1);
            case DateWordKind.Weekend when Kind(i - 1) is DateWordKind.The:
                i++;
                return _relative.Weekend();
            case DateWordKind.Last or DateWordKind.This or DateWordKind.Next:
                return ReadShifted(ref i);
            case DateWordKind.Count:
                return ReadAgo(ref i, tokens[i].Word.Value);
            default:
                return IsNumber(i, 1, 366) ? ReadAgo(ref i, tokens[i].Number) : null;
        }
    }

    // "last year", "this month", "next week", "last night", "this morning", "last weekend", "last autumn", "last September", "the last three days".
    private DateRange? ReadShifted(ref int i)
    {
        var shift = Kind(i) switch { DateWordKind.Last => -1, DateWordKind.This => 0, _ => 1 };
        var word = i + 1;
        i += 2;
        switch (Kind(word))
        {
            case DateWordKind.Unit:
                return _relative.Shifted((DateUnit)tokens[word].Word.Value, shift);
            case DateWordKind.DayPart:
                return shift > 0 ? null : _relative.DaysFromNow(shift);
            case DateWordKind.Weekend:
                return shift > 0 ? null : _relative.Weekend();
            case DateWordKind.Season:
                return _relative.Months(tokens[word].Word.Value, 3, shift);
            case DateWordKind.Month:
                return _relative.Months(tokens[word].Word.Value, 1, shift);
            case DateWordKind.Count or DateWordKind.None when shift < 0 && Kind(word + 1) == DateWordKind.Unit:
                var count = Kind(word) == DateWordKind.Count ? tokens[word].Word.Value : IsNumber(word, 1, 366) ? tokens[word].Number : 0;
                i++;
                return count == 0 ? null : _relative.Past((DateUnit)tokens[word + 1].Word.Value, count);
            default:
                return null;
        }
    }

    // "two days ago"; longer than years ago is too vague.
    private DateRange? ReadAgo(ref int i, int count)
    {
        if (Kind(i + 1) != DateWordKind.Unit || Kind(i + 2) != DateWordKind.Ago)
            return null;
        var unit = (DateUnit)tokens[i + 1].Word.Value;
        i += 3;
        return _relative.Ago(unit, count);
    }
}
