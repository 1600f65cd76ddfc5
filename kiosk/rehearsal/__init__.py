"""Plays the real screens by synthetic touch: for the tour, the torture, the benchmarks and the tests."""
