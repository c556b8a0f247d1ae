using Restaurant.Web.Commands;

return await RestaurantCommands.Root().Parse(args).InvokeAsync();

/// <summary>The entry point, named so that tests can start the whole program in process.</summary>
public sealed partial class Program;
