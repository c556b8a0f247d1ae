using Restaurant.Domain.Menu;
using Restaurant.Domain.Understanding.Compile;

namespace Restaurant.Domain.Understanding;

/// <summary>A menu compiled for reading: immutable, shared by all threads, rebuilt when the menu changes.</summary>
public sealed class MenuIndex
{
    private MenuIndex(RestaurantMenu menu)
    {
        Menu = menu;
        Compiled = MenuCompiler.Compile(menu);
    }

    public RestaurantMenu Menu { get; }

    internal CompiledMenu Compiled { get; }

    public static MenuIndex Compile(RestaurantMenu menu) => new(menu);
}
