using Microsoft.Extensions.Logging.Abstractions;

namespace ConflictBot.Corpus.Tests;

public sealed class PassageIndexEnginesTests
{
    /// <summary>Stands for all tests in LuceneNet/, which are left out of compilation together with the engine.</summary>
    [LuceneFact]
    public async Task The_Lucene_engine_is_built_in_and_keeps_the_promises_of_a_passage_index()
    {
        var index = PassageIndexEngines.OpenLucene(folder: null, NullLogger.Instance);
        using var disposed = index.ShouldBeAssignableTo<IDisposable>();

        var status = await index.GetStatusAsync(CancellationToken.None);

        (status.Engine, status.Articles, status.Passages).ShouldBe(("lucene", 0, 0));
        status.Version.ShouldBe(PassageIndexEngines.LuceneVersion);
        typeof(PassageIndexEnginesTests).Assembly.GetTypes().ShouldContain(t => t.Name == "LucenePassageIndexTests");
    }

    [Fact]
    public void Asking_for_Lucene_where_it_is_not_built_in_says_why()
    {
        if (PassageIndexEngines.LuceneAvailable)
        {
            PassageIndexEngines.LuceneVersion.ShouldNotBeEmpty();
            return;
        }

        Should.Throw<NotSupportedException>(() => PassageIndexEngines.OpenLucene(folder: null, NullLogger.Instance)).Message.ShouldContain(PassageIndexEngines.LuceneAbsent);
        PassageIndexEngines.LuceneVersion.ShouldBeEmpty();
    }
}
