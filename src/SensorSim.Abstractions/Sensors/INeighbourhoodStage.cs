using SensorSim.Signals;

namespace SensorSim.Sensors;

/// <summary>How the host computes a stage that reads an image around each pixel.</summary>
public interface INeighbourhoodStage
{
    /// <summary>How often the kernel runs over the image, each pass reading what the last one wrote.</summary>
    int Passes { get; }

    /// <summary>Whether passes read what the stage took, too: <c>input_at</c>.</summary>
    bool ReadsInput { get; }

    /// <summary>The pixel after a pass, in double precision.</summary>
    Rgb ReferenceOf(SignalImage image, SignalImage input, in PixelSite site, int pass, object parameters);
}
