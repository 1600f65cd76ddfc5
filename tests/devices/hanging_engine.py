"""A speech engine that takes the text and never answers, as a real process."""

import signal
import sys

sys.stdin.read()
signal.pause()
