pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Grades on one side, the classes of the touched grade on the other; a lit class is on the children's list.
Item {
    id: picker
    required property SettingsViewModel viewModel
    readonly property real gap: 12 * Theme.u
    readonly property real gradesWidth: Theme.upright ? width : 600 * Theme.u
    readonly property real gradeWidth: (gradesWidth - 2 * gap) / 3
    readonly property real gradeHeight: Theme.upright ? Theme.target : (height - 2 * gap) / 3
    readonly property int classColumns: Theme.upright ? 4 : 5
    readonly property real classesX: Theme.upright ? 0 : gradesWidth + 2 * Theme.gutter
    readonly property real classesY: Theme.upright ? 3 * gradeHeight + 2 * gap + 2 * Theme.gutter : 0
    readonly property real classWidth: (width - classesX - (classColumns - 1) * Theme.gutter) / classColumns
    readonly property real classHeight: Math.min(200 * Theme.u, (height - classesY - (20 / classColumns - 1) * Theme.gutter) / (20 / classColumns))

    Grid {
        columns: 3
        spacing: picker.gap
        Repeater {
            model: picker.viewModel.grades
            BigButton {
                id: grade
                required property var modelData
                objectName: "grade-" + modelData.grade
                width: picker.gradeWidth
                height: picker.gradeHeight
                words: 36
                guarded: false
                tone: picker.viewModel.grade === modelData.grade ? "sky" : "paper"
                label: modelData.name
                onTapped: picker.viewModel.chooseGrade(modelData.grade)
                Pill {
                    visible: grade.modelData.count > 0
                    anchors.right: parent.right
                    anchors.top: parent.top
                    anchors.margins: 8 * Theme.u
                    height: 44 * Theme.u
                    implicitWidth: 60 * Theme.u
                    ground: Theme.light
                    edge: Theme.ink
                    wordColor: Theme.ink
                    size: 28
                    bold: true
                    text: grade.modelData.count
                }
            }
        }
    }
    Grid {
        x: picker.classesX
        y: picker.classesY
        columns: picker.classColumns
        spacing: Theme.gutter
        Repeater {
            model: picker.viewModel.classes
            BigButton {
                required property var modelData
                objectName: "class-" + modelData.number
                width: picker.classWidth
                height: picker.classHeight
                words: 40
                guarded: false
                icon: modelData.chosen ? "check" : ""
                tone: modelData.chosen ? "light" : "paper"
                label: qsTr("%1 班").arg(modelData.number)
                onTapped: picker.viewModel.toggleClass(modelData.number)
            }
        }
    }
}
