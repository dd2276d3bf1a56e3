namespace ConflictBot.Cli;

/// <summary>What the process tells the shell. Documented in <c>--help</c>; scripts rely on it.</summary>
internal static class ExitCodes
{
    /// <summary>Done.</summary>
    public const int Ok = 0;

    /// <summary>Nothing could be answered, an input was rejected, or a threshold was missed.</summary>
    public const int Failed = 1;

    /// <summary>The command line can't be understood.</summary>
    public const int Usage = 2;

    /// <summary>A setting is wrong, or the address can't be listened on.</summary>
    public const int Configuration = 3;

    /// <summary>Ctrl-C: 128 + SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;

    public const string Help = """
        Exit codes:
          0    done
          1    nothing could be answered, an input was rejected, or a threshold was missed
          2    the command line can't be understood
          3    a setting is wrong, or the address can't be listened on
          130  interrupted

        Settings:
          appsettings.json beside the executable documents every setting. An environment variable overrides
          it (Index__Engine=memory), and an argument overrides both (--Index:Engine=memory).
        """;
}
