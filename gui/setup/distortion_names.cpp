// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/setup/distortion_names.h"

#include <QComboBox>
#include <QCoreApplication>
#include <QFont>
#include <QStandardItemModel>

#include "gui/widgets/number_text.h"

namespace splitee {
namespace {

constexpr const char* kTitles[] = {
    QT_TRANSLATE_NOOP("DistortionNames", "gaussian noise by severity"),
    QT_TRANSLATE_NOOP("DistortionNames", "shot noise"),
    QT_TRANSLATE_NOOP("DistortionNames", "impulse noise"),
    QT_TRANSLATE_NOOP("DistortionNames", "speckle noise"),
    QT_TRANSLATE_NOOP("DistortionNames", "defocus blur"),
    QT_TRANSLATE_NOOP("DistortionNames", "gaussian blur by severity"),
    QT_TRANSLATE_NOOP("DistortionNames", "glass blur"),
    QT_TRANSLATE_NOOP("DistortionNames", "motion blur"),
    QT_TRANSLATE_NOOP("DistortionNames", "zoom blur"),
    QT_TRANSLATE_NOOP("DistortionNames", "snow"),
    QT_TRANSLATE_NOOP("DistortionNames", "frost"),
    QT_TRANSLATE_NOOP("DistortionNames", "fog"),
    QT_TRANSLATE_NOOP("DistortionNames", "spatter"),
    QT_TRANSLATE_NOOP("DistortionNames", "brightness"),
    QT_TRANSLATE_NOOP("DistortionNames", "contrast"),
    QT_TRANSLATE_NOOP("DistortionNames", "saturation"),
    QT_TRANSLATE_NOOP("DistortionNames", "elastic transform"),
    QT_TRANSLATE_NOOP("DistortionNames", "pixelation"),
    QT_TRANSLATE_NOOP("DistortionNames", "JPEG compression"),
    QT_TRANSLATE_NOOP("DistortionNames", "dawn"),
    QT_TRANSLATE_NOOP("DistortionNames", "dusk"),
    QT_TRANSLATE_NOOP("DistortionNames", "night"),
    QT_TRANSLATE_NOOP("DistortionNames", "overcast"),
    QT_TRANSLATE_NOOP("DistortionNames", "rain"),
    QT_TRANSLATE_NOOP("DistortionNames", "poor lens")};
static_assert(std::size(kTitles) == kCorruptions.size());

constexpr const char* kFamilies[] = {QT_TRANSLATE_NOOP("DistortionNames", "Noise"),
                                     QT_TRANSLATE_NOOP("DistortionNames", "Blur"),
                                     QT_TRANSLATE_NOOP("DistortionNames", "Weather"),
                                     QT_TRANSLATE_NOOP("DistortionNames", "Light"),
                                     QT_TRANSLATE_NOOP("DistortionNames", "Lens and digital"),
                                     QT_TRANSLATE_NOOP("DistortionNames", "Scenes of a day")};

QString translated(const char* text) {
    return QCoreApplication::translate("DistortionNames", text);
}

QString capital(QString title) {
    title[0] = title[0].toUpper();
    return title;
}

void addHeading(QComboBox& box, CorruptionFamily family) {
    box.addItem(familyTitle(family));
    auto* item = qobject_cast<QStandardItemModel*>(box.model())->item(box.count() - 1);
    item->setFlags(Qt::NoItemFlags);
    QFont bold = box.font();
    bold.setBold(true);
    item->setFont(bold);
}

}  // namespace

QString familyTitle(CorruptionFamily family) {
    return translated(kFamilies[static_cast<std::size_t>(family)]);
}

QString distortionTitle(const Distortion& distortion) {
    switch (distortion.kind) {
        case DistortionKind::GaussianBlur:
            return translated(QT_TRANSLATE_NOOP("DistortionNames", "gaussian blur"));
        case DistortionKind::GaussianNoise:
            return translated(QT_TRANSLATE_NOOP("DistortionNames", "gaussian noise"));
        case DistortionKind::LegacyWrap:
            return translated(QT_TRANSLATE_NOOP("DistortionNames", "salt"));
        case DistortionKind::Corruption:
            return translated(kTitles[static_cast<std::size_t>(distortion.corruption)]);
        case DistortionKind::Typos:
            return translated(QT_TRANSLATE_NOOP("DistortionNames", "typing errors"));
        case DistortionKind::DroppedWords:
            return translated(QT_TRANSLATE_NOOP("DistortionNames", "dropped words"));
        case DistortionKind::Clean:
            break;
    }
    return translated(QT_TRANSLATE_NOOP("DistortionNames", "clean"));
}

QString distortionLabel(const std::string& distortion) {
    if (const auto known = parseDistortion(distortion))
        return known->kind == DistortionKind::Clean
                   ? distortionTitle(*known)
                   : distortionTitle(*known) + QLatin1Char(' ') + shortText(known->amount);
    return QString::fromStdString(distortion)
        .replace(QLatin1Char('_'), QLatin1Char(' '))
        .replace(QLatin1Char(':'), QLatin1Char(' '))
        .replace(QLatin1Char('@'), QLatin1Char(' '));
}

void fillDistortions(QComboBox& box, InputKind kind) {
    box.clear();
    box.addItem(translated(QT_TRANSLATE_NOOP("DistortionNames", "None")), QStringLiteral("clean"));
    if (kind == InputKind::Text) {
        for (const Distortion& distortion : {Distortion{DistortionKind::Typos, 0.1},
                                             Distortion{DistortionKind::DroppedWords, 0.2}})
            box.addItem(capital(distortionTitle(distortion)),
                        QString::fromStdString(toText(distortion)));
        return;
    }
    const std::vector<DistortionInfo> all = distortionList();
    for (std::size_t family = 0; family < std::size(kFamilies); ++family) {
        addHeading(box, static_cast<CorruptionFamily>(family));
        for (const DistortionInfo& info : all)
            if (info.family == static_cast<CorruptionFamily>(family))
                box.addItem(capital(distortionTitle(info.distortion)),
                            QString::fromStdString(toText(info.distortion)));
    }
}

int itemOfDistortion(const QComboBox& box, const Distortion& distortion) {
    for (int item = 0; item < box.count(); ++item) {
        const auto offered = parseDistortion(box.itemData(item).toString().toStdString());
        if (offered && offered->kind == distortion.kind &&
            offered->corruption == distortion.corruption)
            return item;
    }
    return -1;
}

}  // namespace splitee
