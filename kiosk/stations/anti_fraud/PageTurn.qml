import kiosk.ui

// Turns the page of a text too long for its place; it says which page is open.
BigButton {
    id: turn
    required property PagedColumn column
    readonly property int pages: column?.pages ?? 1
    visible: pages > 1
    tone: "light"
    icon: "arrow-down"
    words: 36
    label: ((column?.page ?? 0) + 1) + " / " + pages
    onTapped: column.turn()
}
