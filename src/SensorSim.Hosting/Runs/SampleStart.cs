using SensorSim.Cameras;
using SensorSim.Scenes.Cousins;

namespace SensorSim.Hosting.Runs;

/// <summary>A sample in front of its first frame.</summary>
/// <param name="Episode">The cousin at the first step.</param>
/// <param name="Cameras">Those of the plan, with what the sample drew.</param>
/// <param name="Views">Of each camera.</param>
/// <param name="Scale">What automatic exposure measured; null when no camera asks for it.</param>
internal sealed record SampleStart(Episode Episode, IReadOnlyList<CameraPlan> Cameras, IReadOnlyList<CameraView> Views, double? Scale)
{
    /// <summary>Draws the cousin and meters it. Waits for the device.</summary>
    public static SampleStart Of(RunPlan plan, RenderSession session, long sample)
    {
        Episode episode = Episode.Of(plan.Moving(plan.Cousins.Sample(sample)), plan.Catalog).At(plan.Scenario.Episode.TimeOf(0));
        IReadOnlyList<CameraPlan> cameras = plan.CamerasOf(episode.Cousin);
        CameraView[] views = [.. cameras.Select(camera => CameraPlacement.Of(camera.Settings, episode.Cousin, camera.Projection))];
        CameraView[] automatic = [.. views.Where((_, i) => cameras[i].Settings.Exposure is null)];
        if (automatic.Length == 0)
        {
            return new(episode, cameras, views, null);
        }

        double scale = session.MeterExposure(episode, automatic);
        return new(episode.WithDraw(ExposureSchedule.AutomaticScaleDraw, scale), cameras, views, scale);
    }
}
