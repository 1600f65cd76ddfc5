"""A class session (课堂): what is running, whose form comes next, what was counted, and how kiosks put it together."""

from kiosk.classroom.room import Classroom
from kiosk.classroom.rules import PLANS, Asked, Session, session_id

__all__ = ["PLANS", "Asked", "Classroom", "Session", "session_id"]
