"""The journal as flat rows, once; csv and xlsx from the same rows. Qt-free."""
