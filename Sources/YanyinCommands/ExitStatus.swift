internal import ArgumentParser
internal import Packets

/// The exit statuses that scripts rely on (those of sysexits.h, and those of signals).
enum ExitStatus: Int32, Error {
  /// Done; some documents were withheld because of data errors, or differences were found.
  case withheld = 1
  /// The command line is wrong.
  case usage = 64
  /// Nothing could be rendered because of data errors.
  case data = 65
  /// An input cannot be read.
  case input = 66
  /// The program is at fault.
  case software = 70
  /// An output cannot be created.
  case create = 73
  /// Reading or writing failed.
  case transfer = 74
  /// Stopped by SIGINT, Ctrl-C on a terminal (128 and the signal's number, as shells have it).
  case interrupted = 130
  /// Stopped by SIGTERM.
  case terminated = 143

  /// Whether somebody asked for the end.
  var isStop: Bool { self == .interrupted || self == .terminated }

  /// The error that makes the program end with this status.
  var exitCode: ExitCode { ExitCode(rawValue) }

  /// Ends a run in which a school or a bureau failed, when all others are done.
  static func expectSuccess(of outcomes: [UnitOutcome]) throws {
    switch outcomes.compactMap(\.failure).max() {
    case nil: return
    case .input?: throw ExitStatus.input.exitCode
    case .place?: throw ExitStatus.create.exitCode
    case .software?: throw ExitStatus.software.exitCode
    }
  }
}
