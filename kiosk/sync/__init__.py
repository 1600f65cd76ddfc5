"""What kiosk and hub say to each other, and the kiosk's side of it. See `wire` for the protocol."""
