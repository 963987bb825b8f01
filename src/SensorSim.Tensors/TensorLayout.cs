namespace SensorSim.Tensors;

/// <summary>In which order the axes of a picture come: N is one picture, C its three colours, H rows, W columns.</summary>
public enum TensorLayout
{
    Nchw,
    Nhwc,
    Chw,
    Hwc,
}
