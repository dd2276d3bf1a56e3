using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus.Memory;
using ConflictBot.TestSupport.Retrieval;

namespace ConflictBot.Corpus.Tests.Memory;

public sealed class MemoryPassageIndexContractTests : PassageIndexContract
{
    protected override string EngineName => "memory";

    protected override Task<IPassageIndex> CreateIndexAsync() => Task.FromResult<IPassageIndex>(new MemoryPassageIndex());
}
