import QtQuick
import kiosk.ui

// Five cards: people by day, what they did, what was learned, satisfaction; grades are scrolled to.
Flickable {
    id: charts
    required property LedgerViewModel viewModel
    readonly property var shown: viewModel.shown
    readonly property real wide: Theme.upright ? width : (width - Theme.gutter) * 0.56
    readonly property real narrow: Theme.upright ? width : width - Theme.gutter - wide
    readonly property real low: 204 * Theme.u
    readonly property real lessons: Theme.upright ? 268 * Theme.u : height - low - Theme.gutter
    readonly property real high: Theme.upright ? (height - lessons - low - 3 * Theme.gutter) / 2 : (height - Theme.gutter) / 2
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    contentHeight: height + covered.height + Theme.gutter

    LedgerChart {
        id: steps
        width: charts.wide
        height: charts.high
        card: charts.shown.steps
        LedgerColumns {
            anchors.fill: parent
            steps: charts.shown.steps.rows
        }
    }
    LedgerChart {
        id: stations
        y: steps.height + Theme.gutter
        width: charts.wide
        height: charts.high
        card: charts.shown.stations
        LedgerBars {
            anchors.fill: parent
            most: Theme.upright ? 4 : 6
            rows: charts.shown.stations.rows.slice(0, most)
        }
    }
    LedgerChart {
        id: learning
        x: Theme.upright ? 0 : charts.wide + Theme.gutter
        y: Theme.upright ? stations.y + stations.height + Theme.gutter : 0
        width: charts.narrow
        height: charts.lessons
        card: charts.shown.learning
        LedgerIntervals {
            anchors.fill: parent
            bars: charts.shown.learning.rows
            ticks: charts.shown.learning.ticks
        }
    }
    LedgerChart {
        id: covered
        y: charts.height + Theme.gutter
        width: charts.width
        height: 360 * Theme.u
        card: charts.shown.covered
        LedgerBars {
            anchors.fill: parent
            rows: charts.shown.covered.rows
        }
    }
    LedgerChart {
        x: learning.x
        y: charts.height - height
        width: charts.narrow
        height: charts.low
        card: charts.shown.satisfied
        LedgerShares {
            anchors.fill: parent
            parts: charts.shown.satisfied.rows
        }
    }
}
