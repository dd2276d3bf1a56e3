using System.CommandLine;
namespace ConflictBot.Cli;
internal static class IngestCommand { public static Command Create(Invocation invocation) => new("ingest", "x"); }
