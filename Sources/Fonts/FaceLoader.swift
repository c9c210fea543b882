internal import Diagnostics

/// Loads faces, each file and collection index once.
struct FaceLoader {
  private(set) var faces: [Face] = []
  private var indices: [String: Int] = [:]

  /// The index of one of our own faces.
  mutating func load(_ entry: RoleMap.Entry, in folder: String) throws(FontError) -> Int {
    let key = "\(folder)/\(entry.file)#\(entry.collectionIndex)"
    if let index = indices[key] { return index }
    let program = try FontProgram(
      path: "\(folder)/\(entry.file)",
      fileName: entry.file,
      collectionIndex: entry.collectionIndex
    )
    let face = try Face(program: program)
    // Index 255 stands for a missing character.
    guard faces.count < 255 else {
      throw FontError(file: entry.file, reason: "字体太多，最多255个")
    }
    faces.append(face)
    indices[key] = faces.count - 1
    return faces.count - 1
  }

  /// The index of one of the office's faces; reports why where it cannot be used.
  mutating func load(_ entry: RoleMap.Entry, in folder: String, sink: inout DiagnosticSink) -> Int?
  {
    let path = "\(folder)/\(entry.file)"
    do throws(FontError) {
      let index = try load(entry, in: folder)
      if faces[index].unaliasedCount > 0 {
        sink.report(
          Diagnostic(
            .note,
            "F006",
            "字体文件「\(entry.file)」字形太多，有\(faces[index].unaliasedCount)个与别的字共用字形的字符改用后备字体",
            at: .file(path)
          )
        )
      }
      if faces[index].program.table("OS/2").u16(8) & 0xF == 2 {
        sink.report(
          Diagnostic(
            .warning,
            "F003",
            "字体文件「\(entry.file)」注明不许嵌入文件（fsType 2），请确认单位有权使用",
            at: .file(path)
          )
        )
      }
      return index
    } catch {
      sink.report(
        Diagnostic(
          .error,
          "F002",
          "\(error.description)。请换一个字体文件，或从文件夹和 fonts.txt 中去掉它",
          at: .file(path)
        )
      )
      return nil
    }
  }
}
