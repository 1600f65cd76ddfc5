"""The shared words of the house: events, visits, items, ids, clock, errors. Standard library only."""
