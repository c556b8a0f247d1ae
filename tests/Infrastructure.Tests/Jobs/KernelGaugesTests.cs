using Restaurant.Infrastructure.Jobs.Gate;
using Restaurant.Testing;

namespace Restaurant.Infrastructure.Tests.Jobs;

/// <summary>The kernel's files as they look on a machine and in a container with limits.</summary>
public sealed class KernelGaugesTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("restaurant-gauges-").FullName;
    private readonly FakeClock clock = new();

    [Fact]
    public void Of_two_looks_the_share_that_was_busy_between_them()
    {
        Write("proc/stat", "cpu  100 0 100 700 100 0 0 0 0 0\ncpu0 1 2 3\n");
        Write("proc/meminfo", "MemTotal:       1000 kB\nMemFree: 1 kB\nMemAvailable:    250 kB\n");
        var meter = new GateMeter(new KernelGauges(root), clock);
        meter.Read().Problem.ShouldNotBeNull("one look tells nothing");

        clock.Advance(TimeSpan.FromSeconds(1));
        Write("proc/stat", "cpu  130 0 130 720 120 0 0 0 0 0\n");
        var reading = meter.Read();

        (reading.Problem, reading.MachineCpu, reading.ContainerCpu, reading.MemoryUsed, reading.Source).ShouldBe((null, 0.6, null, 0.75, "/proc"));
    }

    [Fact]
    public void In_a_container_its_own_limits_count()
    {
        Write("proc/stat", "cpu  100 0 100 700 100 0 0 0 0 0\n");
        Write("proc/meminfo", "MemTotal:       1000000 kB\nMemAvailable:    900000 kB\n");
        Write("sys/fs/cgroup/cpu.max", "200000 100000\n");
        Write("sys/fs/cgroup/cpu.stat", "usage_usec 1000000\nuser_usec 1\n");
        Write("sys/fs/cgroup/memory.max", "1000000\n");
        Write("sys/fs/cgroup/memory.current", "950000\n");
        Write("sys/fs/cgroup/memory.stat", "anon 1\ninactive_file 50000\n");
        var meter = new GateMeter(new KernelGauges(root), clock);
        meter.Read();

        clock.Advance(TimeSpan.FromSeconds(1));
        Write("proc/stat", "cpu  110 0 100 790 100 0 0 0 0 0\n");
        Write("sys/fs/cgroup/cpu.stat", "usage_usec 2800000\nuser_usec 1\n");
        var reading = meter.Read();

        (reading.MachineCpu, reading.ContainerCpu, reading.Cpu, reading.MemoryUsed, reading.Source).ShouldBe((0.1, 0.9, 0.9, 0.9, "/proc and cgroup v2"));
    }

    [Theory]
    [InlineData("proc/stat", "")]
    [InlineData("proc/stat", "cpu  a b c d e f g h\n")]
    [InlineData("proc/meminfo", "MemTotal: 10 kB\n")]
    public void What_cannot_be_read_is_a_problem_and_no_exception(string file, string content)
    {
        Write("proc/stat", "cpu  100 0 100 700 100 0 0 0 0 0\n");
        Write("proc/meminfo", "MemTotal:       1000 kB\nMemAvailable:    250 kB\n");
        var meter = new GateMeter(new KernelGauges(root), clock);
        meter.Read();
        clock.Advance(TimeSpan.FromSeconds(1));
        Write(file, content);

        meter.Read().Problem.ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public void This_machine_can_be_measured()
    {
        var meter = new GateMeter(KernelGauges.Exist() ? new KernelGauges() : new RuntimeGauges(), clock);
        meter.Read();
        clock.Advance(TimeSpan.FromSeconds(1));

        var reading = meter.Read();

        reading.Problem.ShouldBeNull();
        reading.MemoryUsed.ShouldBeInRange(0.001, 1);
        reading.ProcessBytes.ShouldBeGreaterThan(1_000_000);
    }

    public void Dispose() => Directory.Delete(root, recursive: true);

    private void Write(string file, string content)
    {
        var path = Path.Combine(root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
