using System.Numerics;

namespace SensorSim.Scenes.Library.Geometry;

/// <summary>How a texture lies on a box.</summary>
internal abstract record BoxMapping
{
    private BoxMapping()
    {
    }

    /// <summary>The texture coordinate of a point on a face.</summary>
    /// <param name="face">The face.</param>
    /// <param name="right">Metres from the face's centre to the right.</param>
    /// <param name="up">Metres from the face's centre upwards.</param>
    /// <param name="size">Width and height of the face, metres.</param>
    public abstract Vector2 At(BoxFace face, float right, float up, Vector2 size);

    /// <summary>The texture repeats every <paramref name="Metres"/>; <paramref name="AlongUp"/> turns it by a quarter.</summary>
    public sealed record Tiled(float Metres, bool AlongUp = false, Vector2 Shift = default) : BoxMapping
    {
        public override Vector2 At(BoxFace face, float right, float up, Vector2 size) =>
            (AlongUp ? new Vector2(up, right) : new Vector2(right, -up)) / Metres + Shift;
    }

    /// <summary>Each face shows a rectangle of the texture: left, top, width, height, in texture coordinates.</summary>
    public sealed record Fitted(Func<BoxFace, Vector4> Rectangle) : BoxMapping
    {
        public override Vector2 At(BoxFace face, float right, float up, Vector2 size)
        {
            Vector4 r = Rectangle(face);
            float u = Math.Clamp((right / size.X) + 0.5f, 0, 1), v = Math.Clamp(0.5f - (up / size.Y), 0, 1);
            return new(r.X + (u * r.Z), r.Y + (v * r.W));
        }
    }
}
