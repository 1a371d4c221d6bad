// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/source_picker.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

#include "gui/run/setup.h"
#include "gui/setup/dataset_names.h"
#include "gui/setup/distortion_names.h"
#include "gui/setup/live_source_form.h"
#include "gui/setup/source_search.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/theme.h"
#include "storage/tables/bundled.h"

namespace splitee {
namespace {

constexpr QLatin1String kNetworkEnding(
    " live");  // in the list, which has a table and a network of one name

QString networkLabel(const std::string& name) {
    return SourcePicker::tr("%1, a network live").arg(sourceLabel(name));
}

}  // namespace

QString sourceLabel(const std::string& name) {
    QString text = QString::fromStdString(name);
    const QLatin1String builtin("builtin:");
    if (!text.startsWith(builtin)) return QFileInfo(text).fileName();
    text = text.mid(builtin.size());
    const QLatin1String wide("cifar10-wide");  // of the network that has wide exits
    const qsizetype dash = text.indexOf(QLatin1Char('-'), text.startsWith(wide) ? wide.size() : 0);
    QString data = text.left(dash);
    if (data == QLatin1String("signs")) data = SourcePicker::tr("road signs");
    if (data == QLatin1String("cifar10") && dash > 0) data = QStringLiteral("CIFAR-10");
    if (data == wide) data = SourcePicker::tr("CIFAR-10, wide exits");
    if (data == QLatin1String("cifar10c")) data = SourcePicker::tr("CIFAR-10, corrupted");
    if (data == QLatin1String("photos")) data = SourcePicker::tr("photographs");
    if (data == QLatin1String("sst2")) data = QStringLiteral("SST-2");
    if (dash < 0) return data;
    return data + QStringLiteral(" · ") +
           distortionLabel(
               text.mid(dash + 1).replace(QLatin1Char('-'), QLatin1Char(':')).toStdString());
}

QString sourceText(const ExperimentFile& file) {
    if (!isLive(file)) return sourceLabel(file.table);
    const QString network = sourceLabel(file.model), samples = datasetLabel(file.dataset),
                  distortion = distortionLabel(file.distortion.empty() ? "clean" : file.distortion);
    return network == samples
               ? SourcePicker::tr("%1, a network live, %2").arg(network, distortion)
               : SourcePicker::tr("%1, a network live on %2, %3").arg(network, samples, distortion);
}

void chooseTable(Setup& setup, const std::string& name) {
    if (setup.file().table == name) return;
    ExperimentFile next = setup.file();
    next.table = name;
    next.model = next.dataset = next.distortion = "";
    setup.edit(next, SourcePicker::tr("Choose source"));
}

void chooseDistortion(Setup& setup, const std::string& distortion) {
    if (!isLive(setup.file()) || setup.file().distortion == distortion) return;
    ExperimentFile next = setup.file();
    next.distortion = distortion;
    setup.edit(next, SourcePicker::tr("Change distortion"), "distortion");
}

SourcePicker::SourcePicker(Setup& setup, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      setup_(setup),
      sources_(new QComboBox(this)),
      search_(new SourceSearch(*sources_, this)),
      live_(new LiveSourceForm(setup, theme, this)) {
    sources_->setAccessibleName(tr("Source"));
    sources_->setToolTip(
        tr("An exit table: the answers of every exit of a network to every sample. Or a network "
           "that runs live, split in two.\nDrop a table (.csv, .exits) or a network (.mee, .pt) "
           "anywhere on the window."));
    sources_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    sources_->setMinimumContentsLength(12);
    sources_->installEventFilter(new WheelGuard(sources_));
    for (const std::string& name : bundledNames("models", ".mee"))
        sources_->addItem(networkLabel(name), QString::fromStdString(name) + kNetworkEnding);
    QString group;
    for (const std::string& name : bundledNames("tables", ".exits")) {
        const QString label = sourceLabel(name);
        const QString network = label.section(QStringLiteral(" · "), 0, 0);
        if (network != group) sources_->insertSeparator(sources_->count());
        group = network;
        sources_->addItem(label, QString::fromStdString(name));
    }
    auto* browse = new QPushButton(this);  // narrow, so that names of tables are not cut
    browse->setAccessibleName(tr("Browse"));
    browse->setObjectName(QStringLiteral("fieldButton"));
    browse->setFixedSize(32, 26);
    const auto paint = [browse, &theme] {
        browse->setIcon(icon(QStringLiteral("folder"), theme.color(Token::MutedText),
                             theme.color(Token::Border)));
    };
    paint();
    connect(&theme, &Theme::changed, browse, paint);
    browse->setToolTip(tr("Open an exit table or a network from a file (Ctrl+O)"));
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(sources_, 1);
    row->addWidget(browse);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(search_);
    column->addLayout(row);
    column->addWidget(live_);
    setTabOrder(search_, sources_);
    setTabOrder(sources_, browse);
    connect(search_, &SourceSearch::chosen, this, &SourcePicker::choose);
    connect(browse, &QPushButton::clicked, this, &SourcePicker::browseWanted);
    connect(sources_, &QComboBox::activated, this, &SourcePicker::choose);
    connect(&setup_, &Setup::changed, this, &SourcePicker::refresh);
    refresh();
}

void SourcePicker::choose(int at) {
    const QString name = sources_->itemData(at).toString();
    if (!name.endsWith(kNetworkEnding)) return chooseTable(setup_, name.toStdString());
    const std::string model = name.chopped(kNetworkEnding.size()).toStdString();
    if (isLive(setup_.file()) && setup_.file().model == model) return;
    refresh();  // what is shown stays until the network is read
    emit networkWanted(QString::fromStdString(model));
}

void SourcePicker::refresh() {
    const bool live = isLive(setup_.file());
    const std::string& name = live ? setup_.file().model : setup_.file().table;
    const QString wanted =
        name.empty() ? QString()
                     : QString::fromStdString(name) + (live ? kNetworkEnding : QLatin1String());
    if (!wanted.isEmpty() && sources_->findData(wanted) < 0)
        sources_->addItem(live ? networkLabel(name) : sourceLabel(name), wanted);
    sources_->setCurrentIndex(wanted.isEmpty() ? -1 : sources_->findData(wanted));
}

}  // namespace splitee
