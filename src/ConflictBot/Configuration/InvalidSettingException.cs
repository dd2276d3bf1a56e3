namespace ConflictBot.Configuration;

/// <summary>A setting is wrong in a way that only its use shows. The message names it, and what is allowed.</summary>
internal sealed class InvalidSettingException : Exception
{
    public InvalidSettingException(string message)
        : base(message)
    {
    }

    public InvalidSettingException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
