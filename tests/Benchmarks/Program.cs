using BenchmarkDotNet.Running;
using Restaurant.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- --filter '*'
// dotnet run -c Release --project tests/Benchmarks -- stages menu.json messages.jsonl
if (args is ["stages", var menu, var messages])
    StageTimes.Measure(menu, messages);
else
    // In this process: a program of its own for each benchmark is only made where project and program have the same name.
    BenchmarkSwitcher.FromAssembly(typeof(UnderstandingBenchmark).Assembly).Run([.. args, "--inProcess"]);
