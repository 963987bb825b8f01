using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.UnitTests.Vulkan;

public sealed class ShaderCompilerTests
{
    private const string Main = """
        #version 460
        #include "common/scale.glsl"
        layout(local_size_x = 1) in;
        layout(binding = 0) buffer Output { float value; };
        void main() { value = scale(FACTOR); }
        """;

    private TemporaryFolder folder = null!;

    private string Root => Path.Combine(folder.Path, "shaders");

    private string Cache => Path.Combine(folder.Path, "cache");

    [SetUp]
    public void WriteShaders()
    {
        folder = new();
        Directory.CreateDirectory(Path.Combine(Root, "common"));
        File.WriteAllText(Path.Combine(Root, "main.comp"), Main);
        File.WriteAllText(Path.Combine(Root, "common", "scale.glsl"), "float scale(float x)\n{\n    return 2 * x;\n}\n");
    }

    [TearDown]
    public void RemoveShaders() => folder.Dispose();

    [Test]
    public void ShaderWithIncludesAndDefines_BecomesSpirV()
    {
        CompiledShader shader = new ShaderLibrary(Root, Cache).Get("main.comp", Factor("3"));
        Assert.That(shader.Stage, Is.EqualTo(ShaderStage.Compute));
        Assert.That(shader.SpirV.Span[..4].ToArray(), Is.EqualTo(new byte[] { 0x03, 0x02, 0x23, 0x07 }));
        Assert.That(shader.Sha256, Does.Match("^[0-9a-f]{64}$"));
    }

    [Test]
    public void ErrorInAnInclude_NamesItsFileAndLine()
    {
        File.WriteAllText(Path.Combine(Root, "common", "scale.glsl"), "float scale(float x)\n{\n    return y;\n}\n");
        ShaderError error = ErrorsOf("main.comp")[0];
        Assert.That((error.File, error.Line), Is.EqualTo(("common/scale.glsl", 3)));
        Assert.That(error.Message, Does.Contain("'y'"));
    }

    [Test]
    public void ErrorAfterAnInclude_NamesTheMainFileAndLine()
    {
        ShaderError error = ErrorsOf("main.comp", defines: null)[0];
        Assert.That((error.File, error.Line), Is.EqualTo(("main.comp", 5)));
        Assert.That(error.ToString(), Does.StartWith("main.comp:5: ").And.Contain("FACTOR"));
    }

    [Test]
    public void MissingInclude_NamesTheLineThatWantsIt()
    {
        File.Delete(Path.Combine(Root, "common", "scale.glsl"));
        ShaderError error = ErrorsOf("main.comp")[0];
        Assert.That((error.File, error.Line), Is.EqualTo(("main.comp", 2)));
        Assert.That(error.Message, Does.Contain("common/scale.glsl"));
    }

    [Test]
    public void MissingShader_NamesTheRoot() =>
        Assert.That(() => new ShaderLibrary(Root, Cache).Get("absent.frag"), Throws.TypeOf<ShaderCompilationException>().With.Message.Contains(Root));

    [Test]
    public void GeneratedText_IncludesFilesFromMemoryAndFromTheRoot()
    {
        var source = new ShaderSource
        {
            Name = "fused.comp",
            Stage = ShaderStage.Compute,
            Text = Main.Replace("scale(FACTOR)", "scale(offset())", StringComparison.Ordinal).Replace("layout(local", "#include \"stage.glsl\"\nlayout(local", StringComparison.Ordinal),
            Files = new Dictionary<string, string>(StringComparer.Ordinal) { ["stage.glsl"] = "float offset() { return 1; }" },
        };
        Assert.That(new ShaderLibrary(Root, Cache).Compile(source).SpirV.Length, Is.Positive);
    }

    [Test]
    public void SecondCompilation_NeedsNoCompiler()
    {
        CompiledShader first = new ShaderLibrary(Root, Cache).Get("main.comp", Factor("3"));
        CompiledShader second = WithoutCompiler(() => new ShaderLibrary(Root, Cache).Get("main.comp", Factor("3")));
        Assert.That(second.Sha256, Is.EqualTo(first.Sha256));
    }

