"""Prints the text that zbarimg reads from each picture, as a JSON list."""
import json
import subprocess
import sys


def text(picture):
    read = subprocess.run(["zbarimg", "--raw", "--quiet", "-Sdisable", "-Sqrcode.enable", picture], stdout=subprocess.PIPE, check=True)
    return read.stdout.decode().removesuffix("\n")


print(json.dumps([text(picture) for picture in sys.argv[1:]]))
