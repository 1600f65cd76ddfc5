import kiosk.ui

// The dark panels of the desk.
Card {
    face: Theme.night
    shade: Theme.deepest
}
