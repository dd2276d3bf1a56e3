namespace ConflictBot.Channels.Tests.Web;

/// <summary>A folder as the build leaves it, with something small in the control's place: what is served is tested, not what it does.</summary>
internal sealed class WebChatFolder : IDisposable
{
    public const string Script = "webchat.0123456789abcdef.js";

    public WebChatFolder()
    {
        Directory.CreateDirectory(Path);
        Write(Script, "plain");
        Write(Script + ".br", "brotli");
        Write(Script + ".gz", "gzip");
        Write("LICENSE.txt", "notices");
    }

    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void Write(string name, string text) => File.WriteAllText(System.IO.Path.Combine(Path, name), text);
}
