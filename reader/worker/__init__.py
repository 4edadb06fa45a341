"""The process that touches what strangers sent: started, watched, stopped and replaced here.

The parent holds two things a worker cannot take with it: a small shared map with what the worker is
at (`Hand`), and a pipe (the leash) whose closing tells it to leave. Nothing heavy is imported here.
Where there are two processors, a worker with many feeds to read has a second process beside it (`second`).
"""

from reader.worker.hand import Hand
from reader.worker.parent import Ending, Job, Supervisor

__all__ = ["Ending", "Hand", "Job", "Supervisor"]
