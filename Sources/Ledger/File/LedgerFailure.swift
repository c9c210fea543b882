/// A ledger that cannot be used, or not now.
package struct LedgerFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path as the user gave it.
  package var path: String
  /// What is wrong.
  package var cause: Cause

  /// What may be wrong with a ledger.
  package enum Cause: Hashable, Sendable {
    /// Nothing lies at the path.
    case missing
    /// The file is no ledger of this program.
    case foreign
    /// The file is a ledger, but its bytes are not whole; the words of SQLite.
    case damaged(String)
    /// A later version of the program made it.
    case newer
    /// It holds no revision yet.
    case empty
    /// There is no such revision.
    case noRevision(Int)
    /// Another process writes to it.
    case busy
    /// It lies on a read-only disk and its last changes have not been merged into the file.
    case unmerged
    /// The file cannot be opened for reading; the words of the system.
    case unreadable(String)
    /// The file cannot be made or written; the words of the system.
    case unwritable(String)
    /// Reading or writing failed on the way; the words of the system.
    case transfer(String)
  }

  /// A failure of a ledger.
  package init(path: String, cause: Cause) {
    self.path = path
    self.cause = cause
  }

  package var description: String { "\(path): \(reason)" }

  private var reason: String {
    switch cause {
    case .missing: "台账不存在。请检查路径；新台账用 yanyin import 建立。"
    case .foreign: "不是本程序的台账，没有改动它。请检查路径。"
    case .damaged(let words):
      "台账已损坏（\(words)），没有改动它。请改用备份；没有备份的，用原来的文件重新导入到一个新台账。"
    case .newer: "台账由更新版本的程序建立，本版本不能使用。请换用新版本。"
    case .empty: "台账是空的，还没有导入过数据。请先用 yanyin import 导入。"
    case .noRevision(let number): "台账没有第\(number)版。"
    case .busy: "另一个程序正在写这个台账，等了一会仍未结束，本次没有改动。请稍后再试。"
    case .unmerged: "台账在只读的磁盘上，而且旁边有尚未合并的 -wal 文件。请把两个文件一起复制到可写的磁盘上再用。"
    case .unreadable(let words): "台账无法读取（\(words)）。请检查权限和磁盘。"
    case .unwritable(let words): "台账无法写入（\(words)）。请检查权限和磁盘。"
    case .transfer(let words): "读写台账时出错（\(words)），本次没有改动。请检查磁盘空间后重试。"
    }
  }
}
