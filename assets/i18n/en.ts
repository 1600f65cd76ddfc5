<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
  <context>
    <name>AccessesPage</name>
    <message>
      <source>只能看，不能改；共有 %1 张删除凭据</source>
      <translation>to be read only; receipts of erasures: %1</translation>
    </message>
    <message>
      <source>回到隐私</source>
      <translation>Back to privacy</translation>
    </message>
    <message>
      <source>更早</source>
      <translation>Older</translation>
    </message>
    <message>
      <source>更近</source>
      <translation>Newer</translation>
    </message>
    <message>
      <source>第 %1–%2 条，共 %3 条</source>
      <translation>%1–%2 of %3</translation>
    </message>
    <message>
      <source>谁听过录音</source>
      <translation>Who listened</translation>
    </message>
    <message>
      <source>还没有人听过或审核过录音</source>
      <translation>Nobody has listened to or reviewed a recording yet</translation>
    </message>
  </context>
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
    <name>BankList</name>
    <message>
      <source>%1 · %2 版</source>
      <translation>%1 · version %2</translation>
    </message>
    <message>
      <source>%1 道缺解析</source>
      <translation>%1 lack an explanation</translation>
    </message>
    <message>
      <source>%1 道能玩</source>
      <translation>%1 to play</translation>
    </message>
    <message>
      <source>上一版</source>
      <translation>Roll back</translation>
    </message>
    <message>
      <source>再点一次</source>
      <translation>Touch again</translation>
    </message>
    <message>
      <source>取走</source>
      <translation>Take along</translation>
    </message>
    <message>
      <source>拿掉</source>
      <translation>Remove</translation>
    </message>
    <message>
      <source>有 %1 份错误清单还没取走。插上能写的 U 盘，点“取走”。</source>
      <translation>Lists of errors that wait: %1. Plug in a stick that takes files and touch “Take along”.</translation>
    </message>
    <message>
      <source>补一补</source>
      <translation>Complete</translation>
    </message>
  </context>
  <context>
    <name>BoothRulesOfficer</name>
    <message>
      <source>从 U 盘读“%1”</source>
      <translation>Read “%1” from a stick</translation>
    </message>
    <message>
      <source>负责人管着孩子的个人信息：家长来问、来撤回，都找这个人，同意书和凭据上也写着。可以选岗位；要写姓名，就在 U 盘里放一个文本文件“%1”，第一行写上，插好再点。换人以后，同意书要请家长重新签。</source>
      <translation>This person is in charge of children's personal information: whom guardians ask, and to whom they take a consent back; forms and receipts say so. Choose a post; for a name put a text file “%1” on a stick, with the name in its first line, and touch the button. When it is somebody else, the forms have to be signed anew.</translation>
    </message>
  </context>
  <context>
    <name>BoothRulesPage</name>
    <message>
      <source>不改了</source>
      <translation>Leave it</translation>
    </message>
    <message>
      <source>保存</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>同意书上印的就是这些；改了，要请家长重新签</source>
      <translation>what the forms say; a change asks guardians again</translation>
    </message>
    <message>
      <source>回到播报站</source>
      <translation>Back to the booth</translation>
    </message>
    <message>
      <source>播报站的规矩</source>
      <translation>The booth's rules</translation>
    </message>
    <message>
      <source>没有指定，一段录音都不留。</source>
      <translation>Without one nothing is kept.</translation>
    </message>
    <message>
      <source>谁是负责人</source>
      <translation>Who is in charge</translation>
    </message>
    <message>
      <source>负责人</source>
      <translation>In charge</translation>
    </message>
    <message>
      <source>返回</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>还没有指定</source>
      <translation>nobody yet</translation>
    </message>
  </context>
  <context>
    <name>BreachPage</name>
    <message>
      <source>一发现就点，先止住，再查清；每一步都登记</source>
      <translation>Touch it at once: stop it first, then find out; every step is on record</translation>
    </message>
    <message>
      <source>下一件</source>
      <translation>Next one</translation>
    </message>
    <message>
      <source>再点一次：%1</source>
      <translation>Touch again: %1</translation>
    </message>
    <message>
      <source>又出一件</source>
      <translation>Another one</translation>
    </message>
    <message>
      <source>回到隐私</source>
      <translation>Back to privacy</translation>
    </message>
    <message>
      <source>收尾</source>
      <translation>Close it</translation>
    </message>
    <message>
      <source>是虚惊</source>
      <translation>False alarm</translation>
    </message>
    <message>
      <source>没有把握也先点：查清是虚惊，随时可以登记为虚惊。</source>
      <translation>Not sure? Touch it anyway: a false alarm can be recorded at any time.</translation>
    </message>
    <message>
      <source>泄露处置</source>
      <translation>Breach steps</translation>
    </message>
  </context>
  <context>
    <name>BreachStep</name>
    <message>
      <source>做完了</source>
      <translation>Done</translation>
    </message>
  </context>
  <context>
    <name>BroadcastBooth</name>
    <message>
      <source>上一句</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>上一步</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>再录一次</source>
      <translation>Once more</translation>
    </message>
    <message>
      <source>删掉</source>
      <translation>Delete</translation>
    </message>
    <message>
      <source>回书架</source>
      <translation>To the shelf</translation>
    </message>
    <message>
      <source>换一篇</source>
      <translation>Another</translation>
    </message>
    <message>
      <source>播报墙</source>
      <translation>Broadcast wall</translation>
    </message>
    <message>
      <source>等一等</source>
      <translation>Wait</translation>
    </message>
    <message>
      <source>重来一遍</source>
      <translation>Start over</translation>
    </message>
  </context>
  <context>
    <name>CheckView</name>
    <message>
      <source>话筒开着，还没有录音。准备好了，就点“开始播报”，数完三、二、一再开口。</source>
      <translation>The microphone is on, nothing is recorded yet. When you are ready touch “Start” and speak after three, two, one.</translation>
    </message>
    <message>
      <source>话筒没有打开，没有在录音。</source>
      <translation>The microphone is off and nothing is recorded.</translation>
    </message>
  </context>
  <context>
    <name>ClassCentre</name>
    <message>
      <source>拼音</source>
      <translation>Pinyin</translation>
    </message>
    <message>
      <source>有点担心</source>
      <translation>I worry</translation>
    </message>
    <message>
      <source>老师</source>
      <translation>Teacher</translation>
    </message>
    <message>
      <source>老师长按</source>
      <translation>Teacher: hold</translation>
    </message>
    <message>
      <source>转个方向</source>
      <translation>Turn round</translation>
    </message>
  </context>
  <context>
    <name>ClassPicker</name>
    <message>
      <source>%1 班</source>
      <translation>%1</translation>
    </message>
  </context>
  <context>
    <name>ClassReportChoose</name>
    <message>
      <source>一个班</source>
      <translation>A class</translation>
    </message>
    <message>
      <source>最近的课</source>
      <translation>Last sessions</translation>
    </message>
    <message>
      <source>还没有上过课。在“课堂”里开一节课，前测、玩、后测，下课就有报告。</source>
      <translation>There has been no session yet. Begin one under "Class": a form, play, a form; the report follows at once.</translation>
    </message>
    <message>
      <source>还没有班级。班级在“设置”里加。</source>
      <translation>There are no classes yet. Add them under "Settings".</translation>
    </message>
    <message>
      <source>题目质量：哪些题可能有问题</source>
      <translation>Item quality: which may be wrong</translation>
    </message>
  </context>
  <context>
    <name>ClassReportPage</name>
    <message>
      <source>存成 PDF</source>
      <translation>Save as PDF</translation>
    </message>
    <message>
      <source>换一个</source>
      <translation>Another</translation>
    </message>
    <message>
      <source>正在算…</source>
      <translation>Working it out…</translation>
    </message>
    <message>
      <source>没有孩子的名字，少于 5 人的数字不显示</source>
      <translation>No child's name; nothing of fewer than five is shown</translation>
    </message>
    <message>
      <source>班级报告</source>
      <translation>Class reports</translation>
    </message>
  </context>
  <context>
    <name>ClassReportSection</name>
    <message>
      <source>看图</source>
      <translation>Picture</translation>
    </message>
    <message>
      <source>看数字</source>
      <translation>Figures</translation>
    </message>
  </context>
  <context>
    <name>ClassSessionAsk</name>
    <message>
      <source>上一节课</source>
      <translation>Last class</translation>
    </message>
    <message>
      <source>到场</source>
      <translation>Present</translation>
    </message>
    <message>
      <source>多久</source>
      <translation>Time</translation>
    </message>
    <message>
      <source>怎么上</source>
      <translation>How</translation>
    </message>
    <message>
      <source>来得及吗？</source>
      <translation>Does it fit?</translation>
    </message>
    <message>
      <source>测题</source>
      <translation>Forms</translation>
    </message>
    <message>
      <source>班级</source>
      <translation>Class</translation>
    </message>
    <message>
      <source>答题纸</source>
      <translation>Answer sheets</translation>
    </message>
    <message>
      <source>输入课堂码</source>
      <translation>Enter a code</translation>
    </message>
    <message>
      <source>题库</source>
      <translation>Banks</translation>
    </message>
  </context>
  <context>
    <name>ClassSessionBoard</name>
    <message>
      <source>%1 人在做</source>
      <translation>%1 at it</translation>
    </message>
    <message>
      <source>%1 台展台</source>
      <translation>%1 kiosks</translation>
    </message>
    <message>
      <source>/ %1 人</source>
      <translation>of %1</translation>
    </message>
    <message>
      <source>人</source>
      <translation>children</translation>
    </message>
    <message>
      <source>做完 %1</source>
      <translation>Done: %1</translation>
    </message>
    <message>
      <source>几台展台一起上的课：把别台的记录收进来，报告就是全班的。</source>
      <translation>Where several kiosks held this class: take the others' records in, and the report is of the whole class.</translation>
    </message>
    <message>
      <source>分钟</source>
      <translation>min</translation>
    </message>
    <message>
      <source>别台输入它加入</source>
      <translation>others join</translation>
    </message>
    <message>
      <source>时间到了</source>
      <translation>time is up</translation>
    </message>
    <message>
      <source>点“回到孩子屏幕”，小朋友就能开始答题；中间那块“老师长按”三秒，再回到这里。</source>
      <translation>Touch “Children's screen”, and the children can begin. Hold “Teacher: hold” in the middle for three seconds to come back here.</translation>
    </message>
    <message>
      <source>点“回到孩子屏幕”，小朋友就能闯关；右上角长按三秒，再回到这里。</source>
      <translation>Touch “Children's screen”, and the children can play. Hold the upper right corner for three seconds to come back here.</translation>
    </message>
    <message>
      <source>课堂码</source>
      <translation>Class code</translation>
    </message>
    <message>
      <source>还剩</source>
      <translation>Time left</translation>
    </message>
    <message>
      <source>进行中</source>
      <translation>Going on</translation>
    </message>
  </context>
  <context>
    <name>ClassSessionPage</name>
    <message>
      <source>下一条</source>
      <translation>Next</translation>
    </message>
    <message>
      <source>下一步：%1</source>
      <translation>Next: %1</translation>
    </message>
    <message>
      <source>今天到了多少位小朋友？</source>
      <translation>How many children are here today?</translation>
    </message>
    <message>
      <source>先测一测，再闯关，最后看看学到了什么</source>
      <translation>First a test, then play, then see what was learned</translation>
    </message>
    <message>
      <source>加入</source>
      <translation>Join</translation>
    </message>
    <message>
      <source>哪个班在上课？</source>
      <translation>Which class is here?</translation>
    </message>
    <message>
      <source>开始上课</source>
      <translation>Begin</translation>
    </message>
    <message>
      <source>点亮要玩的题库；都不点，就是全部</source>
      <translation>Light the banks to play from; none means all</translation>
    </message>
    <message>
      <source>看课堂报告</source>
      <translation>Class report</translation>
    </message>
    <message>
      <source>确定</source>
      <translation>OK</translation>
    </message>
    <message>
      <source>结束课堂</source>
      <translation>End the class</translation>
    </message>
    <message>
      <source>记下</source>
      <translation>Keep</translation>
    </message>
    <message>
      <source>记下，下一条</source>
      <translation>Keep, next</translation>
    </message>
    <message>
      <source>课堂</source>
      <translation>Class</translation>
    </message>
    <message>
      <source>输入 4 位课堂码</source>
      <translation>Enter the four digits</translation>
    </message>
    <message>
      <source>这节课已经结束</source>
      <translation>This class is over</translation>
    </message>
    <message>
      <source>进行中 · %1</source>
      <translation>Going on · %1</translation>
    </message>
    <message>
      <source>选好了</source>
      <translation>Done</translation>
    </message>
  </context>
  <context>
    <name>ClassSessionPick</name>
    <message>
      <source>全部题库</source>
      <translation>All banks</translation>
    </message>
    <message>
      <source>还没有班级名单。管理员可以在“设置”里点选本基地的班级。</source>
      <translation>There is no list of classes yet. The admin can choose this base's classes under “Settings”.</translation>
    </message>
  </context>
  <context>
    <name>ClassSessionSticks</name>
    <message>
      <source>全班模式</source>
      <translation>Whole class</translation>
    </message>
    <message>
      <source>再上一节</source>
      <translation>Another class</translation>
    </message>
    <message>
      <source>再点一次结束</source>
      <translation>Touch again to end</translation>
    </message>
    <message>
      <source>存到 U 盘</source>
      <translation>To stick</translation>
    </message>
    <message>
      <source>提前结束</source>
      <translation>End early</translation>
    </message>
    <message>
      <source>断开局域网</source>
      <translation>Network off</translation>
    </message>
    <message>
      <source>答题纸</source>
      <translation>Sheets</translation>
    </message>
    <message>
      <source>读入 U 盘</source>
      <translation>From stick</translation>
    </message>
    <message>
      <source>连局域网</source>
      <translation>Network</translation>
    </message>
  </context>
  <context>
    <name>ClassSessionTyped</name>
    <message>
      <source>别台已经开课，点“加入”：班级、上法、时间和基地名称，要和那台一样。用先印好的答题纸，第一台点“在这台开课”，别台再加入。</source>
      <translation>Begun elsewhere: “Join”, with the same class, plan, time box and base name. Sheets printed ahead: “Begin here” at the first kiosk, then the others join.</translation>
    </message>
    <message>
      <source>在这台开课</source>
      <translation>Begin here</translation>
    </message>
    <message>
      <source>数一数到了多少位小朋友，最多 60 人。</source>
      <translation>Count the children who are here, 60 at most.</translation>
    </message>
    <message>
      <source>课堂码在另一台的课堂页上，或印在答题纸上。</source>
      <translation>The code stands on the other kiosk's class page, or on printed answer sheets.</translation>
    </message>
    <message>
      <source>返回</source>
      <translation>Back</translation>
    </message>
  </context>
  <context>
    <name>ClassSessionWhole</name>
    <message>
      <source>上一条</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>不讲了</source>
      <translation>Count</translation>
    </message>
    <message>
      <source>讲一讲</source>
      <translation>Explain</translation>
    </message>
    <message>
      <source>课堂板</source>
      <translation>Board</translation>
    </message>
  </context>
  <context>
    <name>Cleaning</name>
    <message>
      <source>手拿开，马上就好。</source>
      <translation>Hands off, almost done.</translation>
    </message>
    <message>
      <source>放心擦，点到哪里都没关系。</source>
      <translation>Wipe away: nothing you touch counts.</translation>
    </message>
    <message>
      <source>正在擦屏幕</source>
      <translation>Wiping the screen</translation>
    </message>
  </context>
  <context>
    <name>Closed</name>
    <message>
      <source>%1
