using SensorSim.Geometry;
using SensorSim.Plugins;

namespace SensorSim.Cameras;

/// <summary>A lens with its parameters.</summary>
/// <param name="Id">The plugin's id, "lens.kannala-brandt"; the model's name is what follows the dot, with underscores.</param>
/// <param name="Lens">The plugin.</param>
/// <param name="Parameters">An instance of its parameter record.</param>
public sealed record LensProjection(string Id, Lens Lens, object Parameters) : CameraProjection
{
    public override string Model => Id[(Id.LastIndexOf('.') + 1)..].Replace('-', '_');

    public override IReadOnlyDictionary<string, double> Distortion => ParameterSchema.Of(Lens.ParametersType).ValuesOf(Parameters)
        .Where(value => value.Value!.GetValueKind() == System.Text.Json.JsonValueKind.Number)
        .ToDictionary(value => value.Key, value => value.Value!.GetValue<double>(), StringComparer.Ordinal);

    public override bool KeepsLines => Lens.IsPinholeWith(Parameters);

    public override double? HorizontalPeriod => Lens.HorizontalPeriod;

    public override ImagePoint? Project(in Vector3d point) => KeepsLines ? Pinhole.Project(point) : Lens.ProjectThrough(Parameters, point);

    public override CameraRay? Unproject(in ImagePoint place) => KeepsLines ? Pinhole.Unproject(place)
        : Lens.UnprojectThrough(Parameters, place) is { } direction ? new CameraRay(Vector3d.Zero, direction) : null;
}
