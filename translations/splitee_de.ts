<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Advice</name>
    <message>
        <source> (with every seed)</source>
        <translation> (mit jedem Seed)</translation>
    </message>
    <message>
        <source> (95 % %1 to %2)</source>
        <translation> (95 %: %1 bis %2)</translation>
    </message>
    <message>
        <source> (%1 points, 95 % %2 to %3)</source>
        <translation> (%1 Punkte, 95 %: %2 bis %3)</translation>
    </message>
    <message>
        <source> (%1 lambda, 95 % %2 to %3)</source>
        <translation> (%1 λ, 95 %: %2 bis %3)</translation>
    </message>
    <message>
        <source>; without labels, accuracy is unknown</source>
        <translation>; ohne Labels ist die Genauigkeit unbekannt</translation>
    </message>
    <message>
        <source>, at the same accuracy</source>
        <translation>, bei gleicher Genauigkeit</translation>
    </message>
    <message>
        <source>, with no clear difference in accuracy</source>
        <translation>, ohne klaren Unterschied in der Genauigkeit</translation>
    </message>
    <message>
        <source>, at an accuracy %1 points lower</source>
        <translation>, bei einer um %1 Punkte geringeren Genauigkeit</translation>
    </message>
    <message>
        <source>, at an accuracy %1 points higher</source>
        <translation>, bei einer um %1 Punkte höheren Genauigkeit</translation>
    </message>
    <message>
        <source>%1 costs the same per sample as %2</source>
        <translation>%1 kostet je Probe so viel wie %2</translation>
    </message>
    <message>
        <source>%1 shows no clear difference in cost per sample from %2</source>
        <translation>%1 kostet je Probe nicht klar mehr oder weniger als %2</translation>
    </message>
    <message>
        <source>%1 costs %2 lambda less per sample than %3</source>
        <translation>%1 kostet je Probe %2 λ weniger als %3</translation>
    </message>
    <message>
        <source>%1 costs %2 lambda more per sample than %3</source>
        <translation>%1 kostet je Probe %2 λ mehr als %3</translation>
    </message>
    <message>
        <source>; a single seed gives no interval</source>
        <translation>; ein einziger Seed ergibt kein Intervall</translation>
    </message>
    <message>
        <source>; their regrets are against different splits and are not compared, it earns </source>
        <translation>; ihre Regrets beziehen sich auf verschiedene Splits und werden nicht verglichen; die Belohnung: </translation>
    </message>
    <message>
        <source>%1 less reward a round</source>
        <translation>%1 weniger je Runde</translation>
    </message>
    <message>
        <source>%1 more reward a round</source>
        <translation>%1 mehr je Runde</translation>
    </message>
    <message>
        <source>%1 lambda a sample (%2 ms)</source>
        <translation>%1 λ je Probe (%2 ms)</translation>
    </message>
    <message>
        <source>%1 lambda a sample</source>
        <translation>%1 λ je Probe</translation>
    </message>
    <message>
        <source>the whole network on the device</source>
        <translation>das ganze Netz auf dem Gerät</translation>
    </message>
    <message>
        <source>the split at layer %1 with threshold %2</source>
        <translation>der Split an Schicht %1 mit Schwelle %2</translation>
    </message>
    <message>
        <source>%1 with threshold %2</source>
        <translation>%1 mit Schwelle %2</translation>
    </message>
    <message>
        <source>Compute the whole network on the device.</source>
        <translation>Das ganze Netz auf dem Gerät rechnen.</translation>
    </message>
    <message>
        <source>Split at layer %1 with threshold %2.</source>
        <translation>An Schicht %1 splitten, mit Schwelle %2.</translation>
    </message>
    <message>
        <source>Let %1 choose the layer, with threshold %2.</source>
        <translation>%1 die Schicht wählen lassen, mit Schwelle %2.</translation>
    </message>
    <message>
        <source>Take the policy %1, with threshold %2.</source>
        <translation>Die Strategie %1 nehmen, mit Schwelle %2.</translation>
    </message>
    <message>
        <source>So a fixed split does as well as %1, the best of the policies.</source>
        <translation>Ein fester Split leistet also so viel wie %1, die beste der Strategien.</translation>
    </message>
    <message>
        <source>Only the fixed split reaches the goal.</source>
        <translation>Nur der feste Split erreicht das Ziel.</translation>
    </message>
    <message>
        <source>So %1 does better than any fixed split.</source>
        <translation>%1 leistet also mehr als jeder feste Split.</translation>
    </message>
    <message>
        <source>No fixed split reaches the goal.</source>
        <translation>Kein fester Split erreicht das Ziel.</translation>
    </message>
    <message>
        <source> from the change in round %1</source>
        <translation> ab der Änderung in Runde %1</translation>
    </message>
    <message>
        <source>%1 comes within 5 % of the best split&apos;s expected reward after %2 rounds%3 (the best split is layer %4).</source>
        <translation>%1 kommt nach %2 Runden%3 auf 5 % an die erwartete Belohnung des besten Splits heran (bester Split: Schicht %4).</translation>
    </message>
    <message>
        <source>%1 does not come within 5 % of the best split&apos;s expected reward in %2 rounds%3 (the best split is layer %4).</source>
        <translation>%1 kommt in %2 Runden%3 nicht auf 5 % an die erwartete Belohnung des besten Splits heran (bester Split: Schicht %4).</translation>
    </message>
    <message>
        <source>an accuracy of at least %1 %</source>
        <translation>eine Genauigkeit von mindestens %1 %</translation>
    </message>
    <message>
        <source>the largest mean reward</source>
        <translation>die größte mittlere Belohnung</translation>
    </message>
    <message>
        <source>a cost of at most %1 lambda a sample</source>
        <translation>Kosten von höchstens %1 λ je Probe</translation>
    </message>
    <message>
        <source>a cost of at most %1 lambda a sample, %2 ms</source>
        <translation>Kosten von höchstens %1 λ je Probe, %2 ms</translation>
    </message>
    <message>
        <source>%1, %2 layers; %3 of %4 rounds; mu %5, %6 from %7 to %8</source>
        <translation>%1, %2 Schichten; %3 zu %4 Runden; μ %5, %6 von %7 bis %8</translation>
    </message>
    <message>
        <source>1 sample</source>
        <translation>1 Probe</translation>
    </message>
    <message>
        <source>%1 samples</source>
        <translation>%1 Proben</translation>
    </message>
    <message>
        <source>1 seed</source>
        <translation>1 Seed</translation>
    </message>
    <message>
        <source>%1 seeds</source>
        <translation>%1 Seeds</translation>
    </message>
    <message>
        <source>1 threshold</source>
        <translation>1 Schwelle</translation>
    </message>
    <message>
        <source>%1 thresholds</source>
        <translation>%1 Schwellen</translation>
    </message>
    <message>
        <source>Nothing that was played reaches %1; this comes nearest:</source>
        <translation>Nichts von dem Gespielten erreicht %1; am nächsten kommt:</translation>
    </message>
    <message>
        <source>It costs %1 and offloads %2 % of the samples; %3 % of its answers are right.</source>
        <translation>Das kostet %1 und lagert %2 % der Proben aus; %3 % der Antworten sind richtig.</translation>
    </message>
    <message>
        <source>It costs %1 and offloads %2 % of the samples.</source>
        <translation>Das kostet %1 und lagert %2 % der Proben aus.</translation>
    </message>
    <message>
        <source>It</source>
        <translation>Das</translation>
    </message>
    <message>
        <source>split at layer %1</source>
        <translation>Split an Schicht %1</translation>
    </message>
    <message>
        <source>Each with the threshold that suits the goal best. ± is the half width of the 95 % interval over seeds (Student&apos;s t), that is over orders of the same samples; other samples may come out otherwise.</source>
        <translation>Jeweils mit der Schwelle, die dem Ziel am besten dient. ± ist die halbe Breite des 95-%-Intervalls über Seeds (Student-t), also über Reihenfolgen derselben Proben; andere Proben können anders ausfallen.</translation>
    </message>
    <message>
        <source>Candidate</source>
        <translation>Kandidat</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwelle</translation>
    </message>
    <message>
        <source>Accuracy
%</source>
        <translation>Genauigkeit
%</translation>
    </message>
    <message>
        <source>Cost
λ per sample</source>
        <translation>Kosten
λ je Probe</translation>
    </message>
    <message>
        <source>Offload
%</source>
        <translation>Ausge-
lagert %</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>met</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>verfehlt</translation>
    </message>
    <message>
        <source>%1.</source>
        <translation>%1.</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>Choice</name>
    <message>
        <source>file</source>
        <translation>wie in der Datei</translation>
    </message>
    <message>
        <source>shuffle</source>
        <translation>gemischt</translation>
    </message>
    <message>
        <source>released</source>
        <translation>veröffentlicht</translation>
    </message>
    <message>
        <source>observed</source>
        <translation>beobachtet</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
</context>
<context>
    <name>DatasetNames</name>
    <message>
        <source>road signs</source>
        <translation>Verkehrszeichen</translation>
    </message>
    <message>
        <source>product reviews</source>
        <translation>Produktbewertungen</translation>
    </message>
</context>
<context>
    <name>DistortionNames</name>
    <message>
        <source>gaussian noise by severity</source>
        <translation>Gauß-Rauschen nach Stärke</translation>
    </message>
    <message>
        <source>shot noise</source>
        <translation>Schrotrauschen</translation>
    </message>
    <message>
        <source>impulse noise</source>
        <translation>Impulsrauschen</translation>
    </message>
    <message>
        <source>speckle noise</source>
        <translation>Speckle-Rauschen</translation>
    </message>
    <message>
        <source>defocus blur</source>
        <translation>Defokussierung</translation>
    </message>
    <message>
        <source>gaussian blur by severity</source>
        <translation>Gauß-Unschärfe nach Stärke</translation>
    </message>
    <message>
        <source>glass blur</source>
        <translation>Milchglas</translation>
    </message>
    <message>
        <source>motion blur</source>
        <translation>Bewegungsunschärfe</translation>
    </message>
    <message>
        <source>zoom blur</source>
        <translation>Zoom-Unschärfe</translation>
    </message>
    <message>
        <source>snow</source>
        <translation>Schnee</translation>
    </message>
    <message>
        <source>frost</source>
        <translation>Frost</translation>
    </message>
    <message>
        <source>fog</source>
        <translation>Nebel</translation>
    </message>
    <message>
        <source>spatter</source>
        <translation>Spritzer</translation>
    </message>
    <message>
        <source>brightness</source>
        <translation>Helligkeit</translation>
    </message>
    <message>
        <source>contrast</source>
        <translation>Kontrast</translation>
    </message>
    <message>
        <source>saturation</source>
        <translation>Sättigung</translation>
    </message>
    <message>
        <source>elastic transform</source>
        <translation>Elastische Verzerrung</translation>
    </message>
    <message>
        <source>pixelation</source>
        <translation>Verpixelung</translation>
    </message>
    <message>
        <source>JPEG compression</source>
        <translation>JPEG-Kompression</translation>
    </message>
    <message>
        <source>dawn</source>
        <translation>Morgengrauen</translation>
    </message>
    <message>
        <source>dusk</source>
        <translation>Dämmerung</translation>
    </message>
    <message>
        <source>night</source>
        <translation>Nacht</translation>
    </message>
    <message>
        <source>overcast</source>
        <translation>Bedeckter Himmel</translation>
    </message>
    <message>
        <source>rain</source>
        <translation>Regen</translation>
    </message>
    <message>
        <source>poor lens</source>
        <translation>Schlechtes Objektiv</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Unschärfe</translation>
    </message>
    <message>
        <source>Weather</source>
        <translation>Wetter</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Lens and digital</source>
        <translation>Objektiv und Digitales</translation>
    </message>
    <message>
        <source>Scenes of a day</source>
        <translation>Szenen eines Tages</translation>
    </message>
    <message>
        <source>gaussian blur</source>
        <translation>Gauß-Unschärfe</translation>
    </message>
    <message>
        <source>gaussian noise</source>
        <translation>Gauß-Rauschen</translation>
    </message>
    <message>
        <source>salt</source>
        <translation>Salz</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>sauber</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>typing errors</source>
        <translation>Tippfehler</translation>
    </message>
    <message>
        <source>dropped words</source>
        <translation>fehlende Wörter</translation>
    </message>
</context>
<context>
    <name>Examples</name>
    <message>
        <source>Signs live, in fog</source>
        <translation>Verkehrszeichen live, im Nebel</translation>
    </message>
    <message>
        <source>CIFAR-10 under rising noise</source>
        <translation>CIFAR-10 unter wachsendem Rauschen</translation>
    </message>
    <message>
        <source>Costs change half-way</source>
        <translation>Kosten ändern sich zur Halbzeit</translation>
    </message>
    <message>
        <source>CIFAR-10 replay</source>
        <translation>CIFAR-10 abspielen</translation>
    </message>
    <message>
        <source>10,000 clean images. The learner finds the layer at which most of them may leave the network.</source>
        <translation>10.000 saubere Bilder. Der Lerner findet die Schicht, an der die meisten das Netz verlassen dürfen.</translation>
    </message>
    <message>
        <source>A small network classifies blurred road signs one by one, split in two while you watch.</source>
        <translation>Ein kleines Netz klassifiziert unscharfe Verkehrszeichen, eines nach dem anderen, und wird dabei in zwei Teile geteilt.</translation>
    </message>
    <message>
        <source>The images get noisier over time. Early exits lose confidence, and the best split moves.</source>
        <translation>Die Bilder rauschen mit der Zeit stärker. Frühe Exits verlieren Konfidenz, der beste Split wandert.</translation>
    </message>
    <message>
        <source>Half-way, offloading a sample becomes expensive. See how fast each policy adapts.</source>
        <translation>Ab der Hälfte wird es teuer, eine Probe auszulagern. Wie schnell passt sich jede Strategie an?</translation>
    </message>
    <message>
        <source>Reviews of another kind</source>
        <translation>Bewertungen anderer Art</translation>
    </message>
    <message>
        <source>An encoder that learned from films reads reviews of products. Watch where each sentence leaves.</source>
        <translation>Ein Encoder, der an Filmen gelernt hat, liest Produktbewertungen. Zusehen, wo jeder Satz das Netz verlässt.</translation>
    </message>
</context>
<context>
    <name>ExitWords</name>
    <message>
        <source>%1 of %2 texts</source>
        <translation>%1 von %2 Texten</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 von %2 Bildern</translation>
    </message>
    <message>
        <source>, waiting while the run needs the processor</source>
        <translation>, wartet, solange der Lauf den Prozessor braucht</translation>
    </message>
    <message>
        <source>, %1/s, %2</source>
        <translation>, %1/s, %2</translation>
    </message>
    <message>
        <source>Known once all exits are read beside the run: %1.</source>
        <translation>Bekannt, sobald alle Exits neben dem Lauf gelesen sind: %1.</translation>
    </message>
    <message>
        <source>Not known: what the other exits say could not be read: %1</source>
        <translation>Nicht bekannt: Was die anderen Exits sagen, ließ sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>Not known in a live run: rewards of layers that were not chosen are not computed. Run &gt; Read all exits does it beside the run.</source>
        <translation>In einem Live-Lauf nicht bekannt: Belohnungen nicht gewählter Schichten werden nicht berechnet. Start &gt; Alle Exits lesen tut das neben dem Lauf.</translation>
    </message>
</context>
<context>
    <name>Experiment</name>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Zeitplan</translation>
    </message>
    <message>
        <source>Turns cost into reward</source>
        <translation>Macht aus Kosten Belohnung</translation>
    </message>
    <message>
        <source>Cost of a layer computed</source>
        <translation>Kosten einer berechneten Schicht</translation>
    </message>
    <message>
        <source>Cost of an exit evaluated</source>
        <translation>Kosten eines ausgewerteten Exits</translation>
    </message>
    <message>
        <source>Cost of offloading a sample</source>
        <translation>Kosten des Auslagerns einer Probe</translation>
    </message>
    <message>
        <source>Confidence from which a sample leaves on the device</source>
        <translation>Konfidenz, ab der eine Probe das Netz auf dem Gerät verlässt</translation>
    </message>
    <message>
        <source>Samples in file order, or shuffled by the seed</source>
        <translation>Proben in der Reihenfolge der Datei oder vom Seed gemischt</translation>
    </message>
    <message>
        <source>First seed; fixes order, random choices and noise</source>
        <translation>Erster Seed; legt Reihenfolge, Zufallswahl und Rauschen fest</translation>
    </message>
    <message>
        <source>Samples a run; 0: one pass over the source</source>
        <translation>Proben je Lauf; 0: ein Durchgang durch die Quelle</translation>
    </message>
    <message>
        <source>λ is the unit of all costs: with λ₁ = 1, computing one layer of the network costs 1 λ.</source>
        <translation>λ ist die Einheit aller Kosten: mit λ₁ = 1 kostet es 1 λ, eine Schicht des Netzes zu rechnen.</translation>
    </message>
    <message>
        <source>Cost weight mu</source>
        <translation>Kostengewicht μ</translation>
    </message>
    <message>
        <source>Computing lambda1</source>
        <translation>Rechnen λ₁</translation>
    </message>
    <message>
        <source>Exit lambda2</source>
        <translation>Exit λ₂</translation>
    </message>
    <message>
        <source>Offloading o</source>
        <translation>Auslagern o</translation>
    </message>
    <message>
        <source>Threshold alpha</source>
        <translation>Schwelle α</translation>
    </message>
    <message>
        <source>Exploration beta</source>
        <translation>Erkundung β</translation>
    </message>
    <message>
        <source>Fixed layer</source>
        <translation>Feste Schicht</translation>
    </message>
    <message>
        <source>Side observations</source>
        <translation>Nebenbeobachtungen</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Seeds</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>Temperatur</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Entropy threshold</source>
        <translation>Entropieschwelle</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Geduld</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Radius scale</source>
        <translation>Radiusfaktor</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Abzinsung</translation>
    </message>
    <message>
        <source>Exploration share</source>
        <translation>Erkundungsanteil</translation>
    </message>
    <message>
        <source>Detection window</source>
        <translation>Erkennungsfenster</translation>
    </message>
    <message>
        <source>Detection threshold</source>
        <translation>Erkennungsschwelle</translation>
    </message>
    <message>
        <source>Threshold arms</source>
        <translation>Schwellenarme</translation>
    </message>
    <message>
        <source>Multiplies what an offload costs at every layer</source>
        <translation>Multipliziert, was eine Auslagerung an jeder Schicht kostet</translation>
    </message>
    <message>
        <source>Factor on o</source>
        <translation>Faktor auf o</translation>
    </message>
    <message>
        <source>Forced sampling</source>
        <translation>Erzwungene Züge</translation>
    </message>
    <message>
        <source>KL-UCB constant</source>
        <translation>KL-UCB-Konstante</translation>
    </message>
    <message>
        <source>CUSUM samples</source>
        <translation>CUSUM-Proben</translation>
    </message>
    <message>
        <source>CUSUM epsilon</source>
        <translation>CUSUM-Epsilon</translation>
    </message>
    <message>
        <source>CUSUM threshold</source>
        <translation>CUSUM-Schwelle</translation>
    </message>
    <message>
        <source>EXP3 gamma</source>
        <translation>EXP3-Gamma</translation>
    </message>
    <message>
        <source>EXP3 share</source>
        <translation>EXP3-Anteil</translation>
    </message>
    <message>
        <source>How it learns from earlier exits: released as published (tables only), observed only where it really was, corrected without bias</source>
        <translation>Wie sie aus früheren Exits lernt: veröffentlicht wie im Code zum Artikel (nur Tabellen), beobachtet nur, wo sie wirklich war, korrigiert ohne Verzerrung</translation>
    </message>
    <message>
        <source>Corrects the confidences of an exit table before the run: one number for all exits, or one an exit, separated by commas; Calibration per exit fits them</source>
        <translation>Korrigiert die Konfidenzen einer Exit-Tabelle vor dem Lauf: eine Zahl für alle Exits, oder eine je Exit, durch Kommas getrennt; „Kalibrierung je Exit“ passt sie an</translation>
    </message>
    <message>
        <source>The changes below as one line, as files hold them: &apos;clean@0, gaussian_blur:0.8@2000, offload=8@5000..6000&apos;</source>
        <translation>Die Änderungen darunter als eine Zeile, wie Dateien sie enthalten: &apos;clean@0, gaussian_blur:0.8@2000, offload=8@5000..6000&apos;</translation>
    </message>
    <message>
        <source>Weight of the confidence radius</source>
        <translation>Gewicht des Konfidenzradius</translation>
    </message>
    <message>
        <source>The layer at which it splits, or up to which it looks</source>
        <translation>Die Schicht, an der sie schneidet oder bis zu der sie schaut</translation>
    </message>
    <message>
        <source>Entropy below which a sample leaves</source>
        <translation>Entropie, unter der eine Probe austritt</translation>
    </message>
    <message>
        <source>A sample leaves after one exit more than this agree</source>
        <translation>Eine Probe tritt aus, sobald ein Exit mehr als diese Zahl übereinstimmt</translation>
    </message>
    <message>
        <source>c in the bound kl(Q, q) ≤ c ln t / N</source>
        <translation>c in der Schranke kl(Q, q) ≤ c ln t / N</translation>
    </message>
    <message>
        <source>How many of the last rounds it remembers</source>
        <translation>An wie viele der letzten Runden sie sich erinnert</translation>
    </message>
    <message>
        <source>Scale under the root of its radius</source>
        <translation>Faktor unter der Wurzel ihres Radius</translation>
    </message>
    <message>
        <source>What is left each round of all that it remembers</source>
        <translation>Was in jeder Runde von allem bleibt, woran sie sich erinnert</translation>
    </message>
    <message>
        <source>Share of the rounds in which it tries layers at random</source>
        <translation>Anteil der Runden, in denen sie Schichten zufällig ausprobiert</translation>
    </message>
    <message>
        <source>Rewards of a layer from which it takes the mean</source>
        <translation>Belohnungen einer Schicht, aus denen sie das Mittel bildet</translation>
    </message>
    <message>
        <source>Change of the reward, mapped to 0..1, that it tolerates</source>
        <translation>Änderung der Belohnung, auf 0..1 abgebildet, die sie hinnimmt</translation>
    </message>
    <message>
        <source>Sum of changes at which it starts a layer anew</source>
        <translation>Summe der Änderungen, bei der sie eine Schicht neu beginnt</translation>
    </message>
    <message>
        <source>Rewards of a layer of which it compares one half with the other; even</source>
        <translation>Belohnungen einer Schicht, deren Hälften sie vergleicht; gerade</translation>
    </message>
    <message>
        <source>Difference of the halves at which it starts anew</source>
        <translation>Unterschied der Hälften, bei dem sie neu beginnt</translation>
    </message>
    <message>
        <source>Share of the rounds drawn evenly</source>
        <translation>Anteil der Runden, die gleichmäßig ausgelost werden</translation>
    </message>
    <message>
        <source>Weight that all layers get a share of each round</source>
        <translation>Gewicht, von dem alle Schichten in jeder Runde einen Teil bekommen</translation>
    </message>
    <message>
        <source>K: it chooses among the thresholds 0.5 + 0.5 k/K</source>
        <translation>K: sie wählt unter den Schwellen 0,5 + 0,5 k/K</translation>
    </message>
    <message>
        <source>It leaves the final layer out every so many rounds; 0: never</source>
        <translation>Alle so viele Runden lässt sie die letzte Schicht aus; 0: nie</translation>
    </message>
</context>
<context>
    <name>JobWords</name>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>reading the exits</source>
        <translation>Exits werden gelesen</translation>
    </message>
    <message>
        <source>%1 texts/s</source>
        <translation>%1 Texte/s</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 Bilder/s</translation>
    </message>
    <message>
        <source>starting, reading the data</source>
        <translation>startet, liest die Daten</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>paused before the first epoch was done</source>
        <translation>angehalten vor dem Ende der ersten Epoche</translation>
    </message>
    <message>
        <source>paused after epoch %1</source>
        <translation>angehalten nach Epoche %1</translation>
    </message>
    <message>
        <source>done · %1 samples · final exit %2 %</source>
        <translation>fertig · %1 Samples · letzter Exit %2 %</translation>
    </message>
    <message>
        <source>done · keeps epoch %1 · final exit %2 %</source>
        <translation>fertig · behält Epoche %1 · letzter Exit %2 %</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>Train %1 on %2</source>
        <translation>%1 mit %2 trainieren</translation>
    </message>
    <message>
        <source>Read the exits of %1 on %2</source>
        <translation>Exits von %1 auf %2 lesen</translation>
    </message>
    <message>
        <source>Evaluate %1 on %2</source>
        <translation>%1 auf %2 auswerten</translation>
    </message>
    <message>
        <source>waiting for the jobs before it</source>
        <translation>wartet auf die Aufträge davor</translation>
    </message>
    <message>
        <source>pausing</source>
        <translation>wird angehalten</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>failed: %1</source>
        <translation>fehlgeschlagen: %1</translation>
    </message>
    <message>
        <source>trying the network</source>
        <translation>probiert das Netz aus</translation>
    </message>
    <message>
        <source>computing features</source>
        <translation>berechnet Merkmale</translation>
    </message>
    <message>
        <source>training the exits</source>
        <translation>trainiert die Exits</translation>
    </message>
    <message>
        <source>unfinished, of an earlier window: epoch %1 of %2 is done</source>
        <translation>unvollendet, aus einem früheren Fenster: Epoche %1 von %2 ist fertig</translation>
    </message>
    <message>
        <source>done · %1 exits · final exit %2 %</source>
        <translation>fertig · %1 Exits · letzter Exit %2 %</translation>
    </message>
    <message>
        <source>Attach exits to %1 on %2</source>
        <translation>Exits an %1 anbringen, mit %2</translation>
    </message>
    <message>
        <source>cancelled after epoch %1</source>
        <translation>abgebrochen nach Epoche %1</translation>
    </message>
</context>
<context>
    <name>LayerMap</name>
    <message>
        <source>severity of %1</source>
        <translation>Stärke von %1</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Runs of this window are gone when it closes: folder %1 may not be written. To keep them, save the session as another file</source>
        <translation>Läufe dieses Fensters sind fort, wenn es schließt: In den Ordner %1 darf nicht geschrieben werden. Um sie zu behalten, die Sitzung als andere Datei speichern</translation>
    </message>
</context>
<context>
    <name>OpenedTables</name>
    <message>
        <source>Choose an exit table as the source first.</source>
        <translation>Zuerst eine Exit-Tabelle als Quelle wählen.</translation>
    </message>
    <message>
        <source>Opening the exit table …</source>
        <translation>Exit-Tabelle wird geöffnet …</translation>
    </message>
    <message>
        <source>The exit table is not open. Press Space to run it.</source>
        <translation>Die Exit-Tabelle ist nicht geöffnet. Leertaste startet sie.</translation>
    </message>
    <message>
        <source>The set-up names another source than the one that is open. Press Ctrl+R to play it.</source>
        <translation>Die Einstellungen nennen eine andere Quelle als die geöffnete. Strg+R spielt sie.</translation>
    </message>
    <message>
        <source>Opening the network …</source>
        <translation>Netz wird geöffnet …</translation>
    </message>
    <message>
        <source>What the other exits say could not be read: %1</source>
        <translation>Was die anderen Exits sagen, ließ sich nicht lesen: %1</translation>
    </message>
    <message>
        <source>What every exit says of these samples is being read.</source>
        <translation>Was jeder Exit zu diesen Proben sagt, wird gerade gelesen.</translation>
    </message>
    <message>
        <source>This replays an exit table. Of a live network one is read beside the run, but that is switched off: Run &gt; Read all exits.</source>
        <translation>Dies spielt eine Exit-Tabelle nach. Von einem Live-Netz wird eine neben dem Lauf gelesen, aber das ist ausgeschaltet: Start &gt; Alle Exits lesen.</translation>
    </message>
    <message>
        <source>The network is not open. Press Space to run it.</source>
        <translation>Das Netz ist nicht geöffnet. Leertaste startet es.</translation>
    </message>
