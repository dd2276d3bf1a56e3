namespace ConflictBot.Corpus.Tests;

/// <summary>A test that is reported as skipped, with the reason, where Lucene.Net is not built in.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LuceneFactAttribute : FactAttribute
{
    public LuceneFactAttribute()
    {
        if (!PassageIndexEngines.LuceneAvailable)
            Skip = PassageIndexEngines.LuceneAbsent;
    }
}
