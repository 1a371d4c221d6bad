<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>ArmsChart</name>
    <message>
        <source>Why: mean and radius per layer</source>
        <translation>Warum: Mittel und Radius je Schicht</translation>
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
        <source>layer %1: mean ± radius, times chosen</source>
        <translation>Schicht %1: Mittel ± Radius, wie oft gewählt</translation>
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
        <source>No policy here keeps means.</source>
        <translation>Keine Strategie hier führt Mittelwerte.</translation>
    </message>
</context>
<context>
    <name>ChartPanel</name>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Images (*.png);;Drawings (*.svg);;Documents (*.pdf);;Tables (*.csv)</source>
        <translation>Bilder (*.png);;Zeichnungen (*.svg);;Dokumente (*.pdf);;Tabellen (*.csv)</translation>
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
        <source>Copy as image</source>
        <translation>Als Bild kopieren</translation>
    </message>
    <message>
        <source>Export …</source>
        <translation>Exportieren …</translation>
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
        <source>A point stands for up to %1 rounds: for the least and the most of them, and no round is left out.</source>
        <translation>Ein Punkt steht für bis zu %1 Runden, für deren kleinsten und größten Wert; keine Runde fehlt.</translation>
    </message>
    <message>
        <source>round %1</source>
        <translation>Runde %1</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
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
    <name>CostAccuracyChart</name>
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
        <source>right (%)</source>
        <translation>richtig (%)</translation>
    </message>
    <message>
        <source>final exit</source>
        <translation>letzter Exit</translation>
    </message>
    <message>
        <source>%1: cost %2 λ a sample, %3 % right</source>
        <translation>%1: Kosten %2 λ je Probe, %3 % richtig</translation>
    </message>
</context>
<context>
    <name>Dock</name>
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
    <name>Examples</name>
    <message>
        <source>CIFAR-10 replay</source>
        <translation>CIFAR-10 abspielen</translation>
    </message>
    <message>
        <source>10,000 clean images. The learner finds the layer at which most of them may leave the network.</source>
        <translation>10.000 saubere Bilder. Der Lerner findet die Schicht, an der die meisten das Netz verlassen dürfen.</translation>
    </message>
    <message>
        <source>CIFAR-10 under rising noise</source>
        <translation>CIFAR-10 unter wachsendem Rauschen</translation>
    </message>
    <message>
        <source>The images get noisier as time goes on. Early exits grow unsure, and the split has to move.</source>
        <translation>Die Bilder rauschen mit der Zeit stärker. Frühe Exits werden unsicher, der Split muss wandern.</translation>
    </message>
    <message>
        <source>Costs change half-way</source>
        <translation>Kosten ändern sich zur Halbzeit</translation>
    </message>
    <message>
        <source>Half-way, sending a sample to the cloud becomes dear. See how fast each policy notices.</source>
        <translation>Ab der Hälfte wird es teuer, eine Probe in die Cloud zu senden. Wie schnell merkt es jede Strategie?</translation>
    </message>
