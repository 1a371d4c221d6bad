// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCoreApplication>
#include <QtTest>

#include <array>

#include "subjects.h"
#include "tests/subjects_main.h"

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    return splitee::test::runSubjects(
        std::array{makeDescriptionTests, makeFamilyTests, makeFigureTests, makeWorldTests}, argc,
        argv);
}
