<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>ArmsChart</name>
    <message>
        <source>Why: mean and radius per layer</source>
        <translation>原因：各层均值与半径</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>reward</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>chosen: %1</source>
        <translation>已选：%1</translation>
    </message>
    <message>
        <source>layer %1: mean ± radius, times chosen</source>
        <translation>第 %1 层：均值 ± 半径，选择次数</translation>
    </message>
    <message>
        <source>%1 ± %2, %3</source>
        <translation>%1 ± %2，%3</translation>
    </message>
    <message>
        <source>never chosen</source>
        <translation>从未选择</translation>
    </message>
    <message>
        <source>%1 chose layer %2</source>
        <translation>%1 选择了第 %2 层</translation>
    </message>
    <message>
        <source>No policy here keeps means.</source>
        <translation>这里没有策略记录均值。</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>Images (*.png);;Drawings (*.svg);;Documents (*.pdf);;Tables (*.csv)</source>
        <translation>图像 (*.png);;矢量图 (*.svg);;文档 (*.pdf);;表格 (*.csv)</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Show the whole run again and keep up with it (F)</source>
        <translation>重新显示整个运行并保持跟随 (F)</translation>
    </message>
    <message>
        <source>Logarithmic rounds</source>
        <translation>轮数取对数</translation>
    </message>
    <message>
        <source>Copy as image</source>
        <translation>复制为图像</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>no rounds yet</source>
        <translation>尚无轮次</translation>
    </message>
    <message>
        <source>%1 rounds</source>
        <translation>%1 轮</translation>
    </message>
    <message>
        <source>Every round is a point.</source>
        <translation>每轮对应一个点。</translation>
    </message>
    <message>
        <source>%1 points of %2 rounds</source>
        <translation>%2 轮中的 %1 个点</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>A point stands for up to %1 rounds: for the least and the most of them, and no round is left out.</source>
        <translation>一个点最多代表 %1 轮，取其最小值和最大值；没有遗漏任何一轮。</translation>
    </message>
    <message>
        <source>round %1</source>
        <translation>第 %1 轮</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Search actions</source>
        <translation>搜索操作</translation>
    </message>
    <message>
        <source>Actions found</source>
        <translation>找到的操作</translation>
    </message>
</context>
<context>
    <name>CostAccuracyChart</name>
    <message>
        <source>Cost and accuracy, last %1 rounds</source>
        <translation>成本与准确率，最近 %1 轮</translation>
    </message>
    <message>
        <source>round</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>cost (λ)</source>
        <translation>成本 (λ)</translation>
    </message>
    <message>
        <source>right (%)</source>
        <translation>正确 (%)</translation>
    </message>
    <message>
        <source>final exit</source>
        <translation>最终出口</translation>
    </message>
    <message>
        <source>%1: cost %2 λ a sample, %3 % right</source>
        <translation>%1：每个样本成本 %2 λ，正确率 %3 %</translation>
    </message>
