using BenchmarkDotNet.Running;
using Restaurant.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/Benchmarks -- stages menu.json messages.jsonl
if (args is ["stages", var menu, var messages])
    StageTimes.Measure(menu, messages);
else
    BenchmarkSwitcher.FromAssembly(typeof(UnderstandingBenchmark).Assembly).Run(args);
