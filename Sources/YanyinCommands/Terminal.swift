internal import Diagnostics
internal import Glibc
internal import Synchronization

/// The program's two streams: results to standard output, progress and findings to standard error.
enum Terminal {
  /// Writes a line of results; nothing in it is obeyed by a terminal.
  static func print(_ line: String) {
    write(ShownText.visible(line) + "\n", to: STDOUT_FILENO)
  }

  /// Writes a line of progress or a finding.
  static func report(_ line: String) {
    write(ShownText.visible(line) + "\n", to: STDERR_FILENO)
  }

  /// Writes to the terminal line that the progress bar uses, without a line end.
  static func redraw(_ line: String) {
    write("\r\u{1B}[2K" + ShownText.visible(line), to: STDERR_FILENO)
  }

  /// Whether standard error is a terminal that can show a bar.
  static var hasProgressBar: Bool { isatty(STDERR_FILENO) == 1 }

  /// How many columns the terminal has.
  static var columns: Int {
    var size = winsize()
    let isKnown = unsafe ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }

  /// Whether results were lost: standard output could not be written, and not because its reader had
  /// seen enough.
  static var hasLostResults: Bool { isLost.load(ordering: .relaxed) }

  private static let isLost = Atomic(false)

  private static func write(_ text: String, to file: Int32) {
    let bytes = Array(text.utf8)
    var offset = 0
    while offset < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(file, buffer.baseAddress?.advanced(by: offset), buffer.count - offset)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        if file == STDOUT_FILENO, errno != EPIPE { isLost.store(true, ordering: .relaxed) }
        return
      }
      offset += count
    }
  }
}
