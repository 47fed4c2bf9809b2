"""What evaluate and evaluate-facts share: the program that is measured, and the measure."""

import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent


def f1(right, said, there):
    return 200 * right / max(1, said + there)


def compiled():
    """Compiles the program, and says where it is."""
    build = ["swift", "build", "--package-path", str(ROOT), "-c", "release"]
    subprocess.run([*build, "--product", "entente"], stdout=sys.stderr, check=True)
    folder = subprocess.run([*build, "--show-bin-path"], stdout=subprocess.PIPE, check=True).stdout.decode().strip()
    return f"{folder}/entente"
