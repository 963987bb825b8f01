"""Prints what the validator and this program say of each broken file; exit 1 where they disagree without a reason."""

import json
import sys


def lines(path):
    with open(path, encoding="utf-8") as text:
        return [json.loads(line) for line in text]


def say_of(theirs):
    return ", ".join(sorted(set(theirs["errors"]))) or ("accepts, warns: " + ", ".join(sorted(set(theirs["warnings"]))) if theirs["warnings"] else "accepts")


def cell(text):
    return text.replace("|", "\\|")


def main():
    with open(sys.argv[1], encoding="utf-8") as text:
        defects = [{"defect": "(none: the sound file)"}, *json.load(text)["defects"]]
    print("| defect | gltf-validator | this program | agree |\n|---|---|---|---|")
    wrong = explained = 0
    for number, (defect, theirs, ours) in enumerate(zip(defects, lines(sys.argv[2]), lines(sys.argv[3]), strict=True)):
        is_broken = number > 0 and not defect.get("sound")
        agree = bool(theirs["errors"]) == bool(ours["defects"]) == is_broken
        reason = defect.get("accepted_by_validator")
        if not agree:
            explained += bool(reason) and bool(ours["defects"])
            wrong += not (reason and ours["defects"])
        said = ("refuses: " if ours["refused"] else "reads, tells: ") + ours["defects"][0].split(".glb: ")[-1] if ours["defects"] else "reads"
        print(f"| {cell(defect['defect'])} | {say_of(theirs)} | {cell(said)} | {'yes' if agree else 'no: ' + reason if reason else 'NO'} |")
    sound = sum(bool(defect.get("sound")) for defect in defects)
    print(f"\n{len(defects) - 1 - sound} defects and {sound} oddities that are none: {len(defects) - 1 - explained - wrong} judged alike, {explained} refused here and accepted there for the reason given, {wrong} unexplained.")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
