using SensorSim.Hosting.Runs.Planning;
using SensorSim.Rendering;
using SensorSim.Rendering.Environments;
using SensorSim.Scenes.Images;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Hosting.Runs;

/// <summary>Sessions of plans.</summary>
public static class RenderSessions
{
    /// <summary>Loads a plan's scene onto a device.</summary>
    /// <param name="hasObjects">False leaves out what only the records' object entries need; a run always has them.</param>
    public static RenderSession Open(RunPlan plan, Device device, ShaderLibrary shaders, bool hasObjects = true, bool readsBack = true)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var planes = new FramePlanes(plan.Labels, plan.DepthFile, plan.DepthScale);
        var settings = new RenderSettings
        {
            Msaa = plan.Msaa,
            Labels = hasObjects ? planes.Kinds | FramePlanes.ObjectKinds : planes.Kinds,
            DepthFormat = planes.DepthFormat,
            DepthStepMetres = planes.DepthStepMetres,
            CategoryBits = plan.CategoryBits,
            ReadsBack = readsBack,
        };
        EquirectangularImage? environment = plan.EnvironmentImage is { } image ? EquirectangularImage.From(image) : null;
        var session = new RenderSession(device, shaders, plan.Scene.Scene, environment, settings, plan.Cameras.SelectMany(camera => camera.Structures), plan.Labels);
        foreach ((string name, HdrImage? choice) in plan.Environments)
        {
            session.LoadEnvironment(name, choice is null ? null : EquirectangularImage.From(choice));
        }

        return session;
    }
}
