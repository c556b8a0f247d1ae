using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Restaurant.Infrastructure;
using Restaurant.JobNode;
using Restaurant.Pipeline;
using Restaurant.Pipeline.Jobs;

// A node in a process of its own, for tests that kill one: the product's worker and schedules on the database that is named first.
var builder = Host.CreateApplicationBuilder();
builder.Configuration["ConnectionStrings:Restaurant"] = args[0];
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddInfrastructure(builder.Configuration);
builder.Services.AddPipeline(builder.Configuration);
builder.Services.AddSingleton(new Ticks(args[0]));
builder.Services.AddJob<Tick>().AddJob<LongTick>().AddJobWorker(builder.Configuration);
await builder.Build().RunAsync();
