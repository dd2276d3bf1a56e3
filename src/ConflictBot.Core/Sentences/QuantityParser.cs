using System.Globalization;
using ConflictBot.Core.Articles;
using ConflictBot.Core.Language;

namespace ConflictBot.Core.Sentences;

/// <summary>Finds numbers written in digits or words.</summary>
public static class QuantityParser
{
    private static readonly Dictionary<string, double> Scales = new(StringComparer.Ordinal)
    {
        ["dozen"] = 12, ["hundred"] = 100, ["thousand"] = 1e3, ["million"] = 1e6, ["billion"] = 1e9, ["trillion"] = 1e12,
    };

    private static readonly HashSet<string> Vague = new(StringComparer.Ordinal)
    {
        "dozens", "scores", "hundreds", "thousands", "millions", "billions", "several", "many", "few",
    };

    /// <summary>The numbers of a text, in order. Numbers inside one of <paramref name="dates"/> are dates and left out.</summary>
    public static List<Quantity> Parse(string text, IReadOnlyList<Token> tokens, IReadOnlyList<TextSpan> dates)
    {
        var found = new List<Quantity>();
        for (var i = 0; i < tokens.Count; i++)
        {
            if (dates.Any(d => d.Contains(tokens[i].Start)))
                continue;
            if (Vague.Contains(tokens[i].Text))
            {
                found.Add(new Quantity(new TextSpan(tokens[i].Start, tokens[i].End), i + 1, 0, double.MaxValue, IsVague: true));
                continue;
            }

            var next = i;
            if (!TryRead(tokens, ref next, out var low) || IsTimeOfDay(tokens, next))
                continue;
            var high = low;
            if (TryReadUpperEnd(text, tokens, next, low, out var end, out var upper, out var scaledLow))
                (next, high, low) = (end, upper, scaledLow);
            found.Add(new Quantity(new TextSpan(tokens[i].Start, tokens[next - 1].End), next, low, high, IsVague: false));
            i = next - 1;
        }

        return found;
    }

    private static bool IsTimeOfDay(IReadOnlyList<Token> tokens, int next) =>
        next < tokens.Count && tokens[next].Text is "am" or "pm" or "a.m" or "p.m" or "a.m." or "p.m." or "o'clock" or "o’clock" or "local" or "gmt";

    /// <summary>"30 to 50 thousand", "between 20 and 30": the upper end, its scale shared with a lower end that has none.</summary>
    private static bool TryReadUpperEnd(string text, IReadOnlyList<Token> tokens, int at, double low, out int end, out double high, out double scaledLow)
    {
        (end, high, scaledLow) = (at, low, low);
        if (at >= tokens.Count)
            return false;
        var dash = text[tokens[at - 1].End..tokens[at].Start] is "-" or "–" or "—";
        var isRange = dash || tokens[at].Text is "to";
        var next = dash ? at : at + 1;
        if (!isRange || !TryRead(tokens, ref next, out high) || high <= low)
            return false;
        var scale = Scales.GetValueOrDefault(tokens[next - 1].Text, 1);
        scaledLow = low < scale ? low * scale : low;
        end = next;
        return true;
    }

    private static bool TryRead(IReadOnlyList<Token> tokens, ref int at, out double value)
    {
        value = 0;
        if (at >= tokens.Count)
            return false;
        var next = at;
        if (TryReadDigits(tokens[next].Text, out value))
            next++;
        else if (!TryReadWords(tokens, ref next, out value))
            return false;
        while (next < tokens.Count && Scales.TryGetValue(tokens[next].Text, out var scale))
        {
            value *= scale;
            next++;
        }

        at = next;
        return true;
    }

    private static bool TryReadWords(IReadOnlyList<Token> tokens, ref int at, out double value)
    {
        value = 0;
        var first = tokens[at].Text;
        if (first is "a" or "an" && at + 1 < tokens.Count && Scales.ContainsKey(tokens[at + 1].Text))
        {
            value = 1;
            at++;
            return true;
        }

        if (!NumberWords.TryGet(first, out value))
            return false;
        at++;
        if (value >= 20 && at < tokens.Count && NumberWords.TryGet(tokens[at].Text, out var ones) && ones < 10)
        {
            value += ones;
            at++;
        }

        return true;
    }

    private static bool TryReadDigits(string word, out double value) =>
        double.TryParse(word, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out value);
}
