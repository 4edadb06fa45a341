"""Where `newsreel` begins: decides by the words after it what is to run, and imports only that."""

from __future__ import annotations

import errno
import os
import sys

from reader.errors import NewsreelError, starved, unsaid

_WINDOWS = "Newsreel runs on Linux and macOS; on Windows, use it inside WSL."
_UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


def main() -> int:
    """Run what the command line asks for and return the exit code."""
    if os.name == "nt":
        print(_WINDOWS, file=sys.stderr)
        return 1
    _open_standard_files()
    try:
        return _answered(sys.argv[1:])
    except Exception as error:  # not even the code could be read that says what is wrong
        if not (why := starved(error)):
            raise
        print(f"Newsreel cannot go on, because {why}.", file=sys.stderr)
        return 1
    finally:
        _drop_remarks()


def _answered(arguments: list[str]) -> int:
    debug = _take_debug(arguments)
    if debug:
        from reader.worker import parent

        parent.DEBUG = True
    try:
        code = _run(arguments)
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        return _nobody_listens()
    except KeyboardInterrupt:
        return 130
    except NewsreelError as error:
        return _report(str(error), error.exit_code, debug=debug)
    except Exception as error:
        if starved(error) and not debug:
            raise
        return _broke(error, debug=debug)
    _leave_everything()
    return code


def _broke(error: Exception, *, debug: bool) -> int:
    """Say that nothing could be written, or that the fault is ours; then the log keeps it, for a report."""
    if isinstance(error, OSError) and error.errno in _UNWRITABLE:
        return _nowhere_to_write(error, debug=debug)
    from reader import log

    log.own_fault(error)
    kind = type(error).__name__
    return _report(
        f"Something went wrong inside Newsreel ({kind}: {error}); nothing saved is lost. "
        "Run the command again with --debug and report what it prints.",
        1,
        debug=debug,
    )


def _leave_everything() -> None:
    """Have Python look for no cycles at its end: the process takes everything with it."""
    import gc

    gc.freeze()


def _take_debug(arguments: list[str]) -> bool:
    """Take `--debug` out of the words, wherever it stands among the options."""
    end = arguments.index("--") if "--" in arguments else len(arguments)
    if "--debug" not in arguments[:end]:
        return False
    arguments.remove("--debug")
    return True


def _run(arguments: list[str]) -> int:
    if not arguments and "_NEWSREEL_COMPLETE" not in os.environ:
        from reader.cli.opening import open_reader

        return open_reader()
    if arguments[:1] == ["refresh"]:
        from reader.cli.refreshing import refresh

        return refresh(arguments[1:])
    from reader.cli.main import run

    return run(arguments)


def _report(sentence: str, code: int, *, debug: bool) -> int:
    """Say on stderr what went wrong, in one sentence; with `debug`, where."""
    from contextlib import suppress

    from reader.addresses import masked
    from reader.text.clean import clean

    if debug:
        import traceback

        traceback.print_exc()
    with suppress(OSError):  # nowhere to say it either
        print(clean(masked(sentence)), file=sys.stderr)
    return code


def _open_standard_files() -> None:
    """Give a file closed by the caller a place: else a file of ours takes its number, and our words."""
    for number in range(3):
        try:
            os.fstat(number)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free
    sys.stdin = sys.stdin or open(0, encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stdout = sys.stdout or open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115
    sys.stderr = sys.stderr or open(2, "w", encoding="utf-8", closefd=False)  # noqa: SIM115


def _nowhere_to_write(error: OSError, *, debug: bool) -> int:
    """Say that what was to be printed found no room. Python would try once more at exit, so not there."""
    code = _report(unsaid(error), 1, debug=debug)
    _nobody_listens()
    return code


def _nobody_listens() -> int:
    """End in silence where the reader of our pipe has left; Python would complain once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return 0


def _drop_remarks() -> None:
    """Leave nothing to be said on stderr: at exit Python 3.14 would try again, and fail with its own code."""
    try:
        sys.stderr.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)


if __name__ == "__main__":
    sys.exit(main())
