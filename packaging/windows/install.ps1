<#
.SYNOPSIS
  Make this Windows 10 machine a Fingertip Glow kiosk. Not tried on a real Windows yet: see README.zh-CN.md.
.DESCRIPTION
  Every change is told before it is made and noted in the record, by which uninstall.ps1 takes it back. Data stay.
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory)] [string] $Program,
    [Parameter(Mandatory)] [string] $Data,
    [string] $User = 'glow',
    [switch] $DryRun
)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$RecordFolder = Join-Path $env:ProgramData 'FingertipGlow'
$Record = Join-Path $RecordFolder 'installed.json'
$Done = [System.Collections.Generic.List[object]]::new()
if (Test-Path $Record) { (Get-Content $Record -Raw | ConvertFrom-Json) | ForEach-Object { $Done.Add($_) } }

function Save-Record {
    New-Item -ItemType Directory -Force $RecordFolder | Out-Null
    ConvertTo-Json -Depth 5 -InputObject @($Done) | Set-Content -Encoding UTF8 $Record
}

function Invoke-Change([string] $Told, [scriptblock] $Act) {
    Write-Host "  $Told"
    if (-not $DryRun) { & $Act }
}

function Set-Value([string] $Path, [string] $Name, $Value, [string] $Type = 'DWord', [string] $Why = '') {
    Invoke-Change "$Why  [$Path] $Name = $Value" {
        $before = $null
        if (Test-Path $Path) {
            $found = Get-ItemProperty -Path $Path -Name $Name -ErrorAction SilentlyContinue
            if ($null -ne $found) { $before = $found.$Name }
        }
        else { New-Item -Path $Path -Force | Out-Null }
        $known = $Done | Where-Object { $_.kind -eq 'value' -and $_.path -eq $Path -and $_.name -eq $Name }
        if (-not $known) {
            $Done.Add([pscustomobject]@{ kind = 'value'; path = $Path; name = $Name; before = $before; type = $Type })
            Save-Record
        }
        New-ItemProperty -Path $Path -Name $Name -Value $Value -PropertyType $Type -Force | Out-Null
    }
}

if (-not ([Security.Principal.WindowsPrincipal][Security.Principal.WindowsIdentity]::GetCurrent()).IsInRole('Administrators')) {
    throw '请用管理员身份打开 PowerShell 再运行。'
}
$Exe = Join-Path $Program 'kiosk.exe'
if (-not (Test-Path $Exe)) { throw "没有找到 $Exe。请先把 dist\kiosk 整个拷到 $Program。" }
if ((Split-Path -Qualifier $Data) -eq $env:SystemDrive) {
    Write-Warning "$Data 在系统盘上。如果这台电脑有还原卡，记录每晚都会丢掉。请换一个不还原的分区。"
}

# The user: a standard one that signs in by itself. Its password is random and known to nobody.
if (-not (Get-LocalUser -Name $User -ErrorAction SilentlyContinue)) {
    Invoke-Change "新建标准用户 $User" {
        $bytes = [byte[]]::new(24)
        [Security.Cryptography.RandomNumberGenerator]::Create().GetBytes($bytes)
        $script:Secret = [Convert]::ToBase64String($bytes)
        $secure = ConvertTo-SecureString $script:Secret -AsPlainText -Force
        New-LocalUser -Name $User -Password $secure -PasswordNeverExpires -UserMayNotChangePassword | Out-Null
        Add-LocalGroupMember -SID 'S-1-5-32-545' -Member $User
        $Done.Add([pscustomobject]@{ kind = 'user'; name = $User }); Save-Record
        $logon = 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon'
        Set-Value $logon 'AutoAdminLogon' '1' 'String' '开机自动登录'
        Set-Value $logon 'DefaultUserName' $User 'String'
        Set-Value $logon 'DefaultPassword' $script:Secret 'String'
    }
}
Invoke-Change "数据文件夹 $Data：只有 $User 和管理员能用" {
    New-Item -ItemType Directory -Force $Data | Out-Null
    icacls $Data /inheritance:r /grant "${User}:(OI)(CI)M" /grant '*S-1-5-32-544:(OI)(CI)F' /grant '*S-1-5-18:(OI)(CI)F' | Out-Null
    [Environment]::SetEnvironmentVariable('KIOSK_HOME', $Data, 'Machine')
    if (-not ($Done | Where-Object { $_.kind -eq 'environment' })) {
        $Done.Add([pscustomobject]@{ kind = 'environment'; name = 'KIOSK_HOME' }); Save-Record
    }
}

