pragma ComponentBehavior: Bound

import QtQuick
import kiosk.ui

// Behind the PIN: a night head, warm ground, cards, and a bar that is the same on every page.
Item {
    id: screen
    required property StaffViewModel viewModel
    readonly property StaffPage page: loader.item as StaffPage
    readonly property QtObject host: Window.window
    readonly property bool fillsScreen: screen.page?.fillsScreen ?? false
    readonly property bool inside: viewModel.page !== "pad"
    onHostChanged: if (host)
        viewModel.watch(host)

    // Pinyin is the children's; staff pages have no room for it.
    Binding {
        target: Theme
        property: "pinyin"
        value: false
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.staffGround
    }
    Rectangle {
        id: head
        visible: !screen.fillsScreen
        width: parent.width
        height: (Theme.upright && (screen.page?.subtitle ?? "") !== "" ? 176 : 120) * Theme.u
        color: Theme.night
        Txt {
            id: title
            x: Theme.margin
            y: 20 * Theme.u
            text: screen.page?.title ?? ""
            size: 56
            bold: true
            wrap: false
            color: Theme.paper
        }
        Txt {
            x: Theme.upright ? Theme.margin : title.x + title.width + 40 * Theme.u
            y: (Theme.upright ? 98 : 44) * Theme.u
            width: Theme.upright ? parent.width - 2 * Theme.margin : pills.x - x - Theme.gutter
            height: (Theme.upright ? 72 : 48) * Theme.u
            text: screen.page?.subtitle ?? ""
            size: 32
            fit: true
            wrap: Theme.upright
            color: Theme.glowLight
        }
        Pill {
            id: pills
            visible: screen.inside
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            y: 24 * Theme.u
            height: 72 * Theme.u
            text: screen.viewModel.roleName
            icon: "people-one"
            edge: Theme.glowLight
            wordColor: Theme.glowLight
        }
    }
    Loader {
        id: loader
        x: screen.fillsScreen ? 0 : Theme.margin
        y: screen.fillsScreen ? 0 : head.height + 24 * Theme.u
        width: screen.width - 2 * x
        height: screen.fillsScreen ? screen.height : bar.y - y - Theme.gutter
        sourceComponent: ({
                "pad": pad,
                "today": today,
                "class": classSession,
                "report": classReport,
                "quality": quality,
                "sheets": sheets,
                "packs": packs,
                "codes": codes,
                "export": exporting,
                "ledger": ledger,
                "settings": settings,
                "keys": keys,
                "update": updating,
                "people": people,
                "log": log,
                "health": health,
                "touch_test": touchTest,
                "sound_test": soundTest,
                "booth": booth,
                "consents": consents,
                "review": review,
                "works": works,
                "booth_rules": boothRules,
                "studio": studio,
                "sync": syncing,
                "accesses": accesses,
                "privacy": privacy,
                "requests": requests,
                "privacy_papers": privacyPapers,
                "terms": terms,
                "breach": breach
            })[screen.viewModel.page]
    }
    StaffBar {
        id: bar
        visible: !screen.fillsScreen
        x: Theme.margin
        width: parent.width - 2 * Theme.margin
        y: parent.height - height - 24 * Theme.u
        viewModel: screen.viewModel
        primaryLabel: screen.page?.primaryLabel ?? ""
        primaryUsable: screen.page?.primaryUsable ?? false
        primaryName: screen.page?.primaryName ?? "primary"
        onPrimaryTapped: screen.page.primaryTapped()
        onMenuTapped: (tab, at) => {
            menu.at = bar.x + at;
            menu.tab = menu.tab?.key === tab.key ? null : tab;
        }
    }
    StaffMenu {
        id: menu
        readonly property string page: screen.viewModel.page
        onPageChanged: tab = null
        width: parent.width
        height: bar.y
        z: 1
        onClosed: tab = null
        onPicked: page => {
            tab = null;
            screen.viewModel.open(page);
        }
    }
    Component {
        id: pad
        PadPage {
            viewModel: screen.viewModel.model as PadViewModel
        }
    }
    Component {
        id: today
        TodayPage {
            viewModel: screen.viewModel.model as TodayViewModel
            onPrimaryTapped: screen.viewModel.open("ledger")
        }
    }
    Component {
        id: settings
        SettingsPage {
            viewModel: screen.viewModel.model as SettingsViewModel
            onQuitTapped: screen.viewModel.quit()
            onKeysTapped: screen.viewModel.open("keys")
            onUpdateTapped: screen.viewModel.open("update")
        }
    }
    Component {
        id: updating
        UpdatePage {
            viewModel: screen.viewModel.model as UpdateViewModel
            onBackTapped: screen.viewModel.open("settings")
            onRestartTapped: screen.viewModel.quit()
        }
    }
    Component {
        id: keys
        KeysPage {
            viewModel: screen.viewModel.model as KeysViewModel
            onBackTapped: screen.viewModel.open("settings")
        }
    }
    Component {
        id: people
        PeoplePage {
            viewModel: screen.viewModel.model as PeopleViewModel
        }
    }
    Component {
        id: log
        LogPage {
            viewModel: screen.viewModel.model as LogViewModel
            onPrimaryTapped: screen.viewModel.open("accesses")
        }
    }
    Component {
        id: health
        HealthPage {
            viewModel: screen.viewModel.model as HealthViewModel
            onTouchTapped: screen.viewModel.open("touch_test")
            onSoundTapped: screen.viewModel.open("sound_test")
            onSyncTapped: screen.viewModel.open("sync")
        }
    }
    Component {
        id: syncing
        SyncPage {
            viewModel: screen.viewModel.model as SyncViewModel
            onBackTapped: screen.viewModel.open("health")
        }
    }
    Component {
        id: touchTest
        TouchTestPage {
            viewModel: screen.viewModel.model as TouchTestViewModel
            onBackTapped: screen.viewModel.open("health")
        }
    }
    Component {
        id: soundTest
        SoundTestPage {
            viewModel: screen.viewModel.model as SoundTestViewModel
            onBackTapped: screen.viewModel.open("health")
        }
    }
    Component {
        id: booth
        TakesPage {
            viewModel: screen.viewModel.model as TakesViewModel
            onDoorTapped: key => screen.viewModel.open(key)
        }
    }
    Component {
        id: consents
        ConsentsPage {
            viewModel: screen.viewModel.model as ConsentsViewModel
            onBackTapped: screen.viewModel.open("booth")
        }
    }
    Component {
        id: review
        ReviewPage {
            viewModel: screen.viewModel.model as ReviewViewModel
            onBackTapped: screen.viewModel.open("booth")
        }
    }
    Component {
        id: works
        WorksPage {
            viewModel: screen.viewModel.model as WorksViewModel
            onBackTapped: screen.viewModel.open("booth")
        }
    }
    Component {
        id: studio
        StudioPage {
            viewModel: screen.viewModel.model as StudioViewModel
            onBackTapped: screen.viewModel.open("booth")
        }
    }
    Component {
        id: boothRules
        BoothRulesPage {
            viewModel: screen.viewModel.model as BoothRulesViewModel
            onBackTapped: screen.viewModel.open("booth")
        }
    }
    Component {
        id: privacy
        PrivacyPage {
            viewModel: screen.viewModel.model as PrivacyViewModel
            onDoorTapped: key => screen.viewModel.open(key)
        }
    }
    Component {
        id: requests
        RequestsPage {
            viewModel: screen.viewModel.model as RequestsViewModel
            onBackTapped: screen.viewModel.open("privacy")
        }
    }
    Component {
        id: privacyPapers
        PrivacyPapersPage {
            viewModel: screen.viewModel.model as PrivacyPapersViewModel
            onBackTapped: screen.viewModel.open("privacy")
        }
    }
    Component {
        id: terms
        TermsPage {
            viewModel: screen.viewModel.model as TermsViewModel
            onBackTapped: screen.viewModel.open("privacy")
            onRulesTapped: screen.viewModel.open("booth_rules")
        }
    }
    Component {
        id: breach
        BreachPage {
            viewModel: screen.viewModel.model as BreachViewModel
            onBackTapped: screen.viewModel.open("privacy")
        }
    }
    Component {
        id: accesses
        AccessesPage {
            viewModel: screen.viewModel.model as AccessesViewModel
            onBackTapped: screen.viewModel.open("privacy")
        }
    }
    Component {
        id: sheets
        SheetsPage {
            viewModel: screen.viewModel.model as SheetsViewModel
        }
    }
    Component {
        id: quality
        QualityPage {
            viewModel: screen.viewModel.model as QualityViewModel
            onBackTapped: screen.viewModel.open("report")
        }
    }
    Component {
        id: classReport
        ClassReportPage {
            viewModel: screen.viewModel.model as ClassReportViewModel
            onQualityTapped: screen.viewModel.open("quality")
        }
    }
    Component {
        id: classSession
        ClassSessionPage {
            viewModel: screen.viewModel.model as ClassSessionViewModel
            onReportTapped: screen.viewModel.open("report")
            onSheetsTapped: screen.viewModel.open("sheets")
        }
    }
    Component {
        id: packs
        PacksPage {
            viewModel: screen.viewModel.model as PacksViewModel
        }
    }
    Component {
        id: codes
        CodesPage {
            viewModel: screen.viewModel.model as CodesViewModel
        }
    }
    Component {
        id: ledger
        LedgerPage {
            viewModel: screen.viewModel.model as LedgerViewModel
        }
    }
    Component {
        id: exporting
        ExportPage {
            viewModel: screen.viewModel.model as ExportViewModel
        }
    }
}
