"""指尖微光 (Fingertip Glow): an offline-first touchscreen kiosk for youth cyber-literacy bases."""

__version__ = "0.1.0"
