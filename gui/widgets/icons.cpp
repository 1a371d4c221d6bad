// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

namespace splitee {
namespace {

constexpr int kSize = 20;

QPixmap drawn(QByteArray svg, const QColor& color, int scale) {
    svg.replace("currentColor", color.name().toLatin1());
    QSvgRenderer renderer(svg);
    QPixmap pixmap(kSize * scale, kSize * scale);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(scale);
    return pixmap;
}

}  // namespace

QIcon icon(const QString& name, const QColor& color, const QColor& disabled) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    QIcon made;
    if (!file.open(QIODevice::ReadOnly)) return made;
    const QByteArray svg = file.readAll();
    for (const int scale : {1, 2}) {
        made.addPixmap(drawn(svg, color, scale));
        made.addPixmap(drawn(svg, disabled, scale), QIcon::Disabled);
    }
    return made;
}

}  // namespace splitee