# The shell: Shell Launcher where the edition has it, else the policy of a custom user interface for that user.
$feature = Get-WindowsOptionalFeature -Online -FeatureName Client-EmbeddedShellLauncher -ErrorAction SilentlyContinue
if ($feature) {
    Invoke-Change "Shell Launcher：$User 的外壳是 $Exe run，退出就重新打开" {
        Enable-WindowsOptionalFeature -Online -FeatureName Client-EmbeddedShellLauncher -All -NoRestart | Out-Null
        $launcher = [wmiclass]'\\localhost\root\standardcimv2\embedded:WESL_UserSetting'
        $launcher.SetDefaultShell('explorer.exe', 1) | Out-Null
        $sid = (New-Object Security.Principal.NTAccount($User)).Translate([Security.Principal.SecurityIdentifier]).Value
        $launcher.RemoveCustomShell($sid) 2>$null | Out-Null
        $launcher.SetCustomShell($sid, "`"$Exe`" run", $null, $null, 0) | Out-Null
        $launcher.SetEnabled($true) | Out-Null
        $Done.Add([pscustomobject]@{ kind = 'launcher'; sid = $sid }); Save-Record
    }
}
else {
    Write-Host '  这个版本没有 Shell Launcher：用组策略“自定义用户界面”（本机所有非管理员用户）'
    Set-Value 'HKLM:\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon' 'Shell' 'explorer.exe' 'String'
    Set-Value 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System' 'Shell' "`"$Exe`" run" 'String'
}

$system = 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System'
Set-Value 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\EdgeUI' 'AllowEdgeSwipe' 0 'DWord' '关掉边缘滑动'
Set-Value $system 'DisableTaskMgr' 1 'DWord' 'Ctrl+Alt+Del 上去掉任务管理器'
Set-Value $system 'DisableLockWorkstation' 1 'DWord' '去掉锁定'
Set-Value $system 'DisableChangePassword' 1 'DWord' '去掉改密码'
Set-Value $system 'HideFastUserSwitching' 1 'DWord' '去掉切换用户'
Set-Value 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer' 'NoLogoff' 1 'DWord' '去掉注销'
Set-Value 'HKLM:\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\Explorer' 'NoDriveTypeAutoRun' 255 'DWord' '关掉自动播放'
Set-Value 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\Explorer' 'DisableNotificationCenter' 1 'DWord' '关掉通知中心'
Set-Value 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\CloudContent' 'DisableWindowsConsumerFeatures' 1 'DWord' '关掉推荐内容'
Set-Value 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU' 'NoAutoRebootWithLoggedOnUsers' 1 'DWord' '更新不自动重启'
Set-Value 'HKLM:\SOFTWARE\Policies\Microsoft\Windows\RemovableStorageDevices\{53f5630d-b6bf-11d0-94f2-00a0c91efb8b}' 'Deny_Execute' 1 'DWord' 'U 盘上的程序不许运行'

# What belongs to the user's own part of the registry: it is loaded for as long as this takes.
$hive = "C:\Users\$User\NTUSER.DAT"
if (Test-Path $hive) {
    Invoke-Change "$User 的设置：长按不出菜单、没有触摸反馈、粘滞键等快捷键关掉" {
        reg load 'HKU\FingertipGlow' $hive | Out-Null
        try {
            $own = 'Registry::HKEY_USERS\FingertipGlow'
            foreach ($row in @(
                    @('Software\Microsoft\Wisp\Touch', 'TouchMode_hold', 0, 'DWord'),
                    @('Control Panel\Cursors', 'ContactVisualization', 0, 'DWord'),
                    @('Control Panel\Cursors', 'GestureVisualization', 0, 'DWord'),
                    @('Control Panel\Accessibility\StickyKeys', 'Flags', '506', 'String'),
                    @('Control Panel\Accessibility\Keyboard Response', 'Flags', '122', 'String'),
                    @('Control Panel\Accessibility\ToggleKeys', 'Flags', '58', 'String'))) {
                New-Item -Path "$own\$($row[0])" -Force | Out-Null
                New-ItemProperty -Path "$own\$($row[0])" -Name $row[1] -Value $row[2] -PropertyType $row[3] -Force | Out-Null
            }
        }
        finally {
            [gc]::Collect()
            reg unload 'HKU\FingertipGlow' | Out-Null
        }
    }
}
else { Write-Host "  $User 还没有登录过：请登录一次再注销，然后重新运行本脚本，完成触摸设置。" }

Invoke-Change '屏幕和电脑不睡眠；电源键关机' {
    powercfg /change monitor-timeout-ac 0
    powercfg /change standby-timeout-ac 0
    powercfg /change hibernate-timeout-ac 0
    powercfg /setacvalueindex SCHEME_CURRENT SUB_BUTTONS PBUTTONACTION 3
    powercfg /setactive SCHEME_CURRENT
}
Invoke-Change "Windows Defender 不扫描程序文件夹 $Program" {
    Add-MpPreference -ExclusionPath $Program
    if (-not ($Done | Where-Object { $_.kind -eq 'exclusion' })) {
        $Done.Add([pscustomobject]@{ kind = 'exclusion'; path = $Program }); Save-Record
    }
}
if ($DryRun) { Write-Host '以上只是说明，什么也没有改。' }
else { Write-Host '装好了。重启电脑，然后照 README.zh-CN.md 的核对表逐条按一遍。' }
