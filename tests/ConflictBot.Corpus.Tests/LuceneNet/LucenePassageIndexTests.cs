using ConflictBot.Core.Retrieval;
using ConflictBot.Corpus.LuceneNet;
using ConflictBot.TestSupport.Retrieval;
using Microsoft.Extensions.Logging.Abstractions;

namespace ConflictBot.Corpus.Tests.LuceneNet;

public sealed class LucenePassageIndexTests : PassageIndexContract
{
    protected override string EngineName => "lucene";

    protected override Task<IPassageIndex> CreateIndexAsync() => Task.FromResult<IPassageIndex>(LucenePassageIndex.InMemory());
}

public sealed class LucenePassageIndexInAFolderTests : PassageIndexContract
{
    private readonly TemporaryFolder _folder = new();

    protected override string EngineName => "lucene";

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        _folder.Dispose();
    }

    protected override Task<IPassageIndex> CreateIndexAsync() =>
        Task.FromResult<IPassageIndex>(LucenePassageIndex.Open(_folder.Path, NullLogger.Instance));
}
