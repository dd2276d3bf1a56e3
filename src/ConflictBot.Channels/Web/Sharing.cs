using ConflictBot.Channels.Rendering;
using ConflictBot.Core.Answers;

namespace ConflictBot.Channels.Web;

/// <summary>What a reader takes away from an answer: a link to it, and its quotes as text with their citations.</summary>
internal static class Sharing
{
    /// <summary>The script that copies. Without it, the text is there to be selected.</summary>
    public const string Script = "copy.js";

    /// <summary>Adds the link and, where anything is quoted, the text.</summary>
    /// <returns>Whether anything is quoted, so that the script has something to do.</returns>
    public static bool Add(Html main, string question, Answer answer, Uri site)
    {
        if (answer is NoAnswer { Reason: NoAnswerReason.Conversation })
            return false;
        main.Add($"<section class=\"sharing\" aria-label=\"{UiText.ShareAnswer}\">\n<p><a rel=\"bookmark\" href=\"{Permalink.Of(question, site).AbsoluteUri}\">{Wording.In(answer.Language).AnswerLink}</a></p>\n");
        var quotations = Quotation.Of(answer, site);
        if (quotations.Length > 0)
        {
            main.Add($"<details>\n<summary>{UiText.AnswerAsQuotations}</summary>\n<label for=\"quotations\">{UiText.QuotationIntroduction}</label>\n");
            // A text area drops a line break at its beginning, and there is none.
            main.Add($"<textarea id=\"quotations\" readonly rows=\"8\">{quotations}</textarea>\n</details>\n");
        }

        main.Add($"</section>\n");
        var copies = quotations.Length > 0 || answer is NoAnswer { Nearest.IsDefaultOrEmpty: false };
        if (copies)
            AddCopying(main);
        return copies;
    }

    /// <summary>Adds what the script shows when it has copied, and when it may not.</summary>
    public static void AddCopying(Html main)
    {
        main.Add($"<p class=\"toast\" id=\"copied\" role=\"status\" data-done=\"{UiText.Copied}\"></p>\n");
        main.Add($"<dialog class=\"by-hand\" id=\"by-hand\" aria-labelledby=\"by-hand-words\">\n<p id=\"by-hand-words\">{UiText.CopyByHand}</p>\n");
        main.Add($"<textarea readonly rows=\"8\" aria-label=\"{UiText.Quotation}\"></textarea>\n<form method=\"dialog\"><button class=\"link\">{UiText.Close}</button></form>\n</dialog>\n");
    }
}
