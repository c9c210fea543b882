internal import Diagnostics

/// What is said about files of earlier runs.
enum EarlierFiles {
  /// A warning for each file that lies there and must not be used, a remark on those removed.
  static func findings(outdated: [String], removed: [String], root: String) -> [Diagnostic] {
    var findings = outdated.map { path in
      Diagnostic(
        .warning,
        "P103",
        "这份文件已过期：数据已变，而这次没有重新做出它。请勿打印；请不加 --school、--city、--form 重新生成。",
        at: .file("\(root)/\(path)")
      )
    }
    if !removed.isEmpty {
      findings.append(
        Diagnostic(
          .note,
          "P104",
          "已删去上次生成、这次没有的\(removed.count)个文件：\(removed.joined(separator: "、"))。",
          at: .file(root)
        )
      )
    }
    return findings
  }

  /// That an earlier run did not end, and this one carried it out first.
  static func resumed(_ count: Int, _ root: String) -> Diagnostic {
    Diagnostic(
      .note,
      "P106",
      "上次运行没有结束；已先把它余下的\(count)个文件换好，再做这次的。",
      at: .file(root)
    )
  }
}
