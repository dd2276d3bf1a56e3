namespace ConflictBot.TestSupport.Packages;

/// <summary>Where the repository's files stand.</summary>
public static class RepositoryFolder
{
    private static readonly string Root = FindRoot();

    /// <summary>A path below the repository's root.</summary>
    public static string PathTo(params string[] parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "ConflictBot.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("The tests do not run inside the repository.");
    }
}
