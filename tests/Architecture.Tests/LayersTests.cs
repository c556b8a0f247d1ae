using System.Reflection;

namespace Restaurant.Architecture.Tests;

/// <summary>Domain knows nobody, Infrastructure and Pipeline know only Domain, Web knows all.</summary>
public sealed class LayersTests
{
    [Theory]
    [InlineData("Domain")]
    [InlineData("Infrastructure", "Domain")]
    [InlineData("Pipeline", "Domain")]
    [InlineData("Web", "Domain", "Infrastructure", "Pipeline")]
    public void A_layer_references_only_the_layers_it_may(string layer, params string[] allowed)
    {
        var references = Assembly.Load($"Restaurant.{layer}").GetReferencedAssemblies()
            .Select(assembly => assembly.Name!).Where(name => name.StartsWith("Restaurant.", StringComparison.Ordinal))
            .Select(name => name["Restaurant.".Length..]);

        references.Except(allowed).ShouldBeEmpty();
    }

    [Fact]
    public void Domain_references_nothing_but_the_runtime_and_the_model_abstractions()
    {
        var references = Assembly.Load("Restaurant.Domain").GetReferencedAssemblies().Select(assembly => assembly.Name!)
            .Where(name => !name.StartsWith("System", StringComparison.Ordinal) && name is not "netstandard" and not "mscorlib");

        references.Except(["Microsoft.Extensions.AI.Abstractions"]).ShouldBeEmpty();
    }
}
