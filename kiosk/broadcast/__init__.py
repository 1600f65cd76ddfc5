"""From a take to something that sounds like radio, and the booth that ties capture, rendering and privacy together.

`rendering` asks, `render` is the short-lived process that does the work with NumPy and libsndfile (the screen never
loads them); `voice`, `loudness`, `dynamics`, `mixing` and `measure` are its parts, pure functions on arrays.
`levels` and `tips` turn figures into codes. `core.booth` is what a station is handed: read it first; `booth` is its
real one. `desk` is what staff and the 播报墙 do with kept takes, `keeper` makes and looks after all of it for the
screen (`app`), `self_test` tries microphone and speaker each morning.
"""
