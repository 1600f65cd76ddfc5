"""Shared QML: theme, texts, buttons, cards, pictures, the bar that is the same everywhere."""
