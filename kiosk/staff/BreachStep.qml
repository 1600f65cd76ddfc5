import QtQuick
import kiosk.ui

// One step of the breach checklist.
Card {
    id: card
    required property var step
    property int number: 1
    property bool mayAct: true
    signal tapped
    contour: 4 * Theme.u
    face: step.done ? Theme.jadeSoft : step.late ? Theme.coralSoft : Theme.paper

    Txt {
        id: name
        x: 28 * Theme.u
        y: 12 * Theme.u
        width: clock.x - x - 12 * Theme.u
        height: 52 * Theme.u
        text: card.number + " " + card.step.name
        size: 36
        bold: true
        fit: true
        wrap: false
    }
    Txt {
        x: 28 * Theme.u
        y: name.y + name.height + 4 * Theme.u
        width: done.x - x - 20 * Theme.u
        height: card.innerHeight - y - 8 * Theme.u
        text: card.step.help
        size: 28
        fit: true
        color: Theme.ink2
    }
    Txt {
        id: clock
        objectName: "time-" + card.step.key
        x: done.x - width - 20 * Theme.u
        y: 12 * Theme.u
        width: 330 * Theme.u
        height: 52 * Theme.u
        text: card.step.time
        size: 30
        bold: card.step.late
        fit: true
        wrap: false
        centred: true
        color: card.step.done ? Theme.jadeDeep : card.step.late ? Theme.coralDeep : Theme.ink
    }
    BigButton {
        id: done
        objectName: "step-" + card.step.key
        visible: !card.step.done
        x: parent.width - width - 20 * Theme.u
        y: (card.innerHeight - height) / 2
        width: 190 * Theme.u
        words: 34
        tone: card.step.late ? "rose" : "glow"
        label: qsTr("做完了")
        usable: card.mayAct
        onTapped: card.tapped()
    }
    Art {
        visible: card.step.done
        x: done.x + (done.width - width) / 2
        y: (card.innerHeight - height) / 2
        name: "icon/check-disc"
        width: Math.round(80 * Theme.u)
        height: width
    }
}
