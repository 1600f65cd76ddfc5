"""The children's screen while a class does its forms: up to four at once, each in a quarter of its own."""
