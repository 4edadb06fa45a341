"""A command of this program beside the screen: what comes from outside is read in a process of its own."""

from __future__ import annotations

from asyncio import create_subprocess_exec
from asyncio.subprocess import DEVNULL, PIPE, Process

from reader.itself import own_command


async def started(*words: str) -> Process:
    """Start `newsreel` with these words: it is asked nothing, and what it says is to be read."""
    command = own_command(*words)
    return await create_subprocess_exec(
        *command, stdin=DEVNULL, stdout=PIPE, stderr=PIPE, start_new_session=True
    )
