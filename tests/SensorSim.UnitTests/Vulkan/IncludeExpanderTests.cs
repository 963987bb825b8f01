using SensorSim.Vulkan.Shaders;

namespace SensorSim.UnitTests.Vulkan;

public sealed class IncludeExpanderTests
{
    [Test]
    public void Include_IsReplacedByItsTextBetweenLineDirectives()
    {
        string expanded = Expand("#version 460\n#include \"a.glsl\"\nvoid main() { }", ("a.glsl", "float a;"));
        Assert.That(expanded, Is.EqualTo("""
            #version 460
            #extension GL_GOOGLE_cpp_style_line_directive : enable
            #line 2 "main.comp"
            #line 1 "a.glsl"
            float a;
            #line 3 "main.comp"
            void main() { }

            """));
    }

    [Test]
    public void QuotedName_IsSoughtBesideTheIncludingFileFirst()
    {
        string expanded = Expand("#include \"lib/outer.glsl\"", ("lib/outer.glsl", "#include \"inner.glsl\""), ("lib/inner.glsl", "// near"), ("inner.glsl", "// far"));
        Assert.That(expanded, Does.Contain("// near").And.Not.Contain("// far"));
    }

    [Test]
    public void AngledName_IsSoughtFromTheRoots()
    {
        string expanded = Expand("#include \"lib/outer.glsl\"", ("lib/outer.glsl", "#include <inner.glsl>"), ("lib/inner.glsl", "// near"), ("inner.glsl", "// far"));
        Assert.That(expanded, Does.Contain("// far").And.Not.Contain("// near"));
    }

    [Test]
    public void FilesThatIncludeEachOther_End() =>
        Assert.That(Expand("#include \"a.glsl\"", ("a.glsl", "// a\n#include \"b.glsl\""), ("b.glsl", "// b\n#include \"a.glsl\"")), Does.Contain("// b"));

    [Test]
    public void CommentedInclude_IsLeftAlone()
    {
        string expanded = Expand("/*\n#include \"a.glsl\"\n*/\n// #include \"a.glsl\"\n", ("a.glsl", "float a;"));
        Assert.That(expanded, Does.Not.Contain("float a;").And.Not.Contain("#error"));
    }

    [TestCase("../secret.glsl")]
    [TestCase("/etc/passwd")]
    [TestCase("sub/../../secret.glsl")]
    [TestCase("C:/secret.glsl")]
    [TestCase("..\\secret.glsl")]
    public void NameThatLeavesTheRoot_IsNotFound(string name)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "secret.glsl"), "// secret");
        string root = Directory.CreateDirectory(Path.Combine(folder.Path, "root")).FullName;
        string expanded = IncludeExpander.Expand(new([root], new() { Name = "main.comp", Stage = ShaderStage.Compute, Text = $"#include \"{name}\"" })).Text;
        Assert.That(expanded, Does.Contain("#error").And.Not.Contain("// secret"));
    }

    [TestCase("a", "b.glsl", "a/b.glsl")]
    [TestCase("a/c", "../b.glsl", "a/b.glsl")]
    [TestCase("", "./b.glsl", "b.glsl")]
    [TestCase("a", "../../b.glsl", null)]
    [TestCase("a", "", null)]
    public void VirtualPath_IsNormalised(string directory, string name, string? expected) =>
        Assert.That(VirtualPath.Combine(directory, name), Is.EqualTo(expected));

    private static string Expand(string main, params (string Path, string Text)[] files) =>
        IncludeExpander.Expand(new([], new()
        {
            Name = "main.comp",
            Stage = ShaderStage.Compute,
            Text = main,
            Files = files.ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal),
        })).Text;
}
