"""Writes a .glb of 600 objects without textures: boxes, balls, cones and pipes of 12 materials, hung in a hall of 10 by 6 by 10. Always the same file."""

import json
import math
import random
import struct
import sys

OBJECTS = 600
SIDES = 24


def box():
    points, normals, triangles = [], [], []
    for axis in range(3):
        for sign in (-1, 1):
            first = len(points)
            for u, v in ((-1, -1), (1, -1), (1, 1), (-1, 1)):
                corner = [0.0, 0.0, 0.0]
                corner[axis], corner[(axis + 1) % 3], corner[(axis + 2) % 3] = sign * 0.5, u * 0.5 * sign, v * 0.5
                normal = [0.0, 0.0, 0.0]
                normal[axis] = float(sign)
                points.append(corner)
                normals.append(normal)
            triangles += [first, first + 1, first + 2, first, first + 2, first + 3]
    return points, normals, triangles


def turned(profile):
    """A surface of revolution about +Y: profile of (radius, height, normal out, normal up)."""
    points, normals, triangles = [], [], []
    for radius, height, out, up in profile:
        for side in range(SIDES + 1):
            x, z = math.cos(2 * math.pi * side / SIDES), math.sin(2 * math.pi * side / SIDES)
            points.append([radius * x, height, radius * z])
            normals.append([out * x, up, out * z])
    for ring in range(len(profile) - 1):
        if profile[ring][:2] == profile[ring + 1][:2]:
            continue
        for side in range(SIDES):
            a = ring * (SIDES + 1) + side
            b = a + SIDES + 1
            triangles += [a, b, a + 1, a + 1, b, b + 1]
    return points, normals, triangles


def ball():
    rings = 16
    return turned([(0.5 * math.sin(math.pi * i / rings), -0.5 * math.cos(math.pi * i / rings), math.sin(math.pi * i / rings), -math.cos(math.pi * i / rings))
                   for i in range(rings + 1)])


def cone():
    n = 1 / math.sqrt(1.25)
    return turned([(0, -0.5, 0, -1), (0.5, -0.5, 0, -1), (0.5, -0.5, n, n / 2), (0, 0.5, n, n / 2)])


def pipe():
    return turned([(0, -0.5, 0, -1), (0.3, -0.5, 0, -1), (0.3, -0.5, 1, 0), (0.3, 0.5, 1, 0), (0.3, 0.5, 0, 1), (0, 0.5, 0, 1)])


def floats(rows):
    values = [value for row in rows for value in row]
    return struct.pack(f"<{len(values)}f", *values)


def main():
    rng = random.Random(1)
    binary, views, accessors, meshes = bytearray(), [], [], []

    def accessor(data, target, **declared):
        views.append({"buffer": 0, "byteOffset": len(binary), "byteLength": len(data), "target": target})
        binary.extend(data + bytes(-len(data) % 4))
        accessors.append({"bufferView": len(views) - 1, **declared})
        return len(accessors) - 1

    materials = [{"name": f"paint {i}", "pbrMetallicRoughness": {
        "baseColorFactor": [round(rng.uniform(0.1, 0.9), 3) for _ in range(3)] + [1], "metallicFactor": i % 4 // 3, "roughnessFactor": round(rng.uniform(0.2, 0.9), 3)}}
        for i in range(12)]
    for points, normals, triangles in (box(), ball(), cone(), pipe()):
        packed = [struct.unpack("<3f", struct.pack("<3f", *p)) for p in points]
        attributes = {
            "POSITION": accessor(floats(points), 34962, componentType=5126, count=len(points), type="VEC3",
                                 min=[min(p[i] for p in packed) for i in range(3)], max=[max(p[i] for p in packed) for i in range(3)]),
            "NORMAL": accessor(floats(normals), 34962, componentType=5126, count=len(points), type="VEC3")}
        indices = accessor(struct.pack(f"<{len(triangles)}H", *triangles), 34963, componentType=5123, count=len(triangles), type="SCALAR")
        for material in range(len(materials)):
            meshes.append({"primitives": [{"attributes": attributes, "indices": indices, "material": material}]})

    nodes = []
    for i in range(OBJECTS):
        turn = rng.uniform(0, 2 * math.pi)
        place = [1.6 * (at - middle) + rng.uniform(-0.3, 0.3) for at, middle in ((i % 10, 4.5), (i // 10 % 6, 2.5), (i // 60, 4.5))]
        nodes.append({"name": f"object {i}", "mesh": rng.randrange(len(meshes)), "translation": [round(value, 3) for value in place],
                      "rotation": [0, math.sin(turn / 2), 0, math.cos(turn / 2)], "scale": [round(rng.uniform(0.5, 1.3), 3) for _ in range(3)]})
    document = {"asset": {"version": "2.0"}, "scene": 0, "scenes": [{"nodes": list(range(len(nodes)))}], "nodes": nodes, "meshes": meshes,
                "materials": materials, "accessors": accessors, "bufferViews": views, "buffers": [{"byteLength": len(binary)}]}
    text = json.dumps(document, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    with open(sys.argv[1], "wb") as file:
        file.write(b"glTF" + struct.pack("<III", 2, 28 + len(text) + len(binary), len(text)) + b"JSON" + text + struct.pack("<I", len(binary)) + b"BIN\0" + binary)


if __name__ == "__main__":
    main()
