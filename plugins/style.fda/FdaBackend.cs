using SensorSim.Style;

namespace SensorSim.Plugins.StyleFda;

/// <summary>
/// Fourier domain adaptation: Y. Yang and S. Soatto, FDA: Fourier Domain Adaptation for Semantic Segmentation, CVPR 2020. The amplitudes of the frequencies within β of the middle become those of a target
/// image (of the size of the picture), the phases stay: each channel by itself, or, but for the mean, brightness alone. All frames of a clip get the same target, so that a video does not flicker.
/// </summary>
public sealed class FdaBackend : StyleBackend<FdaParameters>
{
    public override StyleNature Nature => StyleNature.Statistical;

    public override StyleTargetUse Target => StyleTargetUse.Required;

    public override IStyleTransfer Prepare(FdaParameters parameters, StyleRequest request)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return new FdaTransfer(parameters, request);
    }
}
