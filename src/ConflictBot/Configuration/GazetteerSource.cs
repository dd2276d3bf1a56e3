using ConflictBot.Core.Gazetteers;
using Microsoft.Extensions.Options;

namespace ConflictBot.Configuration;

/// <summary>The gazetteer in force: the one that comes with the bot, and the user's own names.</summary>
internal static class GazetteerSource
{
    private const int MostErrors = 5;

    /// <exception cref="InvalidSettingException">The user's file can't be read.</exception>
    public static Gazetteer Load(IOptions<GazetteerOptions> options)
    {
        if (string.IsNullOrWhiteSpace(options.Value.File))
            return Gazetteer.Default;
        var path = Path.GetFullPath(options.Value.File);
        try
        {
            using var file = new StreamReader(path);
            return Gazetteer.Default.With(file, Path.GetFileName(path)) switch
            {
                GazetteerLoadResult.Loaded loaded => loaded.Gazetteer,
                GazetteerLoadResult.Rejected rejected => throw new InvalidSettingException(
                    $"Gazetteer:File {path} has wrong lines: {string.Join("; ", rejected.Errors.Take(MostErrors))}"),
                _ => throw new InvalidOperationException("A load is loaded or rejected."),
            };
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidSettingException($"Gazetteer:File {path} can't be read: {e.Message}", e);
        }
    }
}
