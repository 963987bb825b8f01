"""Styles as their papers have them, with NumPy's FFT and linear algebra and Pillow's resizing: nothing of this project's code.

Reads a JSON request on standard input (files hold raw float32, height x width x 3) and writes the result's samples to request["out"].
"""
import json
import sys

import numpy as np


def load(image):
    return np.fromfile(image["file"], dtype=np.float32).reshape(image["height"], image["width"], 3).astype(np.float64)


def resized(image, width, height):
    from PIL import Image

    planes = [Image.fromarray(image[:, :, c].astype(np.float32), mode="F").resize((width, height), Image.BILINEAR) for c in range(3)]
    return np.stack([np.asarray(plane) for plane in planes], axis=2).astype(np.float64)


def fda(source, target, beta):
    """Yang and Soatto, CVPR 2020: the amplitudes in a square of half width floor(min(h, w) * beta) around the shifted middle."""
    height, width, _ = source.shape
    if target.shape != source.shape:
        target = resized(target, width, height)
    result = np.empty_like(source)
    half = int(np.floor(min(height, width) * beta))
    row, column = height // 2, width // 2
    for channel in range(3):
        spectrum = np.fft.fft2(source[:, :, channel])
        amplitude, phase = np.fft.fftshift(np.abs(spectrum)), np.angle(spectrum)
        other = np.fft.fftshift(np.abs(np.fft.fft2(target[:, :, channel])))
        rows, columns = slice(row - half, row + half + 1), slice(column - half, column + half + 1)
        amplitude[rows, columns] = other[rows, columns]
        result[:, :, channel] = np.real(np.fft.ifft2(np.fft.ifftshift(amplitude) * np.exp(1j * phase)))
    return result


def reinhard(source, target):
    """Reinhard and others 2001: mean and standard deviation in l-alpha-beta, black at half an 8-bit code."""
    to_lms = np.array([[0.3811, 0.5783, 0.0402], [0.1967, 0.7244, 0.0782], [0.0241, 0.1288, 0.8444]])
    to_lab = np.diag([1 / np.sqrt(3), 1 / np.sqrt(6), 1 / np.sqrt(2)]) @ np.array([[1, 1, 1], [1, 1, -2], [1, -1, 0]])

    def lab(image):
        return np.log10(np.maximum(image.reshape(-1, 3), 0.5 / 255) @ to_lms.T) @ to_lab.T

    own, other = lab(source), lab(target)
    moved = (own - own.mean(axis=0)) / own.std(axis=0) * other.std(axis=0) + other.mean(axis=0)
    back = 10 ** (moved @ np.linalg.inv(to_lab).T) @ np.linalg.inv(to_lms).T
    return back.reshape(source.shape)


def main():
    request = json.load(sys.stdin)
    source, target = load(request["source"]), load(request["target"])
    style = request["style"]
    result = fda(source, target, request["beta"]) if style == "fda" else reinhard(source, target) if style == "reinhard" else resized(target, source.shape[1], source.shape[0])
    np.clip(result, 0, 1).astype(np.float32).tofile(request["out"])


main()
