using SensorSim.Cameras;
using SensorSim.Randomness;
using SensorSim.Rendering.Flicker;
using SensorSim.Scenes.Model;

namespace SensorSim.Rendering.Exposures;

/// <summary>
/// The exposure of one camera, cut into slices of equal length: at least two for each pixel that anything moves while rows are open, and
/// enough points of the aperture to fill the largest blur disc. Each slice is rendered at one instant, drawn at random within it; lights are
/// integrated exactly over the part of it in which a row is open.
/// </summary>
public sealed class SlicedExposure
{
    /// <summary>Of a long way. A short one has up to four times as many, because its few random instants would show.</summary>
    private const double SlicesPerPixel = 2;

    private const int SlicesOfShortWay = 64;

    /// <summary>Instants at which motion is looked at.</summary>
    private const int Probes = 9;

    /// <summary>Slices of a scene in which only lamps move.</summary>
    private const int SlicesOfMovingLight = 16;

    /// <summary>Slices that smooth edges by themselves, each with one sample of a pixel at another place.</summary>
    private const int SmoothSlices = 256;

    private const int FewestThroughLens = 64;
    private const int MostThroughLens = 1024;

    private readonly SceneInstance _cousin;
    private readonly ExposedCamera _camera;
    private readonly int _rows;
    private readonly double _startSeconds;
    private readonly double _endSeconds;

    /// <param name="cousin">At the instant of the labels.</param>
    /// <param name="camera">The camera.</param>
    public SlicedExposure(SceneInstance cousin, ExposedCamera camera)
    {
        ArgumentNullException.ThrowIfNull(cousin);
        ArgumentNullException.ThrowIfNull(camera);
        (_cousin, _camera) = (cousin, camera);
        _rows = camera.In(cousin).Intrinsics.Height;
        _startSeconds = camera.Exposure.StartSeconds;
        _endSeconds = camera.Exposure.RowWindow(_rows - 1).End;
        Count = CountSlices();
    }

    /// <summary>How many slices; 0 when the image at one instant is all there is to see.</summary>
    public int Count { get; }

    /// <summary>Samples of a pixel that a slice needs: one where every row has enough slices, else null, the renderer's setting.</summary>
    public int? Samples => Count * _camera.Exposure.DurationSeconds / (_endSeconds - _startSeconds) >= SmoothSlices ? 1 : null;

    /// <summary>The slices of several cameras; those of equal exposures share their instants. A camera's slices are the same in any company.</summary>
    /// <param name="exposures">In the order of the request's views; those without slices have no part.</param>
    /// <param name="flicker">The radiance layers.</param>
    /// <param name="random">The step's numbers.</param>
    public static IEnumerable<ExposureSlice> Together(IReadOnlyList<SlicedExposure> exposures, FlickerLayers flicker, RandomStream random)
    {
        ArgumentNullException.ThrowIfNull(exposures);
        var alike = exposures.Where(exposure => exposure.Count > 0)
            .GroupBy(exposure => (exposure.Count, exposure._startSeconds, exposure._endSeconds, exposure.Samples));
        foreach (SlicedExposure[] group in alike.Select(group => group.ToArray()))
        {
            for (int i = 0; i < group[0].Count; i++)
            {
                SceneInstance instance = group[0].InstanceOf(i, random);
                yield return new(instance, [.. exposures.Select(exposure => group.Contains(exposure) ? exposure.ViewOf(i, instance, flicker, random) : null)])
                {
                    Samples = group[0].Samples,
                };
            }
        }
    }

    private SceneInstance InstanceOf(int index, RandomStream random) =>
        _cousin.At(At(index) + ((At(index + 1) - At(index)) * Fraction(random.Draw((uint)index).X)));