</context>
<context>
    <name>PanelHelp</name>
    <message>
        <source>What the policy knows of each layer: the dot is the mean reward so far, the bar how uncertain that is. It takes the layer whose bar reaches highest.</source>
        <translation>Was die Strategie von jeder Schicht weiß: der Punkt ist die mittlere Belohnung bisher, der Balken, wie unsicher sie ist. Sie nimmt die Schicht, deren Balken am höchsten reicht.</translation>
    </message>
    <message>
        <source>Every cell is a pair of settings: how much a cost weighs, and what offloading costs. Its colour is the best fixed layer there, or what learning gains. Drag the ring, or move it with the arrow keys, to set both.</source>
        <translation>Jede Zelle ist ein Paar von Einstellungen: wie schwer Kosten wiegen und was das Auslagern kostet. Ihre Farbe ist die dort beste feste Schicht oder der Gewinn durch Lernen. Den Ring ziehen oder mit den Pfeiltasten bewegen, um beides zu setzen.</translation>
    </message>
    <message>
        <source>How often each layer was the split layer, in per cent of all rounds.</source>
        <translation>Wie oft jede Schicht die Split-Schicht war, in Prozent aller Runden.</translation>
    </message>
    <message>
        <source>The share of samples that were sent to the cloud, over the last rounds.</source>
        <translation>Der Anteil der Proben, die in den letzten Runden in die Cloud gesendet wurden.</translation>
    </message>
    <message>
        <source>Where samples ended: at which layer they left on the device, and how many were sent on from there.</source>
        <translation>Wo Proben endeten: an welcher Schicht sie auf dem Gerät das Netz verließen, und wie viele von dort weitergesendet wurden.</translation>
    </message>
    <message>
        <source>The last rounds as a table. Press Enter on one, or click it twice, to see why its layer was chosen.</source>
        <translation>Die letzten Runden als Tabelle. Eingabetaste oder Doppelklick auf eine zeigt, warum ihre Schicht gewählt wurde.</translation>
    </message>
    <message>
        <source>How long samples took to be answered: for every time, the share of samples that had their answer by then. Further left is faster.</source>
        <translation>Wie lange Proben auf ihre Antwort warteten: zu jeder Zeit der Anteil der Proben, die sie bis dahin hatten. Weiter links ist schneller.</translation>
    </message>
    <message>
        <source>The exits of the network one by one, and how long each stage takes on a device, over a link and in a cloud of your choice. From these times costs can be made.</source>
        <translation>Die Exits des Netzes einzeln, und wie lange jede Stufe auf einem Gerät, über eine Verbindung und in einer Cloud eigener Wahl dauert. Aus diesen Zeiten lassen sich Kosten bilden.</translation>
    </message>
    <message>
        <source>The split layer round by round; where there are many rounds, darker means more of them. A row that stays dark is where the policy has settled.</source>
        <translation>Die Split-Schicht Runde für Runde; wo viele Runden liegen, heißt dunkler mehr davon. Wo eine Zeile dunkel bleibt, hat sich die Strategie festgelegt.</translation>
    </message>
    <message>
        <source>Cumulative reward lost against always taking the best layer. A curve that flattens has learned; one that rises evenly has not.</source>
        <translation>Kumulierte Belohnung, die gegenüber der stets besten Schicht entging. Eine Kurve, die flacher wird, hat gelernt; eine, die gleichmäßig steigt, nicht.</translation>
    </message>
    <message>
        <source>Cost per sample and accuracy over the last rounds, beside cost and accuracy of computing the whole network on the device.</source>
        <translation>Kosten je Probe und Genauigkeit in den letzten Runden, daneben Kosten und Genauigkeit, wenn das ganze Netz auf dem Gerät gerechnet wird.</translation>
    </message>
    <message>
        <source>One round in detail: the confidences that were observed, the index of every layer, and the cost and reward of the round. Click a round in a chart to see another.</source>
        <translation>Eine Runde im Einzelnen: die beobachteten Konfidenzen, der Index jeder Schicht und Kosten und Belohnung der Runde. Ein Klick auf eine Runde in einem Diagramm zeigt eine andere.</translation>
    </message>
    <message>
        <source>The components of the cost: computing on the device, and offloading to the cloud.</source>
        <translation>Die Komponenten der Kosten: Rechnen auf dem Gerät und Auslagern in die Cloud.</translation>
    </message>
    <message>
        <source>Whether an exit with confidence 80 % is correct in 80 % of the cases: on the diagonal it is. Below it the exit is overconfident.</source>
        <translation>Ob ein Exit mit Konfidenz 80 % in 80 % der Fälle richtig ist: auf der Diagonale ist er es. Darunter ist der Exit zu zuversichtlich.</translation>
    </message>
    <message>
        <source>The policies that play side by side on the same samples. Those with a tick play; Space sets it. The first of them is what the track and the large figures tell of.</source>
        <translation>Die Strategien, die nebeneinander auf denselben Proben spielen. Die mit Haken spielen; die Leertaste setzt ihn. Von der ersten berichten Bahn und große Zahlen.</translation>
    </message>
    <message>
        <source>The runs of a session, one a row. Select some to compare them; Enter opens the set-up of one. The menu Runs has what else can be done with them.</source>
        <translation>Die Läufe einer Sitzung, einer je Zeile. Wer einige auswählt, vergleicht sie; Eingabe öffnet die Einstellung eines Laufs. Was sonst mit ihnen geht, steht im Menü Läufe.</translation>
    </message>
    <message>
        <source>One image under every corruption at one severity: what the final exit says then, and the exit at which it would leave. Click a picture to play its distortion.</source>
        <translation>Ein Bild unter jeder Verzerrung bei einer Stärke: was der letzte Exit dann sagt, und an welchem Exit es den Weg verließe. Ein Klick auf ein Bild spielt seine Verzerrung.</translation>
    </message>
    <message>
        <source>Accuracy, cost and offload rate against the severity of one corruption, and a map of the split layer over all of them. Click a cell to play its distortion.</source>
        <translation>Genauigkeit, Kosten und Auslagerungsrate über der Stärke einer Verzerrung, und eine Karte der Split-Schicht über alle. Ein Klick auf eine Zelle spielt ihre Verzerrung.</translation>
    </message>
    <message>
        <source>The whole run: what is played, where settings and samples change, and the round that is shown. Click or drag to look back while the run plays on; the arrow keys move by a round, with Ctrl to the next change, Page Up and Page Down by a fiftieth of the run. End or Live returns to the newest round.</source>
        <translation>Der ganze Lauf: was gespielt ist, wo sich Einstellungen und Proben ändern, und die Runde, die gezeigt wird. Klicken oder ziehen, um zurückzublicken, während der Lauf weitergeht; die Pfeiltasten gehen um eine Runde, mit Strg bis zur nächsten Änderung, Bild auf und Bild ab um ein Fünfzigstel des Laufs. Ende oder Live führt zur neuesten Runde zurück.</translation>
    </message>
    <message>
        <source>Which layer a policy comes to split at, over two parameters that you choose; the severity of a distortion may be one, where tables of it lie beside NAME-clean. Click a cell to set both.</source>
        <translation>An welcher Schicht eine Strategie schließlich splittet, über zwei Parameter nach Wahl; die Stärke einer Verzerrung darf einer sein, wo Tabellen davon neben NAME-clean liegen. Ein Klick auf eine Zelle setzt beide.</translation>
    </message>
    <message>
        <source>Accuracy, cost and offload rate of every fixed split at every threshold, from the exit table. Drag the line, or move it with the left and right keys, to set α.</source>
        <translation>Genauigkeit, Kosten und Auslagerungsrate jedes festen Splits bei jeder Schwelle, aus der Exit-Tabelle. Die Linie mit der Maus ziehen oder mit den Tasten Links und Rechts bewegen: sie setzt α.</translation>
    </message>
    <message>
        <source>How the rewards of the rounds were spread that the policy split at each layer. What overlaps is hard to tell apart, and takes long to learn.</source>
        <translation>Wie sich die Belohnungen der Runden verteilen, die die Strategie an jeder Schicht gesplittet hat. Was sich überdeckt, ist schwer zu unterscheiden und dauert lange zu lernen.</translation>
    </message>
    <message>
        <source>Which classes an exit takes for which, over all samples of the exit table or those that leave there. The menu chooses the exit.</source>
        <translation>Welche Klassen ein Exit womit verwechselt, über alle Proben der Exit-Tabelle oder jene, die dort hinausgehen. Das Menü wählt den Exit.</translation>
    </message>
    <message>
        <source>Whether confidence and accuracy of an exit stay together while the samples change. Where they part, the threshold means something else. The menu chooses the exit.</source>
        <translation>Ob Konfidenz und Genauigkeit eines Exits beisammen bleiben, während sich die Proben ändern. Wo sie auseinandergehen, bedeutet die Schwelle etwas anderes. Das Menü wählt den Exit.</translation>
    </message>
    <message>
        <source>The same policies replayed over several seeds under the set-up as it is now. Move a slider in the set-up and see what it would have changed; the old curves stay as thin grey lines.</source>
        <translation>Dieselben Strategien, über mehrere Seeds mit den jetzigen Einstellungen abgespielt. Einen Regler der Einstellungen bewegen und sehen, was er geändert hätte; die alten Kurven bleiben als dünne graue Linien.</translation>
    </message>
</context>
<context>
    <name>Policy</name>
    <message>
        <source>Fixed split</source>
        <translation>Fester Split</translation>
    </message>
    <message>
        <source>Final exit</source>
        <translation>Letzter Exit</translation>
    </message>
    <message>
        <source>Best in hindsight</source>
        <translation>Im Nachhinein beste</translation>
    </message>
    <message>
        <source>Per-sample oracle</source>
        <translation>Orakel je Probe</translation>
    </message>
    <message>
        <source>Random split</source>
        <translation>Zufälliger Split</translation>
    </message>
    <message>
        <source>Cloud only</source>
        <translation>Nur Cloud</translation>
    </message>
    <message>
        <source>Device only</source>
        <translation>Nur Gerät</translation>
    </message>
    <message>
        <source>Confidence cascade</source>
        <translation>Konfidenz-Kaskade</translation>
    </message>
    <message>
        <source>Confidence cascade, offload</source>
        <translation>Konfidenz-Kaskade, auslagernd</translation>
    </message>
    <message>
        <source>Entropy cascade</source>
        <translation>Entropie-Kaskade</translation>
    </message>
    <message>
        <source>Entropy cascade, offload</source>
        <translation>Entropie-Kaskade, auslagernd</translation>
    </message>
    <message>
        <source>Patience cascade</source>
        <translation>Geduld-Kaskade</translation>
    </message>
    <message>
        <source>Patience cascade, offload</source>
        <translation>Geduld-Kaskade, auslagernd</translation>
    </message>
    <message>
        <source>Joint arms</source>
        <translation>Gemeinsame Arme</translation>
    </message>
    <message>
        <source>Joint arms, variant</source>
        <translation>Gemeinsame Arme, Variante</translation>
    </message>
    <message>
        <source>AdaEE, variant</source>
        <translation>AdaEE, Variante</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>β %1</source>
        <translation>β %1</translation>
    </message>
    <message>
        <source>window %1</source>
        <translation>Fenster %1</translation>
    </message>
    <message>
        <source>entropy %1</source>
        <translation>Entropie %1</translation>
    </message>
    <message>
        <source>patience %1</source>
        <translation>Geduld %1</translation>
    </message>
    <message>
        <source>discount %1</source>
        <translation>Abzinsung %1</translation>
    </message>
    <message>
        <source>radius scale %1</source>
        <translation>Radiusfaktor %1</translation>
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
        <translation>Q ist die bisherige mittlere Belohnung einer Schicht, N die Zahl ihrer Belohnungen, t die Runde. Runden 1 bis L spielen jede Schicht einmal; danach gilt der größte Index, bei Gleichstand die unterste Schicht.</translation>
    </message>
    <message>
        <source>Q is the mean reward of a layer so far, mapped to 0..1, N the number of its rewards, t the round. Each layer is played once first; ties go to the lowest layer.</source>
        <translation>Q ist die bisherige mittlere Belohnung einer Schicht, auf 0..1 abgebildet, N die Zahl ihrer Belohnungen, t die Runde. Jede Schicht wird zuerst einmal gespielt; bei Gleichstand gilt die unterste.</translation>
    </message>
    <message>
        <source>Every exit up to the split is evaluated, and earlier layers are credited with the reward that they would have had; so N may be larger than the rounds in which a layer was chosen.</source>
        <translation>Jeder Exit bis zum Split wird ausgewertet, und früheren Schichten wird die Belohnung gutgeschrieben, die sie gehabt hätten; so kann N größer sein als die Zahl der Runden, in denen eine Schicht gewählt wurde.</translation>
    </message>
    <message>
        <source>S is the sum of a layer&apos;s rewards, mapped to 0..1, N their number, t the round. No layer has to be played first.</source>
        <translation>S ist die Summe der Belohnungen einer Schicht, auf 0..1 abgebildet, N ihre Anzahl, t die Runde. Keine Schicht muss zuerst gespielt werden.</translation>
    </message>
    <message>
        <source>Q and N look at the last τ rounds only, with rewards mapped to 0..1; a layer without a reward among them goes first.</source>
        <translation>Q und N sehen nur die letzten τ Runden, Belohnungen auf 0..1 abgebildet; eine Schicht ohne Belohnung darunter kommt zuerst.</translation>
    </message>
    <message>
        <source>Older rewards count less: sums and counts shrink with every round; n is the sum of all N. Rewards are mapped to 0..1.</source>
        <translation>Ältere Belohnungen zählen weniger: Summen und Anzahlen schrumpfen mit jeder Runde; n ist die Summe aller N. Belohnungen sind auf 0..1 abgebildet.</translation>
    </message>
    <message>
        <source>A layer whose rewards change is forgotten and begins anew. A small share of the rounds explores at random. Rewards are mapped to 0..1.</source>
        <translation>Eine Schicht, deren Belohnungen sich ändern, wird vergessen und beginnt neu. Ein kleiner Teil der Runden erkundet zufällig. Belohnungen sind auf 0..1 abgebildet.</translation>
    </message>
    <message>
        <source>All layers begin anew at round τ, when rewards change. Some rounds explore the layers in turn. Rewards are mapped to 0..1.</source>
        <translation>Alle Schichten beginnen in Runde τ neu, wenn sich Belohnungen ändern. Manche Runden erkunden die Schichten reihum. Belohnungen sind auf 0..1 abgebildet.</translation>
    </message>
    <message>
        <source>It keeps no index: for each layer it draws a value from Beta(1 + S, 1 + F), what its rewards so far make likely, and the largest draw is chosen.</source>
        <translation>Sie führt keinen Index: für jede Schicht zieht sie einen Wert aus Beta(1 + S, 1 + F), also was die bisherigen Belohnungen nahelegen, und der größte wird gewählt.</translation>
    </message>
    <message>
        <source>It keeps no index: each layer has a weight that grows with its rewards, and the layer is drawn with these weights; a share of the draws is even over all layers.</source>
        <translation>Sie führt keinen Index: jede Schicht hat ein Gewicht, das mit ihren Belohnungen wächst, und die Schicht wird danach ausgelost; ein Teil der Ziehungen ist über alle Schichten gleich verteilt.</translation>
    </message>
    <message>
        <source>Its layer is fixed; what it chooses is the threshold, by an index over thresholds.</source>
        <translation>Ihre Schicht ist fest; sie wählt die Schwelle, nach einem Index über Schwellen.</translation>
    </message>
    <message>
        <source>It chooses a pair of layer and threshold by SplitEE&apos;s index over all pairs, so there is no index of a layer alone.</source>
        <translation>Sie wählt ein Paar aus Schicht und Schwelle nach SplitEEs Index über alle Paare; einen Index der Schicht allein gibt es nicht.</translation>
    </message>
    <message>
        <source>It does not choose: the whole network is computed on the device, always.</source>
        <translation>Sie wählt nicht: das ganze Netz wird immer auf dem Gerät gerechnet.</translation>
    </message>
    <message>
        <source>It does not choose: the split layer is fixed.</source>
        <translation>Sie wählt nicht: die Split-Schicht ist fest.</translation>
    </message>
    <message>
        <source>It knows the whole table: always the split layer with the largest mean reward in hindsight. No learner can know that.</source>
        <translation>Sie kennt die ganze Tabelle: immer die Split-Schicht mit der im Nachhinein größten mittleren Belohnung. Kein Lerner kann das wissen.</translation>
    </message>
    <message>
        <source>It knows the sample&apos;s answers beforehand and takes the layer with the largest reward for it. A bound, not a competitor.</source>
        <translation>Sie kennt die Antworten zur Probe vorher und nimmt die Schicht mit der größten Belohnung. Eine Schranke, kein Mitbewerber.</translation>
    </message>
    <message>
        <source>It draws a layer each round; every layer is as likely.</source>
        <translation>Sie lost jede Runde eine Schicht aus; alle sind gleich wahrscheinlich.</translation>
    </message>
    <message>
        <source>It does not choose: every sample is offloaded at once, and the device computes nothing.</source>
        <translation>Sie wählt nicht: jede Probe wird sofort ausgelagert, das Gerät rechnet nichts.</translation>
    </message>
    <message>
        <source>It does not choose: every sample leaves at the fixed layer, whatever the confidence.</source>
        <translation>Sie wählt nicht: jede Probe verlässt das Netz an der festen Schicht, gleich wie hoch die Konfidenz ist.</translation>
    </message>
    <message>
        <source>It looks at exit after exit; the sample leaves at the first one whose confidence reaches α.</source>
        <translation>Sie prüft Exit um Exit; die Probe verlässt das Netz am ersten, dessen Konfidenz α erreicht.</translation>
    </message>
    <message>
        <source>It looks at exit after exit up to the fixed layer; the sample leaves at the first one whose confidence reaches α, else it is offloaded.</source>
        <translation>Sie prüft Exit um Exit bis zur festen Schicht; die Probe verlässt das Netz am ersten, dessen Konfidenz α erreicht, sonst wird sie ausgelagert.</translation>
    </message>
    <message>
        <source>It looks at exit after exit; the sample leaves at the first one whose entropy is small enough.</source>
        <translation>Sie prüft Exit um Exit; die Probe verlässt das Netz am ersten, dessen Entropie klein genug ist.</translation>
    </message>
    <message>
        <source>It looks at exit after exit up to the fixed layer; the sample leaves at the first one whose entropy is small enough, else it is offloaded.</source>
        <translation>Sie prüft Exit um Exit bis zur festen Schicht; die Probe verlässt das Netz am ersten, dessen Entropie klein genug ist, sonst wird sie ausgelagert.</translation>
    </message>
    <message>
        <source>It looks at exit after exit; the sample leaves once enough exits in a row agree.</source>
        <translation>Sie prüft Exit um Exit; die Probe verlässt das Netz, sobald genug Exits nacheinander übereinstimmen.</translation>
    </message>
    <message>
        <source>It looks at exit after exit up to the fixed layer; the sample leaves once enough exits in a row agree, else it is offloaded.</source>
        <translation>Sie prüft Exit um Exit bis zur festen Schicht; die Probe verlässt das Netz, sobald genug Exits nacheinander übereinstimmen, sonst wird sie ausgelagert.</translation>
    </message>
    <message>
        <source>Q adds up what is known of each part of the reward. n, here N, counts the observations of a layer, p is the share of them at or above α, m counts the rounds that showed the final exit of every sample below α there.</source>
        <translation>Q setzt zusammen, was von jedem Teil der Belohnung bekannt ist. n, hier N, zählt die Beobachtungen einer Schicht, p ist der Anteil davon ab α, m zählt die Runden, die zu jeder Probe unter α dort den letzten Exit zeigten.</translation>
    </message>
    <message>
        <source>Its layer is fixed; what it chooses is the threshold, from 0, where every sample leaves, to 1, by an index over thresholds. Of an offloaded sample the more confident exit answers.</source>
        <translation>Ihre Schicht ist fest; sie wählt die Schwelle, von 0, bei der jede Probe austritt, bis 1, nach einem Index über Schwellen. Bei einer ausgelagerten Probe antwortet der Exit mit der höheren Konfidenz.</translation>
    </message>
    <message>
        <source>It fits the reward of each layer to what is known before the split (the link&apos;s cost and image statistics), so its index is another one for every sample; every so often the final layer is left out, so that it learns what the others do.</source>
        <translation>Sie passt die Belohnung jeder Schicht an das an, was vor dem Split bekannt ist (Kosten der Verbindung und Bildstatistik), so hat jede Probe einen anderen Index; ab und zu bleibt die letzte Schicht außer Betracht, damit sie lernt, was die anderen leisten.</translation>
    </message>
</context>
<context>
    <name>RoundWords</name>
    <message>
        <source>%1 offloaded the input at once.</source>
        <translation>%1 lagerte die Eingabe sofort aus.</translation>
    </message>
    <message>
        <source>%1 split after layer %2.</source>
        <translation>%1 teilte nach Schicht %2.</translation>
    </message>
    <message>
        <source>%1 chose layer %2: it had not been tried yet.</source>
        <translation>%1 wählte Schicht %2: sie war noch nicht probiert.</translation>
    </message>
    <message>
        <source>%1 chose layer %2: its index %3 is the largest.</source>
        <translation>%1 wählte Schicht %2: ihr Index %3 ist der größte.</translation>
    </message>
    <message>
        <source>Sample %1, label not known.</source>
        <translation>Probe %1, Label unbekannt.</translation>
    </message>
    <message>
        <source>Sample %1, label %2.</source>
        <translation>Probe %1, Label %2.</translation>
    </message>
    <message>
        <source>left on the device</source>
        <translation>verließ das Netz auf dem Gerät</translation>
    </message>
    <message>
        <source>offloaded</source>
        <translation>ausgelagert</translation>
    </message>
    <message>
        <source>The final exit says %1: everything leaves there.</source>
        <translation>Der letzte Exit sagt %1: hier verlässt alles das Netz.</translation>
    </message>
    <message>
        <source>Exit %1 says %2, at least α %3: %4.</source>
        <translation>Exit %1 sagt %2, mindestens α %3: %4.</translation>
    </message>
    <message>
        <source>Exit %1 says %2, below α %3: %4.</source>
        <translation>Exit %1 sagt %2, unter α %3: %4.</translation>
    </message>
    <message>
        <source>Exit %1 says %2: %3.</source>
        <translation>Exit %1 sagt %2: %3.</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>Its answer is %1: %2.</source>
        <translation>Die Antwort ist %1: %2.</translation>
    </message>
    <message>
        <source>The final exit in the cloud answers %1: %2.</source>
        <translation>Der letzte Exit in der Cloud antwortet %1: %2.</translation>
    </message>
    <message>
        <source>Layers: λ₁ × depth = %1 × %2 = %3 λ</source>
        <translation>Schichten: λ₁ × Tiefe = %1 × %2 = %3 λ</translation>
    </message>
    <message>
        <source>Exits: λ₂ × evaluated = %1 × %2 = %3 λ</source>
        <translation>Exits: λ₂ × ausgewertet = %1 × %2 = %3 λ</translation>
    </message>
    <message>
        <source>Offloading: none</source>
        <translation>Auslagern: keines</translation>
    </message>
    <message>
        <source>Offloading: o = %1 λ</source>
        <translation>Auslagern: o = %1 λ</translation>
    </message>
    <message>
        <source>Sample %1.</source>
        <translation>Probe %1.</translation>
    </message>
    <message>
        <source>%1 explored layer %2: this round did not use the indices.</source>
        <translation>%1 erkundete Schicht %2: diese Runde nutzte die Indizes nicht.</translation>
    </message>
    <message>
        <source>correctness unknown</source>
        <translation>Richtigkeit unbekannt</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>Total %1 λ, times μ = %2: %3 of reward</source>
        <translation>Zusammen %1 λ, mal μ = %2: %3 an Belohnung</translation>
    </message>
    <message>
        <source>Offloading after layer %1: o%2 = %3 λ (%4 to %5 by layer)</source>
        <translation>Auslagern nach Schicht %1: o%2 = %3 λ (%4 bis %5 je nach Schicht)</translation>
    </message>
    <message>
        <source>Layers: λ₁ × their time = %1 × %2 = %3 λ</source>
        <translation>Schichten: λ₁ × ihre Zeit = %1 × %2 = %3 λ</translation>
    </message>
    <message>
        <source>%1, device</source>
        <translation>%1, Gerät</translation>
    </message>
    <message>
        <source>%1, cloud</source>
        <translation>%1, Cloud</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Says</source>
        <translation>Sagt</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>Cost (λ)</source>
        <translation>Kosten (λ)</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Belohnung</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>&amp;Save experiment as…</source>
        <translation>Experiment &amp;speichern unter…</translation>
    </message>
    <message>
        <source>Save the set-up as a file that splitee run takes</source>
        <translation>Die Einstellungen als Datei für splitee run speichern</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>Run or pause</source>
        <translation>Starten oder anhalten</translation>
    </message>
    <message>
        <source>&amp;Step</source>
        <translation>&amp;Schritt</translation>
    </message>
    <message>
        <source>Play one round</source>
        <translation>Eine Runde spielen</translation>
    </message>
    <message>
        <source>Run &amp;to round…</source>
        <translation>&amp;Bis Runde laufen…</translation>
    </message>
    <message>
        <source>Play up to a round, then pause</source>
        <translation>Bis zu einer Runde spielen, dann anhalten</translation>
    </message>
    <message>
        <source>R&amp;estart</source>
        <translation>&amp;Neustart</translation>
    </message>
    <message>
        <source>Play again from round 1 with the same seed, changes included</source>
        <translation>Noch einmal ab Runde 1 mit demselben Seed, Änderungen eingeschlossen</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>St&amp;opp</translation>
    </message>
    <message>
        <source>&amp;Why this layer…</source>
        <translation>&amp;Warum diese Schicht…</translation>
    </message>
    <message>
        <source>How a round&apos;s layer was chosen, what it cost and earned</source>
        <translation>Wie die Schicht einer Runde gewählt wurde, was sie kostete und brachte</translation>
    </message>
    <message>
        <source>Reset to the &amp;paper&apos;s values</source>
        <translation>Auf die Werte der &amp;Veröffentlichung zurücksetzen</translation>
    </message>
    <message>
        <source>Costs, threshold and exploration as published</source>
        <translation>Kosten, Schwelle und Erkundung wie veröffentlicht</translation>
    </message>
    <message>
        <source>&amp;Follow</source>
        <translation>&amp;Mitlaufen</translation>
    </message>
    <message>
        <source>Charts show the whole run as it grows</source>
        <translation>Diagramme zeigen den ganzen Lauf, während er wächst</translation>
    </message>
    <message>
        <source>&amp;Logarithmic rounds</source>
        <translation>Runden &amp;logarithmisch</translation>
    </message>
    <message>
        <source>Rounds on a logarithmic axis</source>
        <translation>Runden auf logarithmischer Achse</translation>
    </message>
    <message>
        <source>Reduce &amp;motion</source>
        <translation>Bewegung &amp;verringern</translation>
    </message>
    <message>
        <source>&amp;Export chart…</source>
        <translation>Diagramm &amp;exportieren…</translation>
    </message>
    <message>
        <source>&amp;Search actions…</source>
        <translation>Aktionen &amp;suchen…</translation>
    </message>
    <message>
        <source>Find any action by a few letters</source>
        <translation>Jede Aktion mit wenigen Buchstaben finden</translation>
    </message>
    <message>
        <source>&amp;What is this?</source>
        <translation>&amp;Was ist das?</translation>
    </message>
    <message>
        <source>&amp;Guided tour</source>
        <translation>&amp;Rundgang</translation>
    </message>
    <message>
        <source>Six short steps over a running example</source>
        <translation>Sechs kurze Schritte über einem laufenden Beispiel</translation>
    </message>
    <message>
        <source>&amp;Welcome page</source>
        <translation>Will&amp;kommensseite</translation>
    </message>
    <message>
        <source>Back to the examples</source>
        <translation>Zurück zu den Beispielen</translation>
    </message>
    <message>
        <source>Save session &amp;as…</source>
        <translation>Sitzung sichern &amp;unter…</translation>
    </message>
    <message>
        <source>Save a &amp;copy of the session…</source>
        <translation>Eine &amp;Kopie der Sitzung sichern…</translation>
    </message>
    <message>
        <source>Copy the session as it is now; this one goes on</source>
        <translation>Die Sitzung kopieren, wie sie jetzt ist; mit dieser geht es weiter</translation>
    </message>
    <message>
        <source>Start a s&amp;weep…</source>
        <translation>S&amp;weep starten …</translation>
    </message>
    <message>
        <source>Log runs to session &amp;file…</source>
        <translation>Läufe in Sitzungs&amp;datei aufzeichnen…</translation>
    </message>
    <message>
        <source>Choose the session file that the next runs are logged to</source>
        <translation>Die Sitzungsdatei wählen, in der die nächsten Läufe aufgezeichnet werden</translation>
    </message>
    <message>
        <source>Copy the session to another file, and log the next runs there</source>
        <translation>Die Sitzung in eine andere Datei kopieren und die nächsten Läufe dort aufzeichnen</translation>
    </message>
    <message>
        <source>Play many runs from this set-up and log them to the session</source>
        <translation>Viele Läufe mit diesen Einstellungen spielen und in der Sitzung aufzeichnen</translation>
    </message>
    <message>
        <source>Close the window; a run is stopped, its rounds stay logged</source>
        <translation>Das Fenster schließen; ein Lauf wird beendet, seine Runden bleiben aufgezeichnet</translation>
    </message>
    <message>
        <source>The split border moves without animation</source>
        <translation>Die Split-Linie bewegt sich ohne Animation</translation>
    </message>
    <message>
        <source>Export the focused chart as an image, vector drawing, document or table</source>
        <translation>Das Diagramm mit dem Fokus als Bild, Zeichnung, Dokument oder Tabelle exportieren</translation>
    </message>
    <message>
        <source>Help on the focused control</source>
        <translation>Hilfe zum Bedienelement mit dem Fokus</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Pause the run; on the welcome page: back to what is loaded</source>
        <translation>Den Lauf anhalten; auf der Startseite: zurück zu dem, was geladen ist</translation>
    </message>
    <message>
        <source>End this run for good; its rounds stay logged</source>
        <translation>Diesen Lauf endgültig beenden; seine Runden bleiben aufgezeichnet</translation>
    </message>
    <message>
        <source>&amp;Import network…</source>
        <translation>Netz &amp;importieren…</translation>
    </message>
    <message>
        <source>Make a network of PyTorch (TorchScript) one that plays live</source>
        <translation>Aus einem Netz von PyTorch (TorchScript) eines machen, das live spielt</translation>
    </message>
    <message>
        <source>Open an exit table, a network, an experiment, a session, texts or an archive of images</source>
        <translation>Eine Exit-Tabelle, ein Netz, ein Experiment, eine Sitzung, Texte oder ein Archiv mit Bildern öffnen</translation>
    </message>
    <message>
        <source>Open f&amp;older of images or texts…</source>
        <translation>&amp;Ordner mit Bildern oder Texten öffnen…</translation>
    </message>
    <message>
        <source>Show the images or texts of a folder to a network, live</source>
        <translation>Einem Netz die Bilder oder Texte eines Ordners live zeigen</translation>
    </message>
    <message>
        <source>Save as exit ta&amp;ble…</source>
        <translation>Als Exit-Ta&amp;belle speichern …</translation>
    </message>
    <message>
        <source>Save what every exit of the live network says as a file that can be replayed</source>
        <translation>Speichert, was jeder Exit des Live-Netzes sagt, als Datei, die sich nachspielen lässt</translation>
    </message>
    <message>
        <source>Clear &amp;kept exit tables…</source>
        <translation>&amp;Behaltene Exit-Tabellen löschen …</translation>
    </message>
    <message>
        <source>How much the exit tables read beside live runs take, and away with them</source>
        <translation>Wie viel Platz die neben Live-Läufen gelesenen Exit-Tabellen brauchen, und weg damit</translation>
    </message>
    <message>
        <source>Read &amp;all exits</source>
        <translation>&amp;Alle Exits lesen</translation>
    </message>
    <message>
        <source>Read what every exit says of a live run&apos;s samples beside it, for regret, what-if, regime map and calibration; no policy sees it</source>
        <translation>Liest neben einem Live-Lauf, was jeder Exit zu seinen Proben sagt: für Regret, Was wäre wenn, Regimekarte und Kalibrierung; keine Strategie sieht es</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>&amp;Live</translation>
    </message>
    <message>
        <source>Show the newest round again and keep up with it</source>
        <translation>Wieder die neueste Runde zeigen und mitlaufen</translation>
    </message>
    <message>
        <source>Link &amp;zoom</source>
        <translation>&amp;Zoom verbinden</translation>
    </message>
    <message>
        <source>Zooming or moving one chart of rounds moves all</source>
        <translation>Wer ein Diagramm über Runden zoomt oder verschiebt, bewegt alle</translation>
    </message>
    <message>
        <source>&amp;Train a network…</source>
        <translation>Netz &amp;trainieren …</translation>
    </message>
    <message>
        <source>Train a network with exits on your images or texts, in a process beside the window</source>
        <translation>Ein Netz mit Exits auf eigenen Bildern oder Texten trainieren, in einem Prozess neben dem Fenster</translation>
    </message>
    <message>
        <source>&amp;Attach exits…</source>
        <translation>&amp;Exits anfügen …</translation>
    </message>
    <message>
        <source>Give exits to a network of PyTorch (TorchScript) that has one</source>
        <translation>Einem Netz aus PyTorch (TorchScript), das nur einen Exit hat, weitere geben</translation>
    </message>
    <message>
        <source>&amp;Read exit table…</source>
        <translation>Exit-Tabelle &amp;lesen …</translation>
    </message>
    <message>
        <source>Read what every exit of a network says of every sample, as a file that can be replayed</source>
        <translation>Lesen, was jeder Exit eines Netzes zu jedem Sample sagt, als Datei zum Nachspielen</translation>
    </message>
    <message>
        <source>&amp;Evaluate…</source>
        <translation>&amp;Auswerten …</translation>
    </message>
    <message>
        <source>How often each exit of a network is right</source>
        <translation>Wie oft jeder Exit eines Netzes richtig liegt</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>A&amp;ufträge</translation>
    </message>
    <message>
        <source>What is trained and read beside the window, and what came of it</source>
        <translation>Was neben dem Fenster trainiert und gelesen wird, und was daraus wurde</translation>
    </message>
    <message>
        <source>A&amp;dvise…</source>
        <translation>Be&amp;raten…</translation>
    </message>
    <message>
        <source>Which policy, layer and threshold to take home for a floor of accuracy or a ceiling of cost</source>
        <translation>Welche Strategie, Schicht und Schwelle für eine Mindestgenauigkeit oder Höchstkosten mitzunehmen ist</translation>
    </message>
