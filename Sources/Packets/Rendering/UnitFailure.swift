internal import Diagnostics
internal import Glibc
import Records

/// Why nothing could be made of one school or bureau, through no fault of its data.
package struct UnitFailure: Error, Sendable {
  /// Whose fault it is.
  package enum Cause: Int, Sendable, Comparable {
    /// An input holds the records, but damaged.
    case input
    /// Something lies where files would have to go.
    case place
    /// The program's own.
    case software

    package static func < (one: Cause, other: Cause) -> Bool { one.rawValue < other.rawValue }
  }

  /// Whose fault it is.
  package let cause: Cause
  private let reason: String

  /// A school whose records an input holds, but damaged.
  ///
  /// - Parameter reason: What is damaged and what helps, in Chinese.
  package init(input reason: String) {
    (cause, self.reason) = (.input, reason)
  }

  /// What ended the rendering of a unit; nil for what would end all others too: a disk that is full, a
  /// folder that is gone, a state of paper that cannot be read, an end that was asked for.
  init?(_ error: any Error) {
    switch error {
    case let failure as UnitFailure: self = failure
    case is CancellationError, is PrintStateFailure: return nil
    case let failure as OutputFailure:
      guard [EISDIR, ENOTDIR].contains(failure.code) else { return nil }
      (cause, reason) = (.place, failure.description)
    default:
      (cause, reason) = (
        .software, "程序内部错误：\(error)。请把此信息与输入文件一并反馈给维护人员。"
      )
    }
  }

  /// The error that says so; one about a school withholds it as a whole.
  func finding(school: String?) -> Diagnostic {
    let whose = school.map { "\($0)的材料" } ?? "市的回执"
    return Diagnostic(
      .error,
      "P107",
      "\(whose)没有做成，其他照常。\(reason)",
      at: .none,
      about: school.map { Subject(school: $0, extent: .school) }
    )
  }
}
