<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Advice</name>
    <message>
        <source> (with every seed)</source>
        <translation>（每个种子都如此）</translation>
    </message>
    <message>
        <source> (95 % %1 to %2)</source>
        <translation>（95 %：%1 至 %2）</translation>
    </message>
    <message>
        <source> (%1 points, 95 % %2 to %3)</source>
        <translation>（%1 个百分点，95 %：%2 至 %3）</translation>
    </message>
    <message>
        <source> (%1 lambda, 95 % %2 to %3)</source>
        <translation>（%1 λ，95 %：%2 至 %3）</translation>
    </message>
    <message>
        <source>; without labels, accuracy is unknown</source>
        <translation>；没有标签，准确率未知</translation>
    </message>
    <message>
        <source>, at the same accuracy</source>
        <translation>，准确率相同</translation>
    </message>
    <message>
        <source>, with no clear difference in accuracy</source>
        <translation>，准确率无明显差异</translation>
    </message>
    <message>
        <source>, at an accuracy %1 points lower</source>
        <translation>，准确率低 %1 个百分点</translation>
    </message>
    <message>
        <source>, at an accuracy %1 points higher</source>
        <translation>，准确率高 %1 个百分点</translation>
    </message>
    <message>
        <source>%1 costs the same per sample as %2</source>
        <translation>%1 的每样本成本与%2相同</translation>
    </message>
    <message>
        <source>%1 shows no clear difference in cost per sample from %2</source>
        <translation>%1 的每样本成本与%2无明显差异</translation>
    </message>
    <message>
        <source>%1 costs %2 lambda less per sample than %3</source>
        <translation>%1 每样本比%3 少花 %2 λ</translation>
    </message>
    <message>
        <source>%1 costs %2 lambda more per sample than %3</source>
        <translation>%1 每样本比%3 多花 %2 λ</translation>
    </message>
    <message>
        <source>; a single seed gives no interval</source>
        <translation>；单个种子没有区间</translation>
    </message>
    <message>
        <source>; their regrets are against different splits and are not compared, it earns </source>
        <translation>；二者的遗憾相对不同的分割，不作比较；奖励：</translation>
    </message>
    <message>
        <source>%1 less reward a round</source>
        <translation>每轮少 %1</translation>
    </message>
    <message>
        <source>%1 more reward a round</source>
        <translation>每轮多 %1</translation>
    </message>
    <message>
        <source>%1 lambda a sample (%2 ms)</source>
        <translation>每样本 %1 λ（%2 ms）</translation>
    </message>
    <message>
        <source>%1 lambda a sample</source>
        <translation>每样本 %1 λ</translation>
    </message>
    <message>
        <source>the whole network on the device</source>
        <translation>在设备上计算整个网络</translation>
    </message>
    <message>
        <source>the split at layer %1 with threshold %2</source>
        <translation>在第 %1 层分割、阈值 %2</translation>
    </message>
    <message>
        <source>%1 with threshold %2</source>
        <translation>%1（阈值 %2）</translation>
    </message>
    <message>
        <source>Compute the whole network on the device.</source>
        <translation>在设备上计算整个网络。</translation>
    </message>
    <message>
        <source>Split at layer %1 with threshold %2.</source>
        <translation>在第 %1 层分割，阈值 %2。</translation>
    </message>
    <message>
        <source>Let %1 choose the layer, with threshold %2.</source>
        <translation>让 %1 选择层，阈值 %2。</translation>
    </message>
    <message>
        <source>Take the policy %1, with threshold %2.</source>
        <translation>采用策略 %1，阈值 %2。</translation>
    </message>
    <message>
        <source>So a fixed split does as well as %1, the best of the policies.</source>
        <translation>因此固定分割与最好的策略 %1 一样好。</translation>
    </message>
    <message>
        <source>Only the fixed split reaches the goal.</source>
        <translation>只有固定分割达到目标。</translation>
    </message>
    <message>
        <source>So %1 does better than any fixed split.</source>
        <translation>因此 %1 优于任何固定分割。</translation>
    </message>
    <message>
        <source>No fixed split reaches the goal.</source>
        <translation>没有固定分割达到目标。</translation>
    </message>
    <message>
        <source> from the change in round %1</source>
        <translation>（从第 %1 轮的变化起）</translation>
    </message>
    <message>
        <source>%1 comes within 5 % of the best split&apos;s expected reward after %2 rounds%3 (the best split is layer %4).</source>
        <translation>%1 在 %2 轮后%3与最佳分割的期望奖励相差不到 5 %（最佳分割为第 %4 层）。</translation>
    </message>
    <message>
        <source>%1 does not come within 5 % of the best split&apos;s expected reward in %2 rounds%3 (the best split is layer %4).</source>
        <translation>%1 在 %2 轮内%3未能与最佳分割的期望奖励相差不到 5 %（最佳分割为第 %4 层）。</translation>
    </message>
    <message>
        <source>an accuracy of at least %1 %</source>
        <translation>准确率至少 %1 %</translation>
    </message>
    <message>
        <source>the largest mean reward</source>
        <translation>最大平均奖励</translation>
    </message>
    <message>
        <source>a cost of at most %1 lambda a sample</source>
        <translation>每样本成本至多 %1 λ</translation>
    </message>
    <message>
        <source>a cost of at most %1 lambda a sample, %2 ms</source>
        <translation>每样本成本至多 %1 λ，即 %2 ms</translation>
    </message>
    <message>
        <source>%1, %2 layers; %3 of %4 rounds; mu %5, %6 from %7 to %8</source>
        <translation>%1，%2 层；%3，各 %4 轮；μ %5，%6，从 %7 到 %8</translation>
    </message>
    <message>
        <source>1 sample</source>
        <translation>1 个样本</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 个样本</translation>
    </message>
    <message>
        <source>1 seed</source>
        <translation>1 个种子</translation>
    </message>
    <message>
        <source>%1 seeds</source>
        <translation>%1 个种子</translation>
    </message>
    <message>
        <source>1 threshold</source>
        <translation>1 个阈值</translation>
    </message>
    <message>
        <source>%1 thresholds</source>
        <translation>%1 个阈值</translation>
    </message>
    <message>
        <source>Nothing that was played reaches %1; this comes nearest:</source>
        <translation>所运行的都达不到%1；最接近的是：</translation>
    </message>
    <message>
        <source>It costs %1 and offloads %2 % of the samples; %3 % of its answers are right.</source>
        <translation>其成本为%1，卸载 %2 % 的样本；%3 % 的回答正确。</translation>
    </message>
    <message>
        <source>It costs %1 and offloads %2 % of the samples.</source>
        <translation>其成本为%1，卸载 %2 % 的样本。</translation>
    </message>
    <message>
        <source>It</source>
        <translation>它</translation>
    </message>
    <message>
        <source>split at layer %1</source>
        <translation>在第 %1 层分割</translation>
    </message>
    <message>
        <source>Each with the threshold that suits the goal best. ± is the half width of the 95 % interval over seeds (Student&apos;s t), that is over orders of the same samples; other samples may come out otherwise.</source>
        <translation>每个候选都采用最符合目标的阈值。± 是 95 % 区间（学生 t）在各种子上的半宽，即同一批样本的不同顺序；其他样本可能得到不同结果。</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>候选</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Accuracy
%</source>
        <translation>准确率
%</translation>
    </message>
    <message>
        <source>Cost
λ per sample</source>
        <translation>成本
每样本 λ</translation>
    </message>
    <message>
        <source>Offload
%</source>
        <translation>卸载
%</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>met</source>
        <translation>达到</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>未达到</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1。</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>file</source>
        <translation>文件顺序</translation>
    </message>
    <message>
        <source>shuffle</source>
        <translation>打乱</translation>
    </message>
    <message>
        <source>released</source>
        <translation>已发布</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>仅观测</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>已校正</translation>
    </message>
</context>
<context>
    <name>DatasetNames</name>
    <message>
        <source>road signs</source>
        <translation>交通标志</translation>
    </message>
    <message>
        <source>product reviews</source>
        <translation>产品评价</translation>
    </message>
</context>
<context>
    <name>DistortionNames</name>
    <message>
        <source>gaussian noise by severity</source>
        <translation>高斯噪声（按强度）</translation>
    </message>
    <message>
        <source>shot noise</source>
        <translation>散粒噪声</translation>
    </message>
    <message>
        <source>impulse noise</source>
        <translation>脉冲噪声</translation>
    </message>
    <message>
        <source>speckle noise</source>
        <translation>散斑噪声</translation>
    </message>
    <message>
        <source>defocus blur</source>
        <translation>散焦模糊</translation>
    </message>
    <message>
        <source>gaussian blur by severity</source>
        <translation>高斯模糊（按强度）</translation>
    </message>
    <message>
        <source>glass blur</source>
        <translation>玻璃模糊</translation>
    </message>
    <message>
        <source>motion blur</source>
        <translation>运动模糊</translation>
    </message>
    <message>
        <source>zoom blur</source>
        <translation>缩放模糊</translation>
    </message>
    <message>
        <source>snow</source>
        <translation>雪</translation>
    </message>
    <message>
        <source>frost</source>
        <translation>霜</translation>
    </message>
    <message>
        <source>fog</source>
        <translation>雾</translation>
    </message>
    <message>
        <source>spatter</source>
        <translation>飞溅</translation>
    </message>
    <message>
        <source>brightness</source>
        <translation>亮度</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>对比度</translation>
    </message>
    <message>
        <source>saturation</source>
        <translation>饱和度</translation>
    </message>
    <message>
        <source>elastic transform</source>
        <translation>弹性变换</translation>
    </message>
    <message>
        <source>pixelation</source>
        <translation>像素化</translation>
    </message>
    <message>
        <source>JPEG compression</source>
        <translation>JPEG 压缩</translation>
    </message>
    <message>
        <source>dawn</source>
        <translation>黎明</translation>
    </message>
    <message>
        <source>dusk</source>
        <translation>黄昏</translation>
    </message>
    <message>
        <source>night</source>
        <translation>夜晚</translation>
    </message>
    <message>
        <source>overcast</source>
        <translation>阴天</translation>
    </message>
    <message>
        <source>rain</source>
        <translation>雨</translation>
    </message>
    <message>
        <source>poor lens</source>
        <translation>劣质镜头</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>模糊</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>天气</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>光照</translation>
    </message>
    <message>
        <source>Lens and digital</source>
        <translation>镜头与数字</translation>
    </message>
    <message>
        <source>Scenes of a day</source>
        <translation>一天的场景</translation>
    </message>
    <message>
        <source>gaussian blur</source>
        <translation>高斯模糊</translation>
    </message>
    <message>
        <source>gaussian noise</source>
        <translation>高斯噪声</translation>
    </message>
    <message>
        <source>salt</source>
        <translation>盐噪声</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>干净</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>typing errors</source>
        <translation>打字错误</translation>
    </message>
    <message>
        <source>dropped words</source>
        <translation>缺失的词</translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>Signs live, in fog</source>
        <translation>实时识别雾中标志</translation>
    </message>
    <message>
        <source>CIFAR-10 under rising noise</source>
        <translation>噪声渐增的 CIFAR-10</translation>
    </message>
    <message>
        <source>Costs change half-way</source>
        <translation>成本中途改变</translation>
    </message>
    <message>
        <source>CIFAR-10 replay</source>
        <translation>CIFAR-10 重放</translation>
    </message>
    <message>
        <source>10,000 clean images. The learner finds the layer at which most of them may leave the network.</source>
        <translation>10,000 张清晰图像。学习器找到大多数图像可以离开网络的那一层。</translation>
    </message>
    <message>
        <source>A small network classifies blurred road signs one by one, split in two while you watch.</source>
        <translation>一个小型网络逐个识别模糊的交通标志，并在您观看时被分成两部分。</translation>
    </message>
    <message>
        <source>The images get noisier over time. Early exits lose confidence, and the best split moves.</source>
        <translation>图像随时间越来越嘈杂。早期出口的置信度下降，最佳分割位置随之移动。</translation>
    </message>
    <message>
        <source>Half-way, offloading a sample becomes expensive. See how fast each policy adapts.</source>
        <translation>进行到一半时，卸载样本变得昂贵。看看各策略多快适应。</translation>
    </message>
    <message>
        <source>Reviews of another kind</source>
        <translation>另一类评价</translation>
    </message>
    <message>
        <source>An encoder that learned from films reads reviews of products. Watch where each sentence leaves.</source>
        <translation>在影评上训练的编码器阅读产品评价。观察每个句子从哪里离开网络。</translation>
    </message>
</context>
<context>
    <name>ExitWords</name>
    <message>
        <source>%1 of %2 texts</source>
        <translation>%2 条文本中的 %1 条</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%2 张图像中的 %1 张</translation>
    </message>
    <message>
        <source>, waiting while the run needs the processor</source>
        <translation>，运行需要处理器，正在等待</translation>
    </message>
    <message>
        <source>, %1/s, %2</source>
        <translation>，每秒 %1，%2</translation>
    </message>
    <message>
        <source>Known once all exits are read beside the run: %1.</source>
        <translation>在运行之外读完所有出口后即可得知：%1。</translation>
    </message>
    <message>
        <source>Not known: what the other exits say could not be read: %1</source>
        <translation>未知：无法读取其他出口的回答：%1</translation>
    </message>
    <message>
        <source>Not known in a live run: rewards of layers that were not chosen are not computed. Run &gt; Read all exits does it beside the run.</source>
        <translation>实时运行中未知：不计算未选层的奖励。“运行 &gt; 读取所有出口”会在运行之外计算。</translation>
    </message>
</context>
<context>
    <name>Experiment</name>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>日程</translation>
    </message>
    <message>
        <source>Turns cost into reward</source>
        <translation>把代价换算成奖励</translation>
    </message>
    <message>
        <source>Cost of a layer computed</source>
        <translation>计算一层的代价</translation>
    </message>
    <message>
        <source>Cost of an exit evaluated</source>
        <translation>评估一个出口的代价</translation>
    </message>
    <message>
        <source>Cost of offloading a sample</source>
        <translation>卸载一个样本的代价</translation>
    </message>
    <message>
        <source>Confidence from which a sample leaves on the device</source>
        <translation>样本在设备上退出所需的置信度</translation>
    </message>
    <message>
        <source>Samples in file order, or shuffled by the seed</source>
        <translation>按文件顺序，或由种子打乱</translation>
    </message>
    <message>
        <source>First seed; fixes order, random choices and noise</source>
        <translation>第一个种子；决定顺序、随机选择和噪声</translation>
    </message>
    <message>
        <source>Samples a run; 0: one pass over the source</source>
        <translation>每次运行的样本数；0：数据源过一遍</translation>
    </message>
    <message>
        <source>λ is the unit of all costs: with λ₁ = 1, computing one layer of the network costs 1 λ.</source>
        <translation>λ 是所有成本的单位：λ₁ = 1 时，计算网络的一层花费 1 λ。</translation>
    </message>
    <message>
        <source>Cost weight mu</source>
        <translation>成本权重 μ</translation>
    </message>
    <message>
        <source>Computing lambda1</source>
        <translation>计算 λ₁</translation>
    </message>
    <message>
        <source>Exit lambda2</source>
        <translation>出口 λ₂</translation>
    </message>
    <message>
        <source>Offloading o</source>
        <translation>卸载 o</translation>
    </message>
    <message>
        <source>Threshold alpha</source>
        <translation>阈值 α</translation>
    </message>
    <message>
        <source>Exploration beta</source>
        <translation>探索 β</translation>
    </message>
    <message>
        <source>Fixed layer</source>
        <translation>固定层</translation>
    </message>
    <message>
        <source>Side observations</source>
        <translation>附带观测</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子数</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>温度</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>Entropy threshold</source>
        <translation>熵阈值</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>耐心</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>窗口</translation>
    </message>
    <message>
        <source>Radius scale</source>
        <translation>半径系数</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>折扣</translation>
    </message>
    <message>
        <source>Exploration share</source>
        <translation>探索比例</translation>
    </message>
    <message>
        <source>Detection window</source>
        <translation>检测窗口</translation>
    </message>
    <message>
        <source>Detection threshold</source>
        <translation>检测阈值</translation>
    </message>
    <message>
        <source>Threshold arms</source>
        <translation>阈值臂</translation>
    </message>
    <message>
        <source>Multiplies what an offload costs at every layer</source>
        <translation>乘以每一层的卸载成本</translation>
    </message>
    <message>
        <source>Factor on o</source>
        <translation>o 的系数</translation>
    </message>
    <message>
        <source>Forced sampling</source>
        <translation>强制采样</translation>
    </message>
    <message>
        <source>KL-UCB constant</source>
        <translation>KL-UCB 常数</translation>
    </message>
    <message>
        <source>CUSUM samples</source>
        <translation>CUSUM 样本数</translation>
    </message>
    <message>
        <source>CUSUM epsilon</source>
        <translation>CUSUM ε</translation>
    </message>
    <message>
        <source>CUSUM threshold</source>
        <translation>CUSUM 阈值</translation>
    </message>
    <message>
        <source>EXP3 gamma</source>
        <translation>EXP3 γ</translation>
    </message>
    <message>
        <source>EXP3 share</source>
        <translation>EXP3 分享量</translation>
    </message>
    <message>
        <source>How it learns from earlier exits: released as published (tables only), observed only where it really was, corrected without bias</source>
        <translation>如何从较早的出口学习：“已发布”与论文代码相同（仅限表格），“仅观测”只用实际到达之处，“已校正”无偏</translation>
    </message>
    <message>
        <source>Corrects the confidences of an exit table before the run: one number for all exits, or one an exit, separated by commas; Calibration per exit fits them</source>
        <translation>在运行前校正出口表的置信度：所有出口用一个数，或每个出口一个数，用逗号分隔；“各出口的校准”可拟合它们</translation>
    </message>
    <message>
        <source>The changes below as one line, as files hold them: &apos;clean@0, gaussian_blur:0.8@2000, offload=8@5000..6000&apos;</source>
        <translation>下面的变化写成一行，与文件中相同：&apos;clean@0, gaussian_blur:0.8@2000, offload=8@5000..6000&apos;</translation>
    </message>
    <message>
        <source>Weight of the confidence radius</source>
        <translation>置信半径的权重</translation>
    </message>
    <message>
        <source>The layer at which it splits, or up to which it looks</source>
        <translation>其切分所在的层，或最多查看到的层</translation>
    </message>
    <message>
        <source>Entropy below which a sample leaves</source>
        <translation>熵低于此值时样本退出</translation>
    </message>
    <message>
        <source>A sample leaves after one exit more than this agree</source>
        <translation>当一致的出口比此数多一个时样本退出</translation>
    </message>
    <message>
        <source>c in the bound kl(Q, q) ≤ c ln t / N</source>
        <translation>界 kl(Q, q) ≤ c ln t / N 中的 c</translation>
    </message>
    <message>
        <source>How many of the last rounds it remembers</source>
        <translation>它记住最近多少轮</translation>
    </message>
    <message>
        <source>Scale under the root of its radius</source>
        <translation>其半径根号下的系数</translation>
    </message>
    <message>
        <source>What is left each round of all that it remembers</source>
        <translation>每一轮后其记忆保留的比例</translation>
    </message>
    <message>
        <source>Share of the rounds in which it tries layers at random</source>
        <translation>随机尝试各层的轮次比例</translation>
    </message>
    <message>
        <source>Rewards of a layer from which it takes the mean</source>
        <translation>用来求某层均值的奖励个数</translation>
    </message>
    <message>
        <source>Change of the reward, mapped to 0..1, that it tolerates</source>
        <translation>它容忍的奖励变化（映射到 0..1）</translation>
    </message>
    <message>
        <source>Sum of changes at which it starts a layer anew</source>
        <translation>变化之和达到此值时重新开始该层</translation>
    </message>
    <message>
        <source>Rewards of a layer of which it compares one half with the other; even</source>
        <translation>某层的奖励个数，比较其前后两半；须为偶数</translation>
    </message>
    <message>
        <source>Difference of the halves at which it starts anew</source>
        <translation>两半之差达到此值时重新开始</translation>
    </message>
    <message>
        <source>Share of the rounds drawn evenly</source>
        <translation>均匀抽取的轮次比例</translation>
    </message>
    <message>
        <source>Weight that all layers get a share of each round</source>
        <translation>每轮由所有层分享的权重</translation>
    </message>
    <message>
        <source>K: it chooses among the thresholds 0.5 + 0.5 k/K</source>
        <translation>K：在阈值 0.5 + 0.5 k/K 中选择</translation>
    </message>
    <message>
        <source>It leaves the final layer out every so many rounds; 0: never</source>
        <translation>每隔这么多轮不选最后一层；0：从不</translation>
    </message>
</context>
<context>
    <name>JobWords</name>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>reading the exits</source>
        <translation>正在读取出口</translation>
    </message>
    <message>
        <source>%1 texts/s</source>
        <translation>%1 条文本/秒</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 张图像/秒</translation>
    </message>
    <message>
        <source>starting, reading the data</source>
        <translation>正在启动，读取数据</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>第 %1 轮训练，共 %2 轮</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>paused before the first epoch was done</source>
        <translation>在第一轮训练完成之前暂停</translation>
    </message>
    <message>
        <source>paused after epoch %1</source>
        <translation>在第 %1 轮训练之后暂停</translation>
    </message>
    <message>
        <source>done · %1 samples · final exit %2 %</source>
        <translation>完成 · %1 个样本 · 最终出口 %2 %</translation>
    </message>
    <message>
        <source>done · keeps epoch %1 · final exit %2 %</source>
        <translation>完成 · 保留第 %1 轮训练 · 最终出口 %2 %</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Train %1 on %2</source>
        <translation>在 %2 上训练 %1</translation>
    </message>
    <message>
        <source>Read the exits of %1 on %2</source>
        <translation>读取 %1 在 %2 上的出口</translation>
    </message>
    <message>
        <source>Evaluate %1 on %2</source>
        <translation>在 %2 上评估 %1</translation>
    </message>
    <message>
        <source>waiting for the jobs before it</source>
        <translation>等待前面的任务</translation>
    </message>
    <message>
        <source>pausing</source>
        <translation>正在暂停</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>正在取消</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>失败：%1</translation>
    </message>
    <message>
        <source>trying the network</source>
        <translation>正在试运行网络</translation>
    </message>
    <message>
        <source>computing features</source>
        <translation>正在计算特征</translation>
    </message>
    <message>
        <source>training the exits</source>
        <translation>正在训练出口</translation>
    </message>
    <message>
        <source>unfinished, of an earlier window: epoch %1 of %2 is done</source>
        <translation>未完成，来自之前的窗口：已完成第 %1 轮，共 %2 轮</translation>
    </message>
    <message>
        <source>done · %1 exits · final exit %2 %</source>
        <translation>完成 · %1 个出口 · 最终出口 %2 %</translation>
    </message>
    <message>
        <source>Attach exits to %1 on %2</source>
        <translation>在 %2 上为 %1 添加出口</translation>
    </message>
    <message>
        <source>cancelled after epoch %1</source>
        <translation>在第 %1 轮后取消</translation>
    </message>
</context>
<context>
    <name>LayerMap</name>
    <message>
        <source>severity of %1</source>
        <translation>%1 的强度</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Runs of this window are gone when it closes: folder %1 may not be written. To keep them, save the session as another file</source>
        <translation>关闭窗口后，其中的运行将丢失：无法写入文件夹 %1。若要保留，请将会话另存为其他文件</translation>
    </message>
</context>
<context>
    <name>OpenedTables</name>
    <message>
        <source>Choose an exit table as the source first.</source>
        <translation>请先选择一个出口表作为来源。</translation>
    </message>
    <message>
        <source>Opening the exit table …</source>
        <translation>正在打开出口表…</translation>
    </message>
    <message>
        <source>The exit table is not open. Press Space to run it.</source>
        <translation>出口表未打开。按空格键运行。</translation>
    </message>
    <message>
        <source>The set-up names another source than the one that is open. Press Ctrl+R to play it.</source>
        <translation>设置中的来源与当前打开的不同。按 Ctrl+R 运行它。</translation>
    </message>
    <message>
        <source>Opening the network …</source>
        <translation>正在打开网络…</translation>
    </message>
    <message>
        <source>What the other exits say could not be read: %1</source>
        <translation>无法读取其他出口的回答：%1</translation>
    </message>
    <message>
        <source>What every exit says of these samples is being read.</source>
        <translation>正在读取每个出口对这些样本的回答。</translation>
    </message>
    <message>
        <source>This replays an exit table. Of a live network one is read beside the run, but that is switched off: Run &gt; Read all exits.</source>
        <translation>此处重放出口表。实时网络的出口表会在运行之外读取，但该功能已关闭：“运行 &gt; 读取所有出口”。</translation>
    </message>
    <message>
        <source>The network is not open. Press Space to run it.</source>
        <translation>网络未打开。按空格键运行。</translation>
    </message>