</context>
<context>
    <name>RunKeys</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Distortion</source>
        <translation>Verzerrung</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Rounds played</source>
        <translation>Gespielte Runden</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Begonnen</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Model hash</source>
        <translation>Modell-Hash</translation>
    </message>
    <message>
        <source>Data hash</source>
        <translation>Daten-Hash</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Mit Stern</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>Im Papierkorb</translation>
    </message>
    <message>
        <source>Split layer</source>
        <translation>Split-Schicht</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Cost / sample</source>
        <translation>Kosten / Probe</translation>
    </message>
    <message>
        <source>Saved vs final exit</source>
        <translation>Gespart</translation>
    </message>
    <message>
        <source>Accuracy vs final exit</source>
        <translation>Genauigkeit gg. letzten Exit</translation>
    </message>
    <message>
        <source>Offloaded</source>
        <translation>Ausgelagert</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Belohnung</translation>
    </message>
    <message>
        <source>Pseudo-regret</source>
        <translation>Pseudo-Regret</translation>
    </message>
    <message>
        <source>Realised regret</source>
        <translation>Realisierter Regret</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
</context>
<context>
    <name>RunTable</name>
    <message>
        <source>%1 at round %2</source>
        <translation>%1 in Runde %2</translation>
    </message>
    <message>
        <source>Mean of the rounds up to this one</source>
        <translation>Mittel der Runden bis zu dieser</translation>
    </message>
    <message>
        <source>Of the mean of %1 rounds in a row</source>
        <translation>Vom Mittel über %1 Runden in Folge</translation>
    </message>
    <message>
        <source>points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Seeds</translation>
    </message>
    <message>
        <source>Seeds that the means are over</source>
        <translation>Seeds, über die gemittelt wird</translation>
    </message>
    <message>
        <source> (in filters: %1)</source>
        <translation> (in Filtern: %1)</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 Lauf</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 Läufe</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>gestoppt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>Summed up to this round; not known of live runs, and where the exit table is gone</source>
        <translation>Summe bis zu dieser Runde; unbekannt bei Live-Läufen und wo die Exit-Tabelle fehlt</translation>
    </message>
    <message>
        <source>%1, minimum</source>
        <translation>%1, Minimum</translation>
    </message>
    <message>
        <source>%1, maximum</source>
        <translation>%1, Maximum</translation>
    </message>
    <message>
        <source>Name of the run; F2 renames it, or all runs of a group</source>
        <translation>Name des Laufs; F2 benennt ihn um, oder alle Läufe einer Gruppe</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>wartet</translation>
    </message>
</context>
<context>
    <name>SettingNames</name>
    <message>
        <source>Policy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Distortion</source>
        <translation>Verzerrung</translation>
    </message>
    <message>
        <source>Data hash</source>
        <translation>Hash der Daten</translation>
    </message>
    <message>
        <source>Model hash</source>
        <translation>Hash des Modells</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Processor</source>
        <translation>Prozessor</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotheken</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Stärke</translation>
    </message>
</context>
<context>
    <name>TextCard</name>
    <message>
        <source>%1 pieces, cut short</source>
        <translation>%1 Wortstücke, gekürzt</translation>
    </message>
    <message>
        <source>%1 pieces</source>
        <translation>%1 Wortstücke</translation>
    </message>
</context>
<context>
    <name>TextLine</name>
    <message>
        <source>%1 pieces</source>
        <translation>%1 Wortstücke</translation>
    </message>
    <message>
        <source>%1 pieces: the network reads no more, the rest is cut off</source>
        <translation>%1 Wortstücke: Mehr liest das Netz nicht, der Rest ist abgeschnitten</translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>%1 h left</source>
        <translation>noch %1 h</translation>
    </message>
</context>
<context>
    <name>TrainingChart</name>
    <message>
        <source>exit %1</source>
        <translation>Exit %1</translation>
    </message>
</context>
<context>
    <name>splitee</name>
    <message>
        <source>one seed</source>
        <translation>ein Seed</translation>
    </message>
    <message>
        <source>%1 seeds</source>
        <translation>%1 Seeds</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Seeds</translation>
    </message>
    <message>
        <source>Cost λ</source>
        <translation>Kosten λ</translation>
    </message>
    <message>
        <source>Δ cost λ</source>
        <translation>Δ Kosten λ</translation>
    </message>
    <message>
        <source>Accuracy %</source>
        <translation>Genauigkeit %</translation>
    </message>
    <message>
        <source>Δ accuracy points</source>
        <translation>Δ Genauigkeit, Punkte</translation>
    </message>
    <message>
        <source>Offloaded %</source>
        <translation>Ausgelagert %</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>%1 costs the same per sample as %2</source>
        <translation>%1 kostet je Probe so viel wie %2</translation>
    </message>
    <message>
        <source>%1 shows no clear difference in cost per sample from %2 (%3 λ, 95 %: %4 to %5)</source>
        <translation>%1 unterscheidet sich in den Kosten je Probe nicht deutlich von %2 (%3 λ, 95 %: %4 bis %5)</translation>
    </message>
    <message>
        <source>%1 costs %2 λ less per sample than %3</source>
        <translation>%1 kostet je Probe %2 λ weniger als %3</translation>
    </message>
    <message>
        <source>%1 costs %2 λ more per sample than %3</source>
        <translation>%1 kostet je Probe %2 λ mehr als %3</translation>
    </message>
    <message>
        <source> (95 %: %1 to %2)</source>
        <translation> (95 %: %1 bis %2)</translation>
    </message>
    <message>
        <source>, without labels to tell the accuracy</source>
        <translation>; ohne Labels ist die Genauigkeit unbekannt</translation>
    </message>
    <message>
        <source> at the same accuracy</source>
        <translation> bei gleicher Genauigkeit</translation>
    </message>
    <message>
        <source> at %1 points of accuracy</source>
        <translation> bei %1 Punkten Genauigkeit</translation>
    </message>
    <message>
        <source> at %1 points of accuracy (%2 to %3)</source>
        <translation> bei %1 Punkten Genauigkeit (%2 bis %3)</translation>
    </message>
    <message>
        <source>%1 and %2 have no seed in common, so there is no paired difference.</source>
        <translation>%1 und %2 haben keinen Seed gemeinsam, also gibt es keine gepaarte Differenz.</translation>
    </message>
    <message>
        <source>, paired over %1 seeds</source>
        <translation>, gepaart über %1 Seeds</translation>
    </message>
    <message>
        <source>; a single common seed gives no interval</source>
        <translation>; ein einziger gemeinsamer Seed ergibt kein Intervall</translation>
    </message>
    <message>
        <source>; they played on different samples</source>
        <translation>; sie spielten auf verschiedenen Proben</translation>
    </message>
    <message>
        <source>; some pairs differ in length</source>
        <translation>; manche Paare sind verschieden lang</translation>
    </message>
    <message>
        <source>The split layer</source>
        <translation>Die Split-Schicht</translation>
    </message>
    <message>
        <source>A network is cut in two. The layers on the left run on the device, the rest runs in the cloud. The upright line is the split: the layer where the device stops and looks at its answer.</source>
        <translation>Ein Netz wird in zwei Teile geschnitten. Die Schichten links rechnet das Gerät, den Rest die Cloud. Die senkrechte Linie ist der Split: die Schicht, an der das Gerät anhält und seine Antwort ansieht.</translation>
    </message>
    <message>
        <source>Leave or offload</source>
        <translation>Verlassen oder auslagern</translation>
    </message>
    <message>
        <source>Does it pay?</source>
        <translation>Lohnt es sich?</translation>
    </message>
    <message>
        <source>All is measured against always computing the whole network: what is saved, what accuracy that costs, and how many samples were sent to the cloud.</source>
        <translation>Gemessen wird am immer ganz gerechneten Netz: was gespart wird, wie viel Genauigkeit das kostet und wie viele Proben in die Cloud gingen.</translation>
    </message>
    <message>
        <source>Where the split was</source>
        <translation>Wo der Split war</translation>
    </message>
    <message>
        <source>Round by round, which layer was tried. At first all of them are; then the dark row shows where the learner has settled. When costs or images change, watch it move.</source>
        <translation>Runde für Runde: welche Schicht probiert wurde. Zuerst alle; dann zeigt die kräftige Zeile, wo der Lerner bleibt. Ändern sich Kosten oder Bilder, wandert sie.</translation>
    </message>
    <message>
        <source>Why it moved</source>
        <translation>Warum er gewandert ist</translation>
    </message>
    <message>
        <source>A dot is the mean reward of a layer, the bar how uncertain that still is. The learner takes the layer whose bar reaches highest: one that is good, or one that it knows too little of.</source>
        <translation>Ein Punkt ist die mittlere Belohnung einer Schicht, der Balken ihre Unsicherheit. Der Lerner nimmt die Schicht, deren Balken am höchsten reicht: eine gute oder eine, die er zu wenig kennt.</translation>
    </message>
    <message>
        <source>Change a cost</source>
        <translation>Kosten ändern</translation>
    </message>
    <message>
        <source>The bar over a layer is the confidence of its exit. If it passes the threshold α, the sample leaves here with this answer. If not, it is offloaded to the cloud: better answers, but every offload costs o on top.</source>
        <translation>Der Balken über einer Schicht ist die Konfidenz ihres Exits. Erreicht er die Schwelle α, verlässt die Probe hier das Netz. Sonst wird sie in die Cloud ausgelagert: bessere Antworten, aber jedes Auslagern kostet zusätzlich o.</translation>
    </message>
    <message>
        <source>Now raise the cost of offloading: move this slider while it runs. The learner goes on under the new cost, the charts mark the round, and you see how fast it finds a new split.</source>
        <translation>Jetzt die Kosten des Auslagerns erhöhen: diesen Regler im Lauf verschieben. Der Lerner macht mit den neuen Kosten weiter, die Diagramme markieren die Runde, und man sieht, wie schnell er einen neuen Split findet.</translation>
    </message>
    <message>
        <source>%1 λ per sample</source>
        <translation>%1 λ je Probe</translation>
    </message>
    <message>
        <source>%1 % accuracy</source>
        <translation>%1 % Genauigkeit</translation>
    </message>
    <message>
        <source>Run %1: %2, seed %3, %4 λ per sample</source>
        <translation>Lauf %1: %2, Seed %3, %4 λ je Probe</translation>
    </message>
    <message>
        <source>, %1 % accuracy</source>
        <translation>, %1 % Genauigkeit</translation>
    </message>
    <message>
        <source>, with no clear difference in accuracy (%1 points, %2 to %3)</source>
        <translation>, ohne klaren Unterschied in der Genauigkeit (%1 Punkte, %2 bis %3)</translation>
    </message>
    <message>
        <source>%1 and %2 have no figures for a common seed yet, so there is no paired difference.</source>
        <translation>%1 und %2 haben noch keine Zahlen zu einem gemeinsamen Seed, daher gibt es keine gepaarte Differenz.</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Belohnung</translation>
    </message>
    <message>
        <source>Δ reward</source>
        <translation>Δ Belohnung</translation>
    </message>
    <message>
        <source>Regret against the best split</source>
        <translation>Regret gegenüber dem besten Split</translation>
    </message>
    <message>
        <source>; their regrets are against different splits and are not compared: %1 reward per round</source>
        <translation>; ihre Regrets beziehen sich auf verschiedene Splits und werden nicht verglichen: %1 Belohnung je Runde</translation>
    </message>
    <message>
        <source>.</source>
        <comment>the sign before decimals</comment>
        <translation>,</translation>
    </message>
</context>
<context>
    <name>splitee::AdviceChart</name>
    <message>
        <source>Accuracy and cost</source>
        <translation>Genauigkeit und Kosten</translation>
    </message>
    <message>
        <source>cost (λ per sample)</source>
        <translation>Kosten (λ je Probe)</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>A line joins the thresholds of a split or policy.</source>
        <translation>Eine Linie verbindet die Schwellen eines Splits oder einer Strategie.</translation>
    </message>
    <message>
        <source>mean reward (per sample)</source>
        <translation>mittlere Belohnung (je Probe)</translation>
    </message>
    <message>
        <source>at least %1 %</source>
        <translation>mindestens %1 %</translation>
    </message>
    <message>
        <source>at most %1 λ</source>
        <translation>höchstens %1 λ</translation>
    </message>
    <message>
        <source>cost about %1 λ</source>
        <translation>Kosten um %1 λ</translation>
    </message>
    <message>
        <source>%1, α %2</source>
        <translation>%1, α %2</translation>
    </message>
    <message>
        <source>%1 λ · %2 %</source>
        <translation>%1 λ · %2 %</translation>
    </message>
    <message>
        <source>%1 λ · reward %2</source>
        <translation>%1 λ · Belohnung %2</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>Noch nichts zu zeigen.</translation>
    </message>
    <message>
        <source>%1 candidates; advised: %2 at %3 λ</source>
        <translation>%1 Kandidaten; geraten: %2 zu %3 λ</translation>
    </message>