    [Test]
    public void What_Is_Compiled_Together_Is_What_Each_Compiles_To_Alone()
    {
        string[] factors = ["3", "4", "5"];
        string[] alone = [.. factors.Select(factor => new ShaderLibrary(Root, Path.Combine(folder.Path, "alone")).Get("main.comp", Factor(factor)).Sha256)];
        Prepared("3").Compiler.Prepare(factors.SelectMany(Together));
        string[] together = [.. factors.Select(factor => WithoutCompiler(() => new ShaderLibrary(Root, Cache).Get("main.comp", Factor(factor))).Sha256)];
        Assert.That(together, Is.EqualTo(alone).And.Unique);
    }

    [Test]
    public void A_Wrong_Shader_Does_Not_Keep_Others_From_Being_Compiled_And_Is_Named_When_Asked_For()
    {
        ShaderSource wrong = ShaderSource.File("main.comp", Factor("1.0")) with { Text = Main.Replace("scale(FACTOR)", "absent(1)", StringComparison.Ordinal) };
        var library = new ShaderLibrary(Root, Cache);
        library.Compiler.Prepare([wrong, .. Together("1.0")]);
        Assert.That(WithoutCompiler(() => new ShaderLibrary(Root, Cache).Get("main.comp", Factor("1.0"))).SpirV.Length, Is.Positive);
        Assert.That(() => library.Compile(wrong), Throws.TypeOf<ShaderCompilationException>().With.Message.Contains("absent"));
    }

    [Test]
    public void Without_A_Folder_To_Keep_Them_They_Are_Kept_In_Memory()
    {
        File.WriteAllText(Path.Combine(folder.Path, "file"), "");
        var library = new ShaderLibrary(Root, Path.Combine(folder.Path, "file"));
        library.Compiler.Prepare(Together("3"));
        Assert.That(WithoutCompiler(() => library.Get("main.comp", Factor("3"))).SpirV.Length, Is.Positive);
        Assert.That(library.Compiler.CacheWriteFailure, Is.Not.Null);
    }

    [Test]
    public void Together_Without_A_Compiler_Names_The_Package() =>
        Assert.That(() => WithoutCompiler(() => Prepared("3")), Throws.TypeOf<VulkanException>().With.Message.Contains("package glslc"));

    [Test]
    public void ShippedCache_ServesWhereNothingCanBeWrittenOrCompiled()
    {
        CompiledShader first = new ShaderLibrary(Root, Cache).Get("main.comp", Factor("3"));
        string absent = Path.Combine(folder.Path, "absent");
        CompiledShader shipped = WithoutCompiler(() => new ShaderLibrary(Root, absent, shippedCacheDirectory: Cache).Get("main.comp", Factor("3")));
        Assert.That(shipped.Sha256, Is.EqualTo(first.Sha256));
        Assert.That(Directory.Exists(absent), Is.False);
    }

    [Test]
    public void NoCompilerAndNoCache_NamesThePackage() =>
        Assert.That(
            () => WithoutCompiler(() => new ShaderLibrary(Root, Cache).Get("main.comp", Factor("3"))),
            Throws.TypeOf<VulkanException>().With.Message.Contains("package glslc"));

    [Test]
    public void DamagedCacheFile_IsCompiledAndWrittenAgain()
    {
        string expected = new ShaderLibrary(Root, Cache).Get("main.comp", Factor("3")).Sha256;
        string file = Directory.GetFiles(Cache).Single();
        byte[] bytes = File.ReadAllBytes(file);
        bytes[^5] ^= 0x40;
        File.WriteAllBytes(file, bytes);

        Assert.That(new ShaderLibrary(Root, Cache).Get("main.comp", Factor("3")).Sha256, Is.EqualTo(expected));
        Assert.That(WithoutCompiler(() => new ShaderLibrary(Root, Cache).Get("main.comp", Factor("3"))).Sha256, Is.EqualTo(expected));
    }

