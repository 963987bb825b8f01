using SensorSim.Cameras;
using SensorSim.Hosting.Plugins;
using SensorSim.Plugins;
using SensorSim.Rendering.Sensors;
using SensorSim.Sensors;

namespace SensorSim.Hosting.Scenarios;

/// <summary>A camera's sensor list, taken apart: its lens, which bends the rays that are rendered, and the stages that the image goes through.</summary>
/// <param name="Projection">The lens; a pinhole when the list begins with none.</param>
/// <param name="Sensor">The list without it: places stay, the lens is disabled.</param>
public sealed record Optics(CameraProjection Projection, IReadOnlyList<StageRequest> Sensor)
{
    /// <exception cref="SensorChainException">There are several lenses, one stands behind a stage, or its parameters are wrong.</exception>
    public static Optics Of(IReadOnlyList<StageRequest> requests, PluginCatalog catalog)
    {
        ArgumentNullException.ThrowIfNull(requests);
        ArgumentNullException.ThrowIfNull(catalog);
        var errors = new List<StageError>();
        CameraProjection projection = CameraProjection.Pinhole;
        bool isFirst = true;
        StageRequest[] sensor = [.. requests];
        for (int i = 0; i < sensor.Length; i++)
        {
            if (!sensor[i].Enabled)
            {
                continue;
            }

            if (LensOf(sensor[i], catalog) is { } lens)
            {
                errors.AddRange(isFirst ? [] : [new StageError(i, "use", $"{sensor[i].Use} is a lens: a camera has one, and it is the first of its sensor list.")]);
                projection = Bind(lens, sensor[i], i, errors) ?? projection;
                sensor[i] = sensor[i] with { Enabled = false };
            }

            isFirst = false;
        }

        return errors.Count == 0 ? new(projection, sensor) : throw new SensorChainException(errors);
    }

    private static InstalledPlugin? LensOf(StageRequest request, PluginCatalog catalog) =>
        catalog.Plugins.TryGetValue(request.Use, out InstalledPlugin? plugin) && plugin.Manifest.Kind == PluginKind.Lens ? plugin : null;

    private static LensProjection? Bind(InstalledPlugin plugin, StageRequest request, int index, List<StageError> errors)
    {
        ParameterBinding binding = plugin.Schema.Bind(request.Parameters);
        errors.AddRange(binding.Errors.Select(error => new StageError(index, error.Key, $"{request.Use}: {error.Message}")));
        return binding.Parameters is { } parameters ? new(request.Use, (Lens)plugin.Instance, parameters) : null;
    }
}
