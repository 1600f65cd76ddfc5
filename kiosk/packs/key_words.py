"""128 things that a child knows, in Chinese and English: seven bits of a key each. Their order must never change."""

_ZH = """
    灯笼 石桥 小船 青蛙 荷叶 竹笋 风车 雨伞 月亮 星星 白云 彩虹 雪花 露珠 小溪 大海
    高山 沙滩 森林 草地 果园 菜园 稻田 麦穗 玉米 南瓜 冬瓜 黄瓜 西瓜 草莓 樱桃 葡萄
    橘子 苹果 香蕉 桃子 梨子 柿子 核桃 花生 蘑菇 豆腐 包子 饺子 米饭 面条 蜂蜜 牛奶
    小猫 小狗 白兔 松鼠 刺猬 熊猫 老虎 狮子 大象 长颈鹿 斑马 骆驼 绵羊 山羊 水牛 骏马
    公鸡 鸭子 白鹅 燕子 麻雀 喜鹊 老鹰 猫头鹰 孔雀 鹦鹉 蝴蝶 蜻蜓 蜜蜂 蚂蚁 蜗牛 萤火虫
    金鱼 海豚 鲸鱼 乌龟 螃蟹 海星 书包 铅笔 橡皮 尺子 剪刀 胶水 画笔 黑板 课桌 图书
    足球 篮球 跳绳 风筝 积木 拼图 木马 秋千 滑梯 陀螺 口哨 笛子 小鼓 铃铛 二胡 钢琴
    火车 飞机 轮船 汽车 单车 火箭 灯塔 水井 木屋 帐篷 窗户 钥匙 时钟 镜子 枕头 毛毯
"""
_EN = """
    lantern bridge boat frog lotus bamboo windmill umbrella moon star cloud rainbow snow dew brook sea
    mountain beach forest meadow orchard garden paddy wheat corn pumpkin gourd cucumber melon strawberry cherry grape
    orange apple banana peach pear persimmon walnut peanut mushroom tofu bun dumpling rice noodle honey milk
    cat dog rabbit squirrel hedgehog panda tiger lion elephant giraffe zebra camel sheep goat buffalo horse
    rooster duck goose swallow sparrow magpie eagle owl peacock parrot butterfly dragonfly bee ant snail firefly
    goldfish dolphin whale turtle crab starfish satchel pencil eraser ruler scissors glue brush blackboard desk book
    football basketball rope kite blocks puzzle pony swing slide top whistle flute drum bell erhu piano
    train plane ship car bicycle rocket lighthouse well cabin tent window key clock mirror pillow blanket
"""
WORDS: tuple[tuple[str, str], ...] = tuple(zip(_ZH.split(), _EN.split(), strict=True))