    [TestCase(4)]
    [TestCase(40)]
    [TestCase(100)]
    public void ModuleThatBreaksOff_CountsAsAbsent_ThoughItsDigestFits(int missing)
    {
        string expected = new ShaderLibrary(Root, Cache).Get("main.comp", Factor("3")).Sha256, file = Directory.GetFiles(Cache).Single();
        byte[] bytes = File.ReadAllBytes(file), part = bytes[40..^missing];
        File.WriteAllBytes(file, [.. bytes[..8], .. System.Security.Cryptography.SHA256.HashData(part), .. part]);

        Assert.That(new ShaderLibrary(Root, Cache).Get("main.comp", Factor("3")).Sha256, Is.EqualTo(expected));
    }

    [Test]
    public void UnreadableCacheFile_IsReplaced()
    {
        string expected = new ShaderLibrary(Root, Cache).Get("main.comp", Factor("3")).Sha256, file = Directory.GetFiles(Cache).Single();
        File.Delete(file);
        File.CreateSymbolicLink(file, "/proc/self/mem");

        Assert.That(new ShaderLibrary(Root, Cache).Get("main.comp", Factor("3")).Sha256, Is.EqualTo(expected));
    }

    [Test]
    public void Digest_ChangesWithEverythingThatGoesIn()
    {
        var compiler = new ShaderCompiler(new() { IncludeRoots = [Root], CacheDirectory = Cache });
        ShaderSource source = ShaderSource.File("main.comp", Factor("3"));
        var digests = new HashSet<string>(StringComparer.Ordinal)
        {
            compiler.SourceDigest(source),
            compiler.SourceDigest(source with { Defines = Factor("4") }),
            compiler.SourceDigest(source with { Stage = ShaderStage.Fragment }),
            compiler.SourceDigest(source with { Text = Main + "\n" }),
        };
        File.AppendAllText(Path.Combine(Root, "common", "scale.glsl"), "// changed\n");
        digests.Add(compiler.SourceDigest(source));
        Assert.That(digests, Has.Count.EqualTo(5));
    }

    [Test]
    public void Digests_NameEveryCompiledShader()
    {
        var library = new ShaderLibrary(Root, Cache);
        string digest = library.Get("main.comp", Factor("3")).Sha256;
        Assert.That(library.Digests, Is.EqualTo(new Dictionary<string, string>(StringComparer.Ordinal) { ["main.comp FACTOR=3"] = digest }));
    }

    [Test]
    public void UnknownExtension_IsRefused() =>
        Assert.That(() => ShaderSource.File("a.glsl"), Throws.ArgumentException.With.Message.Contains(".vert, .frag or .comp"));

    private IReadOnlyList<ShaderError> ErrorsOf(string path) => ErrorsOf(path, Factor("3"));

    private IReadOnlyList<ShaderError> ErrorsOf(string path, Dictionary<string, string>? defines) =>
        Assert.Throws<ShaderCompilationException>(() => new ShaderLibrary(Root, Cache).Get(path, defines))!.Errors;

    // Two shaders of the same definitions, for one run of the compiler.
    private static IEnumerable<ShaderSource> Together(string factor) =>
        [ShaderSource.File("main.comp", Factor(factor)), ShaderSource.File("other.comp", Factor(factor)) with { Text = Main + "\n" }];

    private ShaderLibrary Prepared(string factor)
    {
        var library = new ShaderLibrary(Root, Cache);
        library.Compiler.Prepare(Together(factor));
        return library;
    }

    private static Dictionary<string, string> Factor(string value) => new(StringComparer.Ordinal) { ["FACTOR"] = value };

    private static T WithoutCompiler<T>(Func<T> action)
    {
        string? path = Environment.GetEnvironmentVariable("PATH");
        Environment.SetEnvironmentVariable("PATH", "/nonexistent");
        try
        {
            return action();
        }
        finally
        {
            Environment.SetEnvironmentVariable("PATH", path);
        }
    }
}
