"""Quiz banks: what a file brings, what is wrong with it, and which items are installed. Qt-free."""
