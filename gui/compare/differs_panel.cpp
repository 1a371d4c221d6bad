// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/compare/differs_panel.h"

#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

#include "gui/compare/setting_names.h"
#include "gui/widgets/panel_header.h"

namespace splitee {
namespace {

constexpr std::size_t kMostColumns = 3;  // more groups: their values in a row

QString cell(const QString& text, const QColor& color, bool strong = false) {
    const QString shown = text.toHtmlEscaped();
    return QStringLiteral("<td style='padding:3px 10px 3px 0; color:%1'>%2</td>")
        .arg(color.name(), strong ? QStringLiteral("<b>%1</b>").arg(shown) : shown);
}

}  // namespace

DiffersPanel::DiffersPanel(const Theme& theme, QWidget* parent)
    : QWidget(parent),
      theme_(theme),
      header_(new PanelHeader(theme, tr("What differs"), this)),
      text_(new QTextBrowser(this)),
      report_(new QPushButton(tr("Export report"), this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(header_);
    auto* framed = new QVBoxLayout;
    framed->setContentsMargins(12, 0, 12, 10);
    framed->setSpacing(8);
    framed->addWidget(text_, 1);
    framed->addWidget(report_);
    column->addLayout(framed, 1);
    text_->setFrameShape(QFrame::NoFrame);
    text_->setOpenLinks(false);
    text_->setAccessibleName(tr("What differs and what is the same"));
    text_->document()->setDocumentMargin(0);
    text_->viewport()->setAutoFillBackground(false);
    report_->setToolTip(
        tr("Write figures, differences and charts as one HTML file that opens anywhere, or the "
           "table as Markdown or LaTeX"));
    connect(report_, &QPushButton::clicked, this, &DiffersPanel::reportWanted);
    connect(&theme_, &Theme::changed, this, &DiffersPanel::write);
    write();
}

void DiffersPanel::show(ComparedRunsPtr compared) {
    compared_ = std::move(compared);
    write();
}

QString DiffersPanel::words() const { return text_->toPlainText(); }
QString DiffersPanel::note() const { return header_->note(); }

QString DiffersPanel::differing() const {
    const QColor text = theme_.color(Token::Text), muted = theme_.color(Token::MutedText);
    const auto looks = looksOf(*compared_);
    QString rows;
    const bool columns = looks.size() <= kMostColumns;
    if (columns && looks.size() > 1) {
        rows += QStringLiteral("<tr>") + cell(QString(), muted);
        for (std::size_t g = 0; g < looks.size(); ++g)
            rows += cell(settingValue("policy", compared_->groups[g].policy),
                         mixed(theme_.policy(looks[g].color), text, 0.2), true);
        rows += QStringLiteral("</tr>");
    }
    for (const ComparedSetting& setting : compared_->settings) {
        if (!setting.differs()) continue;
        rows += QStringLiteral("<tr>") + cell(settingName(setting.key), muted);
        QStringList values;
        for (const std::string& value : setting.values) {
            const QString shown = settingValue(setting.key, value);
            if (columns)
                rows += cell(shown, text);
            else if (!values.contains(shown))
                values += shown;
        }
        if (!columns) rows += cell(values.join(QStringLiteral(", ")), text);
        rows += QStringLiteral("</tr>");
    }
    return rows;
}

QString DiffersPanel::same() const {
    QString rows;
    for (const ComparedSetting& setting : compared_->settings)
        if (!setting.differs() && !setting.values.front().empty())
            rows +=
                QStringLiteral("<tr>") +
                cell(settingName(setting.key), theme_.color(Token::MutedText)) +
                cell(settingValue(setting.key, setting.values.front()), theme_.color(Token::Text)) +
                QStringLiteral("</tr>");
    return rows;
}

void DiffersPanel::write() {
    QPalette palette = text_->palette();
    palette.setColor(QPalette::Base, theme_.color(Token::Surface));
    palette.setColor(QPalette::Text, theme_.color(Token::Text));
    text_->setPalette(palette);
    text_->setFont(theme_.bodyFont());
    report_->setEnabled(compared_ != nullptr);
    if (!compared_) {
        header_->setNote({}, {});
        report_->setToolTip(tr("Nothing is compared: select runs above"));
        return text_->clear();
    }
    report_->setToolTip(
        tr("Write figures, differences and charts as one HTML file that opens anywhere, or the "
           "table as Markdown or LaTeX"));
    const auto different = std::ranges::count_if(
        compared_->settings, [](const ComparedSetting& setting) { return setting.differs(); });
    header_->setNote(tr("%1 of %2 settings").arg(different).arg(compared_->settings.size()),
                     tr("%1 of %2").arg(different).arg(compared_->settings.size()));
    QString html;
    if (different > 0)
        html +=
            QStringLiteral("<table cellspacing='0'>") + differing() + QStringLiteral("</table>");
    else
        html += QStringLiteral("<p>%1</p>").arg(tr("Nothing but the seed."));
    html +=
        QStringLiteral(
            "<p style='margin-top:14px; margin-bottom:4px'><b>%1</b></p><table "
            "cellspacing='0'>%2</table>")
            .arg(compared_->groups.size() == 2 ? tr("Same in both") : tr("Same in all"), same());
    text_->setHtml(html);
}

}  // namespace splitee
