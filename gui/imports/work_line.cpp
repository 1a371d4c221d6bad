// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/imports/work_line.h"

#include <QLabel>
#include <QProgressBar>
#include <QVBoxLayout>

#include "gui/imports/import_work.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/time_left.h"

namespace splitee {
namespace {

constexpr int kWorkSteps = 1000;

QString activityText(const std::string& activity) {
    const QString text = QString::fromStdString(activity);
    if (text.startsWith(QLatin1String("trying"))) return WorkLine::tr("Trying the network");
    if (text.startsWith(QLatin1String("reading features")))
        return WorkLine::tr("Computing features");
    if (text.startsWith(QLatin1String("training"))) return WorkLine::tr("Training the exits");
    if (text.startsWith(QLatin1String("reading the exits"))) return WorkLine::tr("Validating");
    if (text.startsWith(QLatin1String("writing"))) return WorkLine::tr("Writing the model file");
    return text.isEmpty() ? WorkLine::tr("Reading the images") : text;
}

}  // namespace

WorkLine::WorkLine(const ImportWork& work, QWidget* parent)
    : QWidget(parent), work_(work), text_(new QLabel(this)), bar_(new QProgressBar(this)) {
    text_->setTextFormat(Qt::PlainText);
    bar_->setRange(0, kWorkSteps);
    bar_->setTextVisible(false);
    bar_->setAccessibleName(tr("Progress of the import"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(text_);
    column->addWidget(bar_);
    setFixedHeight(text_->fontMetrics().lineSpacing() + 4 + 6 + 2);
    refresh();
}

QString WorkLine::text() const { return text_->text(); }

void WorkLine::refresh() {
    const bool shown = work_.busy() || work_.probing();
    text_->setVisible(shown);
    bar_->setVisible(shown);
    if (!shown) return;
    const ImportStand at = work_.busy() ? work_.stand() : ImportStand{"trying", 0, 0, "", 0};
    const auto done = static_cast<double>(at.done), total = static_cast<double>(at.total);
    QStringList words{activityText(at.activity)};
    const bool images = at.unit == "images";
    if (at.total > 0)
        words << (images ? tr("%1 of %2 images") : tr("%1 of %2 exits"))
                     .arg(numberText(done), numberText(total));
    if (work_.busy() && work_.cancelling())
        words << tr("cancelling");
    else if (at.total > 0 && at.perSecond > 0)
        words << (images ? tr("%1 images/s") : tr("%1 exits/s"))
                     .arg(numberText(at.perSecond, at.perSecond < 100 ? 1 : 0))
              << timeLeftText((total - done) / at.perSecond);
    text_->setText(words.join(QStringLiteral(" · ")));
    bar_->setRange(0, at.total > 0 ? kWorkSteps : 0);  // without a total it moves to and fro
    bar_->setValue(at.total > 0 ? static_cast<int>(kWorkSteps * done / total) : 0);
}

}  // namespace splitee
