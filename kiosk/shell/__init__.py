"""Around the stations: attract, home, who, result, thanks, idle reset, worry page, staff door."""
