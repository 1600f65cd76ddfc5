<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
  <context>
    <name>Attract</name>
    <message>
      <source>指尖微光</source>
      <translation>Fingertip Glow</translation>
    </message>
    <message>
      <source>每做对一件事，运河就亮一盏灯</source>
      <translation>Every good deed lights a lantern on the canal</translation>
    </message>
    <message>
      <source>轻轻点一下，开始</source>
      <translation>Touch to start</translation>
    </message>
  </context>
  <context>
    <name>AttractDemo</name>
    <message>
      <source>免费皮肤送给你！先交 20 元保证金，别告诉爸爸妈妈哦～</source>
      <translation>A free skin for you! Just pay a 20 yuan deposit, and don't tell your parents~</translation>
    </message>
    <message>
      <source>看穿了！</source>
      <translation>Got it!</translation>
    </message>
    <message>
      <source>骗局</source>
      <translation>A scam</translation>
    </message>
  </context>
  <context>
    <name>Countdown</name>
    <message>
      <source>我还在</source>
      <translation>I'm here</translation>
    </message>
    <message>
      <source>数到 0，灯会休息一下。</source>
      <translation>At 0 the lanterns take a rest.</translation>
    </message>
    <message>
      <source>还在吗？点一下就接着玩。</source>
      <translation>Still there? Touch to play on.</translation>
    </message>
  </context>
  <context>
    <name>DayBars</name>
    <message>
      <source>今天</source>
      <translation>Today</translation>
    </message>
  </context>
  <context>
    <name>Home</name>
    <message>
      <source>先去哪儿点灯？</source>
      <translation>Where shall we light one first?</translation>
    </message>
    <message>
      <source>右手</source>
      <translation>Right</translation>
    </message>
    <message>
      <source>安静</source>
      <translation>Calm</translation>
    </message>
    <message>
      <source>左手</source>
      <translation>Left</translation>
    </message>
    <message>
      <source>我玩好了</source>
      <translation>I'm done</translation>
    </message>
    <message>
      <source>拼音</source>
      <translation>Pinyin</translation>
    </message>
    <message>
      <source>指尖微光</source>
      <translation>Fingertip Glow</translation>
    </message>
    <message>
      <source>每做对一件事，运河就亮一盏灯</source>
      <translation>Every good deed lights a lantern on the canal</translation>
    </message>
    <message>
      <source>静音</source>
      <translation>Mute</translation>
    </message>
  </context>
  <context>
    <name>LanternPill</name>
    <message>
      <source>今天点亮</source>
      <translation>Lanterns lit</translation>
    </message>
    <message>
      <source>盏</source>
      <translation>today</translation>
    </message>
  </context>
  <context>
    <name>LieSlips</name>
    <message>
      <source>谎</source>
      <translation />
    </message>
  </context>
  <context>
    <name>Main</name>
    <message>
      <source>指尖微光</source>
      <translation>Fingertip Glow</translation>
    </message>
  </context>
  <context>
    <name>Notices</name>
    <message>
      <source>没有要处理的事。</source>
      <translation>Nothing needs doing.</translation>
    </message>
    <message>
      <source>要留意的事</source>
      <translation>Please look at this</translation>
    </message>
    <message>
      <source>都好着呢</source>
      <translation>All is well</translation>
    </message>
  </context>
  <context>
    <name>NumberPad</name>
    <message>
      <source>清空</source>
      <translation>Clear</translation>
    </message>
  </context>
  <context>
    <name>PadPage</name>
    <message>
      <source>工作人员</source>
      <translation>Staff</translation>
    </message>
    <message>
      <source>忘了 PIN</source>
      <translation>Forgot PIN</translation>
    </message>
    <message>
      <source>我抄好了</source>
      <translation>I wrote it down</translation>
    </message>
    <message>
      <source>正在核对…</source>
      <translation>Checking…</translation>
    </message>
    <message>
      <source>确定</source>
      <translation>OK</translation>
    </message>
    <message>
      <source>返回</source>
      <translation>Back</translation>
    </message>
  </context>
  <context>
    <name>ProgressLanterns</name>
    <message>
      <source>第 %1 条，共 %2 条</source>
      <translation>%1 of %2</translation>
    </message>
  </context>
  <context>
    <name>Result</name>
    <message>
      <source>今天的收获</source>
      <translation>What you gained</translation>
    </message>
    <message>
      <source>我玩好了</source>
      <translation>I'm done</translation>
    </message>
    <message>
      <source>点亮了 %1 盏灯</source>
      <translation>%1 lanterns lit</translation>
    </message>
    <message>
      <source>看穿了 %1 条，一共 %2 条</source>
      <translation>%1 of %2 seen through</translation>
    </message>
    <message>
      <source>看穿了 %1 条，一共 %2 条。</source>
      <translation>%1 of %2 seen through. </translation>
    </message>
    <message>
      <source>继续点灯</source>
      <translation>Play on</translation>
    </message>
    <message>
      <source>遇到拿不准的，先问大人。报警 110，反诈 96110。</source>
      <translation>Not sure? Ask a grown-up first. Police 110, anti-fraud 96110.</translation>
    </message>
  </context>
  <context>
    <name>StaffBar</name>
    <message>
      <source>回到孩子的屏幕</source>
      <translation>To the children's screen</translation>
    </message>
  </context>
  <context>
    <name>StationScreen</name>
    <message>
      <source>听一听</source>
      <translation>Listen</translation>
    </message>
    <message>
      <source>回家</source>
      <translation>Home</translation>
    </message>
    <message>
      <source>我有点担心</source>
      <translation>I'm worried</translation>
    </message>
    <message>
      <source>正在读</source>
      <translation>Reading</translation>
    </message>
  </context>
  <context>
    <name>Thanks</name>
    <message>
      <source>不太好</source>
      <translation>Not great</translation>
    </message>
    <message>
      <source>今天玩得怎么样？</source>
      <translation>How was it today?</translation>
    </message>
    <message>
      <source>今天玩得怎么样？点一张脸告诉萤萤。</source>
      <translation>How was it today? Touch a face to tell Yingying.</translation>
    </message>
    <message>
      <source>再见</source>
      <translation>Goodbye</translation>
    </message>
    <message>
      <source>很开心</source>
      <translation>Great fun</translation>
    </message>
    <message>
      <source>谢谢你来点灯</source>
      <translation>Thank you for coming</translation>
    </message>
    <message>
      <source>还可以</source>
      <translation>Okay</translation>
    </message>
  </context>
  <context>
    <name>TodayPage</name>
    <message>
      <source>人次</source>
      <translation>visits</translation>
    </message>
    <message>
      <source>今天</source>
      <translation>Today</translation>
    </message>
    <message>
      <source>只数真的来访；演练和模拟的没有算进来</source>
      <translation>Real visits only; rehearsals and simulations are left out</translation>
    </message>
    <message>
      <source>来访</source>
      <translation>Visits</translation>
    </message>
    <message>
      <source>点亮灯笼</source>
      <translation>Lanterns</translation>
    </message>
    <message>
      <source>盏</source>
      <translation>lanterns</translation>
    </message>
    <message>
      <source>答对 %1%</source>
      <translation>%1% right</translation>
    </message>
    <message>
      <source>答题</source>
      <translation>Answers</translation>
    </message>
    <message>
      <source>这七天的来访</source>
      <translation>Visits in the last seven days</translation>
    </message>
    <message>
      <source>题</source>
      <translation>answers</translation>
    </message>
  </context>
  <context>
    <name>Who</name>
    <message>
      <source>%1 人</source>
      <translation>%1</translation>
    </message>
    <message>
      <source>不选也可以直接出发</source>
      <translation>You can also start right away</translation>
    </message>
    <message>
      <source>不选班级</source>
      <translation>No class</translation>
    </message>
    <message>
      <source>今天谁来点灯？</source>
      <translation>Who is here today?</translation>
    </message>
    <message>
      <source>今天谁来点灯？选一选有几个人，再挑一个喜欢的名字。不选也可以直接出发。</source>
      <translation>Who is here today? Pick how many you are and a name you like. You can also start right away.</translation>
    </message>
    <message>
      <source>几个人一起玩？</source>
      <translation>How many of you?</translation>
    </message>
    <message>
      <source>出发</source>
      <translation>Let's go</translation>
    </message>
    <message>
      <source>挑一个今天的名字</source>
      <translation>Pick a name for today</translation>
    </message>
    <message>
      <source>换一批</source>
      <translation>Others</translation>
    </message>
  </context>
  <context>
    <name>Worry</name>
    <message>
      <source>听一听</source>
      <translation>Listen</translation>
    </message>
    <message>
      <source>回去</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>正在读</source>
      <translation>Reading</translation>
    </message>
  </context>
</TS>
