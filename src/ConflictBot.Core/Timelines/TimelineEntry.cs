using ConflictBot.Core.Answers;
using ConflictBot.Core.Articles;

namespace ConflictBot.Core.Timelines;

/// <summary>A dated sentence of the articles.</summary>
/// <param name="Date">The days the sentence's words may mean: one, a month's, a year's, or a part of these. <see cref="Wording.Dates"/> writes them.</param>
/// <param name="IsInferred">True where the words do not give the year themselves ("on Tuesday"), so that it comes from the article's date.</param>
/// <param name="Claim">The sentence, cited, its words for the time emphasised.</param>
public sealed record TimelineEntry(DateRange Date, bool IsInferred, Claim Claim);
