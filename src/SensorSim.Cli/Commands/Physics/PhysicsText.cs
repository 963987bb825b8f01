using System.Globalization;
using SensorSim.Cli.Console;
using SensorSim.Hosting.Physics;

namespace SensorSim.Cli.Commands.Physics;

/// <summary>Bodies and joints as tables.</summary>
internal static class PhysicsText
{
    public static void Write(TextWriter writer, PhysicsSummary summary)
    {
        PhysicsTotals totals = summary.Totals;
        writer.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Scene}: {totals.Dynamic} dynamic, {totals.Kinematic} kinematic and {totals.Static} static bodies with {Quantity.Of(totals.Colliders, "collider")}, {Quantity.Of(totals.Joints, "joint")}; {totals.DynamicMassKg:G4} kg move by forces; {totals.Open} open surfaces"));
        Section(writer, "bodies", Bodies(summary));
        Section(writer, "joints", Joints(summary));
        if (summary.Untouchable.Count > 0)
        {
            writer.WriteLine($"touch nothing, because the file gives them no collider: {string.Join(", ", summary.Untouchable)}");
        }

        if (summary.Bodies.Count > 0)
        {
            writer.WriteLine("from: f the file, s the scenario (of this body), e the scenario (of everything), g geometry; in the order shape, mass, inertia, friction, restitution");
        }
    }

    private static void Section(TextWriter writer, string title, TextTable table)
    {
        if (table.IsEmpty) return;
        writer.WriteLine(title);
        table.WriteTo(writer, indent: 2);
    }

    private static TextTable Bodies(PhysicsSummary summary)
    {
        var table = new TextTable("name", "motion", "shapes (m)", "mass (kg)", "volume (m³)", "moments (kg m²)", "friction", "restitution", "from", "");
        foreach (BodySummary body in summary.Bodies)
        {
            table.Add(
                body.Name, body.Motion, body.Shapes.Count > 0 ? string.Join(", ", body.Shapes) : "none", Number(body.MassKg), Number(body.VolumeM3), string.Join(' ', body.MomentsKgM2?.Select(moment => Number(moment)) ?? []),
                Number(body.Friction), Number(body.Restitution), string.Concat(new[] { "shape", "mass", "inertia", "friction", "restitution" }.Select(key => body.From.TryGetValue(key, out string? origin) ? origin[..1] : "-")),
                string.Join(", ", new[] { body.IsOpen ? "open" : "", body.GravityFactor is { } factor ? $"gravity × {Number(factor)}" : "" }.Where(note => note.Length > 0)));
        }

        return table;
    }

    private static TextTable Joints(PhysicsSummary summary)
    {
        var table = new TextTable("name", "type", "parent", "child", "limits", "");
        foreach (JointSummary joint in summary.Joints)
        {
            string notes = string.Join(", ", new[] { joint.IsReleasable ? "closes a ring" : "", MotorOf(joint) }.Where(note => note.Length > 0));
            table.Add(joint.Name, joint.Type, joint.Parent, joint.Child, joint.Lower is null && joint.Upper is null ? "" : $"{Number(joint.Lower, "-∞")} to {Number(joint.Upper, "∞")} {joint.Unit}", notes);
        }

        return table;
    }

    private static string MotorOf(JointSummary joint)
    {
        if (joint.Servo is not { } servo)
        {
            return "";
        }

        (string force, string unit) = joint.Unit == "rad" ? ("N m", "rad") : ("N", "m");
        string most = servo.MaximumForce is null ? "" : $", at most {Number(servo.MaximumForce)} {force}";
        return $"motor to {Number(servo.Target)} {unit} at {Number(servo.TargetVelocity)} {unit}/s: {Number(servo.Stiffness)} {force}/{unit}, {Number(servo.Damping)} {force} s/{unit}{most}";
    }

    private static string Number(double? value, string absent = "") => value?.ToString("G3", CultureInfo.InvariantCulture) ?? absent;
}
