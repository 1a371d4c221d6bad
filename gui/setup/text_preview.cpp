// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/text_preview.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

#include "gui/run/setup.h"
#include "gui/run/text_line.h"
#include "gui/setup/distortion_names.h"
#include "gui/setup/exit_lines.h"
#include "gui/widgets/theme.h"
#include "sources/run_source.h"

namespace splitee {
namespace {

constexpr int kTypedLines = 4, kDistortedLines = 4;
constexpr int kFieldEdges = 14;  // pixels above and below the lines of a field

constexpr qsizetype kMostTypedIn = 5000;  // characters: more would take long to lay out

// Takes no more than can be shown at once.
class TypedField final : public QPlainTextEdit {
public:
    using QPlainTextEdit::QPlainTextEdit;

protected:
    void insertFromMimeData(const QMimeData* source) override {
        const qsizetype room = kMostTypedIn - document()->characterCount();
        if (room > 0) insertPlainText(source->text().left(room));
    }
};

std::string utf8(const QString& text) {
    const QByteArray bytes = text.toUtf8();
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

ExitAnswers answersOf(const SeenSample& seen, const QString& title) {
    return {title, seen.confidence, seen.prediction};
}

}  // namespace

TextPreview::TextPreview(Setup& setup, const Theme& theme, QWidget* parent)
    : QWidget(parent),
      setup_(setup),
      theme_(theme),
      head_(new QLabel(this)),
      next_(new QToolButton(this)),
      edit_(new TypedField(this)),
      distorted_(new QLabel(this)),
      exits_(new ExitLines(theme, this)),
      worker_([this](const Preview& preview) { showPreview(preview); }) {
    setAccessibleName(tr("Preview"));
    next_->setText(QStringLiteral("›"));
    next_->setAutoRaise(true);
    next_->setToolTip(tr("Another text of the dataset"));
    next_->setAccessibleName(tr("Another text"));
    edit_->setAccessibleName(tr("Text"));
    edit_->setToolTip(
        tr("Type a text of your own: every exit answers as you type. What the network does not "
           "read any more is struck through."));
    edit_->setPlaceholderText(tr("Type a text"));
    edit_->setTabChangesFocus(true);
    edit_->setUndoRedoEnabled(true);
    distorted_->setTextFormat(Qt::PlainText);
    distorted_->setWordWrap(true);
    distorted_->setObjectName(QStringLiteral("sampleText"));
    distorted_->setAccessibleName(tr("Distorted text"));
    layOut();
    applyTheme();
    connect(next_, &QToolButton::clicked, this, &TextPreview::showNext);
    connect(edit_, &QPlainTextEdit::textChanged, this, &TextPreview::onTyped);
    connect(&theme_, &Theme::changed, this, &TextPreview::applyTheme);
    connect(&setup_, &Setup::changed, this, [this] {
        exits_->setAlpha(setup_.experiment().alpha);
        requestPreview();
    });
    exits_->setAlpha(setup_.experiment().alpha);
    head_->setText(headText());
}

void TextPreview::layOut() {
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(head_, 1);
    row->addWidget(next_);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(row);
    column->addWidget(edit_);
    column->addWidget(distorted_);
    column->addSpacing(4);
    column->addWidget(exits_);
}

void TextPreview::applyTheme() {
    head_->setFont(theme_.captionFont());
    head_->setObjectName(QStringLiteral("muted"));
    distorted_->setFont(theme_.bodyFont());
    edit_->setFont(theme_.bodyFont());
    edit_->setFixedHeight(kTypedLines * QFontMetrics(theme_.bodyFont()).lineSpacing() +
                          kFieldEdges);
    markRead(preview_.clean);
}

void TextPreview::showEvent(QShowEvent*) { requestPreview(); }

void TextPreview::setFiles(const LiveFiles& files) { files_ = files; }

void TextPreview::showNext() {
    if (typed_)
        typed_ = false;  // back to the one that stood there
    else
        ++row_;
    requestPreview();
}

void TextPreview::onTyped() {
    typed_ = true;
    head_->setText(headText());
    requestPreview();
}

Text TextPreview::typedText() const {
    const QString text = edit_->toPlainText();
    const qsizetype line = text.indexOf(QLatin1Char('\n'));
    if (!pair_ || line < 0) return {utf8(text), {}};
    return {utf8(text.first(line)), utf8(text.sliced(line + 1))};
}

void TextPreview::requestPreview() {
    const ExperimentFile& file = setup_.file();
    if (!isVisible() || !isLive(file)) return;
    if (!typed_ && file.dataset.empty()) return;
    PreviewRequest wanted{liveRequest(file), setup_.experiment().seed, row_, {}, files_};
    if (typed_) wanted.typed = typedText();
    const bool failed = !preview_.error.empty() &&
                        preview_.request.same(wanted);  // it may succeed now: the file is back
    if (wanted.same(requested_) && !failed) return;
    requested_ = wanted;
    worker_.request(wanted);
}

// A newer request is under way where the answer is to another text than the field's.
void TextPreview::showPreview(const Preview& preview) {
    preview_ = preview;
    if (!preview.error.empty()) {
        exits_->show({}, {});
        distorted_->setText(
            QString::fromStdString(preview.error).section(QStringLiteral(": "), 0, 0));
        distorted_->setToolTip(QString::fromStdString(preview.error).toHtmlEscaped());
        distorted_->show();
        emit previewed();
        return;
    }
    if (!typed_ && !preview.request.typed) showText(preview);
    markRead(preview.clean);
    showDistorted(preview);
    QStringList classes;
    for (const std::string& name : preview.classes) classes << QString::fromStdString(name);
    std::vector<ExitAnswers> columns{answersOf(preview.clean, tr("clean"))};
    const std::string& distortion = preview.request.source.distortion;
    if (distortion != "clean")
        columns.push_back(answersOf(preview.distorted, distortionLabel(distortion)));
    exits_->show(std::move(columns), classes);
    head_->setText(headText());
    setAccessibleDescription(exits_->sentence());
    emit previewed();
}

void TextPreview::showText(const Preview& preview) {
    const Text& text = preview.clean.text;
    pair_ = !text.second.empty();
    const QString shown =
        pair_ ? lineOf(Text{text.first, {}}) + QLatin1Char('\n') + lineOf(Text{text.second, {}})
              : lineOf(text);
    const QSignalBlocker quiet(edit_);
    if (edit_->toPlainText() != shown.left(kMostTypedIn))
        edit_->setPlainText(shown.left(kMostTypedIn));
}

QString TextPreview::distortedText() const {
    return preview_.request.source.distortion == "clean" ? QString()
                                                         : lineOf(preview_.distorted.text);
}

void TextPreview::showDistorted(const Preview& preview) {
    const QString text = distortedText();
    distorted_->setVisible(!text.isEmpty());
    const QFontMetrics metrics(theme_.bodyFont());
    // Words are not cut at the end of a line, so not all of its room is counted on.
    const int room = kDistortedLines * (std::max(width(), 120) - 24);
    distorted_->setText(metrics.elidedText(text, Qt::ElideRight, room));
    distorted_->setToolTip(tipOf(lineOf(preview.distorted.text, preview.distorted.read)));
}

QString TextPreview::headText() const {
    if (typed_) return tr("Your text");
    const QString label = QString::fromStdString(preview_.label);
    return label.isEmpty() ? tr("A text of the dataset")
                           : tr("A text of the dataset: %1").arg(label);
}

// What was cut off is struck through.
void TextPreview::markRead(const SeenSample& seen) {
    QList<QTextEdit::ExtraSelection> marks;
    const bool known = seen.read.cut && seen.text.second.empty();
    const QString shown = edit_->toPlainText();
    const QString read = typed_ ? QString::fromUtf8(seen.text.first.data(),
                                                    static_cast<qsizetype>(seen.read.firstBytes))
                                : lineOf(seen.text, seen.read).read;
    if (known && shown.startsWith(read)) {
        QTextEdit::ExtraSelection mark;
        mark.cursor = QTextCursor(edit_->document());
        mark.cursor.setPosition(static_cast<int>(read.size()));
        mark.cursor.movePosition(QTextCursor::End, QTextCursor::KeepAnchor);
        mark.format.setFontStrikeOut(true);
        mark.format.setForeground(theme_.color(Token::MutedText));
        marks += mark;
    }
    edit_->setExtraSelections(marks);
}

}  // namespace splitee