</context>
<context>
    <name>Dock</name>
    <message>
        <source>Float</source>
        <translation>浮动</translation>
    </message>
    <message>
        <source>Dock</source>
        <translation>停靠</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>CIFAR-10 replay</source>
        <translation>CIFAR-10 重放</translation>
    </message>
    <message>
        <source>10,000 clean images. The learner finds the layer at which most of them may leave the network.</source>
        <translation>10,000 张清晰图像。学习器找到大多数图像可以离开网络的那一层。</translation>
    </message>
    <message>
        <source>CIFAR-10 under rising noise</source>
        <translation>噪声渐增的 CIFAR-10</translation>
    </message>
    <message>
        <source>The images get noisier as time goes on. Early exits grow unsure, and the split has to move.</source>
        <translation>图像随时间越来越嘈杂。早期出口变得不确定，分割位置必须移动。</translation>
    </message>
    <message>
        <source>Costs change half-way</source>
        <translation>成本中途改变</translation>
    </message>
    <message>
        <source>Half-way, sending a sample to the cloud becomes dear. See how fast each policy notices.</source>
        <translation>进行到一半时，把样本发送到云端变得昂贵。看看各策略多快察觉。</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>cost vs final exit</source>
        <translation>成本（对比最终出口）</translation>
    </message>
    <message>
        <source>accuracy vs final exit</source>
        <translation>准确率（对比最终出口）</translation>
    </message>
    <message>
        <source>offloaded</source>
        <translation>已卸载</translation>
    </message>
    <message>
        <source>Figures against the final exit</source>
        <translation>相对最终出口的数据</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>pts</source>
        <translation>点</translation>
    </message>
    <message>
        <source>no labels to compare with</source>
        <translation>没有可比较的标签</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>SplitEE Workbench</source>
        <translation>SplitEE Workbench</translation>
    </message>
    <message>
        <source>Restart with the recorded changes</source>
        <translation>按记录的更改重新开始</translation>
    </message>
    <message>
        <source>End this run; its rounds are kept (Esc)</source>
        <translation>结束本次运行；其轮次会保留 (Esc)</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>没有正在运行的内容</translation>
    </message>
    <message>
        <source>Play one round (Right)</source>
        <translation>执行一轮 (右方向键)</translation>
    </message>
    <message>
        <source>This run is over: press Space to begin another</source>
        <translation>本次运行已结束：按空格键开始新的运行</translation>
    </message>
    <message>
        <source>Nothing played yet. Press Space to run, or Right to play one round at a time.</source>
        <translation>尚未运行。按空格键运行，或按右方向键逐轮执行。</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>kept in %1</source>
        <translation>保存于 %1</translation>
    </message>
    <message>
        <source>the set-up has changed: it holds from the next run on</source>
        <translation>设置已更改：从下次运行起生效</translation>
    </message>
    <message>
        <source>Choose an example to begin</source>
        <translation>选择一个示例开始</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>重置布局(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>主题(&amp;T)</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>This experiment runs a network live: the window plays exit tables only; run it with splitee run --experiment %1</source>
        <translation>此实验实时运行网络：窗口只能播放出口表；请用 splitee run --experiment %1 运行</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Exit tables, experiments, sessions (*.csv *.exits *.json *.splitee);;All files (*)</source>
        <translation>出口表、实验、会话 (*.csv *.exits *.json *.splitee);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>保存实验</translation>
    </message>
    <message>
        <source>Experiments (*.json)</source>
        <translation>实验 (*.json)</translation>
    </message>
    <message>
        <source>Cannot write experiment %1: %2</source>
        <translation>无法写入实验 %1：%2</translation>
    </message>
    <message>
        <source>Keep the next runs in</source>
        <translation>将后续运行保存到</translation>
    </message>
    <message>
        <source>Sessions (*.splitee)</source>
        <translation>会话 (*.splitee)</translation>
    </message>
    <message>
        <source>Run to round</source>
        <translation>运行到某轮</translation>
    </message>
    <message>
        <source>Play up to this round, then pause:</source>
        <translation>运行到该轮后暂停：</translation>
    </message>
    <message>
        <source>The split layer</source>
        <translation>分割层</translation>
    </message>
    <message>
        <source>A network is cut in two. The layers on the left run on the device, the rest runs in the cloud. The upright line is the split: the layer where the device stops and looks at its answer.</source>
        <translation>网络被切成两部分。左侧各层在设备上运行，其余在云端运行。竖线就是分割位置：设备在这一层停下并检查自己的答案。</translation>
    </message>
    <message>
        <source>Leave or offload</source>
        <translation>离开或卸载</translation>
    </message>
    <message>
        <source>The bar over a layer is how sure its exit is. If it passes the threshold α, the sample leaves here with this answer. If not, it is sent on to the cloud: better answers, but every sending costs o on top.</source>
        <translation>层上方的条表示该出口有多确定。达到阈值 α 时，样本带着这个答案在此离开。否则它会被发送到云端：答案更好，但每次发送要额外付出成本 o。</translation>
    </message>
    <message>
        <source>Does it pay?</source>
        <translation>划算吗？</translation>
    </message>
    <message>
        <source>All is measured against always computing the whole network: what is saved, what accuracy that costs, and how many samples were sent to the cloud.</source>
        <translation>一切都与始终计算整个网络相比：节省了多少、损失了多少准确率、有多少样本被发送到云端。</translation>
    </message>
    <message>
        <source>Where the split was</source>
        <translation>分割位置的变化</translation>
    </message>
    <message>
        <source>Round by round, which layer was tried. At first all of them are; then the dark row shows where the learner has settled. When costs or images change, watch it move.</source>
        <translation>逐轮显示尝试了哪一层。起初所有层都会尝试；随后颜色最深的一行表示学习器稳定在哪里。成本或图像变化时，可以看到它移动。</translation>
    </message>
    <message>
        <source>Why it moved</source>
        <translation>为什么移动</translation>
    </message>
    <message>
        <source>A dot is the mean reward of a layer, the bar how uncertain that still is. The learner takes the layer whose bar reaches highest: one that is good, or one that it knows too little of.</source>
        <translation>圆点是某层的平均奖励，竖条表示其不确定性。学习器选择竖条最高的层：要么它很好，要么对它了解太少。</translation>
    </message>
    <message>
        <source>Change a cost</source>
        <translation>更改成本</translation>
    </message>
    <message>
        <source>Now make sending dearer: move this slider while it runs. The learner goes on under the new cost, the charts mark the round, and you see how fast it finds a new split.</source>
        <translation>现在让发送更贵：在运行时移动这个滑块。学习器会在新成本下继续，图表会标出该轮，你可以看到它多快找到新的分割位置。</translation>
    </message>
    <message>
        <source>No chart is open: start an example or open a chart from the View menu</source>
        <translation>没有打开的图表：启动一个示例，或从“视图”菜单打开图表</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>关闭此消息</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>问题：%1</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
</context>
<context>
    <name>NetworkTrack</name>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>No rounds yet.</source>
        <translation>尚无轮次。</translation>
    </message>
    <message>
        <source>Lately %1 % of the rounds split after layer %2 of %3.</source>
        <translation>最近 %1 % 的轮次在第 %2 层（共 %3 层）之后分割。</translation>
    </message>
    <message>
        <source>, right</source>
        <translation>，正确</translation>
    </message>
    <message>
        <source>, wrong</source>
        <translation>，错误</translation>
    </message>
    <message>
        <source>Sample %1 left on the device at exit %2: %3. Cost %4 λ.</source>
        <translation>样本 %1 在设备上从出口 %2 离开：%3。成本 %4 λ。</translation>
    </message>
    <message>
        <source>Sample %1 was sent to the cloud after layer %2: %3. Cost %4 λ + %5 λ for sending.</source>
        <translation>样本 %1 在第 %2 层之后发送到云端：%3。成本 %4 λ + 发送 %5 λ。</translation>
    </message>
    <message>
        <source>Network track</source>
        <translation>网络轨道</translation>
    </message>
    <message>
        <source>Split after layer %1 of %2. </source>
        <translation>在第 %1 层（共 %2 层）之后分割。</translation>
    </message>
    <message>
        <source>Layer %1 of %2: %3 of the network's depth %4</source>
        <translation>第 %1 层，共 %2 层：网络深度 %4 中的 %3</translation>
    </message>
    <message>
        <source>
Confidence %1</source>
        <translation>
置信度 %1</translation>
    </message>
    <message>
        <source>
Split here in %1 % of recent rounds</source>
        <translation>
最近 %1 % 的轮次在此分割</translation>
    </message>
    <message>
        <source>sample
%1</source>
        <translation>样本
%1</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>&lt;1 %</source>
        <translation>&lt;1 %</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>split before layer 1</source>
        <translation>在第 1 层之前分割</translation>
    </message>
    <message>
        <source>split after layer %1</source>
        <translation>在第 %1 层之后分割</translation>
    </message>
    <message>
        <source>+%1 λ</source>
        <translation>+%1 λ</translation>
    </message>
    <message>
        <source>confidence
α %1</source>
        <translation>置信度
α %1</translation>
    </message>
    <message>
        <source>share of
rounds</source>
        <translation>轮次
占比</translation>
    </message>
</context>
<context>
    <name>NumberField</name>
    <message>
        <source>%1, slider</source>
        <translation>%1，滑块</translation>
    </message>
    <message>
        <source>
Double click: back to %1.</source>
        <translation>
双击：恢复为 %1。</translation>
    </message>
</context>
<context>
    <name>PanelHeader</name>
    <message>
        <source>Menu of %1</source>
        <translation>%1 的菜单</translation>
    </message>
    <message>
        <source>What can be done with this panel</source>
        <translation>可对此面板执行的操作</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>关闭 %1</translation>
    </message>
    <message>
        <source>Close this panel; the View menu opens it again</source>
        <translation>关闭此面板；可从“视图”菜单重新打开</translation>
    </message>
</context>
<context>
    <name>ParameterForm</name>
    <message>
        <source>
Unit: %1.</source>
        <translation>
单位：%1。</translation>
    </message>
    <message>
        <source>
From %1 to %2.</source>
        <translation>
范围：%1 到 %2。</translation>
    </message>
    <message>
        <source>one pass</source>
        <translation>一遍</translation>
    </message>
</context>
<context>
    <name>PolicyList</name>
    <message>
        <source>Policies to run side by side</source>
        <translation>并行运行的策略</translation>
    </message>
    <message>
        <source>Choose policies</source>
        <translation>选择策略</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>暂无文件</translation>
    </message>
</context>
<context>
    <name>RegretChart</name>
    <message>
        <source>Cumulative regret</source>
        <translation>累积遗憾</translation>
    </message>
    <message>
        <source>round</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>regret (reward)</source>
        <translation>遗憾（奖励）</translation>
    </message>
    <message>
        <source>Cumulative regret (pseudo)</source>
        <translation>累积遗憾（伪）</translation>
    </message>
    <message>
        <source>Cumulative regret (realised)</source>
        <translation>累积遗憾（实际）</translation>
    </message>
    <message>
        <source>%1 %2 after %3 rounds</source>
        <translation>%1 %2，%3 轮之后</translation>
    </message>
    <message>
        <source>No exit table, no regret.</source>
        <translation>没有出口表，就没有遗憾。</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>&amp;Open table or experiment…</source>
        <translation>打开出口表或实验(&amp;O)…</translation>
    </message>
    <message>
        <source>Open an exit table or an experiment file</source>
        <translation>打开出口表或实验文件</translation>
    </message>
    <message>
        <source>&amp;Save experiment as…</source>
        <translation>实验另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the set-up as a file that splitee run takes</source>
        <translation>将设置保存为 splitee run 可用的文件</translation>
    </message>
    <message>
        <source>Keep runs in session &amp;file…</source>
        <translation>将运行保存到会话文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose the session file that keeps the next runs</source>
        <translation>选择保存后续运行的会话文件</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>Close the window; a run is stopped and kept</source>
        <translation>关闭窗口；运行会停止并保留</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Run or pause</source>
        <translation>运行或暂停</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>单步(&amp;S)</translation>
    </message>
    <message>
        <source>Play one round</source>
        <translation>执行一轮</translation>
    </message>
    <message>
        <source>Run &amp;to round…</source>
        <translation>运行到某轮(&amp;T)…</translation>
    </message>
    <message>
        <source>Play up to a round, then pause</source>
        <translation>运行到某轮后暂停</translation>
    </message>
    <message>
        <source>R&amp;estart</source>
        <translation>重新开始(&amp;E)</translation>
    </message>
    <message>
        <source>Play again from round 1 with the same seed, changes included</source>
        <translation>用相同种子从第 1 轮重新运行，包括更改</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>End this run; its rounds are kept</source>
        <translation>结束本次运行；其轮次会保留</translation>
    </message>
    <message>
        <source>Reset to the &amp;paper's values</source>
        <translation>恢复论文中的值(&amp;P)</translation>
    </message>
    <message>
        <source>Costs, threshold and exploration as published</source>
        <translation>成本、阈值和探索采用论文发表的值</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>跟随(&amp;F)</translation>
    </message>
    <message>
        <source>Charts show the whole run as it grows</source>
        <translation>图表随运行增长显示全部</translation>
    </message>
    <message>
        <source>&amp;Logarithmic rounds</source>
        <translation>轮数取对数(&amp;L)</translation>
    </message>
    <message>
        <source>Rounds on a logarithmic axis</source>
        <translation>以对数轴显示轮数</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>减少动画(&amp;M)</translation>
    </message>
    <message>
        <source>The split border jumps instead of gliding</source>
        <translation>分割线直接跳转而不滑动</translation>
    </message>
    <message>
        <source>&amp;Export chart…</source>
        <translation>导出图表(&amp;E)…</translation>
    </message>
    <message>
        <source>Write the chart that has the keyboard as an image, drawing, document or table</source>
        <translation>将有键盘焦点的图表写为图像、矢量图、文档或表格</translation>
    </message>
    <message>
        <source>&amp;Search actions…</source>
        <translation>搜索操作(&amp;S)…</translation>
    </message>
    <message>
        <source>Find any action by a few letters</source>
        <translation>输入几个字母即可找到任何操作</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>这是什么(&amp;W)？</translation>
    </message>
    <message>
        <source>Help on what has the keyboard</source>
        <translation>显示当前焦点控件的帮助</translation>
    </message>
    <message>
        <source>&amp;Guided tour</source>
        <translation>导览(&amp;G)</translation>
    </message>
    <message>
        <source>Six short steps over a running example</source>
        <translation>在运行的示例上用六个简短步骤讲解</translation>
    </message>
    <message>
        <source>&amp;Welcome page</source>
        <translation>欢迎页(&amp;W)</translation>
    </message>
    <message>
        <source>Back to the examples</source>
        <translation>返回示例</translation>
    </message>
</context>
<context>
    <name>RunBar</name>
    <message>
        <source>%1 s left</source>
        <translation>剩余 %1 秒</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>剩余 %1 分钟</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
    <message>
        <source>Speed in rounds a second</source>
        <translation>速度（每秒轮数）</translation>
    </message>
    <message>
        <source>From 1 round a second to flat out</source>
        <translation>从每秒 1 轮到全速</translation>
    </message>
    <message>
        <source>Rounds played</source>
        <translation>已执行轮数</translation>
    </message>
    <message>
        <source>flat out</source>
        <translation>全速</translation>
    </message>
    <message>
        <source>%1 rounds/s</source>
        <translation>%1 轮/秒</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>round %1 of %2</source>
        <translation>第 %1 / %2 轮</translation>
    </message>
    <message>
        <source>%1 rounds/s · %2</source>
        <translation>%1 轮/秒 · %2</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>正在打开</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>就绪</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>云端</translation>
    </message>
    <message>
        <source>%1 λ a sample · %2</source>
        <translation>每个样本 %1 λ · %2</translation>
    </message>
    <message>
        <source>%1 % right</source>
        <translation>正确率 %1 %</translation>
    </message>
    <message>
        <source>last %1 rounds: %2 %</source>
        <translation>最近 %1 轮：%2 %</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
</context>
<context>
    <name>SetupPanel</name>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Back to the paper's values: λ₁ 1, λ₂ 0, μ 0.1, o 5, α 0.7</source>
        <translation>恢复论文中的值：λ₁ 1，λ₂ 0，μ 0.1，o 5，α 0.7</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Costs and threshold</source>
        <translation>成本与阈值</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Reset to the paper's values</source>
        <translation>恢复论文中的值</translation>
    </message>
</context>
<context>
    <name>SourcePicker</name>
    <message>
        <source>Choose source</source>
        <translation>选择来源</translation>
    </message>
    <message>
        <source>Exit table</source>
        <translation>出口表</translation>
    </message>
    <message>
        <source>What every exit of a network said of every sample.
Drop a table file (.csv, .exits) anywhere on the window.</source>
        <translation>网络的每个出口对每个样本的输出。
可将表文件 (.csv, .exits) 拖放到窗口任意位置。</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>Open an exit table from a file (Ctrl+O)</source>
        <translation>从文件打开出口表 (Ctrl+O)</translation>
    </message>
</context>
<context>
    <name>SplitChart</name>
    <message>
        <source>Split layer over time</source>
        <translation>分割层随时间变化</translation>
    </message>
    <message>
        <source>round</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>split layer</source>
        <translation>分割层</translation>
    </message>
    <message>
        <source>Split layer over time: %1</source>
        <translation>分割层随时间变化：%1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>No rounds yet.</source>
        <translation>尚无轮次。</translation>
    </message>
    <message>
        <source>%1: lately layer %2 in %3 % of the rounds</source>
        <translation>%1：最近 %3 % 的轮次选择第 %2 层</translation>
    </message>
</context>
<context>
    <name>Tour</name>
    <message>
        <source>Enter: done</source>
        <translation>Enter：完成</translation>
    </message>
    <message>
        <source>Enter: next</source>
        <translation>Enter：下一步</translation>
    </message>
    <message>
        <source> · Esc: end</source>
        <translation> · Esc：结束</translation>
    </message>
    <message>
        <source> · Left: back · Esc: end</source>
        <translation> · 左：上一步 · Esc：结束</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
</context>
<context>
    <name>WelcomePage</name>
    <message>
        <source>Where should a network be cut?</source>
        <translation>网络应该在哪里切开？</translation>
    </message>
    <message>
        <source>A device computes the first layers of a network and looks at what it has. If it is sure enough, the answer leaves there; if not, the rest is computed in the cloud, which costs. The layer where the device stops is the split layer. A learner finds it round by round, one sample at a time, without being told the answers.</source>
        <translation>设备计算网络的前几层，并检查得到的结果。如果足够确定，答案就从这里离开；否则其余部分在云端计算，而这需要成本。设备停下的那一层就是分割层。学习器逐轮、逐个样本地找到它，并且不会被告知正确答案。</translation>
    </message>
    <message>
        <source>Start with an example</source>
        <translation>从示例开始</translation>
    </message>
    <message>
        <source>Or bring your own</source>
        <translation>或使用自己的数据</translation>
    </message>
    <message>
        <source>Open an exit table…</source>
        <translation>打开出口表…</translation>
    </message>
    <message>
        <source>A file of confidences and predictions of every exit (Ctrl+O)</source>
        <translation>包含每个出口置信度和预测的文件 (Ctrl+O)</translation>
    </message>
    <message>
        <source>or drop a .csv or .exits file anywhere on this window</source>
        <translation>或将 .csv 或 .exits 文件拖放到窗口任意位置</translation>
    </message>
    <message>
        <source>Take the guided tour</source>
        <translation>开始导览</translation>
    </message>
    <message>
        <source>Six short steps over a running example</source>
        <translation>在运行的示例上用六个简短步骤讲解</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>启动 %1</translation>
    </message>
</context>
</TS>
