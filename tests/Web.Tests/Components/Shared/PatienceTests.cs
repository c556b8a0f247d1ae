using Microsoft.Extensions.Hosting;
using NSubstitute;
using Restaurant.Domain.Shared;
using Restaurant.Web.Components.Shared;

namespace Restaurant.Web.Tests.Components.Shared;

public sealed class PatienceTests : IDisposable
{
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource gone = new();
    private readonly Patience patience;

    public PatienceTests()
    {
        var program = Substitute.For<IHostApplicationLifetime>();
        program.ApplicationStopping.Returns(stopping.Token);
        patience = new(Substitute.For<IOutages>(), program, TimeProvider.System);
    }

    public void Dispose()
    {
        stopping.Dispose();
        gone.Dispose();
    }

    [Fact]
    public async Task While_the_program_ends_no_page_hears_of_services_that_are_gone()
    {
        await stopping.CancelAsync();

        var reading = patience.ReadAsync(Gone, gone.Token);

        reading.IsCompleted.ShouldBeFalse();
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task While_the_program_ends_nothing_more_is_shown()
    {
        await stopping.CancelAsync();

        var reading = patience.ReadAsync(() => Task.CompletedTask, gone.Token);

        reading.IsCompleted.ShouldBeFalse();
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => reading);
    }

    [Fact]
    public async Task A_fault_of_ours_reaches_its_page() =>
        await Should.ThrowAsync<ObjectDisposedException>(() => patience.ReadAsync(Gone, gone.Token));

    private static Task Gone() => throw new ObjectDisposedException("IServiceProvider");
}
