using Restaurant.Pipeline.Jobs;

namespace Restaurant.Pipeline.Tests.Jobs;

public sealed class StoredTextTests
{
    [Theory]
    [InlineData("soup 🍲", 20, "soup 🍲")]
    [InlineData("soup", 4, "soup")]
    [InlineData("soups", 4, "sou…")]
    [InlineData("a\0b", 20, "a\uFFFDb")]
    public void What_no_database_stores_is_replaced(string text, int most, string stored) => StoredText.Of(text, most).ShouldBe(stored);

    // Not as data of the theory: an attribute cannot hold half a character.
    [Fact]
    public void Half_a_character_is_replaced_wherever_it_comes_from()
    {
        StoredText.Of("ab🍲cd", 4).ShouldBe("ab\uFFFD…");
        StoredText.Of("\uD83C!", 20).ShouldBe("\uFFFD!");
        StoredText.Of("!\uDF72", 20).ShouldBe("!\uFFFD");
    }
}
