// SPDX-License-Identifier: GPL-3.0-or-later
// ExitLines: what every exit of a network says of a text, a line an exit, beside what it says of
// the distorted one, and where each would leave.
#pragma once

#include <QStringList>
#include <QWidget>

#include <vector>

namespace splitee {

class Theme;

/// What the exits say of one text: [L].
struct ExitAnswers {
    QString title;  ///< "typing errors 0.1"
    std::vector<double> confidence;
    std::vector<int> prediction;
};

class ExitLines : public QWidget {
    Q_OBJECT
public:
    explicit ExitLines(const Theme& theme, QWidget* parent = nullptr);
    /// One column each; none is drawn without answers.
    void show(std::vector<ExitAnswers> columns, const QStringList& classes);
    void setAlpha(double alpha);
    /// "clean leaves at exit 2: positive".
    [[nodiscard]] QString sentence() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    [[nodiscard]] QString className(int index) const;
    void paintColumn(QPainter& painter, const ExitAnswers& answers, const QRect& area) const;
    [[nodiscard]] int rowHeight() const;

    const Theme& theme_;
    std::vector<ExitAnswers> columns_;
    QStringList classes_;
    double alpha_ = 1;
};

}  // namespace splitee