</context>
<context>
    <name>PanelHelp</name>
    <message>
        <source>What the policy knows of each layer: the dot is the mean reward so far, the bar how uncertain that is. It takes the layer whose bar reaches highest.</source>
        <translation>策略对每一层的了解：点是目前的平均奖励，竖条表示其不确定程度。它选择竖条顶端最高的层。</translation>
    </message>
    <message>
        <source>Every cell is a pair of settings: how much a cost weighs, and what offloading costs. Its colour is the best fixed layer there, or what learning gains. Drag the ring, or move it with the arrow keys, to set both.</source>
        <translation>每个格子是一对设置：成本的权重和卸载的成本。颜色表示该处的最佳固定层，或学习带来的收益。拖动圆环或用方向键同时设置两者。</translation>
    </message>
    <message>
        <source>How often each layer was the split layer, in per cent of all rounds.</source>
        <translation>每一层作为分割层的频率，占全部轮次的百分比。</translation>
    </message>
    <message>
        <source>The share of samples that were sent to the cloud, over the last rounds.</source>
        <translation>最近各轮中发送到云端的样本比例。</translation>
    </message>
    <message>
        <source>Where samples ended: at which layer they left on the device, and how many were sent on from there.</source>
        <translation>样本在何处结束：在设备上的哪一层离开，以及有多少从那里继续发送。</translation>
    </message>
    <message>
        <source>The last rounds as a table. Press Enter on one, or click it twice, to see why its layer was chosen.</source>
        <translation>最近轮次的表格。按回车或双击某一轮，可查看为何选择该层。</translation>
    </message>
    <message>
        <source>How long samples took to be answered: for every time, the share of samples that had their answer by then. Further left is faster.</source>
        <translation>样本得到回答所需的时间：对每个时刻，给出到那时已得到回答的样本比例。越靠左越快。</translation>
    </message>
    <message>
        <source>The exits of the network one by one, and how long each stage takes on a device, over a link and in a cloud of your choice. From these times costs can be made.</source>
        <translation>逐个列出网络的出口，以及每一级在所选设备、链路和云端上所需的时间。可由这些时间得出成本。</translation>
    </message>
    <message>
        <source>The split layer round by round; where there are many rounds, darker means more of them. A row that stays dark is where the policy has settled.</source>
        <translation>逐轮显示分割层；轮次很多时，颜色越深表示轮次越多。一直保持深色的行就是策略最终选定的层。</translation>
    </message>
    <message>
        <source>Cumulative reward lost against always taking the best layer. A curve that flattens has learned; one that rises evenly has not.</source>
        <translation>与始终选择最佳层相比累计少得的奖励。曲线变平说明已经学会；均匀上升则没有。</translation>
    </message>
    <message>
        <source>Cost per sample and accuracy over the last rounds, beside cost and accuracy of computing the whole network on the device.</source>
        <translation>最近各轮的每样本成本和准确率，并与在设备上计算整个网络的成本和准确率对照。</translation>
    </message>
    <message>
        <source>One round in detail: the confidences that were observed, the index of every layer, and the cost and reward of the round. Click a round in a chart to see another.</source>
        <translation>一轮的细节：观察到的置信度、每层的指标，以及该轮的成本和奖励。在图表中点击某一轮可查看另一轮。</translation>
    </message>
    <message>
        <source>The components of the cost: computing on the device, and offloading to the cloud.</source>
        <translation>成本的组成：设备上的计算和卸载到云端。</translation>
    </message>
    <message>
        <source>Whether an exit with confidence 80 % is correct in 80 % of the cases: on the diagonal it is. Below it the exit is overconfident.</source>
        <translation>置信度为 80 % 的出口是否在 80 % 的情况下正确：在对角线上则是。在其下方说明该出口过于自信。</translation>
    </message>
    <message>
        <source>The policies that play side by side on the same samples. Those with a tick play; Space sets it. The first of them is what the track and the large figures tell of.</source>
        <translation>在同一批样本上并排运行的策略。打勾的会运行，用空格键勾选。轨道图和大号数字说的是其中第一个。</translation>
    </message>
    <message>
        <source>The runs of a session, one a row. Select some to compare them; Enter opens the set-up of one. The menu Runs has what else can be done with them.</source>
        <translation>一个会话的运行，每行一个。选中几个即可比较；按回车打开某个运行的设置。其他操作见“运行记录”菜单。</translation>
    </message>
    <message>
        <source>One image under every corruption at one severity: what the final exit says then, and the exit at which it would leave. Click a picture to play its distortion.</source>
        <translation>同一张图像在同一强度下的每种失真：最后出口的回答，以及它将在哪个出口离开。点击图片即可使用该失真。</translation>
    </message>
    <message>
        <source>Accuracy, cost and offload rate against the severity of one corruption, and a map of the split layer over all of them. Click a cell to play its distortion.</source>
        <translation>准确率、代价和卸载率随一种失真强度的变化，以及所有失真下分割层的图。点击单元格即可使用该失真。</translation>
    </message>
    <message>
        <source>The whole run: what is played, where settings and samples change, and the round that is shown. Click or drag to look back while the run plays on; the arrow keys move by a round, with Ctrl to the next change, Page Up and Page Down by a fiftieth of the run. End or Live returns to the newest round.</source>
        <translation>整个运行：已经进行的部分、设置和样本在何处改变，以及正在显示的轮。单击或拖动可回看，运行同时继续；方向键移动一轮，加 Ctrl 移到下一处改变，Page Up 和 Page Down 移动整个运行的五十分之一。End 或“实时”回到最新一轮。</translation>
    </message>
    <message>
        <source>Which layer a policy comes to split at, over two parameters that you choose; the severity of a distortion may be one, where tables of it lie beside NAME-clean. Click a cell to set both.</source>
        <translation>策略最终在哪一层分割，按所选的两个参数显示；若 NAME-clean 旁有各失真强度的表，其中一个可以是失真强度。点击格子可同时设置二者。</translation>
    </message>
    <message>
        <source>Accuracy, cost and offload rate of every fixed split at every threshold, from the exit table. Drag the line, or move it with the left and right keys, to set α.</source>
        <translation>出口表中每个固定分割在每个阈值下的准确率、成本和卸载率。拖动竖线，或用左右键移动它，以设置 α。</translation>
    </message>
    <message>
        <source>How the rewards of the rounds were spread that the policy split at each layer. What overlaps is hard to tell apart, and takes long to learn.</source>
        <translation>策略在各层分割的轮次中奖励的分布。重叠的部分难以区分，学习也需要更久。</translation>
    </message>
    <message>
        <source>Which classes an exit takes for which, over all samples of the exit table or those that leave there. The menu chooses the exit.</source>
        <translation>某个出口把哪些类别误认为哪些类别：出口表的全部样本，或只看在那里离开的样本。菜单选择出口。</translation>
    </message>
    <message>
        <source>Whether confidence and accuracy of an exit stay together while the samples change. Where they part, the threshold means something else. The menu chooses the exit.</source>
        <translation>当样本变化时，某个出口的置信度与准确率是否仍一致。二者分离之处，阈值的含义就变了。菜单选择出口。</translation>
    </message>
    <message>
        <source>The same policies replayed over several seeds under the set-up as it is now. Move a slider in the set-up and see what it would have changed; the old curves stay as thin grey lines.</source>
        <translation>在当前设置下用多个种子重放相同的策略。移动设置中的滑块，看看会改变什么；旧曲线以细灰线保留。</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>Fixed split</source>
        <translation>固定分割</translation>
    </message>
    <message>
        <source>Final exit</source>
        <translation>最终出口</translation>
    </message>
    <message>
        <source>Best in hindsight</source>
        <translation>事后最优</translation>
    </message>
    <message>
        <source>Per-sample oracle</source>
        <translation>逐样本最优</translation>
    </message>
    <message>
        <source>Random split</source>
        <translation>随机分割</translation>
    </message>
    <message>
        <source>Cloud only</source>
        <translation>仅云端</translation>
    </message>
    <message>
        <source>Device only</source>
        <translation>仅设备</translation>
    </message>
    <message>
        <source>Confidence cascade</source>
        <translation>置信度级联</translation>
    </message>
    <message>
        <source>Confidence cascade, offload</source>
        <translation>置信度级联，卸载</translation>
    </message>
    <message>
        <source>Entropy cascade</source>
        <translation>熵级联</translation>
    </message>
    <message>
        <source>Entropy cascade, offload</source>
        <translation>熵级联，卸载</translation>
    </message>
    <message>
        <source>Patience cascade</source>
        <translation>耐心级联</translation>
    </message>
    <message>
        <source>Patience cascade, offload</source>
        <translation>耐心级联，卸载</translation>
    </message>
    <message>
        <source>Joint arms</source>
        <translation>联合臂</translation>
    </message>
    <message>
        <source>Joint arms, variant</source>
        <translation>联合臂，变体</translation>
    </message>
    <message>
        <source>AdaEE, variant</source>
        <translation>AdaEE，变体</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>β %1</source>
        <translation>β %1</translation>
    </message>
    <message>
        <source>window %1</source>
        <translation>窗口 %1</translation>
    </message>
    <message>
        <source>entropy %1</source>
        <translation>熵 %1</translation>
    </message>
    <message>
        <source>patience %1</source>
        <translation>耐心 %1</translation>
    </message>
    <message>
        <source>discount %1</source>
        <translation>折扣 %1</translation>
    </message>
    <message>
        <source>radius scale %1</source>
        <translation>半径系数 %1</translation>
    </message>
    <message>
        <source>c %1</source>
        <translation>c %1</translation>
    </message>
</context>
<context>
    <name>PolicyRules</name>
    <message>
        <source>Q is the mean reward of a layer so far, N the number of its rewards, t the round. Rounds 1 to L play each layer once; then the largest index is chosen, ties go to the lowest layer.</source>
        <translation>Q 是某层迄今的平均奖励，N 是奖励次数，t 是轮次。第 1 到 L 轮每层执行一次；之后选择指标最大的层，相同时选最低层。</translation>
    </message>
    <message>
        <source>Q is the mean reward of a layer so far, mapped to 0..1, N the number of its rewards, t the round. Each layer is played once first; ties go to the lowest layer.</source>
        <translation>Q 是某层迄今的平均奖励（映射到 0..1），N 是奖励次数，t 是轮次。每层先执行一次；相同时选最低层。</translation>
    </message>
    <message>
        <source>Every exit up to the split is evaluated, and earlier layers are credited with the reward that they would have had; so N may be larger than the rounds in which a layer was chosen.</source>
        <translation>分割点之前的每个出口都会被评估，较早的层会计入它们本应获得的奖励；因此 N 可能大于该层被选择的轮数。</translation>
    </message>
    <message>
        <source>S is the sum of a layer&apos;s rewards, mapped to 0..1, N their number, t the round. No layer has to be played first.</source>
        <translation>S 是某层奖励之和（映射到 0..1），N 是次数，t 是轮次。没有任何层必须先执行。</translation>
    </message>
    <message>
        <source>Q and N look at the last τ rounds only, with rewards mapped to 0..1; a layer without a reward among them goes first.</source>
        <translation>Q 和 N 只看最近 τ 轮，奖励映射到 0..1；其中没有奖励的层优先。</translation>
    </message>
    <message>
        <source>Older rewards count less: sums and counts shrink with every round; n is the sum of all N. Rewards are mapped to 0..1.</source>
        <translation>较旧的奖励权重较小：和与计数每轮递减；n 是所有 N 之和。奖励映射到 0..1。</translation>
    </message>
    <message>
        <source>A layer whose rewards change is forgotten and begins anew. A small share of the rounds explores at random. Rewards are mapped to 0..1.</source>
        <translation>奖励发生变化的层会被遗忘并重新开始。少部分轮次随机探索。奖励映射到 0..1。</translation>
    </message>
    <message>
        <source>All layers begin anew at round τ, when rewards change. Some rounds explore the layers in turn. Rewards are mapped to 0..1.</source>
        <translation>奖励变化时，所有层在第 τ 轮重新开始。部分轮次依次探索各层。奖励映射到 0..1。</translation>
    </message>
    <message>
        <source>It keeps no index: for each layer it draws a value from Beta(1 + S, 1 + F), what its rewards so far make likely, and the largest draw is chosen.</source>
        <translation>它没有指标：对每层从 Beta(1 + S, 1 + F) 中抽取一个由已有奖励推断的值，并选择最大的一个。</translation>
    </message>
    <message>
        <source>It keeps no index: each layer has a weight that grows with its rewards, and the layer is drawn with these weights; a share of the draws is even over all layers.</source>
        <translation>它没有指标：每层有一个随奖励增长的权重，并按权重抽取层；其中一部分抽取在所有层上均匀分布。</translation>
    </message>
    <message>
        <source>Its layer is fixed; what it chooses is the threshold, by an index over thresholds.</source>
        <translation>它的层是固定的；它按阈值上的指标选择阈值。</translation>
    </message>
    <message>
        <source>It chooses a pair of layer and threshold by SplitEE&apos;s index over all pairs, so there is no index of a layer alone.</source>
        <translation>它按 SplitEE 的指标在所有“层与阈值”组合中选择，因此没有单独的层指标。</translation>
    </message>
    <message>
        <source>It does not choose: the whole network is computed on the device, always.</source>
        <translation>它不做选择：始终在设备上计算整个网络。</translation>
    </message>
    <message>
        <source>It does not choose: the split layer is fixed.</source>
        <translation>它不做选择：分割层是固定的。</translation>
    </message>
    <message>
        <source>It knows the whole table: always the split layer with the largest mean reward in hindsight. No learner can know that.</source>
        <translation>它知道整个表：始终选择事后平均奖励最大的分割层。没有学习器能预知这一点。</translation>
    </message>
    <message>
        <source>It knows the sample&apos;s answers beforehand and takes the layer with the largest reward for it. A bound, not a competitor.</source>
        <translation>它预先知道样本的答案，并选择奖励最大的层。这是一个上界，而不是竞争者。</translation>
    </message>
    <message>
        <source>It draws a layer each round; every layer is as likely.</source>
        <translation>每轮随机抽取一层；各层概率相同。</translation>
    </message>
    <message>
        <source>It does not choose: every sample is offloaded at once, and the device computes nothing.</source>
        <translation>它不做选择：每个样本立即卸载，设备不做任何计算。</translation>
    </message>
    <message>
        <source>It does not choose: every sample leaves at the fixed layer, whatever the confidence.</source>
        <translation>它不做选择：无论置信度如何，每个样本都在固定层离开。</translation>
    </message>
    <message>
        <source>It looks at exit after exit; the sample leaves at the first one whose confidence reaches α.</source>
        <translation>它逐个检查出口；样本在第一个置信度达到 α 的出口离开。</translation>
    </message>
    <message>
        <source>It looks at exit after exit up to the fixed layer; the sample leaves at the first one whose confidence reaches α, else it is offloaded.</source>
        <translation>它逐个检查出口直到固定层；样本在第一个置信度达到 α 的出口离开，否则被卸载。</translation>
    </message>
    <message>
        <source>It looks at exit after exit; the sample leaves at the first one whose entropy is small enough.</source>
        <translation>它逐个检查出口；样本在第一个熵足够小的出口离开。</translation>
    </message>
    <message>
        <source>It looks at exit after exit up to the fixed layer; the sample leaves at the first one whose entropy is small enough, else it is offloaded.</source>
        <translation>它逐个检查出口直到固定层；样本在第一个熵足够小的出口离开，否则被卸载。</translation>
    </message>
    <message>
        <source>It looks at exit after exit; the sample leaves once enough exits in a row agree.</source>
        <translation>它逐个检查出口；当连续足够多的出口一致时样本离开。</translation>
    </message>
    <message>
        <source>It looks at exit after exit up to the fixed layer; the sample leaves once enough exits in a row agree, else it is offloaded.</source>
        <translation>它逐个检查出口直到固定层；当连续足够多的出口一致时样本离开，否则被卸载。</translation>
    </message>
    <message>
        <source>Q adds up what is known of each part of the reward. n, here N, counts the observations of a layer, p is the share of them at or above α, m counts the rounds that showed the final exit of every sample below α there.</source>
        <translation>Q 汇总奖励各部分的已知信息。n（此处为 N）是对某层的观察次数，p 是其中达到或超过 α 的比例，m 是对该层低于 α 的样本显示了最终出口的轮数。</translation>
    </message>
    <message>
        <source>Its layer is fixed; what it chooses is the threshold, from 0, where every sample leaves, to 1, by an index over thresholds. Of an offloaded sample the more confident exit answers.</source>
        <translation>它的层是固定的；它按阈值上的指标选择阈值，从 0（每个样本都离开）到 1。对被卸载的样本，由置信度更高的出口作答。</translation>
    </message>
    <message>
        <source>It fits the reward of each layer to what is known before the split (the link&apos;s cost and image statistics), so its index is another one for every sample; every so often the final layer is left out, so that it learns what the others do.</source>
        <translation>它把每一层的奖励拟合到分割之前已知的信息（链路成本和图像统计量），因此每个样本的指标都不同；每隔一段时间不考虑最后一层，以便了解其他层的表现。</translation>
    </message>
</context>
<context>
    <name>RoundWords</name>
    <message>
        <source>%1 offloaded the input at once.</source>
        <translation>%1 立即卸载了输入。</translation>
    </message>
    <message>
        <source>%1 split after layer %2.</source>
        <translation>%1 在第 %2 层之后分割。</translation>
    </message>
    <message>
        <source>%1 chose layer %2: it had not been tried yet.</source>
        <translation>%1 选择了第 %2 层：它还没有被尝试过。</translation>
    </message>
    <message>
        <source>%1 chose layer %2: its index %3 is the largest.</source>
        <translation>%1 选择了第 %2 层：其指标 %3 最大。</translation>
    </message>
    <message>
        <source>Sample %1, label not known.</source>
        <translation>样本 %1，标签未知。</translation>
    </message>
    <message>
        <source>Sample %1, label %2.</source>
        <translation>样本 %1，标签 %2。</translation>
    </message>
    <message>
        <source>left on the device</source>
        <translation>在设备上离开</translation>
    </message>
    <message>
        <source>offloaded</source>
        <translation>已卸载</translation>
    </message>
    <message>
        <source>The final exit says %1: everything leaves there.</source>
        <translation>最终出口给出 %1：所有样本都在此离开。</translation>
    </message>
    <message>
        <source>Exit %1 says %2, at least α %3: %4.</source>
        <translation>出口 %1 给出 %2，不低于 α %3：%4。</translation>
    </message>
    <message>
        <source>Exit %1 says %2, below α %3: %4.</source>
        <translation>出口 %1 给出 %2，低于 α %3：%4。</translation>
    </message>
    <message>
        <source>Exit %1 says %2: %3.</source>
        <translation>出口 %1 给出 %2：%3。</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>错误</translation>
    </message>
    <message>
        <source>Its answer is %1: %2.</source>
        <translation>答案是 %1：%2。</translation>
    </message>
    <message>
        <source>The final exit in the cloud answers %1: %2.</source>
        <translation>云端的最终出口回答 %1：%2。</translation>
    </message>
    <message>
        <source>Layers: λ₁ × depth = %1 × %2 = %3 λ</source>
        <translation>层：λ₁ × 深度 = %1 × %2 = %3 λ</translation>
    </message>
    <message>
        <source>Exits: λ₂ × evaluated = %1 × %2 = %3 λ</source>
        <translation>出口：λ₂ × 评估次数 = %1 × %2 = %3 λ</translation>
    </message>
    <message>
        <source>Offloading: none</source>
        <translation>卸载：无</translation>
    </message>
    <message>
        <source>Offloading: o = %1 λ</source>
        <translation>卸载：o = %1 λ</translation>
    </message>
    <message>
        <source>Sample %1.</source>
        <translation>样本 %1。</translation>
    </message>
    <message>
        <source>%1 explored layer %2: this round did not use the indices.</source>
        <translation>%1 探索了第 %2 层：本轮没有使用指标。</translation>
    </message>
    <message>
        <source>correctness unknown</source>
        <translation>正确与否未知</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Total %1 λ, times μ = %2: %3 of reward</source>
        <translation>合计 %1 λ，乘以 μ = %2：奖励 %3</translation>
    </message>
    <message>
        <source>Offloading after layer %1: o%2 = %3 λ (%4 to %5 by layer)</source>
        <translation>在第 %1 层之后卸载：o%2 = %3 λ（各层为 %4 至 %5）</translation>
    </message>
    <message>
        <source>Layers: λ₁ × their time = %1 × %2 = %3 λ</source>
        <translation>层：λ₁ × 其用时 = %1 × %2 = %3 λ</translation>
    </message>
    <message>
        <source>%1, device</source>
        <translation>%1，设备</translation>
    </message>
    <message>
        <source>%1, cloud</source>
        <translation>%1，云端</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>给出</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>Cost (λ)</source>
        <translation>成本 (λ)</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>奖励</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>&amp;Save experiment as…</source>
        <translation>实验另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>Save the set-up as a file that splitee run takes</source>
        <translation>将设置保存为 splitee run 可用的文件</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
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
        <source>&amp;Why this layer…</source>
        <translation>为什么是这一层(&amp;W)…</translation>
    </message>
    <message>
        <source>How a round&apos;s layer was chosen, what it cost and earned</source>
        <translation>某轮如何选择层、成本和收益</translation>
    </message>
    <message>
        <source>Reset to the &amp;paper&apos;s values</source>
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
        <source>&amp;Export chart…</source>
        <translation>导出图表(&amp;E)…</translation>
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
    <message>
        <source>Save session &amp;as…</source>
        <translation>会话另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>Save a &amp;copy of the session…</source>
        <translation>保存会话副本(&amp;C)…</translation>
    </message>
    <message>
        <source>Copy the session as it is now; this one goes on</source>
        <translation>复制会话的当前状态；继续使用本会话</translation>
    </message>
    <message>
        <source>Start a s&amp;weep…</source>
        <translation>开始扫描(&amp;W)…</translation>
    </message>
    <message>
        <source>Log runs to session &amp;file…</source>
        <translation>将运行记录到会话文件(&amp;F)…</translation>
    </message>
    <message>
        <source>Choose the session file that the next runs are logged to</source>
        <translation>选择记录后续运行的会话文件</translation>
    </message>
    <message>
        <source>Copy the session to another file, and log the next runs there</source>
        <translation>将会话复制到另一个文件，之后的运行记录在那里</translation>
    </message>
    <message>
        <source>Play many runs from this set-up and log them to the session</source>
        <translation>从当前设置出发进行多次运行，并记录到会话</translation>
    </message>
    <message>
        <source>Close the window; a run is stopped, its rounds stay logged</source>
        <translation>关闭窗口；运行会停止，其轮次保留在记录中</translation>
    </message>
    <message>
        <source>The split border moves without animation</source>
        <translation>分割线移动时不使用动画</translation>
    </message>
    <message>
        <source>Export the focused chart as an image, vector drawing, document or table</source>
        <translation>将有焦点的图表导出为图像、矢量图、文档或表格</translation>
    </message>
    <message>
        <source>Help on the focused control</source>
        <translation>显示当前焦点控件的帮助</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Pause the run; on the welcome page: back to what is loaded</source>
        <translation>暂停运行；在欢迎页上：返回已载入的内容</translation>
    </message>
    <message>
        <source>End this run for good; its rounds stay logged</source>
        <translation>彻底结束此运行；其轮次保留在记录中</translation>
    </message>
    <message>
        <source>&amp;Import network…</source>
        <translation>导入网络(&amp;I)…</translation>
    </message>
    <message>
        <source>Make a network of PyTorch (TorchScript) one that plays live</source>
        <translation>把 PyTorch (TorchScript) 网络变为可实时运行的网络</translation>
    </message>
    <message>
        <source>Open an exit table, a network, an experiment, a session, texts or an archive of images</source>
        <translation>打开出口表、网络、实验、会话、文本或图像压缩包</translation>
    </message>
    <message>
        <source>Open f&amp;older of images or texts…</source>
        <translation>打开图像或文本文件夹(&amp;O)…</translation>
    </message>
    <message>
        <source>Show the images or texts of a folder to a network, live</source>
        <translation>将文件夹中的图像或文本实时输入网络</translation>
    </message>
    <message>
        <source>Save as exit ta&amp;ble…</source>
        <translation>另存为出口表(&amp;B)…</translation>
    </message>
    <message>
        <source>Save what every exit of the live network says as a file that can be replayed</source>
        <translation>将实时网络每个出口的回答保存为可重放的文件</translation>
    </message>
    <message>
        <source>Clear &amp;kept exit tables…</source>
        <translation>清除保留的出口表(&amp;K)…</translation>
    </message>
    <message>
        <source>How much the exit tables read beside live runs take, and away with them</source>
        <translation>查看实时运行时读取的出口表占用多少空间，并将其清除</translation>
    </message>
    <message>
        <source>Read &amp;all exits</source>
        <translation>读取所有出口(&amp;A)</translation>
    </message>
    <message>
        <source>Read what every exit says of a live run&apos;s samples beside it, for regret, what-if, regime map and calibration; no policy sees it</source>
        <translation>在实时运行之外读取每个出口对样本的回答，用于遗憾、假设分析、区域图和校准；任何策略都看不到</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>实时(&amp;L)</translation>
    </message>
    <message>
        <source>Show the newest round again and keep up with it</source>
        <translation>重新显示最新一轮并保持跟随</translation>
    </message>
    <message>
        <source>Link &amp;zoom</source>
        <translation>联动缩放(&amp;Z)</translation>
    </message>
    <message>
        <source>Zooming or moving one chart of rounds moves all</source>
        <translation>缩放或移动一个按轮的图表时，所有图表一起移动</translation>
    </message>
    <message>
        <source>&amp;Train a network…</source>
        <translation>训练网络(&amp;T)…</translation>
    </message>
    <message>
        <source>Train a network with exits on your images or texts, in a process beside the window</source>
        <translation>在窗口之外的进程中，用您的图像或文本训练带出口的网络</translation>
    </message>
    <message>
        <source>&amp;Attach exits…</source>
        <translation>附加出口(&amp;A)…</translation>
    </message>
    <message>
        <source>Give exits to a network of PyTorch (TorchScript) that has one</source>
        <translation>为只有一个出口的 PyTorch (TorchScript) 网络添加出口</translation>
    </message>
    <message>
        <source>&amp;Read exit table…</source>
        <translation>读取出口表(&amp;R)…</translation>
    </message>
    <message>
        <source>Read what every exit of a network says of every sample, as a file that can be replayed</source>
        <translation>读取网络每个出口对每个样本的回答，存为可重放的文件</translation>
    </message>
    <message>
        <source>&amp;Evaluate…</source>
        <translation>评估(&amp;E)…</translation>
    </message>
    <message>
        <source>How often each exit of a network is right</source>
        <translation>网络每个出口的正确率</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>任务(&amp;J)</translation>
    </message>
    <message>
        <source>What is trained and read beside the window, and what came of it</source>
        <translation>窗口之外训练和读取的内容及其结果</translation>
    </message>
    <message>
        <source>A&amp;dvise…</source>
        <translation>建议(&amp;D)…</translation>
    </message>
    <message>
        <source>Which policy, layer and threshold to take home for a floor of accuracy or a ceiling of cost</source>
        <translation>在准确率下限或成本上限之下，应采用哪个策略、层和阈值</translation>
    </message>