</context>
<context>
    <name>splitee::AdviseSheet</name>
    <message>
        <source>A latency needs costs that are times: set them from the panel Exits and times, or open a profile there</source>
        <translation>Eine Latenz braucht Kosten, die Zeiten sind: im Feld Exits und Zeiten setzen oder dort ein Profil öffnen</translation>
    </message>
    <message>
        <source>all policies</source>
        <translation>allen Strategien</translation>
    </message>
    <message>
        <source>%1 · every fixed split, and of %2 those that a device can play · costs, order and schedule as the page Live is set up</source>
        <translation>%1 · jeder feste Split, und von %2 jene, die ein Gerät spielen kann · Kosten, Reihenfolge und Zeitplan wie auf der Seite Live</translation>
    </message>
    <message>
        <source>Replaying</source>
        <translation>Wiedergabe</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>The advice is being computed</source>
        <translation>Der Rat wird gerade berechnet</translation>
    </message>
    <message>
        <source>Play the table at every threshold and say what to take home (Ctrl+Enter)</source>
        <translation>Die Tabelle bei jeder Schwelle spielen und sagen, was mitzunehmen ist (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>End the computation; what is shown stays</source>
        <translation>Die Berechnung beenden; was zu sehen ist, bleibt</translation>
    </message>
    <message>
        <source>Close; the answer stays (Esc)</source>
        <translation>Schließen; die Antwort bleibt (Esc)</translation>
    </message>
    <message>
        <source>not compared, for no device can play them: %1</source>
        <translation>nicht verglichen, weil kein Gerät sie spielen kann: %1</translation>
    </message>
    <message>
        <source>Computed for another set-up or goal than now</source>
        <translation>Für andere Einstellungen oder ein anderes Ziel berechnet</translation>
    </message>
    <message>
        <source>Take the advice</source>
        <translation>Dem Rat folgen</translation>
    </message>
    <message>
        <source>Save policy file…</source>
        <translation>Strategie speichern…</translation>
    </message>
    <message>
        <source>Save as Markdown…</source>
        <translation>Markdown speichern…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Use in set-up</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Advise</source>
        <translation>Beraten</translation>
    </message>
    <message>
        <source>Progress of the advice</source>
        <translation>Fortschritt der Beratung</translation>
    </message>
    <message>
        <source>Accuracy of at least</source>
        <translation>Genauigkeit von mindestens</translation>
    </message>
    <message>
        <source>Cost per sample of at most</source>
        <translation>Kosten je Probe höchstens</translation>
    </message>
    <message>
        <source>Latency per sample of at most</source>
        <translation>Latenz je Probe höchstens</translation>
    </message>
    <message>
        <source>Largest mean reward</source>
        <translation>Größte mittlere Belohnung</translation>
    </message>
    <message>
        <source>Goal</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>What must hold; the other figure is then made as good as it can be</source>
        <translation>Was gelten muss; die andere Größe wird dann so gut wie möglich</translation>
    </message>
    <message>
        <source>Least accuracy</source>
        <translation>Mindestgenauigkeit</translation>
    </message>
    <message>
        <source>So many of the answers must be right, at the least cost</source>
        <translation>So viele der Antworten müssen richtig sein, bei geringsten Kosten</translation>
    </message>
    <message>
        <source>Highest cost</source>
        <translation>Höchstkosten</translation>
    </message>
    <message>
        <source>A sample may cost so much on average, at the highest accuracy</source>
        <translation>So viel darf eine Probe im Mittel kosten, bei höchster Genauigkeit</translation>
    </message>
    <message>
        <source>Highest latency</source>
        <translation>Höchste Latenz</translation>
    </message>
    <message>
        <source>The same in ms, where the costs are times (Exits and times)</source>
        <translation>Dasselbe in ms, wo die Kosten Zeiten sind (Exits und Zeiten)</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Seeds</translation>
    </message>
    <message>
        <source>Runs of each candidate, with one seed after the other: more of them narrow the intervals</source>
        <translation>Läufe je Kandidat, mit einem Seed nach dem anderen: mehr davon verengen die Intervalle</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Schwellen</translation>
    </message>
    <message>
        <source>A list, as in 0.6, 0.7, or a range LOW..HIGH/COUNT, which is refined where a goal is just missed</source>
        <translation>Eine Liste wie 0.6, 0.7, oder ein Bereich VON..BIS/ANZAHL, der verfeinert wird, wo ein Ziel knapp verfehlt wird</translation>
    </message>
    <message>
        <source>The advice</source>
        <translation>Der Rat</translation>
    </message>
    <message>
        <source>What it saves and loses</source>
        <translation>Was er spart und kostet</translation>
    </message>
    <message>
        <source>Candidates, each with the threshold that suits the goal best</source>
        <translation>Kandidaten, jeweils mit der Schwelle, die dem Ziel am besten dient</translation>
    </message>
    <message>
        <source>A JSON file that devices and the program splitee play</source>
        <translation>Eine JSON-Datei, die Geräte und das Programm splitee spielen</translation>
    </message>
    <message>
        <source>The sentences and the table as a text file</source>
        <translation>Die Sätze und die Tabelle als Textdatei</translation>
    </message>
    <message>
        <source>Copy the sentences and the table as Markdown</source>
        <translation>Die Sätze und die Tabelle als Markdown kopieren</translation>
    </message>
    <message>
        <source>The advised policy first, with its threshold and layer</source>
        <translation>Die geratene Strategie zuerst, mit ihrer Schwelle und Schicht</translation>
    </message>
    <message>
        <source>Save policy file</source>
        <translation>Strategiedatei speichern</translation>
    </message>
    <message>
        <source>Policy files (*.json)</source>
        <translation>Strategiedateien (*.json)</translation>
    </message>
    <message>
        <source>Save as Markdown</source>
        <translation>Als Markdown speichern</translation>
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
        <translation>Mittel und Radius, je Schicht</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>reward</source>
        <translation>Belohnung</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>chosen: %1</source>
        <translation>gewählt: %1</translation>
    </message>
    <message>
        <source>%1 ± %2, %3</source>
        <translation>%1 ± %2, %3</translation>
    </message>
    <message>
        <source>never chosen</source>
        <translation>nie gewählt</translation>
    </message>
    <message>
        <source>%1 chose layer %2</source>
        <translation>%1 wählte Schicht %2</translation>
    </message>
    <message>
        <source>layer %1: mean ± radius, rewards N</source>
        <translation>Schicht %1: Mittel ± Radius, Belohnungen N</translation>
    </message>
    <message>
        <source>No policy shown has mean rewards.</source>
        <translation>Keine gezeigte Strategie hat mittlere Belohnungen.</translation>
    </message>
</context>
<context>
    <name>splitee::AttachSheet</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Attach exits</source>
        <translation>Exits anfügen</translation>
    </message>
    <message>
        <source>Attach exits to %1</source>
        <translation>Exits an %1 anfügen</translation>
    </message>
    <message>
        <source>Train exits</source>
        <translation>Exits trainieren</translation>
    </message>
    <message>
        <source>Back to classes, side and normalisation</source>
        <translation>Zurück zu Klassen, Bildseite und Normierung</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close; what is chosen stays (Esc)</source>
        <translation>Schließen; die Auswahl bleibt (Esc)</translation>
    </message>
    <message>
        <source>Only the exits learn; the network stays as it is. A job that Jobs lists (Ctrl+Enter)</source>
        <translation>Nur die Exits lernen; das Netz bleibt, wie es ist. Ein Auftrag, den Aufträge auflistet (Strg+Eingabe)</translation>
    </message>
</context>
<context>
    <name>splitee::AxisRow</name>
    <message>
        <source>Say which values %1 takes, as in %2</source>
        <translation>Sagen, welche Werte %1 annimmt, wie in %2</translation>
    </message>
    <message>
        <source>Any of: %1.</source>
        <translation>Eines oder mehrere von: %1.</translation>
    </message>
    <message>
        <source>1, 2, 5 or 1..9/5</source>
        <translation>1, 2, 5 oder 1..9/5</translation>
    </message>
    <message>
        <source>0.6, 0.8 or 0.5..0.9/5</source>
        <translation>0.6, 0.8 oder 0.5..0.9/5</translation>
    </message>
    <message>
        <source>From %1 to %2.</source>
        <translation>Von %1 bis %2.</translation>
    </message>
    <message>
        <source>Values with commas between them; or a range with a number of steps, 1..5/9; with equal ratios, 0.01..1/5/log.
Random points need no steps: 1..5.</source>
        <translation>Werte mit Kommas dazwischen; oder ein Bereich mit einer Zahl von Schritten, 1..5/9; mit gleichen Verhältnissen 0.01..1/5/log.
Zufällige Punkte brauchen keine Schritte: 1..5.</translation>
    </message>
    <message>
        <source>Varied parameter</source>
        <translation>Variierter Parameter</translation>
    </message>
    <message>
        <source>Values of the parameter</source>
        <translation>Werte des Parameters</translation>
    </message>
    <message>
        <source>Remove this parameter</source>
        <translation>Diesen Parameter entfernen</translation>
    </message>
    <message>
        <source>Choose exit tables</source>
        <translation>Exit-Tabellen wählen</translation>
    </message>
    <message>
        <source>No table of another distortion is beside it</source>
        <translation>Keine Tabelle einer anderen Verzerrung liegt daneben</translation>
    </message>
    <message>
        <source>Choose distortions</source>
        <translation>Verzerrungen wählen</translation>
    </message>
    <message>
        <source>Choose the exit tables to play</source>
        <translation>Wählen Sie die Exit-Tabellen, die gespielt werden</translation>
    </message>
    <message>
        <source>Choose the distortions to play</source>
        <translation>Wählen Sie die Verzerrungen, die gespielt werden</translation>
    </message>
    <message>
        <source>Exit tables, each played at every point</source>
        <translation>Exit-Tabellen, jede an jedem Punkt gespielt</translation>
    </message>
    <message>
        <source>The same samples under other distortions: exit tables that lie beside the source, as in x-clean.exits and x-fog-3.exits</source>
        <translation>Dieselben Proben unter anderen Verzerrungen: Exit-Tabellen, die neben der Quelle liegen, wie bei x-clean.exits und x-fog-3.exits</translation>
    </message>
</context>
<context>
    <name>splitee::AxisRows</name>
    <message>
        <source>Vary another parameter</source>
        <translation>Weiteren Parameter variieren</translation>
    </message>
    <message>
        <source>Its values are combined with those of the others</source>
        <translation>Seine Werte werden mit denen der anderen kombiniert</translation>
    </message>
    <message>
        <source>A sheet has room for %1; a sweep file may have more</source>
        <translation>Hier ist Platz für %1; eine Sweep-Datei darf mehr haben</translation>
    </message>
</context>
<context>
    <name>splitee::CalibrationChart</name>
    <message>
        <source>Calibration per exit</source>
        <translation>Kalibrierung je Exit</translation>
    </message>
    <message>
        <source>confidence (%)</source>
        <translation>Konfidenz (%)</translation>
    </message>
    <message>
        <source>no table yet</source>
        <translation>noch keine Tabelle</translation>
    </message>
    <message>
        <source>known where an exit table plays</source>
        <translation>bekannt, wo eine Exit-Tabelle läuft</translation>
    </message>
    <message>
        <source>reading the table …</source>
        <translation>Tabelle wird gelesen …</translation>
    </message>
    <message>
        <source>%1 samples with a label</source>
        <translation>%1 Proben mit Label</translation>
    </message>
    <message>
        <source>exit %1 · ECE %2</source>
        <translation>Exit %1 · ECE %2</translation>
    </message>
    <message>
        <source>exit %1</source>
        <translation>Exit %1</translation>
    </message>
    <message>
        <source>%1 % of %2</source>
        <translation>%1 % von %2</translation>
    </message>
    <message>
        <source>exit %1: expected calibration error %2</source>
        <translation>Exit %1: erwarteter Kalibrierungsfehler %2</translation>
    </message>
    <message>
        <source>Known once an exit table with labels plays.</source>
        <translation>Bekannt, sobald eine Exit-Tabelle mit Labels läuft.</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>unknown: no labels</source>
        <translation>nicht bekannt: keine Labels</translation>
    </message>
    <message>
        <source>confidence about %1 %: accuracy</source>
        <translation>Konfidenz um %1 %: Genauigkeit</translation>
    </message>
    <message>
        <source>fitting …</source>
        <translation>wird angepasst …</translation>
    </message>
    <message>
        <source>not fitted</source>
        <translation>nicht angepasst</translation>
    </message>
    <message>
        <source>fitted: dashed before, full after</source>
        <translation>angepasst: gestrichelt vorher, durchgezogen nachher</translation>
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
        <translation>Kalibrierung im Verlauf</translation>
    </message>
    <message>
        <source>round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>share (%)</source>
        <translation>Anteil (%)</translation>
    </message>
    <message>
        <source>calibration error (%)</source>
        <translation>Kalibrierungsfehler (%)</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>known where exit tables play</source>
        <translation>bekannt, wo Exit-Tabellen gespielt werden</translation>
    </message>
    <message>
        <source>%1 final</source>
        <translation>%1 letzter</translation>
    </message>
    <message>
        <source>a stretch of the run shows once it is played</source>
        <translation>ein Abschnitt des Laufs erscheint, sobald er gespielt ist</translation>
    </message>
    <message>
        <source>reading the tables …</source>
        <translation>Tabellen werden gelesen …</translation>
    </message>
    <message>
        <source>exit %1: correct</source>
        <translation>Exit %1: richtig</translation>
    </message>
    <message>
        <source>exit %1: confidence</source>
        <translation>Exit %1: Konfidenz</translation>
    </message>
    <message>
        <source>exit %1</source>
        <translation>Exit %1</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>calibration error</source>
        <translation>Kalibrierungsfehler</translation>
    </message>
    <message>
        <source>Known once exit tables with labels play.</source>
        <translation>Bekannt, sobald Exit-Tabellen mit Labels gespielt werden.</translation>
    </message>
    <message>
        <source>Exit %1 lately: confidence %2 %, correct %3 %, calibration error %4 %</source>
        <translation>Exit %1 zuletzt: Konfidenz %2 %, richtig %3 %, Kalibrierungsfehler %4 %</translation>
    </message>
</context>
<context>
    <name>splitee::ChartExporter</name>
    <message>
        <source>Copy as image</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
    </message>
    <message>
        <source>Export for a paper</source>
        <translation>Für einen Artikel exportieren</translation>
    </message>
    <message>
        <source>%1 cm wide</source>
        <translation>%1 cm breit</translation>
    </message>
    <message>
        <source>Axis titles</source>
        <translation>Achsentitel</translation>
    </message>
    <message>
        <source>Drawings (*.svg)</source>
        <translation>Zeichnungen (*.svg)</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Images (*.png)</source>
        <translation>Bilder (*.png)</translation>
    </message>
    <message>
        <source>Documents (*.pdf)</source>
        <translation>Dokumente (*.pdf)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Export %1 for a paper</source>
        <translation>%1 für einen Artikel exportieren</translation>
    </message>
    <message>
        <source>Text of %1 points</source>
        <translation>Schrift von %1 Punkt</translation>
    </message>
    <message>
        <source>Turn off where the caption names the axes</source>
        <translation>Ausschalten, wo die Bildunterschrift die Achsen nennt</translation>
    </message>
</context>
<context>
    <name>splitee::ChartPanel</name>
    <message>
        <source>%1, as a table</source>
        <translation>%1, als Tabelle</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Mitlaufen</translation>
    </message>
    <message>
        <source>Show the whole run again and keep up with it (F)</source>
        <translation>Wieder den ganzen Lauf zeigen und mitlaufen (F)</translation>
    </message>
    <message>
        <source>Logarithmic rounds</source>
        <translation>Runden logarithmisch</translation>
    </message>
    <message>
        <source>Show as table</source>
        <translation>Als Tabelle zeigen</translation>
    </message>
    <message>
        <source>no rounds yet</source>
        <translation>noch keine Runden</translation>
    </message>
    <message>
        <source>%1 rounds</source>
        <translation>%1 Runden</translation>
    </message>
    <message>
        <source>Every round is a point.</source>
        <translation>Jede Runde ist ein Punkt.</translation>
    </message>
    <message>
        <source>%1 points of %2 rounds</source>
        <translation>%1 Punkte aus %2 Runden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>round %1</source>
        <translation>Runde %1</translation>
    </message>
    <message>
        <source>A point stands for up to %1 rounds; no round is left out.</source>
        <translation>Ein Punkt steht für bis zu %1 Runden; keine fehlt.</translation>
    </message>
</context>
<context>
    <name>splitee::ChoiceList</name>
    <message>
        <source>All of them</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>splitee::CommandPalette</name>
    <message>
        <source>Search actions</source>
        <translation>Aktionen suchen</translation>
    </message>
    <message>
        <source>Actions found</source>
        <translation>Gefundene Aktionen</translation>
    </message>
</context>
<context>
    <name>splitee::CompareView</name>
    <message>
        <source>Comparison</source>
        <translation>Vergleich</translation>
    </message>
    <message>
        <source>Views of the comparison</source>
        <translation>Ansichten des Vergleichs</translation>
    </message>
    <message>
        <source>Figures of the groups</source>
        <translation>Zahlen der Gruppen</translation>
    </message>
    <message>
        <source>Accuracy and cost</source>
        <translation>Genauigkeit und Kosten</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Accuracy and cost against a setting that varies</source>
        <translation>Genauigkeit und Kosten über einer Einstellung, die sich ändert</translation>
    </message>
    <message>
        <source>Parallel</source>
        <translation>Parallel</translation>
    </message>
    <message>
        <source>All settings that differ and all figures, a line a run</source>
        <translation>Alle verschiedenen Einstellungen und alle Zahlen, eine Linie je Lauf</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Two runs round by round</source>
        <translation>Zwei Läufe Runde für Runde</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Figures of all groups with signed differences to the baseline</source>
        <translation>Zahlen aller Gruppen mit Differenzen zum Bezug</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>Reports (*.html)</source>
        <translation>Berichte (*.html)</translation>
    </message>
    <message>
        <source>Markdown tables (*.md)</source>
        <translation>Markdown-Tabellen (*.md)</translation>
    </message>
    <message>
        <source>LaTeX tables (*.tex)</source>
        <translation>LaTeX-Tabellen (*.tex)</translation>
    </message>
    <message>
        <source>The mean of every group with its 95 % intervals, its runs faint, and the Pareto front</source>
        <translation>Der Mittelwert jeder Gruppe mit seinen 95-%-Intervallen, ihre Läufe blass, und die Pareto-Front</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Learned layer, accuracy or cost over two settings that vary</source>
        <translation>Gelernte Schicht, Genauigkeit oder Kosten über zwei Einstellungen, die sich ändern</translation>
    </message>
</context>
<context>
    <name>splitee::ConfidenceBars</name>
    <message>
        <source>Confidences</source>
        <translation>Konfidenzen</translation>
    </message>
    <message>
        <source>exit %1: %2</source>
        <translation>Exit %1: %2</translation>
    </message>
    <message>
        <source>Confidence of every exit that this round revealed; exits without a bar were not seen.</source>
        <translation>Konfidenz jedes Exits, den diese Runde zeigte; Exits ohne Balken wurden nicht gesehen.</translation>
    </message>
    <message>
        <source>Confidence of every exit that this round revealed; an outline is what an exit says that was not seen.</source>
        <translation>Konfidenz jedes Exits, den diese Runde zeigte; ein Umriss ist, was ein nicht gesehener Exit sagt.</translation>
    </message>
</context>
<context>
    <name>splitee::ConfusionChart</name>
    <message>
        <source>Confusion by exit</source>
        <translation>Verwechslungen je Exit</translation>
    </message>
    <message>
        <source>prediction (class)</source>
        <translation>Vorhersage (Klasse)</translation>
    </message>
    <message>
        <source>label (class)</source>
        <translation>Label (Klasse)</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Only samples that leave there</source>
        <translation>Nur Proben, die dort hinausgehen</translation>
    </message>
    <message>
        <source>Those whose confidence at the exit reaches α</source>
        <translation>Jene, deren Konfidenz am Exit α erreicht</translation>
    </message>
    <message>
        <source>no table yet</source>
        <translation>noch keine Tabelle</translation>
    </message>
    <message>
        <source>%1 final</source>
        <translation>%1 letzter</translation>
    </message>
    <message>
        <source>unknown: no labels</source>
        <translation>nicht bekannt: keine Labels</translation>
    </message>
    <message>
        <source>known where an exit table plays</source>
        <translation>bekannt, wo eine Exit-Tabelle läuft</translation>
    </message>
    <message>
        <source>reading the table …</source>
        <translation>Tabelle wird gelesen …</translation>
    </message>
    <message>
        <source>exit %1: %2 % correct of %3 samples of the table</source>
        <translation>Exit %1: %2 % richtig von %3 Proben der Tabelle</translation>
    </message>
    <message>
        <source>exit %1: %2 % correct</source>
        <translation>Exit %1: %2 % richtig</translation>
    </message>
    <message>
        <source>others</source>
        <translation>andere</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>confused</source>
        <translation>verwechselt</translation>
    </message>
    <message>
        <source>% of the samples with the label, which the table knows</source>
        <translation>% der Proben mit dem Label, das die Tabelle kennt</translation>
    </message>
    <message>
        <source>%1 answered correctly: %3 of %4 samples, %5 %</source>
        <translation>%1 richtig beantwortet: %3 von %4 Proben, %5 %</translation>
    </message>
    <message>
        <source>%1 taken for %2: %3 of %4 samples, %5 %</source>
        <translation>%1 für %2 gehalten: %3 von %4 Proben, %5 %</translation>
    </message>
    <message>
        <source>Known once an exit table with labels plays.</source>
        <translation>Bekannt, sobald eine Exit-Tabelle mit Labels läuft.</translation>
    </message>
    <message>
        <source>Exit %1, most often confused: %2</source>
        <translation>Exit %1, am häufigsten verwechselt: %2</translation>
    </message>
</context>
<context>
    <name>splitee::CostAccuracyChart</name>
    <message>
        <source>Cost and accuracy, last %1 rounds</source>
        <translation>Kosten und Genauigkeit, letzte %1 Runden</translation>
    </message>
    <message>
        <source>round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>cost (λ)</source>
        <translation>Kosten (λ)</translation>
    </message>
    <message>
        <source>final exit</source>
        <translation>letzter Exit</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>%1: cost %2 λ per sample, accuracy %3 %</source>
        <translation>%1: Kosten %2 λ je Probe, Genauigkeit %3 %</translation>
    </message>
</context>
<context>
    <name>splitee::CostPartsChart</name>
    <message>
        <source>round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>offloading</source>
        <translation>Auslagern</translation>
    </message>
    <message>
        <source>final exit</source>
        <translation>letzter Exit</translation>
    </message>
    <message>
        <source>No rounds yet.</source>
        <translation>Noch keine Runden.</translation>
    </message>
    <message>
        <source>%1: a sample costs %2 λ, %3 of it for computing and %4 for offloading</source>
        <translation>%1: eine Probe kostet %2 λ, davon %3 für das Rechnen und %4 für das Auslagern</translation>
    </message>
    <message>
        <source>Cost components</source>
        <translation>Kostenkomponenten</translation>
    </message>
    <message>
        <source>cost (λ per sample)</source>
        <translation>Kosten (λ je Probe)</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>exits</source>
        <translation>Exits</translation>
    </message>
</context>
<context>
    <name>splitee::CurvesCard</name>
    <message>
        <source>Quantity of the curves</source>
        <translation>Größe der Kurven</translation>
    </message>
    <message>
        <source>Band of the curves</source>
        <translation>Band der Kurven</translation>
    </message>
    <message>
        <source>What the bands around the means show</source>
        <translation>Was die Bänder um die Mittelwerte zeigen</translation>
    </message>
    <message>
        <source>by round</source>
        <translation>nach Runde</translation>
    </message>
    <message>
        <source>by cost</source>
        <translation>nach Kosten</translation>
    </message>
    <message>
        <source>by wall time</source>
        <translation>nach Laufzeit</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>X axis of the curves</source>
        <translation>x-Achse der Kurven</translation>
    </message>
    <message>
        <source>Plot the curves over rounds, cumulative cost or wall time. A round plays one sample: rounds are samples seen.
Only a run&apos;s total wall time is logged: it is spread evenly over the rounds.</source>
        <translation>Kurven über Runden, kumulierten Kosten oder der Laufzeit. Eine Runde spielt eine Probe: Runden sind gesehene Proben.
Aufgezeichnet ist nur die Zeit des ganzen Laufs: sie wird gleichmäßig auf die Runden verteilt.</translation>
    </message>
    <message>
        <source>Minimum to maximum</source>
        <translation>Minimum bis Maximum</translation>
    </message>
    <message>
        <source>Play them again</source>
        <translation>Noch einmal spielen</translation>
    </message>
    <message>
        <source>Plays these replays once more to draw their curves. Nothing is logged, and their figures are checked against those that were kept.</source>
        <translation>Spielt diese Wiedergaben noch einmal, um ihre Kurven zu zeichnen. Nichts wird aufgezeichnet, und ihre Zahlen werden mit den gespeicherten verglichen.</translation>
    </message>
    <message>
        <source>One run was logged without its rounds: it has figures, but no curve.</source>
        <translation>Ein Lauf wurde ohne seine Runden aufgezeichnet: Er hat Zahlen, aber keine Kurve.</translation>
    </message>
    <message>
        <source>%1 runs were logged without their rounds: they have figures, but no curves.</source>
        <translation>%1 Läufe wurden ohne ihre Runden aufgezeichnet: Sie haben Zahlen, aber keine Kurven.</translation>
    </message>
    <message>
        <source>Which quantity the curves show. Regret is against the best fixed split, which evaluates one exit; it is the same for all groups.</source>
        <translation>Welche Größe die Kurven zeigen. Der Regret bezieht sich auf den besten festen Split, der einen Exit auswertet; er ist für alle Gruppen derselbe.</translation>
    </message>
</context>
<context>
    <name>splitee::CurvesChart</name>
    <message>
        <source>Cumulative regret (pseudo)</source>
        <translation>Kumulierter Regret (Pseudo)</translation>
    </message>
    <message>
        <source>Cumulative regret (realised)</source>
        <translation>Kumulierter Regret (realisiert)</translation>
    </message>
    <message>
        <source>Cumulative cost</source>
        <translation>Kumulierte Kosten</translation>
    </message>
    <message>
        <source>Accuracy so far</source>
        <translation>Genauigkeit bisher</translation>
    </message>
    <message>
        <source>Offloaded so far</source>
        <translation>Bisher ausgelagert</translation>
    </message>
    <message>
        <source>Split layer %1, share so far</source>
        <translation>Schnittschicht %1, Anteil bisher</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>regret (reward)</source>
        <translation>Regret (Belohnung)</translation>
    </message>
    <message>
        <source>cost (λ)</source>
        <translation>Kosten (λ)</translation>
    </message>
    <message>
        <source>share of rounds (%)</source>
        <translation>Anteil der Runden (%)</translation>
    </message>
    <message>
        <source>a single seed: no band</source>
        <translation>ein einziger Seed: kein Band</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>95 % over %1 seeds</source>
        <translation>95 % über %1 Seeds</translation>
    </message>
    <message>
        <source>standard deviation over %1 seeds</source>
        <translation>Standardabweichung über %1 Seeds</translation>
    </message>
    <message>
        <source>round %1</source>
        <translation>Runde %1</translation>
    </message>
    <message>
        <source>%1 λ spent</source>
        <translation>%1 λ ausgegeben</translation>
    </message>
    <message>
        <source> (%1 to %2)</source>
        <translation> (%1 bis %2)</translation>
    </message>
    <message>
        <source>%1 ends at %2</source>
        <translation>%1 endet bei %2</translation>
    </message>
    <message>
        <source>No runs are compared.</source>
        <translation>Es werden keine Läufe verglichen.</translation>
    </message>
    <message>
        <source>wall time (s), spread evenly over the rounds</source>
        <translation>Laufzeit (s), gleichmäßig auf die Runden verteilt</translation>
    </message>
    <message>
        <source>after %1 s</source>
        <translation>nach %1 s</translation>
    </message>
    <message>
        <source>Cost per sample so far</source>
        <translation>Kosten je Probe bisher</translation>
    </message>
    <message>
        <source>Individual seeds</source>
        <translation>Einzelne Seeds</translation>
    </message>
    <message>
        <source>Logarithmic x axis</source>
        <translation>Logarithmische x-Achse</translation>
    </message>
    <message>
        <source>cost (λ per sample)</source>
        <translation>Kosten (λ je Probe)</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>cumulative cost (λ)</source>
        <translation>kumulierte Kosten (λ)</translation>
    </message>
    <message>
        <source>minimum to maximum of %1 seeds</source>
        <translation>Minimum bis Maximum von %1 Seeds</translation>
    </message>
    <message>
        <source>not known for these runs</source>
        <translation>von diesen Läufen nicht bekannt</translation>
    </message>
    <message>
        <source>%1; runs without a logged time: %2</source>
        <translation>%1; Läufe ohne aufgezeichnete Zeit: %2</translation>
    </message>
    <message>
        <source>no time is logged for these runs</source>
        <translation>von diesen Läufen ist keine Zeit aufgezeichnet</translation>
    </message>
</context>
<context>
    <name>splitee::DatasetPicker</name>
    <message>
        <source>Signs</source>
        <translation>Schilder</translation>
    </message>
    <message>
        <source>A folder of images or CIFAR-10…</source>
        <translation>Ein Ordner mit Bildern oder CIFAR-10…</translation>
    </message>
    <message>
        <source>An archive of images or CIFAR-10…</source>
        <translation>Ein Archiv von Bildern oder CIFAR-10…</translation>
    </message>
    <message>
        <source>Folder of the images</source>
        <translation>Ordner der Bilder</translation>
    </message>
    <message>
        <source>Archive of the images</source>
        <translation>Archiv der Bilder</translation>
    </message>
    <message>
        <source>Archives (*.zip *.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz *.bin *.xz)</source>
        <translation>Archive (*.zip *.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz *.bin *.xz)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>A file or archive of texts…</source>
        <translation>Datei oder Archiv mit Texten…</translation>
    </message>
    <message>
        <source>A folder of texts…</source>
        <translation>Ordner mit Texten…</translation>
    </message>
    <message>
        <source>Texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>Texts and archives (*.tsv *.csv *.txt *.jsonl *.review *.gz *.bz2 *.xz *.zip *.tar *.tgz)</source>
        <translation>Texte und Archive (*.tsv *.csv *.txt *.jsonl *.review *.gz *.bz2 *.xz *.zip *.tar *.tgz)</translation>
    </message>
    <message>
        <source>Folder of the texts</source>
        <translation>Ordner mit den Texten</translation>
    </message>
</context>
<context>
    <name>splitee::DiffersPanel</name>
    <message>
        <source>What differs</source>
        <translation>Was verschieden ist</translation>
    </message>
    <message>
        <source>Export report</source>
        <translation>Bericht exportieren</translation>
    </message>
    <message>
        <source>What differs and what is the same</source>
        <translation>Was verschieden und was gleich ist</translation>
    </message>
    <message>
        <source>Write figures, differences and charts as one HTML file that opens anywhere, or the table as Markdown or LaTeX</source>
        <translation>Zahlen, Differenzen und Diagramme als eine HTML-Datei schreiben, die überall aufgeht, oder die Tabelle als Markdown oder LaTeX</translation>
    </message>
    <message>
        <source>Nothing is compared: select runs above</source>
        <translation>Nichts wird verglichen: oben Läufe auswählen</translation>
    </message>
    <message>
        <source>%1 of %2 settings</source>
        <translation>%1 von %2 Einstellungen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nothing but the seed.</source>
        <translation>Nichts außer dem Seed.</translation>
    </message>
    <message>
        <source>Same in both</source>
        <translation>In beiden gleich</translation>
    </message>
    <message>
        <source>Same in all</source>
        <translation>In allen gleich</translation>
    </message>
</context>
<context>
    <name>splitee::DistortionPanel</name>
    <message>
        <source>Distortions</source>
        <translation>Verzerrungen</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>Of all pictures below, 1 to 5 as it was published, and between.</source>
        <translation>Aller Bilder darunter: 1 bis 5 wie veröffentlicht, und dazwischen.</translation>
    </message>
    <message>
        <source>Another image</source>
        <translation>Anderes Bild</translation>
    </message>
    <message>
        <source>The next image of the dataset</source>
        <translation>Das nächste Bild des Datensatzes</translation>
    </message>
    <message>
        <source>An exit table holds answers and no images. Choose a network that runs live on images under Source, and they stand here under every corruption.</source>
        <translation>Eine Exit-Tabelle enthält Antworten und keine Bilder. Wählen Sie unter Quelle ein Netz, das live auf Bildern läuft; dann stehen sie hier unter jeder Verzerrung.</translation>
    </message>
    <message>
        <source>Corruptions are of images, and this network reads texts.</source>
        <translation>Diese Verzerrungen gelten Bildern, und dieses Netz liest Texte.</translation>
    </message>
    <message>
        <source>Answer of the final exit, and the exit at which the image would leave at α = %1 (bar). Click a picture to play it.</source>
        <translation>Antwort des letzten Exits, und der Exit, an dem das Bild bei α = %1 den Weg verließe (Balken). Ein Klick auf ein Bild spielt es.</translation>
    </message>
</context>
<context>
    <name>splitee::DistortionTiles</name>
    <message>
        <source>One image under every corruption</source>
        <translation>Ein Bild unter jeder Verzerrung</translation>
    </message>
    <message>
        <source>%1: the final exit says %2 (confidence %3)</source>
        <translation>%1: Der letzte Exit sagt %2 (Konfidenz %3)</translation>
    </message>
    <message>
        <source>, but it is %1</source>
        <translation>, es ist aber %1</translation>
    </message>
    <message>
        <source>It would leave at exit %1 of %2.</source>
        <translation>Es verließe den Weg an Exit %1 von %2.</translation>
    </message>
    <message>
        <source>No exit is certain enough: it would go to the last of %1.</source>
        <translation>Kein Exit ist sicher genug: Es ginge bis zum letzten von %1.</translation>
    </message>
</context>
<context>
    <name>splitee::Dock</name>
    <message>
        <source>Float</source>
        <translation>Lösen</translation>
    </message>
    <message>
        <source>Dock</source>
        <translation>Andocken</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>splitee::ExitChoice</name>
    <message>
        <source>Auto</source>
        <translation>Auto</translation>
    </message>
    <message>
        <source>Exits</source>
        <translation>Exits</translation>
    </message>
    <message>
        <source>So many exits, spread evenly over the computing; or click the places themselves</source>
        <translation>So viele Exits, gleichmäßig über das Rechnen verteilt; oder die Stellen selbst anklicken</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>Trainingsbilder</translation>
    </message>
    <message>
        <source>Of the training images at most so many: their features are computed once</source>
        <translation>Höchstens so viele der Trainingsbilder: Ihre Merkmale werden einmal berechnet</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>The images that the exits learn from and are validated on</source>
        <translation>Die Bilder, von denen die Exits lernen und an denen sie geprüft werden</translation>
    </message>
    <message>
        <source>at most</source>
        <translation>höchstens</translation>
    </message>
    <message>
        <source>There is no place in it where a single tensor carries all that follows</source>
        <translation>Es hat keine Stelle, an der ein einziger Tensor alles Folgende trägt</translation>
    </message>
    <message>
        <source>Choose a place for an exit</source>
        <translation>Eine Stelle für einen Exit wählen</translation>
    </message>
    <message>
        <source>Choose the images that the exits learn from</source>
        <translation>Die Bilder wählen, von denen die Exits lernen</translation>
    </message>
    <message>
        <source>%1 kB sent</source>
        <translation>%1 kB gesendet</translation>
    </message>
    <message>
        <source>%1 to %2 kB sent</source>
        <translation>%1 bis %2 kB gesendet</translation>
    </message>
    <message>
        <source>1 exit and the network&apos;s own · %1</source>
        <translation>1 Exit und der eigene des Netzes · %1</translation>
    </message>
    <message>
        <source>%1 exits and the network&apos;s own · %2</source>
        <translation>%1 Exits und der eigene des Netzes · %2</translation>
    </message>
</context>
<context>
    <name>splitee::ExitLines</name>
    <message>
        <source>What every exit says</source>
        <translation>Was jeder Exit sagt</translation>
    </message>
    <message>
        <source>class %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message>
        <source>%1 leaves at exit %2: %3</source>
        <translation>%1 verlässt das Netz an Exit %2: %3</translation>
    </message>
    <message>
        <source>Answer and confidence of every exit. Framed: the first exit whose confidence reaches the threshold α, where the text would leave; the last exit answers in any case.</source>
        <translation>Antwort und Konfidenz jedes Exits. Umrahmt: der erste Exit, dessen Konfidenz die Schwelle α erreicht; dort verließe der Text das Netz. Der letzte Exit antwortet in jedem Fall.</translation>
    </message>
</context>
<context>
    <name>splitee::ExitTables</name>
    <message>
        <source>No network plays live; an exit table that is replayed is saved already</source>
        <translation>Es spielt kein Netz live; eine Exit-Tabelle, die nachgespielt wird, ist schon gespeichert</translation>
    </message>
    <message>
        <source>No exit tables are kept</source>
        <translation>Es werden keine Exit-Tabellen behalten</translation>
    </message>
    <message>
        <source>Save as exit table</source>
        <translation>Als Exit-Tabelle speichern</translation>
    </message>
    <message>
        <source>Exit tables (*.exits *.csv)</source>
        <translation>Exit-Tabellen (*.exits *.csv)</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>Clear kept exit tables</source>
        <translation>Behaltene Exit-Tabellen löschen</translation>
    </message>
    <message>
        <source>The exit tables that were read beside live runs take %1 MB in %2. A table that is cleared is read again when it is needed.</source>
        <translation>Die neben Live-Läufen gelesenen Exit-Tabellen belegen %1 MB in %2. Eine gelöschte Tabelle wird neu gelesen, wenn sie gebraucht wird.</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>No exit tables are kept now</source>
        <translation>Es sind keine Exit-Tabellen mehr behalten</translation>
    </message>
    <message>
        <source>The tables are being written</source>
        <translation>Die Tabellen werden gerade geschrieben</translation>
    </message>
    <message>
        <source>Cannot write %1: a schedule would not find the tables beside it. Choose a name without &apos;?&apos; that ends in .exits.</source>
        <translation>%1 kann nicht geschrieben werden: Ein Zeitplan fände die Tabellen daneben nicht. Einen Namen ohne „?“ wählen, der auf .exits endet.</translation>
    </message>
    <message>
        <source>The tables of all distortions are written beside each other, where a schedule finds them. These files are there already: %1. Replace them?</source>
        <translation>Die Tabellen aller Verzerrungen werden nebeneinander geschrieben, wo ein Zeitplan sie findet. Diese Dateien gibt es schon: %1. Ersetzen?</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Ersetzen</translation>
    </message>
</context>
<context>
    <name>splitee::ExitsPanel</name>
    <message>
        <source>Exits and times</source>
        <translation>Exits und Zeiten</translation>
    </message>
    <message>
        <source>Exits</source>
        <translation>Exits</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>Computing one layer of depth on the device: the unit λ of all costs.</source>
        <translation>Eine Schicht Tiefe auf dem Gerät berechnen: die Einheit λ aller Kosten.</translation>
    </message>
    <message>
        <source>Computing an exit&apos;s head on the device.</source>
        <translation>Den Kopf eines Exits auf dem Gerät berechnen.</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>× as fast</source>
        <translation>× so schnell</translation>
    </message>
    <message>
        <source>How many times as fast as the device the cloud computes.</source>
        <translation>Wie viel mal so schnell wie das Gerät die Cloud rechnet.</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>Bandbreite</translation>
    </message>
    <message>
        <source>Mbit/s</source>
        <translation>Mbit/s</translation>
    </message>
    <message>
        <source>Of the link from the device to the cloud.</source>
        <translation>Der Verbindung vom Gerät zur Cloud.</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>Umlaufzeit</translation>
    </message>
    <message>
        <source>kB</source>
        <translation>kB</translation>
    </message>
    <message>
        <source>Measure on this machine</source>
        <translation>Auf diesem Rechner messen</translation>
    </message>
    <message>
        <source>Use as costs</source>
        <translation>Als Kosten verwenden</translation>
    </message>
    <message>
        <source>Measuring …</source>
        <translation>Messe …</translation>
    </message>
    <message>
        <source>Costs from times</source>
        <translation>Kosten aus Zeiten</translation>
    </message>
    <message>
        <source>Open a network or an exit table first.</source>
        <translation>Öffnen Sie zuerst ein Netz oder eine Exit-Tabelle.</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Depth
d</source>
        <translation>Tiefe
d</translation>
    </message>
    <message>
        <source>Param-
eters</source>
        <translation>Para-
meter</translation>
    </message>
    <message>
        <source>MFLOPs</source>
        <translation>MFLOPs</translation>
    </message>
    <message>
        <source>Measured
ms</source>
        <translation>Gemessen
ms</translation>
    </message>
    <message>
        <source>Leaves
ms</source>
        <translation>Verlässt
ms</translation>
    </message>
    <message>
        <source>Offloaded
ms</source>
        <translation>Ausgelagert
ms</translation>
    </message>
    <message>
        <source>Evaluate an exit</source>
        <translation>Exit auswerten</translation>
    </message>
    <message>
        <source>From the device to the cloud and back, without payload.</source>
        <translation>Vom Gerät zur Cloud und zurück, ohne Nutzlast.</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>Nutzlast</translation>
    </message>
    <message>
        <source>Bytes that an offload sends. A network knows them layer by layer; an exit table does not.</source>
        <translation>Bytes, die eine Auslagerung sendet. Ein Netz kennt sie Schicht für Schicht; eine Exit-Tabelle nicht.</translation>
    </message>
    <message>
        <source>Only a network can be measured: an exit table holds answers, not times</source>
        <translation>Nur ein Netz kann gemessen werden: Eine Exit-Tabelle enthält Antworten, keine Zeiten</translation>
    </message>
    <message>
        <source>Payload
kB</source>
        <translation>Nutzlast
kB</translation>
    </message>
    <message>
        <source>Sets λ₁ to 1, λ₂ to what an exit takes, and o of every layer to what an offload takes after it</source>
        <translation>Setzt λ₁ auf 1, λ₂ auf das, was ein Exit braucht, und o jeder Schicht auf das, was eine Auslagerung nach ihr braucht</translation>
    </message>
    <message>
        <source>Open profile…</source>
        <translation>Profil öffnen…</translation>
    </message>
    <message>
        <source>Costs from a file of times, bytes and a link (profile.json), or from a testbed&apos;s offline_profile.json; or drop it on the window</source>
        <translation>Kosten aus einer Datei mit Zeiten, Bytes und einer Verbindung (profile.json) oder aus offline_profile.json eines Prüfstands; oder sie auf das Fenster ziehen</translation>
    </message>
    <message>
        <source>Open profile</source>
        <translation>Profil öffnen</translation>
    </message>
    <message>
        <source>Profiles of costs (*.json)</source>
        <translation>Kostenprofile (*.json)</translation>
    </message>
    <message>
        <source>The profile %1 has the costs of %2 layers, but the network has %3: open the profile of this one</source>
        <translation>Das Profil %1 hat die Kosten von %2 Schichten, aber das Netz hat %3: das Profil dieses Netzes öffnen</translation>
    </message>
    <message>
        <source>Costs of %1</source>
        <translation>Kosten von %1</translation>
    </message>
    <message>
        <source>The costs of every layer are those of %1</source>
        <translation>Die Kosten jeder Schicht sind die von %1</translation>
    </message>
    <message>
        <source>Speed of the device</source>
        <translation>Geschwindigkeit des Geräts</translation>
    </message>
    <message>
        <source>%1 says what is computed and sent, but no speeds.
Cloud and link are those of the page Exits and times.
Operations of the device (GFLOP/s):</source>
        <translation>%1 sagt, was berechnet und gesendet wird, aber keine Geschwindigkeiten.
Cloud und Verbindung sind die der Seite Exits und Zeiten.
Rechenleistung des Geräts (GFLOP/s):</translation>
    </message>
    <message>
        <source>o = %1 to %2, λ₂ = %3</source>
        <translation>o = %1 bis %2, λ₂ = %3</translation>
    </message>
    <message>
        <source>One λ is the device&apos;s energy in %1 ms of computing. By the layer it is cut at, an offload costs %2.</source>
        <translation>Ein λ ist die Energie des Geräts in %1 ms Rechnen. Je nach Schicht des Schnitts kostet eine Auslagerung %2.</translation>
    </message>
    <message>
        <source>One λ is %1 ms. An offload takes %2 to %3 ms, by the layer it is cut at: %4.</source>
        <translation>Ein λ ist %1 ms. Eine Auslagerung dauert %2 bis %3 ms, je nach Schicht des Schnitts: %4.</translation>
    </message>
    <message>
        <source>Times each stage and exit of the network, one sample at a time on one thread: about a second</source>
        <translation>Misst die Zeit jeder Stufe und jedes Exits des Netzes, Probe für Probe auf einem Thread: etwa eine Sekunde</translation>
    </message>
</context>
<context>
    <name>splitee::Figures</name>
    <message>
        <source>cost vs final exit</source>
        <translation>Kosten gg. letzten Exit</translation>
    </message>
    <message>
        <source>accuracy vs final exit</source>
        <translation>Genauigkeit gg. letzten Exit</translation>
    </message>
    <message>
        <source>offloaded</source>
        <translation>ausgelagert</translation>
    </message>
    <message>
        <source>Figures against the final exit</source>
        <translation>Zahlen gegenüber dem letzten Exit</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>pts</source>
        <translation>Pkt.</translation>
    </message>
    <message>
        <source>no labels to compare with</source>
        <translation>keine Labels zum Vergleich</translation>
    </message>
    <message>
        <source>%1: mean of the runs with %2 seeds up to this round, and half of its 95 % interval</source>
        <translation>%1: Mittel der Läufe mit %2 Seeds bis zu dieser Runde, und die Hälfte seines 95-%-Intervalls</translation>
    </message>
    <message>
        <source>%1 seeds: %2 ± %3</source>
        <translation>%1 Seeds: %2 ± %3</translation>
    </message>
    <message>
        <source>the final exit&apos;s accuracy on these samples is not known</source>
        <translation>die Genauigkeit des letzten Exits auf diesen Proben ist nicht bekannt</translation>
    </message>
</context>
<context>
    <name>splitee::FileOpener</name>
    <message>
        <source>Choose source</source>
        <translation>Quelle wählen</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Save experiment</source>
        <translation>Experiment speichern</translation>
    </message>
    <message>
        <source>Experiments (*.json)</source>
        <translation>Experimente (*.json)</translation>
    </message>
    <message>
        <source>Cannot write experiment %1: %2</source>
        <translation>Experiment %1 kann nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>Choose dataset</source>
        <translation>Datensatz wählen</translation>
    </message>
    <message>
        <source>Exit tables, networks, experiments, sweeps, costs, sessions (*.csv *.exits *.mee *.pt *.pth *.ts *.json *.splitee);;Archives of images (*.zip *.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz *.bin *.xz);;Texts (*.tsv *.csv *.txt *.jsonl *.review *.gz *.bz2 *.xz *.zip *.tar);;All files (*)</source>
        <translation>Exit-Tabellen, Netze, Experimente, Sweeps, Kosten, Sitzungen (*.csv *.exits *.mee *.pt *.pth *.ts *.json *.splitee);;Archive mit Bildern (*.zip *.tar *.tar.gz *.tgz *.tar.bz2 *.tar.xz *.bin *.xz);;Texte (*.tsv *.csv *.txt *.jsonl *.review *.gz *.bz2 *.xz *.zip *.tar);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Folder of images or texts</source>
        <translation>Ordner mit Bildern oder Texten</translation>
    </message>
</context>
<context>
    <name>splitee::FlowChart</name>
    <message>
        <source>Flow by exit</source>
        <translation>Fluss je Exit</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>share of samples (%)</source>
        <translation>Anteil der Proben (%)</translation>
    </message>
    <message>
        <source>left %1 %</source>
        <translation>verlassen %1 %</translation>
    </message>
    <message>
        <source>offloaded %1 %</source>
        <translation>ausgelagert %1 %</translation>
    </message>
    <message>
        <source>layer %1: share and samples</source>
        <translation>Schicht %1: Anteil und Proben</translation>
    </message>
    <message>
        <source>%1 % · %2</source>
        <translation>%1 % · %2</translation>
    </message>
    <message>
        <source>offloaded from here</source>
        <translation>von hier ausgelagert</translation>
    </message>
    <message>
        <source>left here</source>
        <translation>hier verlassen</translation>
    </message>
    <message>
        <source>No rounds yet.</source>
        <translation>Noch keine Runden.</translation>
    </message>
    <message>
        <source>%1: most samples left at exit %2, %3 % of all; %4 % were offloaded</source>
        <translation>%1: die meisten Proben verließen das Netz an Exit %2, %3 % aller; %4 % wurden ausgelagert</translation>
    </message>
</context>
<context>
    <name>splitee::FormGrid</name>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
</context>
<context>
    <name>splitee::ImportSheet</name>
    <message>
        <source>1 exit</source>
        <translation>1 Exit</translation>
    </message>
    <message>
        <source>%1 exits</source>
        <translation>%1 Exits</translation>
    </message>
    <message>
        <source>Import a network</source>
        <translation>Netz importieren</translation>
    </message>
    <message>
        <source>A network is a program, and it runs on this machine: import only what you trust.</source>
        <translation>Ein Netz ist ein Programm und läuft auf diesem Rechner: nur importieren, wem man vertraut.</translation>
    </message>
    <message>
        <source>%1 classes</source>
        <translation>%1 Klassen</translation>
    </message>
    <message>
        <source>%1 MFLOPs an image</source>
        <translation>%1 MFLOPs je Bild</translation>
    </message>
    <message>
        <source>Attach exits…</source>
        <translation>Exits anfügen…</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Importieren</translation>
    </message>
    <message>
        <source>It has one exit: choose where others go (Ctrl+Enter)</source>
        <translation>Es hat einen Exit: wählen, wohin andere kommen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Import it and open it live (Ctrl+Enter)</source>
        <translation>Importieren und live öffnen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>It is being imported</source>
        <translation>Es wird importiert</translation>
    </message>
    <message>
        <source>The network is being tried</source>
        <translation>Das Netz wird erprobt</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>End the import; nothing of it is kept</source>
        <translation>Den Import beenden; nichts davon bleibt</translation>
    </message>
    <message>
        <source>Close without importing; the fields keep what they hold (Esc)</source>
        <translation>Schließen, ohne zu importieren; die Felder behalten ihren Inhalt (Esc)</translation>
    </message>
</context>
<context>
    <name>splitee::Imports</name>
    <message>
        <source>A network is being imported already: wait for its end, or cancel it</source>
        <translation>Es wird schon ein Netz importiert: sein Ende abwarten oder abbrechen</translation>
    </message>
    <message>
        <source>Import a network</source>
        <translation>Netz importieren</translation>
    </message>
    <message>
        <source>TorchScript networks (*.pt *.pth *.ts);;All files (*)</source>
        <translation>TorchScript-Netze (*.pt *.pth *.ts);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>splitee::Job</name>
    <message>
        <source>cannot start %1: %2</source>
        <translation>%1 startet nicht: %2</translation>
    </message>
    <message>
        <source>cannot read what splitee says of the accuracy: its version may be another than that of this window</source>
        <translation>Was splitee zur Genauigkeit sagt, ist nicht lesbar: vielleicht ist es von einer anderen Version als dieses Fenster</translation>
    </message>
    <message>
        <source>the program was killed, as the system does where memory is full</source>
        <translation>das Programm wurde beendet, wie es das System bei vollem Speicher tut</translation>
    </message>
    <message>
        <source>the program crashed (signal %1)</source>
        <translation>das Programm ist abgestürzt (Signal %1)</translation>
    </message>
    <message>
        <source>the program ended with code %1 and said nothing</source>
        <translation>das Programm endete mit Code %1 und sagte nichts</translation>
    </message>
    <message>
        <source>: nothing is lost up to the last finished epoch, Resume goes on from there</source>
        <translation>: bis zur letzten fertigen Epoche ist nichts verloren, Fortsetzen macht dort weiter</translation>
    </message>
    <message>
        <source>cannot start splitee, which should lie beside this program: install it again</source>
        <translation>splitee startet nicht, das neben diesem Programm liegen sollte: bitte neu installieren</translation>
    </message>
</context>
<context>
    <name>splitee::JobIndicator</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Reading exits</source>
        <translation>Exits werden gelesen</translation>
    </message>
    <message>
        <source>%1 waiting</source>
        <translation>%1 wartend</translation>
    </message>
    <message>
        <source>%1 paused</source>
        <translation>%1 angehalten</translation>
    </message>
    <message>
        <source>Jobs: %1</source>
        <translation>Aufträge: %1</translation>
    </message>
    <message>
        <source>Show the jobs</source>
        <translation>Die Aufträge zeigen</translation>
    </message>
</context>
<context>
    <name>splitee::JobRow</name>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop it with its checkpoint: Resume goes on, bit for bit</source>
        <translation>Mit Zwischenstand anhalten: Fortsetzen macht Bit für Bit weiter</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go on from the last finished epoch</source>
        <translation>Nach der letzten fertigen Epoche weitermachen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Out of this list; files stay</source>
        <translation>Aus dieser Liste; Dateien bleiben</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Open live</source>
        <translation>Live öffnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Play the network live, as the set-up says</source>
        <translation>Das Netz live spielen, wie eingestellt</translation>
    </message>
    <message>
        <source>Open the exit table as the source</source>
        <translation>Die Exit-Tabelle als Quelle öffnen</translation>
    </message>
    <message>
        <source>End it for good; the best epoch so far stays in the model file</source>
        <translation>Endgültig beenden; die bisher beste Epoche bleibt in der Modelldatei</translation>
    </message>
    <message>
        <source>End it; nothing of it is kept</source>
        <translation>Beenden; nichts davon bleibt</translation>
    </message>
    <message>
        <source>Discard…</source>
        <translation>Verwerfen…</translation>
    </message>
    <message>
        <source>Remove its checkpoint; the best epoch so far stays in the model file</source>
        <translation>Seinen Zwischenstand entfernen; die bisher beste Epoche bleibt in der Modelldatei</translation>
    </message>
</context>
<context>
    <name>splitee::JobSheet</name>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close; the fields keep what they hold (Esc)</source>
        <translation>Schließen; die Felder behalten ihren Inhalt (Esc)</translation>
    </message>
    <message>
        <source>Put it into the queue of jobs (Ctrl+Enter)</source>
        <translation>In die Reihe der Aufträge stellen (Strg+Eingabe)</translation>
    </message>
</context>
<context>
    <name>splitee::Jobs</name>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Open live</source>
        <translation>Live öffnen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>Aufträge laufen</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Beenden und schließen</translation>
    </message>
    <message>
        <source>Discard the training</source>
        <translation>Training verwerfen</translation>
    </message>
    <message>
        <source>Remove its checkpoint? It cannot be gone on with then. The best epoch so far stays in the model file.</source>
        <translation>Seinen Zwischenstand entfernen? Dann kann es nicht fortgesetzt werden. Die bisher beste Epoche bleibt in der Modelldatei.</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Stop all jobs and close? A training keeps its last finished epoch: the next window lists it under Jobs, to go on from there. Other jobs begin anew.</source>
        <translation>Alle Aufträge anhalten und schließen? Ein Training behält seine letzte fertige Epoche: das nächste Fenster führt es unter Aufträge auf und setzt es dort fort. Andere Aufträge beginnen von vorn.</translation>
    </message>
</context>
<context>
    <name>splitee::JobsSheet</name>
    <message>
        <source>No jobs yet. Train a network, read an exit table or evaluate: the menu Networks starts them.</source>
        <translation>Noch keine Aufträge. Ein Netz trainieren, eine Exit-Tabelle lesen oder auswerten: das Menü Netze startet sie.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Remove ended</source>
        <translation>Beendete entfernen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Accuracy per exit</source>
        <translation>Genauigkeit je Exit</translation>
    </message>
    <message>
        <source>What the program says of the chosen job</source>
        <translation>Was das Programm zum gewählten Auftrag sagt</translation>
    </message>
    <message>
        <source>Take what is done, cancelled or failed out of the list; files stay</source>
        <translation>Fertige, abgebrochene und fehlgeschlagene aus der Liste nehmen; Dateien bleiben</translation>
    </message>
    <message>
        <source>Close; jobs go on (Esc)</source>
        <translation>Schließen; Aufträge laufen weiter (Esc)</translation>
    </message>
    <message>
        <source>exit</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>mean confidence</source>
        <translation>mittlere Konfidenz</translation>
    </message>
    <message>
        <source>place</source>
        <translation>Stelle</translation>
    </message>
    <message>
        <source>temperature</source>
        <translation>Temperatur</translation>
    </message>
</context>
<context>
    <name>splitee::KeyPicker</name>
    <message>
        <source>Find</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>A few letters of what you look for</source>
        <translation>Ein paar Buchstaben des Gesuchten</translation>
    </message>
</context>
<context>
    <name>splitee::LatencyChart</name>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>latency (ms)</source>
        <translation>Latenz (ms)</translation>
    </message>
    <message>
        <source>samples answered by then (%)</source>
        <translation>bis dahin beantwortet (%)</translation>
    </message>
    <message>
        <source>answered within %1 ms</source>
        <translation>beantwortet binnen %1 ms</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1: half of the samples within %2 ms, 95 % within %3 ms</source>
        <translation>%1: die Hälfte der Proben binnen %2 ms, 95 % binnen %3 ms</translation>
    </message>
    <message>
        <source>No rounds yet.</source>
        <translation>Noch keine Runden.</translation>
    </message>
    <message>
        <source>ms</source>
        <translation>ms</translation>
    </message>
    <message>
        <source>A sample that is answered later has missed it; the names of the lines say which share did</source>
        <translation>Eine Probe, die später beantwortet wird, hat sie verpasst; die Namen der Linien sagen, welcher Anteil das war</translation>
    </message>
    <message>
        <source>Deadline</source>
        <translation>Frist</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>%1: %2 % missed</source>
        <translation>%1: %2 % spät</translation>
    </message>
    <message>
        <source>, %1 % miss the deadline of %2 ms</source>
        <translation>, %1 % verpassen die Frist von %2 ms</translation>
    </message>
</context>
<context>
    <name>splitee::LayerCostsLine</name>
    <message>
        <source>What an offload costs at each cut, and what computing up to each layer costs where that is known: measured times, or a profile of them</source>
        <translation>Was eine Auslagerung an jedem Schnitt kostet und, wo bekannt, das Rechnen bis zu jeder Schicht: gemessene Zeiten oder ein Profil davon</translation>
    </message>
    <message>
        <source>One o for all layers</source>
        <translation>Ein o für alle Schichten</translation>
    </message>
    <message>
        <source>Back to the slider&apos;s one number, and to computing by depth</source>
        <translation>Zurück zur einen Zahl des Reglers und zum Rechnen nach Tiefe</translation>
    </message>
    <message>
        <source>o by layer: %1</source>
        <translation>o je Schicht: %1</translation>
    </message>
    <message>
        <source>o by layer: %1 λ</source>
        <translation>o je Schicht: %1 λ</translation>
    </message>
    <message>
        <source>Sending the input: %1 λ</source>
        <translation>Die Eingabe senden: %1 λ</translation>
    </message>
    <message>
        <source>Computing up to layer: %1 λ₁</source>
        <translation>Rechnen bis Schicht: %1 λ₁</translation>
    </message>
</context>
<context>
    <name>splitee::LayerMapChart</name>
    <message>
        <source>Learned layer</source>
        <translation>Gelernte Schicht</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>sauber</translation>
    </message>
    <message>
        <source>%1 final</source>
        <translation>%1 letzter</translation>
    </message>
    <message>
        <source>split layer chosen most often; frame: the set-up</source>
        <translation>am häufigsten gewählte Split-Schicht; Rahmen: die Einstellungen</translation>
    </message>
    <message>
        <source>%1 %2, %3 %4: split layer %5 of %6, accuracy %7 %, cost %8 λ a sample, offloaded %9 %</source>
        <translation>%1 %2, %3 %4: Split-Schicht %5 von %6, Genauigkeit %7 %, Kosten %8 λ je Probe, ausgelagert %9 %</translation>
    </message>
    <message>
        <source>No map yet.</source>
        <translation>Noch keine Karte.</translation>
    </message>
</context>
<context>
    <name>splitee::LayerMapPanel</name>
    <message>
        <source>Learned layer by two parameters</source>
        <translation>Gelernte Schicht nach zwei Parametern</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>Waagerecht</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>Senkrecht</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Progress of the map</source>
        <translation>Fortschritt der Karte</translation>
    </message>
    <message>
        <source>Choose two parameters that differ.</source>
        <translation>Zwei verschiedene Parameter wählen.</translation>
    </message>
    <message>
        <source>Choose one severity and one parameter.</source>
        <translation>Eine Stärke und einen Parameter wählen.</translation>
    </message>
    <message>
        <source>Mean of %1 seeds of %2 rounds, without the schedule. A click sets the cell&apos;s values.</source>
        <translation>Mittel von %1 Seeds zu %2 Runden, ohne den Zeitplan. Ein Klick setzt die Werte der Zelle.</translation>
    </message>
    <message>
        <source>Computing the map …</source>
        <translation>Karte wird berechnet …</translation>
    </message>
    <message>
        <source>Choose in the map of layers</source>
        <translation>In der Schichtkarte wählen</translation>
    </message>
</context>
<context>
    <name>splitee::LivePage</name>
    <message>
        <source>What-if</source>
        <translation>Was wäre wenn</translation>
    </message>
    <message>
        <source>Regime map</source>
        <translation>Regimekarte</translation>
    </message>
    <message>
        <source>Nothing played yet. Press Space to run, or Right to play one round at a time.</source>
        <translation>Noch nichts gespielt. Leertaste startet, Rechts spielt eine Runde.</translation>
    </message>
    <message>
        <source>Next: choose the images for %1 under Dataset, or drop a folder of them on the window.</source>
        <translation>Nächster Schritt: unter „Datensatz“ die Bilder für %1 wählen oder einen Ordner mit ihnen auf das Fenster ziehen.</translation>
    </message>
    <message>
        <source>The source could not be opened. Choose another one under Source, or drop a file or folder on the window.</source>
        <translation>Die Quelle ließ sich nicht öffnen. Unter „Quelle“ eine andere wählen oder eine Datei oder einen Ordner auf das Fenster ziehen.</translation>
    </message>
    <message>
        <source>Next: choose the texts for %1 under Dataset, or drop a file of them on the window.</source>
        <translation>Als Nächstes: unter Datensatz die Texte für %1 wählen oder eine Datei damit auf das Fenster ziehen.</translation>
    </message>
    <message>
        <source>Distortions</source>
        <translation>Verzerrungen</translation>
    </message>
    <message>
        <source>By severity</source>
        <translation>Nach Stärke</translation>
    </message>
    <message>
        <source>Learned layer</source>
        <translation>Gelernte Schicht</translation>
    </message>
</context>
<context>
    <name>splitee::LiveSourceForm</name>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Distortion</source>
        <translation>Verzerrung</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>How strong it is, from %1 to %2.</source>
        <translation>Wie stark sie ist, von %1 bis %2.</translation>
    </message>
    <message>
        <source>Standard deviation in pixels (I-SplitEE).</source>
        <translation>Standardabweichung in Pixeln (I-SplitEE).</translation>
    </message>
    <message>
        <source>1 is a standard deviation of 4 % of the pixels&apos; range: severity 1 of CIFAR-10-C.</source>
        <translation>1 ist eine Standardabweichung von 4 % des Wertebereichs der Pixel: Stärke 1 von CIFAR-10-C.</translation>
    </message>
    <message>
        <source>Standard deviation of noise that wraps to white, as a published script makes it.</source>
        <translation>Standardabweichung eines Rauschens, das nach Weiß umläuft, wie ein veröffentlichtes Skript es macht.</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 of %2 play</source>
        <translation>%1 von %2 werden gespielt</translation>
    </message>
    <message>
        <source>%1 play</source>
        <translation>%1 werden gespielt</translation>
    </message>
    <message>
        <source>some left out</source>
        <translation>einige ausgelassen</translation>
    </message>
    <message>
        <source>1 image</source>
        <translation>1 Bild</translation>
    </message>
    <message>
        <source>%1 images</source>
        <translation>%1 Bilder</translation>
    </message>
    <message>
        <source>Severity 1 to 5 as it was published, and between.</source>
        <translation>Stärke 1 bis 5 wie veröffentlicht, und dazwischen.</translation>
    </message>
    <message>
        <source>1 text</source>
        <translation>1 Text</translation>
    </message>
    <message>
        <source>%1 texts</source>
        <translation>%1 Texte</translation>
    </message>
    <message>
        <source>The samples that the network is shown.
Signs and some texts come with the program; others lie in a file, a folder or an archive: drop it on the window.</source>
        <translation>Die Proben, die das Netz sieht.
Verkehrszeichen und einige Texte bringt das Programm mit; andere liegen in einer Datei, einem Ordner oder einem Archiv: auf das Fenster ziehen.</translation>
    </message>
    <message>
        <source>Which samples play. Those that the network was not trained on, the test part, show what it is worth.</source>
        <translation>Welche Proben gespielt werden. Die, an denen das Netz nicht trainiert wurde, der Testteil, zeigen, was es taugt.</translation>
    </message>
    <message>
        <source>What is done to every sample. It may change while the run plays.
Source: I-SplitEE (arXiv 2401.10541), CIFAR-10-C and ImageNet-C (arXiv 1903.12261); scenes are our own.</source>
        <translation>Was mit jeder Probe geschieht. Es darf sich im Lauf ändern.
Quelle: I-SplitEE (arXiv 2401.10541), CIFAR-10-C und ImageNet-C (arXiv 1903.12261); die Szenen sind unsere eigenen.</translation>
    </message>
    <message>
        <source>Choose a distortion first: clean samples have no severity.</source>
        <translation>Zuerst eine Verzerrung wählen: saubere Proben haben keine Stärke.</translation>
    </message>
    <message>
        <source>The share of letters that are left out, doubled, swapped or mistyped.</source>
        <translation>Der Anteil der Buchstaben, die fehlen, doppelt, vertauscht oder vertippt sind.</translation>
    </message>
    <message>
        <source>The share of words that are missing; one is always left.</source>
        <translation>Der Anteil der Wörter, die fehlen; eines bleibt immer.</translation>
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
        <translation>Seed %1</translation>
    </message>
    <message>
        <source>the set-up has changed: it holds from the next run on</source>
        <translation>Einstellungen geändert: sie gelten ab dem nächsten Lauf</translation>
    </message>
    <message>
        <source>Choose an example to begin</source>
        <translation>Zum Anfangen ein Beispiel wählen</translation>
    </message>
    <message>
        <source>No chart is open: start an example or open a chart from the View menu</source>
        <translation>Kein Diagramm ist offen: ein Beispiel starten oder ein Diagramm im Menü Ansicht öffnen</translation>
    </message>
    <message>
        <source>Reading the file …</source>
        <translation>Die Datei wird gelesen …</translation>
    </message>
    <message>
        <source>Written to %1</source>
        <translation>Geschrieben nach %1</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>Seiten</translation>
    </message>
    <message>
        <source>Live</source>
        <translation>Live</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>What plays now</source>
        <translation>Was gerade läuft</translation>
    </message>
    <message>
        <source>All runs of a session, to be searched and compared</source>
        <translation>Alle Läufe einer Sitzung, zum Suchen und Vergleichen</translation>
    </message>
    <message>
        <source>%1 – SplitEE Workbench</source>
        <translation>%1 – SplitEE Workbench</translation>
    </message>
    <message>
        <source>%1. A double click or Enter opens its set-up.</source>
        <translation>%1. Doppelklick oder Eingabe öffnet seinen Aufbau.</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>logged to %1</source>
        <translation>aufgezeichnet in %1</translation>
    </message>
    <message>
        <source>The profile %1 holds the costs of a network&apos;s layers: open the network or its exit table first</source>
        <translation>Das Profil %1 enthält die Kosten der Schichten eines Netzes: zuerst das Netz oder seine Exit-Tabelle öffnen</translation>
    </message>
    <message>
        <source>reading all exits: %1</source>
        <translation>alle Exits werden gelesen: %1</translation>
    </message>
    <message>
        <source>Restart with the change</source>
        <translation>Mit der Änderung neu starten</translation>
    </message>
</context>
<context>
    <name>splitee::MarksEditor</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>What you call this run</source>
        <translation>Wie Sie diesen Lauf nennen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagwörter</translation>
    </message>
    <message>
        <source>Separated by commas</source>
        <translation>Durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>blur, for the paper</source>
        <translation>Unschärfe, für den Artikel</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change nothing (Esc)</source>
        <translation>Nichts ändern (Esc)</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1, Seed %2</translation>
    </message>
    <message>
        <source>Add tags to %1</source>
        <translation>Schlagwörter ergänzen: %1</translation>
    </message>
    <message>
        <source>Notes on this run</source>
        <translation>Notizen zu diesem Lauf</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save (Ctrl+Enter)</source>
        <translation>Speichern (Strg+Eingabe)</translation>
    </message>
</context>
<context>
    <name>splitee::Menus</name>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Start</translation>
    </message>
    <message>
        <source>R&amp;uns</source>
        <translation>&amp;Läufe</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Reset layout</source>
        <translation>&amp;Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>&amp;Theme</source>
        <translation>&amp;Farbschema</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>&amp;Networks</source>
        <translation>&amp;Netze</translation>
    </message>
</context>
<context>
    <name>splitee::MessageBar</name>
    <message>
        <source>Dismiss</source>
        <translation>Ausblenden</translation>
    </message>
    <message>
        <source>Dismiss this message</source>
        <translation>Diese Meldung ausblenden</translation>
    </message>
    <message>
        <source>Problem: %1</source>
        <translation>Problem: %1</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Information: %1</source>
        <translation>Hinweis: %1</translation>
    </message>
</context>
<context>
    <name>splitee::NetworkForm</name>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>Standard deviation</source>
        <translation>Standardabweichung</translation>
    </message>
    <message>
        <source>Model file</source>
        <translation>Modelldatei</translation>
    </message>
    <message>
        <source>Replace the file that is there</source>
        <translation>Die vorhandene Datei ersetzen</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keine</translation>
    </message>
    <message>
        <source>Images</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Images that the network knows: their folders name its classes, and every exit is validated on them</source>
        <translation>Bilder, die das Netz kennt: Ihre Ordner nennen seine Klassen, und jeder Exit wird an ihnen geprüft</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>Datei…</translation>
    </message>
    <message>
        <source>A text file with one class a line</source>
        <translation>Eine Textdatei mit einer Klasse je Zeile</translation>
    </message>
    <message>
        <source>In the order of the network&apos;s answers: names with commas between them, or a text file with one a line</source>
        <translation>In der Reihenfolge der Antworten des Netzes: Namen mit Kommas dazwischen oder eine Textdatei mit einem je Zeile</translation>
    </message>
    <message>
        <source>Image side</source>
        <translation>Bildseite</translation>
    </message>
    <message>
        <source>Width and height of its images in pixels</source>
        <translation>Breite und Höhe seiner Bilder in Pixeln</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>Where the model file goes</source>
        <translation>Wohin die Modelldatei kommt</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern als</translation>
    </message>
    <message>
        <source>The model file (.mee) that is made</source>
        <translation>Die Modelldatei (.mee), die entsteht</translation>
    </message>
    <message>
        <source>0 to 1</source>
        <translation>0 bis 1</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Andere</translation>
    </message>
    <message>
        <source>Pixels scaled to 0..1 enter as (pixel − mean) / deviation: a number, or three by commas for red, green and blue, as in its training</source>
        <translation>Auf 0..1 skalierte Pixel gehen als (Pixel − Mittelwert) / Abweichung ein: eine Zahl oder drei mit Kommas für Rot, Grün und Blau, wie in seinem Training</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittelwert</translation>
    </message>
    <message>
        <source>deviation</source>
        <translation>Abweichung</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>as in the images: %1</source>
        <translation>wie in den Bildern: %1</translation>
    </message>
    <message>
        <source>Name the %1 classes, or choose the images whose folders name them</source>
        <translation>Die %1 Klassen nennen oder die Bilder wählen, deren Ordner sie nennen</translation>
    </message>
    <message>
        <source>The network tells %1 classes apart, but %2 are named</source>
        <translation>Das Netz unterscheidet %1 Klassen, aber %2 sind genannt</translation>
    </message>
    <message>
        <source>The network is not known yet</source>
        <translation>Das Netz ist noch nicht bekannt</translation>
    </message>
    <message>
        <source>Say where the model file goes</source>
        <translation>Angeben, wohin die Modelldatei kommt</translation>
    </message>
    <message>
        <source>The file %1 exists already: name another, or let it be replaced</source>
        <translation>Die Datei %1 gibt es schon: eine andere nennen oder sie ersetzen lassen</translation>
    </message>
    <message>
        <source>Names of the classes</source>
        <translation>Namen der Klassen</translation>
    </message>
    <message>
        <source>Text files (*.txt *.names *.labels);;All files (*)</source>
        <translation>Textdateien (*.txt *.names *.labels);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the model file</source>
        <translation>Modelldatei speichern</translation>
    </message>
    <message>
        <source>Networks (*.mee)</source>
        <translation>Netze (*.mee)</translation>
    </message>
</context>
<context>
    <name>splitee::NetworkTrack</name>
    <message>
        <source>class %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message>
        <source>No rounds yet.</source>
        <translation>Noch keine Runden.</translation>
    </message>
    <message>
        <source>Lately %1 % of the rounds split after layer %2 of %3.</source>
        <translation>Zuletzt lag der Split in %1 % der Runden nach Schicht %2 von %3.</translation>
    </message>
    <message>
        <source>, wrong</source>
        <translation>, falsch</translation>
    </message>
    <message>
        <source>Sample %1 left on the device at exit %2: %3. Cost %4 λ.</source>
        <translation>Probe %1 verließ das Netz auf dem Gerät an Exit %2: %3. Kosten %4 λ.</translation>
    </message>
    <message>
        <source>Network track</source>
        <translation>Netzverlauf</translation>
    </message>
    <message>
        <source>Split after layer %1 of %2. </source>
        <translation>Split nach Schicht %1 von %2. </translation>
    </message>
    <message>
        <source>Layer %1 of %2: %3 of the network&apos;s depth %4</source>
        <translation>Schicht %1 von %2: %3 der Netztiefe %4</translation>
    </message>
    <message>
        <source>
Confidence %1</source>
        <translation>
Konfidenz %1</translation>
    </message>
    <message>
        <source>
Split here in %1 % of recent rounds</source>
        <translation>
Split hier in %1 % der letzten Runden</translation>
    </message>
    <message>
        <source>sample
%1</source>
        <translation>Probe
%1</translation>
    </message>
    <message>
        <source>samples</source>
        <translation>Proben</translation>
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
        <translation>Split vor Schicht 1</translation>
    </message>
    <message>
        <source>split after layer %1</source>
        <translation>Split nach Schicht %1</translation>
    </message>
    <message>
        <source>+%1 λ</source>
        <translation>+%1 λ</translation>
    </message>
    <message>
        <source>confidence
α %1</source>
        <translation>Konfidenz
α %1</translation>
    </message>
    <message>
        <source>share of
rounds</source>
        <translation>Anteil der
Runden</translation>
    </message>
    <message>
        <source>split here</source>
        <translation>Split hier</translation>
    </message>
    <message>
        <source>, correct</source>
        <translation>, richtig</translation>
    </message>
    <message>
        <source>Sample %1 was offloaded after layer %2: %3. Cost %4 λ + %5 λ for offloading.</source>
        <translation>Probe %1 wurde nach Schicht %2 ausgelagert: %3. Kosten %4 λ + %5 λ für das Auslagern.</translation>
    </message>
    <message>
        <source>The text: %1</source>
        <translation>Der Text: %1</translation>
    </message>
    <message>
        <source>texts</source>
        <translation>Texte</translation>
    </message>
    <message>
        <source>%1 pieces/s</source>
        <translation>%1 Wortstücke/s</translation>
    </message>
</context>
<context>
    <name>splitee::NumberField</name>
    <message>
        <source>%1, slider</source>
        <translation>%1, Regler</translation>
    </message>
    <message>
        <source>
Double click: back to %1.</source>
        <translation>
Doppelklick: zurück auf %1.</translation>
    </message>
</context>
<context>
    <name>splitee::OffloadChart</name>
    <message>
        <source>Offload rate, last %1 rounds</source>
        <translation>Auslagerungsrate, letzte %1 Runden</translation>
    </message>
    <message>
        <source>round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>offloaded (%)</source>
        <translation>ausgelagert (%)</translation>
    </message>
    <message>
        <source>No rounds yet.</source>
        <translation>Noch keine Runden.</translation>
    </message>
    <message>
        <source>%1: %2 % offloaded recently, %3 % overall</source>
        <translation>%1: zuletzt %2 % ausgelagert, %3 % insgesamt</translation>
    </message>
</context>
<context>
    <name>splitee::OneRunChart</name>
    <message>
        <source>Policy</source>
        <translation>Strategie</translation>
    </message>
</context>
<context>
    <name>splitee::PanelHeader</name>
    <message>
        <source>Menu of %1</source>
        <translation>Menü von %1</translation>
    </message>
    <message>
        <source>What can be done with this panel</source>
        <translation>Was mit diesem Feld getan werden kann</translation>
    </message>
    <message>
        <source>Close %1</source>
        <translation>%1 schließen</translation>
    </message>
    <message>
        <source>Close this panel; the View menu opens it again</source>
        <translation>Dieses Feld schließen; das Menü Ansicht öffnet es wieder</translation>
    </message>
</context>
<context>
    <name>splitee::ParallelChart</name>
    <message>
        <source>Parallel coordinates</source>
        <translation>Parallele Koordinaten</translation>
    </message>
    <message>
        <source>Offloaded %</source>
        <translation>Ausgelagert %</translation>
    </message>
    <message>
        <source>Regret</source>
        <translation>Regret</translation>
    </message>
    <message>
        <source>Cost λ</source>
        <translation>Kosten (λ)</translation>
    </message>
    <message>
        <source>Accuracy %</source>
        <translation>Genauigkeit %</translation>
    </message>
    <message>
        <source>Run %1. Click: find it in the table; double click or Enter: open its set-up. Up and Down: the next run.</source>
        <translation>Lauf %1. Klick: in der Tabelle finden; Doppelklick oder Eingabe: seinen Aufbau öffnen. Auf und Ab: der nächste Lauf.</translation>
    </message>
    <message>
        <source>Runs: %1, over axes: %2</source>
        <translation>Läufe: %1, über den Achsen: %2</translation>
    </message>
    <message>
        <source>; chosen: run %1</source>
        <translation>; gewählt: Lauf %1</translation>
    </message>
    <message>
        <source>Select all runs again</source>
        <translation>Wieder alle Läufe wählen</translation>
    </message>
    <message>
        <source>drag on an axis to select runs</source>
        <translation>auf einer Achse ziehen, um Läufe zu wählen</translation>
    </message>
    <message>
        <source>%1 of %2 runs selected</source>
        <translation>%1 von %2 Läufen gewählt</translation>
    </message>
    <message>
        <source>Drag: select the runs that pass here; click: select all again</source>
        <translation>Ziehen: die Läufe wählen, die hier durchgehen; Klick: wieder alle</translation>
    </message>
</context>
<context>
    <name>splitee::ParameterForm</name>
    <message>
        <source>Weight μ</source>
        <translation>Gewicht μ</translation>
    </message>
    <message>
        <source>Layer λ₁</source>
        <translation>Schicht λ₁</translation>
    </message>
    <message>
        <source>Exit λ₂</source>
        <translation>Exit λ₂</translation>
    </message>
    <message>
        <source>Threshold α</source>
        <translation>Schwelle α</translation>
    </message>
    <message>
        <source>
Unit: %1.</source>
        <translation>
Einheit: %1.</translation>
    </message>
    <message>
        <source>
From %1 to %2.</source>
        <translation>
Von %1 bis %2.</translation>
    </message>
    <message>
        <source>one pass</source>
        <translation>ein Durchgang</translation>
    </message>
    <message>
        <source>now %1</source>
        <translation>jetzt %1</translation>
    </message>
    <message>
        <source>The schedule has set it to %1 for now; the field holds what the run began with.</source>
        <translation>Der Zeitplan hat es zurzeit auf %1 gesetzt; das Feld nennt den Wert zu Beginn des Laufs.</translation>
    </message>
    <message>
        <source>Factor on o</source>
        <translation>Faktor auf o</translation>
    </message>
    <message>
        <source>Offloading o</source>
        <translation>Auslagern o</translation>
    </message>
    <message>
        <source>Exploration β</source>
        <translation>Erkundung β</translation>
    </message>
</context>
<context>
    <name>splitee::ParetoChart</name>
    <message>
        <source>Accuracy and cost</source>
        <translation>Genauigkeit und Kosten</translation>
    </message>
    <message>
        <source>Pareto front</source>
        <translation>Pareto-Front</translation>
    </message>
    <message>
        <source>final exit</source>
        <translation>letzter Exit</translation>
    </message>
    <message>
        <source>cost about %1 λ</source>
        <translation>Kosten um %1 λ</translation>
    </message>
    <message>
        <source>%1, run %2</source>
        <translation>%1, Lauf %2</translation>
    </message>
    <message>
        <source>%1 λ · %2 %</source>
        <translation>%1 λ · %2 %</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>click a point: its run</source>
        <translation>Klick auf einen Punkt: sein Lauf</translation>
    </message>
    <message>
        <source>Run %1. Click: find it in the table; double click or Enter: open its set-up. Left and Right: the next by cost.</source>
        <translation>Lauf %1. Klick: in der Tabelle finden; Doppelklick oder Eingabe: seinen Aufbau öffnen. Links und Rechts: der nächste nach Kosten.</translation>
    </message>
    <message>
        <source>; chosen: run %1</source>
        <translation>; gewählt: Lauf %1</translation>
    </message>
    <message>
        <source>cost (λ per sample)</source>
        <translation>Kosten (λ je Probe)</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>unknown: no labels</source>
        <translation>nicht bekannt: keine Labels</translation>
    </message>
    <message>
        <source>Accuracy and cost, runs: %1, groups: %2, on the Pareto front: %3</source>
        <translation>Genauigkeit und Kosten, Läufe: %1, Gruppen: %2, auf der Pareto-Front: %3</translation>
    </message>
</context>
<context>
    <name>splitee::PlacesTrack</name>
    <message>
        <source>Places for exits</source>
        <translation>Stellen für Exits</translation>
    </message>
    <message>
        <source>%1: %2 % of the computing, %3 MFLOPs; %4 kB cross the cut</source>
        <translation>%1: %2 % des Rechnens, %3 MFLOPs; %4 kB gehen über den Schnitt</translation>
    </message>
    <message>
        <source>No place for an exit.</source>
        <translation>Keine Stelle für einen Exit.</translation>
    </message>
    <message>
        <source>Exit at %1</source>
        <translation>Exit bei %1</translation>
    </message>
    <message>
        <source>No exit at %1</source>
        <translation>Kein Exit bei %1</translation>
    </message>
    <message>
        <source>Click a place to attach an exit there, or to take it away; with the keyboard: arrows and Space</source>
        <translation>Eine Stelle anklicken, um dort einen Exit anzufügen oder wegzunehmen; mit der Tastatur: Pfeile und Leertaste</translation>
    </message>
    <message>
        <source>The network&apos;s own exit: it stays</source>
        <translation>Der eigene Exit des Netzes: Er bleibt</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>depth</source>
        <translation>Tiefe</translation>
    </message>
    <message>
        <source>MFLOPs</source>
        <translation>MFLOPs</translation>
    </message>
    <message>
        <source>kB sent</source>
        <translation>kB gesendet</translation>
    </message>
    <message>
        <source>Where exits can be attached</source>
        <translation>Wo Exits angefügt werden können</translation>
    </message>
</context>
<context>
    <name>splitee::PolicyChip</name>
    <message>
        <source>%1 in all charts</source>
        <translation>%1 in allen Diagrammen</translation>
    </message>
    <message>
        <source>Hide or show %1 in all charts; its run is not affected</source>
        <translation>%1 in allen Diagrammen aus- oder einblenden; der Lauf bleibt unberührt</translation>
    </message>
</context>
<context>
    <name>splitee::PolicyChooser</name>
    <message>
        <source>Find a policy</source>
        <translation>Strategie suchen</translation>
    </message>
    <message>
        <source>By its name, its group or words of its rule</source>
        <translation>Nach ihrem Namen, ihrer Gruppe oder Wörtern ihrer Regel</translation>
    </message>
    <message>
        <source>Choose a policy in the list to see what it does and to set its parameters.</source>
        <translation>Eine Strategie der Liste wählen, um zu sehen, was sie tut, und ihre Parameter zu setzen.</translation>
    </message>
    <message>
        <source>It has no parameters of its own.</source>
        <translation>Sie hat keine eigenen Parameter.</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Weitere hinzufügen</translation>
    </message>
    <message>
        <source>Adds a row of the same policy, which plays beside this one by its own parameters</source>
        <translation>Fügt eine Zeile derselben Strategie hinzu, die mit eigenen Parametern neben dieser spielt</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Takes this row out of the list</source>
        <translation>Nimmt diese Zeile aus der Liste</translation>
    </message>
    <message>
        <source>What its name does not tell it takes from the row %1.</source>
        <translation>Was ihr Name nicht nennt, übernimmt sie aus der Zeile %1.</translation>
    </message>
    <message>
        <source>Add a policy</source>
        <translation>Strategie hinzufügen</translation>
    </message>
    <message>
        <source>Remove a policy</source>
        <translation>Strategie entfernen</translation>
    </message>
    <message>
        <source>Another row has these values already, so nothing was changed.</source>
        <translation>Eine andere Zeile hat diese Werte schon, daher wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
</context>
<context>
    <name>splitee::PolicyLegend</name>
    <message>
        <source>Policies shown in the charts</source>
        <translation>In den Diagrammen gezeigte Strategien</translation>
    </message>
</context>
<context>
    <name>splitee::PolicyList</name>
    <message>
        <source>Policies to run side by side</source>
        <translation>Strategien, die nebeneinander laufen</translation>
    </message>
    <message>
        <source>Choose policies</source>
        <translation>Strategien wählen</translation>
    </message>
    <message>
        <source>Of the papers</source>
        <translation>Aus den Artikeln</translation>
    </message>
    <message>
        <source>Baselines</source>
        <translation>Vergleichsstrategien</translation>
    </message>
    <message>
        <source>Cascades</source>
        <translation>Kaskaden</translation>
    </message>
    <message>
        <source>UCB family and posteriors</source>
        <translation>UCB-Familie und Posteriors</translation>
    </message>
    <message>
        <source>For worlds that change</source>
        <translation>Für veränderliche Welten</translation>
    </message>
    <message>
        <source>Thresholds and context</source>
        <translation>Schwellen und Kontext</translation>
    </message>
</context>
<context>
    <name>splitee::PreviewView</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Another image</source>
        <translation>Ein anderes Bild</translation>
    </message>
    <message>
        <source>Confidence of the final exit: clean %1, distorted %2</source>
        <translation>Konfidenz des letzten Exits: sauber %1, verzerrt %2</translation>
    </message>
    <message>
        <source>The network is being loaded.</source>
        <translation>Das Netz wird geladen.</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>sauber</translation>
    </message>
    <message>
        <source>clean: %1</source>
        <translation>sauber: %1</translation>
    </message>
    <message>
        <source>One image as recorded, and as the network will see it.
Below it, the confidence of every exit: in colour from the threshold α on.</source>
        <translation>Ein Bild wie aufgenommen, und wie das Netz es sehen wird.
Darunter die Konfidenz jedes Exits: farbig ab der Schwelle α.</translation>
    </message>
</context>
<context>
    <name>splitee::PullsChart</name>
    <message>
        <source>Times chosen, per layer</source>
        <translation>Wie oft gewählt, je Schicht</translation>
    </message>
    <message>
        <source>layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>share of rounds (%)</source>
        <translation>Anteil der Runden (%)</translation>
    </message>
    <message>
        <source>layer %1: share and rounds</source>
        <translation>Schicht %1: Anteil und Runden</translation>
    </message>
    <message>
        <source>%1 % · %2</source>
        <translation>%1 % · %2</translation>
    </message>
    <message>
        <source>%1 chose layer %2 most, in %3 % of the rounds</source>
        <translation>%1 wählte Schicht %2 am häufigsten, in %3 % der Runden</translation>
    </message>
    <message>
        <source>No rounds yet.</source>
        <translation>Noch keine Runden.</translation>
    </message>
</context>
<context>
    <name>splitee::RecentFiles</name>
    <message>
        <source>Open &amp;recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
</context>
<context>
    <name>splitee::RegimeChart</name>
    <message>
        <source>Where learning pays</source>
        <translation>Wo sich Lernen lohnt</translation>
    </message>
    <message>
        <source>offloading o (λ)</source>
        <translation>Auslagern o (λ)</translation>
    </message>
    <message>
        <source>Drag the ring, or move it with the arrow keys: it sets μ (with λ = 1) and o.</source>
        <translation>Den Ring ziehen oder mit den Pfeiltasten bewegen: er setzt μ (mit λ = 1) und o.</translation>
    </message>
    <message>
        <source>%1 final</source>
        <translation>%1 letzter</translation>
    </message>
    <message>
        <source>costs %1 or more</source>
        <translation>kostet %1 oder mehr</translation>
    </message>
    <message>
        <source>0</source>
        <translation>0</translation>
    </message>
    <message>
        <source>gains %1 or more</source>
        <translation>bringt %1 oder mehr</translation>
    </message>
    <message>
        <source>No map yet.</source>
        <translation>Noch keine Karte.</translation>
    </message>
    <message>
        <source>layer %1, the final exit</source>
        <translation>Schicht %1, der letzte Exit</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>At μ·λ %1 and o %2: best fixed split %3</source>
        <translation>Bei μ·λ %1 und o %2: bester fester Split %3</translation>
    </message>
    <message>
        <source>; offloading every sample at layer 1 is better still</source>
        <translation>; jede Probe an Schicht 1 auszulagern ist noch besser</translation>
    </message>
    <message>
        <source>%1 ± %2</source>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>best split; dot: offloading all at 1 is better</source>
        <translation>bester Split; Punkt: alles an 1 auslagern ist besser</translation>
    </message>
    <message>
        <source>best split</source>
        <translation>bester Split</translation>
    </message>
    <message>
        <source>The setting lies outside the map; at its edge, μ·λ %1 and o %2: best fixed split %3</source>
        <translation>Die Einstellung liegt außerhalb der Karte; an ihrem Rand, bei μ·λ %1 und o %2: bester fester Split %3</translation>
    </message>
    <message>
        <source>In the cell of the ring, at μ·λ %1 and o %2: best fixed split %3</source>
        <translation>In der Zelle des Rings, bei μ·λ %1 und o %2: bester fester Split %3</translation>
    </message>
    <message>
        <source>reward per sample; dot: not significant</source>
        <translation>Belohnung je Probe; Punkt: nicht signifikant</translation>
    </message>
    <message>
        <source>. %1 gains %2 reward per sample over the final exit or offloading everything at layer 1, whichever is better.</source>
        <translation>. %1 bringt %2 Belohnung je Probe gegenüber dem letzten Exit oder dem Auslagern von allem an Schicht 1, je nachdem, was besser ist.</translation>
    </message>
    <message>
        <source>factor on o</source>
        <translation>Faktor auf o</translation>
    </message>
    <message>
        <source>times %1</source>
        <translation>mal %1</translation>
    </message>
    <message>
        <source>weight μ·λ (reward per λ)</source>
        <translation>Gewicht μ·λ (Belohnung je λ)</translation>
    </message>
</context>
<context>
    <name>splitee::RegimePanel</name>
    <message>
        <source>No map: it was cancelled. Change a parameter to make it.</source>
        <translation>Keine Karte: sie wurde abgebrochen. Ein geänderter Parameter beginnt sie neu.</translation>
    </message>
    <message>
        <source>Regime map</source>
        <translation>Regimekarte</translation>
    </message>
    <message>
        <source>What the map shows</source>
        <translation>Was die Karte zeigt</translation>
    </message>
    <message>
        <source>Progress of the map</source>
        <translation>Fortschritt der Karte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop computing the map; the last one stays</source>
        <translation>Berechnung der Karte beenden; die letzte bleibt</translation>
    </message>
    <message>
        <source>Best fixed split</source>
        <translation>Bester fester Split</translation>
    </message>
    <message>
        <source>Gain of %1</source>
        <translation>Gewinn von %1</translation>
    </message>
    <message>
        <source>Move in the regime map</source>
        <translation>In der Regimekarte bewegen</translation>
    </message>
    <message>
        <source>Computing the map …</source>
        <translation>Karte wird berechnet …</translation>
    </message>
    <message>
        <source> Drag the ring, or use the arrow keys, to set μ and o. %1 seeds of %2 rounds, α %3.</source>
        <translation> Den Ring ziehen oder die Pfeiltasten nehmen, um μ und o zu setzen. %1 Seeds zu %2 Runden, α %3.</translation>
    </message>
    <message>
        <source> The schedule is left out.</source>
        <translation> Der Zeitplan bleibt außer Betracht.</translation>
    </message>
    <message>
        <source>The best split that is fixed, or what a policy that learns gains over the better of two that need not: the final exit, and offloading everything at layer 1</source>
        <translation>Der beste feste Split, oder was eine lernende Strategie gegenüber der besseren von zweien gewinnt, die nicht lernen müssen: dem letzten Exit und dem Auslagern von allem an Schicht 1</translation>
    </message>
</context>
<context>
    <name>splitee::RegretChart</name>
    <message>
        <source>Cumulative regret</source>
        <translation>Kumulierter Regret</translation>
    </message>
    <message>
        <source>round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>regret (reward)</source>
        <translation>Regret (Belohnung)</translation>
    </message>
    <message>
        <source>Bands over seeds and C log t</source>
        <translation>Bänder über Seeds und C log t</translation>
    </message>
    <message>
        <source>band: %1 seeds, 95 %</source>
        <translation>Band: %1 Seeds, 95 %</translation>
    </message>
    <message>
        <source>C log t</source>
        <translation>C log t</translation>
    </message>
    <message>
        <source>C log t, %1</source>
        <translation>C log t, %1</translation>
    </message>
    <message>
        <source>Cumulative regret (pseudo)</source>
        <translation>Kumulierter Regret (Pseudo)</translation>
    </message>
    <message>
        <source>Cumulative regret (realised)</source>
        <translation>Kumulierter Regret (realisiert)</translation>
    </message>
    <message>
        <source>%1 %2 after %3 rounds</source>
        <translation>%1 %2 nach %3 Runden</translation>
    </message>
    <message>
        <source>Regret needs an exit table.</source>
        <translation>Regret braucht eine Exit-Tabelle.</translation>
    </message>
    <message>
        <source>What the same policies do over several seeds (95 % interval of the mean), and C log t by Lai and Robbins</source>
        <translation>Was dieselben Strategien über mehrere Seeds tun (95-%-Intervall des Mittels), und C log t nach Lai und Robbins</translation>
    </message>
</context>
<context>
    <name>splitee::RewardChart</name>
    <message>
        <source>Reward per layer</source>
        <translation>Belohnung je Schicht</translation>
    </message>
    <message>
        <source>split layer</source>
        <translation>Split-Schicht</translation>
    </message>
    <message>
        <source>reward (per round)</source>
        <translation>Belohnung (je Runde)</translation>
    </message>
    <message>
        <source>no rounds yet</source>
        <translation>noch keine Runden</translation>
    </message>
    <message>
        <source>seen in %1 rounds; dot: mean, bar: the middle half</source>
        <translation>aus %1 Runden; Punkt: Mittel, Balken: mittlere Hälfte</translation>
    </message>
    <message>
        <source>dot: mean, bar: middle half</source>
        <translation>Punkt: Mittel, Balken: mittlere Hälfte</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>mean reward</source>
        <translation>mittlere Belohnung</translation>
    </message>
    <message>
        <source>middle half</source>
        <translation>mittlere Hälfte</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>No rounds yet.</source>
        <translation>Noch keine Runden.</translation>
    </message>
    <message>
        <source>layer %1: mean %2 in %3 rounds</source>
        <translation>Schicht %1: Mittel %2 in %3 Runden</translation>
    </message>
</context>
<context>
    <name>splitee::RoundBands</name>
    <message>
        <source>rounds %1 to %2: %3</source>
        <translation>Runden %1 bis %2: %3</translation>
    </message>
</context>
<context>
    <name>splitee::RoundsDifference</name>
    <message>
        <source>, exit</source>
        <translation>, Exit</translation>
    </message>
    <message>
        <source>, offload</source>
        <translation>, ausgelagert</translation>
    </message>
    <message>
        <source>round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>sample</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>split, first</source>
        <translation>Schnitt, erster</translation>
    </message>
    <message>
        <source>split, second</source>
        <translation>Schnitt, zweiter</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>reward, second − first</source>
        <translation>Belohnung, zweiter − erster</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Pair of runs</source>
        <translation>Paar von Läufen</translation>
    </message>
    <message>
        <source>Rounds that differ</source>
        <translation>Verschiedene Runden</translation>
    </message>
    <message>
        <source>%1, seed %2</source>
        <translation>%1, Seed %2</translation>
    </message>
    <message>
        <source>Runs %1 and %2</source>
        <translation>Läufe %1 und %2</translation>
    </message>
    <message>
        <source>Seed %1: runs %2 and %3</source>
        <translation>Seed %1: Läufe %2 und %3</translation>
    </message>
    <message>
        <source>Select two runs, or two groups with a seed in common.</source>
        <translation>Zwei Läufe wählen, oder zwei Gruppen mit einem gemeinsamen Seed.</translation>
    </message>
    <message>
        <source>Reading the rounds …</source>
        <translation>Runden werden gelesen …</translation>
    </message>
    <message>
        <source>They have no rounds in common.</source>
        <translation>Sie haben keine Runden gemeinsam.</translation>
    </message>
    <message>
        <source>Identical in all of %1 rounds.</source>
        <translation>In allen %1 Runden gleich.</translation>
    </message>
    <message>
        <source>They first differ in round %1; %2 of %3 rounds differ, %4 in the split layer, %5 in the answer.</source>
        <translation>Zuerst verschieden in Runde %1; %2 von %3 Runden sind verschieden, %4 in der Schnittschicht, %5 in der Antwort.</translation>
    </message>
    <message>
        <source> The first %1 are listed.</source>
        <translation> Die ersten %1 sind aufgeführt.</translation>
    </message>
    <message>
        <source> Rounds that played another sample: %1.</source>
        <translation> Runden mit einer anderen Probe: %1.</translation>
    </message>
    <message>
        <source> Rounds of the first: %1, of the second: %2.</source>
        <translation> Runden des ersten: %1, des zweiten: %2.</translation>
    </message>
    <message>
        <source>Which two runs are compared round by round</source>
        <translation>Welche zwei Läufe Runde für Runde verglichen werden</translation>
    </message>
    <message>
        <source>Round by round, only runs that were logged with their rounds can be compared.</source>
        <translation>Runde für Runde lassen sich nur Läufe vergleichen, die mit ihren Runden aufgezeichnet wurden.</translation>
    </message>
</context>
<context>
    <name>splitee::RoundsModel</name>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>Double click: why this layer?</source>
        <translation>Doppelklick: warum diese Schicht?</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>Split</translation>
    </message>
    <message>
        <source>Exit</source>
        <translation>Exit</translation>
    </message>
    <message>
        <source>Offloaded</source>
        <translation>Ausgelagert</translation>
    </message>
    <message>
        <source>Prediction</source>
        <translation>Vorhersage</translation>
    </message>
    <message>
        <source>Computing (λ)</source>
        <translation>Rechnen (λ)</translation>
    </message>
    <message>
        <source>Offloading (λ)</source>
        <translation>Auslagern (λ)</translation>
    </message>
    <message>
        <source>Reward</source>
        <translation>Belohnung</translation>
    </message>
    <message>
        <source>From 1</source>
        <translation>Ab 1</translation>
    </message>
    <message>
        <source>Number of the sample in its dataset</source>
        <translation>Nummer der Probe in ihrem Datensatz</translation>
    </message>
    <message>
        <source>Layer where the device stopped</source>
        <translation>Schicht, an der das Gerät anhielt</translation>
    </message>
    <message>
        <source>Exit that answered</source>
        <translation>Exit, der antwortete</translation>
    </message>
    <message>
        <source>Whether the sample was sent to the cloud</source>
        <translation>Ob die Probe in die Cloud ging</translation>
    </message>
    <message>
        <source>Class of the answer</source>
        <translation>Klasse der Antwort</translation>
    </message>
    <message>
        <source>Cost of layers and exits on the device</source>
        <translation>Kosten der Schichten und Exits auf dem Gerät</translation>
    </message>
    <message>
        <source>Cost of sending the sample</source>
        <translation>Kosten für das Senden der Probe</translation>
    </message>
    <message>
        <source>Confidence of the answer less μ times the cost</source>
        <translation>Konfidenz der Antwort weniger μ mal Kosten</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Whether the prediction is the label</source>
        <translation>Ob die Vorhersage das Label ist</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>What the network was shown</source>
        <translation>Was dem Netz gezeigt wurde</translation>
    </message>
</context>
<context>
    <name>splitee::RoundsPanel</name>
    <message>
        <source>Rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>The last rounds, the newest first</source>
        <translation>Die letzten Runden, die neueste zuerst</translation>
    </message>
    <message>
        <source>No rounds yet.</source>
        <translation>Noch keine Runden.</translation>
    </message>
    <message>
        <source>last %1 of %2 rounds</source>
        <translation>letzte %1 von %2 Runden</translation>
    </message>
    <message>
        <source>Policy whose rounds are listed</source>
        <translation>Strategie, deren Runden gezeigt werden</translation>
    </message>
    <message>
        <source>%1 rounds up to round %2, which is shown</source>
        <translation>%1 Runden bis Runde %2, die gezeigt wird</translation>
    </message>
</context>
<context>
    <name>splitee::RowsDialog</name>
    <message>
        <source>Choose rows</source>
        <translation>Zeilen wählen</translation>
    </message>
    <message>
        <source>%1 holds several distortions or models. A replay plays one of them: choose its rows.</source>
        <translation>%1 enthält mehrere Verzerrungen oder Modelle. Eine Wiedergabe spielt eines davon: dessen Zeilen wählen.</translation>
    </message>
    <message>
        <source>(empty)</source>
        <translation>(leer)</translation>
    </message>
    <message>
        <source>all rows</source>
        <translation>alle Zeilen</translation>
    </message>
    <message>
        <source>Open these rows</source>
        <translation>Diese Zeilen öffnen</translation>
    </message>
</context>
<context>
    <name>splitee::RunBar</name>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>%1 min left</source>
        <translation>noch %1 min</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>%1 rounds/s</source>
        <translation>%1 Runden/s</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>round %1 of %2</source>
        <translation>Runde %1 von %2</translation>
    </message>
    <message>
        <source>%1 rounds/s · %2</source>
        <translation>%1 Runden/s · %2</translation>
    </message>
    <message>
        <source>starting</source>
        <translation>startet</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>beendet</translation>
    </message>
    <message>
        <source>opening</source>
        <translation>öffnet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>bereit</translation>
    </message>
    <message>
        <source>Speed in rounds per second</source>
        <translation>Geschwindigkeit in Runden je Sekunde</translation>
    </message>
    <message>
        <source>From 1 round per second to unlimited</source>
        <translation>Von 1 Runde je Sekunde bis unbegrenzt</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>unbegrenzt</translation>
    </message>
    <message>
        <source>showing %1</source>
        <translation>zeigt %1</translation>
    </message>
    <message>
        <source>The newest round is shown already</source>
        <translation>Die neueste Runde wird schon gezeigt</translation>
    </message>
</context>
<context>
    <name>splitee::RunController</name>
    <message>
        <source>Since this run began, %1</source>
        <translation>Seit dieser Lauf begann: %1</translation>
    </message>
</context>
<context>
    <name>splitee::RunTableModel</name>
    <message>
        <source>Star (S)</source>
        <translation>Stern (S)</translation>
    </message>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>not starred</source>
        <translation>ohne Stern</translation>
    </message>
    <message>
        <source>The best so far of the runs shown</source>
        <translation>Das Beste bisher unter den gezeigten Läufen</translation>
    </message>
    <message>
        <source>Run %1: %2, seed %3</source>
        <translation>Lauf %1: %2, Seed %3</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Click: sort. Shift and click: sort by this too.</source>
        <translation>Klick: sortieren. Umschalt und Klick: auch danach sortieren.</translation>
    </message>
    <message>
        <source>%1 · differs in %2</source>
        <translation>%1 · verschieden in %2</translation>
    </message>
    <message>
        <source>%1. The means are over runs that differ in more than their seed: %2. F2 names them.</source>
        <translation>%1. Gemittelt wird über Läufe, die sich in mehr als dem Seed unterscheiden: %2. F2 benennt sie.</translation>
    </message>
    <message>
        <source>%1 that differ only in their seed. F2 names them.</source>
        <translation>%1, die sich nur im Seed unterscheiden. F2 benennt sie.</translation>
    </message>
    <message>
        <source>changing</source>
        <translation>mit Wechsel</translation>
    </message>
    <message>
        <source>changing: %1</source>
        <translation>Wechsel: %1</translation>
    </message>
</context>
<context>
    <name>splitee::RunView</name>
    <message>
        <source>Why this layer?</source>
        <translation>Warum diese Schicht?</translation>
    </message>
    <message>
        <source>Rounds</source>
        <translation>Runden</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>%1 kB · %2 ms</source>
        <translation>%1 kB · %2 ms</translation>
    </message>
    <message>
        <source>last %1 rounds: %2 %</source>
        <translation>letzte %1 Runden: %2 %</translation>
    </message>
    <message>
        <source>Exits and times</source>
        <translation>Exits und Zeiten</translation>
    </message>
    <message>
        <source>%1 λ per sample · %2</source>
        <translation>%1 λ je Probe · %2</translation>
    </message>
    <message>
        <source>%1 % accuracy</source>
        <translation>%1 % Genauigkeit</translation>
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
        <translation>Läufe</translation>
    </message>
    <message>
        <source>What the table shows of each run</source>
        <translation>Was die Tabelle von jedem Lauf zeigt</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Choose what the table shows</source>
        <translation>Wählen, was die Tabelle zeigt</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Filter, groups, columns and order under a name</source>
        <translation>Filter, Gruppen, Spalten und Sortierung unter einem Namen</translation>
    </message>
    <message>
        <source>Edit run %1</source>
        <translation>Lauf %1 bearbeiten</translation>
    </message>
    <message>
        <source>Edit marks</source>
        <translation>Angaben bearbeiten</translation>
    </message>
    <message>
        <source>Filter, as in: policy = splitee-s and offload &gt;= 5</source>
        <translation>Filter, etwa: policy = splitee-s and offload &gt;= 5</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Compare with = != &lt; &lt;= &gt; &gt;= ~ (contains) or in (a, b); join with and, or, not and parentheses.
Any other word is looked for in all texts. starred and trashed stand alone. (Ctrl+F)</source>
        <translation>Vergleichen mit = != &lt; &lt;= &gt; &gt;= ~ (enthält) oder in (a, b); verbinden mit and, or, not und Klammern.
Jedes andere Wort wird in allen Texten gesucht. starred und trashed stehen allein. (Strg+F)</translation>
    </message>
    <message>
        <source>Group: none</source>
        <translation>Gruppe: keine</translation>
    </message>
    <message>
        <source>Group: %1</source>
        <translation>Gruppe: %1</translation>
    </message>
    <message>
        <source>Remove star</source>
        <translation>Stern entfernen</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Stern</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>1 group</source>
        <translation>1 Gruppe</translation>
    </message>
    <message>
        <source>%1 groups</source>
        <translation>%1 Gruppen</translation>
    </message>
    <message>
        <source>Nothing is in the trash</source>
        <translation>Der Papierkorb ist leer</translation>
    </message>
    <message>
        <source>In the trash: %1</source>
        <translation>Im Papierkorb: %1</translation>
    </message>
    <message>
        <source>View: %1</source>
        <translation>Ansicht: %1</translation>
    </message>
    <message>
        <source>Reading the session…</source>
        <translation>Die Sitzung wird gelesen…</translation>
    </message>
    <message>
        <source>No runs yet. Play one under Live, or open a session with Ctrl+O.</source>
        <translation>Noch keine Läufe. Unter Live einen spielen oder mit Strg+O eine Sitzung öffnen.</translation>
    </message>
    <message>
        <source>No run passes this filter.</source>
        <translation>Kein Lauf passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>No session</source>
        <translation>Keine Sitzung</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>wird gelesen…</translation>
    </message>
    <message>
        <source>saving…</source>
        <translation>wird gespeichert…</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>&amp;Star</source>
        <translation>&amp;Stern</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Umbe&amp;nennen</translation>
    </message>
    <message>
        <source>Give the run a name</source>
        <translation>Dem Lauf einen Namen geben</translation>
    </message>
    <message>
        <source>Name, &amp;tags and note…</source>
        <translation>Name, Schlag&amp;wörter und Notiz…</translation>
    </message>
    <message>
        <source>&amp;Move to trash</source>
        <translation>In den &amp;Papierkorb</translation>
    </message>
    <message>
        <source>Leave the selected runs out of tables; they can be restored</source>
        <translation>Die gewählten Läufe aus Tabellen nehmen; sie lassen sich zurückholen</translation>
    </message>
    <message>
        <source>&amp;Restore</source>
        <translation>&amp;Zurückholen</translation>
    </message>
    <message>
        <source>Show &amp;trash</source>
        <translation>Papier&amp;korb zeigen</translation>
    </message>
    <message>
        <source>List what is in the trash</source>
        <translation>Zeigen, was im Papierkorb liegt</translation>
    </message>
    <message>
        <source>&amp;Empty trash…</source>
        <translation>Papierkorb &amp;leeren…</translation>
    </message>
    <message>
        <source>Remove the runs in the trash for good</source>
        <translation>Die Läufe im Papierkorb endgültig löschen</translation>
    </message>
    <message>
        <source>S&amp;ort by this column</source>
        <translation>Nach dieser Spalte s&amp;ortieren</translation>
    </message>
    <message>
        <source>Sort by the column that has the keyboard: rising, falling, not at all</source>
        <translation>Nach der Spalte mit dem Fokus sortieren: steigend, fallend, gar nicht</translation>
    </message>
    <message>
        <source>Sort by this column t&amp;oo</source>
        <translation>A&amp;uch nach dieser Spalte sortieren</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>Type a filter</source>
        <translation>Einen Filter eingeben</translation>
    </message>
    <message>
        <source>Open &amp;session…</source>
        <translation>&amp;Sitzung öffnen…</translation>
    </message>
    <message>
        <source>Show the runs of another session</source>
        <translation>Die Läufe einer anderen Sitzung zeigen</translation>
    </message>
    <message>
        <source>Move to trash</source>
        <translation>In den Papierkorb</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zurückholen</translation>
    </message>
    <message>
        <source>Empty trash</source>
        <translation>Papierkorb leeren</translation>
    </message>
    <message>
        <source>Remove %1 with all rounds for good?</source>
        <translation>%1 mit allen Runden endgültig löschen?</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>&amp;Standard</source>
        <translation>&amp;Standard</translation>
    </message>
    <message>
        <source>Filter, groups, columns and order under a name, in the session</source>
        <translation>Filter, Gruppen, Spalten und Sortierung unter einem Namen, in der Sitzung</translation>
    </message>
    <message>
        <source>&amp;Remove this view</source>
        <translation>Diese Ansicht &amp;entfernen</translation>
    </message>
    <message>
        <source>No view is open</source>
        <translation>Keine Ansicht ist offen</translation>
    </message>
    <message>
        <source>&amp;At a round</source>
        <translation>&amp;In einer Runde</translation>
    </message>
    <message>
        <source>%1…</source>
        <translation>%1…</translation>
    </message>
    <message>
        <source>At a round</source>
        <translation>In einer Runde</translation>
    </message>
    <message>
        <source>%1 at round:</source>
        <translation>%1 in Runde:</translation>
    </message>
    <message>
        <source>Name of the view:</source>
        <translation>Name der Ansicht:</translation>
    </message>
    <message>
        <source>Show the runs of</source>
        <translation>Läufe zeigen aus</translation>
    </message>
    <message>
        <source>Sessions (*.splitee)</source>
        <translation>Sitzungen (*.splitee)</translation>
    </message>
    <message>
        <source>Open its set-&amp;up</source>
        <translation>Seinen A&amp;ufbau öffnen</translation>
    </message>
    <message>
        <source>Under Live, to play it again or to change it</source>
        <translation>Unter Live, um ihn erneut zu spielen oder zu ändern</translation>
    </message>
    <message>
        <source>Run &amp;again, verify</source>
        <translation>&amp;Wiederholen und prüfen</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>%1 umbenennen</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Sweep</translation>
    </message>
    <message>
        <source>Play many runs: every value of some parameters, with every policy and seed</source>
        <translation>Viele Läufe spielen: jeden Wert mancher Parameter, mit jeder Strategie und jedem Seed</translation>
    </message>
    <message>
        <source>Sweep…</source>
        <translation>Sweep …</translation>
    </message>
    <message>
        <source>Runs that agree in the ticked settings form one row: means over their seeds</source>
        <translation>Läufe, die in den angekreuzten Einstellungen übereinstimmen, bilden eine Zeile: Mittel über ihre Seeds</translation>
    </message>
    <message>
        <source>Group runs that agree in some settings</source>
        <translation>Läufe zusammenfassen, die in Einstellungen übereinstimmen</translation>
    </message>
    <message>
        <source>Incomplete filter: %1</source>
        <translation>Unvollständiger Filter: %1</translation>
    </message>
    <message>
        <source>Play the selected runs again and check that they are identical</source>
        <translation>Die gewählten Läufe noch einmal spielen und prüfen, ob sie identisch sind</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Resume an interrupted run and those that were played beside it</source>
        <translation>Einen unterbrochenen Lauf fortsetzen und die, die neben ihm liefen</translation>
    </message>
    <message>
        <source>Star or unstar the selected runs</source>
        <translation>Den gewählten Läufen einen Stern geben oder nehmen</translation>
    </message>
    <message>
        <source>Name, tags and note of the selected runs</source>
        <translation>Name, Tags und Notiz der gewählten Läufe</translation>
    </message>
    <message>
        <source>Restore the selected runs from the trash</source>
        <translation>Die gewählten Läufe aus dem Papierkorb wiederherstellen</translation>
    </message>
    <message>
        <source>As a further key, after those already set</source>
        <translation>Als weiteren Schlüssel, nach den schon gesetzten</translation>
    </message>
    <message>
        <source>Reloa&amp;d</source>
        <translation>Neu &amp;laden</translation>
    </message>
    <message>
        <source>Reload the session</source>
        <translation>Die Sitzung neu laden</translation>
    </message>
    <message>
        <source>&amp;Save this view…</source>
        <translation>Diese Ansicht &amp;speichern…</translation>
    </message>
    <message>
        <source>M&amp;inimum over the run</source>
        <translation>M&amp;inimum im Lauf</translation>
    </message>
    <message>
        <source>Ma&amp;ximum over the run</source>
        <translation>Ma&amp;ximum im Lauf</translation>
    </message>
    <message>
        <source>Save view</source>
        <translation>Ansicht speichern</translation>
    </message>
</context>
<context>
    <name>splitee::ScheduleBand</name>
    <message>
        <source>Schedule over the run</source>
        <translation>Zeitplan über den Lauf</translation>
    </message>
</context>
<context>
    <name>splitee::ScheduleEditor</name>
    <message>
        <source>Nothing changes during the run.</source>
        <translation>Während des Laufs ändert sich nichts.</translation>
    </message>
    <message>
        <source>Changes of the schedule</source>
        <translation>Änderungen des Zeitplans</translation>
    </message>
    <message>
        <source>Click a cell to change it; Delete removes a change</source>
        <translation>Ein Klick in eine Zelle ändert sie; Entf löscht eine Änderung</translation>
    </message>
    <message>
        <source>Add change</source>
        <translation>Änderung hinzufügen</translation>
    </message>
    <message>
        <source>One more change of the schedule, which you then set</source>
        <translation>Eine weitere Änderung des Zeitplans, die Sie dann einstellen</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>The chosen change goes (Delete)</source>
        <translation>Löscht die gewählte Änderung (Entf)</translation>
    </message>
    <message>
        <source>Choose a change in the table first</source>
        <translation>Zuerst eine Änderung in der Tabelle wählen</translation>
    </message>
    <message>
        <source>Row %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>Until that is mended, the schedule before holds.</source>
        <translation>Bis das behoben ist, gilt der vorige Zeitplan.</translation>
    </message>
</context>
<context>
    <name>splitee::ScheduleModel</name>
    <message>
        <source>a day</source>
        <translation>ein Tag</translation>
    </message>
    <message>
        <source>Add a change to the schedule</source>
        <translation>Änderung zum Zeitplan hinzufügen</translation>
    </message>
    <message>
        <source>Remove a change of the schedule</source>
        <translation>Änderung des Zeitplans löschen</translation>
    </message>
    <message>
        <source>Change the schedule</source>
        <translation>Zeitplan ändern</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Auf</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>The first round in which it is in force</source>
        <translation>Die erste Runde, in der es gilt</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Was sich ändert</translation>
    </message>
    <message>
        <source>The value before, or the severity at which a ramp begins</source>
        <translation>Der Wert davor, oder die Stärke, bei der eine Rampe beginnt</translation>
    </message>
    <message>
        <source>The value from that round on, or at the end of the ramp</source>
        <translation>Der Wert von dieser Runde an, oder am Ende der Rampe</translation>
    </message>
    <message>
        <source>The round in which a ramp has arrived; empty: the change comes at once</source>
        <translation>Die Runde, in der eine Rampe angekommen ist; leer: die Änderung kommt sofort</translation>
    </message>
</context>
<context>
    <name>splitee::SentenceCard</name>
    <message>
        <source>Group that is compared</source>
        <translation>Verglichene Gruppe</translation>
    </message>
    <message>
        <source>The group that the sentence is about</source>
        <translation>Die Gruppe, von der der Satz handelt</translation>
    </message>
    <message>
        <source>Baseline</source>
        <translation>Bezug</translation>
    </message>
    <message>
        <source>The group that differences are signed against</source>
        <translation>Die Gruppe, auf die sich die Differenzen beziehen</translation>
    </message>
    <message>
        <source>against</source>
        <translation>gegen</translation>
    </message>
    <message>
        <source>Progress of reading</source>
        <translation>Fortschritt des Lesens</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop reading; what is shown stays</source>
        <translation>Lesen abbrechen; was gezeigt wird, bleibt</translation>
    </message>
    <message>
        <source>The difference in words</source>
        <translation>Der Unterschied in Worten</translation>
    </message>
    <message>
        <source>Select runs or groups above to compare them.</source>
        <translation>Oben Läufe oder Gruppen auswählen, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <comment>a group alone, its figures</comment>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Choose two different groups to compare.</source>
        <translation>Zwei verschiedene Gruppen wählen, um sie zu vergleichen.</translation>
    </message>
    <message>
        <source>The first %1 of %2 selected runs are compared.</source>
        <translation>Verglichen werden die ersten %1 von %2 gewählten Läufen.</translation>
    </message>
</context>
<context>
    <name>splitee::SessionController</name>
    <message>
        <source>run %1 differs from round %2 on: %3. Likely cause: %4</source>
        <translation>Lauf %1 weicht ab Runde %2 ab: %3. Wahrscheinliche Ursache: %4</translation>
    </message>
    <message>
        <source>Repeating run %1: %2 %</source>
        <translation>Lauf %1 wird wiederholt: %2 %</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Saving the session: %1 %</source>
        <translation>Sitzung wird gesichert: %1 %</translation>
    </message>
    <message>
        <source>Sessions (*.splitee)</source>
        <translation>Sitzungen (*.splitee)</translation>
    </message>
    <message>
        <source>Save session as</source>
        <translation>Sitzung sichern unter</translation>
    </message>
    <message>
        <source>Save a copy of the session</source>
        <translation>Eine Kopie der Sitzung sichern</translation>
    </message>
    <message>
        <source>A copy is in %1</source>
        <translation>Eine Kopie liegt in %1</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>run %1 is identical, %2 rounds bit for bit</source>
        <translation>Lauf %1 ist identisch, %2 Runden Bit für Bit</translation>
    </message>
    <message>
        <source>the session or the program was changed</source>
        <translation>die Sitzung oder das Programm wurde geändert</translation>
    </message>
    <message>
        <source>Session %1 is open in another window: runs of this window are logged to %2</source>
        <translation>Sitzung %1 ist in einem anderen Fenster offen: Läufe dieses Fensters werden in %2 aufgezeichnet</translation>
    </message>
    <message>
        <source>Log the next runs to</source>
        <translation>Nächste Läufe aufzeichnen in</translation>
    </message>
    <message>
        <source>Saved as %1; the next runs are logged there</source>
        <translation>Gesichert als %1; die nächsten Läufe werden dort aufgezeichnet</translation>
    </message>
    <message>
        <source>A run on %1 was interrupted at round %2 of %3. No round is lost.</source>
        <translation>Ein Lauf auf %1 wurde in Runde %2 von %3 unterbrochen. Keine Runde ging verloren.</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>%1 of %2 runs are identical, bit for bit</source>
        <translation>%1 von %2 Läufen sind identisch, Bit für Bit</translation>
    </message>
    <message>
        <source>Take over</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>run %1 has identical figures over %2 rounds, which were not logged</source>
        <translation>Lauf %1 hat dieselben Zahlen über %2 Runden, die nicht aufgezeichnet wurden</translation>
    </message>
    <message>
        <source>run %1 has other figures: %2. Likely cause: %3</source>
        <translation>Lauf %1 hat andere Zahlen: %2. Wahrscheinliche Ursache: %3</translation>
    </message>
</context>
<context>
    <name>splitee::SettingChart</name>
    <message>
        <source>Against a setting</source>
        <translation>Über einer Einstellung</translation>
    </message>
    <message>
        <source>cost (λ)</source>
        <translation>Kosten (λ)</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Against %1</source>
        <translation>Über %1</translation>
    </message>
    <message>
        <source>95 % over seeds</source>
        <translation>95 % über Seeds</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>at %1: %2 λ</source>
        <translation>bei %1: %2 λ</translation>
    </message>
    <message>
        <source> · %1 %</source>
        <translation> · %1 %</translation>
    </message>
    <message>
        <source>No setting with a number differs.</source>
        <translation>Keine Einstellung mit einer Zahl ist verschieden.</translation>
    </message>
    <message>
        <source>%1 lines of accuracy and cost against %2</source>
        <translation>%1 Linien von Genauigkeit und Kosten über %2</translation>
    </message>
    <message>
        <source>No setting with a number differs between these runs.
Play some under another offloading cost, threshold or weight,
or start a sweep, and accuracy and cost stand here against it.</source>
        <translation>Zwischen diesen Läufen unterscheidet sich keine Einstellung mit einer Zahl.
Spielen Sie einige unter anderen Auslagerungskosten, anderer Schwelle oder
anderem Gewicht, oder starten Sie einen Sweep: dann stehen Genauigkeit
und Kosten hier dagegen.</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
</context>
<context>
    <name>splitee::SettingMapChart</name>
    <message>
        <source>Learned layer</source>
        <translation>Gelernte Schicht</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>Cost (λ)</source>
        <translation>Kosten (λ)</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>sauber</translation>
    </message>
    <message>
        <source>Over two settings</source>
        <translation>Über zwei Einstellungen</translation>
    </message>
    <message>
        <source>split layer chosen most often over all seeds</source>
        <translation>am häufigsten gewählte Split-Schicht über alle Seeds</translation>
    </message>
    <message>
        <source>mean over the seeds</source>
        <translation>Mittel über die Seeds</translation>
    </message>
    <message>
        <source>%1 %2, %3 %4</source>
        <translation>%1 %2, %3 %4</translation>
    </message>
    <message>
        <source>%1: no run</source>
        <translation>%1: kein Lauf</translation>
    </message>
    <message>
        <source>%1: split layer %2, accuracy %3 %, cost %4 λ a sample, %5 seeds</source>
        <translation>%1: Split-Schicht %2, Genauigkeit %3 %, Kosten %4 λ je Probe, %5 Seeds</translation>
    </message>
    <message>
        <source>No map yet.</source>
        <translation>Noch keine Karte.</translation>
    </message>
</context>
<context>
    <name>splitee::SettingMapPanel</name>
    <message>
        <source>Across</source>
        <translation>Waagerecht</translation>
    </message>
    <message>
        <source>What varies across</source>
        <translation>Was sich waagerecht ändert</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>Senkrecht</translation>
    </message>
    <message>
        <source>What varies upwards</source>
        <translation>Was sich senkrecht ändert</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>What the cells show</source>
        <translation>Was die Zellen zeigen</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Whose runs</source>
        <translation>Wessen Läufe</translation>
    </message>
    <message>
        <source>Choose two settings that differ.</source>
        <translation>Wählen Sie zwei verschiedene Einstellungen.</translation>
    </message>
    <message>
        <source>A map needs two settings that vary: sweep two of them, such as the threshold and the distortion.</source>
        <translation>Eine Karte braucht zwei Einstellungen, die sich ändern: variieren Sie zwei in einer Reihe, etwa die Schwelle und die Verzerrung.</translation>
    </message>
    <message>
        <source>%1 groups differ in something else, too, and are not shown: choose fewer runs.</source>
        <translation>%1 Gruppen unterscheiden sich noch in anderem und fehlen hier: wählen Sie weniger Läufe.</translation>
    </message>
</context>
<context>
    <name>splitee::Setup</name>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
</context>
<context>
    <name>splitee::SetupPanel</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Back to the paper&apos;s values: λ₁ 1, λ₂ 0, μ 0.1, o 5, α 0.7</source>
        <translation>Zurück zu den Werten der Veröffentlichung: λ₁ 1, λ₂ 0, μ 0,1, o 5, α 0,7</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Costs and threshold</source>
        <translation>Kosten und Schwelle</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Strategien</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Reset to the paper&apos;s values</source>
        <translation>Auf die Werte der Veröffentlichung zurücksetzen</translation>
    </message>
    <message>
        <source>λ: the cost of one block; a layer costs as many as its depth d</source>
        <translation>λ: die Kosten eines Blocks; eine Schicht kostet so viele wie ihre Tiefe d</translation>
    </message>
    <message>
        <source>Bands</source>
        <translation>Bänder</translation>
    </message>
    <message>
        <source>How many seeds stand behind the bands, the figures with ± and What-if: more make the mean surer and take longer. The run itself plays one seed.</source>
        <translation>Wie viele Seeds hinter den Bändern, den Zahlen mit ± und Was-wäre-wenn stehen: mehr machen das Mittel sicherer und dauern länger. Der Lauf selbst spielt einen Seed.</translation>
    </message>
    <message>
        <source>Seeds of a band</source>
        <translation>Seeds eines Bandes</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Seeds</translation>
    </message>
</context>
<context>
    <name>splitee::SetupRunner</name>
    <message>
        <source>Restart with the recorded changes</source>
        <translation>Neustart mit den aufgezeichneten Änderungen</translation>
    </message>
    <message>
        <source>Run to round</source>
        <translation>Bis Runde laufen</translation>
    </message>
    <message>
        <source>Play up to this round, then pause:</source>
        <translation>Bis zu dieser Runde spielen, dann anhalten:</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Es läuft nichts</translation>
    </message>
    <message>
        <source>This run is over: press Space to begin another</source>
        <translation>Dieser Lauf ist zu Ende: Leertaste beginnt einen neuen</translation>
    </message>
    <message>
        <source>There is nothing to play yet: choose an example or a source</source>
        <translation>Noch ist nichts zu spielen: ein Beispiel oder eine Quelle wählen</translation>
    </message>
    <message>
        <source>%1 knows the whole schedule before its first round, so no setting can change during this run</source>
        <translation>%1 kennt den ganzen Zeitplan vor der ersten Runde; darum kann sich in diesem Lauf keine Einstellung ändern</translation>
    </message>
    <message>
        <source>Restart with the change</source>
        <translation>Mit der Änderung neu starten</translation>
    </message>
</context>
<context>
    <name>splitee::SeverityChart</name>
    <message>
        <source>By severity</source>
        <translation>Nach Stärke</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>cost (λ)</source>
        <translation>Kosten (λ)</translation>
    </message>
    <message>
        <source>severity (0: clean)</source>
        <translation>Stärke (0: sauber)</translation>
    </message>
    <message>
        <source>offloaded (%)</source>
        <translation>ausgelagert (%)</translation>
    </message>
    <message>
        <source>By severity: %1</source>
        <translation>Nach Stärke: %1</translation>
    </message>
    <message>
        <source>%1 images, mean of %2 seeds</source>
        <translation>%1 Bilder, Mittel über %2 Seeds</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>sauber</translation>
    </message>
    <message>
        <source>severity %1</source>
        <translation>Stärke %1</translation>
    </message>
    <message>
        <source>%1 % · %2 λ · %3 % offloaded · layer %4</source>
        <translation>%1 % · %2 λ · %3 % ausgelagert · Schicht %4</translation>
    </message>
    <message>
        <source>%1 of %2 severities of %3 computed</source>
        <translation>%1 von %2 Stärken von %3 berechnet</translation>
    </message>
</context>
<context>
    <name>splitee::SeverityMap</name>
    <message>
        <source>clean</source>
        <translation>sauber</translation>
    </message>
    <message>
        <source>Split layer by corruption and severity</source>
        <translation>Split-Schicht nach Verzerrung und Stärke</translation>
    </message>
    <message>
        <source>%1: not computed yet</source>
        <translation>%1: noch nicht berechnet</translation>
    </message>
    <message>
        <source>%1: split layer %2 of %3, accuracy %4 %, cost %5 λ a sample, offloaded %6 %</source>
        <translation>%1: Split-Schicht %2 von %3, Genauigkeit %4 %, Kosten %5 λ je Probe, ausgelagert %6 %</translation>
    </message>
</context>
<context>
    <name>splitee::SeverityPanel</name>
    <message>
        <source>By severity</source>
        <translation>Nach Stärke</translation>
    </message>
    <message>
        <source>Whose split layer the map shows</source>
        <translation>Wessen Split-Schicht die Karte zeigt</translation>
    </message>
    <message>
        <source>Progress of the map</source>
        <translation>Fortschritt der Karte</translation>
    </message>
    <message>
        <source>Shows the network %1 images under each of %2 distortions, then plays the policies on its answers. What is known stays while costs change.</source>
        <translation>Zeigt dem Netz %1 Bilder unter jeder von %2 Verzerrungen und spielt die Strategien auf seinen Antworten. Was bekannt ist, bleibt, wenn sich Kosten ändern.</translation>
    </message>
    <message>
        <source>Split layer of %1</source>
        <translation>Split-Schicht von %1</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>Berechnen</translation>
    </message>
    <message>
        <source>An exit table holds answers and no images. Choose a network that runs live on images under Source to see what corruptions do to it.</source>
        <translation>Eine Exit-Tabelle enthält Antworten und keine Bilder. Wählen Sie unter Quelle ein Netz, das live auf Bildern läuft, um zu sehen, was Verzerrungen mit ihm machen.</translation>
    </message>
    <message>
        <source>Corruptions are of images, and this network reads texts.</source>
        <translation>Diese Verzerrungen gelten Bildern, und dieses Netz liest Texte.</translation>
    </message>
    <message>
        <source>%1 of %2 distortions</source>
        <translation>%1 von %2 Verzerrungen</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 Bilder/s</translation>
    </message>
    <message>
        <source>What do noise, blur, weather and light cost, and where does the learner split then? Compute shows the network %1 images under each corruption.</source>
        <translation>Was kosten Rauschen, Unschärfe, Wetter und Licht, und wo trennt der Lerner dann? „Berechnen“ zeigt dem Netz %1 Bilder unter jeder Verzerrung.</translation>
    </message>
    <message>
        <source>Click a cell to play that distortion; a row&apos;s name shows it in the chart. %1 rounds, mean of %2 seeds, costs as they are set.</source>
        <translation>Ein Klick auf eine Zelle spielt diese Verzerrung; der Name einer Zeile zeigt sie im Diagramm. %1 Runden, Mittel über %2 Seeds, Kosten wie eingestellt.</translation>
    </message>
</context>
<context>
    <name>splitee::SourceForm</name>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>A model file (.mee), or one that comes with the program</source>
        <translation>Eine Modelldatei (.mee) oder eines, das beim Programm liegt</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Samples</translation>
    </message>
    <message>
        <source>The images or texts that it is shown</source>
        <translation>Die Bilder oder Texte, die es sieht</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>Teil</translation>
    </message>
    <message>
        <source>Samples that the network was not trained on, the test part, show what it is worth</source>
        <translation>Samples, mit denen das Netz nicht trainiert wurde, der Testteil, zeigen, was es wert ist</translation>
    </message>
    <message>
        <source>Distortion</source>
        <translation>Verzerrung</translation>
    </message>
    <message>
        <source>What is done to every sample</source>
        <translation>Was mit jedem Sample geschieht</translation>
    </message>
    <message>
        <source>Severity</source>
        <translation>Stärke</translation>
    </message>
    <message>
        <source>How strong the distortion is</source>
        <translation>Wie stark die Verzerrung ist</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern als</translation>
    </message>
    <message>
        <source>The exit table (.exits, or .csv) that is written</source>
        <translation>Die Exit-Tabelle (.exits oder .csv), die geschrieben wird</translation>
    </message>
    <message>
        <source>Save the exit table</source>
        <translation>Die Exit-Tabelle speichern</translation>
    </message>
    <message>
        <source>Exit tables (*.exits *.csv)</source>
        <translation>Exit-Tabellen (*.exits *.csv)</translation>
    </message>
    <message>
        <source>Replace the file that is there</source>
        <translation>Die vorhandene Datei ersetzen</translation>
    </message>
    <message>
        <source>A model file…</source>
        <translation>Eine Modelldatei …</translation>
    </message>
    <message>
        <source>Networks (*.mee);;All files (*)</source>
        <translation>Netze (*.mee);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>The files are being read</source>
        <translation>Die Dateien werden gelesen</translation>
    </message>
    <message>
        <source>The file %1 exists already: name another, or let it be replaced</source>
        <translation>Die Datei %1 gibt es schon: eine andere nennen oder sie ersetzen lassen</translation>
    </message>
    <message>
        <source>Choose a network</source>
        <translation>Wählen Sie ein Netz</translation>
    </message>
    <message>
        <source>Choose what the network is shown</source>
        <translation>Wählen Sie, was das Netz sieht</translation>
    </message>
    <message>
        <source>Say where the exit table goes</source>
        <translation>Sagen Sie, wohin die Exit-Tabelle kommt</translation>
    </message>
</context>
<context>
    <name>splitee::SourcePicker</name>
    <message>
        <source>Choose source</source>
        <translation>Quelle wählen</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Durchsuchen</translation>
    </message>
    <message>
        <source>%1, a network live</source>
        <translation>%1, ein Netz live</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Open an exit table or a network from a file (Ctrl+O)</source>
        <translation>Eine Exit-Tabelle oder ein Netz aus einer Datei öffnen (Strg+O)</translation>
    </message>
    <message>
        <source>An exit table: the answers of every exit of a network to every sample. Or a network that runs live, split in two.
Drop a table (.csv, .exits) or a network (.mee, .pt) anywhere on the window.</source>
        <translation>Eine Exit-Tabelle: die Antworten jedes Exits eines Netzes auf jede Probe. Oder ein Netz, das live läuft, in zwei Teile geteilt.
Eine Tabelle (.csv, .exits) oder ein Netz (.mee, .pt) irgendwo auf das Fenster ziehen.</translation>
    </message>
    <message>
        <source>road signs</source>
        <translation>Verkehrszeichen</translation>
    </message>
    <message>
        <source>%1, a network live, %2</source>
        <translation>%1, ein Netz live, %2</translation>
    </message>
    <message>
        <source>%1, a network live on %2, %3</source>
        <translation>%1, ein Netz live auf %2, %3</translation>
    </message>
    <message>
        <source>Change distortion</source>
        <translation>Verzerrung ändern</translation>
    </message>
    <message>
        <source>CIFAR-10, wide exits</source>
        <translation>CIFAR-10, breite Ausgänge</translation>
    </message>
    <message>
        <source>CIFAR-10, corrupted</source>
        <translation>CIFAR-10, verzerrt</translation>
    </message>
    <message>
        <source>photographs</source>
        <translation>Fotos</translation>
    </message>
</context>
<context>
    <name>splitee::SourceSearch</name>
    <message>
        <source>Find a source</source>
        <translation>Quelle suchen</translation>
    </message>
    <message>
        <source>By words of its name, such as: photographs fog 3</source>
        <translation>Nach Wörtern ihres Namens, etwa: Fotos Nebel 3</translation>
    </message>
    <message>
        <source>No source has these words</source>
        <translation>Keine Quelle hat diese Wörter</translation>
    </message>
</context>
<context>
    <name>splitee::SourceSheet</name>
    <message>
        <source>Read exit table</source>
        <translation>Exit-Tabelle lesen</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Auswerten</translation>
    </message>
    <message>
        <source>What every exit of a network says of every sample, as a file that is replayed at memory speed.</source>
        <translation>Was jeder Exit eines Netzes zu jedem Sample sagt, als Datei, die so schnell wie der Speicher nachgespielt wird.</translation>
    </message>
    <message>
        <source>How often each exit of a network is right.</source>
        <translation>Wie oft jeder Exit eines Netzes richtig liegt.</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
</context>
<context>
    <name>splitee::SplitChart</name>
    <message>
        <source>Split layer over time</source>
        <translation>Split-Schicht im Verlauf</translation>
    </message>
    <message>
        <source>round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>split layer</source>
        <translation>Split-Schicht</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No rounds yet.</source>
        <translation>Noch keine Runden.</translation>
    </message>
    <message>
        <source>%1: lately layer %2 in %3 % of the rounds</source>
        <translation>%1: zuletzt Schicht %2 in %3 % der Runden</translation>
    </message>
</context>
<context>
    <name>splitee::SplitPairChart</name>
    <message>
        <source>Split layers of both</source>
        <translation>Schnittschichten beider</translation>
    </message>
    <message>
        <source>round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>split layer</source>
        <translation>Schnittschicht</translation>
    </message>
    <message>
        <source>means of %1 rounds</source>
        <translation>Mittel über %1 Runden</translation>
    </message>
    <message>
        <source>%1 rounds</source>
        <translation>%1 Runden</translation>
    </message>
    <message>
        <source>rounds that differ</source>
        <translation>verschiedene Runden</translation>
    </message>
    <message>
        <source>%1 of %2 rounds differ</source>
        <translation>%1 von %2 Runden verschieden</translation>
    </message>
    <message>
        <source>No two runs are compared.</source>
        <translation>Es werden keine zwei Läufe verglichen.</translation>
    </message>
</context>
<context>
    <name>splitee::SweepSheet</name>
    <message>
        <source>Every combination</source>
        <translation>Jede Kombination</translation>
    </message>
    <message>
        <source>Random points</source>
        <translation>Zufällige Punkte</translation>
    </message>
    <message>
        <source>Random points, evenly spread</source>
        <translation>Zufällig, gleichmäßig verteilt</translation>
    </message>
    <message>
        <source>1 point</source>
        <translation>1 Punkt</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>1 policy</source>
        <translation>1 Strategie</translation>
    </message>
    <message>
        <source>%1 policies</source>
        <translation>%1 Strategien</translation>
    </message>
    <message>
        <source>1 seed</source>
        <translation>1 Seed</translation>
    </message>
    <message>
        <source>%1 seeds</source>
        <translation>%1 Seeds</translation>
    </message>
    <message>
        <source>%1 exit tables</source>
        <translation>%1 Exit-Tabellen</translation>
    </message>
    <message>
        <source>Save the sweep as a file…</source>
        <translation>Sweep als Datei speichern …</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Sweep</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Strategien</translation>
    </message>
    <message>
        <source>A file that splitee sweep takes</source>
        <translation>Eine Datei, wie splitee sweep sie nimmt</translation>
    </message>
    <message>
        <source>Vary</source>
        <translation>Variieren</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Which points of the space of all values are played</source>
        <translation>Welche Punkte im Raum aller Werte gespielt werden</translation>
    </message>
    <message>
        <source>Runs of each policy at each point, with one seed after the other</source>
        <translation>Läufe jeder Strategie an jedem Punkt, mit einem Seed nach dem anderen</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Seeds</translation>
    </message>
    <message>
        <source>The set-up of the page Live</source>
        <translation>Die Einstellungen der Seite Live</translation>
    </message>
    <message>
        <source>%1, all else as the page Live is set up</source>
        <translation>%1, alles andere wie auf der Seite Live eingestellt</translation>
    </message>
    <message>
        <source>%1 varies %2 parameters, and a sheet has room for %3: play it with splitee sweep</source>
        <translation>%1 variiert %2 Parameter, und hier ist Platz für %3: mit splitee sweep spielen</translation>
    </message>
    <message>
        <source>%1, all else as %2 says</source>
        <translation>%1, alles andere wie in %2</translation>
    </message>
    <message>
        <source>A sweep replays exit tables, and the set-up is a live one: choose an exit table as the source under Live</source>
        <translation>Ein Sweep spielt Exit-Tabellen ab, und eingestellt ist ein Live-Lauf: unter Live eine Exit-Tabelle als Quelle wählen</translation>
    </message>
    <message>
        <source>Choose an exit table as the source under Live first, or open a sweep file</source>
        <translation>Zuerst unter Live eine Exit-Tabelle als Quelle wählen, oder eine Sweep-Datei öffnen</translation>
    </message>
    <message>
        <source>Number of points</source>
        <translation>Anzahl der Punkte</translation>
    </message>
    <message>
        <source>Every combination has as many points as the values make</source>
        <translation>Jede Kombination: so viele Punkte, wie die Werte ergeben</translation>
    </message>
    <message>
        <source>How many points are drawn</source>
        <translation>Wie viele Punkte gezogen werden</translation>
    </message>
    <message>
        <source>Save the sweep</source>
        <translation>Sweep speichern</translation>
    </message>
    <message>
        <source>Sweeps (*.json)</source>
        <translation>Sweeps (*.json)</translation>
    </message>
    <message>
        <source>Cannot write sweep %1: %2</source>
        <translation>Sweep %1 lässt sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>Log every round</source>
        <translation>Jede Runde aufzeichnen</translation>
    </message>
    <message>
        <source>Close without starting; the fields keep their values (Esc)</source>
        <translation>Schließen, ohne zu starten; die Felder behalten ihre Werte (Esc)</translation>
    </message>
    <message>
        <source>For charts that compare runs, and to verify runs; without it, a run is one row and can be played again bit for bit</source>
        <translation>Für Diagramme, die Läufe vergleichen, und um einen zu prüfen; ohne ist ein Lauf eine Zeile und lässt sich Bit für Bit noch einmal spielen</translation>
    </message>
    <message>
        <source>Logged to %1</source>
        <translation>Aufgezeichnet in %1</translation>
    </message>
    <message>
        <source>Play the runs that the session lacks (Ctrl+Enter)</source>
        <translation>Die Läufe spielen, die der Sitzung fehlen (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>As %1 says</source>
        <translation>Wie in %1</translation>
    </message>
</context>
<context>
    <name>splitee::SweepStrip</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>Sweep</translation>
    </message>
    <message>
        <source>Runs played</source>
        <translation>Gespielte Läufe</translation>
    </message>
    <message>
        <source>opening the exit tables</source>
        <translation>Exit-Tabellen werden geöffnet</translation>
    </message>
    <message>
        <source>%1 of %2 runs</source>
        <translation>%1 von %2 Läufen</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>%1 runs/s</source>
        <translation>%1 Läufe/s</translation>
    </message>
    <message>
        <source>It ends in a moment</source>
        <translation>Er endet gleich</translation>
    </message>
    <message>
        <source>End the sweep; finished runs stay logged, and starting it again plays the rest</source>
        <translation>Den Sweep beenden; fertige Läufe bleiben aufgezeichnet, und ein neuer Start spielt den Rest</translation>
    </message>
</context>
<context>
    <name>splitee::Sweeps</name>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>A sweep plays already: wait for its end, or cancel it</source>
        <translation>Ein Sweep läuft schon: sein Ende abwarten oder ihn abbrechen</translation>
    </message>
    <message>
        <source>Nothing was left to play: the session holds all %1 of the sweep</source>
        <translation>Es gab nichts mehr zu spielen: die Sitzung enthält alle %1 des Sweeps</translation>
    </message>
    <message>
        <source>The sweep is done: %1 played in %2</source>
        <translation>Der Sweep ist fertig: %1 in %2 gespielt</translation>
    </message>
    <message>
        <source>The sweep is done: %1 played in %2, %3 finished before</source>
        <translation>Der Sweep ist fertig: %1 in %2 gespielt, %3 waren schon da</translation>
    </message>
    <message>
        <source>The sweep was cancelled: %1 of %2 are logged, and starting it again plays the rest</source>
        <translation>Der Sweep wurde abgebrochen: %1 von %2 sind aufgezeichnet, ein neuer Start spielt den Rest</translation>
    </message>
</context>
<context>
    <name>splitee::TableCharts</name>
    <message>
        <source>Move α</source>
        <translation>α verschieben</translation>
    </message>
</context>
<context>
    <name>splitee::TemperatureFit</name>
    <message>
        <source>Fit</source>
        <translation>Anpassen</translation>
    </message>
    <message>
        <source>Fit on…</source>
        <translation>An Tabelle…</translation>
    </message>
    <message>
        <source>Fit on the validation part</source>
        <translation>Am Validierungsteil anpassen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>Setzen</translation>
    </message>
    <message>
        <source>There is no exit table to fit them to</source>
        <translation>Es gibt keine Exit-Tabelle, an die sie anzupassen wären</translation>
    </message>
    <message>
        <source>Fits one temperature for each exit, so that confidence says how often the exit is right. Fitted to the samples that are shown, the diagram after it is a little too good: better take another table of the same network.</source>
        <translation>Passt eine Temperatur je Exit an, damit die Konfidenz sagt, wie oft der Exit recht hat. An die gezeigten Proben angepasst ist das Diagramm danach etwas zu gut: besser eine andere Tabelle desselben Netzes nehmen.</translation>
    </message>
    <message>
        <source>Fits them on an exit table of other samples, such as the validation part: then the diagram after it is what to expect</source>
        <translation>Passt sie an einer Exit-Tabelle anderer Proben an, etwa des Validierungsteils: dann zeigt das Diagramm danach, was zu erwarten ist</translation>
    </message>
    <message>
        <source>Reads what the exits say of the validation part of %1, in the background, and fits one temperature for each exit. Test samples are never used.</source>
        <translation>Liest im Hintergrund, was die Exits zum Validierungsteil von %1 sagen, und passt je Exit eine Temperatur an. Testproben werden nie verwendet.</translation>
    </message>
    <message>
        <source>End the reading; what was read by then is kept for the next time</source>
        <translation>Das Lesen beenden; was bis dahin gelesen wurde, bleibt für das nächste Mal</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Fit temperatures first</source>
        <translation>Zuerst Temperaturen anpassen</translation>
    </message>
    <message>
        <source>Copy %1: the set-up of a replay of its exit tables takes them; a live run plays confidences as the network gives them</source>
        <translation>%1 kopieren: die Einstellungen einer Wiedergabe seiner Exit-Tabellen nehmen sie; ein Live-Lauf spielt die Konfidenzen, wie das Netz sie gibt</translation>
    </message>
    <message>
        <source>The setting Temperature becomes %1: from the next run on, policies see confidences at these temperatures</source>
        <translation>Die Einstellung Temperatur wird %1: vom nächsten Lauf an sehen Strategien Konfidenzen bei diesen Temperaturen</translation>
    </message>
    <message>
        <source>Fit temperatures on</source>
        <translation>Temperaturen anpassen an</translation>
    </message>
    <message>
        <source>Exit tables (*.exits *.csv)</source>
        <translation>Exit-Tabellen (*.exits *.csv)</translation>
    </message>
    <message>
        <source>Fitted on the %1 samples of the validation part of %2; the diagram shows the samples that play.</source>
        <translation>Angepasst an den %1 Proben des Validierungsteils von %2; das Diagramm zeigt die Proben, die gespielt werden.</translation>
    </message>
    <message>
        <source>Fitted on the %1 samples of the validation part of %2, which the diagram shows, too: on others it is a little worse.</source>
        <translation>Angepasst an den %1 Proben des Validierungsteils von %2, die auch das Diagramm zeigt: auf anderen ist es etwas schlechter.</translation>
    </message>
    <message>
        <source>Reading the validation part of %1 …</source>
        <translation>Liest den Validierungsteil von %1 …</translation>
    </message>
    <message>
        <source>Reading the validation part of %1: %2 of %3 samples</source>
        <translation>Liest den Validierungsteil von %1: %2 von %3 Proben</translation>
    </message>
    <message>
        <source>Cancelled: no temperatures were fitted.</source>
        <translation>Abgebrochen: es wurden keine Temperaturen angepasst.</translation>
    </message>
</context>
<context>
    <name>splitee::TextPreview</name>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Another text of the dataset</source>
        <translation>Ein anderer Text des Datensatzes</translation>
    </message>
    <message>
        <source>Another text</source>
        <translation>Ein anderer Text</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Type a text of your own: every exit answers as you type. What the network does not read any more is struck through.</source>
        <translation>Einen eigenen Text tippen: Jeder Exit antwortet beim Tippen. Was das Netz nicht mehr liest, ist durchgestrichen.</translation>
    </message>
    <message>
        <source>Type a text</source>
        <translation>Text eingeben</translation>
    </message>
    <message>
        <source>Distorted text</source>
        <translation>Verzerrter Text</translation>
    </message>
    <message>
        <source>clean</source>
        <translation>sauber</translation>
    </message>
    <message>
        <source>Your text</source>
        <translation>Eigener Text</translation>
    </message>
    <message>
        <source>A text of the dataset</source>
        <translation>Ein Text des Datensatzes</translation>
    </message>
    <message>
        <source>A text of the dataset: %1</source>
        <translation>Ein Text des Datensatzes: %1</translation>
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
        <translation>%1 λ · %2 ausgelagert</translation>
    </message>
    <message>
        <source>%1 correct · %2</source>
        <translation>%1 richtig · %2</translation>
    </message>
    <message>
        <source>Threshold sensitivity</source>
        <translation>Einfluss der Schwelle</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>cost (λ per sample)</source>
        <translation>Kosten (λ je Probe)</translation>
    </message>
    <message>
        <source>offloaded (%)</source>
        <translation>ausgelagert (%)</translation>
    </message>
    <message>
        <source>threshold α</source>
        <translation>Schwelle α</translation>
    </message>
    <message>
        <source>Drag the line, or move it with the left and right keys: it sets α.</source>
        <translation>Die Linie ziehen oder mit den Tasten Links und Rechts bewegen: sie setzt α.</translation>
    </message>
    <message>
        <source>no table yet</source>
        <translation>noch keine Tabelle</translation>
    </message>
    <message>
        <source>reading the table …</source>
        <translation>Tabelle wird gelesen …</translation>
    </message>
    <message>
        <source>best split</source>
        <translation>bester Split</translation>
    </message>
    <message>
        <source>layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>%1 final</source>
        <translation>%1 letzter</translation>
    </message>
    <message>
        <source>known where an exit table plays</source>
        <translation>bekannt, wo eine Exit-Tabelle läuft</translation>
    </message>
    <message>
        <source>α %1, best split %2: %3</source>
        <translation>α %1, bester Split %2: %3</translation>
    </message>
    <message>
        <source>fixed splits; best by expected reward, %1 samples of the table</source>
        <translation>feste Splits; bester nach erwarteter Belohnung, %1 Proben der Tabelle</translation>
    </message>
    <message>
        <source>fixed splits</source>
        <translation>feste Splits</translation>
    </message>
    <message>
        <source>α %1</source>
        <translation>α %1</translation>
    </message>
    <message>
        <source>best split %1</source>
        <translation>bester Split %1</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
</context>
<context>
    <name>splitee::TimeLine</name>
    <message>
        <source>Time line: the round that is shown</source>
        <translation>Zeitleiste: die gezeigte Runde</translation>
    </message>
    <message>
        <source>round %1 of %2 is shown</source>
        <translation>Runde %1 von %2 wird gezeigt</translation>
    </message>
    <message>
        <source>the newest round is shown</source>
        <translation>die neueste Runde wird gezeigt</translation>
    </message>
    <message>
        <source>from round %1: %2</source>
        <translation>ab Runde %1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more changes</source>
        <translation>
            <numerusform>und %n weitere Änderung</numerusform>
            <numerusform>und %n weitere Änderungen</numerusform>
        </translation>
    </message>
    <message>
        <source>Click: show round %1</source>
        <translation>Klick: Runde %1 zeigen</translation>
    </message>
    <message>
        <source>Not played yet. Click: show the newest round</source>
        <translation>Noch nicht gespielt. Klick: die neueste Runde zeigen</translation>
    </message>
    <message>
        <source>rounds %1 to %2: %3</source>
        <translation>Runden %1 bis %2: %3</translation>
    </message>
</context>
<context>
    <name>splitee::Tour</name>
    <message>
        <source>Enter: done</source>
        <translation>Enter: fertig</translation>
    </message>
    <message>
        <source>Enter: next</source>
        <translation>Enter: weiter</translation>
    </message>
    <message>
        <source> · Esc: end</source>
        <translation> · Esc: beenden</translation>
    </message>
    <message>
        <source> · Left: back · Esc: end</source>
        <translation> · Links: zurück · Esc: beenden</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
</context>
<context>
    <name>splitee::TrainForm</name>
    <message>
        <source>Replace the file that is there</source>
        <translation>Die vorhandene Datei ersetzen</translation>
    </message>
    <message>
        <source>Go on from its checkpoint, with the same settings</source>
        <translation>Nach seinem Zwischenstand weitermachen, mit denselben Einstellungen</translation>
    </message>
    <message>
        <source>MobileNetV2, for images</source>
        <translation>MobileNetV2, für Bilder</translation>
    </message>
    <message>
        <source>Encoder, for texts</source>
        <translation>Encoder, für Texte</translation>
    </message>
    <message>
        <source>%1 px</source>
        <translation>%1 px</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>A convolutional network with an exit at seven of its blocks, or a text encoder with one after each layer</source>
        <translation>Ein Faltungsnetz mit Exits an sieben Blöcken oder ein Text-Encoder mit einem nach jeder Schicht</translation>
    </message>
    <message>
        <source>Learn from</source>
        <translation>Lernt aus</translation>
    </message>
    <message>
        <source>Images in a folder a class, CIFAR-10, or texts with labels: in a folder, a file or an archive</source>
        <translation>Bilder in einem Ordner je Klasse, CIFAR-10 oder Texte mit Labels: in einem Ordner, einer Datei oder einem Archiv</translation>
    </message>
    <message>
        <source>Image side</source>
        <translation>Bildseite</translation>
    </message>
    <message>
        <source>Images of a folder are resized to this width and height</source>
        <translation>Bilder eines Ordners werden auf diese Breite und Höhe gebracht</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>Channels, as a multiple of MobileNetV2&apos;s: a smaller network is faster and learns less</source>
        <translation>Kanäle als Vielfaches von MobileNetV2: ein kleineres Netz ist schneller und lernt weniger</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Each has an exit after it</source>
        <translation>Nach jeder ist ein Exit</translation>
    </message>
    <message>
        <source>Hidden width</source>
        <translation>Breite innen</translation>
    </message>
    <message>
        <source>Values that a token has between two layers; a multiple of 4</source>
        <translation>Werte eines Tokens zwischen zwei Schichten; ein Vielfaches von 4</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Passes over the training samples; the best one is kept</source>
        <translation>Durchgänge durch die Trainingssamples; die beste Epoche bleibt</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Fixes first weights, order and augmentation: the same seed gives the same network</source>
        <translation>Legt erste Gewichte, Reihenfolge und Augmentierung fest: derselbe Seed gibt dasselbe Netz</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern als</translation>
    </message>
    <message>
        <source>The model file (.mee) that is made</source>
        <translation>Die Modelldatei (.mee), die entsteht</translation>
    </message>
    <message>
        <source>Save the network</source>
        <translation>Das Netz speichern</translation>
    </message>
    <message>
        <source>Networks (*.mee)</source>
        <translation>Netze (*.mee)</translation>
    </message>
    <message>
        <source>reading …</source>
        <translation>wird gelesen …</translation>
    </message>
    <message>
        <source>%1 classes: %2</source>
        <translation>%1 Klassen: %2</translation>
    </message>
    <message>
        <source>The data are being read</source>
        <translation>Die Daten werden gelesen</translation>
    </message>
    <message>
        <source>Choose what the network learns from</source>
        <translation>Wählen Sie, woraus das Netz lernt</translation>
    </message>
    <message>
        <source>Say where the model file goes</source>
        <translation>Sagen Sie, wohin die Modelldatei kommt</translation>
    </message>
    <message>
        <source>The file %1 exists already: name another, or let it be replaced</source>
        <translation>Die Datei %1 gibt es schon: eine andere nennen oder sie ersetzen lassen</translation>
    </message>
</context>
<context>
    <name>splitee::TrainSheet</name>
    <message>
        <source>Train a network</source>
        <translation>Netz trainieren</translation>
    </message>
    <message>
        <source>A process of its own trains it beside the window. It keeps the best epoch, can be paused, and goes on after a crash.</source>
        <translation>Ein eigener Prozess trainiert es neben dem Fenster. Er behält die beste Epoche, lässt sich anhalten und geht nach einem Absturz weiter.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Trainieren</translation>
    </message>
</context>
<context>
    <name>splitee::TrainingChart</name>
    <message>
        <source>Loss and accuracy</source>
        <translation>Loss und Genauigkeit</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>kept</source>
        <translation>behalten</translation>
    </message>
    <message>
        <source>the first figures come soon</source>
        <translation>die ersten Zahlen kommen bald</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>Epoch %1 of %2: loss %3, accuracy of the final exit %4 %; epoch %5 is kept.</source>
        <translation>Epoche %1 von %2: Loss %3, Genauigkeit des letzten Exits %4 %; Epoche %5 bleibt.</translation>
    </message>
    <message>
        <source>No epoch is finished yet.</source>
        <translation>Noch keine Epoche ist fertig.</translation>
    </message>
    <message>
        <source>loss %1, %2 %</source>
        <translation>Verlust %1, %2 %</translation>
    </message>
</context>
<context>
    <name>splitee::WelcomePage</name>
    <message>
        <source>Where should a network be cut?</source>
        <translation>Wo soll ein Netz geteilt werden?</translation>
    </message>
    <message>
        <source>Start with an example</source>
        <translation>Mit einem Beispiel beginnen</translation>
    </message>
    <message>
        <source>Or bring your own</source>
        <translation>Oder eigene Daten mitbringen</translation>
    </message>
    <message>
        <source>Open a file…</source>
        <translation>Datei öffnen…</translation>
    </message>
    <message>
        <source>Take the guided tour</source>
        <translation>Rundgang machen</translation>
    </message>
    <message>
        <source>Six short steps over a running example</source>
        <translation>Sechs kurze Schritte über einem laufenden Beispiel</translation>
    </message>
    <message>
        <source>Start %1</source>
        <translation>%1 starten</translation>
    </message>
    <message>
        <source>A device computes the first layers of a network and evaluates an exit. If the exit is confident enough, the sample leaves with its answer; if not, the rest is computed in the cloud, which costs. The layer where the device stops is the split layer. A learner finds it round by round, one sample at a time, without labels.</source>
        <translation>Ein Gerät rechnet die ersten Schichten eines Netzes und wertet einen Exit aus. Ist dessen Konfidenz hoch genug, gilt seine Antwort; wenn nicht, rechnet die Cloud den Rest, und das kostet. Die Schicht, an der das Gerät anhält, ist die Split-Schicht. Ein Lerner findet sie Runde für Runde, Probe für Probe, ohne Labels.</translation>
    </message>
    <message>
        <source>Back to what is loaded (Esc)</source>
        <translation>Zurück zu dem, was geladen ist (Esc)</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Back to %1</source>
        <translation>Zurück zu %1</translation>
    </message>
    <message>
        <source>An exit table, a network, an experiment, a session, texts or an archive of images (Ctrl+O)</source>
        <translation>Eine Exit-Tabelle, ein Netz, ein Experiment, eine Sitzung, Texte oder ein Archiv mit Bildern (Strg+O)</translation>
    </message>
    <message>
        <source>or drop an exit table (.csv, .exits), a network (.mee, .pt), a folder or archive of images or texts, an experiment (.json) or a session anywhere on this window</source>
        <translation>oder eine Exit-Tabelle (.csv, .exits), ein Netz (.mee, .pt), einen Ordner oder ein Archiv mit Bildern oder Texten, ein Experiment (.json) oder eine Sitzung irgendwo auf dieses Fenster ziehen</translation>
    </message>
</context>
<context>
    <name>splitee::WhatIf</name>
    <message>
        <source>accuracy not known</source>
        <translation>Genauigkeit unbekannt</translation>
    </message>
    <message>
        <source>accuracy %1 points</source>
        <translation>Genauigkeit %1 Punkte</translation>
    </message>
    <message>
        <source>accuracy %1 ± %2 points</source>
        <translation>Genauigkeit %1 ± %2 Punkte</translation>
    </message>
    <message>
        <source>cost %1 %, %2</source>
        <translation>Kosten %1 %, %2</translation>
    </message>
    <message>
        <source>What if the costs were…</source>
        <translation>Was wäre bei Kosten von…</translation>
    </message>
    <message>
        <source>Mean of %1 seeds of %2 rounds, band 95 %</source>
        <translation>Mittel aus %1 Seeds zu %2 Runden, Band 95 %</translation>
    </message>
    <message>
        <source>%1. Against the final exit:</source>
        <translation>%1. Gegenüber dem letzten Exit:</translation>
    </message>
    <message>
        <source> (computing …)</source>
        <translation> (wird berechnet …)</translation>
    </message>
    <message>
        <source>accuracy unchanged</source>
        <translation>Genauigkeit unverändert</translation>
    </message>
    <message>
        <source>%1. %2, against the thin grey lines:</source>
        <translation>%1. %2, gegenüber den dünnen grauen Linien:</translation>
    </message>
    <message>
        <source>cost %1 % (%2 → %3 λ per sample), %4</source>
        <translation>Kosten %1 % (%2 → %3 λ je Probe), %4</translation>
    </message>
    <message>
        <source>Result of the setting in words</source>
        <translation>Ergebnis der Einstellung in Worten</translation>
    </message>
</context>
<context>
    <name>splitee::WhatIfChart</name>
    <message>
        <source>What if the costs were…</source>
        <translation>Was wäre bei Kosten von…</translation>
    </message>
    <message>
        <source>round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>final exit</source>
        <translation>letzter Exit</translation>
    </message>
    <message>
        <source>Nothing to show yet.</source>
        <translation>Noch nichts zu zeigen.</translation>
    </message>
    <message>
        <source>cost (λ)</source>
        <translation>Kosten (λ)</translation>
    </message>
    <message>
        <source>regret</source>
        <translation>Regret</translation>
    </message>
    <message>
        <source>accuracy (%)</source>
        <translation>Genauigkeit (%)</translation>
    </message>
    <message>
        <source>%1: cost %2 λ per sample, accuracy %3 %</source>
        <translation>%1: Kosten %2 λ je Probe, Genauigkeit %3 %</translation>
    </message>
</context>
<context>
    <name>splitee::WhyPanel</name>
    <message>
        <source>Why this layer?</source>
        <translation>Warum diese Schicht?</translation>
    </message>
    <message>
        <source>No rounds yet. Press Space to run; then click a round in a chart.</source>
        <translation>Noch keine Runden. Leertaste startet; dann eine Runde in einem Diagramm anklicken.</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Strategie</translation>
    </message>
    <message>
        <source>Round</source>
        <translation>Runde</translation>
    </message>
    <message>
        <source>The round that is explained; a click on a chart chooses one too</source>
        <translation>Die erklärte Runde; ein Klick in ein Diagramm wählt auch eine</translation>
    </message>
    <message>
        <source>Previous round</source>
        <translation>Vorige Runde</translation>
    </message>
    <message>
        <source>One round back</source>
        <translation>Eine Runde zurück</translation>
    </message>
    <message>
        <source>Next round</source>
        <translation>Nächste Runde</translation>
    </message>
    <message>
        <source>One round on</source>
        <translation>Eine Runde weiter</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzte</translation>
    </message>
    <message>
        <source>Last round</source>
        <translation>Letzte Runde</translation>
    </message>
    <message>
        <source>Follow the last round while it plays</source>
        <translation>Der letzten Runde im Lauf folgen</translation>
    </message>
    <message>
        <source>Confidence of each exit</source>
        <translation>Konfidenz jedes Exits</translation>
    </message>
    <message>
        <source>How it chose</source>
        <translation>Wie gewählt wurde</translation>
    </message>
    <message>
        <source>What it cost</source>
        <translation>Was es kostete</translation>
    </message>
    <message>
        <source>What it earned</source>
        <translation>Was es brachte</translation>
    </message>
    <message>
        <source>Index of every layer</source>
        <translation>Index jeder Schicht</translation>
    </message>
    <message>
        <source>This is the first round</source>
        <translation>Dies ist die erste Runde</translation>
    </message>
    <message>
        <source>This is the last round so far</source>
        <translation>Dies ist die bisher letzte Runde</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Chosen</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>N</source>
        <translation>N</translation>
    </message>
    <message>
        <source>Mean Q</source>
        <translation>Mittel Q</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>Radius</translation>
    </message>
    <message>
        <source>Index</source>
        <translation>Index</translation>
    </message>
    <message>
        <source>Replaying the run up to round %1 …</source>
        <translation>Der Lauf wird bis Runde %1 erneut gespielt …</translation>
    </message>
    <message>
        <source>Policy whose choice is explained</source>
        <translation>Strategie, deren Wahl erklärt wird</translation>
    </message>
    <message>
        <source>Text of the sample</source>
        <translation>Text der Probe</translation>
    </message>
    <message>
        <source>Image of the sample</source>
        <translation>Bild der Probe</translation>
    </message>
    <message>
        <source>Had it split at another layer</source>
        <translation>Bei einer anderen Split-Schicht</translation>
    </message>
    <message>
        <source>This sample, split at every layer</source>
        <translation>Diese Probe, an jeder Schicht geteilt</translation>
    </message>
    <message>
        <source>As the network was shown it</source>
        <translation>Wie das Netz es zu sehen bekam</translation>
    </message>
    <message>
        <source>Each row: the sample leaves at that exit with a confidence of at least α = %1, else the cloud answers.</source>
        <translation>Jede Zeile: Ab einer Konfidenz von α = %1 verlässt die Probe das Netz an diesem Exit, sonst antwortet die Cloud.</translation>
    </message>
    <message>
        <source>A dash: nobody has asked the network for that exit.</source>
        <translation>Ein Strich: Nach diesem Exit hat niemand das Netz gefragt.</translation>
    </message>
</context>
<context>
    <name>splitee::WorkLine</name>
    <message>
        <source>Trying the network</source>
        <translation>Das Netz wird erprobt</translation>
    </message>
    <message>
        <source>Computing features</source>
        <translation>Merkmale werden berechnet</translation>
    </message>
    <message>
        <source>Training the exits</source>
        <translation>Die Exits werden trainiert</translation>
    </message>
    <message>
        <source>Validating</source>
        <translation>Es wird geprüft</translation>
    </message>
    <message>
        <source>Writing the model file</source>
        <translation>Die Modelldatei wird geschrieben</translation>
    </message>
    <message>
        <source>Reading the images</source>
        <translation>Die Bilder werden gelesen</translation>
    </message>
    <message>
        <source>Progress of the import</source>
        <translation>Fortschritt des Imports</translation>
    </message>
    <message>
        <source>%1 of %2 images</source>
        <translation>%1 von %2 Bildern</translation>
    </message>
    <message>
        <source>%1 of %2 exits</source>
        <translation>%1 von %2 Exits</translation>
    </message>
    <message>
        <source>cancelling</source>
        <translation>wird abgebrochen</translation>
    </message>
    <message>
        <source>%1 images/s</source>
        <translation>%1 Bilder/s</translation>
    </message>
    <message>
        <source>%1 exits/s</source>
        <translation>%1 Exits/s</translation>
    </message>
</context>
</TS>
