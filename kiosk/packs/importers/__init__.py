"""Foreign layouts, one file each, all on the same row model and the one header-finder."""
