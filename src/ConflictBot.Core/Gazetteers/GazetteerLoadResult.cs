using System.Collections.Immutable;

namespace ConflictBot.Core.Gazetteers;

/// <summary>What came of reading names: a gazetteer, or every line that is wrong.</summary>
public abstract record GazetteerLoadResult
{
    private GazetteerLoadResult()
    {
    }

    public sealed record Loaded(Gazetteer Gazetteer) : GazetteerLoadResult;

    /// <param name="Errors">At least one, in order of source and line.</param>
    public sealed record Rejected(ImmutableArray<GazetteerError> Errors) : GazetteerLoadResult;
}

/// <summary>A line of a names file that can't be read.</summary>
/// <param name="Source">The file's name, as told to people.</param>
/// <param name="Line">Counted from 1.</param>
/// <param name="Message">A sentence a person can act on.</param>
public sealed record GazetteerError(string Source, int Line, string Message)
{
    public override string ToString() => $"{Source}, line {Line}: {Message}";
}
