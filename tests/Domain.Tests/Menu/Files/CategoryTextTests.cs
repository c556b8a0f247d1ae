using Restaurant.Domain.Menu.Files;

namespace Restaurant.Domain.Tests.Menu.Files;

public sealed class CategoryTextTests
{
    [Theory]
    [InlineData("Sunny", "Vegan Burgers. A patty of lentils.", "Vegan Burgers", "main", "A patty of lentils.")]
    [InlineData("Sunny", "Sides: Crisp and salty.", "Sides", "side", "Crisp and salty.")]
    [InlineData("Sunny", "Fish & Seafood Specials. Cod of the day.", "Fish & Seafood Specials", "", "Cod of the day.")]
    [InlineData("Sunny Burger", "Crisp and salty. With dip.", "Burgers", "main", "Crisp and salty. With dip.")]
    [InlineData("Sunny", "A plant-based patty made from beans, on a bun.", "Burgers", "main", "A plant-based patty made from beans, on a bun.")]
    [InlineData("Sunny", "A cold drink of lemons. Served all day.", "Drinks", "drink", "A cold drink of lemons. Served all day.")]
    [InlineData("Sunny", "Delicious. You will see.", "Other", "", "Delicious. You will see.")]
    [InlineData("Sunny", "", "Other", "", "")]
    public void The_first_sentence_says_where_a_dish_belongs(string name, string description, string category, string kind, string rest) =>
        CategoryText.Read(name, description).ShouldBe((category, kind, rest));
}
