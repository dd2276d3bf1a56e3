using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ConflictBot.Feedback;

/// <summary>
/// Names users without knowing them: HMAC-SHA256 (RFC 2104) under a random key that stays in one file. Without that file nobody can
/// check a guess; with it a user's lines can be found again to delete them.
/// </summary>
internal sealed class UserHashes
{
    /// <summary>The key's file, in the feedback folder.</summary>
    public const string FileName = "salt";

    private const int KeyLength = 32;

    private readonly byte[] _key;

    private UserHashes(byte[] key) => _key = key;

    /// <summary>Reads the key, or makes one. The caller holds the folder's lock.</summary>
    /// <exception cref="IOException">It can't be read or written, or is no key: another in its place would orphan every line there is.</exception>
    public static UserHashes Open(string folder)
    {
        var path = Path.Combine(folder, FileName);
        if (!File.Exists(path))
            Create(path);
        var key = File.ReadAllBytes(path);
        if (key.Length != KeyLength)
            throw new IOException($"{path} is damaged: it must hold {KeyLength} bytes. Restore it from a backup, or delete it and with it the link between users and their lines.");
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) is var mode && (mode & ~FeedbackFolder.OwnerOnly) != UnixFileMode.None)
            File.SetUnixFileMode(path, FeedbackFolder.OwnerOnly);
        return new UserHashes(key);
    }

    /// <summary>43 letters, digits, <c>-</c> and <c>_</c>. One id on two channels is two users: the channels must not be linked.</summary>
    public string Of(string channel, string user)
    {
        using var hmac = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        hmac.AppendData(Encoding.UTF8.GetBytes(channel));
        hmac.AppendData([0]);
        hmac.AppendData(Encoding.UTF8.GetBytes(user));
        return Base64Url.EncodeToString(hmac.GetHashAndReset());
    }

    // Beside its place first: a crash must not leave a short key.
    private static void Create(string path)
    {
        var beside = path + ".part";
        File.Delete(beside);
        using (var file = FeedbackFolder.OpenOwned(beside, FileMode.CreateNew, FileShare.None))
        {
            file.Write(RandomNumberGenerator.GetBytes(KeyLength));
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path);
    }
}
