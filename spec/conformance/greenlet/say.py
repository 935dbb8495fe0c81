"""The line that the programs of this folder print: words. Its counterpart is say.ts."""

import os
import sys

sys.path.append(os.path.join(os.path.dirname(__file__), '..'))
from show import show  # noqa: E402


def say(*words):
    """Print a line."""
    print(*map(show, words), flush=True)
