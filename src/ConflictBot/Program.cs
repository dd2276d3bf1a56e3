using ConflictBot.Cli;

using var interruption = Interruption.Listen();
return await CommandLine.RunAsync(args, CliStreams.OfProcess(), interruption.Token);
