#!/usr/bin/env python3
"""Writes the meshes of the robots in scenarios/models: binary STL, metres, +Z up. Run it when a form changes."""
import math
import pathlib
import struct

MODELS = pathlib.Path(__file__).parent.parent / "scenarios/models"
AROUND = 40


def lathe(profile):
    """A solid of revolution about z; the profile is (radius, z) from bottom to top and closes on the axis."""
    ring = lambda r, z: [(r * math.cos(2 * math.pi * i / AROUND), r * math.sin(2 * math.pi * i / AROUND), z) for i in range(AROUND)]
    triangles, rings = [], [ring(r, z) for r, z in profile]
    for low, high in zip(rings, rings[1:]):
        for i in range(AROUND):
            j = (i + 1) % AROUND
            triangles += [(low[i], low[j], high[j]), (low[i], high[j], high[i])]
    return [t for t in triangles if len(set(t)) == 3]


def rounded(radius, low, high, edge):
    """The profile of a cylinder with round edges."""
    arc = [(radius - edge + edge * math.sin(a), edge - edge * math.cos(a)) for a in (k * math.pi / 12 for k in range(7))]
    return [(0, low)] + [(r, low + d) for r, d in arc] + [(r, high - d) for r, d in reversed(arc)] + [(0, high)]


def turned(triangles, axis):
    """From along z to along x or y."""
    turn = {"x": lambda p: (p[2], p[0], p[1]), "y": lambda p: (p[1], p[2], p[0])}[axis]
    return [tuple(turn(p) for p in t) for t in triangles]


def loft(sections):
    """A solid through cross-sections along z, each (z, half width x, half depth y, corner radius, shift x)."""
    def ring(z, x, y, corner, shift):
        points = []
        for cx, cy, start in ((x - corner, y - corner, 0), (corner - x, y - corner, 90), (corner - x, corner - y, 180), (x - corner, corner - y, 270)):
            points += [(shift + cx + corner * math.cos(math.radians(start + k * 15)), cy + corner * math.sin(math.radians(start + k * 15)), z) for k in range(7)]
        return points
    rings = [ring(*s) for s in sections]
    count, triangles = len(rings[0]), []
    for low, high in zip(rings, rings[1:]):
        for i in range(count):
            j = (i + 1) % count
            triangles += [(low[i], low[j], high[j]), (low[i], high[j], high[i])]
    for ring_, flip in ((rings[0], True), (rings[-1], False)):
        middle = tuple(sum(p[k] for p in ring_) / count for k in range(3))
        triangles += [(middle, ring_[(i + 1) % count], ring_[i]) if flip else (middle, ring_[i], ring_[(i + 1) % count]) for i in range(count)]
    return triangles


def write(path, triangles):
    data = bytearray(b"SensorSim, eng/robot-meshes.py".ljust(80) + struct.pack("<I", len(triangles)))
    for a, b, c in triangles:
        u, v = [b[k] - a[k] for k in range(3)], [c[k] - a[k] for k in range(3)]
        n = (u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0])
        length = math.sqrt(sum(x * x for x in n)) or 1
        data += struct.pack("<12fH", *(x / length for x in n), *a, *b, *c, 0)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def main():
    arm, dog = MODELS / "arm/meshes", MODELS / "quadruped/meshes"
    write(arm / "base.stl", lathe([(0, 0), (0.095, 0), (0.1, 0.004), (0.1, 0.018), (0.096, 0.022), (0.082, 0.026), (0.074, 0.05), (0.07, 0.09), (0.07, 0.13), (0.066, 0.135), (0, 0.135)]))
    write(arm / "shoulder.stl", lathe([(0, 0), (0.062, 0), (0.066, 0.004), (0.066, 0.06), (0.06, 0.1), (0.056, 0.14), (0.05, 0.17), (0, 0.19)]))
    write(arm / "housing.stl", turned(lathe(rounded(0.062, -0.075, 0.075, 0.014)), "y"))
    write(arm / "elbow.stl", turned(lathe(rounded(0.052, -0.064, 0.064, 0.012)), "y"))
    write(arm / "wrist.stl", turned(lathe(rounded(0.043, -0.052, 0.052, 0.010)), "y"))
    write(arm / "upper.stl", lathe([(0, 0.0), (0.05, 0.02), (0.054, 0.06), (0.05, 0.13), (0.048, 0.16), (0, 0.16)]))
    write(arm / "lower.stl", lathe([(0, 0.0), (0.048, 0.0), (0.05, 0.03), (0.047, 0.1), (0.043, 0.14), (0.034, 0.16), (0, 0.165)]))
    write(arm / "flange.stl", lathe([(0, 0.0), (0.036, 0.0), (0.038, 0.003), (0.038, 0.022), (0.035, 0.026), (0, 0.026)]))
    write(arm / "hand.stl", loft([(0, 0.03, 0.03, 0.012, 0), (0.012, 0.034, 0.075, 0.012, 0), (0.052, 0.034, 0.1, 0.012, 0), (0.066, 0.028, 0.095, 0.012, 0)]))
    write(arm / "finger.stl", loft([(0, 0.012, 0.010, 0.003, 0), (0.03, 0.012, 0.010, 0.003, 0), (0.045, 0.011, 0.007, 0.003, 0), (0.068, 0.010, 0.006, 0.003, 0)]))
    write(dog / "trunk.stl", turned(loft([(-0.26, 0.05, 0.06, 0.03, 0.01), (-0.24, 0.065, 0.08, 0.035, 0.01), (-0.18, 0.078, 0.095, 0.035, 0), (0.16, 0.078, 0.095, 0.035, 0), (0.24, 0.065, 0.08, 0.035, 0.01), (0.27, 0.045, 0.06, 0.03, 0.01)]), "x"))
    write(dog / "head.stl", turned(loft([(0, 0.035, 0.045, 0.02, 0), (0.03, 0.05, 0.06, 0.025, 0), (0.1, 0.048, 0.055, 0.025, -0.005), (0.14, 0.03, 0.04, 0.02, -0.012)]), "x"))
    write(dog / "thigh.stl", loft([(-0.215, 0.02, 0.016, 0.012, 0), (-0.19, 0.024, 0.018, 0.014, 0), (-0.1, 0.034, 0.022, 0.018, 0.004), (0.0, 0.05, 0.028, 0.024, 0), (0.035, 0.04, 0.026, 0.022, 0), (0.048, 0.02, 0.015, 0.012, 0)]))


main()
