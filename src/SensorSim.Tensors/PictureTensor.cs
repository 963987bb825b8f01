using SensorSim.Style;

namespace SensorSim.Tensors;

/// <summary>A picture as a tensor: value = (low + colour · (high − low) − mean) / std, with colour sRGB-encoded from 0 to 1.</summary>
public sealed record PictureTensor
{
    internal const int Colours = 3;

    /// <summary>The model's name of it; empty where the model has only one.</summary>
    public string Name { get; init; } = "";

    public TensorLayout Layout { get; init; } = TensorLayout.Nchw;

    public ChannelOrder Channels { get; init; } = ChannelOrder.Rgb;

    /// <summary>What black is, before mean and std.</summary>
    public double Low { get; init; }

    /// <summary>What white is, before mean and std.</summary>
    public double High { get; init; } = 1;

    /// <summary>Of the tensor's channels, in their order; taken off.</summary>
    public IReadOnlyList<double> Mean { get; init; } = [0, 0, 0];

    /// <summary>Of the tensor's channels, in their order; divided by.</summary>
    public IReadOnlyList<double> Std { get; init; } = [1, 1, 1];

    /// <summary>"[1, 3, 480, 640]" as numbers.</summary>
    public long[] ShapeOf(int width, int height) => Layout switch
    {
        TensorLayout.Nchw => [1, Colours, height, width],
        TensorLayout.Nhwc => [1, height, width, Colours],
        TensorLayout.Chw => [Colours, height, width],
        _ => [height, width, Colours],
    };

    /// <summary>The numbers of a picture.</summary>
    /// <param name="picture">Of any size.</param>
    /// <param name="type">Float32, Float16 or UInt8 (rounded, and clipped to 0 and 255).</param>
    /// <exception cref="DeclarationException">Pictures are not made of that type.</exception>
    public Tensor Encode(StyleImage picture, TensorElementType type)
    {
        ArgumentNullException.ThrowIfNull(picture);
        float[] values = new float[picture.Samples.Length];
        for (int channel = 0; channel < Colours; channel++)
        {
            Encode(picture.Samples, values, channel);
        }

        long[] shape = ShapeOf(picture.Width, picture.Height);
        return type switch
        {
            TensorElementType.Float32 => Tensor.Of(values, shape),
            TensorElementType.Float16 => Tensor.Of(Array.ConvertAll(values, value => (Half)value), shape),
            TensorElementType.UInt8 => Tensor.Of(Array.ConvertAll(values, value => (byte)Math.Clamp(MathF.Round(value), 0, 255)), shape),
            _ => throw new DeclarationException($"A picture cannot go in as {type.ToString().ToLowerInvariant()}: expected float32, float16 or uint8."),
        };
    }

    /// <summary>The picture that a network gave, clipped to 0 and 1.</summary>
    /// <exception cref="DeclarationException">It has another shape or type.</exception>
    public StyleImage Decode(Tensor tensor, int width, int height)
    {
        ArgumentNullException.ThrowIfNull(tensor);
        long[] expected = ShapeOf(width, height);
        if (!tensor.Shape.SequenceEqual(expected))
        {
            throw new DeclarationException($"{(Name.Length > 0 ? $"The output {Name}" : "The output")} is {tensor}; expected a picture of the same size, {Layout.ToString().ToLowerInvariant()} {Tensor.ShapeText(expected)}.");
        }

        float[] values = FloatsOf(tensor), samples = new float[values.Length];
        for (int channel = 0; channel < Colours; channel++)
        {
            Decode(values, samples, channel);
        }

        return new(width, height, samples);
    }

    private static float[] FloatsOf(Tensor tensor) => tensor.ElementType switch
    {
        TensorElementType.Float32 => tensor.As<float>(),
        TensorElementType.Float16 => Array.ConvertAll(tensor.As<Half>(), value => (float)value),
        TensorElementType.Float64 => Array.ConvertAll(tensor.As<double>(), value => (float)value),
        TensorElementType.UInt8 => Array.ConvertAll(tensor.As<byte>(), value => (float)value),
        _ => throw new DeclarationException($"A picture cannot come out as {tensor}: expected float32, float16, float64 or uint8."),
    };

    private void Encode(ReadOnlySpan<float> samples, Span<float> values, int channel)
    {
        (int first, int step) = PlaceOf(channel, values.Length);
        int colour = ColourOf(channel);
        double gain = (High - Low) / Std[channel], offset = (Low - Mean[channel]) / Std[channel];
        for (int i = 0; i < samples.Length / Colours; i++)
        {
            values[first + (i * step)] = (float)(offset + (gain * samples[(Colours * i) + colour]));
        }
    }

    private void Decode(ReadOnlySpan<float> values, Span<float> samples, int channel)
    {
        (int first, int step) = PlaceOf(channel, values.Length);
        int colour = ColourOf(channel);
        double gain = Std[channel] / (High - Low), offset = (Mean[channel] - Low) / (High - Low);
        for (int i = 0; i < samples.Length / Colours; i++)
        {
            samples[(Colours * i) + colour] = (float)Math.Clamp(offset + (gain * values[first + (i * step)]), 0, 1);
        }
    }

    private (int First, int Step) PlaceOf(int channel, int count) =>
        Layout is TensorLayout.Nchw or TensorLayout.Chw ? (channel * (count / Colours), 1) : (channel, Colours);

    private int ColourOf(int channel) => Channels == ChannelOrder.Rgb ? channel : Colours - 1 - channel;
}
