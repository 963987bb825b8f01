"""Writes one .glb for each defect of gltf-defects.json, and the sound file that they are made from (00-sound.glb)."""

import copy
import json
import os
import re
import struct
import sys


def pack(parts):
    """The binary chunk: typed lists one after the other, each from a multiple of four bytes."""
    data = bytearray()
    for part in parts:
        data.extend(bytes(-len(data) % 4))
        (kind, values), = part.items()
        if kind == "hex":
            data.extend(bytes.fromhex(values))
        else:
            letter = {"float": "f", "ushort": "H", "ubyte": "B"}[kind]
            data.extend(struct.pack(f"<{len(values)}{letter}", *values))
    return data


def steps(path):
    return [int(step) if step.isdigit() else step for step in re.findall(r"[^.\[\]]+", path)]


def edit_document(document, edit):
    path = steps(edit.get("set") or edit["remove"])
    at = document
    for step in path[:-1]:
        at = at[step]
    if "set" in edit:
        at[path[-1]] = edit["to"]
    else:
        del at[path[-1]]


def patch(data, at, text):
    patched = bytes.fromhex(text)
    data[at:at + len(patched)] = patched


def build(description, edits):
    document = copy.deepcopy(description["document"])
    binary = pack(description["binary"])
    for edit in edits:
        if "set" in edit or "remove" in edit:
            edit_document(document, edit)
        if "binary" in edit:
            patch(binary, edit["binary"], edit["hex"])
    text = json.dumps(document, separators=(",", ":"))
    for edit in (e for e in edits if "text" in e):
        assert edit["text"] in text, edit
        text = text.replace(edit["text"], edit["to"], 1)
    body = text.encode()
    body += b" " * (-len(body) % 4)
    binary.extend(bytes(-len(binary) % 4))
    file = bytearray(b"glTF" + struct.pack("<III", 2, 28 + len(body) + len(binary), len(body)) + b"JSON" + body
                     + struct.pack("<I", len(binary)) + b"BIN\0" + binary)
    for edit in edits:
        if "file" in edit:
            patch(file, edit["file"], edit["hex"])
        if "truncate" in edit:
            file = file[:edit["truncate"]]
        if "append" in edit:
            file += bytes.fromhex(edit["append"])
    return bytes(file)


def main():
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "gltf-defects.json"), encoding="utf-8") as text:
        description = json.load(text)
    folder = sys.argv[1]
    for number, defect in enumerate([{"defect": "sound", "edits": []}, *description["defects"]]):
        name = re.sub(r"[^a-z0-9]+", "-", defect["defect"].lower()).strip("-")
        with open(os.path.join(folder, f"{number:03d}-{name}.glb"), "wb") as file:
            file.write(build(description, defect["edits"]))


if __name__ == "__main__":
    main()
