internal import Glibc

/// Keeps other runs from writing into a folder of outputs for as long as it lives.
package final class FolderLock: Sendable {
  private let file: Int32

  /// Another run is writing into the folder.
  package struct InUse: Error, CustomStringConvertible {
    /// The folder.
    package let folder: String

    package var description: String {
      "另一个 yanyin 正在写 \(folder)。请等它结束再运行。"
    }
  }

  /// Locks a folder, which is made where there is none.
  ///
  /// The lock goes with the process: a killed run leaves none.
  ///
  /// - Throws: `InUse` at once when another run holds the folder; `OutputFailure`.
  package init(_ folder: String) throws {
    try SystemFiles.makeFolders(folder)
    file = unsafe open(folder, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw OutputFailure(step: .create, path: folder, code: errno) }
    guard flock(file, LOCK_EX | LOCK_NB) != 0 else { return }
    // File systems that know no locks let everybody pass.
    if errno == EWOULDBLOCK { throw InUse(folder: folder) }
  }

  deinit { close(file) }
}
