#include "gui/source_picker.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>

#include "gui/icons.h"
#include "gui/number_field.h"
#include "gui/setup.h"
#include "gui/theme.h"
#include "sources/run_source.h"
#include "storage/bundled.h"

namespace splitee {

QString sourceLabel(const std::string& name) {
    QString text = QString::fromStdString(name);
    const QLatin1String builtin("builtin:");
    if (!text.startsWith(builtin)) return QFileInfo(text).fileName();
    text = text.mid(builtin.size());
    const qsizetype dash = text.indexOf(QLatin1Char('-'));
    if (dash < 0) return text;
    const QString data = text.left(dash) == QLatin1String("cifar10") ? QStringLiteral("CIFAR-10") : text.left(dash);
    return data + QStringLiteral(" · ") + text.mid(dash + 1).replace(QLatin1Char('_'), QLatin1Char(' ')).replace(QLatin1Char('-'), QLatin1Char(' '));
}

QString distortionLabel(const std::string& distortion) {
    return QString::fromStdString(distortion).replace(QLatin1Char('_'), QLatin1Char(' ')).replace(QLatin1Char(':'), QLatin1Char(' ')).replace(QLatin1Char('@'), QLatin1Char(' '));
}

QString sourceText(const ExperimentFile& file) {
    if (!isLive(file)) return sourceLabel(file.table);
    const QString images = sourceLabel("builtin:" + file.dataset).section(QLatin1Char('/'), -1);
    return SourcePicker::tr("%1 live on %2, %3").arg(sourceLabel(file.model), images, distortionLabel(file.distortion.empty() ? "clean" : file.distortion));
}

Result<ExperimentFile> onNetwork(const ExperimentFile& file, const std::string& model) {
    const auto path = resolve(model, "models", ".mee");
    if (!path) return tl::unexpected(path.error());
    const auto read = readModelFile(*path);
    if (!read) return tl::unexpected(read.error());
    ExperimentFile next = file;
    next.table.clear();
    next.model = model;
    next.experiment.schedule.clear();   // it spoke of other sources
    if (next.distortion.empty()) next.distortion = "clean";
    if (!next.dataset.empty() && checkLiveSource(liveRequest(next))) return next;
    next.dataset = read->provenance.dataset == "signs" ? "signs" : "";
    return next;
}

void chooseTable(Setup& setup, const std::string& name) {
    if (setup.file().table == name) return;
    ExperimentFile next = setup.file();
    next.table = name;
    next.model = next.dataset = next.distortion = "";
    setup.edit(next, SourcePicker::tr("Choose source"));
}

SourcePicker::SourcePicker(Setup& setup, const Theme& theme, QWidget* parent) : QWidget(parent), setup_(setup), tables_(new QComboBox(this)) {
    tables_->setAccessibleName(tr("Exit table"));
    tables_->setToolTip(tr("What every exit of a network said of every sample.\nDrop a table file (.csv, .exits) anywhere on the window."));
    tables_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    tables_->setMinimumContentsLength(12);
    tables_->installEventFilter(new WheelGuard(tables_));
    for (const std::string& name : bundledNames("tables", ".exits")) tables_->addItem(sourceLabel(name), QString::fromStdString(name));
    auto* browse = new QPushButton(this);   // narrow, so that names of tables are not cut
    browse->setAccessibleName(tr("Browse"));
    browse->setObjectName(QStringLiteral("fieldButton"));
    browse->setFixedSize(32, 26);
    const auto paint = [browse, &theme] { browse->setIcon(icon(QStringLiteral("folder"), theme.color(Token::MutedText), theme.color(Token::Border))); };
    paint();
    connect(&theme, &Theme::changed, browse, paint);
    browse->setToolTip(tr("Open an exit table from a file (Ctrl+O)"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(tables_, 1);
    row->addWidget(browse);
    connect(browse, &QPushButton::clicked, this, &SourcePicker::browseWanted);
    connect(tables_, &QComboBox::activated, this, [this](int at) { chooseTable(setup_, tables_->itemData(at).toString().toStdString()); });
    connect(&setup_, &Setup::changed, this, &SourcePicker::refresh);
    refresh();
}

void SourcePicker::refresh() {
    const QString name = QString::fromStdString(setup_.file().table);
    if (!name.isEmpty() && tables_->findData(name) < 0) tables_->addItem(sourceLabel(setup_.file().table), name);
    tables_->setCurrentIndex(name.isEmpty() ? -1 : tables_->findData(name));
}

}  // namespace splitee
