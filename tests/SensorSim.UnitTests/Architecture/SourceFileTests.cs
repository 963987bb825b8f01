namespace SensorSim.UnitTests.Architecture;

/// <summary>How the code reads: one public type per file, named after it, short, and named by a word of the field.</summary>
public class SourceFileTests
{
    private const int MaximumLines = 250;

    private static readonly string[] _emptyWords =
        ["Manager", "Managers", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Engine", "Common", "Core"];

    private const int PassageLines = 10;

    private static IEnumerable<SourceFile> WrittenFiles => In("src", "plugins");

    private static IEnumerable<SourceFile> In(params string[] folders) =>
        folders.SelectMany(folder => Repository.Files(folder, "*.cs"))
            .Select(path => new SourceFile(Repository.Relative(path), File.ReadAllText(path)))
            .Where(file => !file.Path.Contains("/Generated/", StringComparison.Ordinal));

    [Test]
    public void There_Are_Files_To_Look_At()
    {
        Assert.That(WrittenFiles.Count(), Is.GreaterThan(50));
    }

    [Test]
    public void A_File_Holds_At_Most_One_Public_Type()
    {
        Assert.That(WrittenFiles.Where(file => file.PublicTypes.Count > 1), Is.Empty);
    }

    [Test]
    public void A_File_Is_Named_After_Its_Public_Type()
    {
        Assert.That(WrittenFiles.Where(file => file.PublicTypes.Any(type => type != file.Name)), Is.Empty);
    }

    [Test]
    public void A_File_Is_Short()
    {
        Assert.That(WrittenFiles.Where(file => file.LineCount > MaximumLines), Is.Empty);
    }

    [Test]
    public void No_Passage_Is_In_Two_Files()
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] repeated = [.. from file in In("src", "plugins", "tests")
                                from passage in file.Passages(PassageLines)
                                where !places.TryAdd(passage, file.Path) && places[passage] != file.Path
                                select $"{file.Path} and {places[passage]}: {passage}"];

        Assert.That(repeated, Is.Empty);
    }

    [Test]
    public void Passages_Are_Lines_That_Say_Something() => Assert.That(
        new SourceFile("A.cs", "using System;\n\nnamespace A;\n\nclass A\n{\n\n    int a;\n}\n").Passages(3), Is.EqualTo(new[] { "class A\n{\nint a;", "{\nint a;\n}" }));

    [Test]
    public void A_Name_Says_What_The_Thing_Is()
    {
        Assert.That(WrittenFiles.Where(file => file.Words.Any(_emptyWords.Contains)), Is.Empty);
    }

    [Test]
    public void A_Folder_Is_A_Word_Of_The_Field()
    {
        var folders = WrittenFiles.SelectMany(file => file.Path.Split('/')[..^1]).Distinct(StringComparer.Ordinal);

        Assert.That(folders.Where(folder => _emptyWords.Contains(folder.Split('.')[^1])), Is.Empty);
    }

    [TestCase("public class A;\npublic sealed record B(int X);", "A", "B")]
    [TestCase("public readonly record struct A(int X);\ninternal class B;", "A")]
    [TestCase("public abstract partial class A<T> : B\n{\n    public enum Inner { X }\n}", "A")]
    [TestCase("public delegate void A(int x);\npublic interface IA\n{\n}", "A", "IA")]
    [TestCase("public static unsafe class A\n{\n}\npublic enum B\n{\n}", "A", "B")]
    public void Public_Types_Are_Seen(string text, params string[] expected)
    {
        Assert.That(new SourceFile("A.cs", text).PublicTypes, Is.EqualTo(expected));
    }

    [TestCase("src/ShaderManager.cs", "Shader", "Manager")]
    [TestCase("src/GPUScene{T}.cs", "GPU", "Scene")]
    [TestCase("src/Scenery.Parts.cs", "Scenery")]
    public void A_Name_Is_Split_Into_Words(string path, params string[] expected)
    {
        Assert.That(new SourceFile(path, "").Words, Is.EqualTo(expected));
    }
}
