using System.Buffers.Binary;
using SensorSim.Randomness;
using SensorSim.Sensors;
using SensorSim.Signals;

namespace SensorSim.Rendering.Sensors;

/// <summary>
/// A sensor chain on the CPU in double precision: what the shaders are compared with. Rows run in parallel; the result does not
/// depend on how.
/// </summary>
public static class ReferenceRunner
{
    /// <summary>Runs a frame's layers (nit, layer 0 steady) through a chain.</summary>
    /// <returns>The last stage's signal: digital numbers, or an sRGB-encoded picture in 0..1 not yet rounded to 8 bits; of <see cref="NoiseTwins.Variance"/> the variance.</returns>
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
            layers = [.. layers.Select(layer => RunStage(chain, i, frame, layer))];
        }

        SignalImage image = Collapse(frame, layers), variance = new(frame.Width, frame.Height);
        for (int i = chain.CollapseAt; i < chain.Stages.Count; i++)
        {
            if (chain.Stages[i].IsVariance)
            {
                variance = RunVariance(chain, i, frame, image, variance);
            }
            else
            {
                image = RunStage(chain, i, frame, image);
            }
        }

        return chain.Ending == ChainEnding.Variance ? variance : Finish(chain, frame, image);
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

    private static SignalImage RunStage(SensorChain chain, int index, SensorFrame frame, SignalImage image)
    {
        ChainStage stage = chain.Stages[index];
        if (!stage.Stage.HasReference)
        {
            throw new ArgumentException($"{stage.Name} has no CPU reference.", nameof(chain));
        }

        bool isMosaic = chain.LayoutBefore(index) == SampleLayout.Mosaic;
        FilterPattern? filters = chain.Filters;
        Func<int, int, PixelSite> site = Sites(chain, index, frame);
        switch (stage.Stage)
        {
            case IPointwiseStage pointwise:
                return ForEachPixel(frame, (x, y) => pointwise.ReferenceOf(image[x, y], site(x, y), stage.Parameters));
            case IMosaicStage mosaic:
                return ForEachPixel(frame, (x, y) => new(mosaic.ReferenceOf(image[x, y], site(x, y), stage.Parameters), 0, 0));
            case ISampleStage samples when isMosaic:
                return ForEachPixel(frame, (x, y) => new(samples.ReferenceOf(image[x, y].R, new(site(x, y), (int)filters!.At(x, y)), stage.Parameters), 0, 0));
            case ISampleStage samples:
                return ForEachPixel(frame, (x, y) =>
                {
                    PixelSite here = site(x, y);
                    return image[x, y].Map((signal, channel) => samples.ReferenceOf(signal, new(here, channel), stage.Parameters));
                });
            default:
                return RunNeighbourhood((INeighbourhoodStage)stage.Stage);
        }

        SignalImage RunNeighbourhood(INeighbourhoodStage neighbourhood)
        {
            SignalImage input = image;
            for (int pass = 0; pass < neighbourhood.Passes; pass++)
            {
                SignalImage source = image;
                int number = pass;
                image = ForEachPixel(frame, (x, y) => neighbourhood.ReferenceOf(source, input, site(x, y), number, stage.Parameters));
            }

            return image;
        }
    }

    private static SignalImage RunVariance(SensorChain chain, int index, SensorFrame frame, SignalImage image, SignalImage variance)
    {
        ChainStage stage = chain.Stages[index];
        bool isMosaic = chain.LayoutBefore(index) == SampleLayout.Mosaic;
        FilterPattern? filters = chain.Filters;
        Func<int, int, PixelSite> site = Sites(chain, index, frame);
        return ForEachPixel(frame, (x, y) =>
        {
            PixelSite here = site(x, y);
            return stage.Stage switch
            {
                IPointwiseStage pointwise => pointwise.VarianceOf(image[x, y], variance[x, y], here, stage.Parameters),
                ISampleStage samples when isMosaic => new(samples.VarianceOf(image[x, y].R, variance[x, y].R, new(here, (int)filters!.At(x, y)), stage.Parameters), 0, 0),
                ISampleStage samples => image[x, y].Map((signal, channel) => samples.VarianceOf(signal, Channel(variance[x, y], channel), new(here, channel), stage.Parameters)),
                _ => throw new ArgumentException($"{stage.Name} has no variance.", nameof(chain)),
            };
        });
    }

    private static double Channel(Rgb rgb, int channel) => channel == 0 ? rgb.R : channel == 1 ? rgb.G : rgb.B;

    private static Func<int, int, PixelSite> Sites(SensorChain chain, int index, SensorFrame frame)
    {
        ChainStage stage = chain.Stages[index];
        SignalRange range = chain.RangeBefore(index, frame.Exposure.Iso);
        FilterPattern? filters = chain.Filters;
        double[] coefficients = [.. stage.Stage.CoefficientsOf(stage.Parameters)];
        uint stream = stage.Stream;
        return (x, y) => new(
            x, y, frame.Width, frame.Height, frame.Exposure, range, coefficients, filters,
            new(frame.FrameKey, (uint)((y * frame.Width) + x), frame.Step, stream),
            new(frame.SensorKey, PixelSite.PatternIndex(x, y, frame.Width, frame.Height), RandomStream.FixedPatternStep, stream));
    }

    private static SignalImage Collapse(SensorFrame frame, IReadOnlyList<SignalImage> layers) => ForEachPixel(frame, (x, y) =>
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
            ChainEnding.Expose => ForEachPixel(frame, (x, y) => image[x, y].Map((nit, _) => SrgbCurve.Encode(nit * scale))),
            ChainEnding.Encode => ForEachPixel(frame, (x, y) => image[x, y].Map((value, _) => SrgbCurve.Encode(value))),
            ChainEnding.Quantize => ForEachPixel(frame, (x, y) => image[x, y].Map((value, _) => Math.Clamp(value, 0, 1))),
            _ => ForEachPixel(frame, (x, y) => image[x, y].Map((dn, _) => Math.Clamp(Math.Floor(dn + 0.5), 0, 65535))),
        };
    }

    private static SignalImage ForEachPixel(SensorFrame frame, Func<int, int, Rgb> function)
    {
        var result = new SignalImage(frame.Width, frame.Height);
        Parallel.For(0, frame.Height, y =>
        {
            for (int x = 0; x < frame.Width; x++)
            {
                result[x, y] = function(x, y);
            }
        });
        return result;
    }
}
