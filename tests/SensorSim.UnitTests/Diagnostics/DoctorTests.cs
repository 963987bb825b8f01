using SensorSim.Hosting.Diagnostics;
using SensorSim.Hosting.Diagnostics.Installation;

namespace SensorSim.UnitTests.Diagnostics;

/// <summary>Each way in which people found a GPU missing, and what the doctor says to it.</summary>
[TestFixture]
public sealed class DoctorTests
{
    [Test]
    public void ServerWithEverything_HasOnlyGoodFindings()
    {
        IReadOnlyList<Finding> findings = Doctor.Diagnose(Machines.Server);

        Assert.That(findings.Select(finding => finding.Level), Is.All.EqualTo(FindingLevel.Ok));
        Assert.That(findings.Select(finding => finding.Remedy), Is.All.Null);
        Assert.That(Doctor.CanRender(findings), Is.True);
    }

    [Test]
    public void SoftwareDeviceOnly_IsAWarningThatStillRenders()
    {
        IReadOnlyList<Finding> findings = Doctor.Diagnose(Machines.Software);

        Assert.That(Of(findings, "devices"), Has.Property(nameof(Finding.Level)).EqualTo(FindingLevel.Warning));
        Assert.That(Of(findings, "devices").Message, Does.Contain("llvmpipe").And.Contain("slow"));
        Assert.That(findings.Count(finding => finding.Level != FindingLevel.Ok), Is.EqualTo(1));
        Assert.That(Doctor.CanRender(findings), Is.True);
    }

    [Test]
    public void MissingLoader_FailsAndNamesThePackage()
    {
        InstallationFacts facts = Machines.Software with
        {
            Loader = Machines.Software.Loader with { Error = "libvulkan.so.1: cannot open shared object file: No such file or directory" },
            Devices = [],
        };

        IReadOnlyList<Finding> findings = Doctor.Diagnose(facts);

        Assert.That(Of(findings, "loader").Level, Is.EqualTo(FindingLevel.Failure));
        Assert.That(Of(findings, "loader").Remedy, Does.Contain("apt-get install libvulkan1").And.Contain("LD_LIBRARY_PATH"));
        Assert.That(Doctor.CanRender(findings), Is.False);
    }

    [Test]
    public void NoDriverAtAll_Fails()
    {
        IReadOnlyList<Finding> findings = Doctor.Diagnose(Machines.Software with { Drivers = [], Devices = [] });

        Assert.That(Of(findings, "driver files").Remedy, Does.Contain("mesa-vulkan-drivers").And.Contain("VK_DRIVER_FILES"));
        Assert.That(Doctor.CanRender(findings), Is.False);
    }

    [Test]
    public void OverrideThatNamesNothing_FailsAndQuotesTheVariable()
    {
        InstallationFacts facts = Machines.Software with { Drivers = [], Devices = [], DriverFilesOverride = "VK_ICD_FILENAMES=/gone.json" };

        Assert.That(Of(Doctor.Diagnose(facts), "driver files"), Is.EqualTo(
            Finding.Failure("driver files", "VK_ICD_FILENAMES=/gone.json names no existing file", "correct it or unset it")));
    }

    [Test]
    public void OverrideThatWorks_IsAWarning()
    {
        InstallationFacts facts = Machines.Software with { DriverFilesOverride = $"VK_DRIVER_FILES={Machines.MesaManifest}" };

        Assert.That(Of(Doctor.Diagnose(facts), "driver files").Level, Is.EqualTo(FindingLevel.Warning));
    }

    [TestCase("libXext.so.6: cannot open shared object file: No such file or directory", "libxext6")]
    [TestCase("libEGL.so.1: cannot open shared object file: No such file or directory", "libegl1")]
    [TestCase("libX11-xcb.so.1: cannot open shared object file: No such file or directory", "libx11-xcb1")]
    public void DriverThatLacksALibrary_NamesItsPackage(string error, string package)
    {
        Finding finding = Of(Doctor.Diagnose(WithNvidiaDriver(error)), "driver nvidia_icd");

        Assert.That(finding.Level, Is.EqualTo(FindingLevel.Warning));
        Assert.That(finding.Message, Does.Contain(error));
        Assert.That(finding.Remedy, Is.EqualTo($"apt-get install {package}"));
    }

