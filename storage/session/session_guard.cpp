// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/session/session_guard.h"

#include <sqlite3.h>

namespace splitee {

Error sessionError(const std::string& what, const std::string& file,
                   const SQLite::Exception& problem) {
    const std::string start = "cannot " + what + " session " + file + ": ";
    switch (problem.getErrorCode() & 0xff) {  // without the extension that says where
        case SQLITE_FULL:
            return {
                start +
                "the disk is full; all rounds committed so far are kept, make room and run again"};
        case SQLITE_READONLY:
            return {start + "it may not be written; change its permissions or choose another file"};
        case SQLITE_CANTOPEN:
            return {start + "it cannot be opened; check that the folder exists and may be written"};
        case SQLITE_NOTADB:
            return {start + "it is not a session file; choose another file"};
        case SQLITE_CORRUPT:
            return {start + "the file is damaged; save what can be read with splitee check " +
                    file + " --recover NEW.splitee"};
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return {start +
                    "another program has kept it locked for 30 seconds; close that and try again"};
        case SQLITE_IOERR:
            return {start + "the disk reported an error (" + problem.what() +
                    "); all rounds committed so far are kept"};
        case SQLITE_ERROR:
            return {start + "the file may be damaged (" + problem.what() +
                    "); restore it from a copy"};
        default:
            return {start + problem.what()};
    }
}

}  // namespace splitee
