"""`mentorat` on the command line; the version is answered before anything is imported."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line and end the process with its exit code."""
    arguments = sys.argv[1:]
    if arguments == ["--version"]:
        from mentorat import __version__

        sys.stdout.write(f"mentorat {__version__}\n")
        sys.exit(0)
    import gc

    gc.disable()
    from mentorat.cli.app import run

    sys.exit(run(arguments))


if __name__ == "__main__":
    main()
