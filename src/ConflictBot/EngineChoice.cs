using ConflictBot.Configuration;
using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus.Memory;

namespace ConflictBot;

/// <summary>Which engine a build has, and which of them a setting means.</summary>
internal static class EngineChoice
{
    /// <summary>The engine that would be used, by name, and the other's absence where it is absent.</summary>
    public static string Describe(IndexOptions options) => "memory";

    public static IPassageIndex Create(IndexOptions options) => new MemoryPassageIndex();
}
