namespace SensorSim.UnitTests.Architecture;

/// <summary>docs/decisions/012: a software device compiles a shader anew for every draw where a branch or a loop depends on uniforms alone.</summary>
public class ShaderSourceTests
{
    private const string Block = "layout(push_constant) uniform Range { uint count; bool isFirst; uvec2 size; } range;\n";

    /// <summary>Conditions that are known to cost nothing, as "file: condition", each with its reason. There is none.</summary>
    private static readonly string[] _allowed = [];

    [Test]
    public void No_Shader_Branches_On_Uniforms_Alone()
    {
        ShaderSource[] shaders = [.. Shaders()];
        Assert.That(shaders, Has.Length.GreaterThan(80), "of common/ and passes/");
        var blocks = shaders.SelectMany(shader => shader.Blocks).ToHashSet(StringComparer.Ordinal);
        Assert.That(blocks, Is.SupersetOf(new[] { "push", "view", "views" }));
        Assert.That(shaders.SelectMany(shader => shader.UniformBranches(blocks)).Where(branch => !_allowed.Any(branch.EndsWith)), Is.Empty);
    }

    [TestCase("for (uint i = 0u; i < range.count; i++) { }")]
    [TestCase("for (uint i = 0u; i < min(range.count, 8u); i++) { }")]
    [TestCase("if (range.isFirst) { }")]
    [TestCase("if (range.size.x * MOST > 4u && !range.isFirst) { }")]
    [TestCase("uint count = range.count;\n    while (count > 0u) { }")]
    public void A_Branch_On_Uniforms_Alone_Is_Found(string code)
    {
        Assert.That(BranchesOf(code), Has.Exactly(1).Items);
    }

    [TestCase("uint index = gl_GlobalInvocationID.x;\n    if (index >= range.count) return;")]
    [TestCase("for (uint i = gl_LocalInvocationIndex; i < range.count; i += 64u) { }")]
    [TestCase("uint count = min(range.count, uint(kept.length()));\n    for (uint i = 0u; i < count; i++) { }")]
    [TestCase("if (IS_WANTED) { }")]
    [TestCase("// if (range.isFirst)")]
    public void What_Differs_Between_Invocations_Is_Not(string code)
    {
        Assert.That(BranchesOf(code), Is.Empty);
    }

    [Test]
    public void A_Finding_Names_File_And_Line()
    {
        Assert.That(BranchesOf("if (range.isFirst) { }"), Is.EqualTo(new[] { "passes/a.comp:4: range.isFirst" }));
    }

    private static string[] BranchesOf(string code)
    {
        var shader = new ShaderSource("passes/a.comp", $"{Block}void main()\n{{\n    {code}\n}}\n");
        return [.. shader.UniformBranches(shader.Blocks.ToHashSet(StringComparer.Ordinal))];
    }

    private static IEnumerable<ShaderSource> Shaders() => new[] { "*.glsl", "*.comp", "*.vert", "*.frag" }
        .SelectMany(pattern => Repository.Files("shaders", pattern))
        .Select(path => new ShaderSource(Repository.Relative(path), File.ReadAllText(path)));
}
