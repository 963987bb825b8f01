using System.Buffers.Binary;
using SensorSim.Signals;

namespace SensorSim.Rendering.Sensors;

/// <summary>
/// A sensor chain on the CPU in double precision: what the shaders are compared with. Rows run in parallel; the result does not
/// depend on how.
/// </summary>
public static class ReferenceRunner
{
    /// <summary>Runs a frame's layers (nit, layer 0 steady) through a chain.</summary>
    /// <returns>The last stage's signal: digital numbers, or an sRGB-encoded picture in 0..1 not yet rounded to 8 bits; of <see cref="NoiseTwins.Variance"/> the variance; of <see cref="SensorChain.Radiance"/> nit.</returns>
    /// <exception cref="ArgumentException">The layers do not fit the frame, or a stage has no reference.</exception>
    public static SignalImage Run(SensorChain chain, SensorFrame frame, IReadOnlyList<SignalImage> layers)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(frame);
        ArgumentNullException.ThrowIfNull(layers);
        if (layers.Count != frame.LayerCount || layers.Any(layer => layer.Width != frame.Width || layer.Height != frame.Height))
        {
            throw new ArgumentException($"The frame has {frame.LayerCount} layers of {frame.Width}x{frame.Height}.", nameof(layers));
        }

        for (int i = 0; i < chain.CollapseAt; i++)
        {
            layers = [.. layers.Select(layer => ReferenceStage.Run(chain, i, frame, layer))];
        }

        SignalImage image = Collapse(frame, layers), variance = new(frame.Width, frame.Height);
        for (int i = chain.CollapseAt; i < chain.Stages.Count; i++)
        {
            if (chain.Stages[i].IsVariance)
            {
                variance = ReferenceStage.Variance(chain, i, frame, image, variance);
            }
            else
            {
                image = ReferenceStage.Run(chain, i, frame, image);
            }
        }

        return chain.Ending switch
        {
            ChainEnding.Variance => variance,
            ChainEnding.Radiance => image,
            _ => Finish(chain, frame, image),
        };
    }

    /// <summary>The picture as it is stored: 8-bit or 16-bit samples.</summary>
    public static PixelPlane Quantize(SensorChain chain, SignalImage image)
    {
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentNullException.ThrowIfNull(image);
        int size = (int)chain.OutputType;
        int channels = chain.OutputChannels;
        byte[] bytes = new byte[image.Pixels.Length * channels * size];
        int offset = 0;
        foreach (Rgb pixel in image.Pixels)
        {
            foreach (double value in ((ReadOnlySpan<double>)[pixel.R, pixel.G, pixel.B])[..channels])
            {
                if (size == 1)
                {
                    bytes[offset] = (byte)Math.Floor((value * 255) + 0.5);
                }
                else
                {
                    BinaryPrimitives.WriteUInt16LittleEndian(bytes.AsSpan(offset), (ushort)value);
                }

                offset += size;
            }
        }

        return new(image.Width, image.Height, channels, chain.OutputType, bytes);
    }

    private static SignalImage Collapse(SensorFrame frame, IReadOnlyList<SignalImage> layers) => ReferenceStage.ForEachPixel(frame, (x, y) =>
    {
        var sum = default(Rgb);
        for (int layer = 0; layer < layers.Count; layer++)
        {
            sum += frame.RowWeights[(y * layers.Count) + layer] * layers[layer][x, y];
        }

        return sum;
    });

    private static SignalImage Finish(SensorChain chain, SensorFrame frame, SignalImage image)
    {
        double scale = frame.Exposure.LuxSecondsPerNit / chain.SaturationLuxSeconds(frame.Exposure.Iso);
        return chain.Ending switch
        {
            ChainEnding.Expose => ReferenceStage.ForEachPixel(frame, (x, y) => image[x, y].Map((nit, _) => SrgbCurve.Encode(nit * scale))),
            ChainEnding.Encode => ReferenceStage.ForEachPixel(frame, (x, y) => image[x, y].Map((value, _) => SrgbCurve.Encode(value))),
            ChainEnding.Quantize => ReferenceStage.ForEachPixel(frame, (x, y) => image[x, y].Map((value, _) => Math.Clamp(value, 0, 1))),
            _ => ReferenceStage.ForEachPixel(frame, (x, y) => image[x, y].Map((dn, _) => Math.Clamp(Math.Floor(dn + 0.5), 0, 65535))),
        };
    }
}
