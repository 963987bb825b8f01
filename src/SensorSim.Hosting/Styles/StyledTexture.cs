using System.Text.Json.Nodes;
using SensorSim.Signals;

namespace SensorSim.Hosting.Styles;

/// <summary>A texture behind a style.</summary>
/// <param name="Picture">8 bits, three channels.</param>
/// <param name="Evidence">What the backend says of it.</param>
internal sealed record StyledTexture(PixelPlane Picture, JsonObject Evidence);