</context>
<context>
    <name>RunKeys</name>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Distortion</source>
        <translation>失真</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Rounds played</source>
        <translation>已运行轮数</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>结束时间</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>库</translation>
    </message>
    <message>
        <source>Model hash</source>
        <translation>模型哈希</translation>
    </message>
    <message>
        <source>Data hash</source>
        <translation>数据哈希</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>在回收站中</translation>
    </message>
    <message>
        <source>Split layer</source>
        <translation>分割层</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Cost / sample</source>
        <translation>代价 / 样本</translation>
    </message>
    <message>
        <source>Saved vs final exit</source>
        <translation>相对最终出口节省</translation>
    </message>
    <message>
        <source>Accuracy vs final exit</source>
        <translation>相对最终出口的准确率</translation>
    </message>
    <message>
        <source>Offloaded</source>
        <translation>已卸载</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>Pseudo-regret</source>
        <translation>伪遗憾</translation>
    </message>
    <message>
        <source>Realised regret</source>
        <translation>实际遗憾</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>速度</translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>%1 at round %2</source>
        <translation>第 %2 轮的%1</translation>
    </message>
    <message>
        <source>Mean of the rounds up to this one</source>
        <translation>到该轮为止的平均值</translation>
    </message>
    <message>
        <source>Of the mean of %1 rounds in a row</source>
        <translation>连续 %1 轮平均值的极值</translation>
    </message>
    <message>
        <source>points</source>
        <translation>百分点</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子数</translation>
    </message>
    <message>
        <source>Seeds that the means are over</source>
        <translation>求平均所用的种子</translation>
    </message>
    <message>
        <source> (in filters: %1)</source>
        <translation>（筛选中：%1）</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 次运行</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 次运行</translation>
    </message>
    <message>
        <source>running</source>
        <translation>运行中</translation>
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
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>已中断</translation>
    </message>
    <message>
        <source>Summed up to this round; not known of live runs, and where the exit table is gone</source>
        <translation>累计到该轮；实时运行及出口表缺失时未知</translation>
    </message>
    <message>
        <source>%1, minimum</source>
        <translation>%1，最小</translation>
    </message>
    <message>
        <source>%1, maximum</source>
        <translation>%1，最大</translation>
    </message>
    <message>
        <source>Name of the run; F2 renames it, or all runs of a group</source>
        <translation>运行的名称；按 F2 重命名，或重命名一组的全部运行</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>排队中</translation>
    </message>
</context>
<context>
    <name>SettingNames</name>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Distortion</source>
        <translation>失真</translation>
    </message>
    <message>
        <source>Data hash</source>
        <translation>数据哈希</translation>
    </message>
    <message>
        <source>Model hash</source>
        <translation>模型哈希</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>处理器</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>库</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>强度</translation>
    </message>
</context>
<context>
    <name>TextCard</name>
    <message>
        <source>%1 pieces, cut short</source>
        <translation>%1 个词片，已截断</translation>
    </message>
    <message>
        <source>%1 pieces</source>
        <translation>%1 个词片</translation>
    </message>
</context>
<context>
    <name>TextLine</name>
    <message>
        <source>%1 pieces</source>
        <translation>%1 个词片</translation>
    </message>
    <message>
        <source>%1 pieces: the network reads no more, the rest is cut off</source>
        <translation>%1 个词片：网络最多读取这么多，其余被截断</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>%1 s left</source>
        <translation>剩余 %1 秒</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>剩余 %1 分钟</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>剩余 %1 小时</translation>
    </message>
</context>
<context>
    <name>TrainingChart</name>
    <message>
        <source>exit %1</source>
        <translation>出口 %1</translation>
    </message>
</context>
<context>
    <name>splitee</name>
    <message>
        <source>one seed</source>
        <translation>一个种子</translation>
    </message>
    <message>
        <source>%1 seeds</source>
        <translation>%1 个种子</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>组</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子数</translation>
    </message>
    <message>
        <source>Cost λ</source>
        <translation>成本 λ</translation>
    </message>
    <message>
        <source>Δ cost λ</source>
        <translation>Δ 成本 λ</translation>
    </message>
    <message>
        <source>Accuracy %</source>
        <translation>准确率 %</translation>
    </message>
    <message>
        <source>Δ accuracy points</source>
        <translation>Δ 准确率（百分点）</translation>
    </message>
    <message>
        <source>Offloaded %</source>
        <translation>卸载 %</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>%1 costs the same per sample as %2</source>
        <translation>%1 每个样本的成本与 %2 相同</translation>
    </message>
    <message>
        <source>%1 shows no clear difference in cost per sample from %2 (%3 λ, 95 %: %4 to %5)</source>
        <translation>%1 每个样本的成本与 %2 没有明显差别（%3 λ，95 %：%4 到 %5）</translation>
    </message>
    <message>
        <source>%1 costs %2 λ less per sample than %3</source>
        <translation>%1 每个样本比 %3 少花 %2 λ</translation>
    </message>
    <message>
        <source>%1 costs %2 λ more per sample than %3</source>
        <translation>%1 每个样本比 %3 多花 %2 λ</translation>
    </message>
    <message>
        <source> (95 %: %1 to %2)</source>
        <translation>（95 %：%1 到 %2）</translation>
    </message>
    <message>
        <source>, without labels to tell the accuracy</source>
        <translation>；没有标签，准确率未知</translation>
    </message>
    <message>
        <source> at the same accuracy</source>
        <translation>，准确率相同</translation>
    </message>
    <message>
        <source> at %1 points of accuracy</source>
        <translation>，准确率相差 %1 个百分点</translation>
    </message>
    <message>
        <source> at %1 points of accuracy (%2 to %3)</source>
        <translation>，准确率相差 %1 个百分点（%2 到 %3）</translation>
    </message>
    <message>
        <source>%1 and %2 have no seed in common, so there is no paired difference.</source>
        <translation>%1 与 %2 没有共同的种子，因此没有配对差异。</translation>
    </message>
    <message>
        <source>, paired over %1 seeds</source>
        <translation>，按 %1 个种子配对</translation>
    </message>
    <message>
        <source>; a single common seed gives no interval</source>
        <translation>；只有一个共同种子，没有区间</translation>
    </message>
    <message>
        <source>; they played on different samples</source>
        <translation>；它们使用了不同的样本</translation>
    </message>
    <message>
        <source>; some pairs differ in length</source>
        <translation>；有些配对长度不同</translation>
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
        <source>The bar over a layer is the confidence of its exit. If it passes the threshold α, the sample leaves here with this answer. If not, it is offloaded to the cloud: better answers, but every offload costs o on top.</source>
        <translation>层上方的条是该出口的置信度。达到阈值 α 时，样本带着这个答案在此离开。否则它会被卸载到云端：答案更好，但每次卸载要额外付出成本 o。</translation>
    </message>
    <message>
        <source>Now raise the cost of offloading: move this slider while it runs. The learner goes on under the new cost, the charts mark the round, and you see how fast it finds a new split.</source>
        <translation>现在提高卸载成本：在运行时移动这个滑块。学习器会在新成本下继续，图表会标出该轮，你可以看到它多快找到新的分割位置。</translation>
    </message>
    <message>
        <source>%1 λ per sample</source>
        <translation>每个样本 %1 λ</translation>
    </message>
    <message>
        <source>%1 % accuracy</source>
        <translation>准确率 %1 %</translation>
    </message>
    <message>
        <source>Run %1: %2, seed %3, %4 λ per sample</source>
        <translation>运行 %1：%2，种子 %3，每个样本 %4 λ</translation>
    </message>
    <message>
        <source>, %1 % accuracy</source>
        <translation>，准确率 %1 %</translation>
    </message>
    <message>
        <source>, with no clear difference in accuracy (%1 points, %2 to %3)</source>
        <translation>，准确率没有明显差异（%1 个百分点，%2 到 %3）</translation>
    </message>
    <message>
        <source>%1 and %2 have no figures for a common seed yet, so there is no paired difference.</source>
        <translation>%1 和 %2 在共同的种子上还没有数值，因此没有配对差值。</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>Δ reward</source>
        <translation>Δ 奖励</translation>
    </message>
    <message>
        <source>Regret against the best split</source>
        <translation>相对最佳分割的遗憾</translation>
    </message>
    <message>
        <source>; their regrets are against different splits and are not compared: %1 reward per round</source>
        <translation>；二者的遗憾相对不同的分割，不作比较：每轮奖励 %1</translation>
    </message>
    <message>
        <source>.</source>
        <comment>the sign before decimals</comment>
        <translation>.</translation>
    </message>
</context>
<context>
    <name>splitee::AdviceChart</name>
    <message>
        <source>Accuracy and cost</source>
        <translation>准确率与成本</translation>
    </message>
    <message>
        <source>cost (λ per sample)</source>
        <translation>成本（λ/样本）</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>准确率 (%)</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>A line joins the thresholds of a split or policy.</source>
        <translation>一条线连接同一分割或策略的各阈值。</translation>
    </message>
    <message>
        <source>mean reward (per sample)</source>
        <translation>平均奖励（每样本）</translation>
    </message>
    <message>
        <source>at least %1 %</source>
        <translation>至少 %1 %</translation>
    </message>
    <message>
        <source>at most %1 λ</source>
        <translation>至多 %1 λ</translation>
    </message>
    <message>
        <source>cost about %1 λ</source>
        <translation>成本约 %1 λ</translation>
    </message>
    <message>
        <source>%1, α %2</source>
        <translation>%1，α %2</translation>
    </message>
    <message>
        <source>%1 λ · %2 %</source>
        <translation>%1 λ · %2 %</translation>
    </message>
    <message>
        <source>%1 λ · reward %2</source>
        <translation>%1 λ · 奖励 %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>尚无内容。</translation>
    </message>
    <message>
        <source>%1 candidates; advised: %2 at %3 λ</source>
        <translation>%1 个候选；建议：%2，%3 λ</translation>
    </message>
</context>
<context>
    <name>splitee::AdviseSheet</name>
    <message>
        <source>A latency needs costs that are times: set them from the panel Exits and times, or open a profile there</source>
        <translation>延迟需要成本为时间：请在“出口与时间”面板中设置，或在那里打开配置文件</translation>
    </message>
    <message>
        <source>all policies</source>
        <translation>所有策略</translation>
    </message>
    <message>
        <source>%1 · every fixed split, and of %2 those that a device can play · costs, order and schedule as the page Live is set up</source>
        <translation>%1 · 每个固定分割，以及 %2 中设备能运行的策略 · 成本、顺序和日程同“实时”页的设置</translation>
    </message>
    <message>
        <source>Replaying</source>
        <translation>正在重放</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>正在取消</translation>
    </message>
    <message>
        <source>The advice is being computed</source>
        <translation>正在计算建议</translation>
    </message>
    <message>
        <source>Play the table at every threshold and say what to take home (Ctrl+Enter)</source>
        <translation>在每个阈值下运行表格并给出建议（Ctrl+Enter）</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>End the computation; what is shown stays</source>
        <translation>结束计算；已显示的内容保留</translation>
    </message>
    <message>
        <source>Close; the answer stays (Esc)</source>
        <translation>关闭；答案保留（Esc）</translation>
    </message>
    <message>
        <source>not compared, for no device can play them: %1</source>
        <translation>未比较（设备无法运行）：%1</translation>
    </message>
    <message>
        <source>Computed for another set-up or goal than now</source>
        <translation>此结果按之前的设置或目标计算</translation>
    </message>
    <message>
        <source>Take the advice</source>
        <translation>采纳建议</translation>
    </message>
    <message>
        <source>Save policy file…</source>
        <translation>保存策略文件…</translation>
    </message>
    <message>
        <source>Save as Markdown…</source>
        <translation>另存为 Markdown…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Use in set-up</source>
        <translation>用于设置</translation>
    </message>
    <message>
        <source>Advise</source>
        <translation>给出建议</translation>
    </message>
    <message>
        <source>Progress of the advice</source>
        <translation>建议的进度</translation>
    </message>
    <message>
        <source>Accuracy of at least</source>
        <translation>准确率至少</translation>
    </message>
    <message>
        <source>Cost per sample of at most</source>
        <translation>每样本成本至多</translation>
    </message>
    <message>
        <source>Latency per sample of at most</source>
        <translation>每样本延迟至多</translation>
    </message>
    <message>
        <source>Largest mean reward</source>
        <translation>最大平均奖励</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>目标</translation>
    </message>
    <message>
        <source>What must hold; the other figure is then made as good as it can be</source>
        <translation>必须满足的条件；另一项则尽可能好</translation>
    </message>
    <message>
        <source>Least accuracy</source>
        <translation>最低准确率</translation>
    </message>
    <message>
        <source>So many of the answers must be right, at the least cost</source>
        <translation>这么多回答必须正确，且成本最低</translation>
    </message>
    <message>
        <source>Highest cost</source>
        <translation>最高成本</translation>
    </message>
    <message>
        <source>A sample may cost so much on average, at the highest accuracy</source>
        <translation>样本平均至多花费这么多，且准确率最高</translation>
    </message>
    <message>
        <source>Highest latency</source>
        <translation>最高延迟</translation>
    </message>
    <message>
        <source>The same in ms, where the costs are times (Exits and times)</source>
        <translation>同上，单位 ms，成本须为时间（出口与时间）</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子数</translation>
    </message>
    <message>
        <source>Runs of each candidate, with one seed after the other: more of them narrow the intervals</source>
        <translation>每个候选的运行数，依次使用各种子：越多区间越窄</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>A list, as in 0.6, 0.7, or a range LOW..HIGH/COUNT, which is refined where a goal is just missed</source>
        <translation>列表（如 0.6, 0.7）或范围 低..高/个数；在目标刚好未达到处会细化</translation>
    </message>
    <message>
        <source>The advice</source>
        <translation>建议</translation>
    </message>
    <message>
        <source>What it saves and loses</source>
        <translation>节省与损失</translation>
    </message>
    <message>
        <source>Candidates, each with the threshold that suits the goal best</source>
        <translation>候选，各取最符合目标的阈值</translation>
    </message>
    <message>
        <source>A JSON file that devices and the program splitee play</source>
        <translation>设备和 splitee 程序可运行的 JSON 文件</translation>
    </message>
    <message>
        <source>The sentences and the table as a text file</source>
        <translation>把句子和表格存为文本文件</translation>
    </message>
    <message>
        <source>Copy the sentences and the table as Markdown</source>
        <translation>把句子和表格复制为 Markdown</translation>
    </message>
    <message>
        <source>The advised policy first, with its threshold and layer</source>
        <translation>把建议的策略放在首位，并采用其阈值和层</translation>
    </message>
    <message>
        <source>Save policy file</source>
        <translation>保存策略文件</translation>
    </message>
    <message>
        <source>Policy files (*.json)</source>
        <translation>策略文件 (*.json)</translation>
    </message>
    <message>
        <source>Save as Markdown</source>
        <translation>另存为 Markdown</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>Markdown (*.md)</translation>
    </message>
</context>
<context>
    <name>splitee::ArmsChart</name>
    <message>
        <source>Mean and radius, per layer</source>
        <translation>均值与半径，各层</translation>
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
        <source>layer %1: mean ± radius, rewards N</source>
        <translation>第 %1 层：均值 ± 半径，奖励数 N</translation>
    </message>
    <message>
        <source>No policy shown has mean rewards.</source>
        <translation>显示的策略都没有平均奖励。</translation>
    </message>
