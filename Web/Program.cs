using Restaurant.Pipeline.Footprint;
using Restaurant.Web.Commands;

NativeMemory.KeepLittle();
var arguments = RestaurantCommands.Root().Parse(args);
var result = await arguments.InvokeAsync();

// 2 is for a command that was not understood; each command says what its other codes mean.
return arguments.Errors.Count > 0 ? 2 : result;

/// <summary>The entry point, named so that tests can start the whole program in process.</summary>
public sealed partial class Program;