</context>
<context>
    <name>Figures</name>
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
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>SplitEE Workbench</source>
        <translation>SplitEE Workbench</translation>
    </message>
    <message>
        <source>Restart with the recorded changes</source>
        <translation>Neustart mit den aufgezeichneten Änderungen</translation>
    </message>
    <message>
        <source>End this run; its rounds are kept (Esc)</source>
        <translation>Diesen Lauf beenden; seine Runden bleiben erhalten (Esc)</translation>
    </message>
    <message>
        <source>Nothing is running</source>
        <translation>Es läuft nichts</translation>
    </message>
    <message>
        <source>Play one round (Right)</source>
        <translation>Eine Runde spielen (Rechts)</translation>
    </message>
    <message>
        <source>This run is over: press Space to begin another</source>
        <translation>Dieser Lauf ist zu Ende: Leertaste beginnt einen neuen</translation>
    </message>
    <message>
        <source>Nothing played yet. Press Space to run, or Right to play one round at a time.</source>
        <translation>Noch nichts gespielt. Leertaste startet, Rechts spielt eine Runde.</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>Seed %1</translation>
    </message>
    <message>
        <source>kept in %1</source>
        <translation>gespeichert in %1</translation>
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
        <source>&amp;Run</source>
        <translation>&amp;Start</translation>
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
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>This experiment runs a network live: the window plays exit tables only; run it with splitee run --experiment %1</source>
        <translation>Dieses Experiment lässt ein Netz live laufen: das Fenster spielt nur Exit-Tabellen; Start mit splitee run --experiment %1</translation>
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
        <source>Exit tables, experiments, sessions (*.csv *.exits *.json *.splitee);;All files (*)</source>
        <translation>Exit-Tabellen, Experimente, Sitzungen (*.csv *.exits *.json *.splitee);;Alle Dateien (*)</translation>
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
        <source>Keep the next runs in</source>
        <translation>Nächste Läufe speichern in</translation>
    </message>
    <message>
        <source>Sessions (*.splitee)</source>
        <translation>Sitzungen (*.splitee)</translation>
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
        <source>The bar over a layer is how sure its exit is. If it passes the threshold α, the sample leaves here with this answer. If not, it is sent on to the cloud: better answers, but every sending costs o on top.</source>
        <translation>Der Balken über einer Schicht zeigt, wie sicher ihr Exit ist. Erreicht er die Schwelle α, verlässt die Probe hier das Netz. Sonst geht sie in die Cloud: bessere Antworten, aber jedes Senden kostet zusätzlich o.</translation>
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
        <source>Now make sending dearer: move this slider while it runs. The learner goes on under the new cost, the charts mark the round, and you see how fast it finds a new split.</source>
        <translation>Jetzt das Senden verteuern: diesen Regler im Lauf verschieben. Der Lerner macht mit den neuen Kosten weiter, die Diagramme markieren die Runde, und man sieht, wie schnell er einen neuen Split findet.</translation>
    </message>
    <message>
        <source>No chart is open: start an example or open a chart from the View menu</source>
        <translation>Kein Diagramm ist offen: ein Beispiel starten oder ein Diagramm im Menü Ansicht öffnen</translation>
    </message>
</context>
<context>
    <name>MessageBar</name>
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
</context>
<context>
    <name>NetworkTrack</name>
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
        <source>, right</source>
        <translation>, richtig</translation>
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
        <source>Sample %1 was sent to the cloud after layer %2: %3. Cost %4 λ + %5 λ for sending.</source>
        <translation>Probe %1 ging nach Schicht %2 in die Cloud: %3. Kosten %4 λ + %5 λ für das Senden.</translation>
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
        <source>Layer %1 of %2: %3 of the network's depth %4</source>
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
</context>
<context>
    <name>NumberField</name>
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
    <name>PanelHeader</name>
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
    <name>ParameterForm</name>
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
</context>
<context>
    <name>PolicyList</name>
    <message>
        <source>Policies to run side by side</source>
        <translation>Strategien, die nebeneinander laufen</translation>
    </message>
    <message>
        <source>Choose policies</source>
        <translation>Strategien wählen</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
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
    <name>RegretChart</name>
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
        <source>No exit table, no regret.</source>
        <translation>Ohne Exit-Tabelle kein Regret.</translation>
    </message>
