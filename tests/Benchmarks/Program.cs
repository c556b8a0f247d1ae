using BenchmarkDotNet.Running;
using Restaurant.Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- --filter '*'
BenchmarkSwitcher.FromAssembly(typeof(UnderstandingBenchmark).Assembly).Run(args);
