using Restaurant.Domain.Enquiries;
using Restaurant.Web.Components.Shared;

namespace Restaurant.Web.Tests.Components.Shared;

public sealed class PageAddressTests
{
    [Theory]
    [InlineData("?q=two+pies", "two pies")]
    [InlineData("?q=", null)]
    [InlineData("?q=%20", null)]
    [InlineData("", null)]
    public void A_filter_that_says_nothing_is_none(string question, string? expected) => At(question)["q"].ShouldBe(expected);

    [Theory]
    [InlineData("", 1)]
    [InlineData("?page=3", 3)]
    [InlineData("?page=0", 1)]
    [InlineData("?page=-2", 1)]
    [InlineData("?page=many", 1)]
    [InlineData("?page=2147483647", 1_000_000)]
    public void A_mistyped_page_number_leads_to_a_page_there_may_be(string question, int expected) => At(question).Page.ShouldBe(expected);

    [Theory]
    [InlineData("?status=answered", EnquiryStatus.Answered)]
    [InlineData("?status=77", null)]
    [InlineData("?status=sleepy", null)]
    public void Only_choices_that_exist_are_taken(string question, EnquiryStatus? expected) => At(question).Choice<EnquiryStatus>("status").ShouldBe(expected);

    private static PageAddress At(string question) => new($"http://restaurant.example/enquiries{question}");
}
