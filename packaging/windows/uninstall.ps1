<#
.SYNOPSIS
  Take back what install.ps1 has changed, by its record. The data folder stays. Not tried on a real Windows yet.
#>
[CmdletBinding()]
param([switch] $DryRun)
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$Record = Join-Path $env:ProgramData 'FingertipGlow\installed.json'
if (-not (Test-Path $Record)) { throw '这台电脑上没有安装记录，没有要卸下的东西。' }
$Done = @(Get-Content $Record -Raw | ConvertFrom-Json)
[array]::Reverse($Done)
foreach ($one in $Done) {
    Write-Host "  撤回：$($one | ConvertTo-Json -Compress)"
    if ($DryRun) { continue }
    switch ($one.kind) {
        'value' {
            if ($null -eq $one.before) { Remove-ItemProperty -Path $one.path -Name $one.name -ErrorAction SilentlyContinue }
            else { New-ItemProperty -Path $one.path -Name $one.name -Value $one.before -PropertyType $one.type -Force | Out-Null }
        }
        'launcher' {
            $launcher = [wmiclass]'\\localhost\root\standardcimv2\embedded:WESL_UserSetting'
            $launcher.RemoveCustomShell($one.sid) | Out-Null
            $launcher.SetEnabled($false) | Out-Null
        }
        'environment' { [Environment]::SetEnvironmentVariable($one.name, $null, 'Machine') }
        'exclusion' { Remove-MpPreference -ExclusionPath $one.path }
        'user' { Disable-LocalUser -Name $one.name }  # its data are ours to keep, so it is shut, not removed
    }
}
if ($DryRun) { Write-Host '以上只是说明，什么也没有改。' }
else {
    Remove-Item $Record
    Write-Host '卸下了，数据文件夹没有动。请重启电脑。'
}
