using System.Numerics;
using System.Text.Json.Nodes;
using SensorSim.Scenes.Gltf.Extensions;
using SensorSim.Scenes.Model;

namespace SensorSim.Scenes.Gltf.Writing;

/// <summary>Writes textures as materials use them, and colours.</summary>
internal static class TextureInfoWriter
{
    /// <summary>Adds a textureInfo; nothing for null.</summary>
    public static void Add(JsonObject owner, string name, TextureBinding? binding, string? strengthName = null)
    {
        if (binding is null)
        {
            return;
        }

        var json = new JsonObject { ["index"] = binding.Texture, ["texCoord"] = binding.TexCoord };
        if (strengthName is not null)
        {
            json[strengthName] = binding.Strength;
        }

        if (binding.Transform != Matrix3x2.Identity)
        {
            json["extensions"] = new JsonObject { [KhrTextureTransform.Name] = KhrTextureTransform.Write(binding.Transform) };
        }

        owner[name] = json;
    }

    public static JsonArray Color(Vector3 color) => new(color.X, color.Y, color.Z);
}