    [Test]
    public void NvidiaDriverWithoutItsLibrary_PointsToTheDriverOfTheSameVersion()
    {
        Finding finding = Of(
            Doctor.Diagnose(WithNvidiaDriver("libGLX_nvidia.so.0: cannot open shared object file: No such file or directory")), "driver nvidia_icd");

        Assert.That(finding.Remedy, Does.Contain("libnvidia-gl-550").And.Contain("NVIDIA_DRIVER_CAPABILITIES"));
    }

    [Test]
    public void DriverThatLacksAnUnknownLibrary_StillNamesIt()
    {
        InstallationFacts facts = Machines.Software with
        {
            Drivers = [new(Machines.MesaManifest, "libvulkan_lvp.so", "libodd+name-2.so.7: cannot open shared object file: No such file")],
        };

        Assert.That(Of(Doctor.Diagnose(facts), "driver lvp_icd.x86_64").Remedy, Does.Contain("libodd+name-2.so.7"));
    }

    [Test]
    public void ContainerWithoutGraphics_IsToldAboutCapabilities()
    {
        InstallationFacts facts = Machines.Blind with
        {
            IsContainer = true,
            Drivers = Machines.Software.Drivers,
            Nvidia = Machines.Server.Nvidia! with { Capabilities = "compute,utility" },
        };

        Finding finding = Of(Doctor.Diagnose(facts), "nvidia");
        Assert.That(finding.Message, Does.Contain("NVIDIA_DRIVER_CAPABILITIES=compute,utility"));
        Assert.That(finding.Remedy, Does.Contain("NVIDIA_DRIVER_CAPABILITIES=all"));
    }

    [TestCase("all")]
    [TestCase("compute, graphics")]
    public void ContainerWithGraphics_IsNotToldToAddIt(string capabilities)
    {
        InstallationFacts facts = Machines.Blind with { IsContainer = true, Nvidia = Machines.Server.Nvidia! with { Capabilities = capabilities } };

        Assert.That(Of(Doctor.Diagnose(facts), "nvidia").Message, Does.Not.Contain("CAPABILITIES"));
    }

    [Test]
    public void ServerWithoutDriverFile_NamesTheDriverPackage()
    {
        Finding finding = Of(Doctor.Diagnose(Machines.Blind with { Drivers = Machines.Software.Drivers }), "nvidia");

        Assert.That(finding.Message, Does.Contain("nvidia_icd.json").And.Contain("550.54.15"));
        Assert.That(finding.Remedy, Does.Contain("libnvidia-gl-550").And.Contain("VK_DRIVER_FILES"));
    }

    [Test]
    public void NodeWithoutPermission_IsNamed()
    {
        InstallationFacts facts = Machines.Blind with
        {
            Nvidia = Machines.Server.Nvidia! with { Nodes = [new("/dev/nvidiactl", "Permission denied"), new("/dev/nvidia0", null)] },
        };

        Assert.That(Of(Doctor.Diagnose(facts), "nvidia").Message, Is.EqualTo("/dev/nvidiactl cannot be opened: Permission denied"));
    }

    [Test]
    public void GpuWithoutKernelDriver_IsSaid()
    {
        InstallationFacts facts = Machines.Blind with { Drivers = Machines.Software.Drivers, Nvidia = new(null, [], null, null, HasSmi: false) };

        Assert.That(Of(Doctor.Diagnose(facts), "nvidia").Remedy, Does.Contain("modprobe nvidia"));
    }

    [Test]
    public void GpuThatVulkanDoesNotSeeForNoReason_GetsTheKnownSuspects()
    {
        Assert.That(Of(Doctor.Diagnose(Machines.Blind), "nvidia").Remedy, Does.Contain("libxext6").And.Contain("libegl1").And.Contain("VK_LOADER_DEBUG"));
    }

