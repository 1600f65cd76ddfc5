pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// The one window. Which screen stands in it is the view model's word; worry and countdown lie above.
Window {
    id: window
    required property ShellViewModel viewModel
    readonly property Preferences preferences: viewModel.preferences as Preferences
    readonly property Resting rest: viewModel.rest as Resting
    color: Theme.night
    title: qsTr("指尖微光")
    flags: Qt.Window | Qt.FramelessWindowHint

    Binding {
        target: Theme
        property: "windowWidth"
        value: window.width
    }
    Binding {
        target: Theme
        property: "windowHeight"
        value: window.height
    }
    Binding {
        target: Theme
        property: "pixelsPerMillimetre"
        value: window.Screen.pixelDensity
    }
    Binding {
        target: Theme
        property: "pinyin"
        value: window.preferences.pinyin && window.preferences.language === "zh"
    }
    Binding {
        target: Theme
        property: "calm"
        value: window.preferences.calm
    }
    Binding {
        target: Theme
        property: "leftHanded"
        value: window.preferences.leftHanded
    }

    Loader {
        id: stage
        // Only now the window has its size: before, everything would be made for another one.
        active: window.visible
        visible: !window.rest.asleep
        anchors.fill: parent
        sourceComponent: ({
                "attract": attract,
                "home": home,
                "who": who,
                "station": stationHost,
                "result": result,
                "lit": lit,
                "certificate": certificate,
                "thanks": thanks,
                "staff": staffHost,
                "class": classHost,
                "closed": closed
            })[window.viewModel.screen]
        onItemChanged: if (item && Theme.change > 0)
            appear.restart()
        NumberAnimation {
            id: appear
            target: stage.item
            property: "opacity"
            from: 0.2
            to: 1
            duration: Theme.change
            easing.type: Easing.OutCubic
        }
    }
    Component {
        id: attract
        Attract {
            viewModel: window.viewModel
        }
    }
    Component {
        id: closed
        Closed {
            viewModel: window.viewModel
        }
    }
    Component {
        id: home
        Home {
            viewModel: window.viewModel
        }
    }
    Component {
        id: who
        Who {
            shell: window.viewModel
            viewModel: window.viewModel.who as WhoViewModel
        }
    }
    Component {
        id: result
        Result {
            viewModel: window.viewModel
        }
    }
    Component {
        id: lit
        Lit {
            viewModel: window.viewModel
        }
    }
    Component {
        id: certificate
        MyCertificate {
            viewModel: window.viewModel
        }
    }
    Component {
        id: thanks
        Thanks {
            viewModel: window.viewModel
        }
    }
    Component {
        id: stationHost
        Loader {
            id: host
            readonly property StationScreen screen: item as StationScreen
            Component.onCompleted: setSource(window.viewModel.stationQml, {
                "viewModel": window.viewModel.station
            })
            Binding {
                target: host.screen
                property: "lanterns"
                value: window.viewModel.lanterns
            }
            Binding {
                target: host.screen
                property: "reading"
                value: window.viewModel.reading
            }
            Connections {
                target: host.screen
                function onLeaveTapped(): void {
                    window.viewModel.leave();
                }
                function onWorryTapped(): void {
                    window.viewModel.openWorry();
                }
                function onListenTapped(): void {
                    window.viewModel.readAloud(host.screen.readingText);
                }
                function onReadingTextChanged(): void {
                    window.viewModel.stopReading();
                    window.viewModel.readingTextShown(host.screen.readingText);
                }
            }
        }
    }
    Component {
        id: staffHost
        Loader {
            Component.onCompleted: setSource(window.viewModel.staffQml, {
                "viewModel": window.viewModel.staff
            })
        }
    }
    Component {
        id: classHost
        Loader {
            id: forms
            Component.onCompleted: setSource(window.viewModel.lessonQml, {
                "viewModel": window.viewModel.lesson
            })
            Connections {
                target: forms.item
                function onWorryTapped(): void {
                    window.viewModel.openWorry();
                }
                function onStaffTapped(): void {
                    window.viewModel.openStaff();
                }
                function onPinyinTapped(): void {
                    window.preferences.togglePinyin();
                }
            }
        }
    }
    // The staff door: three seconds in the upper right corner, where nothing else can be touched.
    Item {
        visible: ["attract", "home", "closed"].includes(window.viewModel.screen)
        anchors.right: parent.right
        width: Theme.target
        height: Theme.target
        objectName: "staff-door"
        TapHandler {
            longPressThreshold: 3
            gesturePolicy: TapHandler.ReleaseWithinBounds
            onLongPressed: window.viewModel.openStaff()
        }
    }
    Loader {
        anchors.fill: parent
        active: window.viewModel.worryOpen
        sourceComponent: Worry {
            viewModel: window.viewModel
        }
    }
    ReadAlong {
        objectName: "read-along"
        words: (window.viewModel.aloud as Aloud).sentence
    }
    Loader {
        anchors.fill: parent
        active: window.viewModel.countdown >= 0
        sourceComponent: Countdown {
            seconds: window.viewModel.countdown
        }
    }
    Loader {
        anchors.fill: parent
        active: window.rest.cleaning >= 0
        sourceComponent: Cleaning {
            seconds: window.rest.cleaning
        }
    }
    // Also where the panel itself cannot be switched off.
    Rectangle {
        objectName: "asleep"
        visible: window.rest.asleep
        anchors.fill: parent
        color: Theme.black
    }
}
