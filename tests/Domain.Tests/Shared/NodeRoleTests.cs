using Restaurant.Domain.Shared;

namespace Restaurant.Domain.Tests.Shared;

public sealed class NodeRoleTests
{
    [Theory]
    [InlineData(null, true, true)]
    [InlineData(" ", true, true)]
    [InlineData("all", true, true)]
    [InlineData("Web", true, false)]
    [InlineData("worker ", false, true)]
    public void A_name_says_what_the_node_does(string? name, bool serves, bool works) =>
        NodeRole.Of(name).ShouldSatisfyAllConditions(role => role.Serves.ShouldBe(serves), role => role.Works.ShouldBe(works));

    [Fact]
    public void An_unknown_name_is_refused_with_those_there_are() =>
        Should.Throw<InvalidOperationException>(() => NodeRole.Of("cook")).Message.ShouldContain("all, web, worker");
}
