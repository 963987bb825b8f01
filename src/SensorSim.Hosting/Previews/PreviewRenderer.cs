using SensorSim.Cameras;
using SensorSim.Hosting.Plugins;
using SensorSim.Hosting.Runs;
using SensorSim.Hosting.Runs.Planning;
using SensorSim.Hosting.Styles;
using SensorSim.Rendering;
using SensorSim.Vulkan;
using SensorSim.Vulkan.Shaders;

namespace SensorSim.Hosting.Previews;

/// <summary>
/// Renders the first step of a plan's first sample into a folder of images, again and again: no records, no digests, no dataset. What is on the device stays there
/// while only plugins of sensor stages change.
/// </summary>
/// <param name="device">Must outlive the renderer.</param>
/// <param name="shaders">The project's shaders.</param>
/// <param name="watchdog">Told what runs.</param>
public sealed class PreviewRenderer(Device device, ShaderLibrary shaders, PluginWatchdog watchdog) : IDisposable
{
    private RenderSession? _session;
    private RunPlan? _plan;

    /// <summary>Renders every camera.</summary>
    /// <returns>Names of the frames.</returns>
    /// <exception cref="SensorSim.Plugins.PluginException">A stage's GLSL is wrong.</exception>
    /// <exception cref="PluginFailedException">A stage's signal became infinite or not a number; the image is written all the same.</exception>
    public IReadOnlyList<string> Render(RunPlan plan, string folder) => Render(plan, frame => FrameImages.Write(frame.Planes, folder, frame.Name));

    /// <summary>Renders every camera and hands over each frame, whose pixels last only so long.</summary>
    /// <inheritdoc cref="Render(RunPlan, string)"/>
    public IReadOnlyList<string> Render(RunPlan plan, Action<PreviewFrame> take)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(take);
        RenderSession session = SessionFor(plan);
        using var watch = new RunWatch(watchdog, plan, session, flush: null);
        var start = SampleStart.Of(plan, session, sample: 0);
        var schedule = new FrameSchedule(plan, static _ => false);
        FrameAddress[][] batches = [.. schedule.MissingOf(0, ..plan.Cameras.Count).Where(frames => frames[0].Step == 0)];
        foreach (FrameAddress[] frames in batches)
        {
            FrameJob[] jobs = [.. frames.Select(frame => schedule.JobOf(frame, start, start.Episode))];
            using FrameOutput output = session.Submit(start.Episode, jobs, plan.Categories.IdByInstance, plan.Seed).Wait();
            foreach ((FrameAddress frame, FrameJob job, ViewOutput view) in frames.Zip(jobs, output.Views))
            {
                take(new(schedule.NameOf(frame), job.View, start.Episode.Cousin, new FramePlanes(plan.Labels, plan.DepthFile, plan.DepthScale).Of(view, job.Chain)));
                SignalGate.Verdict(job.Chain, view, schedule.NameOf(frame));
            }
        }

        return [.. batches.SelectMany(frames => frames).Select(schedule.NameOf)];
    }

    public void Dispose() => _session?.Dispose();

    // The rays of lenses stay on the device with the session.
    private RenderSession SessionFor(RunPlan plan)
    {
        if (_session is null || _plan is null || !ReferenceEquals(_plan.Scene, plan.Scene) || plan.Cameras.Any(camera => camera.Projection is LensProjection))
        {
            _session?.Dispose();
            _session = null;
            _session = RenderSessions.Open(StyledTextures.In(plan), device, shaders);
        }
        else
        {
            _session.UseChains(plan.Cameras.SelectMany(camera => camera.Structures));
        }

        _plan = plan;
        return _session;
    }
}
