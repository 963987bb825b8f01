"""Reads the lines of blender_labels.py, prints them as a table and fails where the programs disagree."""

import json
import sys

LIMITS = {"ids_equal": 0.999, "depth_within_0.1_percent": 0.999, "normal_within_1_degree": 0.999}

frames = [json.loads(line) for line in sys.stdin]
agree = bool(frames)
for frame in frames:
    # Blender computes normals of skinned and morphed meshes anew; glTF deforms those of the file.
    limits = {key: limit for key, limit in LIMITS.items() if not (frame["deforms"] and key.startswith("normal"))}
    good = frame["pixels"] > 0 and all(frame[key] is not None and frame[key] >= limit for key, limit in limits.items())
    agree &= good
    print("{}  {} pixels  ".format("agrees   " if good else "DISAGREES", frame["pixels"])
          + "  ".join("{} {}".format(key, "-" if frame[key] is None or key not in limits else "{:.5f}".format(frame[key])) for key in LIMITS)
          + "  worst depth {:.1e}  median {:.3f} deg".format(frame["worst_depth"] or 0, frame["median_degrees"] or 0))
sys.exit(0 if agree else 1)
