"""What goes down to kiosks: erasures, settings, ratings, packs. For pages: `erasures.order`, `settings.order`."""
