import QtQuick
import kiosk.ui

// What to make, for which class, on which paper; beside it the paper itself.
Item {
    id: view
    required property CodesPosters posters
    property real inset: 0
    readonly property real side: Theme.upright ? width : (width - Theme.gutter) * 0.52
    readonly property real choicesHeight: Theme.upright ? Math.min(choices.height, height * 0.52) : height - inset

    Flickable {
        y: view.inset
        width: view.side
        height: view.choicesHeight
        contentHeight: choices.height
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        Column {
            id: choices
            width: parent.width
            spacing: 16 * Theme.u
            ChoiceRow {
                width: choices.width
                name: qsTr("什么")
                prefix: "kind"
                options: view.posters.kinds
                onPicked: key => view.posters.pick("kind", key)
            }
            ChoiceRow {
                visible: view.posters.kind === "poster"
                width: choices.width
                name: qsTr("哪个班")
                prefix: "poster-class"
                options: view.posters.classes
                onPicked: key => view.posters.pick("class", key)
            }
            ChoiceRow {
                visible: view.posters.kind === "poster"
                width: choices.width
                name: qsTr("纸张")
                prefix: "paper"
                options: view.posters.sizes
                onPicked: key => view.posters.pick("paper", key)
            }
            ChoiceRow {
                visible: view.posters.kind !== "poster"
                width: choices.width
                name: view.posters.kind === "certificate" ? qsTr("印章") : qsTr("哪一站")
                prefix: "station"
                options: view.posters.stations
                onPicked: key => view.posters.pick("station", key)
            }
            Card {
                visible: view.posters.message !== ""
                width: choices.width
                height: 150 * Theme.u
                contour: 4 * Theme.u
                face: Theme.glowSoft
                Txt {
                    objectName: "message"
                    anchors.fill: parent
                    anchors.margins: 28 * Theme.u
                    text: view.posters.message
                    size: 36
                    fit: true
                }
            }
        }
    }
    CodesPaper {
        x: Theme.upright ? 0 : view.side + Theme.gutter
        y: Theme.upright ? view.inset + view.choicesHeight + Theme.gutter : 0
        width: view.width - x
        height: view.height - y
        papers: view.posters.papers as CodesPapers
    }
}