    [Test]
    public void MigSlice_IsSaidToHaveNoVulkan()
    {
        InstallationFacts facts = Machines.Blind with { Nvidia = Machines.Server.Nvidia! with { MigEvidence = "NVIDIA_VISIBLE_DEVICES=MIG-1" } };

        Finding finding = Of(Doctor.Diagnose(facts), "mig");
        Assert.That(finding.Message, Does.Contain("no Vulkan"));
        Assert.That(finding.Remedy, Does.Contain("-mig 0"));
    }

    [Test]
    public void WholeGpuBesideASlice_IsNoMatter()
    {
        InstallationFacts facts = Machines.Server with { Nvidia = Machines.Server.Nvidia! with { MigEvidence = "2 slices" } };

        Assert.That(Doctor.Diagnose(facts).Select(finding => finding.Check), Has.None.EqualTo("mig"));
    }

    [TestCase(false, "usermod")]
    [TestCase(true, "--device /dev/dri")]
    public void ClosedRenderNode_SaysHowToOpenIt(bool isContainer, string remedy)
    {
        InstallationFacts facts = Machines.Software with { IsContainer = isContainer, RenderNodes = [new("/dev/dri/renderD128", "Permission denied")] };

        Assert.That(Of(Doctor.Diagnose(facts), "render nodes").Remedy, Does.Contain(remedy));
    }

    [Test]
    public void DeviceThatIsTooOld_SaysWhy()
    {
        InstallationFacts facts = Machines.Software with { Devices = [new("Old GPU", false, false, "it offers Vulkan 1.1 and 1.3 is needed")] };

        IReadOnlyList<Finding> findings = Doctor.Diagnose(facts);
        Assert.That(findings.Where(finding => finding.Check == "devices").Select(finding => finding.Message), Has.Some.Contains("1.3 is needed"));
        Assert.That(Doctor.CanRender(findings), Is.False);
    }

    [TestCase(false, FindingLevel.Failure)]
    [TestCase(true, FindingLevel.Ok)]
    public void MissingCompiler_MattersOnlyWithoutShippedShaders(bool shipped, FindingLevel level)
    {
        InstallationFacts facts = Machines.Software with
        {
            ShaderCompiler = Machines.Software.ShaderCompiler with { Path = null },
            HasShippedShaders = shipped,
        };

        Assert.That(Of(Doctor.Diagnose(facts), "shaders").Level, Is.EqualTo(level));
    }

    [Test]
    public void LesserTroubles_AreWarningsThatStillRender()
    {
        InstallationFacts facts = Machines.Server with
        {
            ImageLibraries = [new("libspng.so.0", "libspng0", "reading PNG", "libspng.so.0: cannot open shared object file")],
            PhysicsLibraries = [new("libode.so.8", "libode8", "physics.ode", "libode.so.8: cannot open shared object file")],
            OnnxRuntimeProblem = "libonnxruntime.so.1 is not found",
            VideoProgram = new("ffmpeg", "ffmpeg", null),
            Cache = new("/root/.cache/sensorsim", "Read-only file system"),
            Plugins = new("/app/plugins", 0, null),
        };

        IReadOnlyList<Finding> findings = Doctor.Diagnose(facts);
        Assert.That(
            findings.Where(finding => finding.Level == FindingLevel.Warning).Select(finding => finding.Check),
            Is.EqualTo(new[] { "images", "physics", "onnx", "video", "cache", "plugins" }));
        Assert.That(Of(findings, "images").Remedy, Is.EqualTo("apt-get install libspng0"));
        Assert.That(Of(findings, "physics").Remedy, Is.EqualTo("apt-get install libode8"));
        Assert.That(Of(findings, "onnx").Remedy, Does.Contain("eng/setup.sh onnx"));
        Assert.That(Of(findings, "video").Remedy, Is.EqualTo("apt-get install ffmpeg"));
        Assert.That(Doctor.CanRender(findings), Is.True);
    }

    private static InstallationFacts WithNvidiaDriver(string error) =>
        Machines.Blind with { Drivers = [Machines.Software.Drivers[0], new(Machines.NvidiaManifest, "libGLX_nvidia.so.0", error)] };

    private static Finding Of(IEnumerable<Finding> findings, string check) => findings.First(finding => finding.Check == check);
}
