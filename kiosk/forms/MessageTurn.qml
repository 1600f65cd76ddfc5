import kiosk.ui
import kiosk.stations.anti_fraud

// Turns the page of a message too long for its place; it says which page is open.
BigButton {
    required property MessageCard card
    readonly property int pages: card?.pages ?? 1
    property int furthest: 0
    // Whether every page has been open.
    readonly property bool seen: furthest >= pages - 1
    visible: pages > 1
    tone: "light"
    icon: "arrow-down"
    words: 36
    label: ((card?.page ?? 0) + 1) + " / " + pages
    onCardChanged: furthest = 0
    onTapped: {
        card.turn();
        furthest = Math.max(furthest, card.page);
    }
}
