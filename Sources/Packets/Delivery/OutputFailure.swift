internal import Glibc

/// The folder of outputs cannot be written: the world is broken, not the data.
package struct OutputFailure: Error, CustomStringConvertible {
  /// What could not be done.
  package enum Step: Sendable {
    /// A folder or file could not be created (exit status 73).
    case create
    /// Bytes could not be written, moved or read (exit status 74).
    case transfer
  }

  /// What could not be done.
  package let step: Step
  /// The file or folder.
  package let path: String
  /// The system's error number.
  package let code: Int32

  package var description: String {
    switch step {
    case .create where code == EEXIST:
      "\(path) 已存在，没有覆盖。请换一个文件名，或用 --force 覆盖。"
    case .create where code == EISDIR || code == ENOTEMPTY:
      "无法创建 \(path)：\(reason)。请移走它再运行。"
    case .create: "无法创建 \(path)：\(reason)。请检查文件夹是否存在、是否可写。"
    case .transfer: "写入 \(path) 失败：\(reason)。请检查磁盘空间后重新运行。"
    }
  }

  private var reason: String { SystemFiles.reason(code) }
}