    private SliceView ViewOf(int index, SceneInstance instance, FlickerLayers flicker, RandomStream random)
    {
        UInt4 seeds = random.Draw(uint.MaxValue);
        CameraView view = _camera.In(instance);
        ImagePoint shift = Samples == 1 ? new(0.5 - Point(index, 0, seeds.X), 0.5 - Point(index, 1, seeds.Y)) : default;
        AperturePoint? aperture = _camera.Lens?.Point(Point(index, 2, seeds.Z), Point(index, 3, seeds.W));
        double[] weights = WeightsOf(At(index), At(index + 1), flicker);
        if (!view.Intrinsics.Projection.KeepsLines)
        {
            return new(view, weights) { Aperture = aperture, SampleShift = shift };
        }

        view = Jittered(view, shift);
        return new(aperture is null ? view : _camera.Lens!.Through(view, aperture), weights);
    }

    // Runs of neighbouring slices fill pixel and aperture evenly: what is seen at one end of the exposure is as smooth as the whole.
    private static double Point(int index, int dimension, uint seed) => SobolSequence.Coordinate((uint)index, dimension, seed);

    private static double Fraction(uint bits) => bits / 4294967296.0;

    private double At(int index) => _startSeconds + ((_endSeconds - _startSeconds) * index / Count);

    // Slices add up to an image: a place of its own within the pixel for each of them smooths edges without further samples.
    private static CameraView Jittered(CameraView view, ImagePoint shift)
    {
        CameraIntrinsics k = view.Intrinsics;
        return view with { Intrinsics = k with { Cx = k.Cx - shift.X, Cy = k.Cy - shift.Y } };
    }

    private int CountSlices()
    {
        double[] times = [.. Enumerable.Range(0, Probes).Select(i => _startSeconds + ((_endSeconds - _startSeconds) * i / (Probes - 1)))];
        SceneInstance[] instants = _cousin.Motion is { Moves: true } ? [.. times.Select(_cousin.At)] : [_cousin];
        CameraView[] views = [.. instants.Select(_camera.In)];
        double way = 0;
        bool isLightMoving = false;
        for (int i = 1; i < instants.Length; i++)
        {
            way += ScreenMotion.Pixels(instants[i - 1], views[i - 1], instants[i], views[i]);
            isLightMoving |= _cousin.Lamps.Any(lamp => instants[i].NodeToWorld[lamp.Node] != instants[i - 1].NodeToWorld[lamp.Node]);
        }

        int moving = way > 0 ? (int)Math.Ceiling(Math.Max(SlicesPerPixel * way, Math.Min(4 * SlicesPerPixel * way, SlicesOfShortWay)) - 1e-6) : 0;
        return Math.Max(Math.Max(moving, isLightMoving ? SlicesOfMovingLight : 0), _camera.Lens is { } lens ? SlicesThrough(lens, views[0]) : 0);
    }

    private int SlicesThrough(ThinLens lens, CameraView view)
    {
        (double nearest, double farthest) = ScreenMotion.Depths(_cousin, view);
        double disc = Math.Max(lens.BlurPixels(nearest, view.Intrinsics), lens.BlurPixels(farthest, view.Intrinsics));
        return disc == 0 ? 0 : (int)Math.Clamp(Math.PI / 4 * disc * disc, FewestThroughLens, MostThroughLens);
    }

    private double[] WeightsOf(double start, double end, FlickerLayers flicker)
    {
        int layers = flicker.Layers.Count;
        double[] weights = new double[_rows * layers];
        for (int row = 0; row < _rows; row++)
        {
            (double open, double close) = _camera.Exposure.RowWindow(row);
            double from = Math.Max(start, open), to = Math.Min(end, close);

            // A shutter without duration sees one instant: that of the slice it falls into.
            double share = close > open ? Math.Max(0, to - from) / (close - open) : open >= start && (open < end || (open == end && end == _endSeconds)) ? 1 : 0;
            for (int layer = 0; layer < layers && share > 0; layer++)
            {
                weights[(row * layers) + layer] = share * flicker.Layers[layer].Mean(from, Math.Max(to, from));
            }
        }

        return weights;
    }
}
