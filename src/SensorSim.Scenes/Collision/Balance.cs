using SensorSim.Geometry;

namespace SensorSim.Scenes.Collision;

/// <summary>Whether contacts hold a body from tilting.</summary>
internal static class Balance
{
    /// <summary>Whether anything bears the body.</summary>
    public static bool IsTouching(List<Contact> contacts, double touching) => contacts.Exists(contact => contact.Distance <= touching && contact.Normal.Y > 0);

    /// <summary>The line about which it can tilt, unit length: its contacts are in one line or point. Null for contacts that span an area.</summary>
    /// <param name="contacts">Near the body.</param>
    /// <param name="touching">Metres up to which a contact counts.</param>
    /// <param name="width">Metres that contacts must be beside the line.</param>
    public static Vector3d? AxisOf(List<Contact> contacts, double touching, double width)
    {
        Vector3d[] points = [.. contacts.Where(contact => contact.Distance <= touching).Select(contact => contact.Point)];
        if (points.Length == 0)
        {
            return null;
        }

        Vector3d a = points.MaxBy(p => (p - points[0]).Length), b = points.MaxBy(p => (p - a).Length);
        if ((b - a).Length < width)
        {
            return Vector3d.UnitX;
        }

        Vector3d axis = (b - a).Normalized();
        return points.Any(p => Vector3d.Cross(axis, p - a).Length >= width) ? null : axis;
    }
}
