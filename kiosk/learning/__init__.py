"""Pure measurement: ratings of items, signal detection, parallel forms, item analysis. No Qt, no store, no clock."""
