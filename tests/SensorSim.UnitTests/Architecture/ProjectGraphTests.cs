namespace SensorSim.UnitTests.Architecture;

/// <summary>References run one way: Cli → Hosting → {Rendering, Datasets} → Scenes → Abstractions ← plugins; Rendering → Vulkan; Hosting and plugins with networks → Onnx → Tensors → Abstractions; plugins with videos → Video → Abstractions.</summary>
public class ProjectGraphTests
{
    private static readonly Dictionary<string, string[]> _arrows = new(StringComparer.Ordinal)
    {
        ["SensorSim.Abstractions"] = [],
        ["SensorSim.Vulkan"] = [],
        ["SensorSim.Scenes"] = ["SensorSim.Abstractions"],
        ["SensorSim.Rendering"] = ["SensorSim.Scenes", "SensorSim.Vulkan"],
        ["SensorSim.Datasets"] = ["SensorSim.Scenes"],
        ["SensorSim.Tensors"] = ["SensorSim.Abstractions"],
        ["SensorSim.Onnx"] = ["SensorSim.Tensors"],
        ["SensorSim.Video"] = ["SensorSim.Abstractions"],
        ["SensorSim.Hosting"] = ["SensorSim.Datasets", "SensorSim.Onnx", "SensorSim.Rendering"],
        ["SensorSim.Cli"] = ["SensorSim.Hosting"],
    };

    private static readonly Dictionary<string, string[]> _packages = new(StringComparer.Ordinal)
    {
        ["SensorSim.Scenes"] = ["CsvHelper", "MathNet.Numerics", "YamlDotNet"],
        ["SensorSim.Cli"] = ["Spectre.Console", "System.CommandLine"],
        ["StyleColor"] = ["MathNet.Numerics"],
        ["StyleMatch"] = ["MathNet.Numerics"],
    };

    /// <summary>What plugins carry a copy of.</summary>
    private static readonly Dictionary<string, string[]> _pluginArrows = new(StringComparer.Ordinal)
    {
        ["StyleCosmos"] = ["SensorSim.Video"],
        ["StyleHttp"] = ["SensorSim.Tensors"],
        ["StyleOnnx"] = ["SensorSim.Onnx", "SensorSim.Tensors"],
    };

    private static IEnumerable<string> ProjectNames => _arrows.Keys;

    private static IEnumerable<ProjectFile> PluginProjects =>
        Repository.Files("plugins", "*.csproj").Concat(Repository.Files("plugins", "Directory.Build.*")).Select(ProjectFile.Read);

    [Test]
    public void Every_Project_Is_In_The_Drawing()
    {
        Assert.That(Repository.Files("src", "*.csproj").Select(Path.GetFileNameWithoutExtension), Is.EquivalentTo(_arrows.Keys));
    }

    [TestCaseSource(nameof(ProjectNames))]
    public void A_Project_Refers_To_Exactly_Its_Arrows(string name)
    {
        Assert.That(ReadSourceProject(name).Projects, Is.EqualTo(_arrows[name]));
    }

    [TestCaseSource(nameof(ProjectNames))]
    public void A_Project_Uses_Only_Its_Packages(string name)
    {
        Assert.That(ReadSourceProject(name).Packages, Is.SubsetOf(_packages.GetValueOrDefault(name, [])));
    }

    [Test]
    public void A_Plugin_Refers_To_Abstractions_And_Its_Own_Packages()
    {
        foreach (var project in PluginProjects)
        {
            Assert.That(project.Projects, Is.SubsetOf(_pluginArrows.GetValueOrDefault(project.Name, []).Append("SensorSim.Abstractions")), project.Name);
            Assert.That(project.Packages, Is.SubsetOf(_packages.GetValueOrDefault(project.Name, [])), project.Name);
        }
    }

    [Test]
    public void What_All_Projects_Share_Is_Analyzers_Only()
    {
        var shared = ProjectFile.Read(Path.Combine(Repository.Root, "Directory.Build.props"));

        Assert.That(shared.Projects.Concat(shared.Packages), Is.Empty);
    }

    [Test]
    public void References_And_Packages_Are_Read_From_The_File()
    {
        const string xml = """
            <Project>
              <ItemGroup>
                <ProjectReference Include="..\A\A.csproj" />
                <ProjectReference Include="../B/B.csproj" ReferenceOutputAssembly="false" />
                <ProjectReference Include="../C/C.csproj"><ReferenceOutputAssembly>false</ReferenceOutputAssembly></ProjectReference>
                <PackageReference Include="P" />
                <PackageReference Include="Analyzer" PrivateAssets="all" />
              </ItemGroup>
            </Project>
            """;

        var project = ProjectFile.Parse("X", xml);

        Assert.That(project.Projects, Is.EqualTo(new[] { "A" }));
        Assert.That(project.Packages, Is.EqualTo(new[] { "P" }));
    }

    private static ProjectFile ReadSourceProject(string name) =>
        ProjectFile.Read(Path.Combine(Repository.Root, "src", name, name + ".csproj"));
}
