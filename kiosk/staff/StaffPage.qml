import QtQuick

// What every staff page tells the frame around it; its children lie between head and bar.
Item {
    property string title: ""
    // Without head and bar, over the whole screen.
    property bool fillsScreen: false
    property string subtitle: ""
    property string primaryLabel: ""
    property bool primaryUsable: true
    // What tests and rehearsals call the button by.
    property string primaryName: "primary"
    signal primaryTapped
}
