"""The stations: one folder each. A station is announced by one line in `kiosk.stations.all.STATIONS`."""
