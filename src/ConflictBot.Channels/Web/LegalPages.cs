using ConflictBot.Channels.Rendering;
using Microsoft.AspNetCore.Http;

namespace ConflictBot.Channels.Web;

/// <summary>What is kept of a visitor, and on what terms the site is used. What these say, the code does: change both together.</summary>
internal sealed class LegalPages(PageLayout layout)
{
    private static readonly (string Heading, string[] Words)[] PrivacyText =
    [
        ("In short",
        [
            "ConflictBot looks for an answer in articles on its own server. Your question is not sent to any other company, and no language model reads it.",
            "The site sets no cookies, has no analytics, and loads nothing from other sites.",
        ]),
        ("What happens to a question",
        [
            "A question is held in memory while it is answered. In a chat, what was said is held in memory so that you can ask a follow-up; it is gone when the chat has been quiet for a while, or when the server restarts.",
            "The server’s log says that a question was answered, and how fast; at its usual level it does not hold the question’s words.",
            "On the page without chat, the question stands in the page’s address. Your browser’s history keeps it, and so may a proxy between you and this server.",
        ]),
        ("What is kept when you give feedback",
        [
            "Only when you press “Helpful” or “Not helpful”: the time, the channel, the question, the quotes that were shown, your choice, and your comment if you write one. Please leave names and other personal details out of a comment.",
            "Instead of who you are, a salted hash is kept: the same user gives the same hash, and the hash does not tell who it is. On this page you have no account, so that there is nothing to tell.",
            "Feedback is deleted after the time the site’s owner has set; the program’s own setting is one year. You can ask the owner to delete yours sooner.",
        ]),
        ("In your browser",
        [
            "The chat keeps the key to its conversation in your tab’s session storage, so that reloading the page does not lose it. It goes when you close the tab.",
        ]),
        ("Addresses",
        [
            "To keep the server usable for all, it counts requests by network address for about a minute, in memory.",
        ]),
        ("Other channels",
        [
            "Where the same bot is used in Microsoft Teams, Slack or another service, your messages pass through that service, whose own privacy terms apply there.",
        ]),
        ("Who is responsible",
        [
            "Whoever runs this server. ConflictBot is a program; its authors receive nothing from it.",
        ]),
    ];

    private static readonly (string Heading, string[] Words)[] TermsText =
    [
        ("What this is",
        [
            "ConflictBot answers in quotes from a fixed set of news articles, and names the article, the outlet and the date of each. It can miss an answer that is there, or choose a quote that does not fit your question: open the article before you rely on a quote.",
            "A quote says what an article says. It is not a statement of this site, nor proof that it is true. Where articles or sides differ, the bot shows them side by side and takes no side.",
            "It has no live news. It is no advice on safety, travel, law or anything else.",
        ]),
        ("Quoting",
        [
            "The articles belong to their authors and publishers. The bot quotes short passages from them with their source; if you use a quote elsewhere, name its source too.",
        ]),
        ("Fair use of the server",
        [
            "Please do not overload it: requests beyond a limit are turned away for a while. Do not try to read other people’s conversations, or to break the service.",
        ]),
        ("No warranty",
        [
            "The service is given as it is, without any promise that it is available, complete or right, as far as the law allows. It may change or end at any time.",
        ]),
        ("Who runs this",
        [
            "Whoever runs this server, which need not be the program’s authors, decides who may use it and answers for it.",
        ]),
    ];

    /// <summary><c>GET /privacy</c>.</summary>
    public IResult Privacy(HttpContext context) => Send(context, UiText.Privacy, PrivacyText);

    /// <summary><c>GET /terms</c>.</summary>
    public IResult Terms(HttpContext context) => Send(context, UiText.Terms, TermsText);

    private IResult Send(HttpContext context, string title, (string Heading, string[] Words)[] text)
    {
        var main = new Html();
        main.Add($"<h1>{title}</h1>\n");
        foreach (var (heading, words) in text)
        {
            main.Add($"<h2>{heading}</h2>\n");
            foreach (var paragraph in words)
                main.Add($"<p>{paragraph}</p>\n");
        }

        SecurityHeaders.Apply(context.Response);
        return Results.Text(layout.Render(UiText.PageTitle(title), main, "reading").ToString(), "text/html; charset=utf-8");
    }
}