等你再来点灯。</source>
      <translation>%1
waits for you to light lanterns again.</translation>
    </message>
    <message>
      <source>欢迎再来点灯。</source>
      <translation>Come back and light lanterns.</translation>
    </message>
    <message>
      <source>灯笼休息啦</source>
      <translation>The lanterns are resting</translation>
    </message>
  </context>
  <context>
    <name>CodePaper</name>
    <message>
      <source>可以打印，或者存到 U 盘去打印；打印完，把 U 盘里的那一份删掉。</source>
      <translation>Print it, or save it to a stick and print it there; then delete that file.</translation>
    </message>
    <message>
      <source>存到 U 盘</source>
      <translation>To the stick</translation>
    </message>
    <message>
      <source>打印</source>
      <translation>Print</translation>
    </message>
  </context>
  <context>
    <name>CodesEntry</name>
    <message>
      <source>编号</source>
      <translation>Number</translation>
    </message>
  </context>
  <context>
    <name>CodesList</name>
    <message>
      <source>%1 天内有效</source>
      <translation>%1 days</translation>
    </message>
    <message>
      <source>一张，或者给全班：三个图案加二维码，A4 纸剪开</source>
      <translation>One, or for a class: three pictures and a code, A4 to cut out</translation>
    </message>
    <message>
      <source>个</source>
      <translation>classes</translation>
    </message>
    <message>
      <source>发卡片</source>
      <translation>Issue cards</translation>
    </message>
    <message>
      <source>只留下班级和座位数；姓名、证件号、学号进门就丢掉</source>
      <translation>Keeps classes and seats; no names, no numbers</translation>
    </message>
    <message>
      <source>在用的卡片</source>
      <translation>Cards in use</translation>
    </message>
    <message>
      <source>孩子可以选的班级</source>
      <translation>Classes to choose from</translation>
    </message>
    <message>
      <source>导入名册</source>
      <translation>Bring a school's list</translation>
    </message>
    <message>
      <source>张</source>
      <translation>cards</translation>
    </message>
    <message>
      <source>收回一张</source>
      <translation>Take one back</translation>
    </message>
    <message>
      <source>每张卡片都要有一份监护人签字的同意书。卡片上的三个图案就是“回来码”，由展台来定，只显示一次；展台不记孩子的名字和座位。</source>
      <translation>Every card needs a paper form that a guardian signed. Its three pictures are the return code: the kiosk chooses them and shows them once. It keeps no name and no seat.</translation>
    </message>
    <message>
      <source>海报和证书</source>
      <translation>Posters and certificates</translation>
    </message>
    <message>
      <source>班级的承诺桥海报、写名字的证书、成果卡</source>
      <translation>A class's bridge poster, certificates to write on, result cards</translation>
    </message>
    <message>
      <source>监护人收回同意，或者卡片丢了：按同意书编号删除</source>
      <translation>Consent withdrawn or card lost: erase it by the form's number</translation>
    </message>
  </context>
  <context>
    <name>CodesOnce</name>
    <message>
      <source>%1 张卡片做好了</source>
      <translation>%1 cards are ready</translation>
    </message>
    <message>
      <source>只显示这一次，展台自己也查不出来。%1离开这一页就没有了；丢了的话，用同一份同意书再发一张。</source>
      <translation>Shown this once; not even the kiosk can look them up. %1 They are gone once you leave; if one is lost, issue another for the same form.</translation>
    </message>
    <message>
      <source>请打印，或者存到 U 盘；印好以后剪开，最后一页锁进抽屉。</source>
      <translation>Print them or save them to a stick; cut them out and lock the last page away.</translation>
    </message>
    <message>
      <source>请打印，或者抄到孩子的卡片上。</source>
      <translation>Print it, or copy it onto the child's card.</translation>
    </message>
    <message>
      <source>这三个图案，按顺序</source>
      <translation>These three, in this order</translation>
    </message>
  </context>
  <context>
    <name>CodesPage</name>
    <message>
      <source>三个图案让孩子回来时找到自己的承诺；没有名字</source>
      <translation>Three pictures bring a child back to its promises; no names</translation>
    </message>
    <message>
      <source>下一步</source>
      <translation>Next</translation>
    </message>
    <message>
      <source>删除</source>
      <translation>Erase</translation>
    </message>
    <message>
      <source>删除凭据</source>
      <translation>Receipt</translation>
    </message>
    <message>
      <source>卡片和后面的承诺一起删除，备份里也打不开了。</source>
      <translation>The card and the promises behind it are erased; no backup opens them any more.</translation>
    </message>
    <message>
      <source>卡片和海报</source>
      <translation>Cards and posters</translation>
    </message>
    <message>
      <source>卡片，只显示这一次</source>
      <translation>Cards, shown this once</translation>
    </message>
    <message>
      <source>只留下班级和座位数</source>
      <translation>Only classes and seats stay</translation>
    </message>
    <message>
      <source>同意书</source>
      <translation>Paper form</translation>
    </message>
    <message>
      <source>同意书的编号</source>
      <translation>Number of the form</translation>
    </message>
    <message>
      <source>好了</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>导入名册</source>
      <translation>Bring a school's list</translation>
    </message>
    <message>
      <source>收回一张卡片</source>
      <translation>Take a card back</translation>
    </message>
    <message>
      <source>正在登记</source>
      <translation>Registering</translation>
    </message>
    <message>
      <source>没有印也没有存，真的不要了</source>
      <translation>Neither printed nor saved: drop them</translation>
    </message>
    <message>
      <source>海报和证书</source>
      <translation>Posters and certificates</translation>
    </message>
    <message>
      <source>登记，发 %1 张</source>
      <translation>Register, issue %1</translation>
    </message>
    <message>
      <source>登记，发一张</source>
      <translation>Register, issue one</translation>
    </message>
    <message>
      <source>第一份同意书的编号</source>
      <translation>Number of the first form</translation>
    </message>
    <message>
      <source>签字的日子</source>
      <translation>Signed on</translation>
    </message>
    <message>
      <source>给谁发卡片</source>
      <translation>Cards for whom</translation>
    </message>
    <message>
      <source>要收回的同意书编号</source>
      <translation>Number of the form to take back</translation>
    </message>
    <message>
      <source>返回</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>都拿好了</source>
      <translation>I have them all</translation>
    </message>
  </context>
  <context>
    <name>CodesPaper</name>
    <message>
      <source>存到 U 盘</source>
      <translation>To stick</translation>
    </message>
    <message>
      <source>打印</source>
      <translation>Print</translation>
    </message>
  </context>
  <context>
    <name>CodesPosterView</name>
    <message>
      <source>什么</source>
      <translation>What</translation>
    </message>
    <message>
      <source>印章</source>
      <translation>Seals</translation>
    </message>
    <message>
      <source>哪一站</source>
      <translation>Station</translation>
    </message>
    <message>
      <source>哪个班</source>
      <translation>Class</translation>
    </message>
    <message>
      <source>纸张</source>
      <translation>Paper</translation>
    </message>
  </context>
  <context>
    <name>CodesSeats</name>
    <message>
      <source>%1 个座位，要 %1 份同意书</source>
      <translation>%1 seats, %1 paper forms</translation>
    </message>
    <message>
      <source>交了同意书的座位，点亮；不点座位，就是一张没有座位的卡片。</source>
      <translation>Light the seats that brought a form; with none, it is one card without a seat.</translation>
    </message>
    <message>
      <source>全班</source>
      <translation>All</translation>
    </message>
  </context>
  <context>
    <name>ConsentsForm</name>
    <message>
      <source>哪天签的</source>
      <translation>Signed on</translation>
    </message>
    <message>
      <source>班级（可以不填）</source>
      <translation>Class (optional)</translation>
    </message>
    <message>
      <source>纸上的编号，只输数字</source>
      <translation>The number on the paper, digits only</translation>
    </message>
  </context>
  <context>
    <name>ConsentsList</name>
    <message>
      <source>拿着家长签好的纸，点“登记一份”。</source>
      <translation>With the signed paper in hand touch “Register”.</translation>
    </message>
    <message>
      <source>没有这个编号</source>
      <translation>No such number</translation>
    </message>
    <message>
      <source>请老师先登记家长签好的纸。</source>
      <translation>A teacher registers the signed papers first.</translation>
    </message>
    <message>
      <source>输编号来找</source>
      <translation>Find by number</translation>
    </message>
    <message>
      <source>还没有登记同意书</source>
      <translation>No form is registered yet</translation>
    </message>
  </context>
  <context>
    <name>ConsentsPage</name>
    <message>
      <source>全部撤回</source>
      <translation>Take all back</translation>
    </message>
    <message>
      <source>再点一次</source>
      <translation>Once more</translation>
    </message>
    <message>
      <source>同意书</source>
      <translation>Consent forms</translation>
    </message>
    <message>
      <source>回到列表</source>
      <translation>Back to the list</translation>
    </message>
    <message>
      <source>回到播报站</source>
      <translation>Back to the booth</translation>
    </message>
    <message>
      <source>好了</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>撤回好了</source>
      <translation>Taken back</translation>
    </message>
    <message>
      <source>点一份选上，最多四份；没有名字，只有纸上的编号</source>
      <translation>touch to choose, four at most; numbers of papers, no names</translation>
    </message>
    <message>
      <source>照着纸上打的勾点：四项分开，家长没勾的就不点。现在的规矩是第 %1 版。</source>
      <translation>Touch what is ticked on the paper, and nothing else: the four are separate. The rules today are version %1.</translation>
    </message>
    <message>
      <source>登记</source>
      <translation>Register</translation>
    </message>
    <message>
      <source>登记一份</source>
      <translation>Register</translation>
    </message>
    <message>
      <source>登记同意书</source>
      <translation>Register a form</translation>
    </message>
    <message>
      <source>空白同意书</source>
      <translation>Blank form</translation>
    </message>
    <message>
      <source>空白表</source>
      <translation>Blank form</translation>
    </message>
    <message>
      <source>进播报站</source>
      <translation>Let them in</translation>
    </message>
  </context>
  <context>
    <name>ConsentsReceiptCard</name>
    <message>
      <source>可以打印，或者存到 U 盘，交给家长。</source>
      <translation>Print it or save it to the stick, for the guardian.</translation>
    </message>
    <message>
      <source>存到 U 盘</source>
      <translation>To the stick</translation>
    </message>
    <message>
      <source>打印</source>
      <translation>Print</translation>
    </message>
    <message>
      <source>没有打印机，也没有插 U 盘：请把凭据编号抄给家长。凭据一直留在展台里。</source>
      <translation>No printer and no stick: write the receipt's number down for the guardian. The receipt stays on the kiosk.</translation>
    </message>
  </context>
  <context>
    <name>ConsentsRow</name>
    <message>
      <source>在播报站</source>
      <translation>in the booth</translation>
    </message>
    <message>
      <source>已撤回</source>
      <translation>taken back</translation>
    </message>
    <message>
      <source>打开</source>
      <translation>Open</translation>
    </message>
    <message>
      <source>要重签</source>
      <translation>sign anew</translation>
    </message>
  </context>
  <context>
    <name>ConsentsSheet</name>
    <message>
      <source>%1 号同意书</source>
      <translation>Form %1</translation>
    </message>
    <message>
      <source>再点一次</source>
      <translation>Once more</translation>
    </message>
    <message>
      <source>撤回</source>
      <translation>Take back</translation>
    </message>
    <message>
      <source>规矩改过，要重签</source>
      <translation>rules changed: sign anew</translation>
    </message>
    <message>
      <source>：同意</source>
      <translation>: agreed</translation>
    </message>
    <message>
      <source>：同意的是旧规矩</source>
      <translation>: agreed to older rules</translation>
    </message>
    <message>
      <source>：没有同意</source>
      <translation>: not agreed</translation>
    </message>
  </context>
  <context>
    <name>ConventionPuzzle</name>
    <message>
      <source>我拼好了</source>
      <translation>I'm done</translation>
    </message>
    <message>
      <source>换一份</source>
      <translation>Other rules</translation>
    </message>
    <message>
      <source>提示</source>
      <translation>Hint</translation>
    </message>
    <message>
      <source>选画</source>
      <translation>Pictures</translation>
    </message>
  </context>
  <context>
    <name>CountView</name>
    <message>
      <source>深呼吸，先说说：</source>
      <translation>Take a deep breath. Begin with:</translation>
    </message>
    <message>
      <source>深呼吸，第一句是：</source>
      <translation>Take a deep breath. It begins with:</translation>
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
    <name>ExportPage</name>
    <message>
      <source>%1
