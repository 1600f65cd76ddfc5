pragma ComponentBehavior: Bound

import QtQuick

// Light that fades: on pieces that have just joined, and on a piece and its place as a hint.
Item {
    id: glows
    required property JigsawViewModel viewModel
    property int next: 0
    Connections {
        target: glows.viewModel
        function onGlowed(image: string, x: int, y: int, hint: bool): void {
            (pool.itemAt(glows.next) as JigsawGlow).light(image, x, y, hint);
            glows.next = (glows.next + 1) % pool.count;
        }
    }
    Repeater {
        id: pool
        model: 10
        JigsawGlow {}
    }
}
