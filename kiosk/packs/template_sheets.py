"""The sheets of our template: their columns, what may be chosen, and what each value means."""

from collections.abc import Mapping, Sequence

KINDS = ("单选题", "多选题", "判断题")
NATURES = ("骗局", "可信", "要先问大人")
AGES = ("低年级", "高年级", "初中", "低年级和高年级", "高年级和初中", "低年级、高年级和初中")
DIFFICULTIES = ("1", "2", "3", "4", "5")
DIMENSIONS = ("网络道德意识", "网络法治观念", "网络使用能力", "人身财产安全保护")
CHANNELS = {"聊天": "chat", "短信": "sms", "来电": "call", "海报": "poster", "直播间": "live", "网页": "web"}
ENDINGS = {"安全": "safe", "问了大人": "asked", "危险": "risky"}
FORMS = {"二维码": "qr", "链接": "link", "图片": "picture", "语音": "voice"}
ICONS = {
    "礼物": "gift",
    "耳机": "headset",
    "金币": "coin",
    "人": "person",
    "老师": "teacher",
    "学校": "school",
    "警察": "police",
    "快递": "package",
    "游戏": "game",
    "电话": "phone",
    "星星": "star",
    "商店": "shop",
    "机器人": "robot",
    "妈妈": "mum",
    "爸爸": "dad",
    "朋友": "friend",
    "铃铛": "bell",
}
PARTS, CUES, STEPS, SAYS, REPLIES = 4, 4, 6, 3, "ABC"

# What an item of any sheet can say besides, and the field that it fills.
MORE = {
    "性质": "nature",
    "骗术": "family",
    "年级": "ages",
    "难度": "difficulty",
    "素养维度": "dimension",
    "来源": "source",
    "截至日期": "as_of",
    "复核日期": "review_by",
    "配对编号": "twin",
}
TAIL = ("解析", *MORE)


def threefold(name: str, count: int) -> tuple[str, ...]:
    """Columns for passages: the words, a title, a reason; `count` times."""
    return tuple(f"{name}{n}{about}" for n in range(1, count + 1) for about in ("", "标题", "理由"))


_MESSAGE = ("题干", "渠道", "发送者", "图标", "时间", "备注", *(f"消息{n}" for n in range(1, PARTS + 1)))
SHEETS: Mapping[str, Sequence[str]] = {
    "选择": ("题干", "题型", *(f"选项{key}" for key in "ABCDEF"), "正确答案", *TAIL),
    "判断消息": (*_MESSAGE, *threefold("线索", CUES), *TAIL),
    "找破绽": (*_MESSAGE, *threefold("破绽", CUES), *threefold("没问题", CUES), *TAIL),
    "排顺序": ("题干", *(f"步骤{n}{about}" for n in range(1, STEPS + 1) for about in ("", "理由")), *TAIL),
    "多轮对话": (
        *("题干", "渠道", "发送者", "图标", "备注", "步", *(f"对方说{n}" for n in range(1, SAYS + 1))),
        *(f"{start}{key}{end}" for key in REPLIES for start, end in (("回答", ""), ("", "到"), ("", "理由"))),
        *("结局", "结束语", *TAIL),
    ),
}
FORM_OF = {"判断消息": "judge", "找破绽": "cues", "排顺序": "order", "多轮对话": "chat"}
CHOICES: Mapping[str, Sequence[str]] = {
    "题型": KINDS,
    "性质": NATURES,
    "年级": AGES,
    "难度": DIFFICULTIES,
    "素养维度": DIMENSIONS,
    "渠道": tuple(CHANNELS),
    "图标": tuple(ICONS),
    "结局": tuple(ENDINGS),
}
"""Columns with a drop-down list; 骗术 has one too, of the families' names."""