放在：%2。是 U 盘的话，可以拔出了。</source>
      <translation>%1
In: %2. A stick can be pulled out now.</translation>
    </message>
    <message>
      <source>%1 行 · %2</source>
      <translation>%1 rows · %2</translation>
    </message>
    <message>
      <source>什么</source>
      <translation>What</translation>
    </message>
    <message>
      <source>再导一份</source>
      <translation>Export another</translation>
    </message>
    <message>
      <source>哪几天</source>
      <translation>Days</translation>
    </message>
    <message>
      <source>导出</source>
      <translation>Export</translation>
    </message>
    <message>
      <source>导出好了，读回来核对过</source>
      <translation>Exported, read back and compared</translation>
    </message>
    <message>
      <source>放到哪里</source>
      <translation>To</translation>
    </message>
    <message>
      <source>文件不加密</source>
      <translation>File not locked</translation>
    </message>
    <message>
      <source>文件加密码</source>
      <translation>File with a password</translation>
    </message>
    <message>
      <source>条</source>
      <translation>answers</translation>
    </message>
    <message>
      <source>校验码 SHA-256：%1</source>
      <translation>Checksum SHA-256: %1</translation>
    </message>
    <message>
      <source>格式</source>
      <translation>Format</translation>
    </message>
    <message>
      <source>正在导出</source>
      <translation>Exporting</translation>
    </message>
    <message>
      <source>每答一道题一行，题目和正确答案是孩子作答那一刻的样子。写完会读回来核对，并给出校验码。</source>
      <translation>One row an answer, with the item and its right answer as they were at that moment. The file is read back and compared, and its checksum is shown.</translation>
    </message>
    <message>
      <source>没有名字、没有学号；演练和模拟的另有一列标明</source>
      <translation>No names, no student numbers; a column marks rehearsals and simulations</translation>
    </message>
    <message>
      <source>这段时间的作答</source>
      <translation>Answers in these days</translation>
    </message>
  </context>
  <context>
    <name>HealthClock</name>
    <message>
      <source>不对</source>
      <translation>No</translation>
    </message>
    <message>
      <source>对，就是现在</source>
      <translation>Yes, it is</translation>
    </message>
  </context>
  <context>
    <name>HealthPage</name>
    <message>
      <source>健康</source>
      <translation>Health</translation>
    </message>
    <message>
      <source>再查一次</source>
      <translation>Look again</translation>
    </message>
    <message>
      <source>正在检查…</source>
      <translation>Looking…</translation>
    </message>
    <message>
      <source>每一条都说该怎么办</source>
      <translation>Each line says what to do</translation>
    </message>
  </context>
  <context>
    <name>HealthSummary</name>
    <message>
      <source>展台很健康</source>
      <translation>The kiosk is well</translation>
    </message>
    <message>
      <source>有要修的地方</source>
      <translation>Something needs mending</translation>
    </message>
    <message>
      <source>正在检查…</source>
      <translation>Looking…</translation>
    </message>
    <message>
      <source>能用，有几条要留意</source>
      <translation>It works; some lines to look at</translation>
    </message>
    <message>
      <source>要修 %1 · 留意 %2 · 好 %3</source>
      <translation>to mend %1 · to look at %2 · good %3</translation>
    </message>
  </context>
  <context>
    <name>HealthTools</name>
    <message>
      <source>云端同步</source>
      <translation>Sync</translation>
    </message>
    <message>
      <source>擦屏幕</source>
      <translation>Wipe the screen</translation>
    </message>
    <message>
      <source>正在写…</source>
      <translation>Writing…</translation>
    </message>
    <message>
      <source>给维护人员的包</source>
      <translation>Diagnostics</translation>
    </message>
    <message>
      <source>试试触摸屏</source>
      <translation>Touch test</translation>
    </message>
    <message>
      <source>话筒和喇叭</source>
      <translation>Mic and speaker</translation>
    </message>
  </context>
  <context>
    <name>HearView</name>
    <message>
      <source>停一停</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>听一听自己的声音。喜欢就收好，想再试试就再录一次。</source>
      <translation>Listen to yourself. Happy with it? Good. Want to try again? Once more, then.</translation>
    </message>
    <message>
      <source>听原声</source>
      <translation>As spoken</translation>
    </message>
    <message>
      <source>听我的播报</source>
      <translation>My broadcast</translation>
    </message>
    <message>
      <source>萤萤的小提示</source>
      <translation>Yingying's tips</translation>
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
      <source>该休息啦，看看远处，下次再来点灯。</source>
      <translation>Time for a rest: look far away and come back another day.</translation>
    </message>
    <message>
      <source>静音</source>
      <translation>Mute</translation>
    </message>
  </context>
  <context>
    <name>JigsawChoice</name>
    <message>
      <source>想拼几块？点一下就开始</source>
      <translation>How many pieces? Tap to begin</translation>
    </message>
    <message>
      <source>拼 %1 块</source>
      <translation>%1 pieces</translation>
    </message>
    <message>
      <source>转着拼</source>
      <translation>Turning</translation>
    </message>
  </context>
  <context>
    <name>JigsawTools</name>
    <message>
      <source>先拼边</source>
      <translation>Edges</translation>
    </message>
    <message>
      <source>提示</source>
      <translation>Hint</translation>
    </message>
    <message>
      <source>看图</source>
      <translation>Peek</translation>
    </message>
  </context>
  <context>
    <name>JigsawTurner</name>
    <message>
      <source>看别的拼块</source>
      <translation>See other pieces</translation>
    </message>
  </context>
  <context>
    <name>KeyCard</name>
    <message>
      <source>%1 加的</source>
      <translation>Added on %1</translation>
    </message>
    <message>
      <source>再点一次</source>
      <translation>Touch again</translation>
    </message>
    <message>
      <source>拿掉</source>
      <translation>Remove</translation>
    </message>
  </context>
  <context>
    <name>KeyFiles</name>
    <message>
      <source>从 U 盘加钥匙</source>
      <translation>Add a key from the stick</translation>
    </message>
  </context>
  <context>
    <name>KeyWords</name>
    <message>
      <source>给做题包的人打个电话：他的钥匙也念这八个词，顺序也一样，才点“一样，加上”。有一个不同，就不要加。</source>
      <translation>Call the maker of the packs. Touch “The same: add it” only if that key has these eight words, in this order. If one differs, do not add it.</translation>
    </message>
    <message>
      <source>这把钥匙已经在信任的名单里了。</source>
      <translation>This key is trusted already.</translation>
    </message>
  </context>
  <context>
    <name>KeysPage</name>
    <message>
      <source>一样，加上</source>
      <translation>The same: add it</translation>
    </message>
    <message>
      <source>不加</source>
      <translation>Do not add</translation>
    </message>
    <message>
      <source>不收</source>
      <translation>Not taken</translation>
    </message>
    <message>
      <source>也收，会标出来</source>
      <translation>Taken too, and marked</translation>
    </message>
    <message>
      <source>关</source>
      <translation>Off</translation>
    </message>
    <message>
      <source>回到设置</source>
      <translation>Back to settings</translation>
    </message>
    <message>
      <source>好的</source>
      <translation>All right</translation>
    </message>
    <message>
      <source>对一对这八个词</source>
      <translation>Compare eight words</translation>
    </message>
    <message>
      <source>开</source>
      <translation>On</translation>
    </message>
    <message>
      <source>我们信任的钥匙</source>
      <translation>Keys that we trust</translation>
    </message>
    <message>
      <source>有可信签名的题包，老师输 PIN 就能装</source>
      <translation>Packs with a trusted signature need a teacher's PIN, no more</translation>
    </message>
    <message>
      <source>没有可信签名的题包</source>
      <translation>Unsigned packs</translation>
    </message>
    <message>
      <source>还没有。插上有钥匙文件的 U 盘，点一下文件，对过八个词就能加。</source>
      <translation>None yet. Plug in a stick with a key file, touch the file, and compare eight words.</translation>
    </message>
    <message>
      <source>题包的钥匙</source>
      <translation>Pack keys</translation>
    </message>
  </context>
  <context>
    <name>KindWords</name>
    <message>
      <source>提示</source>
      <translation>Hint</translation>
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
    <name>LedgerCount</name>
    <message>
      <source>人</source>
      <translation>came</translation>
    </message>
    <message>
      <source>分成</source>
      <translation>Groups</translation>
    </message>
    <message>
      <source>哪一天</source>
      <translation>Day</translation>
    </message>
    <message>
      <source>团体的人数由引导员数，和机器自动记录的分开算。</source>
      <translation>Guides count groups by hand; this stays apart from what the kiosk counts.</translation>
    </message>
    <message>
      <source>年龄</source>
      <translation>Age</translation>
    </message>
    <message>
      <source>批</source>
      <translation>in all</translation>
    </message>
    <message>
      <source>改好了</source>
      <translation>Change it</translation>
    </message>
    <message>
      <source>来了</source>
      <translation>People</translation>
    </message>
    <message>
      <source>正在改这一条：改成 0 人就是收回。</source>
      <translation>Changing this entry: 0 people takes it back.</translation>
    </message>
    <message>
      <source>登记过</source>
      <translation>Entered</translation>
    </message>
    <message>
      <source>记下来</source>
      <translation>Keep it</translation>
    </message>
  </context>
  <context>
    <name>LedgerPage</name>
    <message>
      <source>只数真的来访；少于 5 人的数字不显示</source>
      <translation>Real visitors only; figures under five are hidden</translation>
    </message>
    <message>
      <source>台账</source>
      <translation>Ledger</translation>
    </message>
    <message>
      <source>台账写好了，可以直接上交</source>
      <translation>The ledger is written, ready to hand in</translation>
    </message>
    <message>
      <source>存成文件</source>
      <translation>Save files</translation>
    </message>
    <message>
      <source>看图</source>
      <translation>Charts</translation>
    </message>
  </context>
  <context>
    <name>LedgerPeriod</name>
    <message>
      <source>登记人数</source>
      <translation>Headcount</translation>
    </message>
    <message>
      <source>看图</source>
      <translation>Charts</translation>
    </message>
    <message>
      <source>看数字</source>
      <translation>Numbers</translation>
    </message>
  </context>
  <context>
    <name>LedgerShares</name>
    <message>
      <source>%1 %2</source>
      <translation>%1 %2</translation>
    </message>
  </context>
  <context>
    <name>LedgerSpan</name>
    <message>
      <source>一天按八个数字输入：2026 年 11 月 20 日就是 20261120。这一天也算在内。别的项目名，一行一个写进 U 盘里的“%1”。</source>
      <translation>Type a day as eight digits: 20 November 2026 is 20261120. That day counts, too. Other names go into “%1” on a stick, one a line.</translation>
    </message>
    <message>
      <source>从哪一天</source>
      <translation>First day</translation>
    </message>
    <message>
      <source>到哪一天</source>
      <translation>Last day</translation>
    </message>
    <message>
      <source>看台账</source>
      <translation>Show it</translation>
    </message>
    <message>
      <source>项目叫什么</source>
      <translation>Project's name</translation>
    </message>
  </context>
  <context>
    <name>LieSlips</name>
    <message>
      <source>谎</source>
      <translation>fib</translation>
    </message>
  </context>
  <context>
    <name>Lit</name>
    <message>
      <source>看我的证书</source>
      <translation>My certificate</translation>
    </message>
    <message>
      <source>谢谢你走完了每一站。这些灯，是你点的。</source>
      <translation>Thank you for visiting every station. You lit these lanterns.</translation>
    </message>
    <message>
      <source>运河从头到尾都亮了</source>
      <translation>The canal is lit from end to end</translation>
    </message>
  </context>
  <context>
    <name>LittleSupervisor</name>
    <message>
      <source>改一改</source>
      <translation>Change it</translation>
    </message>
  </context>
  <context>
    <name>LockCard</name>
    <message>
      <source>一共 20 个数字，打开文件时连着输，不用输空格。密码只显示这一次，展台不会留下它：丢了就只能再导一份。纸条和 U 盘分开放。</source>
      <translation>Twenty digits, typed without spaces when the file is opened. They are shown this once and not kept here: when they are lost, export again. Keep the note apart from the stick.</translation>
    </message>
    <message>
      <source>先不导了</source>
      <translation>Not now</translation>
    </message>
    <message>
      <source>先把密码抄下来</source>
      <translation>Write the password down first</translation>
    </message>
    <message>
      <source>抄好了，写文件</source>
      <translation>Written down: make the file</translation>
    </message>
  </context>
  <context>
    <name>LogPage</name>
    <message>
      <source>PIN 输错</source>
      <translation>Wrong PINs</translation>
    </message>
    <message>
      <source>七天里进门</source>
      <translation>Entries in 7 days</translation>
    </message>
    <message>
      <source>只能看，不能改</source>
      <translation>To be read, never changed</translation>
    </message>
    <message>
      <source>工作人员记录</source>
      <translation>Staff log</translation>
    </message>
    <message>
      <source>更早</source>
      <translation>Older</translation>
    </message>
    <message>
      <source>更近</source>
      <translation>Newer</translation>
    </message>
    <message>
      <source>次</source>
      <translation>times</translation>
    </message>
    <message>
      <source>第 %1–%2 条，共 %3 条</source>
      <translation>%1–%2 of %3</translation>
    </message>
    <message>
      <source>谁听过录音</source>
      <translation>Who listened</translation>
    </message>
    <message>
      <source>还没有记录</source>
      <translation>Nothing yet</translation>
    </message>
    <message>
      <source>门锁了</source>
      <translation>Door locked</translation>
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
    <name>MendBoard</name>
    <message>
      <source>上一题</source>
      <translation>Previous</translation>
    </message>
    <message>
      <source>下一题</source>
      <translation>Next</translation>
    </message>
    <message>
      <source>没分类的题都归“%1”</source>
      <translation>All others: %1</translation>
    </message>
    <message>
      <source>返回</source>
      <translation>Back</translation>
    </message>
  </context>
  <context>
    <name>MessageSide</name>
    <message>
      <source>直播中</source>
      <translation>Live</translation>
    </message>
    <message>
      <source>通话中</source>
      <translation>On a call</translation>
    </message>
  </context>
  <context>
    <name>Meter</name>
    <message>
      <source>再大声点</source>
      <translation>louder</translation>
    </message>
    <message>
      <source>刚刚好</source>
      <translation>just right</translation>
    </message>
    <message>
      <source>太响啦</source>
      <translation>too loud</translation>
    </message>
  </context>
  <context>
    <name>MyCertificate</name>
    <message>
      <source>先猜，再扫码看答案</source>
      <translation>Guess first, then scan</translation>
    </message>
    <message>
      <source>好了</source>
      <translation>All done</translation>
    </message>
    <message>
      <source>存到 U 盘</source>
      <translation>To the stick</translation>
    </message>
    <message>
      <source>我的证书</source>
      <translation>My certificate</translation>
    </message>
    <message>
      <source>打印</source>
      <translation>Print</translation>
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
    <name>PackPreview</name>
    <message>
      <source>上一题</source>
      <translation>Previous</translation>
    </message>
    <message>
      <source>下一题</source>
      <translation>Next</translation>
    </message>
    <message>
      <source>可以像孩子一样点一点、答一答；这里的回答不会记下来。</source>
      <translation>Touch and answer as a child would; nothing of it is kept.</translation>
    </message>
    <message>
      <source>回到报告</source>
      <translation>Report</translation>
    </message>
    <message>
      <source>第 %1 / %2 道</source>
      <translation>%1 / %2</translation>
    </message>
  </context>
  <context>
    <name>PackReport</name>
    <message>
      <source>先写错误清单</source>
      <translation>Write the list</translation>
    </message>
    <message>
      <source>好的</source>
      <translation>Good</translation>
    </message>
    <message>
      <source>换一个文件</source>
      <translation>Another file</translation>
    </message>
    <message>
      <source>每一道题都好，可以直接装。</source>
      <translation>Every item is good: install it as it is.</translation>
    </message>
    <message>
      <source>要改的</source>
      <translation>To mend</translation>
    </message>
    <message>
      <source>要改的那几行会写成“错误清单.xlsx”，改好再装一次就行。</source>
      <translation>The rows to mend come as “错误清单.xlsx”; mend them there and install that file.</translation>
    </message>
    <message>
      <source>要改的那几行，请在做这个文件的地方改。</source>
      <translation>Mend these where the file was made.</translation>
    </message>
    <message>
      <source>都好，可以直接装。</source>
      <translation>All is well; it can be installed.</translation>
    </message>
  </context>
  <context>
    <name>PacksPage</name>
    <message>
      <source>保存 %1 道</source>
      <translation>Keep %1</translation>
    </message>
    <message>
      <source>孩子会看到这样的题</source>
      <translation>What children will see</translation>
    </message>
    <message>
      <source>孩子现在能玩 %1 道题</source>
      <translation>Children can play %1 items now</translation>
    </message>
    <message>
      <source>孩子现在能玩 %1 道题，还有 %2 道要补一补</source>
      <translation>Children can play %1 items now; %2 need mending</translation>
    </message>
    <message>
      <source>检查结果</source>
      <translation>What was found</translation>
    </message>
    <message>
      <source>看看 %1 道题</source>
      <translation>Look at %1 items</translation>
    </message>
    <message>
      <source>第 %1 道，共 %2 道</source>
      <translation>%1 of %2</translation>
    </message>
    <message>
      <source>补一补</source>
      <translation>Complete</translation>
    </message>
    <message>
      <source>装上</source>
      <translation>Install</translation>
    </message>
    <message>
      <source>装上 %1 道题</source>
      <translation>Install %1 items</translation>
    </message>
    <message>
      <source>装上之前</source>
      <translation>Before installing</translation>
    </message>
    <message>
      <source>题包</source>
      <translation>Packs</translation>
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
      <source>擦屏幕</source>
      <translation>Wipe the screen</translation>
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
    <name>PeoplePage</name>
    <message>
      <source>人员</source>
      <translation>People</translation>
    </message>
    <message>
      <source>停用</source>
      <translation>Remove</translation>
    </message>
    <message>
      <source>再点一次停用</source>
      <translation>Touch again to remove</translation>
    </message>
    <message>
      <source>四个角色都能进，输入哪组 PIN 就是谁</source>
      <translation>All four roles can come in; the PIN tells who it is</translation>
    </message>
    <message>
      <source>恢复码是忘了管理员 PIN 时唯一的办法；换了以后，纸上旧的就作废。</source>
      <translation>The recovery code is the only way in when the admin's PIN is lost; a new one makes the old one on paper worthless.</translation>
    </message>
    <message>
      <source>我抄好了</source>
      <translation>I have copied it</translation>
    </message>
    <message>
      <source>换 PIN</source>
      <translation>Change PIN</translation>
    </message>
    <message>
      <source>换恢复码</source>
      <translation>New recovery code</translation>
    </message>
    <message>
      <source>旧的恢复码已经作废。展台不会再显示第二次，请锁进抽屉。</source>
      <translation>The old recovery code is worth nothing now. The kiosk never shows this one again: lock it away.</translation>
    </message>
    <message>
      <source>能看：%1</source>
      <translation>Sees: %1</translation>
    </message>
    <message>
      <source>设 PIN</source>
      <translation>Set PIN</translation>
    </message>
    <message>
      <source>请把新的恢复码抄在纸上</source>
      <translation>Copy the new recovery code onto paper</translation>
    </message>
    <message>
      <source>还没有 PIN、进不来的：%1</source>
      <translation>Still without a PIN: %1</translation>
    </message>
    <message>
      <source>还没有 PIN，进不来</source>
      <translation>No PIN yet: cannot come in</translation>
    </message>
  </context>
  <context>
    <name>Pledge</name>
    <message>
      <source>不用图案</source>
      <translation>Without pictures</translation>
    </message>
    <message>
      <source>我有三个图案</source>
      <translation>I have three pictures</translation>
    </message>
    <message>
      <source>重写</source>
      <translation>Again</translation>
    </message>
  </context>
  <context>
    <name>PrivacyPage</name>
    <message>
      <source>孩子的信息谁在管、留了什么、什么时候到期</source>
      <translation>Who is in charge, what is kept, when it ends</translation>
    </message>
    <message>
      <source>隐私</source>
      <translation>Privacy</translation>
    </message>
  </context>
  <context>
    <name>PrivacyPaper</name>
    <message>
      <source>存文件</source>
      <translation>Save</translation>
    </message>
    <message>
      <source>打印</source>
      <translation>Print</translation>
    </message>
  </context>
  <context>
    <name>PrivacyPapersPage</name>
    <message>
      <source>%1 年审计资料包</source>
      <translation>Audit pack of %1</translation>
    </message>
    <message>
      <source>人数、同意、清理、删除凭据、访问、导出、申请、事件、设置，再加全部纸面材料。</source>
      <translation>People, consents, retention, proofs, accesses, exports, requests, incidents, settings, and all papers.</translation>
    </message>
    <message>
      <source>会存到 U 盘。</source>
      <translation>Files go to the stick.</translation>
    </message>
    <message>
      <source>做审计资料包</source>
      <translation>Make pack</translation>
    </message>
    <message>
      <source>回到隐私</source>
      <translation>Back to privacy</translation>
    </message>
    <message>
      <source>审计和纸面材料</source>
      <translation>Audit and papers</translation>
    </message>
    <message>
      <source>没有 U 盘，会先存在展台里；插上 U 盘就存到 U 盘。</source>
      <translation>No stick: files stay in the kiosk; with a stick in they go there.</translation>
    </message>
    <message>
      <source>资料包：不加密</source>
      <translation>Pack: not locked</translation>
    </message>
    <message>
      <source>资料包：加密码</source>
      <translation>Pack: with password</translation>
    </message>
    <message>
      <source>都按机器现在的设置排好；只有计数和编号，没有孩子的姓名</source>
      <translation>From the real settings; counts and numbers, no child's name</translation>
    </message>
  </context>
  <context>
    <name>ProgressCard</name>
    <message>
      <source>%1 / %2 条</source>
      <translation>%1 of %2</translation>
    </message>
    <message>
      <source>%1 条</source>
      <translation>%1</translation>
    </message>
    <message>
      <source>停下</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>正在停下…</source>
      <translation>Stopping…</translation>
    </message>
    <message>
      <source>马上就好…</source>
      <translation>In a moment…</translation>
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
    <name>PrompterCard</name>
    <message>
      <source>不快不慢</source>
      <translation>Medium</translation>
    </message>
    <message>
      <source>快一点</source>
      <translation>Faster</translation>
    </message>
    <message>
      <source>慢一点</source>
      <translation>Slower</translation>
    </message>
  </context>
  <context>
    <name>QualityItem</name>
    <message>
      <source>正在算…</source>
      <translation>Working it out…</translation>
    </message>
    <message>
      <source>点一道题，这里会说它哪里可能有问题、孩子都选了什么。</source>
      <translation>Touch an item: what may be wrong with it and what children chose stands here.</translation>
    </message>
    <message>
      <source>觉得不对？打个问号，存给作者：</source>
      <translation>Something wrong? Flag it for the author:</translation>
    </message>
  </context>
  <context>
    <name>QualityList</name>
    <message>
      <source>答的人还不够多。一道题有 20 个孩子答过，这里就会出现。</source>
      <translation>Too few answers yet. An item appears here once 20 children have answered it.</translation>
    </message>
  </context>
  <context>
    <name>QualityPage</name>
    <message>
      <source>只看最近的真实作答，答的人够多才下判断</source>
      <translation>By recent answers of visitors, where there are enough</translation>
    </message>
    <message>
      <source>可能有问题</source>
      <translation>May be wrong</translation>
    </message>
    <message>
      <source>存给作者</source>
      <translation>Save for author</translation>
    </message>
    <message>
      <source>看过的题</source>
      <translation>Items seen</translation>
    </message>
    <message>
      <source>返回</source>
      <translation>Back</translation>
    </message>
    <message>
      <source>道</source>
      <translation>items</translation>
    </message>
    <message>
      <source>题目质量</source>
      <translation>Item quality</translation>
    </message>
  </context>
  <context>
    <name>Quarter</name>
    <message>
      <source>%1 号</source>
      <translation>No. %1</translation>
    </message>
    <message>
      <source>先翻页看完</source>
      <translation>Turn the page</translation>
    </message>
    <message>
      <source>我有三图卡</source>
      <translation>I have a card</translation>
    </message>
    <message>
      <source>没有卡片</source>
      <translation>No card</translation>
    </message>
  </context>
  <context>
    <name>RecordCard</name>
    <message>
      <source>正在录音</source>
      <translation>Recording</translation>
    </message>
    <message>
      <source>点一下，停</source>
      <translation>Touch to stop</translation>
    </message>
    <message>
      <source>秒</source>
      <translation>s</translation>
    </message>
    <message>
      <source>练习，没有录音</source>
      <translation>Not recorded</translation>
    </message>
    <message>
      <source>还剩</source>
      <translation>Left</translation>
    </message>
  </context>
  <context>
    <name>ReleaseView</name>
    <message>
      <source>这段录音怎么办？你来定，都可以。</source>
      <translation>What shall become of it? You decide; any answer is fine.</translation>
    </message>
  </context>
  <context>
    <name>RequestsCode</name>
    <message>
      <source>班级</source>
      <translation>Class</translation>
    </message>
  </context>
  <context>
    <name>RequestsForm</name>
    <message>
      <source>同意书编号，只输数字</source>
      <translation>Number of the form, digits only</translation>
    </message>
    <message>
      <source>没有编号，用回来码</source>
      <translation>No number? Use the code</translation>
    </message>
    <message>
      <source>用同意书编号</source>
      <translation>Use the form's number</translation>
    </message>
  </context>
  <context>
    <name>RequestsList</name>
    <message>
      <source>没有等着办的申请</source>
      <translation>No request is waiting</translation>
    </message>
  </context>
  <context>
    <name>RequestsPage</name>
    <message>
      <source>不加密</source>
      <translation>Not locked</translation>
    </message>
    <message>
      <source>先看看纸上的编号；没有纸，就用回来码卡片。来的是监护人才登记。</source>
      <translation>Take the number from the paper, else the return-code card. Register guardians only.</translation>
    </message>
    <message>
      <source>删好了</source>
      <translation>Erased</translation>
    </message>
    <message>
      <source>加密码</source>
      <translation>With password</translation>
    </message>
    <message>
      <source>回到列表</source>
      <translation>Back to the list</translation>
    </message>
    <message>
      <source>回到隐私</source>
      <translation>Back to privacy</translation>
    </message>
    <message>
      <source>好了</source>
      <translation>Done</translation>
    </message>
    <message>
      <source>家长的申请</source>
      <translation>Families' requests</translation>
    </message>
    <message>
      <source>查阅、复制、更正、删除：到期前办好，每一件都登记</source>
      <translation>See, copy, correct, delete: before the due day, each on record</translation>
    </message>
    <message>
      <source>申请编号要告诉家长；办好以后，编号和同意书的联系就断开了。</source>
      <translation>Tell the family the number; once answered, nothing links it to the form.</translation>
    </message>
    <message>
      <source>登记</source>
      <translation>Register</translation>
    </message>
    <message>
      <source>登记一件</source>
      <translation>New request</translation>
    </message>
    <message>
      <source>登记一件申请</source>
      <translation>A new request</translation>
    </message>
  </context>
  <context>
    <name>RequestsSheet</name>
    <message>
      <source>哪天签的</source>
      <translation>Signed on</translation>
    </message>
    <message>
      <source>打印清单</source>
      <translation>Print the list</translation>
    </message>
    <message>
      <source>机器里留着这些</source>
      <translation>What is kept</translation>
    </message>
    <message>
      <source>没有留存</source>
      <translation>Nothing is kept</translation>
    </message>
    <message>
      <source>班级</source>
      <translation>Class</translation>
    </message>
  </context>
  <context>
    <name>Result</name>
    <message>
      <source>%1：%2</source>
      <translation>%1: %2</translation>
    </message>
    <message>
      <source>今天的收获</source>
      <translation>What you gained</translation>
    </message>
    <message>
      <source>存到 U 盘</source>
      <translation>To the stick</translation>
    </message>
    <message>
      <source>我玩好了</source>
      <translation>I'm done</translation>
    </message>
    <message>
      <source>打印</source>
      <translation>Print</translation>
    </message>
    <message>
      <source>扫一扫，带回家</source>
      <translation>Scan to take it home</translation>
    </message>
    <message>
      <source>点亮了 %1 盏灯</source>
      <translation>Lanterns lit: %1</translation>
    </message>
    <message>
      <source>看穿了 %1 条，一共 %2 条</source>
      <translation>%1 of %2 seen through</translation>
    </message>
    <message>
      <source>继续点灯</source>
      <translation>Play on</translation>
    </message>
    <message>
      <source>该休息啦，看看远处，喝口水。</source>
      <translation>Time for a rest: look far away, have some water.</translation>
    </message>
    <message>
      <source>遇到拿不准的，先问大人。报警 110，反诈 96110。</source>
      <translation>Not sure? Ask a grown-up first. Police 110, anti-fraud 96110.</translation>
    </message>
  </context>
  <context>
    <name>ReviewDuty</name>
    <message>
      <source>《未成年人保护法》第十一条：密切接触未成年人的单位和工作人员，发现孩子受到侵害、疑似受到侵害或者有其他危险，应当立即向公安、民政、教育等部门报告。</source>
      <translation>Law on the Protection of Minors, article 11: organisations that work with minors, and their staff, report at once to the police, civil affairs or education authorities when a child is harmed, may have been harmed, or is in danger.</translation>
    </message>
    <message>
      <source>公安：有人正在受伤害，先打这个</source>
      <translation>Police: call first when somebody is being hurt</translation>
    </message>
    <message>
      <source>同时告诉基地负责人。不要追问孩子细节，不要把录音发给别人；别让孩子一个人待着。</source>
      <translation>Tell the head of the base, too. Do not press the child for details, do not pass the recording on, and do not leave the child alone.</translation>
    </message>
    <message>
      <source>录音已经留住。请现在就报告。</source>
      <translation>The recording is held. Report now.</translation>
    </message>
    <message>
      <source>政务热线：请转民政或教育部门</source>
      <translation>City hotline: ask for civil affairs or education</translation>
    </message>
    <message>
      <source>青少年服务台：心理和法律帮助</source>
      <translation>Youth line: counselling and legal help</translation>
    </message>
  </context>
  <context>
    <name>ReviewPage</name>
    <message>
      <source>不通过</source>
      <translation>Reject</translation>
    </message>
    <message>
      <source>到期最近的在最上面；到期没审核就自动删掉</source>
      <translation>what ends first is on top; unreviewed it is erased by itself</translation>
    </message>
    <message>
      <source>听一听，对照清单</source>
      <translation>Listen and check</translation>
    </message>
    <message>
      <source>回到列表</source>
      <translation>Back to the list</translation>
    </message>
    <message>
      <source>回到播报站</source>
      <translation>Back to the booth</translation>
    </message>
    <message>
      <source>孩子在播报站留下的录音，会先到这里。</source>
      <translation>What children leave at the booth comes here first.</translation>
    </message>
    <message>
      <source>没有等审核的录音</source>
      <translation>Nothing to review</translation>
    </message>
    <message>
      <source>留住</source>
      <translation>Hold</translation>
    </message>
    <message>
      <source>知道了</source>
      <translation>Understood</translation>
    </message>
    <message>
      <source>确定删掉</source>
      <translation>Erase it</translation>
    </message>
    <message>
      <source>等审核的录音</source>
      <translation>To review</translation>
    </message>
    <message>
      <source>通过</source>
      <translation>Approve</translation>
    </message>
    <message>
      <source>马上报告</source>
      <translation>Report at once</translation>
    </message>
  </context>
  <context>
    <name>ReviewTake</name>
    <message>
      <source>停</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>孩子选的：%1</source>
      <translation>The child chose: %1</translation>
    </message>
  </context>
  <context>
    <name>ReviewWave</name>
    <message>
      <source>正在打开…</source>
      <translation>Opening…</translation>
    </message>
    <message>
      <source>点下面的原因，就开始播放；谁听的、为什么听，都会记下来。</source>
      <translation>Touch a reason to listen; who listened and why is put on record.</translation>
    </message>
  </context>
  <context>
    <name>RosterView</name>
    <message>
      <source>展台只要两样：有哪些班，每班多少座位。座位数只用来印卡片。别的列看一眼表头就丢掉，一个字也不存；丢了哪几列，会在这里告诉您。</source>
      <translation>The kiosk wants two things: which classes there are, and how many seats each has, for printing cards only. Every other column is dropped at its header and kept nowhere; which ones is told here.</translation>
    </message>
    <message>
      <source>点一下名册</source>
      <translation>Touch a list</translation>
    </message>
  </context>
  <context>
    <name>ScriptPaper</name>
    <message>
      <source>翻一页 %1/%2</source>
      <translation>Page %1/%2</translation>
    </message>
  </context>
  <context>
    <name>ScriptView</name>
    <message>
      <source>一个人读</source>
      <translation>One reads</translation>
    </message>
    <message>
      <source>两个人读</source>
      <translation>Two read</translation>
    </message>
    <message>
      <source>停一停</source>
      <translation>Stop</translation>
    </message>
  </context>
  <context>
    <name>SettingRow</name>
    <message>
      <source>关</source>
      <translation>Off</translation>
    </message>
    <message>
      <source>开</source>
      <translation>On</translation>
    </message>
  </context>
  <context>
    <name>SettingsDay</name>
    <message>
      <source>%1 点</source>
      <translation>%1:00</translation>
    </message>
    <message>
      <source>整天一样响</source>
      <translation>Same all day</translation>
    </message>
    <message>
      <source>静音</source>
      <translation>silent</translation>
    </message>
  </context>
  <context>
    <name>SettingsFile</name>
    <message>
      <source>会改这 %1 项：</source>
      <translation>These %1 settings would change:</translation>
    </message>
    <message>
      <source>写下这台的设置</source>
      <translation>Write this kiosk's settings</translation>
    </message>
    <message>
      <source>插上有 kiosk.toml 的服务 U 盘，这里会写出要改哪些设置。没点“就这样改”以前，什么都不会变。</source>
      <translation>Plug in a service stick with a kiosk.toml: what it would change is told here. Nothing changes before you touch “Change them”.</translation>
    </message>
    <message>
      <source>设置本来就是这样，没有要改的。</source>
      <translation>The settings are like that already; nothing to change.</translation>
    </message>
    <message>
      <source>这个文件有错，一项都不会改。请照下面的话改好文件：</source>
      <translation>There are mistakes in this file, so nothing changes. Please mend it:</translation>
    </message>
  </context>
  <context>
    <name>SettingsPage</name>
    <message>
      <source>一个 kiosk.toml，许多展台一个样</source>
      <translation>One kiosk.toml makes many kiosks alike</translation>
    </message>
    <message>
      <source>别的时间展台休息，到点自己亮</source>
      <translation>At other times the kiosk rests, and wakes by itself</translation>
    </message>
    <message>
      <source>各个钟头的音量</source>
      <translation>Volume by hour</translation>
    </message>
    <message>
      <source>就这样改</source>
      <translation>Change them</translation>
    </message>
    <message>
      <source>开放时间</source>
      <translation>Opening hours</translation>
    </message>
    <message>
      <source>改了马上生效，都有记录</source>
      <translation>Changes count at once and are on record</translation>
    </message>
    <message>
      <source>服务 U 盘</source>
      <translation>Service stick</translation>
    </message>
    <message>
      <source>点一下换一档：满、小、轻、静</source>
      <translation>A touch turns it down: full, less, low, silent</translation>
    </message>
    <message>
      <source>点亮的班级，孩子开始前可以选</source>
      <translation>Children can choose the lit classes before they start</translation>
    </message>
    <message>
      <source>班级名单</source>
      <translation>Classes</translation>
    </message>
    <message>
      <source>设置</source>
      <translation>Settings</translation>
    </message>
    <message>
      <source>选好了</source>
      <translation>Done</translation>
    </message>
  </context>
  <context>
    <name>SettingsPlace</name>
    <message>
      <source>再点一次退出</source>
      <translation>Touch again to quit</translation>
    </message>
    <message>
      <source>更新软件</source>
      <translation>Update</translation>
    </message>
    <message>
      <source>退出程序</source>
      <translation>Quit the program</translation>
    </message>
    <message>
      <source>题包的钥匙</source>
      <translation>Keys of packs</translation>
    </message>
    <message>
      <source>（由服务 U 盘设置）</source>
      <translation>(set by a service stick)</translation>
    </message>
  </context>
  <context>
    <name>SettingsWeek</name>
    <message>
      <source>休息</source>
      <translation>closed</translation>
    </message>
    <message>
      <source>全天开放</source>
      <translation>Always open</translation>
    </message>
    <message>
      <source>关门</source>
      <translation>closes</translation>
    </message>
    <message>
      <source>周一到周五都这样</source>
      <translation>Monday to Friday alike</translation>
    </message>
    <message>
      <source>开门</source>
      <translation>opens</translation>
    </message>
    <message>
      <source>这天休息</source>
      <translation>Closed this day</translation>
    </message>
    <message>
      <source>这天开放</source>
      <translation>Open this day</translation>
    </message>
  </context>
  <context>
    <name>SheetsHome</name>
    <message>
      <source>从 U 盘读</source>
      <translation>Read from the stick</translation>
    </message>
    <message>
      <source>哪一测</source>
      <translation>Test</translation>
    </message>
    <message>
      <source>哪节课</source>
      <translation>Class</translation>
    </message>
    <message>
      <source>图片（jpg、png、pdf）放进 U 盘里名叫“答题纸”的文件夹。</source>
      <translation>Put the pictures (jpg, png, pdf) into a folder called “sheets” on a stick.</translation>
    </message>
    <message>
      <source>多少张</source>
      <translation>Sheets</translation>
    </message>
    <message>
      <source>怎么答</source>
      <translation>How</translation>
    </message>
    <message>
      <source>打印</source>
      <translation>Print</translation>
    </message>
    <message>
      <source>插上 U 盘，点下面的按钮。拿不准的题，展台会问您。</source>
      <translation>Plug the stick in and touch the button. The kiosk asks you wherever it is not sure.</translation>
    </message>
    <message>
      <source>涂好的答题纸平放，光线亮一点，四个角都拍进来；也可以扫描。</source>
      <translation>Lay filled-in sheets flat, in good light, and take all four corners; or scan them.</translation>
    </message>
    <message>
      <source>读答题纸</source>
      <translation>Read sheets</translation>
    </message>
  </context>
  <context>
    <name>SheetsPage</name>
    <message>
      <source>%1 / %2 张图片</source>
      <translation>%1 of %2 pictures</translation>
    </message>
    <message>
      <source>不写名字；涂好以后拍照或扫描，展台来读</source>
      <translation>No names; take photos or scan them, the kiosk reads them</translation>
    </message>
    <message>
      <source>答题纸</source>
      <translation>Answer sheets</translation>
    </message>
    <message>
      <source>答题纸存到 U 盘</source>
      <translation>Sheets to the stick</translation>
    </message>
    <message>
      <source>记下 %1 张</source>
      <translation>Record %1</translation>
    </message>
  </context>
  <context>
    <name>SheetsPile</name>
    <message>
      <source>上一张</source>
      <translation>Sheet before</translation>
    </message>
    <message>
      <source>上一题</source>
      <translation>Row before</translation>
    </message>
    <message>
      <source>下一张</source>
      <translation>Next sheet</translation>
    </message>
    <message>
      <source>下一题</source>
      <translation>Next row</translation>
    </message>
    <message>
      <source>都不记了</source>
      <translation>Record none</translation>
    </message>
  </context>
  <context>
    <name>ShelfView</name>
    <message>
      <source>挑一篇，说给大家听！</source>
      <translation>Pick one and tell us all!</translation>
    </message>
    <message>
      <source>还有几篇</source>
      <translation>More</translation>
    </message>
  </context>
  <context>
    <name>SideHead</name>
    <message>
      <source>%1 号</source>
      <translation>No. %1</translation>
    </message>
  </context>
  <context>
    <name>SoundTestPage</name>
    <message>
      <source>听到的什么都不留</source>
      <translation>Nothing that is heard is kept</translation>
    </message>
    <message>
      <source>回到健康</source>
      <translation>Back to Health</translation>
    </message>
    <message>
      <source>放一声试试</source>
      <translation>Play a tone</translation>
    </message>
    <message>
      <source>正在听…</source>
      <translation>Listening…</translation>
    </message>
    <message>
      <source>点“放一声试试”：展台放一个短音，再听自己听不听得见。</source>
      <translation>Touch “Play a tone”: the kiosk plays a short tone and listens whether it hears itself.</translation>
    </message>
    <message>
      <source>话筒和喇叭</source>
      <translation>Mic and speaker</translation>
    </message>
  </context>
  <context>
    <name>SplitCentre</name>
    <message>
      <source>回家</source>
      <translation>Home</translation>
    </message>
    <message>
      <source>我有点担心</source>
      <translation>I'm worried</translation>
    </message>
    <message>
      <source>转个方向</source>
      <translation>Turn round</translation>
    </message>
  </context>
  <context>
    <name>StaffBar</name>
    <message>
      <source>回到孩子屏幕</source>
      <translation>To children</translation>
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
    <name>StickFiles</name>
    <message>
      <source>从 U 盘装题</source>
      <translation>Install from a stick</translation>
    </message>
  </context>
  <context>
    <name>StudioDesk</name>
    <message>
      <source>上一句</source>
      <translation>Previous</translation>
    </message>
    <message>
      <source>下一句</source>
      <translation>Next</translation>
    </message>
    <message>
      <source>下一句没录的</source>
      <translation>Next unread</translation>
    </message>
    <message>
      <source>停</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>再录一次</source>
      <translation>Once more</translation>
    </message>
    <message>
      <source>删掉这一句</source>
      <translation>Delete this one</translation>
    </message>
    <message>
      <source>听一听</source>
      <translation>Listen</translation>
    </message>
    <message>
      <source>回到列表</source>
      <translation>To the list</translation>
    </message>
    <message>
      <source>已经录好</source>
      <translation>recorded</translation>
    </message>
    <message>
      <source>开始录</source>
      <translation>Record</translation>
    </message>
    <message>
      <source>正在存……</source>
      <translation>Saving…</translation>
    </message>
    <message>
      <source>留下，下一句</source>
      <translation>Keep, next</translation>
    </message>
    <message>
      <source>读完了，停</source>
      <translation>Done, stop</translation>
    </message>
  </context>
  <context>
    <name>StudioMeter</name>
    <message>
      <source>正在录音，读完点“读完了，停”。</source>
      <translation>Recording. Touch “Done, stop” when you have read it.</translation>
    </message>
  </context>
  <context>
    <name>StudioPage</name>
    <message>
      <source>全机启用</source>
      <translation>Use everywhere</translation>
    </message>
    <message>
      <source>全部删掉</source>
      <translation>Delete all</translation>
    </message>
    <message>
      <source>再点一次全删</source>
      <translation>Again to delete all</translation>
    </message>
    <message>
      <source>回到播报站</source>
      <translation>Back to the booth</translation>
    </message>
    <message>
      <source>对着播报站的话筒，一句一句读；读好了点“全机启用”。</source>
      <translation>Read, then touch “Use everywhere”.</translation>
    </message>
    <message>
      <source>带到别的展台</source>
      <translation>To other kiosks</translation>
    </message>
    <message>
      <source>录示范</source>
      <translation>Record readings</translation>
    </message>
  </context>
  <context>
    <name>SyncEnrol</name>
    <message>
      <source>不接入</source>
      <translation>Do not enrol</translation>
    </message>
    <message>
      <source>要接入这个云端吗？</source>
      <translation>Enrol at this hub?</translation>
    </message>
    <message>
      <source>请核对网址是不是自己单位的云端。接入以后，展台上的记录会送到那里。</source>
      <translation>Please make sure that this is your own hub's address: from then on the kiosk's records go there.</translation>
    </message>
  </context>
  <context>
    <name>SyncFacts</name>
    <message>
      <source>写到 U 盘带去</source>
      <translation>Write to a stick</translation>
    </message>
    <message>
      <source>回到健康</source>
      <translation>Back to health</translation>
    </message>
    <message>
      <source>输入接入码</source>
      <translation>Enter the code</translation>
    </message>
  </context>
  <context>
    <name>SyncFiles</name>
    <message>
      <source>U 盘上的回执和接入码</source>
      <translation>Receipts and codes on the stick</translation>
    </message>
  </context>
  <context>
    <name>SyncNumber</name>
    <message>
      <source>先不接入</source>
      <translation>Not now</translation>
    </message>
    <message>
      <source>按云端页面上的 16 位接入码</source>
      <translation>Enter the 16 digits of the hub's page</translation>
    </message>
  </context>
  <context>
    <name>SyncPage</name>
    <message>
      <source>云端同步</source>
      <translation>Sync with the hub</translation>
    </message>
    <message>
      <source>接入云端</source>
      <translation>Enrol</translation>
    </message>
    <message>
      <source>没有网络也不要紧，记录都留在展台上</source>
      <translation>No network is no trouble: all records stay here</translation>
    </message>
    <message>
      <source>现在就同步</source>
      <translation>Sync now</translation>
    </message>
  </context>
  <context>
    <name>TakesFoot</name>
    <message>
      <source>返回</source>
      <translation>Back</translation>
    </message>
  </context>
  <context>
    <name>TakesPage</name>
    <message>
      <source>%1 号，%2</source>
      <translation>Forms %1; %2</translation>
    </message>
    <message>
      <source>、</source>
      <translation>, </translation>
    </message>
    <message>
      <source>孩子的声音，像照片一样要好好保管</source>
      <translation>A child's voice is kept as carefully as a picture</translation>
    </message>
    <message>
      <source>播报站</source>
      <translation>Booth</translation>
    </message>
    <message>
      <source>没有人。要录音，先在“同意书”里选好，再请孩子进去。</source>
      <translation>Nobody. To record, choose the forms in “Consent forms” first, then let the children in.</translation>
    </message>
    <message>
      <source>现在在播报站</source>
      <translation>In the booth now</translation>
    </message>
    <message>
      <source>请他们出来</source>
      <translation>Send them out</translation>
    </message>
  </context>
  <context>
    <name>TermsPage</name>
    <message>
      <source>回到隐私</source>
      <translation>Back to privacy</translation>
    </message>
    <message>
      <source>改期限</source>
      <translation>Change terms</translation>
    </message>
    <message>
      <source>改长了要请家长重签，已留下的仍按原期限。</source>
      <translation>Longer terms need new signatures.</translation>
    </message>
    <message>
      <source>最近几次清理</source>
      <translation>The last runs</translation>
    </message>
    <message>
      <source>期限和清理</source>
      <translation>Terms</translation>
    </message>
    <message>
      <source>现在清理</source>
      <translation>Run now</translation>
    </message>
    <message>
      <source>盖章</source>
      <translation>Seal</translation>
    </message>
    <message>
      <source>还没有清理过。留过录音以后，每天清理一次。</source>
      <translation>Never run. Once takes are kept it runs daily.</translation>
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
      <source>今天玩得怎么样？点一张脸告诉%1。</source>
      <translation>How was it today? Tap a face to tell %1.</translation>
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
      <source>看我的证书</source>
      <translation>My certificate</translation>
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
      <source>台账</source>
      <translation>Ledger</translation>
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
    <name>TouchTestPage</name>
    <message>
      <source>下一步</source>
      <translation>Next</translation>
    </message>
    <message>
      <source>再试一次</source>
      <translation>Once more</translation>
    </message>
    <message>
      <source>回到健康</source>
      <translation>Back to Health</translation>
    </message>
    <message>
      <source>试试触摸屏</source>
      <translation>Try the touch panel</translation>
    </message>
  </context>
  <context>
    <name>TouchTestWords</name>
    <message>
      <source>一起放上手指，越多越好</source>
      <translation>Put down as many fingers as you can</translation>
    </message>
    <message>
      <source>同时 %1 根；四个孩子一起玩要 %2 根。</source>
      <translation>%1 at once; four children playing together need %2.</translation>
    </message>
    <message>
      <source>手都拿开：%1</source>
      <translation>Hands off: %1</translation>
    </message>
    <message>
      <source>把每个圆点都点一遍</source>
      <translation>Touch every mark</translation>
    </message>
    <message>
      <source>点到的会变绿。点不亮的地方，那里就不灵。</source>
      <translation>What is felt turns green. Where nothing turns green the panel is deaf.</translation>
    </message>
    <message>
      <source>触摸屏很好</source>
      <translation>The touch panel is fine</translation>
    </message>
    <message>
      <source>触摸屏要看看</source>
      <translation>The touch panel needs a look</translation>
    </message>
    <message>
      <source>这时要是有红点，就是没人碰它自己动。</source>
      <translation>A red dot now is a touch that nobody made.</translation>
    </message>
  </context>
  <context>
    <name>UpdatePage</name>
    <message>
      <source>U 盘里的更新</source>
      <translation>Updates on the stick</translation>
    </message>
    <message>
      <source>先不更新</source>
      <translation>Not now</translation>
    </message>
    <message>
      <source>只收这把钥匙签过名的更新</source>
      <translation>Only updates signed with this key are taken</translation>
    </message>
    <message>
      <source>回到设置</source>
      <translation>Back to settings</translation>
    </message>
    <message>
      <source>开始以后，程序逐个文件核对，再试着打开；数据先备份，最后一步才换上。</source>
      <translation>Every file is checked, the new program is tried out, the data are backed up; only then is it taken.</translation>
    </message>
    <message>
      <source>开始更新</source>
      <translation>Update</translation>
    </message>
    <message>
      <source>把发布方给的更新文件放进 U 盘，插上，点一下。先看清楚是什么，再开始。</source>
      <translation>Put the update on a stick, plug it in and touch it. You see what it is before anything begins.</translation>
    </message>
    <message>
      <source>新版本已经装好，数据也备份了。</source>
      <translation>The new version is in place and the data are backed up.</translation>
    </message>
    <message>
      <source>更新软件</source>
      <translation>Update the program</translation>
    </message>
    <message>
      <source>点“现在换上”，屏幕黑一会儿，新版本自己打开；也可以等晚上关机，明天开机就是新的。</source>
      <translation>Touch "Switch now": the screen goes dark for a moment and the new version opens. Or leave it: the next start opens it.</translation>
    </message>
    <message>
      <source>现在换上</source>
      <translation>Switch now</translation>
    </message>
    <message>
      <source>现在是 %1 版</source>
      <translation>Now version %1</translation>
    </message>
    <message>
      <source>签名正确，是这把钥匙签的：%1</source>
      <translation>Rightly signed, with this key: %1</translation>
    </message>
    <message>
      <source>要是新版本连续三次打不开，会自动换回现在的版本，数据都在。</source>
      <translation>If it fails to open three times, the present version comes back by itself with all data.</translation>
    </message>
    <message>
      <source>还没有登记软件发布方的钥匙。</source>
      <translation>No key of the makers is registered yet.</translation>
    </message>
    <message>
      <source>这八个词是软件发布方的，装机时登记的。不放心，打电话请发布方念一遍。</source>
      <translation>These eight words belong to the makers and were registered when the kiosk was installed. To be sure, telephone them and have the words read out.</translation>
    </message>
  </context>
  <context>
    <name>VoiceMark</name>
    <message>
      <source>小灯</source>
      <translation>Lamp</translation>
    </message>
    <message>
      <source>小船</source>
      <translation>Boat</translation>
    </message>
  </context>
  <context>
    <name>WallStage</name>
    <message>
      <source>播报墙</source>
      <translation>Broadcast wall</translation>
    </message>
    <message>
      <source>正在播放一位小播报员的作品，你也来试试？</source>
      <translation>A little broadcaster is on the air. Will you try, too?</translation>
    </message>
    <message>
      <source>这是一位小播报员的作品，去播报站就能听到。</source>
      <translation>The work of a little broadcaster. Come to the booth to hear it.</translation>
    </message>
  </context>
  <context>
    <name>WallView</name>
    <message>
      <source>还有几张</source>
      <translation>More</translation>
    </message>
  </context>
  <context>
    <name>WaveCard</name>
    <message>
      <source>声音</source>
      <translation>Sound</translation>
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
    <name>WorkCard</name>
    <message>
      <source>停</source>
      <translation>Stop</translation>
    </message>
  </context>
  <context>
    <name>WorksPage</name>
    <message>
      <source>U 盘插好了，可以导出。</source>
      <translation>A stick is in: works can be exported.</translation>
    </message>
    <message>
      <source>主题</source>
      <translation>Theme</translation>
    </message>
    <message>
      <source>停</source>
      <translation>Stop</translation>
    </message>
    <message>
      <source>再点一次</source>
      <translation>Once more</translation>
    </message>
    <message>
      <source>同意“对外发布”的，才能导出</source>
      <translation>only what may be published can be exported</translation>
    </message>
    <message>
      <source>听</source>
      <translation>Hear</translation>
    </message>
    <message>
      <source>回到作品</source>
      <translation>Back to the works</translation>
    </message>
    <message>
      <source>回到播报站</source>
      <translation>Back to the booth</translation>
    </message>
    <message>
      <source>在“等审核的录音”里点过“通过”的，会放在这里。</source>
      <translation>What was approved in “To review” comes here.</translation>
    </message>
    <message>
      <source>导出 %1 个</source>
      <translation>Export %1</translation>
    </message>
    <message>
      <source>拿下来</source>
      <translation>Take down</translation>
    </message>
    <message>
      <source>给家长</source>
      <translation>For parents</translation>
    </message>
    <message>
      <source>要导出，请插上 U 盘。写成 MP3，手机都能放。</source>
      <translation>To export plug a stick in. It is written as MP3, which every phone plays.</translation>
    </message>
    <message>
      <source>还没有通过的作品</source>
      <translation>No approved work yet</translation>
    </message>
    <message>
      <source>通过的作品</source>
      <translation>Approved works</translation>
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
