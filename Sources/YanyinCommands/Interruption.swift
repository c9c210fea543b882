internal import Dispatch
internal import Glibc
internal import Synchronization

/// Ctrl-C and a polite kill while files are made.
enum Interruption {
  /// A run ended because somebody asked for it.
  struct Stopped: Error {
    /// SIGINT or SIGTERM.
    let signal: Int32

    /// The status that shells give to a program that such a signal ended.
    var status: ExitStatus { signal == SIGINT ? .interrupted : .terminated }
  }

  /// Does work that the first SIGINT or SIGTERM cancels; the second ends the process where it is.
  ///
  /// Work that is past stopping comes to its end. A signal that whoever started the program has
  /// ignored, as `nohup` does, stays ignored.
  static func stoppable<Result: Sendable>(
    _ work: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    let task = Task { try await work() }
    let received = Received()
    let queue = DispatchQueue(label: "yanyin.signals")
    let sources = [SIGINT, SIGTERM].filter { !isIgnored($0) }.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        guard received.isFirst(number) else { _exit(128 + number) }
        task.cancel()
      }
      source.resume()
      return (number, source)
    }
    defer {
      for (number, source) in sources {
        source.cancel()
        signal(number, SIG_DFL)
      }
    }
    do {
      return try await task.value
    } catch is CancellationError {
      throw Stopped(signal: received.number)
    }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    var action = sigaction()
    guard unsafe sigaction(number, nil, &action) == 0 else { return false }
    let handler = unsafe action.__sigaction_handler.sa_handler
    return unsafe unsafeBitCast(handler, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
  }

  /// The signal that came first.
  private final class Received: Sendable {
    private let value = Mutex<Int32>(0)

    var number: Int32 { value.withLock { $0 } }

    func isFirst(_ number: Int32) -> Bool {
      value.withLock { known in
        guard known == 0 else { return false }
        known = number
        return true
      }
    }
  }
}