</context>
<context>
    <name>RunActions</name>
    <message>
        <source>&amp;Open table or experiment…</source>
        <translation>Tabelle oder Experiment ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Open an exit table or an experiment file</source>
        <translation>Eine Exit-Tabelle oder Experimentdatei öffnen</translation>
    </message>
    <message>
        <source>&amp;Save experiment as…</source>
        <translation>Experiment &amp;speichern unter…</translation>
    </message>
    <message>
        <source>Save the set-up as a file that splitee run takes</source>
        <translation>Die Einstellungen als Datei für splitee run speichern</translation>
    </message>
    <message>
        <source>Keep runs in session &amp;file…</source>
        <translation>Läufe in Sitzungs&amp;datei speichern…</translation>
    </message>
    <message>
        <source>Choose the session file that keeps the next runs</source>
        <translation>Die Sitzungsdatei für die nächsten Läufe wählen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Close the window; a run is stopped and kept</source>
        <translation>Das Fenster schließen; ein Lauf wird beendet und bleibt erhalten</translation>
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
        <source>End this run; its rounds are kept</source>
        <translation>Diesen Lauf beenden; seine Runden bleiben erhalten</translation>
    </message>
    <message>
        <source>Reset to the &amp;paper's values</source>
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
        <source>The split border jumps instead of gliding</source>
        <translation>Die Split-Linie springt, statt zu gleiten</translation>
    </message>
    <message>
        <source>&amp;Export chart…</source>
        <translation>Diagramm &amp;exportieren…</translation>
    </message>
    <message>
        <source>Write the chart that has the keyboard as an image, drawing, document or table</source>
        <translation>Das Diagramm mit dem Tastaturfokus als Bild, Zeichnung, Dokument oder Tabelle schreiben</translation>
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
        <source>Help on what has the keyboard</source>
        <translation>Hilfe zu dem, was den Tastaturfokus hat</translation>
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
</context>
<context>
    <name>RunBar</name>
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
        <source>Speed in rounds a second</source>
        <translation>Tempo in Runden je Sekunde</translation>
    </message>
    <message>
        <source>From 1 round a second to flat out</source>
        <translation>Von 1 Runde je Sekunde bis Vollgas</translation>
    </message>
    <message>
        <source>Rounds played</source>
        <translation>Gespielte Runden</translation>
    </message>
    <message>
        <source>flat out</source>
        <translation>Vollgas</translation>
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
</context>
<context>
    <name>RunView</name>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Cloud</source>
        <translation>Cloud</translation>
    </message>
    <message>
        <source>%1 λ a sample · %2</source>
        <translation>%1 λ je Probe · %2</translation>
    </message>
    <message>
        <source>%1 % right</source>
        <translation>%1 % richtig</translation>
    </message>
    <message>
        <source>last %1 rounds: %2 %</source>
        <translation>letzte %1 Runden: %2 %</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
</context>
<context>
    <name>SetupPanel</name>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Back to the paper's values: λ₁ 1, λ₂ 0, μ 0.1, o 5, α 0.7</source>
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
        <source>Reset to the paper's values</source>
        <translation>Auf die Werte der Veröffentlichung zurücksetzen</translation>
    </message>
</context>
<context>
    <name>SourcePicker</name>
    <message>
        <source>Choose source</source>
        <translation>Quelle wählen</translation>
    </message>
    <message>
        <source>Exit table</source>
        <translation>Exit-Tabelle</translation>
    </message>
    <message>
        <source>What every exit of a network said of every sample.
Drop a table file (.csv, .exits) anywhere on the window.</source>
        <translation>Was jeder Exit eines Netzes zu jeder Probe sagte.
Eine Tabellendatei (.csv, .exits) irgendwo auf dem Fenster ablegen.</translation>
    </message>
    <message>
        <source>Browse</source>
        <translation>Durchsuchen</translation>
    </message>
    <message>
        <source>Open an exit table from a file (Ctrl+O)</source>
        <translation>Eine Exit-Tabelle aus einer Datei öffnen (Strg+O)</translation>
    </message>
</context>
<context>
    <name>SplitChart</name>
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
        <source>Split layer over time: %1</source>
        <translation>Split-Schicht im Verlauf: %1</translation>
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
    <name>Tour</name>
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
    <name>WelcomePage</name>
    <message>
        <source>Where should a network be cut?</source>
        <translation>Wo soll ein Netz geteilt werden?</translation>
    </message>
    <message>
        <source>A device computes the first layers of a network and looks at what it has. If it is sure enough, the answer leaves there; if not, the rest is computed in the cloud, which costs. The layer where the device stops is the split layer. A learner finds it round by round, one sample at a time, without being told the answers.</source>
        <translation>Ein Gerät rechnet die ersten Schichten eines Netzes und sieht sich das Ergebnis an. Ist es sicher genug, gilt diese Antwort; wenn nicht, rechnet die Cloud den Rest, und das kostet. Die Schicht, an der das Gerät anhält, ist die Split-Schicht. Ein Lerner findet sie Runde für Runde, Probe für Probe, ohne die Lösungen zu kennen.</translation>
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
        <source>Open an exit table…</source>
        <translation>Exit-Tabelle öffnen…</translation>
    </message>
    <message>
        <source>A file of confidences and predictions of every exit (Ctrl+O)</source>
        <translation>Eine Datei mit Konfidenzen und Vorhersagen jedes Exits (Strg+O)</translation>
    </message>
    <message>
        <source>or drop a .csv or .exits file anywhere on this window</source>
        <translation>oder eine .csv- oder .exits-Datei irgendwo auf diesem Fenster ablegen</translation>
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
</context>
</TS>
