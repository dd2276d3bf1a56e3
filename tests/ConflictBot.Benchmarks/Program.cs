using BenchmarkDotNet.Running;
using ConflictBot.Benchmarks.Searching;

if (args is ["search", .. var rest])
    return SearchMeasurement.Run(rest);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
