// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/sweeps/axis_row.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>

#include "gui/run/experiment_fields.h"
#include "gui/runs/run_words.h"
#include "gui/sweeps/table_choices.h"
#include "gui/widgets/choice_list.h"
#include "gui/widgets/icons.h"
#include "gui/widgets/number_field.h"
#include "gui/widgets/number_text.h"
#include "gui/widgets/theme.h"

namespace splitee {
namespace {

constexpr int kMostTyped = 4000, kKeyWidth = 190;

}  // namespace

const std::vector<std::string>& axisKeys() {
    static const std::vector<std::string> keys = [] {
        std::vector<std::string> found;
        const Experiment standard;
        Experiment::visitFields(standard, [&](const auto& value, const FieldInfo& info) {
            constexpr bool text = std::is_same_v<std::remove_cvref_t<decltype(value)>, std::string>;
            if (info.key != "seeds" && (!text || !info.choices.empty()))
                found.emplace_back(info.key);
        });
        found.emplace_back(kSourceAxis);
        found.emplace_back(kDistortionAxis);
        return found;
    }();
    return keys;
}

AxisRow::AxisRow(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      keys_(new QComboBox(this)),
      pages_(new QStackedWidget(this)),
      values_(new QLineEdit(pages_)),
      tables_(new ChoiceList(pages_)),
      remove_(new QToolButton(this)) {
    for (const std::string& key : axisKeys())
        keys_->addItem(keyLabel(*findRunKey(key)), QString::fromStdString(key));
    keys_->setAccessibleName(tr("Varied parameter"));
    keys_->setFixedWidth(kKeyWidth);
    keys_->installEventFilter(new WheelGuard(keys_));
    values_->setAccessibleName(tr("Values of the parameter"));
    values_->setMaxLength(kMostTyped);
    tables_->setAccessibleName(tr("Values of the parameter"));
    pages_->addWidget(values_);
    pages_->addWidget(tables_);
    pages_->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    values_->setAcceptDrops(false);  // a file that is dropped is for the window
    remove_->setObjectName(QStringLiteral("quietButton"));
    remove_->setAccessibleName(tr("Remove this parameter"));
    remove_->setToolTip(tr("Remove this parameter"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(keys_);
    row->addWidget(pages_, 1);
    row->addWidget(remove_);
    connect(keys_, &QComboBox::currentIndexChanged, this, [this] {
        tables_->check({});  // of another parameter
        describe();
        emit changed();
    });
    connect(values_, &QLineEdit::textChanged, this, &AxisRow::changed);
    connect(tables_, &ChoiceList::changed, this, &AxisRow::changed);
    connect(values_, &QLineEdit::returnPressed, this, &AxisRow::entered);
    connect(remove_, &QToolButton::clicked, this, &AxisRow::removeWanted);
    connect(&theme_, &Theme::changed, this, &AxisRow::paintIcons);
    paintIcons();
    describe();
}

void AxisRow::setAxis(const SweepAxis& axis) {
    setKey(axis.key);
    if (isTableAxis(axis.key)) {
        QStringList names;
        for (const AxisValue& value : axis.values)
            if (const auto* name = std::get_if<std::string>(&value))
                names << QString::fromStdString(*name);
        return tables_->check(names);
    }
    values_->setText(
        QString::fromStdString(valuesText(axis)).replace(QLatin1Char(','), QStringLiteral(", ")));
}

void AxisRow::setKey(const std::string& key) {
    keys_->setCurrentIndex(std::max(0, keys_->findData(QString::fromStdString(key))));
    values_->clear();
    tables_->check({});
}

void AxisRow::setSources(const std::vector<std::string>& sources) {
    if (sources == sources_) return;
    sources_ = sources;
    if (isTableAxis(key())) offerTables();
}

void AxisRow::focusValues() {
    (isTableAxis(key()) ? static_cast<QWidget*>(tables_) : values_)->setFocus(Qt::PopupFocusReason);
}

void AxisRow::offerTables() {
    std::vector<ChoiceList::Choice> choices;
    for (const TableChoice& one :
         key() == kSourceAxis ? sourceChoices(sources_) : distortionChoices(sources_))
        choices.push_back({QString::fromStdString(one.value), one.group, one.label});
    const bool none = choices.empty();
    tables_->offer(std::move(choices));
    tables_->setPlaceholder(key() == kSourceAxis ? tr("Choose exit tables")
                            : none               ? tr("No table of another distortion is beside it")
                                                 : tr("Choose distortions"));
}

void AxisRow::offerOffload(bool on) {
    const QString key = QStringLiteral("offload");
    const int at = keys_->findData(key);
    if (on && at < 0)
        keys_->insertItem(keys_->findData(QStringLiteral("offload_factor")),
                          keyLabel(*findRunKey("offload")), key);
    if (!on && at >= 0 && at != keys_->currentIndex()) keys_->removeItem(at);
}

std::vector<QWidget*> AxisRow::controls() const { return {keys_, values_, tables_, remove_}; }

std::string AxisRow::key() const { return keys_->currentData().toString().toStdString(); }

Result<SweepAxis> AxisRow::axis() const {
    if (isTableAxis(key())) {
        SweepAxis axis;
        axis.key = key();
        for (const QString& name : tables_->checked()) axis.values.emplace_back(name.toStdString());
        if (axis.values.empty())
            return fail((key() == kSourceAxis ? tr("Choose the exit tables to play")
                                              : tr("Choose the distortions to play"))
                            .toStdString());
        return axis;
    }
    QString typed = values_->text();
    typed.remove(QLatin1Char(' '));
    if (typed.isEmpty())
        return fail(tr("Say which values %1 takes, as in %2")
                        .arg(keys_->currentText(), values_->placeholderText())
                        .toStdString());
    return parseAxis(key() + "=" + typed.toStdString());
}

void AxisRow::describeTables() {
    pages_->setCurrentWidget(tables_);
    const QString help =
        key() == kSourceAxis
            ? tr("Exit tables, each played at every point")
            : tr("The same samples under other distortions: exit tables that lie beside the "
                 "source, as in x-clean.exits and x-fog-3.exits");
    keys_->setToolTip(help);
    tables_->setToolTip(help);
    offerTables();
}

void AxisRow::describe() {
    if (isTableAxis(key())) return describeTables();
    pages_->setCurrentWidget(values_);
    const ExperimentField field = experimentField(key());
    QString help = field.help;
    if (field.kind == FieldKind::Choice) {
        QStringList choices;
        for (const QString& choice : field.choices) choices << choice;
        values_->setPlaceholderText(choices.join(QStringLiteral(", ")));
        help += QStringLiteral("\n") + tr("Any of: %1.").arg(choices.join(QStringLiteral(", ")));
    } else {
        values_->setPlaceholderText(field.kind == FieldKind::Integer
                                        ? tr("1, 2, 5 or 1..9/5")
                                        : tr("0.6, 0.8 or 0.5..0.9/5"));
        help += QStringLiteral("\n") +
                tr("From %1 to %2.").arg(shortText(field.min), shortText(field.max));
        help +=
            QStringLiteral("\n") + tr("Values with commas between them; or a range with a number "
                                      "of steps, 1..5/9; with equal ratios, 0.01..1/5/log.\n"
                                      "Random points need no steps: 1..5.");
    }
    keys_->setToolTip(field.help);
    values_->setToolTip(help);
}

void AxisRow::paintIcons() {
    const QColor muted = theme_.color(Token::MutedText);
    remove_->setIcon(icon(QStringLiteral("close"), muted, muted));
}

}  // namespace splitee
