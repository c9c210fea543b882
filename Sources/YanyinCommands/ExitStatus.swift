internal import ArgumentParser

/// The exit statuses that scripts rely on (those of sysexits.h).
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

  /// The error that makes the program end with this status.
  var exitCode: ExitCode { ExitCode(rawValue) }
}
