internal import Diagnostics

extension RunReport {
  /// The report as one self-contained page that groups findings by school and file, for printing.
  package var html: String {
    var body = "<h1>校验结果</h1>\n<p>\(Self.escaped(summary))</p>\n"
    for group in groups {
      body += "<h2>\(Self.escaped(group.title))</h2>\n<table><thead><tr><th scope=\"col\">级别</th>"
      body += "<th scope=\"col\">位置</th><th scope=\"col\">内容</th><th scope=\"col\">代码</th>"
      body += "</tr></thead><tbody>\n"
      for finding in group.findings {
        body += "<tr><td>\(finding.severity.label)</td>"
        body += "<td>\(Self.escaped(finding.place.description))</td>"
        body += "<td>\(Self.escaped(finding.message))</td><td>\(finding.code)</td></tr>\n"
      }
      body += "</tbody></table>\n"
    }
    for line in heldBack.map({ "未列入本表：\($0.school) \($0.kind) \($0.count) 条" }) + withheldLines {
      body += "<p>\(Self.escaped(line))</p>\n"
    }
    return """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head>
      <meta charset="utf-8">
      <title>校验结果</title>
      <style>
      body{font-family:SimSun,"Songti SC","Noto Serif CJK SC",serif;margin:2em;color:#000}
      table{border-collapse:collapse;width:100%}
      th,td{border:1px solid #000;padding:.2em .5em;text-align:left;vertical-align:top}
      thead{display:table-header-group}
      @page{size:A4;margin:15mm}
      </style>
      </head>
      <body>
      \(body)</body>
      </html>

      """
  }

  private struct Group {
    var title: String
    var findings: [Diagnostic]
  }

  /// The findings by school, then by file, in the order of their first finding; errors first.
  private var groups: [Group] {
    var groups: [Group] = []
    var positions: [ByteKey: Int] = [:]
    for finding in findings {
      let parts = [finding.subject?.school, finding.place.file].compactMap(\.self)
      let title = parts.isEmpty ? "整批数据" : parts.joined(separator: " — ")
      if let position = positions[ByteKey(title)] {
        groups[position].findings.append(finding)
      } else {
        positions[ByteKey(title)] = groups.count
        groups.append(Group(title: title, findings: [finding]))
      }
    }
    return groups.map { group in
      let sorted = Severity.allCases.reversed().flatMap { severity in
        group.findings.filter { $0.severity == severity }
      }
      return Group(title: "\(group.title)（\(group.findings.count)）", findings: sorted)
    }
  }

  private static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "&"): result += Array("&amp;".utf8)
      case UInt8(ascii: "<"): result += Array("&lt;".utf8)
      case UInt8(ascii: ">"): result += Array("&gt;".utf8)
      case UInt8(ascii: "\""): result += Array("&quot;".utf8)
      case 0..<9, 11, 12, 14..<32, 127: result += Array("\u{FFFD}".utf8)
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
