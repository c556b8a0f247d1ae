using Restaurant.Domain.Menu;

namespace Restaurant.Domain.Understanding;

/// <summary>A menu compiled for reading: immutable, shared by all threads, rebuilt when the menu changes.</summary>
public sealed class MenuIndex
{
    private MenuIndex(RestaurantMenu menu) => Menu = menu;

    public RestaurantMenu Menu { get; }

    public static MenuIndex Compile(RestaurantMenu menu) => new(menu);
}
