namespace SensorSim.Rendering.Passes;

/// <summary>The radiance of a view: shaded from a visibility buffer where that is possible, else where surfaces are rasterized; through a lens, face by face.</summary>
/// <param name="passes">The passes.</param>
/// <param name="isSoftware">Whether the device is a processor.</param>
internal sealed class RadiancePasses(FramePasses passes, bool isSoftware)
{
    /// <summary>The radiance at one instant, all layers.</summary>
    /// <param name="view">Ready to be drawn.</param>
    /// <param name="samples">Of a pixel, 1 or 4.</param>
    public void Record(ViewRecording view, int samples)
    {
        passes.Cull.Record(view, SampleShadingPass.Suits(view, samples));
        Shade(view, samples);
    }

    /// <summary>The same behind the culling of triangles.</summary>
    public void Shade(ViewRecording view, int samples)
    {
        if (view.View.Rays is not null)
        {
            RecordThroughLens(view, samples);
            return;
        }

        if (SampleShadingPass.Suits(view, samples))
        {
            passes.Samples.Record(view);
            return;
        }

        bool isDeferred = IsDeferred(view, samples);
        passes.Shadows.RecordCascades(view);
        if (isDeferred || view.Light.HasAmbientOcclusion)
        {
            passes.Visibility.RecordSolid(view);
        }

        if (view.Light.HasAmbientOcclusion)
        {
            passes.AmbientOcclusion.Record(view);
        }

        if (isDeferred)
        {
            passes.SpanSort.Record(view);
            passes.Shading.Record(view);
        }

        if (!isDeferred || view.View.Transparent.Length > 0)
        {
            RecordForward(view, samples, isOverBackground: !isDeferred);
        }
    }

    private void RecordThroughLens(ViewRecording view, int samples)
    {
        for (int i = 0; i < view.Faces.Count; i++)
        {
            Record(view.Faces[i], 1);
            passes.Resample.Record(view, i, samples);
        }
    }

    // What transmits light needs the finished opaque image; without it everything is drawn in one go.
    private void RecordForward(ViewRecording view, int samples, bool isOverBackground)
    {
        bool hasTransmission = view.View.HasTransmission;
        if (isOverBackground && hasTransmission)
        {
            passes.Forward.Record(view, samples, ForwardContent.Solid);
            passes.Resolve.Record(view, samples, isOverBackground);
        }

        if (hasTransmission)
        {
            BackdropPass.Record(view);
        }

        ForwardContent content = !isOverBackground ? ForwardContent.TransparentOverShaded
            : hasTransmission ? ForwardContent.TransparentOverSolid : ForwardContent.Everything;
        passes.Forward.Record(view, samples, content);
        passes.Resolve.Record(view, samples, isOverBackground);
    }

    /// <summary>Whether what is opaque is shaded from a visibility buffer, which labels can use.</summary>
    /// <remarks>
    /// llvmpipe 22.3 keeps only so much code of compute shaders: with lamps and a dozen materials it compiles them again for every frame, and
    /// loses the memory of what it drops. With lamps, software devices shade where surfaces are rasterized.
    /// </remarks>
    public bool IsDeferred(ViewRecording view, int samples) => samples == 1 && view.View.Rays is null && !(isSoftware && view.Frame.Lamps.Count > 0);
}
