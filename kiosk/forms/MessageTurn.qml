import kiosk.ui
import kiosk.stations.anti_fraud

// Turns the page of a message too long for its place; it says which page is open.
BigButton {
    required property MessageCard card
    visible: card !== null && card.pages > 1
    tone: "light"
    icon: "arrow-down"
    words: 36
    label: visible ? (card.page + 1) + " / " + card.pages : ""
    onTapped: card.turn()
}
