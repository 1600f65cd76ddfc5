import QtQuick

// What every station looks like from outside: head, content, and the bar with leave, worry and listen. The shell
// answers the signals; a station fills `content` and says its primary act.
Item {
    id: screen
    property string title: ""
    property string subtitle: ""
    property string leaveLabel: qsTr("回家")
    property string leaveIcon: "home"
    property string primaryLabel: ""
    property bool primaryUsable: true
    property string primaryHint: ""
    property bool primaryShown: true
    // What 听一听 reads: the whole of what stands on the screen to be read.
    property string readingText: ""
    property bool reading: false
    property int lanterns: 0
    property real veil: 0.72
    property string picture: "canal"
    // Nothing but the content, over the whole screen; it then offers to leave and to worry itself.
    property bool bare: false
    default property alias content: body.data
    property alias headExtras: extras.data
    property alias helpers: helperRow.data
    readonly property real bodyTop: (Theme.upright ? 232 : 136) * Theme.u
    // An upright screen keeps the row of the primary act even while it is empty, so that nothing jumps.
    readonly property real bodyBottom: acts.y - 8 * Theme.u
    signal leaveTapped
    signal worryTapped
    signal listenTapped
    signal primaryTapped

    Scene {
        anchors.fill: parent
        veil: screen.veil
        picture: screen.picture
    }
    Txt {
        id: titleText
        visible: !screen.bare
        x: Theme.margin
        y: 24 * Theme.u
        height: 96 * Theme.u
        width: Math.min(implicitWidth, lanternPill.x - x - Theme.gutter)
        fit: true
        text: screen.title
        size: 56
        bold: true
        wrap: false
        color: Theme.paper
    }
    // Beside the title where there is room, else on the row below it.
    Txt {
        readonly property bool beside: titleText.x + titleText.width + 32 * Theme.u + implicitWidth < lanternPill.x - (Theme.upright ? 0 : extras.width + 40 * Theme.u)
        x: beside ? titleText.x + titleText.width + 32 * Theme.u : Theme.margin
        // Not fitted to a height: its wish decides where it stands, so it must not follow from that.
        y: beside ? titleText.y + (titleText.height - implicitHeight) / 2 : 128 * Theme.u + (80 * Theme.u - implicitHeight) / 2
        height: implicitHeight
        width: implicitWidth
        visible: !screen.bare && text !== "" && (beside || Theme.upright)
        text: screen.subtitle
        size: 32
        wrap: false
        color: Theme.glowLight
    }
    Row {
        id: extras
        anchors.right: lanternPill.left
        anchors.rightMargin: 16 * Theme.u
        y: (Theme.upright ? 128 : 32) * Theme.u
        spacing: 16 * Theme.u
        states: State {
            when: Theme.upright
            AnchorChanges {
                target: extras
                anchors.right: screen.right
            }
            PropertyChanges {
                extras.anchors.rightMargin: Theme.margin
            }
        }
    }
    LanternPill {
        id: lanternPill
        visible: !screen.bare
        anchors.right: parent.right
        anchors.rightMargin: Theme.margin
        y: 32 * Theme.u
        count: screen.lanterns
    }
    Item {
        id: body
        x: screen.bare ? 0 : Theme.margin
        y: screen.bare ? 0 : screen.bodyTop
        width: screen.width - 2 * x
        height: screen.bare ? screen.height : screen.bodyBottom - screen.bodyTop - Theme.gutter
    }
    Row {
        id: always
        visible: !screen.bare
        x: Theme.leftHanded ? screen.width - width - Theme.margin : Theme.margin
        y: screen.height - Theme.target - 24 * Theme.u
        spacing: Theme.gutter
        layoutDirection: Theme.leftHanded ? Qt.RightToLeft : Qt.LeftToRight
        BigButton {
            objectName: "leave"
            icon: screen.leaveIcon
            label: screen.leaveLabel
            onTapped: screen.leaveTapped()
        }
        BigButton {
            objectName: "worry"
            tone: "rose"
            icon: "worried-heart"
            label: qsTr("我有点担心")
            onTapped: screen.worryTapped()
        }
        BigButton {
            objectName: "listen"
            tone: screen.reading ? "light" : "sky"
            visible: screen.readingText !== ""
            icon: screen.reading ? "speaker-reading" : "speaker"
            label: screen.reading ? qsTr("正在读") : qsTr("听一听")
            onTapped: screen.listenTapped()
        }
    }
    // Upright screens carry the primary act on a row of its own above the bar.
    Row {
        id: acts
        visible: !screen.bare
        x: Theme.leftHanded ? Theme.margin : screen.width - width - Theme.margin
        y: always.y - (Theme.upright ? Theme.target + Theme.gutter : 0)
        spacing: Theme.gutter
        layoutDirection: Theme.leftHanded ? Qt.RightToLeft : Qt.LeftToRight
        Txt {
            visible: screen.primaryHint !== ""
            anchors.verticalCenter: parent.verticalCenter
            text: screen.primaryHint
            size: 32
            wrap: false
            color: Theme.glowLight
        }
        Row {
            id: helperRow
            spacing: 16 * Theme.u
        }
        BigButton {
            objectName: "primary"
            visible: screen.primaryShown
            tone: "primary"
            label: screen.primaryLabel
            words: 48
            arrow: true
            usable: screen.primaryUsable
            onTapped: screen.primaryTapped()
        }
    }
}
