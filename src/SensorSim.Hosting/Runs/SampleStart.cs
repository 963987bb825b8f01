using SensorSim.Cameras;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Scenes.Cousins;
using SensorSim.Scenes.Model;

namespace SensorSim.Hosting.Runs;

/// <summary>A sample in front of its first frame.</summary>
/// <param name="Episode">The cousin at the first step.</param>
/// <param name="Cameras">Those of the plan, with what the sample drew.</param>
/// <param name="Views">Of each camera.</param>
/// <param name="Scale">What automatic exposure measured; null when no camera asks for it.</param>
internal sealed record SampleStart(Episode Episode, IReadOnlyList<CameraPlan> Cameras, IReadOnlyList<CameraView> Views, double? Scale)
{
    /// <summary>Draws the cousin and meters it. Waits for the device.</summary>
    public static SampleStart Of(RunPlan plan, RenderSession session, long sample) => Of(plan, session, plan.Moving(plan.Cousins.Sample(sample)));

    /// <summary>Meters a cousin. Waits for the device.</summary>
    /// <param name="plan">Of the run.</param>
    /// <param name="session">Of the run.</param>
    /// <param name="moving">Drawn and simulated.</param>
    public static SampleStart Of(RunPlan plan, RenderSession session, SceneInstance moving)
    {
        Episode episode = Episode.Of(moving, plan.Catalog).At(plan.Scenario.Episode.TimeOf(0));
        IReadOnlyList<CameraPlan> cameras = plan.CamerasOf(episode.Cousin);
        CameraView[] views = [.. cameras.Select(camera => CameraPlacement.Of(camera.Settings, episode.Cousin, camera.Projection))];
        CameraView[] automatic = [.. views.Where((_, i) => cameras[i].Settings.Exposure is null)];
        if (automatic.Length == 0)
        {
            return new(episode, cameras, views, null);
        }

        double scale = session.MeterExposure(episode, automatic);
        return new(episode.WithDraw(RunPlan.AutomaticScaleDraw, scale), cameras, views, scale);
    }
}
