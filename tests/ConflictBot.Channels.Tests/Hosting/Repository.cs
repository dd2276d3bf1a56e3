using ConflictBot.TestSupport.Packages;

namespace ConflictBot.Channels.Tests.Hosting;

/// <summary>Where the repository's files stand.</summary>
internal static class Repository
{
    public static string PathTo(params string[] parts) => RepositoryFolder.PathTo(parts);
}
