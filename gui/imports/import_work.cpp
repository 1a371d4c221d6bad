// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/imports/import_work.h"

#include <cassert>

#include "datasets/open_dataset.h"
#include "inference/inference.h"

namespace splitee {
namespace {

using SharedReport = std::shared_ptr<const ImportReport>;

struct NamedClasses {
    std::string dataset;
    std::vector<std::string> classes;
};

QString sentenceOf(const Error& error) { return QString::fromStdString(error.message); }

Result<SharedReport> importedAs(const ImportWords& words, const ProgressSink& progress,
                                const std::stop_token& stop) {
    const auto request = importRequest(words, AskedBy::Form);
    if (!request) return tl::unexpected(request.error());
    const auto images = openImportImages(words, request->classNames);
    if (!images) return tl::unexpected(images.error());
    const auto inference = loadInference();
    if (!inference) return tl::unexpected(inference.error());
    auto report = (*inference)
                      ->importNetwork(*request, images->training.get(), images->validation.get(),
                                      progress, stop);
    if (!report) return tl::unexpected(report.error());
    return std::make_shared<const ImportReport>(std::move(*report));
}

Result<NamedClasses> classesOfImages(const std::string& dataset) {
    const auto name = datasetName(dataset);
    if (!name) return tl::unexpected(name.error());
    auto classes = classesOf(*name);
    if (!classes) return tl::unexpected(classes.error());
    return NamedClasses{*name, std::move(*classes)};
}

}  // namespace

void ImportWork::probe(const std::string& network, int side) {
    probing_.start(
        [network, side](const std::stop_token& stop) -> Result<NetworkProbe> {
            const auto inference = loadInference();
            if (!inference) return tl::unexpected(inference.error());
            return (*inference)->probeNetwork(network, side, {}, stop);
        },
        [this](const Result<NetworkProbe>& found) {
            if (found)
                emit probed(*found);
            else
                emit refused(sentenceOf(found.error()));
        });
}

void ImportWork::readClasses(const std::string& dataset) {
    classes_.start([dataset] { return classesOfImages(dataset); },
                   [this](const Result<NamedClasses>& read) {
                       if (!read) return emit classesMissing(sentenceOf(read.error()));
                       QStringList names;
                       for (const std::string& name : read->classes)
                           names << QString::fromStdString(name);
                       emit classesRead(QString::fromStdString(read->dataset), names);
                   });
}

void ImportWork::start(const ImportWords& words) {
    assert(!busy());
    cancelling_ = false;
    stand_ = {};
    rate_.restart();
    task_.start([words](const std::stop_token& stop,
                        const ProgressSink& progress) { return importedAs(words, progress, stop); },
                [this](const Result<SharedReport>& report) {
                    if (cancelling_)
                        emit cancelled();
                    else if (report)
                        emit imported(*report);
                    else
                        emit failed(sentenceOf(report.error()));
                },
                [this](const Progress& at) { onProgress(at); });
    emit progressed();
}

void ImportWork::write(const std::string& path, SharedReport report) {
    assert(!busy());
    cancelling_ = false;
    stand_ = {"writing the model file", 0, 0, "", 0};
    task_.start([path, report] { return writeModelFile(path, report->model); },
                [this, path](const Result<void>& done) {
                    if (done)
                        emit written(QString::fromStdString(path));
                    else
                        emit failed(sentenceOf(done.error()));
                });
    emit progressed();
}

void ImportWork::cancel() {
    if (!busy()) return;
    cancelling_ = true;
    task_.requestStop();
    emit progressed();
}

void ImportWork::onProgress(const Progress& at) {
    if (at.activity != stand_.activity || at.done < stand_.done) rate_.restart();
    rate_.add(at.done);
    stand_ = {at.activity, at.done, at.total, at.unit, rate_.perSecond()};
    emit progressed();
}

}  // namespace splitee