</context>
<context>
    <name>splitee::AttachSheet</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Attach exits</source>
        <translation>附加出口</translation>
    </message>
    <message>
        <source>Attach exits to %1</source>
        <translation>为 %1 附加出口</translation>
    </message>
    <message>
        <source>Train exits</source>
        <translation>训练出口</translation>
    </message>
    <message>
        <source>Back to classes, side and normalisation</source>
        <translation>返回类别、边长和归一化</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close; what is chosen stays (Esc)</source>
        <translation>关闭；所选内容保留 (Esc)</translation>
    </message>
    <message>
        <source>Only the exits learn; the network stays as it is. A job that Jobs lists (Ctrl+Enter)</source>
        <translation>只有出口参与学习；网络保持不变。作为任务列在“任务”中 (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>splitee::AxisRow</name>
    <message>
        <source>Say which values %1 takes, as in %2</source>
        <translation>请给出 %1 的取值，例如 %2</translation>
    </message>
    <message>
        <source>Any of: %1.</source>
        <translation>可取：%1。</translation>
    </message>
    <message>
        <source>1, 2, 5 or 1..9/5</source>
        <translation>1, 2, 5 或 1..9/5</translation>
    </message>
    <message>
        <source>0.6, 0.8 or 0.5..0.9/5</source>
        <translation>0.6, 0.8 或 0.5..0.9/5</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>从 %1 到 %2。</translation>
    </message>
    <message>
        <source>Values with commas between them; or a range with a number of steps, 1..5/9; with equal ratios, 0.01..1/5/log.
Random points need no steps: 1..5.</source>
        <translation>以逗号分隔的取值；或带步数的范围，1..5/9；等比则写 0.01..1/5/log。
随机点不需要步数：1..5。</translation>
    </message>
    <message>
        <source>Varied parameter</source>
        <translation>变化的参数</translation>
    </message>
    <message>
        <source>Values of the parameter</source>
        <translation>参数的取值</translation>
    </message>
    <message>
        <source>Remove this parameter</source>
        <translation>移除此参数</translation>
    </message>
    <message>
        <source>Choose exit tables</source>
        <translation>选择出口表</translation>
    </message>
    <message>
        <source>No table of another distortion is beside it</source>
        <translation>旁边没有其他失真的表</translation>
    </message>
    <message>
        <source>Choose distortions</source>
        <translation>选择失真</translation>
    </message>
    <message>
        <source>Choose the exit tables to play</source>
        <translation>请选择要运行的出口表</translation>
    </message>
    <message>
        <source>Choose the distortions to play</source>
        <translation>请选择要运行的失真</translation>
    </message>
    <message>
        <source>Exit tables, each played at every point</source>
        <translation>出口表，每个点都运行每张表</translation>
    </message>
    <message>
        <source>The same samples under other distortions: exit tables that lie beside the source, as in x-clean.exits and x-fog-3.exits</source>
        <translation>其他失真下的相同样本：位于来源旁边的出口表，例如 x-clean.exits 与 x-fog-3.exits</translation>
    </message>
</context>
<context>
    <name>splitee::AxisRows</name>
    <message>
        <source>Vary another parameter</source>
        <translation>再变化一个参数</translation>
    </message>
    <message>
        <source>Its values are combined with those of the others</source>
        <translation>其取值与其他参数的取值组合</translation>
    </message>
    <message>
        <source>A sheet has room for %1; a sweep file may have more</source>
        <translation>此处只能容纳 %1 个；扫描文件可以更多</translation>
    </message>
</context>
<context>
    <name>splitee::CalibrationChart</name>
    <message>
        <source>Calibration per exit</source>
        <translation>各出口的校准</translation>
    </message>
    <message>
        <source>confidence (%)</source>
        <translation>置信度 (%)</translation>
    </message>
    <message>
        <source>no table yet</source>
        <translation>尚无出口表</translation>
    </message>
    <message>
        <source>known where an exit table plays</source>
        <translation>运行出口表时可知</translation>
    </message>
    <message>
        <source>reading the table …</source>
        <translation>正在读取出口表…</translation>
    </message>
    <message>
        <source>%1 samples with a label</source>
        <translation>%1 个带标签的样本</translation>
    </message>
    <message>
        <source>exit %1 · ECE %2</source>
        <translation>出口 %1 · ECE %2</translation>
    </message>
    <message>
        <source>exit %1</source>
        <translation>出口 %1</translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <translation>%2 中的 %1 %</translation>
    </message>
    <message>
        <source>exit %1: expected calibration error %2</source>
        <translation>出口 %1：期望校准误差 %2</translation>
    </message>
    <message>
        <source>Known once an exit table with labels plays.</source>
        <translation>运行带标签的出口表后才可知。</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>准确率 (%)</translation>
    </message>
    <message>
        <source>unknown: no labels</source>
        <translation>未知：没有标签</translation>
    </message>
    <message>
        <source>confidence about %1 %: accuracy</source>
        <translation>置信度约 %1 %：准确率</translation>
    </message>
    <message>
        <source>fitting …</source>
        <translation>正在拟合…</translation>
    </message>
    <message>
        <source>not fitted</source>
        <translation>未拟合</translation>
    </message>
    <message>
        <source>fitted: dashed before, full after</source>
        <translation>已拟合：虚线为之前，实线为之后</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>before and after</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 · AUROC %2</source>
        <translation>%1 · AUROC %2</translation>
    </message>
</context>
<context>
    <name>splitee::CalibrationDriftChart</name>
    <message>
        <source>Calibration over time</source>
        <translation>校准随时间的变化</translation>
    </message>
    <message>
        <source>round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>share (%)</source>
        <translation>比例 (%)</translation>
    </message>
    <message>
        <source>calibration error (%)</source>
        <translation>校准误差 (%)</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>出口</translation>
    </message>
    <message>
        <source>known where exit tables play</source>
        <translation>运行出口表时可知</translation>
    </message>
    <message>
        <source>%1 final</source>
        <translation>%1 最终</translation>
    </message>
    <message>
        <source>a stretch of the run shows once it is played</source>
        <translation>每段运行完后才会显示</translation>
    </message>
    <message>
        <source>reading the tables …</source>
        <translation>正在读取表…</translation>
    </message>
    <message>
        <source>exit %1: correct</source>
        <translation>出口 %1：正确</translation>
    </message>
    <message>
        <source>exit %1: confidence</source>
        <translation>出口 %1：置信度</translation>
    </message>
    <message>
        <source>exit %1</source>
        <translation>出口 %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>calibration error</source>
        <translation>校准误差</translation>
    </message>
    <message>
        <source>Known once exit tables with labels play.</source>
        <translation>运行带标签的出口表后可知。</translation>
    </message>
    <message>
        <source>Exit %1 lately: confidence %2 %, correct %3 %, calibration error %4 %</source>
        <translation>出口 %1 最近：置信度 %2 %，正确 %3 %，校准误差 %4 %</translation>
    </message>
</context>
<context>
    <name>splitee::ChartExporter</name>
    <message>
        <source>Copy as image</source>
        <translation>复制为图像</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Export for a paper</source>
        <translation>导出用于论文</translation>
    </message>
    <message>
        <source>%1 cm wide</source>
        <translation>宽 %1 cm</translation>
    </message>
    <message>
        <source>Axis titles</source>
        <translation>坐标轴标题</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>导出 %1</translation>
    </message>
    <message>
        <source>Images (*.png)</source>
        <translation>图像 (*.png)</translation>
    </message>
    <message>
        <source>Documents (*.pdf)</source>
        <translation>文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>Export %1 for a paper</source>
        <translation>导出 %1 用于论文</translation>
    </message>
    <message>
        <source>Text of %1 points</source>
        <translation>字号 %1 磅</translation>
    </message>
    <message>
        <source>Turn off where the caption names the axes</source>
        <translation>若图注已说明坐标轴则关闭</translation>
    </message>
</context>
<context>
    <name>splitee::ChartPanel</name>
    <message>
        <source>%1, as a table</source>
        <translation>%1（表格）</translation>
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
        <source>Show as table</source>
        <translation>显示为表格</translation>
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
        <source>round %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>A point stands for up to %1 rounds; no round is left out.</source>
        <translation>一个点最多代表 %1 轮；没有遗漏任何一轮。</translation>
    </message>
</context>
<context>
    <name>splitee::ChoiceList</name>
    <message>
        <source>All of them</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>splitee::CommandPalette</name>
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
    <name>splitee::CompareView</name>
    <message>
        <source>Comparison</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Views of the comparison</source>
        <translation>比较的视图</translation>
    </message>
    <message>
        <source>Figures of the groups</source>
        <translation>各组数字</translation>
    </message>
    <message>
        <source>Accuracy and cost</source>
        <translation>准确率与成本</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Accuracy and cost against a setting that varies</source>
        <translation>准确率与成本随变化的设置</translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation>平行坐标</translation>
    </message>
    <message>
        <source>All settings that differ and all figures, a line a run</source>
        <translation>所有不同的设置与所有数字，每次运行一条线</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Two runs round by round</source>
        <translation>逐轮比较两次运行</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Figures of all groups with signed differences to the baseline</source>
        <translation>所有组的数字及与基准的差异</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>Reports (*.html)</source>
        <translation>报告 (*.html)</translation>
    </message>
    <message>
        <source>Markdown tables (*.md)</source>
        <translation>Markdown 表格 (*.md)</translation>
    </message>
    <message>
        <source>LaTeX tables (*.tex)</source>
        <translation>LaTeX 表格 (*.tex)</translation>
    </message>
    <message>
        <source>The mean of every group with its 95 % intervals, its runs faint, and the Pareto front</source>
        <translation>每组的均值及其 95 % 区间，各次运行以浅色显示，以及帕累托前沿</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>热图</translation>
    </message>
    <message>
        <source>Learned layer, accuracy or cost over two settings that vary</source>
        <translation>在两个变化的设置上的学习层、准确率或成本</translation>
    </message>
</context>
<context>
    <name>splitee::ConfidenceBars</name>
    <message>
        <source>Confidences</source>
        <translation>置信度</translation>
    </message>
    <message>
        <source>exit %1: %2</source>
        <translation>出口 %1：%2</translation>
    </message>
    <message>
        <source>Confidence of every exit that this round revealed; exits without a bar were not seen.</source>
        <translation>本轮显示的每个出口的置信度；没有条的出口未被看到。</translation>
    </message>
    <message>
        <source>Confidence of every exit that this round revealed; an outline is what an exit says that was not seen.</source>
        <translation>本轮所揭示的每个出口的置信度；轮廓表示未被看到的出口的回答。</translation>
    </message>
</context>
<context>
    <name>splitee::ConfusionChart</name>
    <message>
        <source>Confusion by exit</source>
        <translation>各出口的混淆</translation>
    </message>
    <message>
        <source>prediction (class)</source>
        <translation>预测（类别）</translation>
    </message>
    <message>
        <source>label (class)</source>
        <translation>标签（类别）</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>出口</translation>
    </message>
    <message>
        <source>Only samples that leave there</source>
        <translation>仅在该处离开的样本</translation>
    </message>
    <message>
        <source>Those whose confidence at the exit reaches α</source>
        <translation>在该出口置信度达到 α 的样本</translation>
    </message>
    <message>
        <source>no table yet</source>
        <translation>尚无出口表</translation>
    </message>
    <message>
        <source>%1 final</source>
        <translation>%1 最终</translation>
    </message>
    <message>
        <source>unknown: no labels</source>
        <translation>未知：没有标签</translation>
    </message>
    <message>
        <source>known where an exit table plays</source>
        <translation>运行出口表时可知</translation>
    </message>
    <message>
        <source>reading the table …</source>
        <translation>正在读取出口表…</translation>
    </message>
    <message>
        <source>exit %1: %2 % correct of %3 samples of the table</source>
        <translation>出口 %1：表中 %3 个样本，正确 %2 %</translation>
    </message>
    <message>
        <source>exit %1: %2 % correct</source>
        <translation>出口 %1：正确 %2 %</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>confused</source>
        <translation>混淆</translation>
    </message>
    <message>
        <source>% of the samples with the label, which the table knows</source>
        <translation>占该标签（来自表）样本的 %</translation>
    </message>
    <message>
        <source>%1 answered correctly: %3 of %4 samples, %5 %</source>
        <translation>%1 回答正确：%4 个样本中 %3 个，%5 %</translation>
    </message>
    <message>
        <source>%1 taken for %2: %3 of %4 samples, %5 %</source>
        <translation>%1 被认作 %2：%4 个样本中 %3 个，%5 %</translation>
    </message>
    <message>
        <source>Known once an exit table with labels plays.</source>
        <translation>运行带标签的出口表后才可知。</translation>
    </message>
    <message>
        <source>Exit %1, most often confused: %2</source>
        <translation>出口 %1，最常混淆：%2</translation>
    </message>
</context>
<context>
    <name>splitee::CostAccuracyChart</name>
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
        <source>final exit</source>
        <translation>最终出口</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>准确率 (%)</translation>
    </message>
    <message>
        <source>%1: cost %2 λ per sample, accuracy %3 %</source>
        <translation>%1：每个样本成本 %2 λ，准确率 %3 %</translation>
    </message>
</context>
<context>
    <name>splitee::CostPartsChart</name>
    <message>
        <source>round</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>offloading</source>
        <translation>卸载</translation>
    </message>
    <message>
        <source>final exit</source>
        <translation>最终出口</translation>
    </message>
    <message>
        <source>No rounds yet.</source>
        <translation>尚无轮次。</translation>
    </message>
    <message>
        <source>%1: a sample costs %2 λ, %3 of it for computing and %4 for offloading</source>
        <translation>%1：每个样本成本 %2 λ，其中计算 %3，卸载 %4</translation>
    </message>
    <message>
        <source>Cost components</source>
        <translation>成本构成</translation>
    </message>
    <message>
        <source>cost (λ per sample)</source>
        <translation>成本（λ/样本）</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>层</translation>
    </message>
    <message>
        <source>exits</source>
        <translation>出口</translation>
    </message>
</context>
<context>
    <name>splitee::CurvesCard</name>
    <message>
        <source>Quantity of the curves</source>
        <translation>曲线的量</translation>
    </message>
    <message>
        <source>Band of the curves</source>
        <translation>曲线的带</translation>
    </message>
    <message>
        <source>What the bands around the means show</source>
        <translation>均值周围的带表示什么</translation>
    </message>
    <message>
        <source>by round</source>
        <translation>按轮次</translation>
    </message>
    <message>
        <source>by cost</source>
        <translation>按成本</translation>
    </message>
    <message>
        <source>by wall time</source>
        <translation>按运行时间</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95 % 区间</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>X axis of the curves</source>
        <translation>曲线的 x 轴</translation>
    </message>
    <message>
        <source>Plot the curves over rounds, cumulative cost or wall time. A round plays one sample: rounds are samples seen.
Only a run&apos;s total wall time is logged: it is spread evenly over the rounds.</source>
        <translation>按轮次、累计成本或运行时间绘制曲线。每轮使用一个样本：轮数即已见样本数。
只记录了整个运行的时间：它平均分摊到各轮。</translation>
    </message>
    <message>
        <source>Minimum to maximum</source>
        <translation>最小到最大</translation>
    </message>
    <message>
        <source>Play them again</source>
        <translation>重新运行</translation>
    </message>
    <message>
        <source>Plays these replays once more to draw their curves. Nothing is logged, and their figures are checked against those that were kept.</source>
        <translation>重新运行这些回放以绘制曲线。不记录任何内容，并与已保存的数值核对。</translation>
    </message>
    <message>
        <source>One run was logged without its rounds: it has figures, but no curve.</source>
        <translation>有一次运行未保存各轮数据：有数值，但没有曲线。</translation>
    </message>
    <message>
        <source>%1 runs were logged without their rounds: they have figures, but no curves.</source>
        <translation>有 %1 次运行未保存各轮数据：有数值，但没有曲线。</translation>
    </message>
    <message>
        <source>Which quantity the curves show. Regret is against the best fixed split, which evaluates one exit; it is the same for all groups.</source>
        <translation>曲线显示哪个量。遗憾相对于只评估一个出口的最佳固定分割，对所有组相同。</translation>
    </message>
</context>
<context>
    <name>splitee::CurvesChart</name>
    <message>
        <source>Cumulative regret (pseudo)</source>
        <translation>累计遗憾（伪）</translation>
    </message>
    <message>
        <source>Cumulative regret (realised)</source>
        <translation>累计遗憾（实际）</translation>
    </message>
    <message>
        <source>Cumulative cost</source>
        <translation>累计成本</translation>
    </message>
    <message>
        <source>Accuracy so far</source>
        <translation>至今准确率</translation>
    </message>
    <message>
        <source>Offloaded so far</source>
        <translation>至今卸载比例</translation>
    </message>
    <message>
        <source>Split layer %1, share so far</source>
        <translation>切分层 %1，至今占比</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>regret (reward)</source>
        <translation>遗憾（奖励）</translation>
    </message>
    <message>
        <source>cost (λ)</source>
        <translation>成本 (λ)</translation>
    </message>
    <message>
        <source>share of rounds (%)</source>
        <translation>轮次占比 (%)</translation>
    </message>
    <message>
        <source>a single seed: no band</source>
        <translation>单个种子：无带</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>95 % over %1 seeds</source>
        <translation>%1 个种子的 95 %</translation>
    </message>
    <message>
        <source>standard deviation over %1 seeds</source>
        <translation>%1 个种子的标准差</translation>
    </message>
    <message>
        <source>round %1</source>
        <translation>第 %1 轮</translation>
    </message>
    <message>
        <source>%1 λ spent</source>
        <translation>已花费 %1 λ</translation>
    </message>
    <message>
        <source> (%1 to %2)</source>
        <translation>（%1 到 %2）</translation>
    </message>
    <message>
        <source>%1 ends at %2</source>
        <translation>%1 结束于 %2</translation>
    </message>
    <message>
        <source>No runs are compared.</source>
        <translation>没有比较任何运行。</translation>
    </message>
    <message>
        <source>wall time (s), spread evenly over the rounds</source>
        <translation>运行时间 (s)，按轮次均匀分配</translation>
    </message>
    <message>
        <source>after %1 s</source>
        <translation>%1 s 后</translation>
    </message>
    <message>
        <source>Cost per sample so far</source>
        <translation>至今每个样本的成本</translation>
    </message>
    <message>
        <source>Individual seeds</source>
        <translation>单个种子</translation>
    </message>
    <message>
        <source>Logarithmic x axis</source>
        <translation>对数 x 轴</translation>
    </message>
    <message>
        <source>cost (λ per sample)</source>
        <translation>成本（λ/样本）</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>准确率 (%)</translation>
    </message>
    <message>
        <source>cumulative cost (λ)</source>
        <translation>累计成本 (λ)</translation>
    </message>
    <message>
        <source>minimum to maximum of %1 seeds</source>
        <translation>%1 个种子的最小到最大</translation>
    </message>
    <message>
        <source>not known for these runs</source>
        <translation>这些运行未知</translation>
    </message>
    <message>
        <source>%1; runs without a logged time: %2</source>
        <translation>%1；没有记录时间的运行：%2</translation>
    </message>
    <message>
        <source>no time is logged for these runs</source>
        <translation>这些运行没有记录时间</translation>
    </message>
</context>
<context>
    <name>splitee::DatasetPicker</name>
    <message>
        <source>Signs</source>
        <translation>标志</translation>
    </message>
    <message>
        <source>A folder of images or CIFAR-10…</source>
        <translation>图像或 CIFAR-10 文件夹…</translation>
    </message>
    <message>
        <source>An archive of images or CIFAR-10…</source>
        <translation>图像或 CIFAR-10 压缩包…</translation>
    </message>
    <message>
        <source>Folder of the images</source>
        <translation>图像所在文件夹</translation>
    </message>
    <message>
        <source>Archive of the images</source>
        <translation>图像压缩包</translation>
    </message>
    <message>
        <source>Archives (*.zip *.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz *.bin *.xz)</source>
        <translation>压缩包 (*.zip *.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz *.bin *.xz)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>A file or archive of texts…</source>
        <translation>文本文件或压缩包…</translation>
    </message>
    <message>
        <source>A folder of texts…</source>
        <translation>文本文件夹…</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Texts and archives (*.tsv *.csv *.txt *.jsonl *.review *.gz *.bz2 *.xz *.zip *.tar *.tgz)</source>
        <translation>文本和压缩包 (*.tsv *.csv *.txt *.jsonl *.review *.gz *.bz2 *.xz *.zip *.tar *.tgz)</translation>
    </message>
    <message>
        <source>Folder of the texts</source>
        <translation>文本所在文件夹</translation>
    </message>
</context>
<context>
    <name>splitee::DiffersPanel</name>
    <message>
        <source>What differs</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>导出报告</translation>
    </message>
    <message>
        <source>What differs and what is the same</source>
        <translation>不同与相同之处</translation>
    </message>
    <message>
        <source>Write figures, differences and charts as one HTML file that opens anywhere, or the table as Markdown or LaTeX</source>
        <translation>将数字、差异和图表写成一个可随处打开的 HTML 文件，或将表格写成 Markdown 或 LaTeX</translation>
    </message>
    <message>
        <source>Nothing is compared: select runs above</source>
        <translation>没有比较：请在上方选择运行</translation>
    </message>
    <message>
        <source>%1 of %2 settings</source>
        <translation>%2 项设置中的 %1 项</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Nothing but the seed.</source>
        <translation>只有种子不同。</translation>
    </message>
    <message>
        <source>Same in both</source>
        <translation>两者相同</translation>
    </message>
    <message>
        <source>Same in all</source>
        <translation>全部相同</translation>
    </message>
</context>
<context>
    <name>splitee::DistortionPanel</name>
    <message>
        <source>Distortions</source>
        <translation>失真</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Of all pictures below, 1 to 5 as it was published, and between.</source>
        <translation>下面所有图片的强度：与发表的一致，1 到 5，可取中间值。</translation>
    </message>
    <message>
        <source>Another image</source>
        <translation>另一张图像</translation>
    </message>
    <message>
        <source>The next image of the dataset</source>
        <translation>数据集的下一张图像</translation>
    </message>
    <message>
        <source>An exit table holds answers and no images. Choose a network that runs live on images under Source, and they stand here under every corruption.</source>
        <translation>出口表只有回答，没有图像。请在“来源”中选择在图像上实时运行的网络，图像将在此以每种失真显示。</translation>
    </message>
    <message>
        <source>Corruptions are of images, and this network reads texts.</source>
        <translation>这些失真针对图像，而此网络读取文本。</translation>
    </message>
    <message>
        <source>Answer of the final exit, and the exit at which the image would leave at α = %1 (bar). Click a picture to play it.</source>
        <translation>最后出口的回答，以及 α = %1 时图像离开的出口（条形）。点击图片即可使用。</translation>
    </message>
</context>
<context>
    <name>splitee::DistortionTiles</name>
    <message>
        <source>One image under every corruption</source>
        <translation>同一图像的每种失真</translation>
    </message>
    <message>
        <source>%1: the final exit says %2 (confidence %3)</source>
        <translation>%1：最后出口认为是 %2（置信度 %3）</translation>
    </message>
    <message>
        <source>, but it is %1</source>
        <translation>，但实际是 %1</translation>
    </message>
    <message>
        <source>It would leave at exit %1 of %2.</source>
        <translation>它将在第 %1 个出口离开（共 %2 个）。</translation>
    </message>
    <message>
        <source>No exit is certain enough: it would go to the last of %1.</source>
        <translation>没有出口足够确定：它将到达最后一个出口（共 %1 个）。</translation>
    </message>
</context>
<context>
    <name>splitee::Dock</name>
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
    <name>splitee::ExitChoice</name>
    <message>
        <source>Auto</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Exits</source>
        <translation>出口</translation>
    </message>
    <message>
        <source>So many exits, spread evenly over the computing; or click the places themselves</source>
        <translation>按计算量均匀分布的出口数；也可直接单击位置</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>训练图像</translation>
    </message>
    <message>
        <source>Of the training images at most so many: their features are computed once</source>
        <translation>最多使用这么多训练图像：其特征只计算一次</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>The images that the exits learn from and are validated on</source>
        <translation>出口用于学习和验证的图像</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>There is no place in it where a single tensor carries all that follows</source>
        <translation>其中没有由单个张量承载后续全部计算的位置</translation>
    </message>
    <message>
        <source>Choose a place for an exit</source>
        <translation>请选择一个出口位置</translation>
    </message>
    <message>
        <source>Choose the images that the exits learn from</source>
        <translation>请选择出口用于学习的图像</translation>
    </message>
    <message>
        <source>%1 kB sent</source>
        <translation>发送 %1 kB</translation>
    </message>
    <message>
        <source>%1 to %2 kB sent</source>
        <translation>发送 %1 至 %2 kB</translation>
    </message>
    <message>
        <source>1 exit and the network&apos;s own · %1</source>
        <translation>1 个出口和网络自身的出口 · %1</translation>
    </message>
    <message>
        <source>%1 exits and the network&apos;s own · %2</source>
        <translation>%1 个出口和网络自身的出口 · %2</translation>
    </message>
</context>
<context>
    <name>splitee::ExitLines</name>
    <message>
        <source>What every exit says</source>
        <translation>各出口的回答</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>类别 %1</translation>
    </message>
    <message>
        <source>%1 leaves at exit %2: %3</source>
        <translation>%1 在出口 %2 离开：%3</translation>
    </message>
    <message>
        <source>Answer and confidence of every exit. Framed: the first exit whose confidence reaches the threshold α, where the text would leave; the last exit answers in any case.</source>
        <translation>各出口的回答和置信度。带框的是置信度首次达到阈值 α 的出口，文本将在此离开；最后一个出口总会给出回答。</translation>
    </message>
</context>
<context>
    <name>splitee::ExitTables</name>
    <message>
        <source>No network plays live; an exit table that is replayed is saved already</source>
        <translation>没有网络在实时运行；正在重放的出口表已经保存</translation>
    </message>
    <message>
        <source>No exit tables are kept</source>
        <translation>没有保留出口表</translation>
    </message>
    <message>
        <source>Save as exit table</source>
        <translation>另存为出口表</translation>
    </message>
    <message>
        <source>Exit tables (*.exits *.csv)</source>
        <translation>出口表 (*.exits *.csv)</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>Clear kept exit tables</source>
        <translation>清除保留的出口表</translation>
    </message>
    <message>
        <source>The exit tables that were read beside live runs take %1 MB in %2. A table that is cleared is read again when it is needed.</source>
        <translation>实时运行时读取的出口表在 %2 中占用 %1 MB。清除的出口表会在需要时重新读取。</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>No exit tables are kept now</source>
        <translation>现在没有保留出口表</translation>
    </message>
    <message>
        <source>The tables are being written</source>
        <translation>正在写入出口表</translation>
    </message>
    <message>
        <source>Cannot write %1: a schedule would not find the tables beside it. Choose a name without &apos;?&apos; that ends in .exits.</source>
        <translation>无法写入 %1：日程将找不到旁边的出口表。请选择不含“?”并以 .exits 结尾的名称。</translation>
    </message>
    <message>
        <source>The tables of all distortions are written beside each other, where a schedule finds them. These files are there already: %1. Replace them?</source>
        <translation>所有失真的出口表会并排写入，以便日程找到。以下文件已存在：%1。要替换吗？</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
</context>
<context>
    <name>splitee::ExitsPanel</name>
    <message>
        <source>Exits and times</source>
        <translation>出口与时间</translation>
    </message>
    <message>
        <source>Exits</source>
        <translation>出口</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>毫秒</translation>
    </message>
    <message>
        <source>Computing one layer of depth on the device: the unit λ of all costs.</source>
        <translation>在设备上计算一层深度：所有成本的单位 λ。</translation>
    </message>
    <message>
        <source>Computing an exit&apos;s head on the device.</source>
        <translation>在设备上计算一个出口的头部。</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>云端</translation>
    </message>
    <message>
        <source>× as fast</source>
        <translation>× 倍速</translation>
    </message>
    <message>
        <source>How many times as fast as the device the cloud computes.</source>
        <translation>云端的计算速度是设备的多少倍。</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>Mbit/s</source>
        <translation>Mbit/s</translation>
    </message>
    <message>
        <source>Of the link from the device to the cloud.</source>
        <translation>从设备到云端的链路。</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往返时间</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>kB</translation>
    </message>
    <message>
        <source>Measure on this machine</source>
        <translation>在本机测量</translation>
    </message>
    <message>
        <source>Use as costs</source>
        <translation>用作成本</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>正在测量…</translation>
    </message>
    <message>
        <source>Costs from times</source>
        <translation>由时间得出成本</translation>
    </message>
    <message>
        <source>Open a network or an exit table first.</source>
        <translation>请先打开一个网络或出口表。</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>出口</translation>
    </message>
    <message>
        <source>Depth
d</source>
        <translation>深度
d</translation>
    </message>
    <message>
        <source>Param-
eters</source>
        <translation>参数
量</translation>
    </message>
    <message>
        <source>MFLOPs</source>
        <translation>MFLOPs</translation>
    </message>
    <message>
        <source>Measured
ms</source>
        <translation>实测
毫秒</translation>
    </message>
    <message>
        <source>Leaves
ms</source>
        <translation>离开
毫秒</translation>
    </message>
    <message>
        <source>Offloaded
ms</source>
        <translation>卸载
毫秒</translation>
    </message>
    <message>
        <source>Evaluate an exit</source>
        <translation>计算出口</translation>
    </message>
    <message>
        <source>From the device to the cloud and back, without payload.</source>
        <translation>从设备到云端再返回，不带数据。</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>传输量</translation>
    </message>
    <message>
        <source>Bytes that an offload sends. A network knows them layer by layer; an exit table does not.</source>
        <translation>一次卸载发送的字节数。网络知道每层的数值；出口表则没有。</translation>
    </message>
    <message>
        <source>Only a network can be measured: an exit table holds answers, not times</source>
        <translation>只有网络可以测量：出口表记录了回答，而没有记录耗时</translation>
    </message>
    <message>
        <source>Payload
kB</source>
        <translation>传输
kB</translation>
    </message>
    <message>
        <source>Sets λ₁ to 1, λ₂ to what an exit takes, and o of every layer to what an offload takes after it</source>
        <translation>将 λ₁ 设为 1，λ₂ 设为一个出口的用时，每层的 o 设为在该层之后卸载的用时</translation>
    </message>
    <message>
        <source>Open profile…</source>
        <translation>打开配置…</translation>
    </message>
    <message>
        <source>Costs from a file of times, bytes and a link (profile.json), or from a testbed&apos;s offline_profile.json; or drop it on the window</source>
        <translation>从包含时间、字节和链路的文件 (profile.json) 或测试平台的 offline_profile.json 得出成本；也可拖放到窗口</translation>
    </message>
    <message>
        <source>Open profile</source>
        <translation>打开配置</translation>
    </message>
    <message>
        <source>Profiles of costs (*.json)</source>
        <translation>成本配置 (*.json)</translation>
    </message>
    <message>
        <source>The profile %1 has the costs of %2 layers, but the network has %3: open the profile of this one</source>
        <translation>配置 %1 含 %2 层的成本，但网络有 %3 层：请打开此网络的配置</translation>
    </message>
    <message>
        <source>Costs of %1</source>
        <translation>%1 的成本</translation>
    </message>
    <message>
        <source>The costs of every layer are those of %1</source>
        <translation>各层成本取自 %1</translation>
    </message>
    <message>
        <source>Speed of the device</source>
        <translation>设备速度</translation>
    </message>
    <message>
        <source>%1 says what is computed and sent, but no speeds.
Cloud and link are those of the page Exits and times.
Operations of the device (GFLOP/s):</source>
        <translation>%1 说明计算和发送的内容，但没有速度。
云端和链路取自“出口与时间”页面。
设备的运算速度 (GFLOP/s)：</translation>
    </message>
    <message>
        <source>o = %1 to %2, λ₂ = %3</source>
        <translation>o = %1 至 %2，λ₂ = %3</translation>
    </message>
    <message>
        <source>One λ is the device&apos;s energy in %1 ms of computing. By the layer it is cut at, an offload costs %2.</source>
        <translation>一个 λ 是设备计算 %1 ms 的能量。按切割层不同，卸载成本为 %2。</translation>
    </message>
    <message>
        <source>One λ is %1 ms. An offload takes %2 to %3 ms, by the layer it is cut at: %4.</source>
        <translation>一个 λ 为 %1 ms。按切割层不同，卸载需要 %2 至 %3 ms：%4。</translation>
    </message>
    <message>
        <source>Times each stage and exit of the network, one sample at a time on one thread: about a second</source>
        <translation>测量网络每个阶段和出口的时间，单线程逐样本：约一秒</translation>
    </message>
</context>
<context>
    <name>splitee::Figures</name>
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
    <message>
        <source>%1: mean of the runs with %2 seeds up to this round, and half of its 95 % interval</source>
        <translation>%1：%2 个种子的运行到本轮为止的均值，及其 95 % 区间的一半</translation>
    </message>
    <message>
        <source>%1 seeds: %2 ± %3</source>
        <translation>%1 个种子：%2 ± %3</translation>
    </message>
    <message>
        <source>the final exit&apos;s accuracy on these samples is not known</source>
        <translation>最终出口在这些样本上的准确率未知</translation>
    </message>
</context>
<context>
    <name>splitee::FileOpener</name>
    <message>
        <source>Choose source</source>
        <translation>选择来源</translation>
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
        <source>Choose dataset</source>
        <translation>选择数据集</translation>
    </message>
    <message>
        <source>Exit tables, networks, experiments, sweeps, costs, sessions (*.csv *.exits *.mee *.pt *.pth *.ts *.json *.splitee);;Archives of images (*.zip *.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz *.bin *.xz);;Texts (*.tsv *.csv *.txt *.jsonl *.review *.gz *.bz2 *.xz *.zip *.tar);;All files (*)</source>
        <translation>出口表、网络、实验、扫描、成本、会话 (*.csv *.exits *.mee *.pt *.pth *.ts *.json *.splitee);;图像压缩包 (*.zip *.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz *.bin *.xz);;文本 (*.tsv *.csv *.txt *.jsonl *.review *.gz *.bz2 *.xz *.zip *.tar);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Folder of images or texts</source>
        <translation>图像或文本文件夹</translation>
    </message>
</context>
<context>
    <name>splitee::FlowChart</name>
    <message>
        <source>Flow by exit</source>
        <translation>各出口流向</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>share of samples (%)</source>
        <translation>样本占比 (%)</translation>
    </message>
    <message>
        <source>left %1 %</source>
        <translation>离开 %1 %</translation>
    </message>
    <message>
        <source>offloaded %1 %</source>
        <translation>卸载 %1 %</translation>
    </message>
    <message>
        <source>layer %1: share and samples</source>
        <translation>第 %1 层：占比与样本数</translation>
    </message>
    <message>
        <source>%1 % · %2</source>
        <translation>%1 % · %2</translation>
    </message>
    <message>
        <source>offloaded from here</source>
        <translation>从此卸载</translation>
    </message>
    <message>
        <source>left here</source>
        <translation>在此离开</translation>
    </message>
    <message>
        <source>No rounds yet.</source>
        <translation>尚无轮次。</translation>
    </message>
    <message>
        <source>%1: most samples left at exit %2, %3 % of all; %4 % were offloaded</source>
        <translation>%1：大多数样本在出口 %2 离开，占 %3 %；%4 % 被卸载</translation>
    </message>
</context>
<context>
    <name>splitee::FormGrid</name>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
</context>
<context>
    <name>splitee::ImportSheet</name>
    <message>
        <source>1 exit</source>
        <translation>1 个出口</translation>
    </message>
    <message>
        <source>%1 exits</source>
        <translation>%1 个出口</translation>
    </message>
    <message>
        <source>Import a network</source>
        <translation>导入网络</translation>
    </message>
    <message>
        <source>A network is a program, and it runs on this machine: import only what you trust.</source>
        <translation>网络就是程序，并会在本机运行：只导入您信任的网络。</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 个类别</translation>
    </message>
    <message>
        <source>%1 MFLOPs an image</source>
        <translation>每张图像 %1 MFLOPs</translation>
    </message>
    <message>
        <source>Attach exits…</source>
        <translation>附加出口…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>It has one exit: choose where others go (Ctrl+Enter)</source>
        <translation>它只有一个出口：选择其他出口的位置 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>Import it and open it live (Ctrl+Enter)</source>
        <translation>导入并实时打开 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>It is being imported</source>
        <translation>正在导入</translation>
    </message>
    <message>
        <source>The network is being tried</source>
        <translation>正在试运行网络</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>End the import; nothing of it is kept</source>
        <translation>结束导入；不保留任何内容</translation>
    </message>
    <message>
        <source>Close without importing; the fields keep what they hold (Esc)</source>
        <translation>不导入而关闭；各栏保留其内容 (Esc)</translation>
    </message>
</context>
<context>
    <name>splitee::Imports</name>
    <message>
        <source>A network is being imported already: wait for its end, or cancel it</source>
        <translation>已有网络正在导入：请等待其完成或取消</translation>
    </message>
    <message>
        <source>Import a network</source>
        <translation>导入网络</translation>
    </message>
    <message>
        <source>TorchScript networks (*.pt *.pth *.ts);;All files (*)</source>
        <translation>TorchScript 网络 (*.pt *.pth *.ts);;所有文件 (*)</translation>
    </message>
</context>
<context>
    <name>splitee::Job</name>
    <message>
        <source>cannot start %1: %2</source>
        <translation>无法启动 %1：%2</translation>
    </message>
    <message>
        <source>cannot read what splitee says of the accuracy: its version may be another than that of this window</source>
        <translation>无法读取 splitee 给出的准确率：它的版本可能与此窗口不同</translation>
    </message>
    <message>
        <source>the program was killed, as the system does where memory is full</source>
        <translation>程序被终止，系统在内存不足时会这样做</translation>
    </message>
    <message>
        <source>the program crashed (signal %1)</source>
        <translation>程序崩溃（信号 %1）</translation>
    </message>
    <message>
        <source>the program ended with code %1 and said nothing</source>
        <translation>程序以代码 %1 结束，没有说明</translation>
    </message>
    <message>
        <source>: nothing is lost up to the last finished epoch, Resume goes on from there</source>
        <translation>：直到最后完成的一轮训练都没有丢失，“继续”将从那里接着进行</translation>
    </message>
    <message>
        <source>cannot start splitee, which should lie beside this program: install it again</source>
        <translation>无法启动 splitee，它应与本程序放在一起：请重新安装</translation>
    </message>
</context>
<context>
    <name>splitee::JobIndicator</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Reading exits</source>
        <translation>正在读取出口</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 个等待</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>%1 个暂停</translation>
    </message>
    <message>
        <source>Jobs: %1</source>
        <translation>任务：%1</translation>
    </message>
    <message>
        <source>Show the jobs</source>
        <translation>显示任务</translation>
    </message>
</context>
<context>
    <name>splitee::JobRow</name>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop it with its checkpoint: Resume goes on, bit for bit</source>
        <translation>带检查点停止：“继续”将逐位接着进行</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Go on from the last finished epoch</source>
        <translation>从最后完成的一轮训练接着进行</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Out of this list; files stay</source>
        <translation>从列表中移除；文件保留</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Open live</source>
        <translation>实时打开</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Play the network live, as the set-up says</source>
        <translation>按设置实时运行该网络</translation>
    </message>
    <message>
        <source>Open the exit table as the source</source>
        <translation>将出口表作为来源打开</translation>
    </message>
    <message>
        <source>End it for good; the best epoch so far stays in the model file</source>
        <translation>彻底结束；目前最好的一轮训练保留在模型文件中</translation>
    </message>
    <message>
        <source>End it; nothing of it is kept</source>
        <translation>结束；不保留任何内容</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>丢弃…</translation>
    </message>
    <message>
        <source>Remove its checkpoint; the best epoch so far stays in the model file</source>
        <translation>删除其检查点；目前最佳轮次保留在模型文件中</translation>
    </message>
</context>
<context>
    <name>splitee::JobSheet</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Close; the fields keep what they hold (Esc)</source>
        <translation>关闭；各字段保留其内容 (Esc)</translation>
    </message>
    <message>
        <source>Put it into the queue of jobs (Ctrl+Enter)</source>
        <translation>放入任务队列 (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>splitee::Jobs</name>
    <message>
        <source>Show</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Open live</source>
        <translation>实时打开</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>任务正在运行</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>停止并关闭</translation>
    </message>
    <message>
        <source>Discard the training</source>
        <translation>丢弃训练</translation>
    </message>
    <message>
        <source>Remove its checkpoint? It cannot be gone on with then. The best epoch so far stays in the model file.</source>
        <translation>删除其检查点？之后将无法继续。目前最佳轮次保留在模型文件中。</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Stop all jobs and close? A training keeps its last finished epoch: the next window lists it under Jobs, to go on from there. Other jobs begin anew.</source>
        <translation>停止所有任务并关闭？训练保留最后完成的轮次：下一个窗口会在“任务”中列出它，并可从那里继续。其他任务重新开始。</translation>
    </message>
</context>
<context>
    <name>splitee::JobsSheet</name>
    <message>
        <source>No jobs yet. Train a network, read an exit table or evaluate: the menu Networks starts them.</source>
        <translation>还没有任务。训练网络、读取出口表或评估：从“网络”菜单启动。</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>日志</translation>
    </message>
    <message>
        <source>Remove ended</source>
        <translation>移除已结束的</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>Accuracy per exit</source>
        <translation>各出口的准确率</translation>
    </message>
    <message>
        <source>What the program says of the chosen job</source>
        <translation>程序对所选任务的输出</translation>
    </message>
    <message>
        <source>Take what is done, cancelled or failed out of the list; files stay</source>
        <translation>将已完成、已取消或失败的任务移出列表；文件保留</translation>
    </message>
    <message>
        <source>Close; jobs go on (Esc)</source>
        <translation>关闭；任务继续进行 (Esc)</translation>
    </message>
    <message>
        <source>exit</source>
        <translation>出口</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>准确率 (%)</translation>
    </message>
    <message>
        <source>mean confidence</source>
        <translation>平均置信度</translation>
    </message>
    <message>
        <source>place</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>温度</translation>
    </message>
</context>
<context>
    <name>splitee::KeyPicker</name>
    <message>
        <source>Find</source>
        <translation>查找</translation>
    </message>
    <message>
        <source>A few letters of what you look for</source>
        <translation>输入要找内容的几个字母</translation>
    </message>
</context>
<context>
    <name>splitee::LatencyChart</name>
    <message>
        <source>Latency</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>latency (ms)</source>
        <translation>延迟（毫秒）</translation>
    </message>
    <message>
        <source>samples answered by then (%)</source>
        <translation>届时已回答的样本（%）</translation>
    </message>
    <message>
        <source>answered within %1 ms</source>
        <translation>%1 毫秒内已回答</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1: half of the samples within %2 ms, 95 % within %3 ms</source>
        <translation>%1：一半样本在 %2 毫秒内，95 % 在 %3 毫秒内</translation>
    </message>
    <message>
        <source>No rounds yet.</source>
        <translation>还没有轮次。</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>A sample that is answered later has missed it; the names of the lines say which share did</source>
        <translation>更晚得到回答的样本即超时；曲线名称给出超时比例</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>期限</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>%1: %2 % missed</source>
        <translation>%1：%2 % 超时</translation>
    </message>
    <message>
        <source>, %1 % miss the deadline of %2 ms</source>
        <translation>，%1 % 超过 %2 ms 的期限</translation>
    </message>
</context>
<context>
    <name>splitee::LayerCostsLine</name>
    <message>
        <source>What an offload costs at each cut, and what computing up to each layer costs where that is known: measured times, or a profile of them</source>
        <translation>每个切分处的卸载成本，以及已知时计算到每一层的成本：来自测得的时间或其配置文件</translation>
    </message>
    <message>
        <source>One o for all layers</source>
        <translation>所有层共用一个 o</translation>
    </message>
    <message>
        <source>Back to the slider&apos;s one number, and to computing by depth</source>
        <translation>恢复为滑块的单一数值，并按深度计算</translation>
    </message>
    <message>
        <source>o by layer: %1</source>
        <translation>各层的 o：%1</translation>
    </message>
    <message>
        <source>o by layer: %1 λ</source>
        <translation>各层的 o：%1 λ</translation>
    </message>
    <message>
        <source>Sending the input: %1 λ</source>
        <translation>发送输入：%1 λ</translation>
    </message>
    <message>
        <source>Computing up to layer: %1 λ₁</source>
        <translation>计算到各层：%1 λ₁</translation>
    </message>
</context>
<context>
    <name>splitee::LayerMapChart</name>
    <message>
        <source>Learned layer</source>
        <translation>学到的层</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>干净</translation>
    </message>
    <message>
        <source>%1 final</source>
        <translation>%1 最终</translation>
    </message>
    <message>
        <source>split layer chosen most often; frame: the set-up</source>
        <translation>最常选择的分割层；方框：当前设置</translation>
    </message>
    <message>
        <source>%1 %2, %3 %4: split layer %5 of %6, accuracy %7 %, cost %8 λ a sample, offloaded %9 %</source>
        <translation>%1 %2，%3 %4：分割层 %5（共 %6 层），准确率 %7 %，每样本成本 %8 λ，卸载 %9 %</translation>
    </message>
    <message>
        <source>No map yet.</source>
        <translation>尚无区域图。</translation>
    </message>
</context>
<context>
    <name>splitee::LayerMapPanel</name>
    <message>
        <source>Learned layer by two parameters</source>
        <translation>按两个参数的学到的层</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Progress of the map</source>
        <translation>图的进度</translation>
    </message>
    <message>
        <source>Choose two parameters that differ.</source>
        <translation>请选择两个不同的参数。</translation>
    </message>
    <message>
        <source>Choose one severity and one parameter.</source>
        <translation>请选择一个强度和一个参数。</translation>
    </message>
    <message>
        <source>Mean of %1 seeds of %2 rounds, without the schedule. A click sets the cell&apos;s values.</source>
        <translation>%1 个种子、各 %2 轮的均值，不含日程。点击即采用该格的数值。</translation>
    </message>
    <message>
        <source>Computing the map …</source>
        <translation>正在计算区域图…</translation>
    </message>
    <message>
        <source>Choose in the map of layers</source>
        <translation>在层图中选择</translation>
    </message>
</context>
<context>
    <name>splitee::LivePage</name>
    <message>
        <source>What-if</source>
        <translation>假设分析</translation>
    </message>
    <message>
        <source>Regime map</source>
        <translation>区域图</translation>
    </message>
    <message>
        <source>Nothing played yet. Press Space to run, or Right to play one round at a time.</source>
        <translation>尚未运行。按空格键运行，或按右方向键逐轮执行。</translation>
    </message>
    <message>
        <source>Next: choose the images for %1 under Dataset, or drop a folder of them on the window.</source>
        <translation>下一步：在“数据集”中为 %1 选择图像，或把图像文件夹拖到窗口上。</translation>
    </message>
    <message>
        <source>The source could not be opened. Choose another one under Source, or drop a file or folder on the window.</source>
        <translation>无法打开数据源。请在“来源”中另选一个，或把文件或文件夹拖到窗口上。</translation>
    </message>
    <message>
        <source>Next: choose the texts for %1 under Dataset, or drop a file of them on the window.</source>
        <translation>下一步：在“数据集”下为 %1 选择文本，或将文本文件拖到窗口上。</translation>
    </message>
    <message>
        <source>Distortions</source>
        <translation>失真</translation>
    </message>
    <message>
        <source>By severity</source>
        <translation>按强度</translation>
    </message>
    <message>
        <source>Learned layer</source>
        <translation>学到的层</translation>
    </message>
</context>
<context>
    <name>splitee::LiveSourceForm</name>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Distortion</source>
        <translation>失真</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>How strong it is, from %1 to %2.</source>
        <translation>强度，从 %1 到 %2。</translation>
    </message>
    <message>
        <source>Standard deviation in pixels (I-SplitEE).</source>
        <translation>标准差，以像素为单位 (I-SplitEE)。</translation>
    </message>
    <message>
        <source>1 is a standard deviation of 4 % of the pixels&apos; range: severity 1 of CIFAR-10-C.</source>
        <translation>1 表示标准差为像素取值范围的 4 %：即 CIFAR-10-C 的强度 1。</translation>
    </message>
    <message>
        <source>Standard deviation of noise that wraps to white, as a published script makes it.</source>
        <translation>回绕到白色的噪声的标准差，与已发布脚本的做法相同。</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 of %2 play</source>
        <translation>使用 %2 中的 %1</translation>
    </message>
    <message>
        <source>%1 play</source>
        <translation>使用 %1</translation>
    </message>
    <message>
        <source>some left out</source>
        <translation>部分被略去</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 张图像</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 张图像</translation>
    </message>
    <message>
        <source>Severity 1 to 5 as it was published, and between.</source>
        <translation>已发表的强度 1 至 5，以及其间的值。</translation>
    </message>
    <message>
        <source>1 text</source>
        <translation>1 条文本</translation>
    </message>
    <message>
        <source>%1 texts</source>
        <translation>%1 条文本</translation>
    </message>
    <message>
        <source>The samples that the network is shown.
Signs and some texts come with the program; others lie in a file, a folder or an archive: drop it on the window.</source>
        <translation>网络所看到的样本。
路标和部分文本随程序提供；其他样本位于文件、文件夹或压缩包中：将其拖到窗口上。</translation>
    </message>
    <message>
        <source>Which samples play. Those that the network was not trained on, the test part, show what it is worth.</source>
        <translation>使用哪些样本。网络未训练过的测试部分能体现其真实水平。</translation>
    </message>
    <message>
        <source>What is done to every sample. It may change while the run plays.
Source: I-SplitEE (arXiv 2401.10541), CIFAR-10-C and ImageNet-C (arXiv 1903.12261); scenes are our own.</source>
        <translation>对每个样本所做的处理。运行期间可以改变。
来源：I-SplitEE (arXiv 2401.10541)、CIFAR-10-C 和 ImageNet-C (arXiv 1903.12261)；场景为自制。</translation>
    </message>
    <message>
        <source>Choose a distortion first: clean samples have no severity.</source>
        <translation>请先选择失真：干净样本没有强度。</translation>
    </message>
    <message>
        <source>The share of letters that are left out, doubled, swapped or mistyped.</source>
        <translation>缺失、重复、交换或误敲的字母所占比例。</translation>
    </message>
    <message>
        <source>The share of words that are missing; one is always left.</source>
        <translation>缺失单词所占比例；至少保留一个。</translation>
    </message>
</context>
<context>
    <name>splitee::MainWindow</name>
    <message>
        <source>SplitEE Workbench</source>
        <translation>SplitEE Workbench</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
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
        <source>No chart is open: start an example or open a chart from the View menu</source>
        <translation>没有打开的图表：启动一个示例，或从“视图”菜单打开图表</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>已写入 %1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>实时</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>What plays now</source>
        <translation>正在运行的内容</translation>
    </message>
    <message>
        <source>All runs of a session, to be searched and compared</source>
        <translation>会话的所有运行，可搜索和比较</translation>
    </message>
    <message>
        <source>%1 – SplitEE Workbench</source>
        <translation>%1 – SplitEE Workbench</translation>
    </message>
    <message>
        <source>%1. A double click or Enter opens its set-up.</source>
        <translation>%1。双击或回车打开其设置。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>logged to %1</source>
        <translation>记录于 %1</translation>
    </message>
    <message>
        <source>The profile %1 holds the costs of a network&apos;s layers: open the network or its exit table first</source>
        <translation>配置 %1 包含网络各层的成本：请先打开该网络或其出口表</translation>
    </message>
    <message>
        <source>reading all exits: %1</source>
        <translation>正在读取所有出口：%1</translation>
    </message>
    <message>
        <source>Restart with the change</source>
        <translation>带此变化重新开始</translation>
    </message>
</context>
<context>
    <name>splitee::MarksEditor</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>What you call this run</source>
        <translation>您对此运行的称呼</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>用逗号分隔</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>blur, for the paper</source>
        <translation>模糊, 论文用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>不做更改 (Esc)</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1，种子 %2</translation>
    </message>
    <message>
        <source>Add tags to %1</source>
        <translation>为 %1 添加标签</translation>
    </message>
    <message>
        <source>Notes on this run</source>
        <translation>关于此运行的备注</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>保存 (Ctrl+Enter)</translation>
    </message>
</context>
<context>
    <name>splitee::Menus</name>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>R&amp;uns</source>
        <translation>运行记录(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
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
        <source>&amp;Networks</source>
        <translation>网络(&amp;N)</translation>
    </message>
</context>
<context>
    <name>splitee::MessageBar</name>
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
    <message>
        <source>Information: %1</source>
        <translation>信息：%1</translation>
    </message>
</context>
<context>
    <name>splitee::NetworkForm</name>
    <message>
        <source>Classes</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <source>Replace the file that is there</source>
        <translation>替换已有文件</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Images that the network knows: their folders name its classes, and every exit is validated on them</source>
        <translation>网络所认识的图像：文件夹名即类别名，并用于验证每个出口</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>文件…</translation>
    </message>
    <message>
        <source>A text file with one class a line</source>
        <translation>每行一个类别的文本文件</translation>
    </message>
    <message>
        <source>In the order of the network&apos;s answers: names with commas between them, or a text file with one a line</source>
        <translation>按网络输出的顺序：以逗号分隔的名称，或每行一个名称的文本文件</translation>
    </message>
    <message>
        <source>Image side</source>
        <translation>图像边长</translation>
    </message>
    <message>
        <source>Width and height of its images in pixels</source>
        <translation>图像的宽和高（像素）</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Where the model file goes</source>
        <translation>模型文件的保存位置</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>The model file (.mee) that is made</source>
        <translation>将生成的模型文件 (.mee)</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 到 1</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>Pixels scaled to 0..1 enter as (pixel − mean) / deviation: a number, or three by commas for red, green and blue, as in its training</source>
        <translation>缩放到 0..1 的像素按 (像素 − 均值) / 标准差 输入：一个数，或以逗号分隔的红、绿、蓝三个数，与训练时相同</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>均值</translation>
    </message>
    <message>
        <source>deviation</source>
        <translation>标准差</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>as in the images: %1</source>
        <translation>与图像相同：%1</translation>
    </message>
    <message>
        <source>Name the %1 classes, or choose the images whose folders name them</source>
        <translation>请给出 %1 个类别的名称，或选择以文件夹命名类别的图像</translation>
    </message>
    <message>
        <source>The network tells %1 classes apart, but %2 are named</source>
        <translation>网络区分 %1 个类别，但给出了 %2 个名称</translation>
    </message>
    <message>
        <source>The network is not known yet</source>
        <translation>网络尚未识别</translation>
    </message>
    <message>
        <source>Say where the model file goes</source>
        <translation>请指定模型文件的保存位置</translation>
    </message>
    <message>
        <source>The file %1 exists already: name another, or let it be replaced</source>
        <translation>文件 %1 已存在：请指定其他文件，或允许替换</translation>
    </message>
    <message>
        <source>Names of the classes</source>
        <translation>类别名称</translation>
    </message>
    <message>
        <source>Text files (*.txt *.names *.labels);;All files (*)</source>
        <translation>文本文件 (*.txt *.names *.labels);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Save the model file</source>
        <translation>保存模型文件</translation>
    </message>
    <message>
        <source>Networks (*.mee)</source>
        <translation>网络 (*.mee)</translation>
    </message>
</context>
<context>
    <name>splitee::NetworkTrack</name>
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
        <source>, wrong</source>
        <translation>，错误</translation>
    </message>
    <message>
        <source>Sample %1 left on the device at exit %2: %3. Cost %4 λ.</source>
        <translation>样本 %1 在设备上从出口 %2 离开：%3。成本 %4 λ。</translation>
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
        <source>Layer %1 of %2: %3 of the network&apos;s depth %4</source>
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
    <message>
        <source>split here</source>
        <translation>在此分割</translation>
    </message>
    <message>
        <source>, correct</source>
        <translation>，正确</translation>
    </message>
    <message>
        <source>Sample %1 was offloaded after layer %2: %3. Cost %4 λ + %5 λ for offloading.</source>
        <translation>样本 %1 在第 %2 层之后被卸载：%3。成本 %4 λ + 卸载 %5 λ。</translation>
    </message>
    <message>
        <source>The text: %1</source>
        <translation>文本：%1</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>%1 pieces/s</source>
        <translation>%1 词片/秒</translation>
    </message>
</context>
<context>
    <name>splitee::NumberField</name>
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
    <name>splitee::OffloadChart</name>
    <message>
        <source>Offload rate, last %1 rounds</source>
        <translation>卸载率，最近 %1 轮</translation>
    </message>
    <message>
        <source>round</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>offloaded (%)</source>
        <translation>卸载 (%)</translation>
    </message>
    <message>
        <source>No rounds yet.</source>
        <translation>尚无轮次。</translation>
    </message>
    <message>
        <source>%1: %2 % offloaded recently, %3 % overall</source>
        <translation>%1：最近卸载 %2 %，总计 %3 %</translation>
    </message>
</context>
<context>
    <name>splitee::OneRunChart</name>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
</context>
<context>
    <name>splitee::PanelHeader</name>
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
    <name>splitee::ParallelChart</name>
    <message>
        <source>Parallel coordinates</source>
        <translation>平行坐标</translation>
    </message>
    <message>
        <source>Offloaded %</source>
        <translation>卸载 %</translation>
    </message>
    <message>
        <source>Regret</source>
        <translation>遗憾</translation>
    </message>
    <message>
        <source>Cost λ</source>
        <translation>成本 λ</translation>
    </message>
    <message>
        <source>Accuracy %</source>
        <translation>准确率 %</translation>
    </message>
    <message>
        <source>Run %1. Click: find it in the table; double click or Enter: open its set-up. Up and Down: the next run.</source>
        <translation>运行 %1。点击：在表中找到它；双击或回车：打开其设置。上下键：下一次运行。</translation>
    </message>
    <message>
        <source>Runs: %1, over axes: %2</source>
        <translation>运行：%1，轴：%2</translation>
    </message>
    <message>
        <source>; chosen: run %1</source>
        <translation>；已选：运行 %1</translation>
    </message>
    <message>
        <source>Select all runs again</source>
        <translation>重新选择所有运行</translation>
    </message>
    <message>
        <source>drag on an axis to select runs</source>
        <translation>在轴上拖动以选择运行</translation>
    </message>
    <message>
        <source>%1 of %2 runs selected</source>
        <translation>已选 %2 次运行中的 %1 次</translation>
    </message>
    <message>
        <source>Drag: select the runs that pass here; click: select all again</source>
        <translation>拖动：选择经过此处的运行；点击：重新选择全部</translation>
    </message>
</context>
<context>
    <name>splitee::ParameterForm</name>
    <message>
        <source>Weight μ</source>
        <translation>权重 μ</translation>
    </message>
    <message>
        <source>Layer λ₁</source>
        <translation>层 λ₁</translation>
    </message>
    <message>
        <source>Exit λ₂</source>
        <translation>出口 λ₂</translation>
    </message>
    <message>
        <source>Threshold α</source>
        <translation>阈值 α</translation>
    </message>
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
    <message>
        <source>now %1</source>
        <translation>现为 %1</translation>
    </message>
    <message>
        <source>The schedule has set it to %1 for now; the field holds what the run began with.</source>
        <translation>日程当前已将其设为 %1；字段中是运行开始时的值。</translation>
    </message>
    <message>
        <source>Factor on o</source>
        <translation>o 的系数</translation>
    </message>
    <message>
        <source>Offloading o</source>
        <translation>卸载 o</translation>
    </message>
    <message>
        <source>Exploration β</source>
        <translation>探索 β</translation>
    </message>
</context>
<context>
    <name>splitee::ParetoChart</name>
    <message>
        <source>Accuracy and cost</source>
        <translation>准确率与成本</translation>
    </message>
    <message>
        <source>Pareto front</source>
        <translation>帕累托前沿</translation>
    </message>
    <message>
        <source>final exit</source>
        <translation>最终出口</translation>
    </message>
    <message>
        <source>cost about %1 λ</source>
        <translation>成本约 %1 λ</translation>
    </message>
    <message>
        <source>%1, run %2</source>
        <translation>%1，运行 %2</translation>
    </message>
    <message>
        <source>%1 λ · %2 %</source>
        <translation>%1 λ · %2 %</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>click a point: its run</source>
        <translation>点击一个点：其运行</translation>
    </message>
    <message>
        <source>Run %1. Click: find it in the table; double click or Enter: open its set-up. Left and Right: the next by cost.</source>
        <translation>运行 %1。点击：在表中找到它；双击或回车：打开其设置。左右键：按成本的下一个。</translation>
    </message>
    <message>
        <source>; chosen: run %1</source>
        <translation>；已选：运行 %1</translation>
    </message>
    <message>
        <source>cost (λ per sample)</source>
        <translation>成本（λ/样本）</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>准确率 (%)</translation>
    </message>
    <message>
        <source>unknown: no labels</source>
        <translation>未知：没有标签</translation>
    </message>
    <message>
        <source>Accuracy and cost, runs: %1, groups: %2, on the Pareto front: %3</source>
        <translation>准确率与成本，运行：%1，组：%2，位于帕累托前沿：%3</translation>
    </message>
</context>
<context>
    <name>splitee::PlacesTrack</name>
    <message>
        <source>Places for exits</source>
        <translation>出口位置</translation>
    </message>
    <message>
        <source>%1: %2 % of the computing, %3 MFLOPs; %4 kB cross the cut</source>
        <translation>%1：%2 % 的计算量，%3 MFLOPs；%4 kB 经过切口</translation>
    </message>
    <message>
        <source>No place for an exit.</source>
        <translation>没有可放出口的位置。</translation>
    </message>
    <message>
        <source>Exit at %1</source>
        <translation>出口位于 %1</translation>
    </message>
    <message>
        <source>No exit at %1</source>
        <translation>无出口：%1</translation>
    </message>
    <message>
        <source>Click a place to attach an exit there, or to take it away; with the keyboard: arrows and Space</source>
        <translation>单击位置以附加或移除出口；键盘：方向键和空格键</translation>
    </message>
    <message>
        <source>The network&apos;s own exit: it stays</source>
        <translation>网络自身的出口：保持不变</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>深度</translation>
    </message>
    <message>
        <source>MFLOPs</source>
        <translation>MFLOPs</translation>
    </message>
    <message>
        <source>kB sent</source>
        <translation>发送 kB</translation>
    </message>
    <message>
        <source>Where exits can be attached</source>
        <translation>可附加出口的位置</translation>
    </message>
</context>
<context>
    <name>splitee::PolicyChip</name>
    <message>
        <source>%1 in all charts</source>
        <translation>所有图表中的 %1</translation>
    </message>
    <message>
        <source>Hide or show %1 in all charts; its run is not affected</source>
        <translation>在所有图表中隐藏或显示 %1；不影响其运行</translation>
    </message>
</context>
<context>
    <name>splitee::PolicyChooser</name>
    <message>
        <source>Find a policy</source>
        <translation>查找策略</translation>
    </message>
    <message>
        <source>By its name, its group or words of its rule</source>
        <translation>按名称、分组或其规则中的词</translation>
    </message>
    <message>
        <source>Choose a policy in the list to see what it does and to set its parameters.</source>
        <translation>在列表中选择一个策略，查看其作用并设置其参数。</translation>
    </message>
    <message>
        <source>It has no parameters of its own.</source>
        <translation>它没有自己的参数。</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>再添加一个</translation>
    </message>
    <message>
        <source>Adds a row of the same policy, which plays beside this one by its own parameters</source>
        <translation>添加同一策略的另一行，以自己的参数与这一行并行运行</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Takes this row out of the list</source>
        <translation>将这一行从列表中移除</translation>
    </message>
    <message>
        <source>What its name does not tell it takes from the row %1.</source>
        <translation>名称中未列出的参数取自“%1”一行。</translation>
    </message>
    <message>
        <source>Add a policy</source>
        <translation>添加策略</translation>
    </message>
    <message>
        <source>Remove a policy</source>
        <translation>移除策略</translation>
    </message>
    <message>
        <source>Another row has these values already, so nothing was changed.</source>
        <translation>另一行已有这些值，因此未作更改。</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
</context>
<context>
    <name>splitee::PolicyLegend</name>
    <message>
        <source>Policies shown in the charts</source>
        <translation>图表中显示的策略</translation>
    </message>
</context>
<context>
    <name>splitee::PolicyList</name>
    <message>
        <source>Policies to run side by side</source>
        <translation>并行运行的策略</translation>
    </message>
    <message>
        <source>Choose policies</source>
        <translation>选择策略</translation>
    </message>
    <message>
        <source>Of the papers</source>
        <translation>论文中的</translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>Cascades</source>
        <translation>级联</translation>
    </message>
    <message>
        <source>UCB family and posteriors</source>
        <translation>UCB 系列与后验</translation>
    </message>
    <message>
        <source>For worlds that change</source>
        <translation>适于变化的环境</translation>
    </message>
    <message>
        <source>Thresholds and context</source>
        <translation>阈值与上下文</translation>
    </message>
</context>
<context>
    <name>splitee::PreviewView</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Another image</source>
        <translation>另一幅图像</translation>
    </message>
    <message>
        <source>Confidence of the final exit: clean %1, distorted %2</source>
        <translation>最终出口的置信度：干净 %1，失真 %2</translation>
    </message>
    <message>
        <source>The network is being loaded.</source>
        <translation>正在加载网络。</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>干净</translation>
    </message>
    <message>
        <source>clean: %1</source>
        <translation>干净：%1</translation>
    </message>
    <message>
        <source>One image as recorded, and as the network will see it.
Below it, the confidence of every exit: in colour from the threshold α on.</source>
        <translation>一幅原始图像，以及网络将看到的样子。
其下是每个出口的置信度：达到阈值 α 后以彩色显示。</translation>
    </message>
</context>
<context>
    <name>splitee::PullsChart</name>
    <message>
        <source>Times chosen, per layer</source>
        <translation>各层被选次数</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>share of rounds (%)</source>
        <translation>轮次占比 (%)</translation>
    </message>
    <message>
        <source>layer %1: share and rounds</source>
        <translation>第 %1 层：占比与轮数</translation>
    </message>
    <message>
        <source>%1 % · %2</source>
        <translation>%1 % · %2</translation>
    </message>
    <message>
        <source>%1 chose layer %2 most, in %3 % of the rounds</source>
        <translation>%1 最常选择第 %2 层，占 %3 % 的轮次</translation>
    </message>
    <message>
        <source>No rounds yet.</source>
        <translation>尚无轮次。</translation>
    </message>
</context>
<context>
    <name>splitee::RecentFiles</name>
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
    <name>splitee::RegimeChart</name>
    <message>
        <source>Where learning pays</source>
        <translation>学习在哪里划算</translation>
    </message>
    <message>
        <source>offloading o (λ)</source>
        <translation>卸载 o (λ)</translation>
    </message>
    <message>
        <source>Drag the ring, or move it with the arrow keys: it sets μ (with λ = 1) and o.</source>
        <translation>拖动圆环或用方向键移动：它设置 μ（λ = 1）和 o。</translation>
    </message>
    <message>
        <source>%1 final</source>
        <translation>%1 最终</translation>
    </message>
    <message>
        <source>costs %1 or more</source>
        <translation>损失 %1 或更多</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>gains %1 or more</source>
        <translation>收益 %1 或更多</translation>
    </message>
    <message>
        <source>No map yet.</source>
        <translation>尚无区域图。</translation>
    </message>
    <message>
        <source>layer %1, the final exit</source>
        <translation>第 %1 层，最终出口</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>At μ·λ %1 and o %2: best fixed split %3</source>
        <translation>μ·λ 为 %1、o 为 %2 时：最佳固定分割 %3</translation>
    </message>
    <message>
        <source>; offloading every sample at layer 1 is better still</source>
        <translation>；在第 1 层卸载每个样本更好</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>best split; dot: offloading all at 1 is better</source>
        <translation>最佳分割；点：在第 1 层全部卸载更好</translation>
    </message>
    <message>
        <source>best split</source>
        <translation>最佳分割</translation>
    </message>
    <message>
        <source>The setting lies outside the map; at its edge, μ·λ %1 and o %2: best fixed split %3</source>
        <translation>设置位于图外；在其边缘，μ·λ 为 %1、o 为 %2 时：最佳固定分割 %3</translation>
    </message>
    <message>
        <source>In the cell of the ring, at μ·λ %1 and o %2: best fixed split %3</source>
        <translation>在圆环所在的格子，μ·λ 为 %1、o 为 %2 时：最佳固定分割 %3</translation>
    </message>
    <message>
        <source>reward per sample; dot: not significant</source>
        <translation>每样本奖励；点：不显著</translation>
    </message>
    <message>
        <source>. %1 gains %2 reward per sample over the final exit or offloading everything at layer 1, whichever is better.</source>
        <translation>。与最终出口或在第 1 层全部卸载（取较好者）相比，%1 每样本奖励 %2。</translation>
    </message>
    <message>
        <source>factor on o</source>
        <translation>o 的系数</translation>
    </message>
    <message>
        <source>times %1</source>
        <translation>× %1</translation>
    </message>
    <message>
        <source>weight μ·λ (reward per λ)</source>
        <translation>权重 μ·λ（每 λ 的奖励）</translation>
    </message>
</context>
<context>
    <name>splitee::RegimePanel</name>
    <message>
        <source>No map: it was cancelled. Change a parameter to make it.</source>
        <translation>没有图：已取消。改动一个参数即可重新计算。</translation>
    </message>
    <message>
        <source>Regime map</source>
        <translation>区域图</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>区域图显示的内容</translation>
    </message>
    <message>
        <source>Progress of the map</source>
        <translation>区域图进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop computing the map; the last one stays</source>
        <translation>停止计算区域图；保留上一张</translation>
    </message>
    <message>
        <source>Best fixed split</source>
        <translation>最佳固定分割</translation>
    </message>
    <message>
        <source>Gain of %1</source>
        <translation>%1 的收益</translation>
    </message>
    <message>
        <source>Move in the regime map</source>
        <translation>在区域图中移动</translation>
    </message>
    <message>
        <source>Computing the map …</source>
        <translation>正在计算区域图…</translation>
    </message>
    <message>
        <source> Drag the ring, or use the arrow keys, to set μ and o. %1 seeds of %2 rounds, α %3.</source>
        <translation> 拖动圆环或用方向键设置 μ 和 o。%1 个种子，每个 %2 轮，α %3。</translation>
    </message>
    <message>
        <source> The schedule is left out.</source>
        <translation> 不考虑计划。</translation>
    </message>
    <message>
        <source>The best split that is fixed, or what a policy that learns gains over the better of two that need not: the final exit, and offloading everything at layer 1</source>
        <translation>最佳固定分割，或学习策略相对于两种无需学习的做法（最终出口、在第 1 层全部卸载）中较好者的收益</translation>
    </message>
</context>
<context>
    <name>splitee::RegretChart</name>
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
        <source>Bands over seeds and C log t</source>
        <translation>种子区间带与 C log t</translation>
    </message>
    <message>
        <source>band: %1 seeds, 95 %</source>
        <translation>区间带：%1 个种子，95 %</translation>
    </message>
    <message>
        <source>C log t</source>
        <translation>C log t</translation>
    </message>
    <message>
        <source>C log t, %1</source>
        <translation>C log t，%1</translation>
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
        <source>Regret needs an exit table.</source>
        <translation>遗憾需要出口表。</translation>
    </message>
    <message>
        <source>What the same policies do over several seeds (95 % interval of the mean), and C log t by Lai and Robbins</source>
        <translation>相同策略在多个种子上的表现（均值的 95 % 区间），以及 Lai 和 Robbins 的 C log t</translation>
    </message>
</context>
<context>
    <name>splitee::RewardChart</name>
    <message>
        <source>Reward per layer</source>
        <translation>各层的奖励</translation>
    </message>
    <message>
        <source>split layer</source>
        <translation>分割层</translation>
    </message>
    <message>
        <source>reward (per round)</source>
        <translation>奖励（每轮）</translation>
    </message>
    <message>
        <source>no rounds yet</source>
        <translation>尚无轮次</translation>
    </message>
    <message>
        <source>seen in %1 rounds; dot: mean, bar: the middle half</source>
        <translation>来自 %1 轮；点：均值，条：中间一半</translation>
    </message>
    <message>
        <source>dot: mean, bar: middle half</source>
        <translation>点：均值，条：中间一半</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>mean reward</source>
        <translation>平均奖励</translation>
    </message>
    <message>
        <source>middle half</source>
        <translation>中间一半</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 到 %2</translation>
    </message>
    <message>
        <source>No rounds yet.</source>
        <translation>尚无轮次。</translation>
    </message>
    <message>
        <source>layer %1: mean %2 in %3 rounds</source>
        <translation>第 %1 层：%3 轮的均值 %2</translation>
    </message>
</context>
<context>
    <name>splitee::RoundBands</name>
    <message>
        <source>rounds %1 to %2: %3</source>
        <translation>第 %1 至 %2 轮：%3</translation>
    </message>
</context>
<context>
    <name>splitee::RoundsDifference</name>
    <message>
        <source>, exit</source>
        <translation>，退出</translation>
    </message>
    <message>
        <source>, offload</source>
        <translation>，卸载</translation>
    </message>
    <message>
        <source>round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>split, first</source>
        <translation>切分，第一</translation>
    </message>
    <message>
        <source>split, second</source>
        <translation>切分，第二</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>回答</translation>
    </message>
    <message>
        <source>reward, second − first</source>
        <translation>奖励，第二 − 第一</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 和 %2</translation>
    </message>
    <message>
        <source>Pair of runs</source>
        <translation>一对运行</translation>
    </message>
    <message>
        <source>Rounds that differ</source>
        <translation>不同的轮次</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1，种子 %2</translation>
    </message>
    <message>
        <source>Runs %1 and %2</source>
        <translation>运行 %1 和 %2</translation>
    </message>
    <message>
        <source>Seed %1: runs %2 and %3</source>
        <translation>种子 %1：运行 %2 和 %3</translation>
    </message>
    <message>
        <source>Select two runs, or two groups with a seed in common.</source>
        <translation>请选择两次运行，或有共同种子的两个组。</translation>
    </message>
    <message>
        <source>Reading the rounds …</source>
        <translation>正在读取轮次 …</translation>
    </message>
    <message>
        <source>They have no rounds in common.</source>
        <translation>它们没有共同的轮次。</translation>
    </message>
    <message>
        <source>Identical in all of %1 rounds.</source>
        <translation>全部 %1 轮完全相同。</translation>
    </message>
    <message>
        <source>They first differ in round %1; %2 of %3 rounds differ, %4 in the split layer, %5 in the answer.</source>
        <translation>首次不同在第 %1 轮；%3 轮中有 %2 轮不同，其中 %4 轮切分层不同，%5 轮回答不同。</translation>
    </message>
    <message>
        <source> The first %1 are listed.</source>
        <translation> 列出前 %1 轮。</translation>
    </message>
    <message>
        <source> Rounds that played another sample: %1.</source>
        <translation> 使用另一个样本的轮数：%1。</translation>
    </message>
    <message>
        <source> Rounds of the first: %1, of the second: %2.</source>
        <translation> 第一个的轮数：%1，第二个的轮数：%2。</translation>
    </message>
    <message>
        <source>Which two runs are compared round by round</source>
        <translation>逐轮对比哪两次运行</translation>
    </message>
    <message>
        <source>Round by round, only runs that were logged with their rounds can be compared.</source>
        <translation>只有保存了各轮数据的运行才能逐轮比较。</translation>
    </message>
</context>
<context>
    <name>splitee::RoundsModel</name>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>Double click: why this layer?</source>
        <translation>双击：为什么是这一层？</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>分割</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>出口</translation>
    </message>
    <message>
        <source>Offloaded</source>
        <translation>已卸载</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>预测</translation>
    </message>
    <message>
        <source>Computing (λ)</source>
        <translation>计算 (λ)</translation>
    </message>
    <message>
        <source>Offloading (λ)</source>
        <translation>卸载 (λ)</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>奖励</translation>
    </message>
    <message>
        <source>From 1</source>
        <translation>从 1 开始</translation>
    </message>
    <message>
        <source>Number of the sample in its dataset</source>
        <translation>样本在数据集中的编号</translation>
    </message>
    <message>
        <source>Layer where the device stopped</source>
        <translation>设备停下的层</translation>
    </message>
    <message>
        <source>Exit that answered</source>
        <translation>给出答案的出口</translation>
    </message>
    <message>
        <source>Whether the sample was sent to the cloud</source>
        <translation>样本是否被发送到云端</translation>
    </message>
    <message>
        <source>Class of the answer</source>
        <translation>答案的类别</translation>
    </message>
    <message>
        <source>Cost of layers and exits on the device</source>
        <translation>设备上各层与出口的成本</translation>
    </message>
    <message>
        <source>Cost of sending the sample</source>
        <translation>发送样本的成本</translation>
    </message>
    <message>
        <source>Confidence of the answer less μ times the cost</source>
        <translation>答案置信度减去 μ 乘以成本</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>正确</translation>
    </message>
    <message>
        <source>Whether the prediction is the label</source>
        <translation>预测是否与标签一致</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>What the network was shown</source>
        <translation>输入网络的内容</translation>
    </message>
</context>
<context>
    <name>splitee::RoundsPanel</name>
    <message>
        <source>Rounds</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>The last rounds, the newest first</source>
        <translation>最近的轮次，最新在前</translation>
    </message>
    <message>
        <source>No rounds yet.</source>
        <translation>尚无轮次。</translation>
    </message>
    <message>
        <source>last %1 of %2 rounds</source>
        <translation>%2 轮中的最近 %1 轮</translation>
    </message>
    <message>
        <source>Policy whose rounds are listed</source>
        <translation>列出其轮次的策略</translation>
    </message>
    <message>
        <source>%1 rounds up to round %2, which is shown</source>
        <translation>截至所示第 %2 轮的 %1 轮</translation>
    </message>
</context>
<context>
    <name>splitee::RowsDialog</name>
    <message>
        <source>Choose rows</source>
        <translation>选择行</translation>
    </message>
    <message>
        <source>%1 holds several distortions or models. A replay plays one of them: choose its rows.</source>
        <translation>%1 含有多种失真或模型。回放只用其中一种：请选择相应的行。</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>（空）</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>所有行</translation>
    </message>
    <message>
        <source>Open these rows</source>
        <translation>打开这些行</translation>
    </message>
</context>
<context>
    <name>splitee::RunBar</name>
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
    <message>
        <source>Speed in rounds per second</source>
        <translation>速度（每秒轮数）</translation>
    </message>
    <message>
        <source>From 1 round per second to unlimited</source>
        <translation>从每秒 1 轮到不限速</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>不限速</translation>
    </message>
    <message>
        <source>showing %1</source>
        <translation>显示 %1</translation>
    </message>
    <message>
        <source>The newest round is shown already</source>
        <translation>已经在显示最新一轮</translation>
    </message>
</context>
<context>
    <name>splitee::RunController</name>
    <message>
        <source>Since this run began, %1</source>
        <translation>自此运行开始以来：%1</translation>
    </message>
</context>
<context>
    <name>splitee::RunTableModel</name>
    <message>
        <source>Star (S)</source>
        <translation>星标 (S)</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>not starred</source>
        <translation>未加星标</translation>
    </message>
    <message>
        <source>The best so far of the runs shown</source>
        <translation>所示运行中目前最好的</translation>
    </message>
    <message>
        <source>Run %1: %2, seed %3</source>
        <translation>运行 %1：%2，种子 %3</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Click: sort. Shift and click: sort by this too.</source>
        <translation>单击：排序。Shift 加单击：再按此列排序。</translation>
    </message>
    <message>
        <source>%1 · differs in %2</source>
        <translation>%1 · 不同之处：%2</translation>
    </message>
    <message>
        <source>%1. The means are over runs that differ in more than their seed: %2. F2 names them.</source>
        <translation>%1。平均值取自不仅种子不同的运行：%2。按 F2 命名。</translation>
    </message>
    <message>
        <source>%1 that differ only in their seed. F2 names them.</source>
        <translation>%1，仅种子不同。按 F2 命名。</translation>
    </message>
    <message>
        <source>changing</source>
        <translation>有变化</translation>
    </message>
    <message>
        <source>changing: %1</source>
        <translation>变化：%1</translation>
    </message>
</context>
<context>
    <name>splitee::RunView</name>
    <message>
        <source>Why this layer?</source>
        <translation>为什么是这一层？</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>云端</translation>
    </message>
    <message>
        <source>%1 kB · %2 ms</source>
        <translation>%1 kB · %2 毫秒</translation>
    </message>
    <message>
        <source>last %1 rounds: %2 %</source>
        <translation>最近 %1 轮：%2 %</translation>
    </message>
    <message>
        <source>Exits and times</source>
        <translation>出口与时间</translation>
    </message>
    <message>
        <source>%1 λ per sample · %2</source>
        <translation>每个样本 %1 λ · %2</translation>
    </message>
    <message>
        <source>%1 % accuracy</source>
        <translation>准确率 %1 %</translation>
    </message>
    <message>
        <source>%1 kB</source>
        <translation>%1 kB</translation>
    </message>
</context>
<context>
    <name>splitee::RunsPage</name>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>What the table shows of each run</source>
        <translation>表格显示每次运行的内容</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Choose what the table shows</source>
        <translation>选择表格显示的内容</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Filter, groups, columns and order under a name</source>
        <translation>以名称保存的筛选、分组、列和排序</translation>
    </message>
    <message>
        <source>Edit run %1</source>
        <translation>编辑运行 %1</translation>
    </message>
    <message>
        <source>Edit marks</source>
        <translation>编辑标记</translation>
    </message>
    <message>
        <source>Filter, as in: policy = splitee-s and offload &gt;= 5</source>
        <translation>筛选，例如：policy = splitee-s and offload &gt;= 5</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>Compare with = != &lt; &lt;= &gt; &gt;= ~ (contains) or in (a, b); join with and, or, not and parentheses.
Any other word is looked for in all texts. starred and trashed stand alone. (Ctrl+F)</source>
        <translation>用 = != &lt; &lt;= &gt; &gt;= ~（包含）或 in (a, b) 比较；用 and、or、not 和括号连接。
其他词在所有文本中查找。starred 和 trashed 可单独使用。(Ctrl+F)</translation>
    </message>
    <message>
        <source>Group: none</source>
        <translation>分组：无</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>分组：%1</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>取消星标</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>1 group</source>
        <translation>1 组</translation>
    </message>
    <message>
        <source>%1 groups</source>
        <translation>%1 组</translation>
    </message>
    <message>
        <source>Nothing is in the trash</source>
        <translation>回收站为空</translation>
    </message>
    <message>
        <source>In the trash: %1</source>
        <translation>回收站中：%1</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>视图：%1</translation>
    </message>
    <message>
        <source>Reading the session…</source>
        <translation>正在读取会话…</translation>
    </message>
    <message>
        <source>No runs yet. Play one under Live, or open a session with Ctrl+O.</source>
        <translation>还没有运行。请在“实时”下运行，或用 Ctrl+O 打开会话。</translation>
    </message>
    <message>
        <source>No run passes this filter.</source>
        <translation>没有运行符合此筛选。</translation>
    </message>
    <message>
        <source>No session</source>
        <translation>无会话</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>读取中…</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>保存中…</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>已保存</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>星标(&amp;S)</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>Give the run a name</source>
        <translation>为运行命名</translation>
    </message>
    <message>
        <source>Name, &amp;tags and note…</source>
        <translation>名称、标签和备注(&amp;T)…</translation>
    </message>
    <message>
        <source>&amp;Move to trash</source>
        <translation>移到回收站(&amp;M)</translation>
    </message>
    <message>
        <source>Leave the selected runs out of tables; they can be restored</source>
        <translation>从表格中移出所选运行；可以还原</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>还原(&amp;R)</translation>
    </message>
    <message>
        <source>Show &amp;trash</source>
        <translation>显示回收站(&amp;T)</translation>
    </message>
    <message>
        <source>List what is in the trash</source>
        <translation>列出回收站中的内容</translation>
    </message>
    <message>
        <source>&amp;Empty trash…</source>
        <translation>清空回收站(&amp;E)…</translation>
    </message>
    <message>
        <source>Remove the runs in the trash for good</source>
        <translation>永久删除回收站中的运行</translation>
    </message>
    <message>
        <source>S&amp;ort by this column</source>
        <translation>按此列排序(&amp;O)</translation>
    </message>
    <message>
        <source>Sort by the column that has the keyboard: rising, falling, not at all</source>
        <translation>按焦点所在列排序：升序、降序、不排序</translation>
    </message>
    <message>
        <source>Sort by this column t&amp;oo</source>
        <translation>再按此列排序(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>筛选(&amp;F)</translation>
    </message>
    <message>
        <source>Type a filter</source>
        <translation>输入筛选</translation>
    </message>
    <message>
        <source>Open &amp;session…</source>
        <translation>打开会话(&amp;S)…</translation>
    </message>
    <message>
        <source>Show the runs of another session</source>
        <translation>显示另一会话的运行</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Empty trash</source>
        <translation>清空回收站</translation>
    </message>
    <message>
        <source>Remove %1 with all rounds for good?</source>
        <translation>永久删除 %1 及其所有轮次？</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>&amp;Standard</source>
        <translation>标准(&amp;S)</translation>
    </message>
    <message>
        <source>Filter, groups, columns and order under a name, in the session</source>
        <translation>以名称保存在会话中的筛选、分组、列和排序</translation>
    </message>
    <message>
        <source>&amp;Remove this view</source>
        <translation>删除此视图(&amp;R)</translation>
    </message>
    <message>
        <source>No view is open</source>
        <translation>没有打开的视图</translation>
    </message>
    <message>
        <source>&amp;At a round</source>
        <translation>在某轮(&amp;A)</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>At a round</source>
        <translation>在某轮</translation>
    </message>
    <message>
        <source>%1 at round:</source>
        <translation>%1，轮次：</translation>
    </message>
    <message>
        <source>Name of the view:</source>
        <translation>视图名称：</translation>
    </message>
    <message>
        <source>Show the runs of</source>
        <translation>显示其运行</translation>
    </message>
    <message>
        <source>Sessions (*.splitee)</source>
        <translation>会话 (*.splitee)</translation>
    </message>
    <message>
        <source>Open its set-&amp;up</source>
        <translation>打开其设置(&amp;U)</translation>
    </message>
    <message>
        <source>Under Live, to play it again or to change it</source>
        <translation>在“实时”页中，可重新运行或修改</translation>
    </message>
    <message>
        <source>Run &amp;again, verify</source>
        <translation>重复并验证(&amp;A)</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>参数扫描</translation>
    </message>
    <message>
        <source>Play many runs: every value of some parameters, with every policy and seed</source>
        <translation>进行多次运行：某些参数的每个取值，配合每个策略和种子</translation>
    </message>
    <message>
        <source>Sweep…</source>
        <translation>扫描…</translation>
    </message>
    <message>
        <source>Runs that agree in the ticked settings form one row: means over their seeds</source>
        <translation>在所选设置上一致的运行合为一行：对种子取平均</translation>
    </message>
    <message>
        <source>Group runs that agree in some settings</source>
        <translation>把某些设置一致的运行合为一组</translation>
    </message>
    <message>
        <source>Incomplete filter: %1</source>
        <translation>筛选不完整：%1</translation>
    </message>
    <message>
        <source>Play the selected runs again and check that they are identical</source>
        <translation>再次运行所选的运行，并检查结果是否完全一致</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>Resume an interrupted run and those that were played beside it</source>
        <translation>继续一个中断的运行以及与它并行的运行</translation>
    </message>
    <message>
        <source>Star or unstar the selected runs</source>
        <translation>为所选运行加或取消星标</translation>
    </message>
    <message>
        <source>Name, tags and note of the selected runs</source>
        <translation>所选运行的名称、标签和备注</translation>
    </message>
    <message>
        <source>Restore the selected runs from the trash</source>
        <translation>从回收站恢复所选运行</translation>
    </message>
    <message>
        <source>As a further key, after those already set</source>
        <translation>作为已有排序列之后的次级排序</translation>
    </message>
    <message>
        <source>Reloa&amp;d</source>
        <translation>重新加载(&amp;D)</translation>
    </message>
    <message>
        <source>Reload the session</source>
        <translation>重新加载会话</translation>
    </message>
    <message>
        <source>&amp;Save this view…</source>
        <translation>保存此视图(&amp;S)…</translation>
    </message>
    <message>
        <source>M&amp;inimum over the run</source>
        <translation>运行中的最小值(&amp;I)</translation>
    </message>
    <message>
        <source>Ma&amp;ximum over the run</source>
        <translation>运行中的最大值(&amp;X)</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>保存视图</translation>
    </message>
</context>
<context>
    <name>splitee::ScheduleBand</name>
    <message>
        <source>Schedule over the run</source>
        <translation>整个运行的日程</translation>
    </message>
</context>
<context>
    <name>splitee::ScheduleEditor</name>
    <message>
        <source>Nothing changes during the run.</source>
        <translation>运行期间没有变化。</translation>
    </message>
    <message>
        <source>Changes of the schedule</source>
        <translation>日程中的变化</translation>
    </message>
    <message>
        <source>Click a cell to change it; Delete removes a change</source>
        <translation>单击单元格可修改；Delete 键删除变化</translation>
    </message>
    <message>
        <source>Add change</source>
        <translation>添加变化</translation>
    </message>
    <message>
        <source>One more change of the schedule, which you then set</source>
        <translation>在日程中再加一个变化，然后设置它</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>The chosen change goes (Delete)</source>
        <translation>删除所选变化（Delete）</translation>
    </message>
    <message>
        <source>Choose a change in the table first</source>
        <translation>请先在表格中选择一个变化</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>第 %1 行：%2</translation>
    </message>
    <message>
        <source>Until that is mended, the schedule before holds.</source>
        <translation>在修正之前，先前的日程仍然有效。</translation>
    </message>
</context>
<context>
    <name>splitee::ScheduleModel</name>
    <message>
        <source>a day</source>
        <translation>一天</translation>
    </message>
    <message>
        <source>Add a change to the schedule</source>
        <translation>向日程添加变化</translation>
    </message>
    <message>
        <source>Remove a change of the schedule</source>
        <translation>删除日程中的变化</translation>
    </message>
    <message>
        <source>Change the schedule</source>
        <translation>修改日程</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>To</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>直到</translation>
    </message>
    <message>
        <source>The first round in which it is in force</source>
        <translation>开始生效的轮次</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>什么发生变化</translation>
    </message>
    <message>
        <source>The value before, or the severity at which a ramp begins</source>
        <translation>之前的值，或渐变开始时的强度</translation>
    </message>
    <message>
        <source>The value from that round on, or at the end of the ramp</source>
        <translation>从该轮起的值，或渐变结束时的值</translation>
    </message>
    <message>
        <source>The round in which a ramp has arrived; empty: the change comes at once</source>
        <translation>渐变到达终点的轮次；留空：立即变化</translation>
    </message>
</context>
<context>
    <name>splitee::SentenceCard</name>
    <message>
        <source>Group that is compared</source>
        <translation>被比较的组</translation>
    </message>
    <message>
        <source>The group that the sentence is about</source>
        <translation>句子所说的组</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>The group that differences are signed against</source>
        <translation>差异所对照的组</translation>
    </message>
    <message>
        <source>against</source>
        <translation>对比</translation>
    </message>
    <message>
        <source>Progress of reading</source>
        <translation>读取进度</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stop reading; what is shown stays</source>
        <translation>停止读取；已显示的保留</translation>
    </message>
    <message>
        <source>The difference in words</source>
        <translation>用文字表述的差异</translation>
    </message>
    <message>
        <source>Select runs or groups above to compare them.</source>
        <translation>在上方选择运行或组进行比较。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>a group alone, its figures</comment>
        <translation>%1：%2。</translation>
    </message>
    <message>
        <source>Choose two different groups to compare.</source>
        <translation>请选择两个不同的组进行对比。</translation>
    </message>
    <message>
        <source>The first %1 of %2 selected runs are compared.</source>
        <translation>只比较所选 %2 次运行中的前 %1 次。</translation>
    </message>
</context>
<context>
    <name>splitee::SessionController</name>
    <message>
        <source>run %1 differs from round %2 on: %3. Likely cause: %4</source>
        <translation>运行 %1 从第 %2 轮起不同：%3。可能的原因：%4</translation>
    </message>
    <message>
        <source>Repeating run %1: %2 %</source>
        <translation>正在重复运行 %1：%2 %</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Saving the session: %1 %</source>
        <translation>正在保存会话：%1 %</translation>
    </message>
    <message>
        <source>Sessions (*.splitee)</source>
        <translation>会话 (*.splitee)</translation>
    </message>
    <message>
        <source>Save session as</source>
        <translation>会话另存为</translation>
    </message>
    <message>
        <source>Save a copy of the session</source>
        <translation>保存会话副本</translation>
    </message>
    <message>
        <source>A copy is in %1</source>
        <translation>副本位于 %1</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>run %1 is identical, %2 rounds bit for bit</source>
        <translation>运行 %1 完全一致，%2 轮逐位相同</translation>
    </message>
    <message>
        <source>the session or the program was changed</source>
        <translation>会话或程序已更改</translation>
    </message>
    <message>
        <source>Session %1 is open in another window: runs of this window are logged to %2</source>
        <translation>会话 %1 已在另一个窗口中打开：此窗口的运行记录到 %2</translation>
    </message>
    <message>
        <source>Log the next runs to</source>
        <translation>将后续运行记录到</translation>
    </message>
    <message>
        <source>Saved as %1; the next runs are logged there</source>
        <translation>已另存为 %1；之后的运行记录在那里</translation>
    </message>
    <message>
        <source>A run on %1 was interrupted at round %2 of %3. No round is lost.</source>
        <translation>在 %1 上的运行在第 %2 轮（共 %3 轮）中断。没有丢失任何一轮。</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>%1 of %2 runs are identical, bit for bit</source>
        <translation>%2 个运行中有 %1 个完全一致，逐位相同</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>接管</translation>
    </message>
    <message>
        <source>run %1 has identical figures over %2 rounds, which were not logged</source>
        <translation>运行 %1 在未记录的 %2 轮上数值相同</translation>
    </message>
    <message>
        <source>run %1 has other figures: %2. Likely cause: %3</source>
        <translation>运行 %1 的数值不同：%2。可能原因：%3</translation>
    </message>
</context>
<context>
    <name>splitee::SettingChart</name>
    <message>
        <source>Against a setting</source>
        <translation>随设置变化</translation>
    </message>
    <message>
        <source>cost (λ)</source>
        <translation>成本 (λ)</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Against %1</source>
        <translation>随%1变化</translation>
    </message>
    <message>
        <source>95 % over seeds</source>
        <translation>种子的 95 %</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>at %1: %2 λ</source>
        <translation>%1 处：%2 λ</translation>
    </message>
    <message>
        <source> · %1 %</source>
        <translation> · %1 %</translation>
    </message>
    <message>
        <source>No setting with a number differs.</source>
        <translation>没有数值设置不同。</translation>
    </message>
    <message>
        <source>%1 lines of accuracy and cost against %2</source>
        <translation>%1 条准确率与成本随 %2 变化的线</translation>
    </message>
    <message>
        <source>No setting with a number differs between these runs.
Play some under another offloading cost, threshold or weight,
or start a sweep, and accuracy and cost stand here against it.</source>
        <translation>这些运行之间没有数值设置不同。
用另一个卸载成本、阈值或权重再运行几次，
或开始一次扫描，准确率与成本就会显示在这里。</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>准确率 (%)</translation>
    </message>
</context>
<context>
    <name>splitee::SettingMapChart</name>
    <message>
        <source>Learned layer</source>
        <translation>学到的层</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>准确率 (%)</translation>
    </message>
    <message>
        <source>Cost (λ)</source>
        <translation>成本 (λ)</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>干净</translation>
    </message>
    <message>
        <source>Over two settings</source>
        <translation>按两个设置</translation>
    </message>
    <message>
        <source>split layer chosen most often over all seeds</source>
        <translation>所有种子中最常选择的分割层</translation>
    </message>
    <message>
        <source>mean over the seeds</source>
        <translation>各种子的平均值</translation>
    </message>
    <message>
        <source>%1 %2, %3 %4</source>
        <translation>%1 %2，%3 %4</translation>
    </message>
    <message>
        <source>%1: no run</source>
        <translation>%1：无运行</translation>
    </message>
    <message>
        <source>%1: split layer %2, accuracy %3 %, cost %4 λ a sample, %5 seeds</source>
        <translation>%1：分割层 %2，准确率 %3 %，每样本成本 %4 λ，%5 个种子</translation>
    </message>
    <message>
        <source>No map yet.</source>
        <translation>尚无区域图。</translation>
    </message>
</context>
<context>
    <name>splitee::SettingMapPanel</name>
    <message>
        <source>Across</source>
        <translation>横向</translation>
    </message>
    <message>
        <source>What varies across</source>
        <translation>横轴上变化的设置</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>纵向</translation>
    </message>
    <message>
        <source>What varies upwards</source>
        <translation>纵轴上变化的设置</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation>单元格显示的内容</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Whose runs</source>
        <translation>哪个策略的运行</translation>
    </message>
    <message>
        <source>Choose two settings that differ.</source>
        <translation>请选择两个不同的设置。</translation>
    </message>
    <message>
        <source>A map needs two settings that vary: sweep two of them, such as the threshold and the distortion.</source>
        <translation>热图需要两个变化的设置：请扫描两个，例如阈值与失真。</translation>
    </message>
    <message>
        <source>%1 groups differ in something else, too, and are not shown: choose fewer runs.</source>
        <translation>%1 个组在其他方面也不同，未显示：请选择较少的运行。</translation>
    </message>
</context>
<context>
    <name>splitee::Setup</name>
    <message>
        <source>Change %1</source>
        <translation>更改 %1</translation>
    </message>
</context>
<context>
    <name>splitee::SetupPanel</name>
    <message>
        <source>Reset</source>
        <translation>重置</translation>
    </message>
    <message>
        <source>Back to the paper&apos;s values: λ₁ 1, λ₂ 0, μ 0.1, o 5, α 0.7</source>
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
        <source>Reset to the paper&apos;s values</source>
        <translation>恢复论文中的值</translation>
    </message>
    <message>
        <source>λ: the cost of one block; a layer costs as many as its depth d</source>
        <translation>λ：一个块的成本；一层的成本等于其深度 d</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>区间带</translation>
    </message>
    <message>
        <source>How many seeds stand behind the bands, the figures with ± and What-if: more make the mean surer and take longer. The run itself plays one seed.</source>
        <translation>区间带、带 ± 的数字和“假设”背后的种子数：越多均值越可靠，但耗时更长。运行本身只用一个种子。</translation>
    </message>
    <message>
        <source>Seeds of a band</source>
        <translation>区间带的种子数</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子数</translation>
    </message>
</context>
<context>
    <name>splitee::SetupRunner</name>
    <message>
        <source>Restart with the recorded changes</source>
        <translation>按记录的更改重新开始</translation>
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
        <source>Nothing is running</source>
        <translation>没有正在运行的内容</translation>
    </message>
    <message>
        <source>This run is over: press Space to begin another</source>
        <translation>本次运行已结束：按空格键开始新的运行</translation>
    </message>
    <message>
        <source>There is nothing to play yet: choose an example or a source</source>
        <translation>还没有可运行的内容：请选择一个示例或来源</translation>
    </message>
    <message>
        <source>%1 knows the whole schedule before its first round, so no setting can change during this run</source>
        <translation>%1 在第一轮之前就知道整个日程，因此本次运行中不能更改设置</translation>
    </message>
    <message>
        <source>Restart with the change</source>
        <translation>带此变化重新开始</translation>
    </message>
</context>
<context>
    <name>splitee::SeverityChart</name>
    <message>
        <source>By severity</source>
        <translation>按强度</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>准确率 (%)</translation>
    </message>
    <message>
        <source>cost (λ)</source>
        <translation>代价 (λ)</translation>
    </message>
    <message>
        <source>severity (0: clean)</source>
        <translation>强度（0：干净）</translation>
    </message>
    <message>
        <source>offloaded (%)</source>
        <translation>卸载 (%)</translation>
    </message>
    <message>
        <source>By severity: %1</source>
        <translation>按强度：%1</translation>
    </message>
    <message>
        <source>%1 images, mean of %2 seeds</source>
        <translation>%1 张图像，%2 个种子的均值</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>干净</translation>
    </message>
    <message>
        <source>severity %1</source>
        <translation>强度 %1</translation>
    </message>
    <message>
        <source>%1 % · %2 λ · %3 % offloaded · layer %4</source>
        <translation>%1 % · %2 λ · 卸载 %3 % · 第 %4 层</translation>
    </message>
    <message>
        <source>%1 of %2 severities of %3 computed</source>
        <translation>%3：已计算 %2 个强度中的 %1 个</translation>
    </message>
</context>
<context>
    <name>splitee::SeverityMap</name>
    <message>
        <source>clean</source>
        <translation>干净</translation>
    </message>
    <message>
        <source>Split layer by corruption and severity</source>
        <translation>按失真和强度的分割层</translation>
    </message>
    <message>
        <source>%1: not computed yet</source>
        <translation>%1：尚未计算</translation>
    </message>
    <message>
        <source>%1: split layer %2 of %3, accuracy %4 %, cost %5 λ a sample, offloaded %6 %</source>
        <translation>%1：分割层 %2（共 %3），准确率 %4 %，每样本代价 %5 λ，卸载 %6 %</translation>
    </message>
</context>
<context>
    <name>splitee::SeverityPanel</name>
    <message>
        <source>By severity</source>
        <translation>按强度</translation>
    </message>
    <message>
        <source>Whose split layer the map shows</source>
        <translation>图中显示谁的分割层</translation>
    </message>
    <message>
        <source>Progress of the map</source>
        <translation>图的进度</translation>
    </message>
    <message>
        <source>Shows the network %1 images under each of %2 distortions, then plays the policies on its answers. What is known stays while costs change.</source>
        <translation>让网络在 %2 种失真下各看 %1 张图像，然后用其回答运行各策略。代价改变时，已知的回答保留。</translation>
    </message>
    <message>
        <source>Split layer of %1</source>
        <translation>%1 的分割层</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>An exit table holds answers and no images. Choose a network that runs live on images under Source to see what corruptions do to it.</source>
        <translation>出口表只有回答，没有图像。请在“来源”中选择在图像上实时运行的网络，以查看失真的影响。</translation>
    </message>
    <message>
        <source>Corruptions are of images, and this network reads texts.</source>
        <translation>这些失真针对图像，而此网络读取文本。</translation>
    </message>
    <message>
        <source>%1 of %2 distortions</source>
        <translation>%2 种失真中的 %1 种</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 张图像/秒</translation>
    </message>
    <message>
        <source>What do noise, blur, weather and light cost, and where does the learner split then? Compute shows the network %1 images under each corruption.</source>
        <translation>噪声、模糊、天气和光照的代价是多少，学习器此时在哪里分割？“计算”让网络在每种失真下看 %1 张图像。</translation>
    </message>
    <message>
        <source>Click a cell to play that distortion; a row&apos;s name shows it in the chart. %1 rounds, mean of %2 seeds, costs as they are set.</source>
        <translation>点击单元格即可使用该失真；点击行名可在图表中显示。%1 轮，%2 个种子的均值，代价按当前设置。</translation>
    </message>
</context>
<context>
    <name>splitee::SourceForm</name>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>A model file (.mee), or one that comes with the program</source>
        <translation>模型文件 (.mee)，或程序自带的网络</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样本</translation>
    </message>
    <message>
        <source>The images or texts that it is shown</source>
        <translation>展示给它的图像或文本</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>Samples that the network was not trained on, the test part, show what it is worth</source>
        <translation>未用于训练的样本，即测试部分，能显示网络的价值</translation>
    </message>
    <message>
        <source>Distortion</source>
        <translation>失真</translation>
    </message>
    <message>
        <source>What is done to every sample</source>
        <translation>对每个样本的处理</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>How strong the distortion is</source>
        <translation>失真的强弱</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>The exit table (.exits, or .csv) that is written</source>
        <translation>写入的出口表（.exits 或 .csv）</translation>
    </message>
    <message>
        <source>Save the exit table</source>
        <translation>保存出口表</translation>
    </message>
    <message>
        <source>Exit tables (*.exits *.csv)</source>
        <translation>出口表 (*.exits *.csv)</translation>
    </message>
    <message>
        <source>Replace the file that is there</source>
        <translation>替换已有文件</translation>
    </message>
    <message>
        <source>A model file…</source>
        <translation>模型文件…</translation>
    </message>
    <message>
        <source>Networks (*.mee);;All files (*)</source>
        <translation>网络 (*.mee);;所有文件 (*)</translation>
    </message>
    <message>
        <source>The files are being read</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>The file %1 exists already: name another, or let it be replaced</source>
        <translation>文件 %1 已存在：请另选名称，或允许替换</translation>
    </message>
    <message>
        <source>Choose a network</source>
        <translation>请选择网络</translation>
    </message>
    <message>
        <source>Choose what the network is shown</source>
        <translation>请选择展示给网络的样本</translation>
    </message>
    <message>
        <source>Say where the exit table goes</source>
        <translation>请指定出口表的位置</translation>
    </message>
</context>
<context>
    <name>splitee::SourcePicker</name>
    <message>
        <source>Choose source</source>
        <translation>选择来源</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>浏览</translation>
    </message>
    <message>
        <source>%1, a network live</source>
        <translation>%1，实时网络</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Open an exit table or a network from a file (Ctrl+O)</source>
        <translation>从文件打开出口表或网络 (Ctrl+O)</translation>
    </message>
    <message>
        <source>An exit table: the answers of every exit of a network to every sample. Or a network that runs live, split in two.
Drop a table (.csv, .exits) or a network (.mee, .pt) anywhere on the window.</source>
        <translation>出口表：网络每个出口对每个样本的回答。或分成两部分实时运行的网络。
可将表格 (.csv, .exits) 或网络 (.mee, .pt) 拖到窗口任意处。</translation>
    </message>
    <message>
        <source>road signs</source>
        <translation>交通标志</translation>
    </message>
    <message>
        <source>%1, a network live, %2</source>
        <translation>%1，实时网络，%2</translation>
    </message>
    <message>
        <source>%1, a network live on %2, %3</source>
        <translation>%1，实时网络，图像 %2，%3</translation>
    </message>
    <message>
        <source>Change distortion</source>
        <translation>更改失真</translation>
    </message>
    <message>
        <source>CIFAR-10, wide exits</source>
        <translation>CIFAR-10，宽出口</translation>
    </message>
    <message>
        <source>CIFAR-10, corrupted</source>
        <translation>CIFAR-10（损坏）</translation>
    </message>
    <message>
        <source>photographs</source>
        <translation>照片</translation>
    </message>
</context>
<context>
    <name>splitee::SourceSearch</name>
    <message>
        <source>Find a source</source>
        <translation>查找来源</translation>
    </message>
    <message>
        <source>By words of its name, such as: photographs fog 3</source>
        <translation>按名称中的词查找，例如：照片 雾 3</translation>
    </message>
    <message>
        <source>No source has these words</source>
        <translation>没有来源含有这些词</translation>
    </message>
</context>
<context>
    <name>splitee::SourceSheet</name>
    <message>
        <source>Read exit table</source>
        <translation>读取出口表</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>What every exit of a network says of every sample, as a file that is replayed at memory speed.</source>
        <translation>网络每个出口对每个样本的回答，存为能以内存速度重放的文件。</translation>
    </message>
    <message>
        <source>How often each exit of a network is right.</source>
        <translation>网络每个出口的正确率。</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>读取</translation>
    </message>
</context>
<context>
    <name>splitee::SplitChart</name>
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
    <name>splitee::SplitPairChart</name>
    <message>
        <source>Split layers of both</source>
        <translation>两者的切分层</translation>
    </message>
    <message>
        <source>round</source>
        <translation>轮次</translation>
    </message>
    <message>
        <source>split layer</source>
        <translation>切分层</translation>
    </message>
    <message>
        <source>means of %1 rounds</source>
        <translation>%1 轮的均值</translation>
    </message>
    <message>
        <source>%1 rounds</source>
        <translation>%1 轮</translation>
    </message>
    <message>
        <source>rounds that differ</source>
        <translation>不同的轮次</translation>
    </message>
    <message>
        <source>%1 of %2 rounds differ</source>
        <translation>%2 轮中有 %1 轮不同</translation>
    </message>
    <message>
        <source>No two runs are compared.</source>
        <translation>没有比较两次运行。</translation>
    </message>
</context>
<context>
    <name>splitee::SweepSheet</name>
    <message>
        <source>Every combination</source>
        <translation>所有组合</translation>
    </message>
    <message>
        <source>Random points</source>
        <translation>随机点</translation>
    </message>
    <message>
        <source>Random points, evenly spread</source>
        <translation>均匀分布的随机点</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1 个点</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 个点</translation>
    </message>
    <message>
        <source>1 policy</source>
        <translation>1 个策略</translation>
    </message>
    <message>
        <source>%1 policies</source>
        <translation>%1 个策略</translation>
    </message>
    <message>
        <source>1 seed</source>
        <translation>1 个种子</translation>
    </message>
    <message>
        <source>%1 seeds</source>
        <translation>%1 个种子</translation>
    </message>
    <message>
        <source>%1 exit tables</source>
        <translation>%1 个出口表</translation>
    </message>
    <message>
        <source>Save the sweep as a file…</source>
        <translation>将扫描保存为文件…</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>参数扫描</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>A file that splitee sweep takes</source>
        <translation>splitee sweep 可用的文件</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>点</translation>
    </message>
    <message>
        <source>Which points of the space of all values are played</source>
        <translation>在所有取值的空间中运行哪些点</translation>
    </message>
    <message>
        <source>Runs of each policy at each point, with one seed after the other</source>
        <translation>每个策略在每个点上的运行次数，依次使用各个种子</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>种子数</translation>
    </message>
    <message>
        <source>The set-up of the page Live</source>
        <translation>“实时”页的设置</translation>
    </message>
    <message>
        <source>%1, all else as the page Live is set up</source>
        <translation>%1，其余与“实时”页的设置相同</translation>
    </message>
    <message>
        <source>%1 varies %2 parameters, and a sheet has room for %3: play it with splitee sweep</source>
        <translation>%1 变化 %2 个参数，而此处只能容纳 %3 个：请用 splitee sweep 运行</translation>
    </message>
    <message>
        <source>%1, all else as %2 says</source>
        <translation>%1，其余按 %2</translation>
    </message>
    <message>
        <source>A sweep replays exit tables, and the set-up is a live one: choose an exit table as the source under Live</source>
        <translation>参数扫描重放出口表，而当前设置是实时运行：请在“实时”页选择一个出口表作为来源</translation>
    </message>
    <message>
        <source>Choose an exit table as the source under Live first, or open a sweep file</source>
        <translation>请先在“实时”页选择一个出口表作为来源，或打开一个扫描文件</translation>
    </message>
    <message>
        <source>Number of points</source>
        <translation>点的数量</translation>
    </message>
    <message>
        <source>Every combination has as many points as the values make</source>
        <translation>所有组合：点数由取值决定</translation>
    </message>
    <message>
        <source>How many points are drawn</source>
        <translation>抽取多少个点</translation>
    </message>
    <message>
        <source>Save the sweep</source>
        <translation>保存扫描</translation>
    </message>
    <message>
        <source>Sweeps (*.json)</source>
        <translation>参数扫描 (*.json)</translation>
    </message>
    <message>
        <source>Cannot write sweep %1: %2</source>
        <translation>无法写入扫描 %1：%2</translation>
    </message>
    <message>
        <source>Log every round</source>
        <translation>记录每一轮</translation>
    </message>
    <message>
        <source>Close without starting; the fields keep their values (Esc)</source>
        <translation>关闭而不开始；各字段保留其值 (Esc)</translation>
    </message>
    <message>
        <source>For charts that compare runs, and to verify runs; without it, a run is one row and can be played again bit for bit</source>
        <translation>用于比较运行的图表和验证运行；否则一次运行只占一行，仍可逐位重放</translation>
    </message>
    <message>
        <source>Logged to %1</source>
        <translation>记录于 %1</translation>
    </message>
    <message>
        <source>Play the runs that the session lacks (Ctrl+Enter)</source>
        <translation>运行会话中尚缺的部分 (Ctrl+Enter)</translation>
    </message>
    <message>
        <source>As %1 says</source>
        <translation>按 %1 所述</translation>
    </message>
</context>
<context>
    <name>splitee::SweepStrip</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>参数扫描</translation>
    </message>
    <message>
        <source>Runs played</source>
        <translation>已完成的运行</translation>
    </message>
    <message>
        <source>opening the exit tables</source>
        <translation>正在打开出口表</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 / %2 次运行</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>正在取消</translation>
    </message>
    <message>
        <source>%1 runs/s</source>
        <translation>%1 次/秒</translation>
    </message>
    <message>
        <source>It ends in a moment</source>
        <translation>即将结束</translation>
    </message>
    <message>
        <source>End the sweep; finished runs stay logged, and starting it again plays the rest</source>
        <translation>结束扫描；已完成的运行保留在记录中，再次开始时只运行剩余部分</translation>
    </message>
</context>
<context>
    <name>splitee::Sweeps</name>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>A sweep plays already: wait for its end, or cancel it</source>
        <translation>已有扫描在运行：请等待其结束，或取消它</translation>
    </message>
    <message>
        <source>Nothing was left to play: the session holds all %1 of the sweep</source>
        <translation>没有剩余的运行：会话已包含该扫描的全部%1</translation>
    </message>
    <message>
        <source>The sweep is done: %1 played in %2</source>
        <translation>扫描完成：%1，用时 %2</translation>
    </message>
    <message>
        <source>The sweep is done: %1 played in %2, %3 finished before</source>
        <translation>扫描完成：%1，用时 %2，此前已有 %3 次</translation>
    </message>
    <message>
        <source>The sweep was cancelled: %1 of %2 are logged, and starting it again plays the rest</source>
        <translation>扫描已取消：%2中已记录 %1 次，再次开始时只运行剩余部分</translation>
    </message>
</context>
<context>
    <name>splitee::TableCharts</name>
    <message>
        <source>Move α</source>
        <translation>移动 α</translation>
    </message>
</context>
<context>
    <name>splitee::TemperatureFit</name>
    <message>
        <source>Fit</source>
        <translation>拟合</translation>
    </message>
    <message>
        <source>Fit on…</source>
        <translation>用表格…</translation>
    </message>
    <message>
        <source>Fit on the validation part</source>
        <translation>在验证部分上拟合</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>There is no exit table to fit them to</source>
        <translation>没有可供拟合的出口表</translation>
    </message>
    <message>
        <source>Fits one temperature for each exit, so that confidence says how often the exit is right. Fitted to the samples that are shown, the diagram after it is a little too good: better take another table of the same network.</source>
        <translation>为每个出口拟合一个温度，使置信度说明该出口有多常正确。若用所示样本拟合，之后的图会略显偏好：最好使用同一网络的另一张表。</translation>
    </message>
    <message>
        <source>Fits them on an exit table of other samples, such as the validation part: then the diagram after it is what to expect</source>
        <translation>用其他样本（例如验证部分）的出口表拟合：之后的图就是可以预期的结果</translation>
    </message>
    <message>
        <source>Reads what the exits say of the validation part of %1, in the background, and fits one temperature for each exit. Test samples are never used.</source>
        <translation>在后台读取各出口对 %1 验证部分的回答，并为每个出口拟合一个温度。绝不使用测试样本。</translation>
    </message>
    <message>
        <source>End the reading; what was read by then is kept for the next time</source>
        <translation>结束读取；已读取的内容留待下次使用</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Fit temperatures first</source>
        <translation>请先拟合温度</translation>
    </message>
    <message>
        <source>Copy %1: the set-up of a replay of its exit tables takes them; a live run plays confidences as the network gives them</source>
        <translation>复制 %1：其出口表回放的设置可使用它们；实时运行按网络给出的置信度进行</translation>
    </message>
    <message>
        <source>The setting Temperature becomes %1: from the next run on, policies see confidences at these temperatures</source>
        <translation>设置“温度”变为 %1：从下一次运行起，策略看到的是这些温度下的置信度</translation>
    </message>
    <message>
        <source>Fit temperatures on</source>
        <translation>用于拟合温度的表格</translation>
    </message>
    <message>
        <source>Exit tables (*.exits *.csv)</source>
        <translation>出口表 (*.exits *.csv)</translation>
    </message>
    <message>
        <source>Fitted on the %1 samples of the validation part of %2; the diagram shows the samples that play.</source>
        <translation>在 %2 验证部分的 %1 个样本上拟合；图中显示正在运行的样本。</translation>
    </message>
    <message>
        <source>Fitted on the %1 samples of the validation part of %2, which the diagram shows, too: on others it is a little worse.</source>
        <translation>在 %2 验证部分的 %1 个样本上拟合，图中也显示这些样本：在其他样本上会略差。</translation>
    </message>
    <message>
        <source>Reading the validation part of %1 …</source>
        <translation>正在读取 %1 的验证部分 …</translation>
    </message>
    <message>
        <source>Reading the validation part of %1: %2 of %3 samples</source>
        <translation>正在读取 %1 的验证部分：%2 / %3 个样本</translation>
    </message>
    <message>
        <source>Cancelled: no temperatures were fitted.</source>
        <translation>已取消：未拟合温度。</translation>
    </message>
</context>
<context>
    <name>splitee::TextPreview</name>
    <message>
        <source>Preview</source>
        <translation>预览</translation>
    </message>
    <message>
        <source>Another text of the dataset</source>
        <translation>数据集中的另一条文本</translation>
    </message>
    <message>
        <source>Another text</source>
        <translation>另一条文本</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Type a text of your own: every exit answers as you type. What the network does not read any more is struck through.</source>
        <translation>输入自己的文本：各出口随输入实时回答。网络不再读取的部分以删除线标出。</translation>
    </message>
    <message>
        <source>Type a text</source>
        <translation>输入文本</translation>
    </message>
    <message>
        <source>Distorted text</source>
        <translation>失真文本</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>干净</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>您的文本</translation>
    </message>
    <message>
        <source>A text of the dataset</source>
        <translation>数据集中的文本</translation>
    </message>
    <message>
        <source>A text of the dataset: %1</source>
        <translation>数据集中的文本：%1</translation>
    </message>
</context>
<context>
    <name>splitee::ThresholdChart</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 λ · %2 offloaded</source>
        <translation>%1 λ · 卸载 %2</translation>
    </message>
    <message>
        <source>%1 correct · %2</source>
        <translation>正确 %1 · %2</translation>
    </message>
    <message>
        <source>Threshold sensitivity</source>
        <translation>阈值敏感性</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>准确率 (%)</translation>
    </message>
    <message>
        <source>cost (λ per sample)</source>
        <translation>成本（λ/样本）</translation>
    </message>
    <message>
        <source>offloaded (%)</source>
        <translation>卸载 (%)</translation>
    </message>
    <message>
        <source>threshold α</source>
        <translation>阈值 α</translation>
    </message>
    <message>
        <source>Drag the line, or move it with the left and right keys: it sets α.</source>
        <translation>拖动竖线，或用左右键移动：它设置 α。</translation>
    </message>
    <message>
        <source>no table yet</source>
        <translation>尚无出口表</translation>
    </message>
    <message>
        <source>reading the table …</source>
        <translation>正在读取出口表…</translation>
    </message>
    <message>
        <source>best split</source>
        <translation>最佳分割</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>%1 final</source>
        <translation>%1 最终</translation>
    </message>
    <message>
        <source>known where an exit table plays</source>
        <translation>运行出口表时可知</translation>
    </message>
    <message>
        <source>α %1, best split %2: %3</source>
        <translation>α %1，最佳分割 %2：%3</translation>
    </message>
    <message>
        <source>fixed splits; best by expected reward, %1 samples of the table</source>
        <translation>固定分割；最佳按期望奖励，表中 %1 个样本</translation>
    </message>
    <message>
        <source>fixed splits</source>
        <translation>固定分割</translation>
    </message>
    <message>
        <source>α %1</source>
        <translation>α %1</translation>
    </message>
    <message>
        <source>best split %1</source>
        <translation>最佳分割 %1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>splitee::TimeLine</name>
    <message>
        <source>Time line: the round that is shown</source>
        <translation>时间线：正在显示的轮</translation>
    </message>
    <message>
        <source>round %1 of %2 is shown</source>
        <translation>显示第 %1 / %2 轮</translation>
    </message>
    <message>
        <source>the newest round is shown</source>
        <translation>显示最新一轮</translation>
    </message>
    <message>
        <source>from round %1: %2</source>
        <translation>从第 %1 轮起：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more changes</source>
        <translation>
            <numerusform>以及另外 %n 处改变</numerusform>
        </translation>
    </message>
    <message>
        <source>Click: show round %1</source>
        <translation>单击：显示第 %1 轮</translation>
    </message>
    <message>
        <source>Not played yet. Click: show the newest round</source>
        <translation>尚未进行。单击：显示最新一轮</translation>
    </message>
    <message>
        <source>rounds %1 to %2: %3</source>
        <translation>第 %1 至 %2 轮：%3</translation>
    </message>
</context>
<context>
    <name>splitee::Tour</name>
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
    <name>splitee::TrainForm</name>
    <message>
        <source>Replace the file that is there</source>
        <translation>替换已有文件</translation>
    </message>
    <message>
        <source>Go on from its checkpoint, with the same settings</source>
        <translation>使用相同设置，从其检查点接着进行</translation>
    </message>
    <message>
        <source>MobileNetV2, for images</source>
        <translation>MobileNetV2，用于图像</translation>
    </message>
    <message>
        <source>Encoder, for texts</source>
        <translation>编码器，用于文本</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 像素</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>A convolutional network with an exit at seven of its blocks, or a text encoder with one after each layer</source>
        <translation>在七个模块处带出口的卷积网络，或每层之后都有出口的文本编码器</translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation>学习数据</translation>
    </message>
    <message>
        <source>Images in a folder a class, CIFAR-10, or texts with labels: in a folder, a file or an archive</source>
        <translation>每类一个文件夹的图像、CIFAR-10 或带标签的文本：在文件夹、文件或压缩包中</translation>
    </message>
    <message>
        <source>Image side</source>
        <translation>图像边长</translation>
    </message>
    <message>
        <source>Images of a folder are resized to this width and height</source>
        <translation>文件夹中的图像会缩放到此宽度和高度</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>宽度</translation>
    </message>
    <message>
        <source>Channels, as a multiple of MobileNetV2&apos;s: a smaller network is faster and learns less</source>
        <translation>通道数，为 MobileNetV2 的倍数：较小的网络更快，但学得更少</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>层数</translation>
    </message>
    <message>
        <source>Each has an exit after it</source>
        <translation>每层之后有一个出口</translation>
    </message>
    <message>
        <source>Hidden width</source>
        <translation>隐藏宽度</translation>
    </message>
    <message>
        <source>Values that a token has between two layers; a multiple of 4</source>
        <translation>两层之间每个词元的数值个数；4 的倍数</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>训练轮数</translation>
    </message>
    <message>
        <source>Passes over the training samples; the best one is kept</source>
        <translation>遍历训练样本的次数；保留最好的一轮</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>种子</translation>
    </message>
    <message>
        <source>Fixes first weights, order and augmentation: the same seed gives the same network</source>
        <translation>固定初始权重、顺序和数据增强：相同的种子得到相同的网络</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>The model file (.mee) that is made</source>
        <translation>生成的模型文件 (.mee)</translation>
    </message>
    <message>
        <source>Save the network</source>
        <translation>保存网络</translation>
    </message>
    <message>
        <source>Networks (*.mee)</source>
        <translation>网络 (*.mee)</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>%1 classes: %2</source>
        <translation>%1 个类别：%2</translation>
    </message>
    <message>
        <source>The data are being read</source>
        <translation>正在读取数据</translation>
    </message>
    <message>
        <source>Choose what the network learns from</source>
        <translation>请选择网络从什么数据中学习</translation>
    </message>
    <message>
        <source>Say where the model file goes</source>
        <translation>请指定模型文件的位置</translation>
    </message>
    <message>
        <source>The file %1 exists already: name another, or let it be replaced</source>
        <translation>文件 %1 已存在：请另选名称，或允许替换</translation>
    </message>
</context>
<context>
    <name>splitee::TrainSheet</name>
    <message>
        <source>Train a network</source>
        <translation>训练网络</translation>
    </message>
    <message>
        <source>A process of its own trains it beside the window. It keeps the best epoch, can be paused, and goes on after a crash.</source>
        <translation>由窗口之外的独立进程训练。它保留最好的一轮，可以暂停，崩溃后也能接着进行。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
</context>
<context>
    <name>splitee::TrainingChart</name>
    <message>
        <source>Loss and accuracy</source>
        <translation>损失与准确率</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>训练轮次</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>准确率 (%)</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>保留</translation>
    </message>
    <message>
        <source>the first figures come soon</source>
        <translation>首批数据即将出现</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>第 %1 轮训练</translation>
    </message>
    <message>
        <source>Epoch %1 of %2: loss %3, accuracy of the final exit %4 %; epoch %5 is kept.</source>
        <translation>第 %1 轮训练，共 %2 轮：损失 %3，最终出口准确率 %4 %；保留第 %5 轮。</translation>
    </message>
    <message>
        <source>No epoch is finished yet.</source>
        <translation>还没有完成任何一轮训练。</translation>
    </message>
    <message>
        <source>loss %1, %2 %</source>
        <translation>损失 %1，%2 %</translation>
    </message>
</context>
<context>
    <name>splitee::WelcomePage</name>
    <message>
        <source>Where should a network be cut?</source>
        <translation>网络应该在哪里切开？</translation>
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
        <source>Open a file…</source>
        <translation>打开文件…</translation>
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
    <message>
        <source>A device computes the first layers of a network and evaluates an exit. If the exit is confident enough, the sample leaves with its answer; if not, the rest is computed in the cloud, which costs. The layer where the device stops is the split layer. A learner finds it round by round, one sample at a time, without labels.</source>
        <translation>设备计算网络的前几层，并计算一个出口。如果该出口的置信度足够高，样本就带着它的答案离开；否则其余部分在云端计算，而这需要成本。设备停下的那一层就是分割层。学习器逐轮、逐个样本地找到它，无需标签。</translation>
    </message>
    <message>
        <source>Back to what is loaded (Esc)</source>
        <translation>返回已载入的内容 (Esc)</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>最近的文件</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>返回 %1</translation>
    </message>
    <message>
        <source>An exit table, a network, an experiment, a session, texts or an archive of images (Ctrl+O)</source>
        <translation>出口表、网络、实验、会话、文本或图像压缩包 (Ctrl+O)</translation>
    </message>
    <message>
        <source>or drop an exit table (.csv, .exits), a network (.mee, .pt), a folder or archive of images or texts, an experiment (.json) or a session anywhere on this window</source>
        <translation>或将出口表 (.csv, .exits)、网络 (.mee, .pt)、图像或文本的文件夹或压缩包、实验 (.json) 或会话拖到此窗口的任意位置</translation>
    </message>
</context>
<context>
    <name>splitee::WhatIf</name>
    <message>
        <source>accuracy not known</source>
        <translation>准确率未知</translation>
    </message>
    <message>
        <source>accuracy %1 points</source>
        <translation>准确率 %1 点</translation>
    </message>
    <message>
        <source>accuracy %1 ± %2 points</source>
        <translation>准确率 %1 ± %2 点</translation>
    </message>
    <message>
        <source>cost %1 %, %2</source>
        <translation>成本 %1 %，%2</translation>
    </message>
    <message>
        <source>What if the costs were…</source>
        <translation>如果成本是……</translation>
    </message>
    <message>
        <source>Mean of %1 seeds of %2 rounds, band 95 %</source>
        <translation>%1 个种子、每个 %2 轮的均值，95 % 区间带</translation>
    </message>
    <message>
        <source>%1. Against the final exit:</source>
        <translation>%1。与最终出口相比：</translation>
    </message>
    <message>
        <source> (computing …)</source>
        <translation>（正在计算…）</translation>
    </message>
    <message>
        <source>accuracy unchanged</source>
        <translation>准确率不变</translation>
    </message>
    <message>
        <source>%1. %2, against the thin grey lines:</source>
        <translation>%1。%2，与细灰线相比：</translation>
    </message>
    <message>
        <source>cost %1 % (%2 → %3 λ per sample), %4</source>
        <translation>成本 %1 %（%2 → %3 λ/样本），%4</translation>
    </message>
    <message>
        <source>Result of the setting in words</source>
        <translation>该设置的结果说明</translation>
    </message>
</context>
<context>
    <name>splitee::WhatIfChart</name>
    <message>
        <source>What if the costs were…</source>
        <translation>如果成本是……</translation>
    </message>
    <message>
        <source>round</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>final exit</source>
        <translation>最终出口</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>尚无内容。</translation>
    </message>
    <message>
        <source>cost (λ)</source>
        <translation>成本 (λ)</translation>
    </message>
    <message>
        <source>regret</source>
        <translation>遗憾</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>准确率 (%)</translation>
    </message>
    <message>
        <source>%1: cost %2 λ per sample, accuracy %3 %</source>
        <translation>%1：每个样本成本 %2 λ，准确率 %3 %</translation>
    </message>
</context>
<context>
    <name>splitee::WhyPanel</name>
    <message>
        <source>Why this layer?</source>
        <translation>为什么是这一层？</translation>
    </message>
    <message>
        <source>No rounds yet. Press Space to run; then click a round in a chart.</source>
        <translation>尚无轮次。按空格键运行，然后在图表中点击某一轮。</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>策略</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>轮</translation>
    </message>
    <message>
        <source>The round that is explained; a click on a chart chooses one too</source>
        <translation>所解释的轮次；在图表中点击也可选择</translation>
    </message>
    <message>
        <source>Previous round</source>
        <translation>上一轮</translation>
    </message>
    <message>
        <source>One round back</source>
        <translation>后退一轮</translation>
    </message>
    <message>
        <source>Next round</source>
        <translation>下一轮</translation>
    </message>
    <message>
        <source>One round on</source>
        <translation>前进一轮</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最后一轮</translation>
    </message>
    <message>
        <source>Last round</source>
        <translation>最后一轮</translation>
    </message>
    <message>
        <source>Follow the last round while it plays</source>
        <translation>运行时跟随最后一轮</translation>
    </message>
    <message>
        <source>Confidence of each exit</source>
        <translation>各出口的置信度</translation>
    </message>
    <message>
        <source>How it chose</source>
        <translation>如何选择</translation>
    </message>
    <message>
        <source>What it cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>What it earned</source>
        <translation>收益</translation>
    </message>
    <message>
        <source>Index of every layer</source>
        <translation>各层的指标</translation>
    </message>
    <message>
        <source>This is the first round</source>
        <translation>这是第一轮</translation>
    </message>
    <message>
        <source>This is the last round so far</source>
        <translation>这是目前的最后一轮</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>已选</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Mean Q</source>
        <translation>均值 Q</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Replaying the run up to round %1 …</source>
        <translation>正在重新运行到第 %1 轮…</translation>
    </message>
    <message>
        <source>Policy whose choice is explained</source>
        <translation>要解释其选择的策略</translation>
    </message>
    <message>
        <source>Text of the sample</source>
        <translation>样本文本</translation>
    </message>
    <message>
        <source>Image of the sample</source>
        <translation>样本图像</translation>
    </message>
    <message>
        <source>Had it split at another layer</source>
        <translation>若在其他层切分</translation>
    </message>
    <message>
        <source>This sample, split at every layer</source>
        <translation>该样本在各层切分的结果</translation>
    </message>
    <message>
        <source>As the network was shown it</source>
        <translation>网络所看到的样子</translation>
    </message>
    <message>
        <source>Each row: the sample leaves at that exit with a confidence of at least α = %1, else the cloud answers.</source>
        <translation>每一行：置信度不低于 α = %1 时样本在该出口离开，否则由云端回答。</translation>
    </message>
    <message>
        <source>A dash: nobody has asked the network for that exit.</source>
        <translation>短横线：没有策略向网络询问过该出口。</translation>
    </message>
</context>
<context>
    <name>splitee::WorkLine</name>
    <message>
        <source>Trying the network</source>
        <translation>正在试运行网络</translation>
    </message>
    <message>
        <source>Computing features</source>
        <translation>正在计算特征</translation>
    </message>
    <message>
        <source>Training the exits</source>
        <translation>正在训练出口</translation>
    </message>
    <message>
        <source>Validating</source>
        <translation>正在验证</translation>
    </message>
    <message>
        <source>Writing the model file</source>
        <translation>正在写入模型文件</translation>
    </message>
    <message>
        <source>Reading the images</source>
        <translation>正在读取图像</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>导入进度</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 / %2 张图像</translation>
    </message>
    <message>
        <source>%1 of %2 exits</source>
        <translation>%1 / %2 个出口</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>正在取消</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 张/秒</translation>
    </message>
    <message>
        <source>%1 exits/s</source>
        <translation>%1 个出口/秒</translation>
    </message>
</context>
</TS>
