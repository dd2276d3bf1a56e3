using BenchmarkDotNet.Running;
using ConflictBot.Benchmarks.Answering;
using ConflictBot.Benchmarks.Searching;

if (args is ["search", .. var rest])
    return SearchMeasurement.Run(rest);
if (args is ["answers", .. var questions])
    return await AnswerMeasurement.RunAsync(questions);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
