using BenchmarkDotNet.Running;
using ConflictBot.Benchmarks.Answering;
using ConflictBot.Benchmarks.Conversations;
using ConflictBot.Benchmarks.Http;
using ConflictBot.Benchmarks.Searching;

if (args is ["search", .. var rest])
    return SearchMeasurement.Run(rest);
if (args is ["answers", .. var questions])
    return await AnswerMeasurement.RunAsync(questions);
if (args is ["http", .. var http])
    return await HttpMeasurement.RunAsync(http);
if (args is ["conversations", .. var numbers])
    return await ConversationMeasurement.RunAsync(numbers);
if (args is [BareEndpoint.Verb])
    return await BareEndpoint.RunAsync();
BenchmarkSwitcher.FromAssembly(typeof(HttpMeasurement).Assembly).Run(args);
return 0;
