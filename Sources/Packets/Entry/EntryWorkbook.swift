internal import Glibc
package import Records
import XLSXOutput

/// The empty workbook on the disk.
package enum EntryWorkbook {
  /// Writes it, whole or not at all, readable by its owner only.
  ///
  /// Throws `OutputFailure` where it cannot be written, and where a file is there that may not be
  /// replaced: somebody's data may be in it.
  package static func write(
    _ schema: RecordSchema,
    to path: String,
    replacing: Bool
  ) throws {
    if !replacing, unsafe access(path, F_OK) == 0 {
      throw OutputFailure(step: .create, path: path, code: EEXIST)
    }
    let bytes = try SystemFiles.bytes(madeAt: path) { temporary in
      try EntryWorkbookWriter.write(
        EntryTables.sheets(schema),
        title: "毕业证书验印导入表",
        to: temporary
      )
    }
    try SystemFiles.replace(path, with: bytes)
  }
}
