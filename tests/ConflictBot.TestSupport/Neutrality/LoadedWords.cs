namespace ConflictBot.TestSupport.Neutrality;

/// <summary>Words that take a side, as stems, in the five languages: none of the bot's own texts may hold one.</summary>
public static class LoadedWords
{
    public static IReadOnlyList<string> All { get; } =
    [
        "liberat", "occup", "terror", "aggress", "invad", "separatis", "martyr", "genocid", "regime", "enem",
        "освобо", "оккуп", "террор", "агресс", "захватч", "сепарат", "мучени", "геноцид", "режим", "враг", "враж",
        "kurtar", "işgal", "terör", "saldırgan", "ayrılıkçı", "şehit", "soykırım", "düşman",
        "azad edil", "azad olun", "işğal", "terror", "təcavüz", "separat", "şəhid", "soyqırım", "düşmən",
        "ազատագր", "գրավյալ", "օկուպ", "ահաբեկ", "ագրես", "նահատակ", "ցեղասպան", "թշնամ", "անջատական",
    ];
}
